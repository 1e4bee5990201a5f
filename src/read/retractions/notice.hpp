// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "model/work.hpp"

namespace evident::read::retractions {

/// What a word of a list ("Retraction", "expression_of_concern", "erratum") says of the work.
model::WorkRelation relation_of(std::string_view nature);

/// The columns of Retraction Watch, by their names in its header.
class WatchColumns {
 public:
  /// True where the header is that of the list.
  bool find(const std::vector<std::string>& header);
  /// The notice of a row, without its place; without identifiers where the list has none of the work.
  model::WorkRecord notice(const std::vector<std::string>& cells) const;

 private:
  std::string cell(const std::vector<std::string>& cells, std::string_view name) const;
  std::vector<std::string> m_names;  // folded
};

/// The notice of an object of Open Retractions, likewise.
model::WorkRecord open_notice(const nlohmann::json& entry);

}  // namespace evident::read::retractions
