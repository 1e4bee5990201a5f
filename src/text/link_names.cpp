// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/link_names.hpp"

#include <algorithm>
#include <string>

#include "text/normal.hpp"

namespace evident::text {
namespace {

/// Names that no reference ends in of its own accord: catalogues and archives.
constexpr std::string_view telling_names[] = {"crossref",
                                              "crossref full text",
                                              "cross ref",
                                              "europe pmc",
                                              "google scholar",
                                              "mathscinet",
                                              "medline",
                                              "pmc free article",
                                              "pubmed",
                                              "pubmed abstract",
                                              "pubmed central",
                                              "pubmed central full text",
                                              "pubmed full text",
                                              "scopus",
                                              "view in pubmed",
                                              "view in scopus",
                                              "view in web of science",
                                              "view record in pubmed",
                                              "view record in scopus",
                                              "view record in web of science",
                                              "web of science",
                                              "zbmath"};

/// Names that stand beside those.
constexpr std::string_view other_names[] = {"abstract",
                                            "ads",
                                            "article",
                                            "article google scholar",
                                            "cas",
                                            "chemport",
                                            "download",
                                            "free",
                                            "free article",
                                            "free full text",
                                            "free pmc article",
                                            "full text",
                                            "full-text",
                                            "full text pdf",
                                            "full text via crossref",
                                            "isi",
                                            "openurl",
                                            "pdf",
                                            "publisher full text",
                                            "view article",
                                            "view pdf",
                                            "view in article",
                                            "doi"};

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

/// The text up to its last byte that is no blank, bracket or other mark between two names.
size_t without_marks(std::string_view text) {
  constexpr std::string_view marks = " \t\r\n,;|/[]()";
  size_t end = text.size();
  for (bool again = true; again && end > 0;) {
    again = false;
    if (marks.find(text[end - 1]) != std::string_view::npos) --end, again = true;
    for (const std::string_view sign : {"\xC2\xB7", "\xC2\xA0", "\xE2\x80\xA2", "\xE2\x80\xBA"})
      if (text.substr(0, end).ends_with(sign)) end -= sign.size(), again = true;
  }
  return end;
}

bool ends_with_name(std::string_view text, std::string_view name) {
  if (text.size() < name.size()) return false;
  const std::string_view end = text.substr(text.size() - name.size());
  const bool same = std::equal(end.begin(), end.end(), name.begin(), [](char printed, char lower) {
    return (is_upper(printed) ? static_cast<char>(printed + ('a' - 'A')) : printed) == lower;
  });
  return same && (text.size() == name.size() || !is_word_byte(text[text.size() - name.size() - 1]));
}

/// The longest of the names that a text ends with; its size, 0 where it ends with none.
template <size_t count>
size_t longest_name(std::string_view text, const std::string_view (&names)[count]) {
  size_t longest = 0;
  for (const std::string_view name : names)
    if (name.size() > longest && ends_with_name(text, name)) longest = name.size();
  return longest;
}

struct Names {
  size_t start = 0;
  bool any = false;
  bool telling = false;  ///< at least one is that of a catalogue
};

Names names_at_end(std::string_view text) {
  Names names{text.size()};
  for (size_t end = without_marks(text); end > 0; end = without_marks(text.substr(0, names.start))) {
    const std::string_view before = text.substr(0, end);
    const size_t telling = longest_name(before, telling_names);
    const size_t size = std::max(telling, longest_name(before, other_names));
    if (size == 0) break;
    const bool bracket = end > size && (text[end - size - 1] == '[' || text[end - size - 1] == '/');
    if (!is_upper(text[end - size]) && !bracket) break;
    names.start = end - size;
    names.any = true;
    names.telling = names.telling || telling > 0;
  }
  if (names.any && names.start > 0 && (text[names.start - 1] == '[' || text[names.start - 1] == '('))
    --names.start;
  return names;
}

/// True where a reference may end, so that what follows is no part of it.
bool may_end(std::string_view reference) {
  const size_t last = reference.find_last_not_of(" \t\r\n");
  if (last == std::string_view::npos) return false;
  const char c = reference[last];
  return (c >= '0' && c <= '9') || std::string_view(".;)]?!\"'/>").find(c) != std::string_view::npos;
}

}  // namespace

size_t link_names_at_end(std::string_view reference) {
  std::string_view text = reference.substr(0, reference.find_last_not_of(" \t\r\n") + 1);
  if (text.ends_with("].")) text.remove_suffix(1);
  const Names names = names_at_end(text);
  if (!names.any) return reference.size();
  const bool brackets = text[names.start] == '[' && text.back() == ']';
  const std::string_view before = reference.substr(0, names.start);
  const bool behind = brackets ? before.find_first_not_of(" \t\r\n") != std::string_view::npos
                               : names.telling && may_end(before);
  return behind ? names.start : reference.size();
}

bool is_link_names(std::string_view line) {
  constexpr size_t longest = 120;
  if (line.empty() || line.size() > longest) return false;
  const std::string squeezed = squeeze(line);
  const Names names = names_at_end(squeezed);
  return names.any && without_marks(std::string_view(squeezed).substr(0, names.start)) == 0;
}

}  // namespace evident::text
