// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve/printed_citations.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "resolve/mention_keys.hpp"
#include "resolve/text_words.hpp"
#include "text/normal.hpp"

namespace evident::resolve {
namespace {

using Words = std::vector<TextWord>;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// "2005", "2005a"; 0 for anything else.
int year_of(const TextWord& word) {
  const std::string_view text = word.text;
  if (text.size() < 4 || text.size() > 5 || !std::all_of(text.begin(), text.begin() + 4, is_digit)) return 0;
  if (text.size() == 5 && (text[4] < 'a' || text[4] > 'k')) return 0;
  const int year = std::atoi(std::string(text.substr(0, 4)).c_str());
  return year >= 1850 && year <= 2100 ? year : 0;
}

bool is_initials(const TextWord& word) {
  return word.text.size() <= 3 && std::all_of(word.text.begin(), word.text.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || c == '.' || c == '-';
         });
}

bool is_name(const TextWord& word) {
  return word.capital && !word.folded.empty() && !text::is_stop_word(word.folded) && !is_initials(word);
}

bool is_particle(const TextWord& word) {
  static constexpr std::array<std::string_view, 14> particles = {
      "van", "von", "der", "den", "de", "del", "della", "di", "da", "du", "la", "le", "ter", "el"};
  // "Van" begins a sentence, or the name where it stands alone.
  return std::find(particles.begin(), particles.end(), word.folded) != particles.end();
}

bool joins(const TextWord& word) {
  return word.folded == "and" || word.text == "&" || word.text == "und" || word.text == "et";
}

std::string family_of(const TextWord& word) {
  std::string folded = word.folded;
  if (folded.ends_with(" s")) folded.resize(folded.size() - 2);
  return folded.substr(folded.rfind(' ') == std::string::npos ? 0 : folded.rfind(' ') + 1);
}

/// True where a bracket that opened before a place is still open there.
bool in_brackets(std::string_view text, size_t at) {
  int depth = 0;
  while (at-- > 0 && depth <= 0)
    depth += text[at] == '(' || text[at] == '[' ? 1 : text[at] == ')' || text[at] == ']' ? -1 : 0;
  return depth > 0;
}

/// The names that end before `at`, read backwards; none where no name stands there.
PrintedCitation names_before(const Words& words, size_t at) {
  PrintedCitation found;
  const auto before = [&](size_t back) -> const TextWord* {
    return at >= back ? &words[at - back] : nullptr;
  };
  static constexpr std::array<std::string_view, 4> others = {"colleagues", "coworkers", "associates",
                                                             "others"};
  if (at >= 2 && before(1)->folded == "al" && before(2)->folded == "et") {
    found.et_al = true;
    at -= 2;
  } else if (at >= 2 && joins(*before(2)) &&
             std::find(others.begin(), others.end(), before(1)->folded) != others.end()) {
    found.et_al = true;
    at -= 2;
  }
  bool joined = found.et_al;  // the name before belongs to this one
  for (bool first = true; at > 0; first = false) {
    size_t name = at;
    while (name > 0 && is_initials(words[name - 1]) && words[name - 1].capital) --name;
    if (name == 0 || !is_name(words[name - 1])) break;
    // A list of names goes on over commas only where its end was joined.
    if (!first && !joined && !words[name - 1].closed) break;
    found.families.insert(found.families.begin(), family_of(words[name - 1]));
    found.start = words[name - 1].start;
    at = name - 1;
    while (at > 0 && is_particle(words[at - 1])) found.start = words[--at].start;
    joined = at > 0 && joins(words[at - 1]);
    if (joined)
      --at;
    else if (found.families.size() < 2 && !found.et_al)
      break;
    else if (at == 0 || !words[at - 1].closed || words[at - 1].end + 2 < words[at].start)
      break;
    if (found.families.size() >= 6) break;
  }
  return found;
}

}  // namespace

std::vector<PrintedCitation> printed_citations(std::string_view text) {
  std::vector<PrintedCitation> found;
  // Nearly all sentences end here.
  if (text.find_first_of("([") == std::string_view::npos && text.find(" et al") == std::string_view::npos)
    return found;
  const Words words = text_words(text);
  size_t after = words.size();  // the word behind the last year of a citation
  for (size_t at = 1; at < words.size(); ++at) {
    const int year = year_of(words[at]);
    if (year == 0) continue;
    PrintedCitation citation;
    if (after == at) {
      citation = found.back();  // "Smith (2004, 2005)"
    } else {
      citation = names_before(words, at);
      const bool opened =
          words[at].start > 0 && (text[words[at].start - 1] == '(' || text[words[at].start - 1] == '[');
      const bool bracketed = opened || in_brackets(text, words[at].start);
      if (citation.families.empty() || (!bracketed && !citation.et_al)) continue;
      // "(May 2005)", "(Berlin 2005)": without a comma a name and a year in brackets may be anything.
      if (!opened && !citation.et_al && citation.families.size() == 1 && !words[at - 1].closed) continue;
    }
    citation.year = year;
    citation.lettered = words[at].text.size() > 4;
    citation.end = words[at].end;
    after = at + 1;
    found.push_back(std::move(citation));
  }
  return found;
}

std::vector<PrintedCitation> unmarked_citations(const model::Sentence& sentence) {
  std::vector<PrintedCitation> citations = printed_citations(sentence.text);
  std::erase_if(citations, [&](const PrintedCitation& citation) {
    return std::any_of(sentence.citations.begin(), sentence.citations.end(),
                       [&](const model::Citation& marker) {
                         return !marker.references.empty() &&
                                marker.marker.find(std::to_string(citation.year)) != std::string::npos;
                       });
  });
  return citations;
}

std::vector<std::string> citation_keys(const std::vector<PrintedCitation>& citations) {
  std::vector<std::string> keys;
  for (const PrintedCitation& citation : citations) {
    const std::string year = ":" + std::to_string(citation.year);
    keys.push_back(person_year_key(citation.families.front(), citation.year));
    // With two names, where one is too common.
    if (citation.families.size() >= 2)
      keys.push_back(mention_key("nn", citation.families[0] + ":" + citation.families[1] + year));
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace evident::resolve
