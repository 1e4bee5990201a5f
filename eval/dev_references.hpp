// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace evident::eval {

/// A reference of a plain-text twin, with the record that it is.
struct GoldReference {
  std::string text;
  std::string pmid;            ///< "" where the article's mark-up names none
  std::set<std::string> also;  ///< other PMIDs that are as right
  bool stripped = false;       ///< its identifiers were left out of the text
};

/// All of gold/*.json, in order of the files' names.
std::vector<GoldReference> read_gold_references(const std::filesystem::path& folder);

}  // namespace evident::eval
