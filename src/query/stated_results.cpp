// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/stated_results.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <set>

#include "extract/extract.hpp"
#include "extract/topic.hpp"
#include "text/normal.hpp"
#include "text/sentences.hpp"

namespace evident::query {

namespace {

using model::Quantity;
using model::QuantityKind;

/// The level of an interval is no result.
bool is_result(const Quantity& quantity, std::string_view behind) {
  if (behind.starts_with(" CI") || behind.starts_with(" confidence")) return false;
  return quantity.kind == QuantityKind::percentage || quantity.kind == QuantityKind::ratio ||
         quantity.kind == QuantityKind::mean || quantity.kind == QuantityKind::fraction;
}

/// "odds", "hazard", "risk": of which ratio; "" where its name is not told.
std::string_view ratio_name(std::string_view text, const Quantity& ratio) {
  constexpr size_t reach = 60;  // bytes: "odds ratio for abstinence was"
  const size_t from = ratio.span.start > reach ? ratio.span.start - reach : 0;
  const std::string before = text::fold(text.substr(from, ratio.span.start - from));
  std::string_view name;
  size_t last = 0;
  for (const std::string_view one : {"odds ratio", "hazard ratio", "risk ratio", "relative risk"})
    if (const size_t at = before.rfind(one); at != std::string::npos && at >= last) name = one, last = at;
  return name;
}

/// "The odds ratio for abstinence was 3.6": words stand between the name and the figure, but no other figure.
bool is_named_ratio(std::string_view text, const Quantity& figure) {
  if (figure.kind != QuantityKind::other || figure.value == std::floor(figure.value)) return false;
  const std::string_view name = ratio_name(text, figure);
  if (name.empty()) return false;
  const std::string before = text::fold(text.substr(0, figure.span.start));
  return before.find_first_of("0123456789", before.rfind(name)) == std::string::npos;
}

/// "62.8 (SE 5.4)": how far a value may be off.
bool is_spread(std::string_view text, const Quantity& figure) {
  const std::string_view before = text.substr(0, figure.span.start);
  return before.ends_with("SE ") || before.ends_with("SD ") || before.ends_with("SEM ");
}

std::vector<Quantity> results_of(std::string_view text) {
  std::vector<Quantity> results;
  for (Quantity& quantity : extract::quantities(text)) {
    if (is_named_ratio(text, quantity)) quantity.kind = QuantityKind::ratio;
    if (is_result(quantity, text.substr(quantity.span.end)) && !is_spread(text, quantity))
      results.push_back(std::move(quantity));
  }
  return results;
}

/// A measured value may have its unit behind the next one: "62.8 against 30.8 days".
bool same_unit(const Quantity& claimed, const Quantity& own) {
  return claimed.unit == own.unit || (claimed.kind == QuantityKind::mean && own.unit.empty());
}

bool stands_in(const Quantity& figure, const model::WorkRecord& work) {
  return std::any_of(work.study.quantities.begin(), work.study.quantities.end(), [&](const Quantity& known) {
    return known.value == figure.value || known.of == figure.value;
  });
}

/// A claim that tells some results of the abstract as they are, and one of the same kind that is not there.
void add_one_of_many(const std::vector<Quantity>& told, const model::WorkRecord& work,
                     std::vector<OtherAmount>& found) {
  const auto stands = [&](const Quantity& figure) { return stands_in(figure, work); };
  const auto other = std::find_if_not(told.begin(), told.end(), stands);
  if (other == told.end() ||
      std::count_if(told.begin(), told.end(), stands) + 1 != static_cast<long>(told.size()))
    return;
  OtherAmount amount{other->printed, {}};
  for (const model::AbstractSection& section : work.abstract)
    for (const Quantity& figure : results_of(section.text)) {
      const bool told_too = std::any_of(told.begin(), told.end(),
                                        [&](const Quantity& one) { return one.value == figure.value; });
      const bool like = figure.kind == other->kind && same_unit(*other, figure) &&
                        (figure.kind != QuantityKind::fraction || figure.of == other->of);
      if (like && !told_too && amount.stated.size() < 3) amount.stated.push_back(figure.printed);
    }
  if (!amount.stated.empty()) found.push_back(std::move(amount));
}

/// Beginnings of words that name what became of those who were studied.
std::set<std::string_view> outcomes(std::string_view text) {
  static constexpr std::array<std::string_view, 13> starts = {
      "abstin",  "surviv", "remission", "recover", "mortal", "death",  "relaps",
      "dropout", "cure",   "recur",     "respon",  "heal",   "pregnan"};
  std::set<std::string_view> named;
  for (const std::string& word : text::fold_words(text))
    for (const std::string_view start : starts)
      if (word.starts_with(start)) named.insert(start);
  return named;
}

/// "more than", "about", "up to": no figure of the abstract need be it.
bool is_rough(std::string_view text, const Quantity& figure) {
  const size_t from = figure.span.start > 20 ? figure.span.start - 20 : 0;
  const std::string before = " " + text::fold(text.substr(from, figure.span.start - from));
  static constexpr std::array<std::string_view, 14> rough = {
      " than",   " about", " around",  " approximately", " least", " over", " nearly",
      " almost", " to",    " roughly", " under",         " most",  " some", " further"};
  return std::any_of(rough.begin(), rough.end(),
                     [&](std::string_view word) { return before.ends_with(word); });
}

std::string full_text(const model::WorkRecord& work) {
  std::string all = work.title;
  for (const model::AbstractSection& section : work.abstract) all += "\n" + section.text;
  return all;
}

/// "Mortality fell by 40%" is a share of another share.
bool tells_change(std::string_view claim) {
  static constexpr std::array<std::string_view, 12> starts = {"reduc",  "increas", "decreas", "lower",
                                                              "higher", "improv",  "fewer",   "less",
                                                              "fell",   "rose",    "differ",  "greater"};
  const std::vector<std::string> words = text::fold_words(claim);
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return std::any_of(starts.begin(), starts.end(),
                       [&](std::string_view start) { return word.starts_with(start); });
  });
}

