// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/peeked.hpp"

#include <algorithm>

namespace evident {

namespace {
constexpr size_t portion = size_t{256} << 10U;
}

std::string_view PeekedInput::peek(size_t wanted) {
  while (!m_whole && m_head.size() < wanted) {
    const size_t before = m_head.size();
    m_head.resize(std::min(wanted, before + portion));
    const size_t got = m_input->read(m_head.data() + before, m_head.size() - before);
    m_head.resize(before + got);
    m_whole = got == 0;
  }
  return std::string_view(m_head).substr(0, wanted);
}

size_t PeekedInput::read(char* buffer, size_t size) {
  if (m_given < m_head.size()) {
    const size_t count = m_head.copy(buffer, size, m_given);
    m_given += count;
    return count;
  }
  if (m_whole) return 0;
  if (!m_head.empty() && !m_input->size()) {  // never needed again
    std::string().swap(m_head);
    m_given = 0;
  }
  return m_input->read(buffer, size);
}

std::optional<uint64_t> PeekedInput::size() const {
  return m_whole ? m_head.size() : m_input->size();
}

void PeekedInput::seek(uint64_t position) {
  m_given = static_cast<size_t>(std::min<uint64_t>(position, m_head.size()));
  if (!m_whole) m_input->seek(std::max<uint64_t>(position, m_head.size()));
}

}  // namespace evident
