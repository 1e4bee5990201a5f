// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace evident::extract {

/// A word of a sentence in lower case; "," stands for any punctuation.
struct SentenceWord {
  std::string text;
  bool capital = false;  ///< printed with a capital
};

/// How much of a sentence its print shows: headings and labels are seldom written with a full stop.
enum class SentenceShape {
  fragment,
  opened,
  closed
};  ///< neither; begins with a capital; ends with a full stop too

/// True where one of the words is an English verb in finite form. There is no dictionary of verbs: beside
/// common ones, the place among other words tells, and the less the print looks like a sentence, the less it
/// takes a word for a verb.
bool has_finite_verb(const std::vector<SentenceWord>& words, SentenceShape shape);

bool is_determiner(std::string_view word);

}  // namespace evident::extract
