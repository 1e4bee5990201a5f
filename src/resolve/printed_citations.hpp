// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/article.hpp"

namespace evident::resolve {

/// A work as running text cites it by name and year: "Smith et al. (2005)", "Smith & Jones, 2005a" in
/// brackets.
struct PrintedCitation {
  std::vector<std::string> families;  ///< last words of the folded surnames, in order; at least one
  bool et_al = false;
  int year = 0;
  bool lettered = false;      ///< "2005a": the text cites more of these authors and this year
  size_t start = 0, end = 0;  ///< bytes of the text, from the first name to the year
};

/// All of a text, in order. A year alone is none, and neither is a year in the running text ("Smith in
/// 2005").
std::vector<PrintedCitation> printed_citations(std::string_view text);

/// Those of a sentence that no marker with an entry in the reference list covers.
std::vector<PrintedCitation> unmarked_citations(const model::Sentence& sentence);

/// Keys of the works that may be meant.
std::vector<std::string> citation_keys(const std::vector<PrintedCitation>& citations);

}  // namespace evident::resolve
