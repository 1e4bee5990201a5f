// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/xml/record_scanner.hpp"

#include <algorithm>
#include <cstring>

namespace evident::read::xml {

namespace {
constexpr size_t chunk = size_t{64} << 10U;
constexpr size_t longest_tag_name = 64;

/// Where `words` begin in text[from, end); npos where they do not.
size_t find_words(std::string_view text, std::string_view words, size_t from, size_t end) {
  const void* found =
      end <= from ? nullptr : memmem(text.data() + from, end - from, words.data(), words.size());
  return found == nullptr ? std::string_view::npos
                          : static_cast<size_t>(static_cast<const char*>(found) - text.data());
}
}  // namespace

RecordScanner::RecordScanner(Input& input, std::vector<std::string_view> names, size_t largest_record)
    : m_input(input), m_names(std::move(names)), m_largest(largest_record) {}

bool RecordScanner::fill() {
  if (m_at_end) return false;
  if (m_begin > 0) {
    m_buffer.erase(0, m_begin);
    m_begin = 0;
  }
  const size_t size = m_buffer.size();
  m_buffer.resize(size + chunk);
  const size_t got = m_input.read(m_buffer.data() + size, chunk);
  m_buffer.resize(size + got);
  m_at_end = got == 0;
  return !m_at_end;
}

std::string_view RecordScanner::start_at(size_t at) const {
  for (std::string_view candidate : m_names) {
    const size_t end = at + 1 + candidate.size();
    if (end >= m_buffer.size() || m_buffer[at + 1] != candidate[0] ||
        m_buffer.compare(at + 1, candidate.size(), candidate) != 0)
      continue;
    const char after = m_buffer[end];
    if (after == '>' || after == ' ' || after == '\n' || after == '\t' || after == '\r') return candidate;
  }
  return {};
}

size_t RecordScanner::find_start(size_t from, std::string_view& name) const {
  for (size_t at = m_buffer.find('<', from); at != std::string::npos; at = m_buffer.find('<', at + 1)) {
    name = start_at(at);
    if (!name.empty()) return at;
  }
  return std::string::npos;
}

size_t RecordScanner::find_outer_start(std::string_view name, size_t from, size_t end) const {
  size_t first = std::string::npos;
  for (std::string_view outer : m_names) {
    const std::string start = "<" + std::string(outer);
    for (size_t at = find_words(m_buffer, start, from, end); at != std::string::npos;
         at = find_words(m_buffer, start, at + 1, end)) {
      if (start_at(at) != outer) continue;
      first = std::min(first, at);
      end = at;
      break;
    }
    if (outer == name) break;
  }
  return first;
}

void RecordScanner::give(Piece& piece, Piece::Kind kind, std::string_view name, size_t size) {
  piece.kind = kind;
  piece.name = name;
  piece.bytes = std::string_view(m_buffer).substr(m_begin, size);
  piece.source = {m_offset, m_offset + size};
  piece.line = m_line;
  m_line += static_cast<uint64_t>(std::count(piece.bytes.begin(), piece.bytes.end(), '\n'));
  m_offset += size;
  m_begin += size;
}

bool RecordScanner::next(Piece& piece) {
  std::string_view name;
  size_t start = find_start(m_begin, name);
  while (start == std::string::npos) {
    const size_t rest = m_buffer.size() - m_begin;
    if (m_at_end) {
      if (rest == 0) return false;
      give(piece, Piece::Kind::between, "", rest);
      return true;
    }
    // What lies between records is given away in parts, but a start tag that the chunk cut is kept whole.
    if (rest > chunk) {
      give(piece, Piece::Kind::between, "", rest - longest_tag_name);
      return true;
    }
    fill();
    start = find_start(m_begin, name);
  }
  if (start > m_begin) {
    give(piece, Piece::Kind::between, "", start - m_begin);
    return true;
  }
  const std::string end_tag = "</" + std::string(name) + ">";
  size_t searched = m_begin + 1;  // the buffer is searched once, though it grows
  for (;;) {
    const size_t end = find_words(m_buffer, end_tag, searched, m_buffer.size());
    // A record inside another of the names is part of it; one of the same or an outer name means that an
    // end tag is missing.
    const size_t other = find_outer_start(name, searched, std::min(end, m_buffer.size()));
    if (other != std::string::npos) {
      give(piece, Piece::Kind::truncated, name, other - m_begin);
      return true;
    }
    if (end != std::string::npos) {
      give(piece, Piece::Kind::record, name, end + end_tag.size() - m_begin);
      return true;
    }
    const size_t size = m_buffer.size() - m_begin;
    if (size > m_largest) {
      give(piece, Piece::Kind::too_large, name, size - longest_tag_name);
      return true;
    }
    const size_t done = size > longest_tag_name ? size - longest_tag_name : 1;
    if (!fill()) {
      give(piece, Piece::Kind::truncated, name, m_buffer.size() - m_begin);
      return true;
    }
    searched = m_begin + done;
  }
}

}  // namespace evident::read::xml
