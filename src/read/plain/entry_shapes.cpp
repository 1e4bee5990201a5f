// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/plain/entry_shapes.hpp"

#include <algorithm>

#include "read/plain/lines.hpp"
#include "text/one_of.hpp"

namespace evident::read::plain {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_address(std::string_view word) {
  return word.find("://") != std::string_view::npos || word.starts_with("www.") || word.starts_with("10.") ||
         word.starts_with("doi:");
}

/// "PMID: 123", "PMID:123", "PMCID: PMC123": an identifier with its name, or one that has it within.
bool ends_in_identifier(std::string_view entry) {
  const size_t digits = entry.find_last_not_of("0123456789") + 1;
  if (digits == entry.size()) return false;
  const std::string_view before = entry.substr(0, entry.find_last_not_of(" \t\r\n:", digits - 1) + 1);
  return before.ends_with("PMID") || before.ends_with("PMCID") || before.ends_with("PMC") ||
         before.ends_with("PubMed");
}

bool starts_like_date(std::string_view inside) {
  return has_year(inside) || inside.starts_with("in press") || inside.starts_with("n.d.") ||
         inside.starts_with("forthcoming") || inside.starts_with("submitted");
}

/// What the first round bracket of a line holds; empty where that is far from its start.
std::string_view first_bracket(std::string_view line) {
  constexpr size_t longest = 300;
  const size_t open = line.substr(0, longest).find('(');
  if (open == std::string_view::npos) return {};
  return line.substr(open + 1, line.substr(open).find(')'));
}

/// One to three capitals, with stops and hyphens between them: "A", "AB", "A. B", "J.-P".
bool are_initials(std::string_view word) {
  constexpr long most = 3;
  const auto capitals = std::count_if(word.begin(), word.end(), is_capital);
  return capitals > 0 && capitals <= most &&
         std::all_of(word.begin(), word.end(), [](char c) { return is_capital(c) || c == '.' || c == '-'; });
}

/// "Moss A", "van den Berg JM": one to four words and initials.
bool is_name_with_initials(std::string_view name) {
  constexpr long most_words = 4;
  const size_t blank = name.rfind(' ');
  if (blank == std::string_view::npos || !are_initials(name.substr(blank + 1))) return false;
  const std::string_view family = name.substr(0, blank);
  const auto words = std::count(family.begin(), family.end(), ' ') + 1;
  return words <= most_words && std::any_of(family.begin(), family.end(), [](char c) {
           return !is_capital(c) && c != ' ' && c != '-' && c != '\'';
         });
}

/// "Moss Trust. (2001)": the date follows the name of a group at once.
bool opens_with_group_and_date(std::string_view line) {
  const size_t open = line.find('(');
  if (open == std::string_view::npos || open < 3 || line.substr(open - 2, 2) != ". ") return false;
  const std::string_view name = line.substr(0, open - 2);
  return opens_with_name(line) && name.find_first_of(".:;\"") == std::string_view::npos &&
         starts_like_date(first_bracket(line));
}

}  // namespace

bool has_year(std::string_view line) {
  for (size_t at = 0; at + 4 <= line.size(); ++at) {
    const bool century =
        line.substr(at, 2) == "19" || line.substr(at, 2) == "20" || line.substr(at, 2) == "18";
    if (!century || (at > 0 && is_digit(line[at - 1]))) continue;
    if (is_digit(line[at + 2]) && is_digit(line[at + 3]) &&
        (at + 4 == line.size() || !is_digit(line[at + 4])))
      return true;
  }
  return false;
}

bool is_dated(std::string_view line) {
  return has_year(line) || line.find("(in press") != std::string_view::npos ||
         line.find("(n.d.") != std::string_view::npos ||
         line.find("(forthcoming") != std::string_view::npos ||
         line.find("(submitted") != std::string_view::npos;
}

bool looks_like_reference(std::string_view line) {
  return has_year(line) || line.find("PMID") != std::string_view::npos ||
         line.find("doi") != std::string_view::npos || line.find("http") != std::string_view::npos ||
         line.find("et al") != std::string_view::npos;
}

bool is_title_like(std::string_view line) {
  constexpr size_t longest = 60;
  return line.size() > 2 && line.size() <= longest && starts_upper(line) && !ends_sentence(line) &&
         line.find_first_of("0123456789,;") == std::string_view::npos;
}

bool is_address_line(std::string_view line) {
  constexpr size_t longest_announcement = 40;
  const size_t blank = line.find_last_of(" \t");
  if (blank == std::string_view::npos) return is_address(line);
  const std::string_view before = line.substr(0, line.find_last_not_of(" \t", blank) + 1);
  const bool announced = before.ends_with(':') || join(words(before)) == "doi";
  return announced && before.size() <= longest_announcement &&
         before.find_first_of("0123456789") == std::string_view::npos && is_address(line.substr(blank + 1));
}

bool ends_entry(std::string_view entry) {
  return ends_sentence(entry) || is_address(entry.substr(entry.find_last_of(" \t\r\n") + 1)) ||
         ends_in_identifier(entry);
}

bool ends_amid_entry(std::string_view line) {
  const std::string_view word = line.substr(line.find_last_of(" \t") + 1);
  return line.ends_with(',') || line.ends_with('-') || line.ends_with("\xE2\x80\x93") ||
         text::one_of(word, {"&", "and", "und", "et", "y", "e"});
}

bool opens_with_name(std::string_view line) {
  constexpr size_t longest_name = 60;
  const std::string_view name = line.substr(0, line.find_first_of(",."));
  return name.size() < line.size() && name.size() <= longest_name && starts_upper(name) &&
         name.find_first_of("0123456789:") == std::string_view::npos;
}

bool opens_with_authors_and_date(std::string_view line) {
  if (!opens_with_name(line)) return false;
  const std::string_view behind = line.substr(std::min(line.find(',') + 1, line.size()));
  const bool initial =
      behind.size() > 3 && behind[0] == ' ' && starts_upper(behind.substr(1)) && behind[2] == '.';
  return initial && starts_like_date(first_bracket(line));
}

bool opens_with_authors(std::string_view line) {
  constexpr size_t longest_name = 60;
  if (opens_with_group_and_date(line)) return true;
  const size_t end = line.find_first_of(",.(;:&");
  if (end == std::string_view::npos || end > longest_name || end < 2) return false;
  const std::string_view name = line.substr(0, line.find_last_not_of(' ', end - 1) + 1);
  if (is_name_with_initials(name)) return true;
  if (line[end] != ',' || !starts_upper(name) || line.substr(end + 1, 1) != " ") return false;
  const std::string_view behind = line.substr(end + 2);
  return are_initials(behind.substr(0, behind.find_first_of(" ,;:(&")));
}

}  // namespace evident::read::plain
