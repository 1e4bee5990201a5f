// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/plain/line_shapes.hpp"

#include <algorithm>
#include <vector>

#include "read/plain/lines.hpp"
#include "text/sentences.hpp"

namespace evident::read::plain {
namespace {

constexpr size_t heading_length = 100;
constexpr size_t heading_words = 14;

}  // namespace

size_t count_words(std::string_view line) {
  size_t count = 0;
  bool inside = false;
  for (char c : line) {
    const bool blank = c == ' ' || c == '\t';
    count += !blank && !inside;
    inside = !blank;
  }
  return count;
}

bool is_short(std::string_view line) {
  return line.size() <= heading_length && count_words(line) <= heading_words;
}

bool is_bullet(std::string_view line) {
  return line.starts_with("- ") || line.starts_with("* ") || line.starts_with("\xE2\x80\xA2") ||
         line.starts_with("\xE2\x80\x93 ") || line.starts_with("\xC2\xB7");
}

bool is_snippet(std::string_view line) {
  return line.starts_with("... ") || line.starts_with("\xE2\x80\xA6 ");
}

bool is_label_value(std::string_view line) {
  const size_t parts = line.find_first_of(":\t");
  return parts != std::string_view::npos && parts > 0 && parts + 1 < line.size();
}

std::string shape_of(std::string_view line) {
  std::string shape;
  for (const std::string& word : words(line)) {
    if (!shape.empty()) shape += ' ';
    for (char c : word) {
      if (c < '0' || c > '9') {
        shape += c;
      } else if (shape.empty() || shape.back() != '#') {
        shape += '#';
      }
    }
  }
  return shape;
}

bool holds_statement(std::string_view line, size_t least_words) {
  if (line.find('.') == std::string_view::npos) return false;
  const std::vector<Span> parts = text::sentences(line);
  return std::any_of(parts.begin(), parts.end(), [&](const Span& part) {
    const std::string_view sentence = cut(line, trim(line, part));
    const bool number =
        sentence.size() > 1 && sentence[sentence.size() - 2] >= '0' && sentence[sentence.size() - 2] <= '9';
    const bool stated = sentence.ends_with('.') ? !number : has_marker(sentence) && ends_sentence(sentence);
    return part.end < line.size() && stated && count_words(sentence) >= least_words;
  });
}

bool leaves_bracket_open(std::string_view line) {
  size_t closed = 0;
  for (size_t at = line.size(); at > 0; --at) {
    const char c = line[at - 1];
    if (c == ')' || c == ']') ++closed;
    if (c != '(' && c != '[') continue;
    if (closed == 0) return true;
    --closed;
  }
  return false;
}

}  // namespace evident::read::plain
