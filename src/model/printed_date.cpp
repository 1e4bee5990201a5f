// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/printed_date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "text/normal.hpp"

namespace evident::model {

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

int month(std::string_view word) {
  constexpr std::array<std::string_view, 12> names{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};
  // German, French, Spanish, Italian, Portuguese, Dutch and Scandinavian names that begin otherwise.
  constexpr auto others = std::to_array<std::pair<std::string_view, int>>(
      {{"ene", 1}, {"gen", 1},  {"fev", 2},  {"maa", 3},  {"avr", 4},  {"abr", 4}, {"mai", 5}, {"mag", 5},
       {"maj", 5}, {"mei", 5},  {"juin", 6}, {"giu", 6},  {"juil", 7}, {"lug", 7}, {"aou", 8}, {"ago", 8},
       {"set", 9}, {"okt", 10}, {"out", 10}, {"ott", 10}, {"dez", 12}, {"dic", 12}});
  if (!word.empty() && is_digit(word[0])) {
    const int value = word.size() <= 2 ? number(word) : 0;
    return value >= 1 && value <= 12 ? value : 0;
  }
  const std::string folded = text::fold(word);
  for (size_t i = 0; i < names.size(); ++i) {
    if (folded.starts_with(names[i])) return static_cast<int>(i) + 1;
  }
  for (const auto& [name, number_of_month] : others) {
    if (folded.starts_with(name)) return number_of_month;
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

Date printed_date(std::string_view text) {
  Date date;
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

}  // namespace evident::model
