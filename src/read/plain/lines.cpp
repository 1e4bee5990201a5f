// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/plain/lines.hpp"

#include "text/normal.hpp"

namespace evident::read::plain {
namespace {

constexpr size_t longest_marker = 60;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
  return is_lower(c) || is_upper(c);
}

/// Bytes of white space that begin at the offset: 0 where there is none.
size_t blank_at(std::string_view text, size_t at) {
  const unsigned char c = static_cast<unsigned char>(text[at]);
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  if (c == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) == 0xA0) return 2;
  if (at + 2 >= text.size()) return 0;
  const unsigned char d = static_cast<unsigned char>(text[at + 1]);
  const unsigned char e = static_cast<unsigned char>(text[at + 2]);
  if (c == 0xE2 && d == 0x80 && (e <= 0x8B || e == 0xAF)) return 3;
  if (c == 0xE3 && d == 0x80 && e == 0x80) return 3;
  if (c == 0xEF && d == 0xBB && e == 0xBF) return 3;
  return 0;
}

/// A Latin letter of two bytes: capital or small, as far as the bytes tell; 0 for anything else.
char two_byte_case(std::string_view text, size_t at) {
  if (at + 1 >= text.size()) return 0;
  const unsigned char c = static_cast<unsigned char>(text[at]);
  const unsigned char d = static_cast<unsigned char>(text[at + 1]);
  if (c == 0xC3 && d != 0x97 && d != 0xB7) return d < 0x9F ? 'A' : 'a';
  if (c == 0xC4 || c == 0xC5) return d % 2 == 0 ? 'A' : 'a';
  if (c == 0xCE) return d < 0xB0 ? 'A' : 'a';
  if (c == 0xCF) return 'a';
  return 0;
}

/// Bytes of a closing quote or bracket that ends at `end`; 0 where there is none.
size_t closer_before(std::string_view text, size_t end) {
  const char c = text[end - 1];
  if (c == '"' || c == '\'' || c == ')' || c == ']' || c == '}') return 1;
  if (end >= 3 && text.substr(end - 3, 2) == "\xE2\x80") {
    const unsigned char last = static_cast<unsigned char>(c);
    if (last == 0x99 || last == 0x9D) return 3;
  }
  if (end >= 2 && text.substr(end - 2, 2) == "\xC2\xBB") return 2;
  return 0;
}

size_t opener_at(std::string_view text, size_t at) {
  if (at >= text.size()) return 0;
  const char c = text[at];
  if (c == '"' || c == '\'' || c == '(' || c == '[') return 1;
  if (text.substr(at, 3) == "\xE2\x80\x9C" || text.substr(at, 3) == "\xE2\x80\x98") return 3;
  return 0;
}

/// Bytes of a raised digit, minus or bracket that ends at `end`; 0 where there is none.
size_t superscript_before(std::string_view line, size_t end) {
  if (end >= 2 && line[end - 2] == '\xC2') {
    const char last = line[end - 1];
    return last == '\xB2' || last == '\xB3' || last == '\xB9' ? 2 : 0;
  }
  if (end < 3 || line.substr(end - 3, 2) != "\xE2\x81") return 0;
  const auto last = static_cast<unsigned char>(line[end - 1]);
  const bool bracket = last == 0xBD || last == 0xBE;
  return last == 0xB0 || (last >= 0xB4 && last <= 0xBB) || bracket ? 3 : 0;
}

/// Where raised numbers (of citations, mostly) at the end of a line begin.
size_t without_superscripts(std::string_view line, size_t end) {
  size_t start = end;
  while (start > 0) {
    if (const size_t size = superscript_before(line, start)) {
      start -= size;
    } else if (start < end && line[start - 1] == ',' && superscript_before(line, start - 1) > 0) {
      --start;
    } else {
      break;
    }
  }
  return start;
}

/// Where a raised number begins that is written in plain characters, its closing bracket taken off: "^1",
/// "^{1",
/// "(6, 7".
size_t without_written_superscript(std::string_view line, size_t end) {
  size_t start = end;
  bool digit = false;
  while (start > 0 && end - start < longest_marker) {
    const char c = line[start - 1];
    const bool dash = start >= 3 && line.substr(start - 3, 2) == "\xE2\x80";
    if (!dash && !is_digit(c) && c != ',' && c != '-' && c != ' ' && c != ';') break;
    digit = digit || is_digit(c);
    start -= dash ? 3 : 1;
  }
  if (!digit) start = end;
  const bool bracket = digit && start > 0 && (line[start - 1] == '(' || line[start - 1] == '{');
  if (bracket) --start;
  if (start > 0 && line[start - 1] == '^') return start - 1;
  return bracket ? start : end;
}

