// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/numeric_marker.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

namespace evident::extract {
namespace {

constexpr int largest_number = 9999;
constexpr int longest_range = 60;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
  return is_lower(c) || is_upper(c);
}

size_t blank_at(std::string_view text, size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t') return 1;
  const std::string_view next = text.substr(at, 3);
  if (next.starts_with("\xC2\xA0")) return 2;
  return next == "\xE2\x80\x89" || next == "\xE2\x80\xAF" ? 3 : 0;
}

/// Hyphen, en dash, em dash, minus and their kin.
size_t dash_at(std::string_view text, size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == '-') return 1;
  const std::string_view next = text.substr(at, 3);
  if (next == "\xE2\x88\x92") return 3;
  if (next.size() == 3 && next.starts_with("\xE2\x80")) {
    const unsigned char last = static_cast<unsigned char>(next[2]);
    if (last >= 0x90 && last <= 0x95) return 3;
  }
  return 0;
}

/// A superscript digit: its bytes and value.
size_t superscript_at(std::string_view text, size_t at, int& value) {
  const std::string_view two = text.substr(at, 2);
  if (two == "\xC2\xB9") value = 1;
  if (two == "\xC2\xB2") value = 2;
  if (two == "\xC2\xB3") value = 3;
  if (two == "\xC2\xB9" || two == "\xC2\xB2" || two == "\xC2\xB3") return 2;
  const std::string_view three = text.substr(at, 3);
  if (three.size() < 3 || !three.starts_with("\xE2\x81")) return 0;
  const unsigned char last = static_cast<unsigned char>(three[2]);
  if (last != 0xB0 && (last < 0xB4 || last > 0xB9)) return 0;
  value = last - 0xB0;
  return 3;
}

void append(NumericMarker& marker, int number) {
  if (!marker.numbers.empty() && number <= marker.numbers.back()) marker.ascending = false;
  // A marker holds few numbers: looking through them costs less than a set.
  if (std::find(marker.numbers.begin(), marker.numbers.end(), number) == marker.numbers.end()) {
    marker.numbers.push_back(number);
  }
}

/// Takes a number that ends the list or the range begun before it. False where the range makes no sense.
bool take(NumericMarker& marker, int number, bool range) {
  if (number < 1 || number > largest_number) return false;
  if (!range) {
    append(marker, number);
    return true;
  }
  const int first = marker.numbers.back();
  if (number <= first || number - first > longest_range) return false;
  for (int next = first + 1; next <= number; ++next) append(marker, next);
  return true;
}

/// "p. 4", "pp. 4-9", "Table 2" after a number: the part of the work that is meant. The offset of what ends
/// it
/// (";" or `close`); 0 where something else stands there.
size_t skip_locator(std::string_view text, size_t at, char close) {
  static constexpr std::array<std::string_view, 21> words = {
      "p.",   "pp.",  "page", "Table", "table", "Fig", "fig",   "chap", "Chap", "ch.",     "sect",
      "Sect", "Sec.", "sec.", "Thm",   "Theor", "Eq",  "Lemma", "App",  "Algo", "\xC2\xA7"};
  const auto begins = [&](std::string_view word) { return text.substr(at).starts_with(word); };
  if (std::none_of(words.begin(), words.end(), begins)) return 0;
  const char ends[] = {close, ';', '[', '\0'};
  const size_t end = text.substr(0, at + 40).find_first_of(ends, at);
  return end == std::string_view::npos || text[end] == '[' ? 0 : end;
}

/// "see", "e.g." and the like before the numbers.
size_t lead_size(std::string_view text) {
  for (std::string_view lead :
       {"e.g., ", "e.g. ", "see, e.g., ", "see e.g. ", "see also ", "see ", "cf. ", "reviewed in "}) {
    if (text.starts_with(lead)) return lead.size();
  }
  return 0;
}

/// Numbers, separators and blanks up to `close`; the offset after it, or 0.
size_t read_numbers(std::string_view text, size_t at, char close, NumericMarker& marker) {
  bool range = false;
  bool expect = true;
  if (const size_t lead = lead_size(text.substr(at)); lead > 0) {
    marker.worded = true;
    at += lead;
  }
  while (at < text.size()) {
    if (const size_t blank = blank_at(text, at)) {
      at += blank;
    } else if (is_digit(text[at])) {
      if (!expect) return 0;
      const size_t start = at;
      int number = 0;
      while (at < text.size() && is_digit(text[at]) && at - start < 5)
        number = number * 10 + (text[at++] - '0');
      if (text[start] == '0' || !take(marker, number, range)) return 0;
      range = expect = false;
    } else if (const size_t end =
                   expect && !range && !marker.numbers.empty() ? skip_locator(text, at, close) : 0) {
      expect = false;
      at = end;
    } else if (expect && marker.several && !range && text.substr(at).starts_with("and ")) {
      at += 4;  // "[4, 5, and 6]"
    } else if (expect || marker.numbers.size() > 200) {
      return 0;
    } else if (text[at] == close) {
      return at + 1;
    } else if (text[at] == ',' || text[at] == ';') {
      expect = marker.several = true;
      ++at;
    } else if (text.substr(at).starts_with("and ")) {
      expect = marker.several = true;
      at += 4;
    } else if (const size_t dash = dash_at(text, at)) {
      range = expect = marker.several = true;
      at += dash;
    } else {
      return 0;
    }
  }
  return 0;
}

