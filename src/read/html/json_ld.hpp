// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "model/work.hpp"

namespace evident::read::html {

/// Fills what `record` lacks from the first article, report or book of a JSON-LD text; true where there is
/// one.
bool take_json_ld(std::string_view json, model::WorkRecord& record);

}  // namespace evident::read::html
