// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/parsing/author_list.hpp"

#include <algorithm>
#include <array>

namespace evident::extract::parsing {

namespace {

/// "A", "JT".
bool is_initials(const Token& token) {
  constexpr size_t longest = 3;
  return token.kind == TokenKind::word && (token.shape == "X" || token.shape == "XX") &&
         token.span.size() <= longest;
}

/// True where the full stop at an index ends a list of authors: "Marlow JT.", "Marlow, J. T.", "Marlow JT, et
/// al."; not in "J. Marlow", where a family name is to come.
bool ends_authors(const std::vector<Token>& tokens, size_t stop) {
  if (tokens[stop].lower != "." || stop < 2 || is_initials(tokens[0])) return false;
  size_t at = stop - 1;
  if (tokens[at].lower == "al" && tokens[at - 1].lower == "et") return true;
  if (!is_initials(tokens[at])) return false;
  while (at > 0 && (is_initials(tokens[at]) || tokens[at].lower == "." || tokens[at].lower == "-")) --at;
  if (tokens[at].lower == "," && at > 0) --at;
  if (at > 0 && tokens[at - 1].lower == ".") return false;  // "K. Abend, J. Marlow"
  return (tokens[at].shape == "Xx" || tokens[at].shape == "XX") &&
         !is_initials(tokens[at]);  // not "et A. Abend"
}

/// How many labels at the beginning are those of authors.
size_t first_other_than_author(const std::vector<Label>& labels) {
  return static_cast<size_t>(
      std::find_if(labels.begin(), labels.end(), [](Label label) { return label != Label::author; }) -
      labels.begin());
}

/// A word behind the authors' full stop is no author: it is the title ("Marlow JT. Baclofen. Lancet ..."), or
/// begins it ("Marlow JT. Re: Baclofen for reflux").
void find_short_title(const std::vector<Token>& tokens, std::vector<Label>& labels) {
  const size_t end = first_other_than_author(labels);
  constexpr size_t least = 5;  // tokens: "Marlow J. Pain."
  if (end < least || end == labels.size()) return;
  const Token& word = tokens[end - 2];
  const bool begins_title = tokens[end - 1].lower == ":" && labels[end] == Label::title;
  const bool is_title =
      tokens[end - 1].lower == "." && std::find(labels.begin(), labels.end(), Label::title) == labels.end();
  if (!(begins_title || is_title) || word.kind != TokenKind::word || is_initials(word) ||
      !ends_authors(tokens, end - 3))
    return;
  labels[end - 2] = labels[end - 1] = Label::title;
}

bool names_editors(const Token& token) {
  return token.lower == "editor" || token.lower == "editors" || token.lower == "eds" || token.lower == "ed";
}

/// Where a name with its initials behind it ends ("Marlow JT", "van der Moss A"); `at` where none begins.
size_t name_end(const std::vector<Token>& tokens, size_t at) {
  constexpr size_t longest = 6;  // tokens: "van der Moss-Fern J"
  size_t end = at;
  bool family = false;
  for (; end < tokens.size() && end - at < longest; ++end) {
    if (is_initials(tokens[end])) return family ? end + 1 : at;
    const bool joint = tokens[end].lower == "-" || tokens[end].lower == "'";
    if (tokens[end].kind != TokenKind::word && !joint) return at;
    family = family || tokens[end].shape == "Xx" || tokens[end].shape == "xX";
  }
  return at;
}

/// "Marlow JT, Abend K, Quist RA. 50th ...", "Marlow JT, Abend K, editors. Ponds": names behind the comma of
/// a list of names are authors up to its full stop.
void find_last_authors(const std::vector<Token>& tokens, std::vector<Label>& labels) {
  size_t at = first_other_than_author(labels);
  if (at == 0 || at == labels.size() || labels[at] != Label::title) return;
  if (tokens[at].lower == ",") ++at;
  if (at < 3 || at >= tokens.size() || tokens[at - 1].lower != "," || !is_initials(tokens[at - 2])) return;
  for (;;) {
    const size_t end = name_end(tokens, at);
    const bool editors = end == at && at < tokens.size() && names_editors(tokens[at]);
    if (end == at && !editors) return;
    at = editors ? at + 1 : end;
    if (at + 1 >= tokens.size()) return;
    if (tokens[at].lower == ".") break;
    if (editors || tokens[at].lower != ",") return;
    ++at;
  }
  if (labels[at + 1] != Label::title) return;
  std::fill(labels.begin(), labels.begin() + static_cast<std::ptrdiff_t>(at) + 1, Label::author);
}

/// A word that ends the name of a group of authors.
bool names_group(const Token& token) {
  constexpr auto words =
      std::to_array<std::string_view>({"group", "groups", "investigators", "collaboration", "collaborators",
                                       "consortium", "trialists", "team"});
  return std::find(words.begin(), words.end(), token.lower) != words.end();
}

/// "Pond Trial Study Group. JAMA 2002;287:1807": a group of authors whose title was left out, in capitals as
/// names are.
void find_group(const std::vector<Token>& tokens, std::vector<Label>& labels) {
  if (labels.empty() || labels[0] != Label::title ||
      std::find(labels.begin(), labels.end(), Label::author) != labels.end())
    return;
  const auto end = static_cast<size_t>(
      std::find_if(labels.begin(), labels.end(), [](Label label) { return label != Label::title; }) -
      labels.begin());
  if (end < 3 || end == labels.size() || labels[end] != Label::container || tokens[end - 1].lower != "." ||
      !names_group(tokens[end - 2]))
    return;
  const auto is_of_name = [](const Token& token) {
    return token.lower == "of" || token.lower == "for" || token.lower == "and" || token.lower == "the" ||
           token.lower == "-" || (token.kind == TokenKind::word && token.shape != "x");
  };
  const auto stop = tokens.begin() + static_cast<std::ptrdiff_t>(end) - 1;
  if (std::all_of(tokens.begin(), stop, is_of_name))
    std::fill(labels.begin(), labels.begin() + static_cast<std::ptrdiff_t>(end), Label::author);
}

}  // namespace

void end_authors(const std::vector<Token>& tokens, std::vector<Label>& labels) {
  find_short_title(tokens, labels);
  find_last_authors(tokens, labels);
  find_group(tokens, labels);
}

}  // namespace evident::extract::parsing
