// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/wikitext/people.hpp"

#include <algorithm>
#include <array>

#include "text/normal.hpp"

namespace evident::read::wikitext {

namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> out;
  while (true) {
    const size_t at = text.find(separator);
    std::string part = text::squeeze(text.substr(0, at));
    if (!part.empty()) out.push_back(std::move(part));
    if (at == std::string_view::npos) return out;
    text.remove_prefix(at + separator.size());
  }
}

/// "JA", "J.A.", "J. A.", "J-P": the initials; empty where it is something else.
std::string initials_in(std::string_view words) {
  std::string out;
  size_t run = 0;
  for (const char c : words) {
    if (is_upper(c)) {
      out += c;
      ++run;
    } else if (c == '.' || c == ' ' || c == '-') {
      run = 0;
    } else {
      return "";
    }
    if (run > 3) return "";
  }
  return out.size() <= 5 ? out : "";
}

std::string initials_of_given(std::string_view given) {
  if (std::string all = initials_in(given); !all.empty()) return all;
  std::string out;
  bool start = true;
  for (size_t at = 0; at < given.size();) {
    const size_t from = at;
    const char32_t c = text::next_code_point(given, at);
    const bool border = c == ' ' || c == '-' || c == '.' || c == 0xA0;
    if (start && !border && (is_upper(given[from]) || c >= 0xC0)) out += given.substr(from, at - from);
    start = border;
  }
  return out;
}

/// "Smith JA": family name and initials behind it.
bool is_vancouver(std::string_view name) {
  const size_t blank = name.rfind(' ');
  return blank != std::string_view::npos && blank > 1 && !initials_in(name.substr(blank + 1)).empty() &&
         initials_in(name.substr(0, blank)).empty();
}

bool is_collective(const std::vector<std::string>& words) {
  constexpr std::array<std::string_view, 24> telling{
      "of",         "the",           "for",     "and",          "committee", "department",
      "ministry",   "institute",     "group",   "agency",       "centre",    "center",
      "university", "organization",  "society", "organisation", "office",    "staff",
      "council",    "collaboration", "team",    "association",  "&",         "news"};
  if (words.size() < 2 || words.size() > 5) return true;
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    std::string lower = word;
    for (char& c : lower) c = is_upper(c) ? static_cast<char>(c + 32) : c;
    return std::find(telling.begin(), telling.end(), lower) != telling.end();
  });
}

bool take_et_al(std::string& name) {
  std::string folded = text::fold(name);
  if (folded == "et al" || folded == "others" || folded == "and others" || folded == "etal") {
    name.clear();
    return true;
  }
  if (!folded.ends_with(" et al")) return false;
  name.resize(name.rfind("et "));
  return true;
}

model::Person one(std::string name) {
  model::Person who;
  // "((World Health Organization))" is never a person.
  if (name.starts_with("((") && name.ends_with("))")) {
    who.family = name.substr(2, name.size() - 4);
    who.collective = true;
    return who;
  }
  if (const size_t comma = name.find(','); comma != std::string::npos)
    return person_of(name.substr(0, comma), name.substr(comma + 1));
  if (is_vancouver(name)) {
    const size_t blank = name.rfind(' ');
    who.family = name.substr(0, blank);
    who.initials = initials_in(name.substr(blank + 1));
    return who;
  }
  const std::vector<std::string> words = split(name, " ");
  if (is_collective(words)) {
    who.family = std::move(name);
    who.collective = words.size() != 1;
    return who;
  }
  // "Ludwig van den Berg": small words belong to the family's name.
  size_t family = words.size() - 1;
  while (family > 1 && words[family - 1][0] >= 'a' && words[family - 1][0] <= 'z') --family;
  std::string given;
  std::string last;
  for (size_t at = 0; at < words.size(); ++at) {
    std::string& part = at < family ? given : last;
    part += (part.empty() ? "" : " ") + words[at];
  }
  return person_of(last, given);
}

}  // namespace

model::Person person_of(std::string_view family, std::string_view given) {
  model::Person who;
  who.family = text::squeeze(family);
  std::string rest = text::squeeze(given);
  if (const size_t comma = rest.find(','); comma != std::string::npos) {
    who.suffix = text::squeeze(std::string_view(rest).substr(comma + 1));
    rest.resize(comma);
  }
  who.initials = initials_of_given(rest);
  if (rest.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos) who.given = rest;
  if (rest.empty() && who.family.find(' ') != std::string::npos) who.collective = true;
  return who;
}

std::vector<model::Person> people_of(std::string_view printed, bool& et_al) {
  std::vector<std::string> names = split(printed, ";");
  if (names.size() == 1) {
    std::vector<std::string> parts = split(names[0], ",");
    // "Smith JA, Doe B" has initials in each part, "Smith, John" in none but perhaps the second.
    const size_t vancouver = static_cast<size_t>(std::count_if(parts.begin(), parts.end(), is_vancouver));
    const bool each_a_name =
        parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [](const std::string& part) {
          return part.find(' ') != std::string::npos && initials_in(part).empty();
        });
    if ((vancouver > 0 && vancouver + 1 >= parts.size()) || (each_a_name && parts.size() > 2)) {
      names = std::move(parts);
    } else if (names[0].find(" and ") != std::string::npos || names[0].find(" & ") != std::string::npos) {
      const std::string sign = names[0].find(" & ") != std::string::npos ? " & " : " and ";
      std::vector<std::string> pair = split(names[0], sign);
      const bool both =
          pair.size() == 2 && std::all_of(pair.begin(), pair.end(), [](const std::string& name) {
            return !is_collective(split(name, " ")) || name.find(',') != std::string::npos;
          });
      if (both) names = std::move(pair);
    }
  }
  std::vector<model::Person> out;
  for (std::string& name : names) {
    for (std::string_view joint : {"and ", "& ", "with "}) {
      if (name.starts_with(joint)) name.erase(0, joint.size());
    }
    if (take_et_al(name)) {
      et_al = true;
      name = text::squeeze(name);
      while (name.ends_with(',')) name.pop_back();
    }
    if (!name.empty()) out.push_back(one(std::move(name)));
  }
  return out;
}

}  // namespace evident::read::wikitext
