// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/pdf/hyphens.hpp"

#include <algorithm>

namespace evident::read::pdf {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
/// ASCII letters, and all bytes of others.
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || is_upper(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// Bytes of a hyphen; `soft` where nobody but a line break puts it there.
size_t hyphen_at(std::string_view text, size_t at, bool* soft = nullptr) {
  if (text.substr(at, 1) == "-") return 1;
  if (text.substr(at, 3) == "\xE2\x80\x90" || text.substr(at, 3) == "\xE2\x80\x91") return 3;
  if (text.substr(at, 2) != "\xC2\xAD") return 0;
  if (soft != nullptr) *soft = true;
  return 2;
}

std::string lower(std::string_view word) {
  std::string out(word);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; });
  return out;
}

/// True where a byte belongs to punctuation of three bytes (dashes, quotes) and to no letter.
bool is_mark(std::string_view text, size_t at) {
  return text.substr(at, 2) == "\xE2\x80" || text.substr(at, 2) == "\xE2\x81" || text.substr(at, 1) == "\xC2";
}

/// The word that ends before `end`, with its hyphens.
std::string_view word_before(std::string_view text, size_t end) {
  size_t start = end;
  while (start > 0 && (is_letter(text[start - 1]) || is_digit(text[start - 1]) || text[start - 1] == '-'))
    --start;
  return text.substr(start, end - start);
}

std::string_view word_after(std::string_view text) {
  size_t end = 0;
  while (end < text.size() && is_letter(text[end]) && !is_mark(text, end)) ++end;
  return text.substr(0, end);
}

/// True where a line ends inside an address: "http://dx.doi.org/".
bool breaks_address(std::string_view line) {
  const std::string_view word = line.substr(line.find_last_of(" \t") + 1);  // npos + 1 is 0
  if (word.empty() || std::string_view("/-_=").find(word.back()) == std::string_view::npos) return false;
  return word.find("://") != std::string_view::npos || word.find("doi.org/") != std::string_view::npos ||
         (word.find("10.") != std::string_view::npos && word.find('/') != std::string_view::npos);
}

}  // namespace

size_t hyphen_at_end(std::string_view line) {
  for (size_t size : {1U, 2U, 3U}) {
    if (line.size() <= size || hyphen_at(line, line.size() - size) != size) continue;
    const char before = line[line.size() - size - 1];
    return is_letter(before) || is_digit(before) || before == ')' ? size : 0;
  }
  return 0;
}

Hyphens::Hyphens(std::string_view text) {
  std::string word;
  for (size_t at = 0; at <= text.size(); ++at) {
    const size_t hyphen = at < text.size() ? hyphen_at(text, at) : 0;
    if (hyphen > 0 && !word.empty() && at + hyphen < text.size() && is_letter(text[at + hyphen])) {
      word += '-';
      at += hyphen - 1;
    } else if (at < text.size() && (is_letter(text[at]) || is_digit(text[at])) && !is_mark(text, at)) {
      word += is_upper(text[at]) ? static_cast<char>(text[at] + 32) : text[at];
    } else {
      // The first half of a word that a line break parts counts for nothing.
      if (word.size() > 1 && word.size() < 80 && hyphen == 0) ++m_words[word];
      word.clear();
      if (hyphen > 0) at += hyphen - 1;
    }
  }
}

size_t Hyphens::count(const std::string& word) const {
  const auto found = m_words.find(word);
  return found == m_words.end() ? 0 : found->second;
}

Hyphens::Join Hyphens::join(std::string_view line, std::string_view next) const {
  if (breaks_address(line)) return Join::with_hyphen;
  const size_t size = hyphen_at_end(line);
  if (size == 0) return Join::blank;
  bool soft = false;
  hyphen_at(line, line.size() - size, &soft);
  if (soft) return Join::without_hyphen;
  const std::string first = lower(word_before(line, line.size() - size));
  const std::string second = lower(word_after(next));
  if (second.empty() || is_upper(next.front())) {
    // "COX-" and "2 inhibitors", "anti-" and "IL": nobody hyphenates there.
    const bool joined = !next.empty() && (is_digit(next.front()) || is_upper(next.front()));
    return joined ? Join::with_hyphen : Join::blank;
  }
  if (second == "and" || second == "or" || second == "to") return Join::blank;  // "pre- and post-"
  if (first.size() < 2 || is_digit(first.back())) return Join::with_hyphen;     // "C-reactive"
  const size_t joined = count(first + second), hyphened = count(first + '-' + second);
  if (joined != hyphened) return joined > hyphened ? Join::without_hyphen : Join::with_hyphen;
  const size_t inner = first.rfind('-');
  const std::string last = inner == std::string::npos ? first : first.substr(inner + 1);
  // Neither occurs: two words of the text make a compound; a syllable is seldom a word.
  const bool compound = count(last) >= 2 && count(second) >= 2 && last.size() >= 3 && second.size() >= 3;
  return compound ? Join::with_hyphen : Join::without_hyphen;
}

}  // namespace evident::read::pdf
