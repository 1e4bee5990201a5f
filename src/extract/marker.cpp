// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/marker.hpp"

#include <algorithm>
#include <set>

namespace evident::extract {
namespace {

constexpr size_t enough_to_show_a_style = 3;

bool is_number(std::string_view label) {
  return !label.empty() && label.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "[4, 2, 3], [6, 5]": sets of numbers in a row, of which no citation is made.
bool is_chain(std::string_view text, const NumericMarker& first, const NumericMarker& second) {
  if (!first.several || !second.several || (first.ascending && second.ascending)) return false;
  return text.substr(first.span.end, second.span.start - first.span.end) == ", ";
}

}  // namespace

MarkerReader::MarkerReader(const std::vector<model::Reference>& references,
                           const std::vector<std::string_view>& texts)
    : m_author_year(references) {
  for (const model::Reference& reference : references) {
    if (reference.label.empty()) continue;
    m_labels.emplace(reference.label, reference.index);  // the first of two entries with one label keeps it
    (is_number(reference.label) ? m_numbered : m_keyed) = true;
  }
  learn_brackets(texts);
  // A page cites in one style: where brackets do, other numbers are measurements and years are years.
  const size_t wanted = std::min(enough_to_show_a_style, std::max<size_t>(m_labels.size(), 1));
  const Style parentheses = m_numbered ? style(texts, parenthesis_markers) : Style();
  if (m_answered >= wanted) {
    m_parenthesis =
        uses_the_list_in_order(parentheses) && !uses_the_list_in_order(style(texts, bracket_markers));
    // A list without numbers answers to no bracket, and may to names.
    m_names = m_labels.empty() && named(texts) > m_answered;
    return;
  }
  if (m_numbered) {
    m_superscript = is_style(style(texts, superscript_markers), true);
    m_lost_superscript = !m_superscript && is_style(style(texts, lost_superscripts), false);
    m_parenthesis = !m_superscript && !m_lost_superscript && is_style(parentheses, false);
  }
  m_names = !m_superscript && !m_lost_superscript && !m_parenthesis;
}

void MarkerReader::learn_brackets(const std::vector<std::string_view>& texts) {
  for (std::string_view text : texts) {
    uint64_t last_end = 0;
    for (const NumericMarker& marker : bracket_markers(text)) {
      const int number = marker.numbers.front();
      const bool year = number >= 1000 && !marker.several;
      const bool answered = m_labels.empty() ? !year : m_labels.contains(std::to_string(number));
      if (!marker.indexes && !marker.worded && answered && marker.ascending) ++m_answered;
      if (marker.span.start == last_end && last_end > 0 && !marker.several) ++m_stacks;
      last_end = marker.span.end;
    }
  }
}

size_t MarkerReader::named(const std::vector<std::string_view>& texts) const {
  size_t number = 0;
  for (std::string_view text : texts) {
    for (const AuthorYearMarker& marker : m_author_year.read(text)) number += !marker.references.empty();
  }
  return number;
}

MarkerReader::Style MarkerReader::style(const std::vector<std::string_view>& texts,
                                        std::vector<NumericMarker> (*find)(std::string_view)) const {
  Style style;
  std::set<int> used;
  for (std::string_view text : texts) {
    for (const NumericMarker& marker : find(text)) {
      if (marker.indexes) continue;
      for (int number : marker.numbers) {
        if (!m_labels.contains(std::to_string(number))) {
          ++style.outside;
          continue;
        }
        ++style.found;
        const int highest = used.empty() ? 0 : *used.rbegin();
        if (used.insert(number).second) style.in_order += number > highest && number <= highest + 3;
      }
    }
  }
  style.used = used.size();
  return style;
}

/// Numbers that cite come in the order of the list when first used, or (lists by alphabet) use it up;
/// measurements do neither.
bool MarkerReader::is_style(const Style& style, bool telling) const {
  if (uses_the_list_in_order(style)) return true;
  const size_t wanted = std::min(enough_to_show_a_style, m_labels.size());
  if (style.found < wanted || style.found <= 2 * style.outside) return false;
  if (telling && style.used * 4 >= m_labels.size() && style.found >= 5 * style.outside) return true;
  const bool ordered = style.used * 2 >= m_labels.size() && style.in_order * 10 >= style.used * 6;
  return ordered || (style.used * 10 >= m_labels.size() * 8 && style.found >= 5 * style.outside);
}

/// Nearly every entry, one after the other: no measurements do that, however many stand among them.
bool MarkerReader::uses_the_list_in_order(const Style& style) const {
  return m_labels.size() >= 8 && style.used * 10 >= m_labels.size() * 8 &&
         style.in_order * 10 >= style.used * 8;
}

bool MarkerReader::is_citation(const NumericMarker& marker) const {
  if (marker.indexes) return false;
  const size_t answered =
      static_cast<size_t>(std::count_if(marker.numbers.begin(), marker.numbers.end(), [&](int number) {
        return m_labels.contains(std::to_string(number));
      }));
  const bool year = !marker.several && marker.numbers.front() >= 1000;
  if (year && answered == 0) return false;
  if (!marker.several) return true;
  // "[2, 1]" may cite, but on a page that stacks its markers it is a set of numbers.
  if (!marker.ascending && (m_stacks >= enough_to_show_a_style || answered < marker.numbers.size()))
    return false;
  return m_labels.empty() ? marker.ascending : answered > 0;
}

Marker MarkerReader::settled(const NumericMarker& marker, std::string rule) const {
  Marker out;
  out.span = marker.span;
  out.rule = std::move(rule);
  for (int number : marker.numbers) {
    const auto label = m_labels.find(std::to_string(number));
    if (label == m_labels.end()) {
      out.dangling.push_back(std::to_string(number));
    } else if (std::find(out.references.begin(), out.references.end(), label->second) ==
               out.references.end()) {
      out.references.push_back(label->second);
    }
  }
  return out;
}

/// "[Smith2004]", "[Smi04, Law03]": brackets that hold labels of the list.
void MarkerReader::read_labels(std::string_view text, std::vector<Marker>& out) const {
  for (size_t open = text.find('['); open != std::string_view::npos; open = text.find('[', open + 1)) {
    const size_t close = text.find_first_of("[]", open + 1);
    if (close == std::string_view::npos || text[close] == '[' || close - open > 200) continue;
    Marker marker;
    marker.span = {open, close + 1};
    marker.rule = "label-bracket";
    for (size_t at = open + 1; at <= close;) {
      const size_t end = std::min(text.find_first_of(",;", at), close);
      size_t first = at;
      while (first < end && text[first] == ' ') ++first;
      const std::string_view label = text.substr(first, end - first);
      const auto found = m_labels.find(label);
      if (found != m_labels.end() && !is_number(label)) marker.references.push_back(found->second);
      at = end + 1;
    }
    if (!marker.references.empty()) out.push_back(std::move(marker));
  }
}

std::vector<Marker> MarkerReader::unbracketed(std::string_view text) const {
  std::vector<Marker> out;
  const auto add = [&](const std::vector<NumericMarker>& markers, const char* rule) {
    for (const NumericMarker& marker : markers) {
      if (!marker.indexes) out.push_back(settled(marker, rule));
    }
  };
  if (m_superscript) add(superscript_markers(text), "superscript");
  if (m_lost_superscript) add(lost_superscripts(text), "lost-superscript");
  if (m_parenthesis) add(parenthesis_markers(text), "parenthesis");
  return out;
}

std::vector<Marker> MarkerReader::doubtful(std::string_view text) const {
  std::vector<Marker> out = unbracketed(text);
  std::erase_if(out,
                [](const Marker& marker) { return marker.references.empty() || marker.dangling.empty(); });
  if (!m_names) return out;
  for (AuthorYearMarker& marker : m_author_year.read(text)) {
    if (!marker.doubtful.empty())
      out.push_back({marker.span, marker.references, std::move(marker.doubtful), "author-year"});
  }
  std::sort(out.begin(), out.end(),
            [](const Marker& a, const Marker& b) { return a.span.start < b.span.start; });
  return out;
}

std::vector<Marker> MarkerReader::read(std::string_view text) const {
  std::vector<Marker> out;
  const bool other_numbers = m_superscript || m_lost_superscript || m_parenthesis;
  const std::vector<NumericMarker> brackets =
      other_numbers ? std::vector<NumericMarker>() : bracket_markers(text);
  for (size_t at = 0; at < brackets.size(); ++at) {
    const bool chained = (at > 0 && is_chain(text, brackets[at - 1], brackets[at])) ||
                         (at + 1 < brackets.size() && is_chain(text, brackets[at], brackets[at + 1]));
    if (is_citation(brackets[at]) && !chained) out.push_back(settled(brackets[at], "numeric-bracket"));
  }
  for (Marker& marker : unbracketed(text)) {
    if (marker.dangling.empty()) out.push_back(std::move(marker));
  }
  if (m_keyed) read_labels(text, out);
  if (m_names) {
    for (AuthorYearMarker& marker : m_author_year.read(text)) {
      if (marker.references.empty() && marker.dangling.empty()) continue;
      out.push_back({marker.span, std::move(marker.references), std::move(marker.dangling), "author-year"});
    }
  }
  std::sort(out.begin(), out.end(),
            [](const Marker& a, const Marker& b) { return a.span.start < b.span.start; });
  std::vector<Marker> kept;
  for (Marker& marker : out) {
    if (kept.empty() || kept.back().span.end <= marker.span.start) kept.push_back(std::move(marker));
  }
  return kept;
}

}  // namespace evident::extract