/// A symbol before the bracket: "F[1,12]", "x[3]", "=[1, 2]". "hepatitis B[3]" and "2004a[3]" do cite.
bool is_index(std::string_view text, size_t at, bool several) {
  if (at == 0) return false;
  const char before = text[at - 1];
  if (before == '=' || before == '_') return true;
  if (!(is_lower(before) || (several && is_upper(before)))) return false;
  if (at == 1) return true;
  const char first = text[at - 2];
  return !is_letter(first) && !is_digit(first) && static_cast<unsigned char>(first) < 0x80;
}

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  return text;
}

/// The word that ends before the offset, ASCII letters only.
std::string_view word_before(std::string_view text, size_t at) {
  size_t start = at;
  while (start > 0 && is_letter(text[start - 1])) --start;
  return text.substr(start, at - start);
}

/// "a median of 24 (21-27)", "3 days [2-7]" where ranges or quartiles are told of: the spread of a figure
/// that lies within it.
bool is_spread(std::string_view text, const NumericMarker& marker) {
  if (!marker.several || marker.numbers.size() < 2) return false;
  std::string_view before = without_blanks(text.substr(0, marker.span.start));
  const std::string_view unit = word_before(before, before.size());
  for (std::string_view time : {"day", "days", "week", "weeks", "month", "months", "year", "years", "hours"})
    if (unit == time) before = without_blanks(before.substr(0, before.size() - unit.size()));
  if (before.ends_with('%')) before.remove_suffix(1);
  size_t start = before.size();
  while (start > 0 && (is_digit(before[start - 1]) || before[start - 1] == '.')) --start;
  const std::string digits(before.substr(start));
  if (digits.empty() || digits.size() > 7 || (start > 0 && is_letter(before[start - 1]))) return false;
  const double figure = std::strtod(digits.c_str(), nullptr);
  if (figure < marker.numbers.front() || figure > marker.numbers.back()) return false;
  constexpr size_t near = 250;
  const size_t from = marker.span.start > near ? marker.span.start - near : 0;
  const std::string_view around = text.substr(from, marker.span.end + near - from);
  for (std::string_view word : {"edian", "IQR", "nterquartile", "range", "Range", "mean", "\xC2\xB1", "p = "})
    if (around.find(word) != std::string_view::npos) return true;
  return false;
}

/// "95% CI [1, 3]", "the interval was [1, 3]", "an IQR of (2, 5)": the ends of an interval.
bool is_interval(std::string_view text, const NumericMarker& marker) {
  static constexpr std::array<std::string_view, 5> names = {"CI", "CIs", "IQR", "CrI", "HDI"};
  static constexpr std::array<std::string_view, 4> links = {"was", "is", "of", "were"};
  const auto is_in = [](const auto& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
  };
  if (marker.numbers.size() < 2) return false;
  const auto end_before = [&](size_t at) {
    while (at > 0 &&
           (text[at - 1] == ' ' || text[at - 1] == ':' || text[at - 1] == '=' || text[at - 1] == ','))
      --at;
    return at;
  };
  size_t end = end_before(marker.span.start);
  std::string_view word = word_before(text, end);
  const bool linked = is_in(links, word);
  if (linked) {
    end = end_before(end - word.size());
    word = word_before(text, end);
  }
  return is_in(names, word) || (linked && (word == "interval" || word == "range"));
}

/// A dash, "to" or "through" between two brackets; 0 where something else stands there.
size_t range_word_at(std::string_view text, size_t at) {
  for (const std::string_view word : {"to", "through"})
    if (text.substr(at).starts_with(word) && blank_at(text, at + word.size()) > 0) return word.size();
  return dash_at(text, at);
}

/// "[1]-[3]", "[8, 9]-[11]", "[1] to [3]": the second bracket ends a range that the first begins.
size_t take_range_end(std::string_view text, size_t at, char open, char close, NumericMarker& marker) {
  while (const size_t blank = blank_at(text, at)) at += blank;
  const size_t link = range_word_at(text, at);
  if (link == 0) return 0;
  at += link;
  while (const size_t blank = blank_at(text, at)) at += blank;
  NumericMarker last;
  if (at >= text.size() || text[at] != open) return 0;
  const size_t end = read_numbers(text, at + 1, close, last);
  if (end == 0 || last.several || !take(marker, last.numbers.front(), true)) return 0;
  marker.several = true;
  return end;
}

