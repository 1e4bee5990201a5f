// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
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
  struct End {
    size_t at = 0;         // behind the end tag, or at the start tag that stands where it should be
    bool missing = false;  // a record inside another of the names is part of it; one of the same or an outer
                           // name means that an end tag is missing
  };
  /// Where a record of that name ends, at or after `from`; nullopt where the buffer does not tell.
  std::optional<End> find_end(std::string_view name, size_t from) const;
  std::string_view seen() const { return {m_buffer.get(), m_end}; }

  Input& m_input;
  std::vector<std::string_view> m_names;
  size_t m_largest;
  std::unique_ptr<char[]> m_buffer;
  size_t m_capacity = 0;
  size_t m_end = 0;       // of what was read, in the buffer
  size_t m_begin = 0;     // of what was not given yet, in the buffer
  uint64_t m_offset = 0;  // of m_begin in the file
  uint64_t m_line = 1;
  bool m_at_end = false;
};

}  // namespace evident::read::xml
