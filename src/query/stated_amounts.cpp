// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/stated_amounts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "extract/extract.hpp"
#include "extract/topic.hpp"
#include "resolve/mention_figures.hpp"
#include "text/normal.hpp"

namespace evident::query {
namespace {

using model::Quantity;
using model::QuantityKind;

/// A figure with the words around it.
struct Amount {
  Quantity quantity;
  std::set<std::string> beside;  ///< topics within a few words: the drug
};

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.starts_with(word); });
}

/// "for 12 weeks", "a 12-week trial", "12 weeks of treatment": how long the study or the treatment went on.
/// Ages, illnesses and intervals are times as well.
bool of_treatment(std::string_view text, const Quantity& time) {
  const std::string after = text::fold(text.substr(time.span.end, 40));
  if (starts_with_any(after, {"trial", "study", "treatment", "course", "intervention", "programme", "program",
                              "of treatment", "of therapy", "of supplementation", "of follow up", "follow up",
                              "double blind", "randomi", "open label", "period of treatment"}))
    return true;
  const size_t from = time.span.start > 24 ? time.span.start - 24 : 0;
  const std::string before = " " + text::fold(text.substr(from, time.span.start - from));
  static constexpr std::array<std::string_view, 11> treated = {
      " daily for", " day for",      " treated for",      " treatment for", " mg for",     " given for",
      " lasted",    " followed for", " administered for", " weekly for",    " placebo for"};
  return std::any_of(treated.begin(), treated.end(),
                     [&](std::string_view words) { return before.ends_with(words); });
}

/// "mg", "mg/kg", "iu": what can be compared; what is taken in a day is compared with a single dose, since
/// texts leave the day out.
std::string dimension(const Quantity& dose) {
  std::string unit = dose.unit;
  if (unit.ends_with("/day")) unit.resize(unit.size() - 4);
  return unit;
}

void add_amounts(std::string_view text, std::vector<Amount>& doses, std::vector<Amount>& times) {
  constexpr size_t near = 25;  // bytes to either side: the drug, not the one after
  for (Quantity& quantity : extract::quantities(text)) {
    if (quantity.kind != QuantityKind::dose && quantity.kind != QuantityKind::duration) continue;
    if (quantity.unit == "iu") continue;  // "0.06 units" of a scale as well
    if (quantity.kind == QuantityKind::duration && !of_treatment(text, quantity)) continue;
    const size_t from = quantity.span.start > near ? quantity.span.start - near : 0;
    Amount amount;
    amount.beside = extract::topic_set(text.substr(from, quantity.span.end + near - from));
    auto& list = quantity.kind == QuantityKind::dose ? doses : times;
    amount.quantity = std::move(quantity);
    list.push_back(std::move(amount));
  }
}

/// The same amount, or one a day and the other at a time: two to four times a day.
bool same_dose(const Quantity& left, const Quantity& right) {
  for (int times = 1; times <= 4; ++times)
    for (const double ratio : {left.value / right.value, right.value / left.value})
      if (std::abs(ratio - times) < 1e-6) return true;
  return false;
}

bool shares_topic(const Amount& left, const Amount& right) {
  return std::any_of(left.beside.begin(), left.beside.end(),
                     [&](const std::string& word) { return right.beside.contains(word); });
}

bool between(double value, const std::vector<const Amount*>& amounts) {
  const auto below = [&](const Amount* amount) { return amount->quantity.value <= value; };
  return std::any_of(amounts.begin(), amounts.end(), below) &&
         !std::all_of(amounts.begin(), amounts.end(), below);
}

std::vector<std::string> printed(const std::vector<const Amount*>& amounts) {
  constexpr size_t most = 3;
  std::vector<std::string> found;
  for (const Amount* amount : amounts)
    if (found.size() < most && std::find(found.begin(), found.end(), amount->quantity.printed) == found.end())
      found.push_back(amount->quantity.printed);
  return found;
}

/// True for what tells of many studies, each with doses and times of its own.
bool sums_up(model::StudyDesign design) {
  using model::StudyDesign;
  return design == StudyDesign::systematic_review || design == StudyDesign::meta_analysis ||
         design == StudyDesign::review || design == StudyDesign::guideline ||
         design == StudyDesign::editorial || design == StudyDesign::comment;
}

