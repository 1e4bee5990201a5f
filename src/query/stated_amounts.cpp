// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/stated_amounts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "extract/extract.hpp"
#include "extract/topic.hpp"
#include "query/stated_results.hpp"
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

/// "were randomised to baclofen (n=42) or placebo (n=42) for 12 weeks": a treatment stands before in the
/// sentence. Of an abstract alone, which tells of its own study.
bool behind_treatment(std::string_view text, const Quantity& time) {
  const size_t stop = text.substr(0, time.span.start).rfind(". ");
  const size_t from = stop == std::string_view::npos ? 0 : stop + 2;
  const std::string before = text::fold(text.substr(from, time.span.start - from));
  if (!before.ends_with(" for")) return false;
  static constexpr std::array<std::string_view, 7> treated = {
      "randomi", " assigned ", " allocated ", " received ", " treated ", " given ", " administered "};
  return std::any_of(treated.begin(), treated.end(),
                     [&](std::string_view word) { return before.find(word) != std::string::npos; });
}

/// "mg", "mg/kg", "iu": what can be compared; what is taken in a day is compared with a single dose, since
/// texts leave the day out.
std::string dimension(const Quantity& dose) {
  std::string unit = dose.unit;
  if (unit.ends_with("/day")) unit.resize(unit.size() - 4);
  return unit;
}

void add_amounts(std::string_view text, bool own, std::vector<Amount>& doses, std::vector<Amount>& times) {
  constexpr size_t near = 25;  // bytes to either side: the drug, not the one after
  for (Quantity& quantity : extract::quantities(text)) {
    if (quantity.kind != QuantityKind::dose && quantity.kind != QuantityKind::duration) continue;
    if (quantity.unit == "iu") continue;  // "0.06 units" of a scale as well
    if (quantity.kind == QuantityKind::duration && !of_treatment(text, quantity) &&
        !(own && behind_treatment(text, quantity)))
      continue;
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

/// Two of the abstract's times one after the other: a treatment and its follow-up.
bool is_sum_of_times(double days, const model::WorkRecord& work) {
  const auto& all = work.study.quantities;
  for (auto one = all.begin(); one != all.end(); ++one)
    for (auto other = one; other != all.end(); ++other)
      if (one != other && one->unit == "day" && other->unit == "day" &&
          resolve::same_duration(one->value + other->value, days))
        return true;
  return false;
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

}  // namespace

std::vector<OtherAmount> other_amounts(std::string_view claim, const model::WorkRecord& work) {
  std::vector<OtherAmount> found;
  if (sums_up(work.study.design)) return found;
  found = other_results(claim, work);
  std::vector<Amount> doses, times, own_doses, own_times;
  add_amounts(claim, false, doses, times);
  if (doses.size() != 1 && times.size() != 1) return found;
  add_amounts(work.title, true, own_doses, own_times);
  for (const model::AbstractSection& section : work.abstract)
    add_amounts(section.text, true, own_doses, own_times);

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
    if (!same && !between(told.value, all) && !is_sum_of_times(told.value, work))
      found.push_back({told.printed, printed(all)});
  }
  return found;
}

}  // namespace evident::query
