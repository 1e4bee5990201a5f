// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/xml/mapped_text.hpp"

#include <algorithm>
#include <utility>

#include "read/xml/plain_text.hpp"
#include "read/xml/text_builder.hpp"
#include "text/normal.hpp"

namespace evident::read::xml {

namespace {

void gather(SourceNode node, bool (*skips)(uint16_t), TextBuilder& builder) {
  for (SourceNode child : node) {
    if (!child.is_element()) {
      builder.append(child);
    } else if (skips == nullptr || !skips(child.role())) {
      gather(child, skips, builder);
    }
  }
}

/// The builder squeezes white space of one byte; a text with other blanks is put together anew, word by word.
void squeeze(MappedText& mapped) {
  if (is_squeezed(mapped.text)) return;
  std::string squeezed = text::squeeze(mapped.text);
  if (squeezed == mapped.text) return;
  text::OffsetMap offsets;
  size_t from = 0;
  for (size_t at = 0; at < squeezed.size();) {
    const size_t end = std::min(squeezed.find(' ', at), squeezed.size());
    const size_t found = mapped.text.find(squeezed.substr(at, end - at), from);
    const Place word = mapped.offsets.to_source({found, found + end - at});
    if (at > 0) {  // the blank before it
      const Place blank = mapped.offsets.to_source({from, found});
      offsets.add(at - 1, 1, blank.start, blank.size());
    }
    offsets.add(at, end - at, word.start, word.size());
    from = found + end - at;
    at = end + 1;
  }
  mapped.text = std::move(squeezed);
  mapped.offsets = std::move(offsets);
}

}  // namespace

void MappedWords::add(SourceNode node, MappedText& out) const {
  TextBuilder builder(m_source, m_entities, out.text, out.offsets);
  if (!out.text.empty()) out.text += ' ';
  const size_t before = out.text.size();
  builder.begin_block();
  gather(node, m_skips, builder);
  const Span words = builder.end_block();
  out.text.resize(words.empty() && before > 0 ? before - 1 : words.end);
  squeeze(out);
}

}  // namespace evident::read::xml
