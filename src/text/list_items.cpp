// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/list_items.hpp"

#include <algorithm>
#include <array>

namespace evident::text {

namespace {

constexpr size_t longest_list_line = 40;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Bytes of a bullet at `offset`; 0 where there is none.
size_t bullet_size(std::string_view text, size_t offset) {
  // • ⁃ ◦ ▪ ●
  for (const std::string_view bullet :
       {"\xE2\x80\xA2", "\xE2\x81\x83", "\xE2\x97\xA6", "\xE2\x96\xAA", "\xE2\x97\x8F"}) {
    if (text.substr(offset, 3) == bullet) return 3;
  }
  return 0;
}

struct Marker {
  size_t value = 0;  ///< 0 where there is no marker
  size_t style = 0;  ///< number or letter, and what follows it
};

/// Reads "12.", "12)", "12.)", "b.", "b)", "b.)" followed by a blank.
Marker read_marker(std::string_view text, size_t offset) {
  Marker marker;
  size_t at = offset;
  while (at < text.size() && at - offset < 3 && is_digit(text[at])) {
    marker.value = marker.value * 10 + static_cast<size_t>(text[at++] - '0');
  }
  if (at == offset && at < text.size() && text[at] >= 'a' && text[at] <= 'z') {
    marker.value = static_cast<size_t>(text[at++] - 'a') + 1;
    marker.style = 3;
  }
  const std::string_view rest = text.substr(at, 3);
  if (rest.size() >= 3 && rest.starts_with(".)") && is_blank(rest[2])) {
    marker.style += 2;
  } else if (rest.size() >= 2 && (rest[0] == ')' || rest[0] == '.') && is_blank(rest[1])) {
    marker.style += rest[0] == ')' ? 1 : 0;
  } else {
    return {};
  }
  return marker;
}

bool ends_sentence(std::string_view text, size_t offset) {
  while (offset > 0 && is_blank(text[offset - 1])) --offset;
  return offset == 0 || std::string_view(".!?").find(text[offset - 1]) != std::string_view::npos;
}

void add_short_lines(std::string_view text, std::vector<size_t>& items) {
  std::vector<size_t> starts;
  for (size_t start = 0; start < text.size();) {
    const size_t end = std::min(text.find('\n', start), text.size());
    size_t last = end;
    while (last > start && is_blank(text[last - 1])) --last;
    if (last != start) {
      const size_t length = last - start;
      const bool stopped = std::string_view(".!?,;:-").find(text[last - 1]) != std::string_view::npos;
      // Items have words, so that a word set vertically, a letter a line, is none.
      if (length > longest_list_line || length < 4 || stopped) return;
      starts.push_back(start);
    }
    start = end + 1;
  }
  if (starts.size() >= 3) items.insert(items.end(), starts.begin(), starts.end());
}

}  // namespace

std::vector<size_t> list_items(std::string_view text) {
  struct Run {
    size_t next_value = 0;
    size_t pending_start = 0;
    bool pending = false;
  };
  std::array<Run, 6> runs;
  std::vector<size_t> items;
  for (size_t offset = 0; offset < text.size(); ++offset) {
    if (offset > 0 && !is_blank(text[offset - 1])) continue;
    if (bullet_size(text, offset) != 0) {
      items.push_back(offset);
      continue;
    }
    const Marker marker = read_marker(text, offset);
    if (marker.value == 0) continue;
    Run& run = runs[marker.style];
    if (run.next_value == marker.value && marker.value > 1) {
      if (run.pending) items.push_back(run.pending_start);
      items.push_back(offset);
      run = {marker.value + 1, 0, false};
    } else if (marker.value == 1 && ends_sentence(text, offset)) {
      run = {2, offset, true};
    }
  }
  add_short_lines(text, items);
  std::sort(items.begin(), items.end());
  return items;
}

}  // namespace evident::text
