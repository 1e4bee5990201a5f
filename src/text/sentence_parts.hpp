// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace evident::text {

// What sentences() reads text with. Offsets count bytes; none of the functions looks further than a bounded
// window, but for runs of blanks and of stops.

inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
inline bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
inline bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
inline bool is_letter(char c) {
  return is_lower(c) || is_upper(c);
}
inline bool is_high(char c) {
  return (c & 0x80) != 0;
}

/// The byte at `offset`; NUL behind the end.
inline char byte_at(std::string_view text, size_t offset) {
  return offset < text.size() ? text[offset] : '\0';
}

/// Bytes of white space at `offset` (also U+00A0 and the other Unicode spaces); 0 where there is none.
size_t blank_size(std::string_view text, size_t offset);

/// The first offset from `offset` on that is no white space.
size_t skip_blanks(std::string_view text, size_t offset);

/// Bytes of a character that can end a sentence; 0 where there is none. REQUIRES offset < text.size().
size_t stop_size(std::string_view text, size_t offset);

/// A run of stops: ".", "?!", "...", ". . .".
struct Stops {
  size_t end = 0;         ///< behind the last one
  size_t dots = 0;        ///< full stops in the run
  bool strong = false;    ///< with "!" or "?"
  bool ellipsis = false;  ///< words are left out
  bool spaced = false;    ///< with blanks between the full stops
};

/// The run of stops at `offset`, whose first one has `size` bytes.
Stops read_stops(std::string_view text, size_t offset, size_t size);

/// The word that ends at `end` and starts no earlier than `from`, with the full stops and apostrophes inside
/// it.
std::string_view word_before(std::string_view text, size_t from, size_t end);

/// What stands where the next sentence would start.
enum class Next {
  end,
  lower,  ///< an ordinary word in lower case
  upper,
  digit,
  opener,     ///< an opening quote or bracket
  name_like,  ///< what may start a sentence without a capital: "p53", "mRNA", "α", "ii)", "*"
  other
};

struct Following {
  Next kind = Next::end;
  std::string_view word;  ///< letters, digits and apostrophes, without an opening quote or bracket
};

Following look_at(std::string_view text, size_t offset);

/// True for what names an item or a panel of a figure, up to its closing bracket: "a)", "iv)", "d–f)", "b,
/// b')".
bool is_list_label(std::string_view text, size_t offset);

}  // namespace evident::text
