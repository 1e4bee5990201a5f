// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/record/values.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "text/normal.hpp"

namespace evident::read::record {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// Words and numbers of a date: "9/14/2002" is 9, 14, 2002.
std::vector<std::string_view> date_parts(std::string_view text) {
  std::vector<std::string_view> parts;
  for (size_t at = 0; at < text.size();) {
    const bool digits = is_digit(text[at]);
    const auto belongs = [&](char c) {
      return digits ? is_digit(c) : (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
    };
    size_t end = at;
    while (end < text.size() && belongs(text[end])) ++end;
    if (end > at) parts.push_back(text.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return parts;
}

std::string_view digits_at(std::string_view text, size_t at) {
  size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return text.substr(at, end - at);
}

}  // namespace

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find(separator, at), text.size());
    std::string part = text::squeeze(text.substr(at, end - at));
    if (!part.empty()) parts.push_back(std::move(part));
    at = end + 1;
  }
  return parts;
}

int month(std::string_view word) {
  constexpr std::array<std::string_view, 12> names{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};
  if (!word.empty() && is_digit(word[0])) {
    const int value = word.size() <= 2 ? number(word) : 0;
    return value >= 1 && value <= 12 ? value : 0;
  }
  const std::string folded = text::fold(word.substr(0, 3));
  for (size_t i = 0; i < names.size(); ++i) {
    if (folded == names[i]) return static_cast<int>(i) + 1;
  }
  return 0;
}

int year_in(std::string_view text) {
  for (size_t at = 0; at + 4 <= text.size(); ++at) {
    if (at > 0 && is_digit(text[at - 1])) continue;
    const auto digits = digits_at(text, at);
    if (digits.size() < 4 || digits.size() == 5) continue;
    const int year = number(digits.substr(0, 4));
    if (year >= 1500 && year <= 2100) return year;
  }
  return 0;
}

model::Date date(std::string_view text) {
  model::Date date;
  date.year = year_in(text);
  if (date.year == 0) return date;
  const auto parts = date_parts(text);
  const auto year = std::find_if(parts.begin(), parts.end(), [&](std::string_view part) {
    return part.size() >= 4 && is_digit(part[0]) && number(part.substr(0, 4)) == date.year;
  });
  if (year == parts.end()) return date;
  std::vector<std::string_view> others;
  if (year->size() == 8) {  // 20020914
    others = {year->substr(4, 2), year->substr(6, 2)};
  } else {
    others.assign(parts.begin(), year);
    others.insert(others.end(), year + 1, parts.end());
  }
  const bool before = year != parts.begin();
  const auto is_name = [](std::string_view part) {
    return !is_digit(part[0]) && part.size() >= 3 && month(part) > 0;
  };
  const auto named = std::find_if(others.begin(), others.end(), is_name);
  const auto day_of = [](std::string_view part) {
    const int day = part.size() <= 2 && is_digit(part[0]) ? number(part) : 0;
    return day <= 31 ? day : 0;
  };
  if (named != others.end()) {
    date.month = month(*named);
    // The day stands beside the month, before or behind it; a second month makes a range.
    for (const auto part : others) {
      if (date.day == 0) date.day = day_of(part);
    }
    if (std::count_if(others.begin(), others.end(), is_name) > 1) date.day = 0;
  } else if (others.size() >= 2 && before && month(others[0]) == 0) {  // 14/9/2002
    date.month = month(others[1]);
    date.day = date.month > 0 ? day_of(others[0]) : 0;
  } else if (!others.empty()) {
    date.month = month(others[0]);
    if (others.size() >= 2 && date.month > 0) date.day = day_of(others[1]);
  }
  const size_t told = 1U + (date.month > 0) + (date.day > 0);
  size_t words = 0;
  for (const auto part : parts) words += is_digit(part[0]) || part.size() >= 3;
  if (year->size() == 8) words += 2;
  // A time of the day is no more of a date.
  if (words > told && text.find(':') == std::string_view::npos) date.printed = text::squeeze(text);
  return date;
}

std::string title(std::string text) {
  if (text.size() > 1 && text.back() == '.' && text[text.size() - 2] != '.') text.pop_back();
  return text;
}

std::string without_markup(std::string_view html) {
  constexpr std::array<std::string_view, 12> inline_tags{
      "i", "b", "sup", "sub", "em", "strong", "span", "u", "sc", "jats:italic", "jats:sup", "jats:sub"};
  std::string out;
  for (size_t at = 0; at < html.size();) {
    const size_t close = html[at] == '<' ? html.find('>', at) : std::string_view::npos;
    const char first = at + 1 < html.size() ? html[at + 1] : '\0';
    const bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
    const bool tag = close != std::string_view::npos && close - at < 200 && (letter || first == '/');
    if (tag) {
      // Tags of blocks part words, those within a line do not.
      const std::string_view name = html.substr(at + (first == '/' ? 2 : 1));
      const bool within = std::any_of(inline_tags.begin(), inline_tags.end(), [&](std::string_view known) {
        return name.starts_with(known) && (name[known.size()] == '>' || name[known.size()] == ' ');
      });
      if (!within) out += ' ';
      at = close + 1;
    } else {
      out += html[at++];
    }
  }
  return text::squeeze(out);
}

std::string pages(std::string_view text) {
  std::string out;
  bool dash = false;
  for (size_t at = 0; at < text.size();) {
    const size_t start = at;
    const char32_t c = text::next_code_point(text, at);
    const bool is_dash = c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
    if (is_dash) {
      while (!out.empty() && out.back() == ' ') out.pop_back();
      if (!dash) out += '-';
    } else if (c != ' ' || !dash) {
      out += text.substr(start, at - start);
    }
    dash = is_dash || (dash && c == ' ');
  }
  const size_t begin = out.find_first_not_of(" -");
  if (begin == std::string::npos) return "";
  return out.substr(begin, out.find_last_not_of(" -,;") + 1 - begin);
}

std::string pages(const std::string& first, const std::string& last) {
  const std::string begin = pages(first), end = pages(last);
  return begin.empty() || end.empty() || begin == end || begin.find('-') != std::string::npos
             ? begin
             : begin + "-" + end;
}

}  // namespace evident::read::record
