// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "model/article.hpp"
#include "model/edge.hpp"
#include "model/work.hpp"

namespace evident::model {

// The form in which nodes are kept in the store: compact JSON, absent fields left out. from_json(to_json(x))
// == x.
void to_json(nlohmann::json& json, const Identifiers& ids);
void from_json(const nlohmann::json& json, Identifiers& ids);
void to_json(nlohmann::json& json, const WorkRecord& work);
void from_json(const nlohmann::json& json, WorkRecord& work);
void to_json(nlohmann::json& json, const Reference& reference);
void from_json(const nlohmann::json& json, Reference& reference);
void to_json(nlohmann::json& json, const Sentence& sentence);
void from_json(const nlohmann::json& json, Sentence& sentence);
void to_json(nlohmann::json& json, const Edge& edge);
void from_json(const nlohmann::json& json, Edge& edge);

}  // namespace evident::model
