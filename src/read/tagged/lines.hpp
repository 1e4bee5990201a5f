// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/span.hpp"
#include "read/record/text_stream.hpp"

namespace evident::read::tagged {

/// A line as UTF-8 without its end; valid until the next call.
struct Line {
  std::string_view text;
  Span source;  ///< in the file, line end included
  uint64_t number = 1;
};

/// Cuts a stream into lines that end in LF, CRLF or CR. A line longer than 16 MiB is given in parts.
class LineReader {
 public:
  explicit LineReader(record::TextStream& stream) : m_stream(stream) {}
  bool next(Line& line);

 private:
  record::TextStream& m_stream;
  size_t m_given = 0;  // bytes of the line that was given last
  uint64_t m_number = 0;
};

}  // namespace evident::read::tagged
