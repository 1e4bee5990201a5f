// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/tagged/lines.hpp"

namespace evident::read::tagged {

namespace {
constexpr size_t chunk = 64 * 1024;
constexpr size_t longest_line = size_t{16} << 20U;
}  // namespace

bool LineReader::fill() {
  if (m_at_end) return false;
  m_buffer.erase(0, m_begin);
  m_begin = 0;
  const size_t size = m_buffer.size();
  m_buffer.resize(size + chunk);
  const size_t got = m_input.read(m_buffer.data() + size, chunk);
  m_buffer.resize(size + got);
  m_at_end = got == 0;
  return got > 0;
}

bool LineReader::next(Line& line) {
  size_t searched = m_begin;
  for (;;) {
    const size_t end = m_buffer.find_first_of("\r\n", searched);
    const bool found = end != std::string::npos;
    // A CR at the end of the buffer may be the first half of a CRLF.
    if (found && !(m_buffer[end] == '\r' && end + 1 == m_buffer.size() && !m_at_end)) {
      const size_t next = end + (m_buffer.compare(end, 2, "\r\n") == 0 ? 2 : 1);
      line = {std::string_view(m_buffer).substr(m_begin, end - m_begin),
              {m_offset, m_offset + next - m_begin},
              ++m_number};
      m_offset += next - m_begin;
      m_begin = next;
      return true;
    }
    if (m_buffer.size() - m_begin > longest_line || m_at_end) break;
    const size_t done = (found ? end : m_buffer.size()) - m_begin;
    fill();
    searched = m_begin + done;
  }
  if (m_begin == m_buffer.size()) return false;
  line = {std::string_view(m_buffer).substr(m_begin),
          {m_offset, m_offset + m_buffer.size() - m_begin},
          ++m_number};
  m_offset += m_buffer.size() - m_begin;
  m_begin = m_buffer.size();
  return true;
}

}  // namespace evident::read::tagged
