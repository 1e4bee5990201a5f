// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/xml/plain_text.hpp"

#include <algorithm>

#include "text/normal.hpp"

namespace evident::read::xml {

namespace {

void append_decoded(std::string_view raw, const Entities* entities, std::string& out) {
  static const Entities none;
  for (;;) {
    const size_t at = std::min(raw.find('&'), raw.size());
    out.append(raw, 0, at);
    raw.remove_prefix(at);
    if (raw.empty()) return;
    const auto reference = (entities == nullptr ? none : *entities).reference(raw);
    const size_t size = reference ? reference->size : 1;
    if (reference && reference->text) {
      out += *reference->text;
    } else {
      out.append(raw, 0, size);
    }
    raw.remove_prefix(size);
  }
}

void gather(SourceNode node, const Entities& entities, bool (*skips)(uint16_t), std::string& out) {
  for (SourceNode child : node) {
    if (!child.is_element()) {
      if (child.is_cdata()) {
        out += child.raw();
      } else {
        append_decoded(child.raw(), &entities, out);
      }
    } else if (skips == nullptr || !skips(child.role())) {
      gather(child, entities, skips, out);
    }
  }
}

}  // namespace

bool is_squeezed(std::string_view words) {
  if (words.empty()) return true;
  if (words.front() <= ' ' || words.back() <= ' ') return false;
  uint8_t other = 0;  // one byte and without branches, so that many bytes are looked at at once
  for (size_t at = 1; at < words.size(); ++at) {
    const auto byte = static_cast<unsigned char>(words[at]);
    const bool plain = (byte >= 0x20) & (byte < 0x7F);
    const bool again = (words[at] == ' ') & (words[at - 1] == ' ');
    other |= static_cast<uint8_t>(!plain | again);  // controls and bytes beyond ASCII, blanks in a row
  }
  return other == 0 && static_cast<unsigned char>(words.front()) < 0x7F;
}

std::string decoded(std::string_view raw, const Entities* entities) {
  std::string out;
  append_decoded(raw, entities, out);
  return out;
}

std::string plain_text(SourceNode node, const Entities& entities, bool (*skips)(uint16_t role)) {
  if (!node) return "";
  // By far the most: nothing but a line of ASCII words.
  if (const SourceNode only = node.first();
      only && !only.is_element() && !only.next() && is_squeezed(only.raw()) &&
      (only.is_cdata() || only.raw().find('&') == std::string_view::npos))
    return std::string(only.raw());
  std::string all;
  gather(node, entities, skips, all);
  return is_squeezed(all) ? all : text::squeeze(all);
}

}  // namespace evident::read::xml
