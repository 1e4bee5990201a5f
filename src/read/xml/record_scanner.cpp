// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/xml/record_scanner.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace evident::read::xml {

namespace {
constexpr size_t chunk = size_t{64} << 10U;
constexpr size_t first_capacity = 4 * chunk;  // holds nearly every article
constexpr size_t longest_tag_name = 64;

constexpr size_t block = 128;

/// True where within a block "<" or "/" stands before a name that begins and ends as asked for; without
/// branches, so that many bytes are looked at at once.
bool may_hold_tag(const char* at, std::string_view name) {
  const char first = name.front(), last = name.back();
  const char* const ends = at + name.size();
  uint8_t found = 0;
  for (size_t i = 0; i < block; ++i) {
    const bool opens = (at[i] == '<') | (at[i] == '/');
    found |= static_cast<uint8_t>(opens & (at[i + 1] == first) & (ends[i] == last));
  }
  return found != 0;
}

/// Where in text[from, end) a name stands behind "<" or "/"; npos where it does not. At least one byte stands
/// before `from`.
size_t find_name(std::string_view text, std::string_view name, size_t from, size_t end) {
  for (size_t at = from - 1; at + name.size() < end; at += block) {
    const bool whole = at + block + name.size() <= end;
    if (whole && !may_hold_tag(text.data() + at, name)) continue;
    const std::string_view here = text.substr(0, std::min(at + block + name.size(), end));
    for (size_t found = here.find(name, at + 1); found != std::string_view::npos;
         found = here.find(name, found + 1)) {
      if (text[found - 1] == '<' || text[found - 1] == '/') return found;
    }
  }
  return std::string_view::npos;
}

/// In blocks whose count fits a byte, so that many bytes are looked at at once.
uint64_t count_lines(std::string_view bytes) {
  uint64_t lines = 0;
  size_t at = 0;
  for (; at + block <= bytes.size(); at += block) {
    uint8_t here = 0;
    for (size_t i = 0; i < block; ++i) here = static_cast<uint8_t>(here + (bytes[at + i] == '\n'));
    lines += here;
  }
  for (; at < bytes.size(); ++at) lines += bytes[at] == '\n';
  return lines;
}
}  // namespace

RecordScanner::RecordScanner(Input& input, std::vector<std::string_view> names, size_t largest_record)
    : m_input(input), m_names(std::move(names)), m_largest(largest_record) {}

bool RecordScanner::fill() {
  if (m_at_end) return false;
  const size_t held = m_end - m_begin;
  if (m_capacity < held + chunk) {
    m_capacity = std::max(first_capacity, 2 * m_capacity);
    std::unique_ptr<char[]> larger(
        new char[m_capacity]);  // without zeros: all of it is written before it is read
    if (held > 0) std::memcpy(larger.get(), m_buffer.get() + m_begin, held);
    m_buffer = std::move(larger);
  } else if (held > 0) {
    std::memmove(m_buffer.get(), m_buffer.get() + m_begin, held);
  }
  m_begin = 0;
  m_end = held;
  const size_t got = m_input.read(m_buffer.get() + m_end, chunk);
  m_end += got;
  m_at_end = got == 0;
  return !m_at_end;
}

std::string_view RecordScanner::start_at(size_t at) const {
  const std::string_view text = seen();
  for (std::string_view candidate : m_names) {
    const size_t end = at + 1 + candidate.size();
    if (end >= text.size() || text[at + 1] != candidate[0] ||
        text.compare(at + 1, candidate.size(), candidate) != 0)
      continue;
    const char after = text[end];
    if (after == '>' || after == ' ' || after == '\n' || after == '\t' || after == '\r') return candidate;
  }
  return {};
}

size_t RecordScanner::find_start(size_t from, std::string_view& name) const {
  const std::string_view text = seen();
  for (size_t at = text.find('<', from); at != std::string_view::npos; at = text.find('<', at + 1)) {
    name = start_at(at);
    if (!name.empty()) return at;
  }
  return std::string_view::npos;
}

std::optional<RecordScanner::End> RecordScanner::find_end(std::string_view name, size_t from) const {
  const std::string_view text = seen();
  std::optional<End> found;
  size_t limit = text.size();
  // Start and end tags share the name: one search finds both, and either is rare.
  for (size_t at = find_name(text, name, from, limit); at != std::string_view::npos;
       at = find_name(text, name, at + 1, limit)) {
    if (text[at - 1] == '<' && start_at(at - 1) == name) {
      found = End{at - 1, true};
    } else if (const size_t behind = at + name.size();
               text[at - 1] == '/' && text[at - 2] == '<' && behind < text.size() && text[behind] == '>') {
      found = End{behind + 1, false};
    }
    if (!found) continue;
    limit = at;
    break;
  }
  // Where it has its end, another kind of record can begin in it only if that end is a stray one.
  if (found && !found->missing) return found;
  for (std::string_view outer : m_names) {
    if (outer == name) break;
    for (size_t at = find_name(text, outer, from, limit); at != std::string_view::npos;
         at = find_name(text, outer, at + 1, limit)) {
      if (text[at - 1] != '<' || start_at(at - 1) != outer) continue;
      found = End{at - 1, true};
      limit = at;
      break;
    }
  }
  return found;
}

void RecordScanner::give(Piece& piece, Piece::Kind kind, std::string_view name, size_t size) {
  piece.kind = kind;
  piece.name = name;
  piece.bytes = seen().substr(m_begin, size);
  piece.source = {m_offset, m_offset + size};
  piece.line = m_line;
  m_line += count_lines(piece.bytes);
  m_offset += size;
  m_begin += size;
}

bool RecordScanner::next(Piece& piece) {
  std::string_view name;
  size_t start = find_start(m_begin, name);
  while (start == std::string::npos) {
    const size_t rest = m_end - m_begin;
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
  size_t searched = m_begin + 2;  // the buffer is searched once, though it grows
  for (;;) {
    if (const auto end = find_end(name, searched)) {
      give(piece, end->missing ? Piece::Kind::truncated : Piece::Kind::record, name, end->at - m_begin);
      return true;
    }
    const size_t size = m_end - m_begin;
    if (size > m_largest) {
      give(piece, Piece::Kind::too_large, name, size - longest_tag_name);
      return true;
    }
    // Never back to the record's own start tag, which would end it.
    const size_t done = std::max<size_t>(2, size - std::min(size, longest_tag_name));
    if (!fill()) {
      give(piece, Piece::Kind::truncated, name, m_end - m_begin);
      return true;
    }
    searched = m_begin + done;
  }
}

}  // namespace evident::read::xml