std::vector<NumericMarker> enclosed(std::string_view text, char open, char close) {
  std::vector<NumericMarker> out;
  for (size_t at = text.find(open); at != std::string_view::npos; at = text.find(open, at + 1)) {
    NumericMarker marker;
    size_t end = read_numbers(text, at + 1, close, marker);
    if (end == 0) continue;
    end = std::max(end, take_range_end(text, end, open, close, marker));
    marker.span = {at, end};
    marker.indexes =
        is_index(text, at, marker.several) || is_interval(text, marker) || is_spread(text, marker);
    out.push_back(std::move(marker));
    at = end - 1;
  }
  return out;
}

/// What stands before the item of an enumeration, "... three things: (1) bees, (2) wasps; and (3) flies".
enum class Lead { none, full_stop, sure };
Lead lead_before(std::string_view text, size_t at) {
  const std::string_view before = without_blanks(text.substr(0, at));
  if (before.empty()) return Lead::sure;
  const std::string_view word = word_before(before, before.size());
  if (word == "and" || word == "or") return Lead::sure;
  if (std::string_view(":;,").find(before.back()) != std::string_view::npos) return Lead::sure;
  return before.back() == '.' && word_before(before, before.size() - 1) != "al" ? Lead::full_stop
                                                                                : Lead::none;
}

/// Marks numbers that count on from (1), each before the words of its item.
void mark_enumerations(std::string_view text, std::vector<NumericMarker>& markers) {
  NumericMarker* last = nullptr;
  Lead last_lead = Lead::none;
  for (NumericMarker& marker : markers) {
    const std::string_view behind = text.substr(marker.span.end);
    const bool item = blank_at(behind, 0) > 0 && behind.size() > 1 &&
                      (is_letter(behind[1]) || static_cast<unsigned char>(behind[1]) >= 0x80);
    if (marker.several || !item) continue;
    const int number = marker.numbers.front();
    if (number != 1 && (last == nullptr || number != last->numbers.front() + 1)) continue;
    const Lead lead = lead_before(text, marker.span.start);
    if (number > 1) {
      if (lead != Lead::sure && last_lead != Lead::sure && !last->indexes) continue;
      marker.indexes = last->indexes = true;
    }
    last = &marker;
    last_lead = lead;
  }
}

/// "Koch 1959" may be followed by a superscript; other numbers are raised to a power by it.
bool ends_in_year(std::string_view text) {
  if (text.size() < 6 || is_digit(text[text.size() - 5])) return false;
  const std::string_view year = text.substr(text.size() - 4);
  return (year.starts_with("19") || year.starts_with("20")) && is_digit(year[2]) && is_digit(year[3]) &&
         text[text.size() - 5] == ' ';
}

bool is_unit(std::string_view word) {
  static constexpr std::array<std::string_view, 14> units = {"m",  "cm", "mm", "km", "dm", "kg", "ft",
                                                             "in", "nm", "um", "s",  "mi", "sq", "chi"};
  return word.size() == 1 || std::find(units.begin(), units.end(), word) != units.end();
}

