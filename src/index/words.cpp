// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/words.hpp"

#include <xapian.h>

namespace evident::index {

namespace {

bool is_digit(unsigned c) {
  return c >= '0' && c <= '9';
}

/// What may stand between two letters of a word.
bool is_infix(unsigned before, unsigned c, unsigned after) {
  if (is_digit(before) && is_digit(after)) return c == '.' || c == ',' || c == ':' || c == ';';
  return c == '\'' || c == '&' || c == 0x2019 || c == 0xB7;
}

bool is_suffix(unsigned c) {
  return c == '+' || c == '#';
}

}  // namespace

std::vector<Word> words(std::string_view text) {
  std::vector<Word> found;
  const auto place = [&](const Xapian::Utf8Iterator& at) {
    return at == Xapian::Utf8Iterator() ? text.size() : static_cast<size_t>(at.raw() - text.data());
  };
  Xapian::Utf8Iterator at(text.data(), text.size());
  const Xapian::Utf8Iterator end;
  while (at != end) {
    if (!Xapian::Unicode::is_wordchar(*at)) {
      ++at;
      continue;
    }
    Word word;
    word.start = place(at);
    unsigned before = 0;
    while (at != end) {
      if (!Xapian::Unicode::is_wordchar(*at)) {
        Xapian::Utf8Iterator next = at;
        if (++next == end || !Xapian::Unicode::is_wordchar(*next) || !is_infix(before, *at, *next)) break;
        Xapian::Unicode::append_utf8(word.text, *at == 0x2019 ? '\'' : *at);
        at = next;
      }
      before = *at;
      Xapian::Unicode::append_utf8(word.text, Xapian::Unicode::tolower(before));
      ++at;
    }
    std::string suffix;
    while (at != end && is_suffix(*at)) {
      Xapian::Unicode::append_utf8(suffix, *at);
      ++at;
    }
    const bool joined = at != end && Xapian::Unicode::is_wordchar(*at);
    if (suffix.size() <= 3 && !joined) word.text += suffix;
    word.end = place(at);
    found.push_back(std::move(word));
  }
  return found;
}

}  // namespace evident::index
