// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "input/input.hpp"

namespace evident::read::tagged {

/// A line without its end; valid until the next call.
struct Line {
  std::string_view text;
  Span source;  ///< line end included
  uint64_t number = 1;
};

/// Cuts a stream into lines that end in LF, CRLF or CR. A line longer than 16 MiB is given in parts.
class LineReader {
 public:
  explicit LineReader(Input& input) : m_input(input) {}
  bool next(Line& line);

 private:
  bool fill();
  Input& m_input;
  std::string m_buffer;
  size_t m_begin = 0;
  uint64_t m_offset = 0;  // of m_begin in the file
  uint64_t m_number = 0;
  bool m_at_end = false;
};

}  // namespace evident::read::tagged