/// A letter of the Latin alphabet with an accent, a closing quotation mark or a sign of trade: a word may end
/// in them. Other characters beyond ASCII are symbols.
bool ends_in_word(std::string_view text) {
  size_t start = text.size();
  while (start > 0 && (static_cast<unsigned char>(text[start - 1]) & 0xC0) == 0x80) --start;
  if (start == 0) return false;
  const std::string_view last = text.substr(start - 1);
  const auto lead = static_cast<unsigned char>(last.front());
  if (lead >= 0xC3 && lead <= 0xC9) return true;
  for (std::string_view mark :
       {"\xE2\x80\x99", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xC2\xBB", "\xC2\xAE", "\xE2\x84\xA2"})
    if (last == mark) return true;
  return false;
}

/// A number raised behind what can be raised to a power: "10³", "m²", "χ²". Only ten has powers above nine.
bool is_power(std::string_view before, const NumericMarker& marker) {
  if (before.empty() || before.back() == ' ') return true;
  if (marker.several || (marker.numbers.front() > 9 && !before.ends_with("10"))) return false;
  if (is_digit(before.back())) return !ends_in_year(before);
  if (static_cast<unsigned char>(before.back()) >= 0x80) return !ends_in_word(before);
  const std::string_view word = word_before(before, before.size());
  const std::string_view left = before.substr(0, before.size() - word.size());
  const bool possessive = word == "s" && (left.ends_with('\'') || left.ends_with("\xE2\x80\x99"));
  return !word.empty() && is_unit(word) && !possessive;
}

/// What may stand before the stop that a lost superscript follows: a word, "22%", "IU", a closing bracket or
/// quote. A number or an initial may not: "2.5", "Fig. B.2".
bool may_close(std::string_view before) {
  if (before.size() < 2) return false;
  const char last = before.back();
  if (is_lower(last) || last == ')' || last == '"' || last == '%') return true;
  return is_upper(last) && is_letter(before[before.size() - 2]);
}

/// 'He said "it works."2'
bool ends_in_quote(std::string_view before) {
  for (std::string_view quote : {"\"", "\xE2\x80\x9D"}) {
    if (!before.ends_with(quote)) continue;
    const std::string_view inside = before.substr(0, before.size() - quote.size());
    return inside.size() > 1 && (inside.back() == '.' || inside.back() == ',') &&
           is_lower(inside[inside.size() - 2]);
  }
  return false;
}

}  // namespace

std::vector<NumericMarker> bracket_markers(std::string_view text) {
  return enclosed(text, '[', ']');
}
std::vector<NumericMarker> parenthesis_markers(std::string_view text) {
  std::vector<NumericMarker> markers = enclosed(text, '(', ')');
  mark_enumerations(text, markers);
  return markers;
}

std::vector<NumericMarker> superscript_markers(std::string_view text) {
  std::vector<NumericMarker> out;
  for (size_t at = 0; at < text.size(); ++at) {
    int digit = 0;
    const unsigned char byte = static_cast<unsigned char>(text[at]);
    if ((byte != 0xC2 && byte != 0xE2) || superscript_at(text, at, digit) == 0) continue;
    NumericMarker marker;
    const size_t start = at;
    size_t end = at;
    bool sound = true;
    bool range = false;
    while (sound) {
      int number = 0;
      size_t width = 0;
      while (end < text.size() && number <= largest_number &&
             (width = superscript_at(text, end, digit)) > 0) {
        number = number * 10 + digit;
        end += width;
      }
      sound = take(marker, number, range);
      at = end;
      // A comma or dash belongs to the marker where another superscript follows it.
      size_t separator = dash_at(text, end);
      if (text.substr(end, 3) == "\xE2\x81\xBB") separator = 3;
      range = separator > 0;
      if (end < text.size() && (text[end] == ',' || text[end] == ';')) separator = 1;
      if (separator == 0) separator = blank_at(text, end);
      if (separator == 0 || end + separator >= text.size() ||
          superscript_at(text, end + separator, digit) == 0)
        break;
      end += separator;
      marker.several = true;
    }
    marker.span = {start, at};
    --at;  // the loop moves on by one
    if (sound && !is_power(text.substr(0, start), marker)) out.push_back(std::move(marker));
  }
  return out;
}

std::vector<NumericMarker> lost_superscripts(std::string_view text) {
  std::vector<NumericMarker> out;
  for (size_t at = 3; at < text.size(); ++at) {
    if (!is_digit(text[at]) || is_digit(text[at - 1])) continue;
    const char before = text[at - 1];
    const bool stop = before == '.' || before == ',' || before == ';' || before == ':';
    // "in 1994.1 Later trials": a year has no decimals.
    const bool closed = stop && (may_close(text.substr(0, at - 1)) || ends_in_year(text.substr(0, at - 1)));
    const bool quoted = ends_in_quote(text.substr(0, at));
    const std::string_view word = word_before(text, at);
    const bool glued = word.size() >= 4 && std::all_of(word.begin(), word.end(), is_lower);
    if (!closed && !glued && !quoted) continue;
    NumericMarker marker;
    size_t end = at;
    bool range = false;
    bool sound = true;
    while (sound) {
      int number = 0;
      const size_t start = end;
      while (end < text.size() && is_digit(text[end]) && end - start < 4)
        number = number * 10 + (text[end++] - '0');
      sound = text[start] != '0' && take(marker, number, range);
      size_t separator = dash_at(text, end);
      range = separator > 0;
      if (end < text.size() && text[end] == ',') separator = 1;
      if (separator == 0 || end + separator >= text.size() || !is_digit(text[end + separator])) break;
      end += separator;
      marker.several = true;
    }
    marker.span = {at, end};
    at = end;
    const bool last = end >= text.size() || blank_at(text, end) > 0;
    const bool punctuation = !last && glued && (text[end] == '.' || text[end] == ',' || text[end] == ';') &&
                             (end + 1 >= text.size() || blank_at(text, end + 1) > 0);
    if (sound && (last || punctuation)) out.push_back(std::move(marker));
  }
  return out;
}

}  // namespace evident::extract
