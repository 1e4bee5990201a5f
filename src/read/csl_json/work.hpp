// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "model/work.hpp"

namespace evident::read::csl_json {

/// True for a variable that items have and that other objects hardly do.
bool is_telling(std::string_view key);

/// The record of an item, without its place; nullopt where the object is none: an item has a title or an
/// identifier, and a type, people, a date or a container.
std::optional<model::WorkRecord> work_of(const nlohmann::json& item);

}  // namespace evident::read::csl_json
