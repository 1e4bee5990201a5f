// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "extract/design.hpp"
#include "extract/extract.hpp"
#include "extract/findings.hpp"
#include "extract/place.hpp"
#include "text/normal.hpp"
#include "text/phrases.hpp"

namespace evident::extract {
namespace {

using model::QuantityKind;

void add_once(std::vector<std::string>& list, std::string item) {
  if (!item.empty() && std::find(list.begin(), list.end(), item) == list.end())
    list.push_back(std::move(item));
}

/// The folded words after a figure, up to the next figure or clause: they tell what was done with the people
/// counted.
std::string words_after(std::string_view text, size_t from) {
  size_t end = from;
  while (end < text.size() && end < from + 90 && text[end] != ';' && text[end] != ',' &&
         (text[end] < '0' || text[end] > '9')) {
    if (text[end] == '.' && (end + 1 == text.size() || text[end + 1] == ' ')) break;
    ++end;
  }
  return text::fold(text.substr(from, end - from));
}

bool counts_controls(const model::Quantity& count) {
  return text::contains_any(text::fold(count.printed), {"control"});
}

/// How well a count speaks for the number studied: 3 randomised or analysed, 2 enrolled, 1 merely counted, 0
/// screened or lost.
int count_rank(std::string_view text, const model::Quantity& count) {
  std::string after = words_after(text, count.span.end);
  size_t from = count.span.start > 40 ? count.span.start - 40 : 0;
  std::string before = text::fold(text.substr(from, count.span.start - from));
  if (text::contains_any(after, {"referred", "screened", "excluded", "dropped out", "withdrew", "approached",
                                 "invited", "eligib", "discontinued", "lost to", "refused", "declined"}))
    return 0;
  if (counts_controls(count)) return 0;
  if (text::contains_any(after, {"randomi", "randomly", "allocated", "analysed", "analyzed"}) ||
      text::contains_any(before, {"randomised ", "randomized ", "randomly assigned ", "randomly allocated "}))
    return 3;
  if (text::contains_any(after, {"enrolled", "included", "recruited", "participated", "took part",
                                 "completed", "were studied", "were treated"}) ||
      text::contains_any(before, {"enrolled ", "included ", "recruited ", "studied in", "a total of"}))
    return 2;
  return 1;
}

/// A size printed as "n = 42": that of a group, as a rule.
bool lettered(std::string_view text, const model::Quantity& count) {
  const size_t last = text.substr(0, count.span.start).find_last_not_of(' ');
  return last != std::string_view::npos && (text[last] == '=' || text[last] == ':');
}

/// Two counts one beside the other: "26 patients with emphysema and 33 patients without", "74 women, 109
/// men". "Of 36 patients ... and 8 ..." tells the whole first.
bool side_by_side(std::string_view text, const model::Quantity& left, const model::Quantity& right) {
  const auto sex = [](const model::Quantity& count) { return count.unit == "man" || count.unit == "woman"; };
  if (sex(left) && sex(right) && left.unit != right.unit) return true;
  if (text::fold(text.substr(0, left.span.start)).ends_with("of")) return false;
  const std::string_view between = text.substr(left.span.end, right.span.start - left.span.end);
  if (between.find_first_of(".;(") != std::string_view::npos) return false;
  const std::string joint = " " + text::fold(between);
  return joint.ends_with(" and") || joint.ends_with(" or") || joint.ends_with(" versus") ||
         joint.ends_with(" vs") || (between.ends_with(", ") && left.unit == right.unit);
}

/// The whole among counts that speak equally well; 0 where they do not agree on one.
double whole_of(std::string_view text, const std::vector<model::Quantity>& counts) {
  const auto less = [](const auto& left, const auto& right) { return left.value < right.value; };
  const auto largest = std::max_element(counts.begin(), counts.end(), less);
  double others = 0;
  bool differ = false;
  for (const model::Quantity& count : counts) {
    if (&count != &*largest) others += count.value;
    differ = differ || count.value != largest->value;
  }
  if (!differ || others == largest->value) return largest->value;
  // A whole is told before its parts, and in another place than beside one of them.
  const auto next = largest + 1;
  const bool leads = largest == counts.begin();
  const bool in_words = std::any_of(counts.begin(), counts.end(), [&](const auto& count) {
    return count.value == largest->value && !lettered(text, count);
  });
  return leads && in_words && !side_by_side(text, *largest, *next) ? largest->value : 0;
}

int sample_size(std::string_view text, const std::vector<model::Quantity>& figures) {
  std::vector<model::Quantity> counts, best;
  std::vector<int> ranks;
  for (const model::Quantity& figure : figures) {
    if (figure.kind != QuantityKind::sample_size) continue;
    const int rank = count_rank(text, figure);
    if (rank == 0) continue;
    ranks.push_back(lettered(text, figure) ? 1 : rank);
    counts.push_back(figure);
    // "109 men and 74 women took part": what is said of one is said of both.
    const size_t last = counts.size() - 1;
    if (last > 0 && side_by_side(text, counts[last - 1], counts[last]))
      ranks[last - 1] = ranks[last] = std::max(ranks[last - 1], ranks[last]);
  }
  const int top = ranks.empty() ? 0 : *std::max_element(ranks.begin(), ranks.end());
  for (size_t at = 0; at < counts.size(); ++at)
    if (ranks[at] == top) best.push_back(counts[at]);
  const double whole = best.empty() ? 0 : whole_of(text, best);
  // Those who were randomised are the whole; others that were told after more, or beside controls, may be a
  // part.
  if (top < 3) {
    for (const model::Quantity& count : counts)
      if (count.span.start < best.front().span.start && count.value > whole) return 0;
    for (const model::Quantity& figure : figures)
      if (figure.kind == QuantityKind::sample_size && counts_controls(figure)) return 0;
  }
  return whole < 1e9 ? static_cast<int>(whole) : 0;
}

/// Groups printed with their sizes: "aspirin (n=50)".
std::vector<model::Arm> arms(std::string_view text, const std::vector<model::Quantity>& figures, int whole) {
  std::vector<model::Arm> found;
  for (const model::Quantity& figure : figures) {
    if (figure.kind != QuantityKind::sample_size || figure.value >= whole || figure.value < 1) continue;
    size_t at = figure.span.start;
    size_t open = text.substr(0, at).find_last_of("([");
    bool bracketed = open != std::string_view::npos && at - open < 12 &&
                     text.substr(open, at - open).find_first_of("=:") != std::string_view::npos;
    if (!bracketed) continue;
    // The label is the last words before the bracket, back to a clause or a joining word.
    size_t start = open;
    while (start > 0 && std::string_view(",;.:([)]").find(text[start - 1]) == std::string_view::npos) --start;
    std::string label = text::squeeze(text.substr(start, open - start));
    for (std::string_view joint :
         {" either ", " receive ", " received ", " to ", " and ", " or ", " with ", " of "}) {
      size_t cut = label.rfind(joint);
      if (cut != std::string::npos) label = label.substr(cut + joint.size());
    }
    for (std::string_view joint : {"and ", "or ", "either ", "to "})
      if (label.starts_with(joint)) label = label.substr(joint.size());
    if (!label.empty() && label.size() < 80) found.push_back({label, static_cast<int>(figure.value)});
  }
  return found.size() >= 2 ? found : std::vector<model::Arm>();
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Registration numbers by shape: a known prefix and the digits that follow.
void add_registrations(std::string_view text, std::vector<std::string>& list) {
  struct Shape {
    std::string_view prefix;
    size_t digits;
  };
  static constexpr std::array<Shape, 8> shapes = {{{"NCT", 8},
                                                   {"ISRCTN", 8},
                                                   {"ACTRN", 14},
                                                   {"ChiCTR", 10},
                                                   {"DRKS", 8},
                                                   {"UMIN", 9},
                                                   {"NTR", 3},
                                                   {"IRCT", 8}}};
  for (const Shape& shape : shapes) {
    for (size_t at = text.find(shape.prefix); at != std::string_view::npos;
         at = text.find(shape.prefix, at + 1)) {
      if (at > 0 && std::isalnum(static_cast<unsigned char>(text[at - 1])) != 0) continue;
      size_t from = at + shape.prefix.size(), end = from;
      while (end < text.size() && is_digit(text[end])) ++end;
      bool exact = shape.prefix == "NCT" || shape.prefix == "ISRCTN";
      if (exact ? end - from == shape.digits : end - from >= shape.digits)
        add_once(list, std::string(text.substr(at, end - at)));
    }
  }
  // EudraCT: 2006-001234-12.
  for (size_t at = 0; at + 14 <= text.size(); ++at) {
    if (!is_digit(text[at]) || (at > 0 && is_digit(text[at - 1])) || text[at + 4] != '-' ||
        text[at + 11] != '-')
      continue;
    bool shape = true;
    for (size_t index = 0; index < 14; ++index)
      shape = shape && (index == 4 || index == 11 || is_digit(text[at + index]));
    if (shape && (at + 14 == text.size() || !is_digit(text[at + 14])))
      add_once(list, std::string(text.substr(at, 14)));
  }
}

}  // namespace

std::vector<std::string> registrations(std::string_view text) {
  std::vector<std::string> found;
  add_registrations(text, found);
  return found;
}

void study_facts(model::WorkRecord& record) {
  model::StudyFacts& study = record.study;
  study = {};
  study.design = design_of(record);
  std::string whole = record.title;
  if (!whole.empty() && whole.back() != '.') whole += '.';
  for (const model::AbstractSection& section : record.abstract) whole += " " + section.text;
  study.quantities = quantities(whole);
  study.sample_size = sample_size(whole, study.quantities);
  study.arms = arms(whole, study.quantities, study.sample_size);
  for (const std::string& affiliation : record.affiliations) {
    add_once(study.countries, affiliation_country(affiliation));
    add_once(study.cities, affiliation_city(affiliation));
    for (std::string& name : institutions(affiliation)) add_once(study.institutions, std::move(name));
  }
  for (const Place& place : places(whole)) add_once(study.countries, place.country);
  for (std::string& name : institutions(whole)) add_once(study.institutions, std::move(name));
  study.registrations = record.registrations;
  add_registrations(whole, study.registrations);
  add_findings(record);
}

}  // namespace evident::extract
