// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/feedback.hpp"

#include <algorithm>
#include <map>

#include "index/concepts.hpp"
#include "index/text_counts.hpp"
#include "text/normal.hpp"

namespace evident::index {

namespace {

constexpr size_t most_terms = 100;
constexpr size_t looked_up = 300;  // of which the rarity is asked for
/// Words that are added to the length of a text, so that a title alone does not count by its few words.
constexpr double least_length = 50;

bool heavier(const FeedbackTerm& left, const FeedbackTerm& right) {
  return left.weight != right.weight ? left.weight > right.weight : left.term < right.term;
}

void keep_heaviest(std::vector<FeedbackTerm>& terms, size_t most) {
  std::sort(terms.begin(), terms.end(), heavier);
  if (terms.size() > most) terms.resize(most);
}

}  // namespace

std::vector<FeedbackTerm> feedback_terms(const Xapian::Database& database,
                                         const std::vector<Example>& examples, Xapian::doccount all) {
  std::map<std::string, double> shares;
  for (const auto& example : examples) {
    std::vector<std::pair<std::string, double>> counts;
    double length = least_length;
    const auto end = database.termlist_end(example.number);
    for (auto term = database.termlist_begin(example.number); term != end; ++term) {
      if (!is_text_term(*term)) continue;
      length += term.get_wdf();
      if (!text::is_stop_word(*term)) counts.emplace_back(*term, term.get_wdf());
    }
    for (const auto& [term, count] : counts) shares[term] += example.weight * count / length;
  }
  std::vector<FeedbackTerm> terms;
  terms.reserve(shares.size());
  for (const auto& [term, share] : shares) terms.push_back({term, share, 0});
  keep_heaviest(terms, looked_up);
  for (auto& term : terms) {
    term.rarity = rarity(database.get_termfreq(term.term), all);
    term.weight *= term.rarity;
  }
  keep_heaviest(terms, most_terms);
  double sum = 0;
  for (const auto& term : terms) sum += term.weight;
  for (auto& term : terms) term.weight /= sum;
  std::sort(terms.begin(), terms.end(),
            [](const auto& left, const auto& right) { return left.term < right.term; });
  return terms;
}

}  // namespace evident::index
