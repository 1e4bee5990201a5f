// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "extract/field/fields.hpp"
#include "extract/field/scan.hpp"
#include "text/link_names.hpp"
#include "text/normal.hpp"

namespace evident::extract::field {

namespace {

/// The end of a date that begins here and tells its year; `at` where none does.
size_t date_end(std::string_view text, size_t at) {
  constexpr size_t longest_before_year = 24;  // " on September 29, "
  const size_t year = find_year(text, at);
  if (year == std::string_view::npos || year - at > longest_before_year) return at;
  size_t end = year + 4;
  while (end < text.size() && (is_digit(text[end]) || text[end] == '-' || text[end] == '/')) ++end;
  return end;
}

/// " at the Wayback Machine": the end of the name of an archive; `at` where none stands here.
size_t archive_end(std::string_view text, size_t at) {
  constexpr size_t longest = 40;
  if (!text.substr(at).starts_with(" at ")) return at;
  const size_t end = std::min({text.find(". ", at), text.find_first_of(",;[]()", at), text.size()});
  if (end - at > longest) return at;
  return text[end - 1] == '.' ? end - 1 : end;
}

/// The end of what a remark on an archive's copy says behind its verb; `at` where the verb begins none: it
/// names the original or the archive.
size_t archived_end(std::string_view text, size_t at) {
  constexpr std::string_view original = "original";
  constexpr size_t nearest = 24;  // " from the ", " (PDF) from the "
  const size_t found = find_word(text.substr(0, at + nearest + original.size()), original, at);
  if (found != std::string_view::npos) return archive_end(text, date_end(text, found + original.size()));
  const size_t date = date_end(text, at);
  const size_t end = archive_end(text, date);
  return end > date ? end : at;
}

/// True where a sentence or a bracket begins that the place of a work goes before: its year and volume or
/// pages.
bool stands_behind_place(std::string_view text, size_t at) {
  constexpr size_t least_numbers = 2;
  const size_t mark = at == 0 ? std::string_view::npos : text.find_last_not_of(" \t\r\n", at - 1);
  if (mark == std::string_view::npos || std::string_view(".;([").find(text[mark]) == std::string_view::npos)
    return false;
  constexpr size_t longest_place = 200;
  const size_t from = mark > longest_place ? mark - longest_place : 0;
  const std::string_view before = trimmed(text.substr(from, mark - from));
  if (before.empty() || !is_digit(before.back())) return false;
  size_t numbers = 0;
  for (size_t i = 0; i < before.size(); ++i)
    numbers += is_digit(before[i]) && (i + 1 == before.size() || !is_digit(before[i + 1]));
  return numbers >= least_numbers && find_year(before) != std::string_view::npos;
}

}  // namespace

std::string archived(std::string& rest) {
  std::string taken;
  for (const std::string_view verb : {"archived", "archiviert", "archivado", "archiv\xC3\xA9"}) {
    for (size_t at = find_word(rest, verb); at != std::string::npos; at = find_word(rest, verb, at + 1)) {
      // A title may speak of what was archived.
      if (!is_upper(rest[at])) continue;
      const size_t behind = at + verb.size();
      const size_t end = archived_end(rest, behind);
      if (end > behind) taken += (taken.empty() ? "" : " ") + text::squeeze(take_part(rest, at, end));
    }
  }
  return taken;
}

std::string other_places(std::string& rest) {
  constexpr auto words = std::to_array<std::string_view>(
      {"published erratum appears in", "erratum appears in", "errata in", "erratum in", "correction in",
       "comment in", "comment on", "comments in", "reprinted in", "republished in", "retraction in",
       "expression of concern in", "update in", "summary for patients in"});
  size_t first = std::string::npos;
  for (const std::string_view word : words) {
    for (size_t at = find_word(rest, word); at < first; at = find_word(rest, word, at + 1))
      if (is_upper(rest[at]) && stands_behind_place(rest, at)) first = at;
  }
  return first == std::string::npos ? "" : text::squeeze(trimmed(take_part(rest, first, rest.size())));
}

void link_names(std::string& rest) {
  blank_out(rest, text::link_names_at_end(rest), rest.size());
}

void file_formats(std::string& rest) {
  constexpr size_t longest = 20;  // "(PDF, 1.2 MB)"
  for (size_t open = rest.find_first_of("(["); open != std::string::npos;
       open = rest.find_first_of("([", open + 1)) {
    const std::string_view bracket = std::string_view(rest).substr(open, longest + 1);
    const size_t close = bracket.find(bracket[0] == '(' ? ')' : ']');
    if (close == std::string_view::npos) continue;
    const std::string_view inside = bracket.substr(1, close - 1);
    const std::string_view format = inside.substr(0, inside.find_first_of(", "));
    const auto is_format = [&](std::string_view name) { return find_word(format, name) == 0; };
    constexpr auto formats =
        std::to_array<std::string_view>({"pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "rtf", "epub"});
    const bool whole = format.size() == inside.size() ||
                       inside.find_first_of("0123456789") != std::string_view::npos ||
                       find_word(inside, "file") != std::string_view::npos;
    if (whole && std::any_of(formats.begin(), formats.end(), is_format))
      blank_out(rest, open, open + close + 1);
  }
}

}  // namespace evident::extract::field
