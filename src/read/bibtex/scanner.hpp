// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/span.hpp"
#include "read/record/text_stream.hpp"

namespace evident::read::bibtex {

/// "% Encoding: ISO-8859-1" of a file's first lines, as JabRef writes it; empty where there is none.
std::string declared_encoding(std::string_view head);

/// Where an entry begins at or after `from`: "@" and a word with an opening bracket, not behind a "%" that
/// begins its line; npos where none does.
size_t find_entry(std::string_view text, size_t from);

/// True where what begins at `at` looks so much like an entry ("@type{key,", "@string{", at the start of a
/// line) that it is one even within another.
bool starts_entry(std::string_view text, size_t at);

/// An entry, or what lies between two of them.
struct Piece {
  enum class Kind {
    entry,
    comment,  ///< @comment{...}
    between,
    cut,       ///< another entry, or the end of the file, comes before its closing bracket
    too_large  ///< its beginning
  } kind = Kind::entry;
  std::string_view text;  ///< valid until the next call
  Span source;
  uint64_t line = 1;
};

/// Cuts a stream into entries, so that a damaged one costs itself alone and memory is bounded by the largest.
class Scanner {
 public:
  explicit Scanner(record::TextStream& stream) : m_stream(stream) {}
  bool next(Piece& piece);  ///< false at the end

 private:
  void give(Piece& piece, Piece::Kind kind, size_t size);
  bool grow(size_t size);  ///< makes the window longer than `size`; false at the end
  bool entry(Piece& piece);

  record::TextStream& m_stream;
  size_t m_given = 0;
};

}  // namespace evident::read::bibtex