/// The share may be rounded, that of the others, worked out of counts, or a difference of two.
bool may_be_worked_out(double share, const std::vector<Quantity>& own) {
  std::vector<double> shares;
  for (const Quantity& figure : own) {
    if (figure.kind == QuantityKind::percentage) shares.push_back(figure.value);
    if (figure.kind == QuantityKind::fraction) shares.push_back(100 * figure.value / figure.of);
  }
  const auto near = [&](double value) { return std::abs(value - share) <= 1.0; };
  for (const double one : shares) {
    if (near(one) || near(100 - one)) return true;
    for (const double other : shares)
      if (near(one - other) || near(one + other)) return true;
  }
  return false;
}

/// Topics of a claim but for the verb behind a share: "80% stayed abstinent".
std::set<std::string> named_topics(std::string_view claim) {
  std::set<std::string> topics;
  std::string before;
  for (const std::string& word : text::fold_words(claim)) {
    const bool behind_share = !before.empty() && std::isdigit(static_cast<unsigned char>(before[0])) != 0;
    if (!behind_share || !word.ends_with("ed"))
      for (std::string& topic : extract::topic_words(word)) topics.insert(std::move(topic));
    before = word;
  }
  return topics;
}

/// All that the claim speaks of, but for a word in four, and every other figure of it, is in the abstract.
bool tells_of_abstract(std::string_view claim, const Quantity& figure, const std::string& own) {
  const std::set<std::string> topics = named_topics(claim), there = extract::topic_set(own);
  const auto shared = std::count_if(topics.begin(), topics.end(),
                                    [&](const std::string& word) { return there.contains(word); });
  constexpr long of_four = 3;
  if (shared * 4 < static_cast<long>(topics.size()) * of_four) return false;
  const std::vector<Quantity> stated = extract::quantities(own), told = extract::quantities(claim);
  return std::all_of(told.begin(), told.end(), [&](const Quantity& one) {
    return one.span.start == figure.span.start ||
           std::any_of(stated.begin(), stated.end(),
                       [&](const Quantity& known) { return known.value == one.value; });
  });
}

/// The like figure of the same outcome, in the same sentence of the abstract.
bool is_like(std::string_view claim, const Quantity& told, std::string_view sentence, const Quantity& own) {
  if (told.kind != own.kind) return false;
  if (told.kind == QuantityKind::fraction) return told.of == own.of;
  if (told.kind == QuantityKind::ratio)
    return !ratio_name(claim, told).empty() && ratio_name(claim, told) == ratio_name(sentence, own);
  return told.kind == QuantityKind::percentage;
}

/// A claim that tells one result alone.
void add_single(std::string_view claim, const Quantity& told, const model::WorkRecord& work,
                std::vector<OtherAmount>& found) {
  const std::set<std::string_view> named = outcomes(claim);
  const std::string own = full_text(work);
  if (named.empty() || is_rough(claim, told) || stands_in(told, work) || !tells_of_abstract(claim, told, own))
    return;
  if (told.kind == QuantityKind::percentage && tells_change(claim)) return;
  if (told.kind == QuantityKind::percentage && may_be_worked_out(told.value, results_of(own))) return;
  OtherAmount amount{told.printed, {}};
  for (const model::AbstractSection& section : work.abstract)
    for (const Span& span : text::sentences(section.text)) {
      const std::string_view sentence = std::string_view(section.text).substr(span.start, span.size());
      if (outcomes(sentence) != named) continue;
      for (const Quantity& figure : results_of(sentence)) {
        if (!is_like(claim, told, sentence, figure)) continue;
        // "6.25" is told as "6.3", and one ratio as its inverse.
        if (told.kind == QuantityKind::ratio &&
            (std::abs(figure.value - told.value) < 0.1 || std::abs(1 / figure.value - told.value) < 0.1))
          return;
        if (amount.stated.size() < 3) amount.stated.push_back(figure.printed);
      }
    }
  if (!amount.stated.empty()) found.push_back(std::move(amount));
}

}  // namespace

std::vector<OtherAmount> other_results(std::string_view claim, const model::WorkRecord& work) {
  std::vector<OtherAmount> found;
  const std::vector<Quantity> told = results_of(claim);
  if (told.size() == 1) add_single(claim, told.front(), work, found);
  if (told.size() > 1) add_one_of_many(told, work, found);
  return found;
}

}  // namespace evident::query
