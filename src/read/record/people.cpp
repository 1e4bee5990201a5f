// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/record/people.hpp"

#include <algorithm>
#include <array>

#include "read/record/values.hpp"
#include "text/normal.hpp"
#include "text/organisation.hpp"

namespace evident::read::record {

namespace {

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

std::string trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t.");
  if (begin == std::string_view::npos) return "";
  return std::string(text.substr(begin, text.find_last_not_of(" \t") + 1 - begin));
}

/// "QR", "Q.R.", "J.-P.": what stands for given names.
bool are_initials(std::string_view word) {
  size_t letters = 0;
  for (const char c : word) {
    if (c == '.' || c == '-') continue;
    if (!is_capital(c) && (c & 0x80) == 0) return false;
    ++letters;
  }
  const bool stops = word.find('.') != std::string_view::npos;
  return letters > 0 && letters <= (stops ? 8U : 4U) && (is_capital(word[0]) || (word[0] & 0x80) != 0) &&
         (stops || std::all_of(word.begin(), word.end(), [](char c) { return is_capital(c) || c == '-'; }));
}

bool is_suffix(std::string_view word) {
  const std::string folded = text::fold(word);
  constexpr std::array<std::string_view, 7> suffixes{"jr", "sr", "ii", "iii", "2nd", "3rd", "4th"};
  return std::find(suffixes.begin(), suffixes.end(), folded) != suffixes.end();
}

/// "['Marx, Karl', \"O'Neill, Ann\"]": the strings of a list as Python and R print it.
std::vector<std::string> quoted_items(std::string_view list) {
  std::vector<std::string> items;
  for (size_t at = 1; at < list.size();) {
    const size_t open = list.find_first_of("'\"", at);
    if (open == std::string_view::npos) break;
    // A quotation mark closes where the list goes on or ends.
    size_t close = list.find(list[open], open + 1);
    while (close != std::string_view::npos && list[close + 1] != ',' && list[close + 1] != ']')
      close = close + 2 < list.size() ? list.find(list[open], close + 1) : std::string_view::npos;
    if (close == std::string_view::npos) break;
    items.emplace_back(list.substr(open + 1, close - open - 1));
    at = close + 1;
  }
  return items;
}

/// "Moss A, Fernleaf QR", "Moss A., van den Brink W.": every part ends in initials.
bool is_list_with_initials(const std::vector<std::string>& parts) {
  return parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [](const std::string& part) {
           const size_t blank = part.rfind(' ');
           return blank != std::string::npos && are_initials(std::string_view(part).substr(blank + 1));
         });
}

bool are_whole_names(const std::vector<std::string>& parts) {
  return parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [](const std::string& part) {
           return part.find(' ') != std::string::npos &&
                  !are_initials(part.substr(0, part.find(' ')) + ".") && !is_suffix(part);
         });
}

}  // namespace

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

model::Person person_of(std::string family, std::string given, std::string suffix) {
  model::Person who;
  who.family = std::move(family);
  who.initials = initials_of(given);
  who.suffix = std::move(suffix);
  if (std::any_of(given.begin(), given.end(), [](char c) { return is_lower(c) || (c & 0x80) != 0; }))
    who.given = std::move(given);
  return who;
}

model::Person collective(std::string name) {
  model::Person who;
  who.family = std::move(name);
  who.collective = true;
  return who;
}

model::Person person(std::string_view printed) {
  const size_t comma = printed.find(',');
  if (comma != std::string_view::npos) {
    const std::string_view rest = printed.substr(comma + 1);
    const size_t second = rest.find(',');
    std::string given = trimmed(rest.substr(0, second));
    std::string suffix = second == std::string_view::npos ? "" : trimmed(rest.substr(second + 1));
    // "Fernleaf, Jr, Q. R." is BibTeX's order.
    if (is_suffix(given) && !suffix.empty()) std::swap(given, suffix);
    return person_of(trimmed(printed.substr(0, comma)), std::move(given), std::move(suffix));
  }
  const std::string whole = trimmed(printed);
  // "Family AB", "Family A B", "Family A.B."
  size_t family_end = whole.size();
  for (;;) {
    const size_t blank = whole.find_last_of(' ', family_end - (family_end > 0));
    if (blank == std::string::npos || blank == 0 || family_end == 0) break;
    if (!are_initials(std::string_view(whole).substr(blank + 1, family_end - blank - 1))) break;
    family_end = blank;
  }
  if (family_end < whole.size()) {
    model::Person who;
    who.family = whole.substr(0, family_end);
    for (const char c : whole.substr(family_end)) {
      if (c != ' ' && c != '.' && c != '-') who.initials += c;
    }
    return who;
  }
  model::Person who;
  who.family = whole;
  who.collective = whole.find(' ') != std::string::npos;
  return who;
}

model::Person person_of_words(std::vector<std::string> words) {
  std::string whole;
  for (const auto& word : words) whole += (whole.empty() ? "" : " ") + word;
  if (words.size() > 1 && (words.size() > 6 || text::names_organisation(whole)))
    return collective(std::move(whole));
  std::string suffix;
  if (words.size() > 2 && is_suffix(words.back())) {
    suffix = words.back();
    words.pop_back();
  }
  // The family name begins with the first particle ("van", "de la"), else it is the last word.
  size_t family = words.size() - (words.empty() ? 0 : 1);
  for (size_t i = 0; i + 1 < words.size(); ++i) {
    if (!is_lower(words[i][0])) continue;
    family = i;
    break;
  }
  std::string family_name, given;
  for (size_t i = 0; i < words.size(); ++i) {
    std::string& part = i < family ? given : family_name;
    part += (part.empty() ? "" : " ") + words[i];
  }
  return person_of(std::move(family_name), std::move(given), std::move(suffix));
}

model::Person person_in_any_order(std::string_view printed) {
  model::Person who = person(printed);
  if (!who.collective) return who;
  return person_of_words(split(who.family, ' '));
}

bool stands_for_others(std::string_view name) {
  const std::string folded = text::fold(name);
  return folded == "et al" || folded == "others" || folded == "and others";
}

std::vector<model::Person> people_of(std::string_view printed) {
  const std::string text = text::squeeze(printed);
  std::vector<std::string> names;
  if (text.size() > 3 && text.front() == '[' && text.back() == ']' && (text[1] == '\'' || text[1] == '"')) {
    names = quoted_items(text);
  } else if (text.find(';') != std::string::npos) {
    names = split(text, ';');
  } else if (text.find('|') != std::string::npos) {
    names = split(text, '|');
  } else if (text.find(" and ") != std::string::npos) {
    for (size_t at = 0; at <= text.size();) {
      const size_t end = std::min(text.find(" and ", at), text.size());
      names.push_back(text.substr(at, end - at));
      at = end + 5;
    }
  } else {
    names = split(text, ',');
    if (!is_list_with_initials(names) && !are_whole_names(names)) names = {text};
  }
  std::vector<model::Person> people;
  for (const auto& name : names) {
    std::string_view clean = name;
    while (!clean.empty() && (clean.back() == ' ' || clean.back() == ',')) clean.remove_suffix(1);
    if (clean.empty() || stands_for_others(clean)) continue;
    people.push_back(person_in_any_order(clean));
  }
  return people;
}

}  // namespace evident::read::record
