// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace evident::extract::same {

/// A content word of a claim.
struct Word {
  std::string text;  // folded
  std::string form;  // stem of the one spelling of the one meaning
  bool general = false, upper = false;
  bool matched = false;
};

/// A claim as it is compared with others.
struct Text {
  std::vector<std::string> sequence;  // all words, folded
  std::vector<Word> content;
  std::vector<std::string> figures;  // sorted, each as often as it stands there
  int negations = 0;
  int qualifications = 0;  // "might", "only", "one of"
};

Text text_of(std::string_view sentence);

}  // namespace evident::extract::same
