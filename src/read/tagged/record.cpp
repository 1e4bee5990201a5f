// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/tagged/record.hpp"

#include <algorithm>
#include <array>

#include "text/normal.hpp"

namespace evident::read::tagged {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

std::string trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t.");
  if (begin == std::string_view::npos) return "";
  return std::string(text.substr(begin, text.find_last_not_of(" \t") + 1 - begin));
}

std::string initials_of(std::string_view given) {
  if (given.size() <= 4 && std::all_of(given.begin(), given.end(), is_capital)) return std::string(given);
  std::string initials;
  bool begins = true;
  for (size_t at = 0; at < given.size(); ++at) {
    const bool separates = given[at] == ' ' || given[at] == '.' || given[at] == '-';
    if (begins && !separates) {
      const auto byte = static_cast<unsigned char>(given[at]);
      const size_t size = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
      initials += given.substr(at, size);
    }
    begins = separates;
  }
  return initials;
}

int month_of(std::string_view word) {
  constexpr std::array<std::string_view, 12> names{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};
  if (!word.empty() && is_digit(word[0])) {
    const int month = std::stoi(std::string(word.substr(0, 2)));
    return month >= 1 && month <= 12 ? month : 0;
  }
  const std::string folded = text::fold(word);
  for (size_t i = 0; i < names.size(); ++i) {
    if (folded.starts_with(names[i])) return static_cast<int>(i) + 1;
  }
  return 0;
}

}  // namespace

std::string Record::first(std::initializer_list<std::string_view> tags) const {
  for (const auto tag : tags) {
    for (const auto& field : fields) {
      if (field.tag == tag && !field.value.empty()) return field.value;
    }
  }
  return "";
}

std::vector<std::string> Record::all(std::initializer_list<std::string_view> tags) const {
  std::vector<std::string> values;
  for (const auto& field : fields) {
    const bool wanted = std::find(tags.begin(), tags.end(), field.tag) != tags.end();
    if (wanted && !field.value.empty()) values.push_back(field.value);
  }
  return values;
}

model::Person person(std::string_view printed) {
  model::Person who;
  const size_t comma = printed.find(',');
  if (comma != std::string_view::npos) {
    who.family = trimmed(printed.substr(0, comma));
    std::string_view rest = printed.substr(comma + 1);
    const size_t suffix = rest.find(',');
    if (suffix != std::string_view::npos) who.suffix = trimmed(rest.substr(suffix + 1));
    const std::string given = trimmed(rest.substr(0, suffix));
    who.initials = initials_of(given);
    if (given.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos) who.given = given;
    return who;
  }
  const std::string whole = trimmed(printed);
  const size_t blank = whole.rfind(' ');
  const std::string_view last =
      blank == std::string::npos ? std::string_view() : std::string_view(whole).substr(blank + 1);
  if (!last.empty() && last.size() <= 4 && std::all_of(last.begin(), last.end(), is_capital)) {
    who.family = whole.substr(0, blank);
    who.initials = last;
  } else {
    who.family = whole;
    who.collective = blank != std::string::npos;
  }
  return who;
}

int year_in(std::string_view text) {
  for (size_t at = 0; at + 4 <= text.size(); ++at) {
    if (at > 0 && is_digit(text[at - 1])) continue;
    if (!std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at),
                     text.begin() + static_cast<std::ptrdiff_t>(at) + 4, is_digit))
      continue;
    const int year = std::stoi(std::string(text.substr(at, 4)));
    if (year >= 1500 && year <= 2100) return year;
  }
  return 0;
}

model::Date date(std::string_view text) {
  model::Date date;
  date.year = year_in(text);
  if (date.year == 0) return date;
  const size_t after = text.find(std::to_string(date.year)) + 4;
  if (after >= text.size()) return date;
  const std::string_view rest = text.substr(after + 1);
  const size_t end = rest.find_first_of(" /-");
  date.month = month_of(rest.substr(0, end));
  if (end != std::string_view::npos && date.month > 0 && end + 1 < rest.size() && is_digit(rest[end + 1])) {
    const int day = std::stoi(std::string(rest.substr(end + 1, 2)));
    if (day >= 1 && day <= 31) date.day = day;
  }
  if (date.month == 0 && rest.find_first_not_of("/ ") != std::string_view::npos) date.printed = text;
  return date;
}

void take_doi(model::Identifiers& ids, std::string_view text) {
  if (!ids.doi.empty()) return;
  if (auto doi = model::normal_doi(text)) ids.doi = std::move(*doi);
}
void take_pmid(model::Identifiers& ids, std::string_view text) {
  if (!ids.pmid.empty()) return;
  if (auto pmid = model::normal_pmid(text)) ids.pmid = std::move(*pmid);
}
void take_pmcid(model::Identifiers& ids, std::string_view text) {
  if (!ids.pmcid.empty()) return;
  if (auto pmcid = model::normal_pmcid(text)) ids.pmcid = std::move(*pmcid);
}

std::string title(std::string text) {
  if (text.size() > 1 && text.back() == '.' && text[text.size() - 2] != '.') text.pop_back();
  return text;
}

}  // namespace evident::read::tagged
