// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/wikitext/cites.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "read/record/values.hpp"
#include "read/wikitext/citation_names.hpp"
#include "read/wikitext/inline.hpp"
#include "read/wikitext/note_templates.hpp"
#include "text/normal.hpp"

namespace evident::read::wikitext {

namespace {

constexpr size_t few_words = 12;
constexpr size_t some_words = 40;

bool has_word(std::string_view folded, std::string_view word) {
  for (size_t at = folded.find(word); at != std::string_view::npos; at = folded.find(word, at + 1)) {
    const size_t end = at + word.size();
    if ((at == 0 || folded[at - 1] == ' ') && (end == folded.size() || folded[end] == ' ')) return true;
  }
  return false;
}

/// "329 (5993)", "796-799": a place in a journal or book.
bool has_place(std::string_view words) {
  const auto digit = [&](size_t at) { return at < words.size() && words[at] >= '0' && words[at] <= '9'; };
  for (size_t at = 1; at + 1 < words.size(); ++at) {
    if (!digit(at - 1)) continue;
    if (words[at] == '-' && digit(at + 1)) return true;
    if (words.substr(at, 3) == "\xE2\x80\x93" && digit(at + 3)) return true;
    const size_t bracket = words[at] == ' ' ? at + 1 : at;
    if (words[bracket] == '(' && digit(bracket + 1)) return true;
  }
  return false;
}

/// How many names with their initials behind them a text begins with: "Moss AB, Fernleaf Q."
int people_first(std::string_view words) {
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  constexpr size_t most_initials = 3;
  int people = 0;
  for (size_t at = 0; at < words.size() && upper(words[at]);) {
    const size_t blank = words.find(' ', at);
    if (blank == std::string_view::npos ||
        words.substr(at, blank - at).find_first_of(".,;:()") != std::string_view::npos)
      break;
    size_t end = blank + 1;
    while (end < words.size() && upper(words[end])) ++end;
    const bool initials = end > blank + 1 && end - blank - 1 <= most_initials;
    if (!initials || end == words.size() || (words[end] != '.' && words[end] != ',')) break;
    ++people;
    if (words[end] == '.') break;
    at = std::min(words.size(), end + 2);
  }
  return people;
}

/// How many of the things that mark a reference in words are there.
int signs_of_citing(std::string_view raw, const std::string& words) {
  int signs = std::min(people_first(words), 2);
  if (raw.find("''") != std::string_view::npos || words.find('"') != std::string::npos) ++signs;
  if (record::year_in(words) != 0) ++signs;
  if (has_place(words)) ++signs;
  const std::string folded = text::fold(words);
  using Words = std::vector<std::string_view>;
  static const std::vector<Words> groups = {{"p", "pp", "page", "pages", "s", "seite"},
                                            {"vol", "volume", "no", "edition", "ed", "eds"},
                                            {"press", "journal", "et al", "ibid", "op cit"}};
  for (const Words& group : groups) {
    if (std::any_of(group.begin(), group.end(),
                    [&](std::string_view word) { return has_word(folded, word); }))
      ++signs;
  }
  return signs;
}

/// Words that tell something rather than name a source.
bool is_told(const std::string& words) {
  const std::string folded = text::fold(words);
  constexpr std::array<std::string_view, 16> verbs{"is",   "are",   "was",   "were",   "be",  "been",
                                                   "has",  "have",  "had",   "can",    "may", "not",
                                                   "this", "these", "there", "however"};
  return std::any_of(verbs.begin(), verbs.end(),
                     [&](std::string_view word) { return has_word(folded, word); });
}

bool has_identifier(const std::string& words) {
  for (std::string_view sign :
       {"http://", "https://", "www.", "PMID", "doi:", "ISBN", "ISSN", "PMC", "arXiv:", "OCLC"}) {
    if (words.find(sign) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

bool cites(const Page& page, Range content, bool note) {
  std::string raw;
  size_t templates = 0;
  bool shorts = false;
  Walk walk(page.markup, content);
  while (walk.next()) {
    if (walk.is_text()) {
      raw += page.markup.text(walk.span());
      continue;
    }
    const Token& token = walk.token();
    if (token.mark == Mark::address || is_citation(page, walk.number())) return true;
    if (token.mark != Mark::template_) continue;
    const NoteTemplate kind = note_template(template_name(page.markup, walk.number()));
    if (is_short(kind)) shorts = true;
    if (kind == NoteTemplate::none) ++templates;
  }
  const std::string words = plain(page, content);
  if (has_identifier(words)) return true;
  const auto count = std::count(words.begin(), words.end(), ' ') + 1;
  // Where much is said, short citations stand in it as they do in any text.
  if (shorts) return count <= static_cast<std::ptrdiff_t>(some_words);
  const int signs = signs_of_citing(raw, words);
  if (note) return signs >= 3 || (signs >= 2 && count <= static_cast<std::ptrdiff_t>(few_words));
  // A template that is nothing but a source's name ("{{1911}}") is a reference too.
  return count <= static_cast<std::ptrdiff_t>(few_words) || signs >= 2 || (words.empty() && templates > 0) ||
         (signs == 1 && count <= static_cast<std::ptrdiff_t>(some_words) && !is_told(words));
}

}  // namespace evident::read::wikitext
