// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/printed_entry.hpp"

#include <algorithm>
#include <string>

#include "base/superscript.hpp"

namespace evident::extract {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

size_t after_blanks(std::string_view text, size_t at) {
  while (at < text.size()) {
    if (is_blank(text[at])) {
      ++at;
    } else if (text.substr(at, 2) == "\xC2\xA0") {
      at += 2;
    } else {
      break;
    }
  }
  return at;
}

size_t after_label(std::string_view text, std::string_view label) {
  size_t at = after_blanks(text, 0);
  if (label.empty()) return at;
  const bool bracket = at < text.size() && (text[at] == '[' || text[at] == '(');
  if (bracket) ++at;
  if (const std::string raised = superscript(label); !raised.empty() && text.substr(at).starts_with(raised))
    return after_blanks(text, at + raised.size());
  if (!text.substr(at).starts_with(label)) return after_blanks(text, 0);
  at += label.size();
  if (at < text.size() && (text[at] == '.' || text[at] == ']' || text[at] == ')' || text[at] == ':')) ++at;
  return after_blanks(text, at);
}

/// "a", "1.0" or "b," in a row of back-links: its length, or 0. Letters go up by one.
size_t back_link_at(std::string_view text, size_t at, int count) {
  size_t end = at;
  if (at < text.size() && text[at] == 'a' + count % 26) {
    end = at + 1;
  } else {
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    if (end == at || end + 1 >= text.size() || text[end] != '.') return 0;
    if (text.substr(end + 1, 1) != std::to_string(count % 10)) return 0;
    end += 2;
  }
  if (end < text.size() && text[end] == ',') ++end;
  return end < text.size() && after_blanks(text, end) == end ? 0 : end - at;
}

/// "Jump up to: ", "Jump up ^ ": what the back-links of an entry are called by wikis; the size of it, or 0.
size_t called_back_link(std::string_view text) {
  constexpr std::string_view name = "Jump up";
  if (!text.starts_with(name)) return 0;
  size_t end = name.size();
  for (const std::string_view behind : {" to", ":", " ^", " \xE2\x86\x91"})
    if (text.substr(end).starts_with(behind)) end += behind.size();
  return end == name.size() ? 0 : after_blanks(text, end);
}

/// Takes "a b c ": how many there are.
int take_back_links(std::string_view entry, size_t& at) {
  int count = 0;
  while (const size_t size = back_link_at(entry, at, count)) {
    ++count;
    at = after_blanks(entry, at + size);
  }
  return count;
}

}  // namespace

PrintedEntry printed_entry(std::string_view entry, std::string_view label) {
  PrintedEntry out;
  size_t at = after_label(entry, label);
  const bool arrow = entry.substr(at, 3) == "\xE2\x86\x91";
  if (arrow || entry.substr(at, 1) == "^") {
    at = after_blanks(entry, at + (arrow ? 3 : 1));
    out.back_links = std::max(take_back_links(entry, at), 1);
  }
  if (const size_t called = called_back_link(entry.substr(at)); called > 0) {
    at += called;
    out.back_links = std::max({take_back_links(entry, at), out.back_links, 1});
  }
  // A list that was numbered twice ("19. ^ 19. Author"): the second number is no part of the reference
  // either.
  if (!label.empty() && entry.substr(at).starts_with(label) && entry.substr(at + label.size(), 2) == ". ") {
    at = after_blanks(entry, at + label.size() + 1);
  }
  out.text = entry.substr(at);
  return out;
}

}  // namespace evident::extract
