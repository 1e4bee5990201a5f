// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cctype>
#include <numeric>

#include <fmt/format.h>

#include "extract/figure_tokens.hpp"
#include "extract/same_claim/same_claim.hpp"
#include "extract/same_claim/vocabulary.hpp"
#include "extract/topic.hpp"
#include "text/normal.hpp"

namespace evident::extract {

namespace {

constexpr size_t longest_compared = 250;  // words, of sentences that no full stop ended
constexpr double general_weight = 0.4;    // of a word that any report may hold; other content words weigh 1
constexpr double least_topics = 3;
constexpr double least_words = 0.7, near_order = 0.8;
/// One word in so many may be another, as where somebody wrote a synonym that we do not know.
constexpr size_t words_for_another = 10;
constexpr double per_missing_figure = 0.05, per_other_word = 0.1;

struct Word {
  std::string text;  // folded
  std::string form;  // stem of the one spelling of the one meaning
  bool general = false, name = false, upper = false;
  bool matched = false;
  double weight() const { return general ? general_weight : 1; }
};

struct Text {
  std::vector<std::string> sequence;  // all words, folded
  std::vector<Word> content;
  std::vector<std::string> figures;  // sorted, each once
  int negations = 0;
};

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

/// True where the word is written as a name within a sentence: "COMBINE", "IL-2", "Ameisen".
bool written_as_name(std::string_view word, bool first) {
  const auto capitals = std::count_if(word.begin(), word.end(), is_upper);
  return capitals > 1 || (capitals == 1 && !first);
}

std::vector<std::string> figures_of(std::string_view text) {
  std::vector<std::string> figures;
  for (const auto& token : figure_tokens(text)) {
    if (token.kind != FigureToken::Kind::number || token.attached || (token.spelt && token.value == 1))
      continue;
    figures.push_back(fmt::format("{}", token.value));
  }
  std::sort(figures.begin(), figures.end());
  figures.erase(std::unique(figures.begin(), figures.end()), figures.end());
  return figures;
}

Text text_of(std::string_view sentence) {
  Text out;
  bool neither = false;
  for (size_t start = 0; start < sentence.size();) {
    const size_t end = std::min(sentence.find_first_of(" \t\n/-", start), sentence.size());
    const std::string_view printed = sentence.substr(start, end - start);
    start = end + 1;
    const bool first = out.sequence.empty();
    for (auto& folded : text::fold_words(printed)) {
      if (out.sequence.size() == longest_compared) break;
      const bool contraction = folded == "t" && !out.sequence.empty() && out.sequence.back().ends_with('n');
      neither = neither || folded == "neither";
      if (same::is_negation(folded) || contraction || (folded == "nor" && !neither)) ++out.negations;
      const bool digits =
          std::all_of(folded.begin(), folded.end(), [](char c) { return c >= '0' && c <= '9'; });
      if (!digits && folded.size() > 1 && !text::is_stop_word(folded) && !same::is_negation(folded)) {
        Word word;
        word.text = folded;
        word.form = stem(same::one_spelling(same::one_meaning(folded)));
        word.general = same::is_general_word(folded);
        word.name = !word.general && (written_as_name(printed, first) || same::is_substance(folded));
        word.upper = std::count_if(printed.begin(), printed.end(), is_upper) > 1;
        out.content.push_back(std::move(word));
      }
      out.sequence.push_back(std::move(folded));
    }
  }
  out.figures = figures_of(sentence);
  return out;
}

/// Marks words that have their like in the other text; each word is the like of one.
void match_forms(Text& first, Text& second) {
  for (auto& word : first.content) {
    const auto like = std::find_if(second.content.begin(), second.content.end(), [&](const Word& other) {
      return !other.matched && other.form == word.form;
    });
    if (like != second.content.end()) word.matched = like->matched = true;
  }
}

/// "abstinent" and "abstention", "analysed" and "analysis": what is left over and begins alike.
void match_beginnings(Text& first, Text& second) {
  for (auto& word : first.content) {
    if (word.matched || word.form.size() < 5) continue;
    for (auto& other : second.content) {
      if (other.matched) continue;
      const auto ends =
          std::mismatch(word.form.begin(), word.form.end(), other.form.begin(), other.form.end());
      const auto common = static_cast<size_t>(ends.first - word.form.begin());
      if (common < 5 || 4 * common < 3 * std::max(word.form.size(), other.form.size())) continue;
      word.matched = other.matched = true;
      break;
    }
  }
}

/// "AUD" and "alcohol use disorder": an abbreviation takes the words whose initials it is.
void match_abbreviations(Text& first, Text& second) {
  for (auto& word : first.content) {
    if (word.matched || !word.upper || word.text.size() < 2 || word.text.size() > 6) continue;
    const std::string_view letters = word.text.ends_with('s') && word.text.size() > 3
                                         ? std::string_view(word.text).substr(0, word.text.size() - 1)
                                         : std::string_view(word.text);
    for (size_t at = 0; at + letters.size() <= second.content.size(); ++at) {
      const auto begin = second.content.begin() + static_cast<std::ptrdiff_t>(at);
      const auto end = begin + static_cast<std::ptrdiff_t>(letters.size());
      if (!std::equal(begin, end, letters.begin(), [](const Word& spelt, char letter) {
            return !spelt.matched && spelt.text.front() == letter;
          }))
        continue;
      std::for_each(begin, end, [](Word& spelt) { spelt.matched = true; });
      word.matched = true;
      break;
    }
  }
}

/// Length of the longest common subsequence, as a share of both.
double order_of(const std::vector<std::string>& first, const std::vector<std::string>& second) {
  std::vector<size_t> row(second.size() + 1, 0);
  for (const auto& word : first) {
    size_t diagonal = 0;
    for (size_t j = 0; j < second.size(); ++j) {
      const size_t above = row[j + 1];
      row[j + 1] = word == second[j] ? diagonal + 1 : std::max(above, row[j]);
      diagonal = above;
    }
  }
  const size_t all = first.size() + second.size();
  return all == 0 ? 0 : 2.0 * static_cast<double>(row.back()) / static_cast<double>(all);
}

/// What a text has that the other has not.
std::vector<const Word*> left_over(const Text& text) {
  std::vector<const Word*> words;
  for (const auto& word : text.content) {
    if (!word.matched) words.push_back(&word);
  }
  return words;
}

std::vector<std::string> missing(const std::vector<std::string>& from, const std::vector<std::string>& in) {
  std::vector<std::string> figures;
  std::set_difference(from.begin(), from.end(), in.begin(), in.end(), std::back_inserter(figures));
  return figures;
}

bool turned_round(const std::vector<const Word*>& first, const std::vector<const Word*>& second) {
  return std::any_of(first.begin(), first.end(), [&](const Word* word) {
    return std::any_of(second.begin(), second.end(),
                       [&](const Word* other) { return same::are_opposites(word->text, other->text); });
  });
}

size_t topics_among(const std::vector<const Word*>& words) {
  return static_cast<size_t>(
      std::count_if(words.begin(), words.end(), [](const Word* word) { return !word->general; }));
}
bool any_name(const std::vector<const Word*>& words) {
  return std::any_of(words.begin(), words.end(), [](const Word* word) { return word->name; });
}

std::vector<std::string> texts_of(const std::vector<const Word*>& words) {
  std::vector<std::string> texts;
  for (const Word* word : words) texts.push_back(word->text);
  return texts;
}

}  // namespace

std::string_view to_string(SameClaim::Kind kind) {
  switch (kind) {
    case SameClaim::Kind::verbatim:
      return "verbatim";
    case SameClaim::Kind::near_duplicate:
      return "near-duplicate";
    case SameClaim::Kind::paraphrase:
      break;
  }
  return "paraphrase";
}

std::optional<SameClaim> same_claim(std::string_view first_text, std::string_view second_text) {
  Text first = text_of(first_text), second = text_of(second_text);
  match_forms(first, second);
  match_abbreviations(first, second);
  match_abbreviations(second, first);
  match_beginnings(first, second);

  SameClaim same;
  double shared = 0, all = 0, topics = 0;
  for (const auto* text : {&first, &second}) {
    for (const auto& word : text->content) {
      all += word.weight();
      if (!word.matched) continue;
      shared += word.weight();
      if (text != &first) continue;
      if (!word.general) ++topics;
      if (std::find(same.shared.begin(), same.shared.end(), word.text) == same.shared.end())
        same.shared.push_back(word.text);
    }
  }
  if (topics < least_topics) return std::nullopt;
  same.words = shared / all;
  same.order = order_of(first.sequence, second.sequence);
  std::set_intersection(first.figures.begin(), first.figures.end(), second.figures.begin(),
                        second.figures.end(), std::back_inserter(same.figures));
  if (first.sequence == second.sequence) {
    same.kind = SameClaim::Kind::verbatim;
    same.score = 1;
    return same;
  }

  const auto only_first = left_over(first), only_second = left_over(second);
  const auto absent = missing(first.figures, second.figures), other = missing(second.figures, first.figures);
  const size_t replaced = std::min(topics_among(only_first), topics_among(only_second));
  // Of what both state, nothing may differ; that one states more is another matter.
  if (!absent.empty() && !other.empty()) return std::nullopt;
  if (first.negations != second.negations || turned_round(only_first, only_second)) return std::nullopt;
  if (any_name(only_first) && any_name(only_second)) return std::nullopt;
  if (replaced > static_cast<size_t>(topics) / words_for_another) return std::nullopt;
  same.score = std::max(same.words, (same.words + same.order) / 2) -
               per_missing_figure * static_cast<double>(absent.size() + other.size()) -
               per_other_word * static_cast<double>(replaced);
  if (same.words < least_words || same.score < least_words) return std::nullopt;
  same.score = std::min(same.score, 0.99);  // 1 is that of a copy
  if (same.order >= near_order) same.kind = SameClaim::Kind::near_duplicate;
  same.only_first = texts_of(only_first);
  same.only_second = texts_of(only_second);
  for (const auto& figure : absent) same.only_first.push_back(figure);
  for (const auto& figure : other) same.only_second.push_back(figure);
  return same;
}

}  // namespace evident::extract
