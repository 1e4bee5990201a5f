// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "extract/field/fields.hpp"
#include "extract/field/scan.hpp"

namespace evident::extract::field {

namespace {

/// Catalogues that number works, as lists of references print their names.
constexpr auto catalogues = std::to_array<std::string_view>(
    {"S2CID", "OCLC", "JSTOR", "Bibcode", "bibcode", "ISSN", "eISSN", "e-ISSN", "LCCN", "CiteSeerX", "SSRN",
     "Zbl", "MR", "OSTI", "ASIN", "hdl", "ProQuest", "NAID"});

/// Where the number begins that stands behind a catalogue's name: behind ": ", ":", " " or ". ".
size_t number_start(std::string_view text, size_t at) {
  const size_t start = at;
  while (at < text.size() && (is_blank(text[at]) || text[at] == ':')) ++at;
  return at > start ? at : std::string_view::npos;
}

/// The end of a number; of none where it has too few digits to be one.
size_t number_end(std::string_view text, size_t at) {
  constexpr std::ptrdiff_t least_digits = 5;
  size_t end = std::min(text.find_first_of(" \t\r\n,;()[]", at), text.size());
  while (end > at && text[end - 1] == '.') --end;
  const std::string_view value = text.substr(at, end - at);
  return std::count_if(value.begin(), value.end(), is_digit) < least_digits ? at : end;
}

}  // namespace

std::string catalogue_numbers(std::string& rest) {
  std::string taken;
  for (const std::string_view name : catalogues) {
    for (size_t at = rest.find(name); at != std::string::npos; at = rest.find(name, at + 1)) {
      if (at > 0 && (is_letter(rest[at - 1]) || is_digit(rest[at - 1]) || rest[at - 1] == '-')) continue;
      const size_t start = number_start(rest, at + name.size());
      const size_t end = start == std::string::npos ? start : number_end(rest, start);
      if (end == start) continue;
      taken += (taken.empty() ? "" : " ") + take_part(rest, at, end);
    }
  }
  return taken;
}

}  // namespace evident::extract::field
