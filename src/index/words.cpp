// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/words.hpp"

#include <xapian.h>

namespace evident::index {

namespace {

bool is_digit(unsigned c) {
  return c >= '0' && c <= '9';
}

bool is_word_character(unsigned c) {
  if (c >= 0x80) return Xapian::Unicode::is_wordchar(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_';
}

/// What may stand between two letters of a word.
bool is_infix(unsigned before, unsigned c, unsigned after) {
  if (is_digit(before) && is_digit(after)) return c == '.' || c == ',' || c == ';';
  return c == '\'' || c == '&' || c == 0x2019 || c == 0xB7;
}

bool is_suffix(unsigned c) {
  return c == '+' || c == '#';
}

void append_in_small_letters(std::string& word, unsigned c) {
  if (c >= 0x80)
    Xapian::Unicode::append_utf8(word, Xapian::Unicode::tolower(c));
  else
    word += static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

/// Walks over the characters of a text; nearly all are ASCII, which needs no decoding.
class Characters {
 public:
  explicit Characters(std::string_view text) : m_text(text) { decode(); }
  bool at_end() const { return m_start == m_text.size(); }
  size_t start() const { return m_start; }
  unsigned operator*() const { return m_character; }
  void operator++() {
    m_start = m_next;
    decode();
  }

 private:
  void decode() {
    m_character = 0;
    m_next = m_start;
    if (at_end()) return;
    const auto byte = static_cast<unsigned char>(m_text[m_start]);
    if (byte < 0x80) {
      m_character = byte;
      ++m_next;
      return;
    }
    Xapian::Utf8Iterator at(m_text.data() + m_start, m_text.size() - m_start);
    m_character = *at;
    ++at;
    m_next = at == Xapian::Utf8Iterator() ? m_text.size() : static_cast<size_t>(at.raw() - m_text.data());
  }

  std::string_view m_text;
  size_t m_start = 0, m_next = 0;
  unsigned m_character = 0;
};

bool is_capital(unsigned c) {
  return c >= 'A' && c <= 'Z';
}

/// "U.S.A.": letters, each with a stop behind it but the last, which may have none; empty where there are not
/// several, or where more of a word follows. `at` is moved behind them.
std::string initials(Characters& at) {
  std::string letters;
  Characters next = at;
  do {
    append_in_small_letters(letters, *next);
    ++next;
    if (next.at_end() || *next != '.') break;
    ++next;
  } while (!next.at_end() && is_capital(*next));
  if (letters.size() < 2 || (!next.at_end() && is_word_character(*next))) return {};
  at = next;
  return letters;
}

}  // namespace

std::vector<Word> words(std::string_view text) {
  std::vector<Word> found;
  Characters at(text);
  while (!at.at_end()) {
    if (!is_word_character(*at)) {
      ++at;
      continue;
    }
    Word word;
    word.start = at.start();
    if (is_capital(*at)) word.text = initials(at);
    if (!word.text.empty()) {
      word.end = at.start();
      found.push_back(std::move(word));
      continue;
    }
    unsigned before = 0;
    while (!at.at_end()) {
      if (!is_word_character(*at)) {
        Characters next = at;
        ++next;
        if (next.at_end() || !is_word_character(*next) || !is_infix(before, *at, *next)) break;
        append_in_small_letters(word.text, *at == 0x2019 ? '\'' : *at);
        at = next;
      }
      before = *at;
      append_in_small_letters(word.text, before);
      ++at;
    }
    std::string suffix;
    while (!at.at_end() && is_suffix(*at)) {
      suffix += static_cast<char>(*at);
      ++at;
    }
    const bool joined = !at.at_end() && is_word_character(*at);
    if (suffix.size() <= 3 && !joined) word.text += suffix;
    word.end = at.start();
    found.push_back(std::move(word));
  }
  return found;
}

}  // namespace evident::index