bool is_result(const Quantity& quantity) {
  return quantity.kind == QuantityKind::percentage || quantity.kind == QuantityKind::ratio ||
         quantity.kind == QuantityKind::mean;
}

std::vector<Quantity> results_of(std::string_view text) {
  std::vector<Quantity> results;
  for (Quantity& quantity : extract::quantities(text)) {
    // The level of an interval is none.
    const std::string_view behind = text.substr(quantity.span.end);
    if (is_result(quantity) && !behind.starts_with(" CI") && !behind.starts_with(" confidence"))
      results.push_back(std::move(quantity));
  }
  return results;
}

/// A claim that tells some results of the abstract as they are, and one of the same kind that is not there: a
/// single figure may be of the article's text.
void add_other_result(std::string_view claim, const model::WorkRecord& work,
                      std::vector<OtherAmount>& found) {
  const std::vector<Quantity> told = results_of(claim);
  if (told.size() < 2) return;
  std::vector<Quantity> own;
  for (const model::AbstractSection& section : work.abstract)
    for (Quantity& quantity : results_of(section.text)) own.push_back(std::move(quantity));
  const auto stands = [&](const Quantity& figure) {
    return std::any_of(
        work.study.quantities.begin(), work.study.quantities.end(),
        [&](const Quantity& known) { return known.value == figure.value || known.of == figure.value; });
  };
  const auto other = std::find_if_not(told.begin(), told.end(), stands);
  if (other == told.end() ||
      std::count_if(told.begin(), told.end(), stands) + 1 != static_cast<long>(told.size()))
    return;
  OtherAmount amount{other->printed, {}};
  for (const Quantity& figure : own) {
    const bool told_too =
        std::any_of(told.begin(), told.end(), [&](const Quantity& one) { return one.value == figure.value; });
    if (figure.kind == other->kind && figure.unit == other->unit && !told_too && amount.stated.size() < 3)
      amount.stated.push_back(figure.printed);
  }
  if (!amount.stated.empty()) found.push_back(std::move(amount));
}

}  // namespace

std::vector<OtherAmount> other_amounts(std::string_view claim, const model::WorkRecord& work) {
  std::vector<OtherAmount> found;
  if (sums_up(work.study.design)) return found;
  add_other_result(claim, work, found);
  std::vector<Amount> doses, times, own_doses, own_times;
  add_amounts(claim, doses, times);
  if (doses.size() != 1 && times.size() != 1) return found;
  add_amounts(work.title, own_doses, own_times);
  for (const model::AbstractSection& section : work.abstract) add_amounts(section.text, own_doses, own_times);

  if (doses.size() == 1) {
    const Amount& told = doses.front();
    std::vector<const Amount*> comparable;
    for (const Amount& own : own_doses)
      if (dimension(own.quantity) == dimension(told.quantity)) comparable.push_back(&own);
    const bool same = std::any_of(comparable.begin(), comparable.end(),
                                  [&](const Amount* own) { return same_dose(told.quantity, own->quantity); });
    // The dose of another drug is none of this one.
    const bool alike = std::any_of(comparable.begin(), comparable.end(),
                                   [&](const Amount* own) { return shares_topic(told, *own); });
    if (alike && !same && !between(told.quantity.value, comparable))
      found.push_back({told.quantity.printed, printed(comparable)});
  }
  if (times.size() == 1 && !own_times.empty()) {
    const Quantity& told = times.front().quantity;
    std::vector<const Amount*> all;
    for (const Amount& own : own_times) all.push_back(&own);
    // Any time of the abstract will do, not only those of treatment.
    const bool same = std::any_of(work.study.quantities.begin(), work.study.quantities.end(),
                                  [&](const Quantity& own) {
                                    return own.unit == "day" && resolve::same_duration(own.value, told.value);
                                  }) ||
                      std::any_of(all.begin(), all.end(), [&](const Amount* own) {
                        return resolve::same_duration(own->quantity.value, told.value);
                      });
    if (!same && !between(told.value, all)) found.push_back({told.printed, printed(all)});
  }
  return found;
}

}  // namespace evident::query
