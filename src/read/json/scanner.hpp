// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/span.hpp"
#include "read/record/text_stream.hpp"

namespace evident::read::json {

/// True where the first bytes of a file begin an object or an array of JSON.
bool looks_like_json(std::string_view head);

/// An object of a stream of JSON that may be a record, or what is wrong with the stream.
struct Piece {
  enum class Kind {
    object,
    cut,        ///< an object without its end, or with one that does not fit
    too_large,  ///< its beginning
    between     ///< a value that is no object, or text that is no JSON
  } kind = Kind::object;
  std::string_view text;  ///< valid until the next call
  Span source;
  uint64_t line = 1;
};

/// Finds the records of a stream: the objects of an array, one a line, or an object alone. Arrays are gone
/// into, and so are objects whose first value is an array or object and none of whose keys is a field of a
/// record
/// ("items"). Each is cut out by its brackets, so that memory is bounded by the largest; behind a damaged one
/// the next is looked for that begins with the same key.
class Scanner {
 public:
  /// Says whether a key is a field of a record, so that an object that has it is one.
  using IsField = bool (*)(std::string_view key);
  Scanner(record::TextStream& stream, IsField is_field) : m_stream(stream), m_is_field(is_field) {}
  bool next(Piece& piece);  ///< false at the end

 private:
  bool grow(size_t size);
  void give(Piece& piece, Piece::Kind kind, size_t size);
  bool object(Piece& piece);
  bool is_wrapper();
  size_t next_like(std::string_view key, size_t from);

  record::TextStream& m_stream;
  IsField m_is_field;
  size_t m_given = 0;
};

}  // namespace evident::read::json
