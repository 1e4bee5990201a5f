// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/place.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_map>

#include "extract/country_words.hpp"
#include "text/normal.hpp"

namespace evident::extract {
namespace {

bool is_word_byte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0;
}

bool stands_alone(std::string_view text, size_t start, size_t end) {
  if (start > 0 && is_word_byte(text[start - 1])) return false;
  return end >= text.size() || !is_word_byte(text[end]);
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && (std::isspace(static_cast<unsigned char>(text.front())) != 0))
    text.remove_prefix(1);
  while (!text.empty() && (std::isspace(static_cast<unsigned char>(text.back())) != 0 || text.back() == '.'))
    text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> parts_of(std::string_view affiliation) {
  std::vector<std::string_view> parts;
  size_t start = 0;
  for (size_t at = 0; at <= affiliation.size(); ++at) {
    if (at < affiliation.size() && affiliation[at] != ',' && affiliation[at] != ';') continue;
    std::string_view part = trim(affiliation.substr(start, at - start));
    start = at + 1;
    if (part.empty()) continue;
    // Electronic addresses follow the country: "Rome, Italy. someone@example.org".
    if (size_t mail = part.find('@'); mail != std::string_view::npos) {
      size_t blank = part.find_last_of(" \t", mail);
      part = blank == std::string_view::npos ? std::string_view() : trim(part.substr(0, blank));
      for (std::string_view label : {"Electronic address:", "E-mail:", "Email:"})
        if (part.ends_with(label)) part = trim(part.substr(0, part.size() - label.size()));
    }
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

std::string country_of(std::string_view part) {
  static const std::unordered_map<std::string, std::string_view> countries = [] {
    std::unordered_map<std::string, std::string_view> names;
    for (const CountryWord& word : country_words)
      if (!word.adjective) names.emplace(text::fold(word.words), word.country);
    return names;
  }();
  const auto found = countries.find(text::fold(part));
  return found == countries.end() ? "" : std::string(found->second);
}

bool is_institution_word(std::string_view folded) {
  static constexpr std::array<std::string_view, 24> words = {
      "university", "universita", "universite", "universitat", "universidad", "universiteit",
      "college",    "institute",  "institut",   "instituto",   "istituto",    "institution",
      "hospital",   "hopital",    "ospedale",   "klinikum",    "clinic",      "school",
      "academy",    "center",     "centre",     "policlinico", "foundation",  "charite"};
  return std::find(words.begin(), words.end(), folded) != words.end();
}

bool joins_name(std::string_view word) {
  static constexpr std::array<std::string_view, 20> words = {
      "of", "the", "for", "and", "de",  "di",  "della", "del", "la", "le",
      "du", "des", "van", "von", "der", "den", "degli", "in",  "at", "&"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool capitalised(std::string_view word) {
  if (word.empty()) return false;
  size_t at = 0;
  char32_t first = text::next_code_point(word, at);
  return (first >= 'A' && first <= 'Z') || (first >= 0xC0 && first <= 0xDE);
}

}  // namespace

std::vector<Place> places(std::string_view text) {
  std::vector<Place> found;
  auto taken = [&](size_t start, size_t end) {
    return std::any_of(found.begin(), found.end(),
                       [&](const Place& place) { return start < place.end && place.start < end; });
  };
  for (const CountryWord& word : country_words) {
    for (size_t at = text.find(word.words); at != std::string_view::npos;
         at = text.find(word.words, at + 1)) {
      size_t end = at + word.words.size();
      if (!stands_alone(text, at, end) || taken(at, end)) continue;
      found.push_back({std::string(word.country), word.adjective, at, end});
    }
  }
  std::sort(found.begin(), found.end(),
            [](const Place& left, const Place& right) { return left.start < right.start; });
  return found;
}

std::string affiliation_country(std::string_view affiliation) {
  std::vector<std::string_view> parts = parts_of(affiliation);
  for (auto part = parts.rbegin(); part != parts.rend(); ++part)
    if (std::string country = country_of(*part); !country.empty()) return country;
  // "Rome Italy", "London W1 UK": the last words of the last part.
  if (!parts.empty()) {
    for (const Place& place : places(parts.back()))
      if (!place.adjective && place.end == parts.back().size()) return place.country;
  }
  return "";
}

std::string affiliation_city(std::string_view affiliation) {
  std::vector<std::string_view> parts = parts_of(affiliation);
  for (size_t index = parts.size(); index-- > 1;) {
    if (country_of(parts[index]).empty()) continue;
    for (size_t before = index; before-- > 1;) {
      // Drop postcodes ("6525 GA Nijmegen", "London SE5 8AF") and states ("NY 10021").
      std::string city;
      size_t at = 0;
      std::string_view part = parts[before];
      while (at < part.size()) {
        size_t end = std::min(part.find(' ', at), part.size());
        std::string_view word = part.substr(at, end - at);
        at = end + 1;
        bool digit = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
        bool capitals = word.size() <= 3 &&
                        std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        if (digit || capitals) continue;
        if (!city.empty()) city += ' ';
        city += word;
      }
      if (city.empty()) continue;
      std::vector<std::string> words = text::fold_words(city);
      bool institution = std::any_of(words.begin(), words.end(), [](const std::string& word) {
        return is_institution_word(word) || word == "department" || word == "division" || word == "unit";
      });
      return institution || words.size() > 4 ? "" : city;
    }
  }
  return "";
}

std::vector<std::string> institutions(std::string_view text) {
  struct Word {
    std::string_view text;
    bool ends_part;  ///< punctuation follows
  };
  std::vector<Word> words;
  for (size_t at = 0; at < text.size();) {
    if (std::isspace(static_cast<unsigned char>(text[at])) != 0) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < text.size() && std::isspace(static_cast<unsigned char>(text[end])) == 0) ++end;
    std::string_view word = text.substr(at, end - at);
    at = end;
    bool ends = false;
    while (!word.empty() && std::string_view("([\"").find(word.front()) != std::string_view::npos) {
      if (!words.empty()) words.back().ends_part = true;
      word.remove_prefix(1);
    }
    while (!word.empty() && std::string_view(",;:)]\".").find(word.back()) != std::string_view::npos) {
      ends = true;
      word.remove_suffix(1);
    }
    if (!word.empty())
      words.push_back({word, ends});
    else if (!words.empty())
      words.back().ends_part = true;
  }
  std::vector<std::string> found;
  for (size_t index = 0; index < words.size(); ++index) {
    if (!capitalised(words[index].text) || !is_institution_word(text::fold(words[index].text))) continue;
    // The name runs to both sides over capitalised words and the small words between them.
    size_t first = index, last = index;
    while (first > 0 && !words[first - 1].ends_part && capitalised(words[first - 1].text) &&
           text::fold(words[first - 1].text) != "the")
      --first;
    while (!words[last].ends_part && last + 1 < words.size()) {
      size_t next = last + 1;
      while (next < words.size() && joins_name(words[next].text) && !words[next].ends_part && next < last + 3)
        ++next;
      // "University of Utrecht in the Netherlands": a country is no part of the name once the name has
      // begun.
      if (next >= words.size() || !capitalised(words[next].text)) break;
      if (words[last + 1].text == "in" || words[last + 1].text == "at") break;
      last = next;
    }
    if (first == last) continue;
    std::string name;
    for (size_t word = first; word <= last; ++word) {
      if (!name.empty()) name += ' ';
      name += words[word].text;
    }
    if (std::find(found.begin(), found.end(), name) == found.end()) found.push_back(name);
    index = last;
  }
  return found;
}

}  // namespace evident::extract
