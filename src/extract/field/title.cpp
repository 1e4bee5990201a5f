// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "extract/field/fields.hpp"
#include "extract/field/scan.hpp"

namespace evident::extract::field {

std::optional<QuotedTitle> quoted_title(const std::string& rest, size_t from) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> quotes{
      {{"\"", "\""},
       {"\xE2\x80\x9C", "\xE2\x80\x9D"},
       {"\xC2\xAB", "\xC2\xBB"},
       {"\xE2\x80\x9E", "\xE2\x80\x9C"}}};
  std::optional<QuotedTitle> first;
  for (const auto& [open, close] : quotes) {
    const size_t start = rest.find(open, from);
    if (start == std::string::npos || (first && start >= first->span.start)) continue;
    const size_t inside = start + open.size();
    // A title may hold quotes itself: it ends at one that stands before punctuation, a blank or the end.
    size_t end = rest.find(close, inside);
    while (end != std::string::npos) {
      const size_t after = end + close.size();
      if (after >= rest.size() || std::string_view(" .,;)").find(rest[after]) != std::string_view::npos)
        break;
      end = rest.find(close, after);
    }
    if (end == std::string::npos) continue;
    // 'a "quoted word" of a title': what follows in lower case goes on.
    const size_t after = end + close.size();
    if (open == close && after + 1 < rest.size() && rest[after] == ' ' && rest[after + 1] >= 'a' &&
        rest[after + 1] <= 'z') {
      if (const size_t later = rest.find(close, after); later != std::string::npos) end = later;
    }
    first = QuotedTitle{{inside, end}, end + close.size()};
  }
  if (first && first->span.size() < 3) return std::nullopt;
  return first;
}

}  // namespace evident::extract::field
