// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "model/work.hpp"

namespace evident::read::html {

/// Fills what `record` lacks from the first article, report or book of a JSON-LD text; true where there is
/// one.
bool take_json_ld(std::string_view json, model::WorkRecord& record);

/// "Jane van Doe", "Doe, Jane" or "Doe J"; many words are an organisation.
model::Person person_as_printed(std::string_view name);

}  // namespace evident::read::html
