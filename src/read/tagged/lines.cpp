// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/tagged/lines.hpp"

namespace evident::read::tagged {

namespace {
constexpr size_t longest_line = size_t{16} << 20U;
}  // namespace

bool LineReader::next(Line& line) {
  m_stream.consume(m_given);
  m_given = 0;
  size_t searched = 0;
  for (;;) {
    const std::string_view text = m_stream.text();
    const size_t end = text.find_first_of("\r\n", searched);
    const bool found = end != std::string_view::npos;
    // A CR at the end may be the first half of a CRLF.
    const bool whole = found && (text[end] == '\n' || end + 1 < text.size());
    if (!whole) {
      searched = found ? end : text.size();
      if (text.size() <= longest_line && m_stream.more()) continue;
      if (text.empty()) return false;
    }
    const size_t size = found ? end : text.size();
    m_given = size + (!found ? 0 : text.substr(end).starts_with("\r\n") ? 2 : 1);
    line = {text.substr(0, size), m_stream.source(0, m_given), ++m_number};
    return true;
  }
}

}  // namespace evident::read::tagged
