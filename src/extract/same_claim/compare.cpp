// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>

#include "extract/same_claim/claim_text.hpp"
#include "extract/same_claim/same_claim.hpp"
#include "extract/same_claim/vocabulary.hpp"
#include "text/one_of.hpp"

namespace evident::extract {

using same::Text;
using same::Word;

namespace {

constexpr double general_weight = 0.4;  // of a word that any report may hold; other content words weigh 1
double weight_of(const Word& word) {
  return word.general ? general_weight : 1;
}
constexpr double least_topics = 3;
constexpr double least_words = 0.7, near_order = 0.8;
constexpr double per_missing_figure = 0.05;

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

/// The words that both have next to one that is left over: where it stands.
std::pair<std::string_view, std::string_view> neighbours(const Text& text, const Word* word) {
  const Word *before = word, *behind = word;
  const Word *begin = text.content.data(), *end = begin + text.content.size();
  while (before != begin && !before->matched) --before;
  while (behind != end && !behind->matched) ++behind;
  return {before->matched ? before->form : std::string_view(),
          behind != end ? behind->form : std::string_view()};
}

/// True where one text has a word in the place of another: that may be a synonym that we do not know, but as
/// well another thing. General words may be put for each other; one that merely came in is none of these.
bool something_replaced(const Text& first, const std::vector<const Word*>& only_first, const Text& second,
                        const std::vector<const Word*>& only_second) {
  for (const Word* word : only_first) {
    for (const Word* other : only_second) {
      if (word->general && other->general) continue;
      if (!word->general && !other->general) return true;
      const auto here = neighbours(first, word), there = neighbours(second, other);
      if (here.first == there.first || here.second == there.second) return true;
    }
  }
  return false;
}

/// "was tolerated", "are caused by".
bool is_passive(const Text& text) {
  const auto be = std::find_if(text.sequence.begin(), text.sequence.end(), [](const std::string& word) {
    return text::one_of(word, {"is", "are", "was", "were", "be", "been", "being"});
  });
  return std::any_of(be, text.sequence.end(), [](const std::string& word) {
    return word == "by" || word.ends_with("ed") || word.ends_with("en");
  });
}

/// "Zinc shortens colds" and "Colds shorten zinc": of few words in another order, who did it and to whom may
/// have changed places; only where one of the two is passive it has not.
bool may_have_changed_places(const Text& first, const Text& second, double order) {
  constexpr size_t few_words = 5;
  return std::max(first.content.size(), second.content.size()) <= few_words && order < near_order &&
         is_passive(first) == is_passive(second);
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
  Text first = same::text_of(first_text), second = same::text_of(second_text);
  match_forms(first, second);
  match_abbreviations(first, second);
  match_abbreviations(second, first);
  match_beginnings(first, second);

  SameClaim same;
  double shared = 0, all = 0, topics = 0;
  for (const auto* text : {&first, &second}) {
    for (const auto& word : text->content) {
      all += weight_of(word);
      if (!word.matched) continue;
      shared += weight_of(word);
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
  // Of what both state, nothing may differ; that one states more is another matter.
  if (!absent.empty() && !other.empty()) return std::nullopt;
  if (first.negations != second.negations || first.qualifications != second.qualifications ||
      turned_round(only_first, only_second))
    return std::nullopt;
  if (something_replaced(first, only_first, second, only_second) ||
      may_have_changed_places(first, second, same.order))
    return std::nullopt;
  same.score = std::max(same.words, (same.words + same.order) / 2) -
               per_missing_figure * static_cast<double>(absent.size() + other.size());
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
