// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/xml/text_builder.hpp"

#include <algorithm>
#include <cstring>

#include "text/normal.hpp"

namespace evident::read::xml {

namespace {
bool is_blank(char c) {
  return static_cast<unsigned char>(c) <= ' ' && (c == ' ' || c == '\n' || c == '\t' || c == '\r');
}

/// Where reading byte by byte has to go on: a little before the next "&", control character, or blank that is
/// not alone between words; at the latest where less than eight bytes are left, which are looked at at once.
size_t plain_until(std::string_view raw, size_t at) {
  constexpr uint64_t ones = 0x0101010101010101U, highs = 0x8080808080808080U;
  // The high bit of each byte that is zero; a byte above a zero one may be told wrongly, which costs time
  // alone.
  const auto zeros = [](uint64_t word) { return (word - ones) & ~word & highs; };
  const size_t from = at;
  uint64_t blank_before = at == 0 ? 0x80U : 0U;  // what stands before the text is not known here
  while (at + 8 <= raw.size()) {
    uint64_t word = 0;
    std::memcpy(&word, raw.data() + at, 8);
    const uint64_t blanks = zeros(word ^ (ones * ' '));
    const uint64_t controls = (word - ones * 0x20U) & ~word & highs;
    const uint64_t ampersands = zeros(word ^ (ones * '&'));
    const uint64_t in_a_row = blanks & ((blanks << 8U) | blank_before);
    if ((controls | ampersands | in_a_row) != 0) break;
    blank_before = blanks >> 56U;
    at += 8;
  }
  // A blank that was passed last may be the first of several.
  return at > from && is_blank(raw[at - 1]) ? at - 1 : at;
}

}  // namespace

void TextBuilder::begin_block() {
  m_block_start = m_text.size();
}

Span TextBuilder::end_block() {
  while (m_text.size() > m_block_start && m_text.back() == ' ') m_text.pop_back();
  const Span span{m_block_start, m_text.size()};
  if (!span.empty()) m_text += "\n\n";
  m_block_start = m_text.size();
  return span;
}

void TextBuilder::copy(std::string_view words, uint64_t offset) {
  if (words.empty()) return;
  if (m_source.as_is()) {
    m_offsets.add(m_text.size(), words.size(), m_source.to_source({offset, offset}).start, words.size());
    m_text += words;
    return;
  }
  for (size_t at = 0; at < words.size();) {
    const size_t start = at;
    if (const uint64_t run = std::min<uint64_t>(m_source.run_at(offset + at), words.size() - at); run > 0) {
      at += run;
    } else {
      text::next_code_point(words, at);
    }
    const Span source = m_source.to_source({offset + start, offset + at});
    m_offsets.add(m_text.size(), at - start, source.start, source.size());
    m_text.append(words, start, at - start);
  }
}

/// Words up to the next "&" (or to the end, where `verbatim`); how many bytes were taken.
size_t TextBuilder::append_raw(std::string_view raw, uint64_t offset, bool verbatim) {
  size_t copied = 0;
  size_t at = 0;
  while (at < raw.size()) {
    if (at + 8 <= raw.size()) {
      at = plain_until(raw, at);
      if (at == raw.size()) break;
    }
    const char c = raw[at];
    if (c == '&' && !verbatim) break;
    if (!is_blank(c)) {
      ++at;
      continue;
    }
    size_t end = at + 1;
    while (end < raw.size() && is_blank(raw[end])) ++end;
    if (end == at + 1 && c == ' ' && (at > copied || !at_blank())) {
      at = end;  // by far the most: one blank between two words
      continue;
    }
    copy(raw.substr(copied, at - copied), offset + copied);
    if (!at_blank()) {
      const Span source = m_source.to_source({offset + at, offset + end});
      m_offsets.add(m_text.size(), 1, source.start, source.size());
      m_text += ' ';
    }
    copied = at = end;
  }
  copy(raw.substr(copied, at - copied), offset + copied);
  return at;
}

void TextBuilder::append_reference(const std::string& words, Span reference) {
  const Span source = m_source.to_source(reference);
  if (words.size() == 1 && is_blank(words[0])) {
    if (at_blank()) return;
    m_offsets.add(m_text.size(), 1, source.start, source.size());
    m_text += ' ';
    return;
  }
  m_offsets.add(m_text.size(), words.size(), source.start, source.size());
  m_text += words;
}

void TextBuilder::append(SourceNode node) {
  if (node.is_cdata()) {
    append_raw(node.raw(), node.content_start(), true);
  } else {
    append(node.raw(), node.content_start());
  }
}

void TextBuilder::append(std::string_view raw, uint64_t offset) {
  for (;;) {
    const size_t at = append_raw(raw, offset, false);
    raw.remove_prefix(at);
    offset += at;
    if (raw.empty()) return;
    const auto reference = m_entities.reference(raw);
    const size_t size = reference ? reference->size : 1;
    if (reference && reference->text) {
      append_reference(*reference->text, {offset, offset + size});
    } else {
      if (reference) m_unknown.push_back({std::string(raw.substr(1, size - 2)), offset});
      append_raw(raw.substr(0, size), offset, true);
    }
    raw.remove_prefix(size);
    offset += size;
  }
}

void TextBuilder::blank() {
  // No piece of its own: what is cut out of the file around it holds the mark-up that parts the words.
  if (!at_blank()) m_text += ' ';
}

void TextBuilder::stand_in(std::string_view words, Span element) {
  const Span source = m_source.to_source(element);
  m_offsets.add(m_text.size(), words.size(), source.start, source.size());
  m_text += words;
}

}  // namespace evident::read::xml