/// Where a run of digits (with commas and dashes) after the full stop is a superscript that lost its raising.
size_t without_lost_superscript(std::string_view line, size_t end) {
  size_t start = end;
  while (start > 0 && (is_digit(line[start - 1]) || line[start - 1] == ',' || line[start - 1] == '-'))
    --start;
  if (start == end || start < 2 || line[start - 1] != '.' || !is_letter(line[start - 2])) return end;
  return end - start <= 6 ? start : end;
}

}  // namespace

std::string_view cut(std::string_view text, const Span& span) {
  return text.substr(span.start, span.size());
}

Span trim(std::string_view text, Span span) {
  while (!span.empty()) {
    const size_t size = blank_at(text, span.start);
    if (size == 0) break;
    span.start += size;
  }
  while (!span.empty()) {
    size_t size = 0;
    for (size_t width = 1; width <= 3 && width <= span.size(); ++width) {
      if (blank_at(text.substr(0, span.end), span.end - width) == width) size = width;
    }
    if (size == 0) break;
    span.end -= size;
  }
  if (span.start > span.end) span.end = span.start;
  return span;
}

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size() && text[end] != '\n' && text[end] != '\r') ++end;
    lines.push_back({trim(text, {at, end})});
    at = end + 1;
    if (end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n') ++at;
  }
  return lines;
}

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> out;
  std::string word;
  for (size_t at = 0; at <= text.size(); ++at) {
    const char c = at < text.size() ? text[at] : ' ';
    const bool foreign = static_cast<unsigned char>(c) >= 0x80;
    if (foreign && (text.substr(at, 2) == "\xE2\x80" || text.substr(at, 2) == "\xC2\xA0")) {
      at += text[at] == '\xE2' ? 2 : 1;
    } else if (foreign || is_letter(c) || is_digit(c)) {
      word += is_upper(c) ? static_cast<char>(c + 32) : c;
      continue;
    }
    if (!word.empty()) out.push_back(std::move(word));
    word.clear();
  }
  return out;
}

size_t marker_at(std::string_view text, size_t offset) {
  if (offset + 2 >= text.size() || text[offset] != '[' || !is_digit(text[offset + 1])) return 0;
  for (size_t at = offset + 1; at < text.size() && at < offset + longest_marker; ++at) {
    const char c = text[at];
    if (c == ']') return at + 1 - offset;
    const bool dash = text.substr(at, 2) == "\xE2\x80";
    if (dash) at += 2;
    if (!dash && !is_digit(c) && c != ',' && c != '-' && c != ' ' && c != ';') return 0;
  }
  return 0;
}

bool has_marker(std::string_view text) {
  for (size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
    if (marker_at(text, at) > 0) return true;
  }
  return false;
}

bool starts_with_marker(std::string_view line) {
  if (line.empty()) return false;
  if (line.front() == '"') return marker_at(line, 1) > 0;
  if (line.substr(0, 3) == "\xE2\x80\x9D") return marker_at(line, 3) > 0;
  return marker_at(line, 0) > 0;
}

bool starts_lower(std::string_view line) {
  return !line.empty() && (is_lower(line[0]) || two_byte_case(line, 0) == 'a');
}

bool starts_upper(std::string_view line) {
  size_t at = 0;
  while (const size_t size = opener_at(line, at)) at += size;
  return at < line.size() && (is_upper(line[at]) || is_digit(line[at]) || two_byte_case(line, at) == 'A');
}

bool ends_sentence(std::string_view line) {
  size_t end = line.size();
  for (bool again = true; again && end > 0;) {
    again = false;
    if (line[end - 1] == ']') {
      const size_t from = end > longest_marker ? end - longest_marker : 0;
      const size_t open = line.substr(from, end - from).rfind('[');
      if (open != std::string_view::npos && from + open + marker_at(line, from + open) == end) {
        end = from + open;
        again = true;
        continue;
      }
    }
    if (line[end - 1] == ' ') {
      --end;
      again = true;
    } else if (const size_t size = closer_before(line, end)) {
      end -= size;
      again = true;
    }
  }
  end = without_written_superscript(line, end);
  end = without_lost_superscript(line, without_superscripts(line, end));
  if (end == 0) return false;
  const char last = line[end - 1];
  if (last == '.' || last == '!' || last == '?') return true;
  return end >= 3 && line.substr(end - 3, 3) == "\xE2\x80\xA6";
}

bool several_sentences(std::string_view line) {
  for (size_t at = 2; at + 2 < line.size(); ++at) {
    if (line[at] != '.' && line[at] != '!' && line[at] != '?') continue;
    // A full stop after one letter is an initial, and one before a small letter an abbreviation.
    if (!is_letter(line[at - 1]) || !is_letter(line[at - 2])) continue;
    size_t next = at + 1;
    while (next < line.size() && (line[next] == ' ' || marker_at(line, next) > 0)) {
      next += line[next] == ' ' ? 1 : marker_at(line, next);
    }
    if (next > at + 1 && next < line.size() && starts_upper(line.substr(next)) && !is_digit(line[next]))
      return true;
  }
  return false;
}

std::string join(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

}  // namespace evident::read::plain
