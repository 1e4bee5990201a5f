// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/same_claim/claim_text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "extract/figure_tokens.hpp"
#include "extract/same_claim/one_spelling.hpp"
#include "extract/same_claim/vocabulary.hpp"
#include "extract/topic.hpp"
#include "text/normal.hpp"

namespace evident::extract::same {

namespace {

constexpr size_t longest_compared = 250;  // words, of sentences that no full stop ended

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::vector<std::string> figures_of(std::string_view text) {
  std::vector<std::string> figures;
  for (const auto& token : figure_tokens(text)) {
    if (token.kind != FigureToken::Kind::number || token.attached || (token.spelt && token.value == 1))
      continue;
    figures.push_back(fmt::format("{}", token.value));
  }
  std::sort(figures.begin(), figures.end());
  return figures;
}

/// Numbers and denials are compared by themselves; words without a meaning of their own only as far as they
/// stand for more or less, before or after.
bool tells_something(const std::string& folded) {
  if (folded.size() < 2 || is_negation(folded) || std::all_of(folded.begin(), folded.end(), is_digit))
    return false;
  const auto tokens = figure_tokens(folded);
  if (tokens.size() == 1 && tokens.front().spelt) return false;
  return !text::is_stop_word(folded) || direction(folded) != 0 || has_opposite(folded);
}

}  // namespace

Text text_of(std::string_view sentence) {
  Text out;
  bool neither = false;
  for (size_t start = 0; start < sentence.size();) {
    const size_t end = std::min(sentence.find_first_of(" \t\n/-", start), sentence.size());
    const std::string_view printed = sentence.substr(start, end - start);
    start = end + 1;
    for (auto& folded : text::fold_words(printed)) {
      if (out.sequence.size() == longest_compared) break;
      const bool contraction = folded == "t" && !out.sequence.empty() && out.sequence.back().ends_with('n');
      neither = neither || folded == "neither";
      if (is_negation(folded) || contraction || (folded == "nor" && !neither)) ++out.negations;
      const bool month = folded == "may" && printed.front() == 'M' && !out.sequence.empty();
      const bool one_of_some = folded == "of" && !out.sequence.empty() && out.sequence.back() == "one";
      if ((is_qualification(folded) && !month) || one_of_some) ++out.qualifications;
      if (tells_something(folded)) {
        Word word;
        word.text = folded;
        word.form = stem(one_spelling(one_meaning(folded)));
        word.general = is_general_word(folded);
        word.upper = std::count_if(printed.begin(), printed.end(), is_upper) > 1;
        out.content.push_back(std::move(word));
      }
      out.sequence.push_back(std::move(folded));
    }
  }
  out.figures = figures_of(sentence);
  return out;
}

}  // namespace evident::extract::same
