// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "input/input.hpp"

namespace evident::read::xml {

/// One record, or what lies between two of them.
struct Piece {
  enum class Kind { record, between, truncated, too_large } kind = Kind::record;
  std::string_view name;   ///< of the record's element
  std::string_view bytes;  ///< valid until the next call; of a record that is too large, its beginning
  Span source;             ///< in the uncompressed file
  uint64_t line = 1;       ///< of its first byte
};

/// Cuts a stream of XML into the elements of given names, so that a damaged record costs that record alone
/// and memory is bounded by the largest one. A record whose end tag is missing ends where the next begins and
/// is marked truncated.
class RecordScanner {
 public:
  /// `names`, outermost first, must outlive the scanner.
  RecordScanner(Input& input, std::vector<std::string_view> names, size_t largest_record = size_t{64} << 20U);
  bool next(Piece& piece);  ///< false at the end

 private:
  bool fill();  ///< reads more; false at the end of the input
  void give(Piece& piece, Piece::Kind kind, std::string_view name, size_t size);
  /// The name of the record whose start tag is at `at`; empty where there is none.
  std::string_view start_at(size_t at) const;
  /// The start tag of a record at or after `from`: its offset and name; npos where none is in the buffer.
  size_t find_start(size_t from, std::string_view& name) const;
  /// The first start tag of that name, or of one outside it, in [from, end) of the buffer.
  size_t find_outer_start(std::string_view name, size_t from, size_t end) const;

  Input& m_input;
  std::vector<std::string_view> m_names;
  size_t m_largest;
  std::string m_buffer;
  size_t m_begin = 0;     // of what was not given yet, in the buffer
  uint64_t m_offset = 0;  // of m_begin in the file
  uint64_t m_line = 1;
  bool m_at_end = false;
};

}  // namespace evident::read::xml
