// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/html/listed_references.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "text/normal.hpp"

namespace evident::read::html {

namespace {

constexpr size_t most_compared = 4'000'000;  // pairs; no article has so many references
constexpr size_t telling_title = 20;         // bytes, folded: a shorter one may stand in any reference

void add_blocks(const std::vector<ListedReference>& listed, const xml::SourceText& source,
                model::Document& document) {
  size_t number = 0;
  for (const ListedReference& reference : listed) {
    const std::string words = text::squeeze(reference.printed);
    if (words.empty()) continue;
    const Span meta = source.to_source(reference.span);
    const uint64_t start = document.text.size();
    document.offsets.add(start, words.size(), meta.start, meta.size());
    document.text += words;
    document.blocks.push_back(
        {model::BlockKind::reference, {start, document.text.size()}, "", std::to_string(++number)});
    document.text += "\n\n";
    if (reference.stated.fields.title.empty() && reference.stated.ids.empty()) continue;
    document.references.push_back(reference.stated);
    document.references.back().label = std::to_string(number);
  }
}

void complete(const ListedReference& listed, const std::vector<std::string>& folded,
              model::Document& document) {
  const std::string title = text::fold(listed.stated.fields.title);
  if (title.size() < telling_title) return;
  size_t printed = 0;
  for (const model::Block& block : document.blocks) {
    if (block.kind != model::BlockKind::reference) continue;
    const std::string& words = folded[printed++];
    if (words.find(title) == std::string::npos || block.label.empty()) continue;
    auto stated = std::find_if(document.references.begin(), document.references.end(),
                               [&](const auto& reference) { return reference.label == block.label; });
    if (stated == document.references.end()) {
      model::MarkedReference added = listed.stated;
      added.label = block.label;
      document.references.push_back(std::move(added));
    } else {
      if (stated->fields.title.empty()) stated->fields = listed.stated.fields;
      if (stated->ids.doi.empty()) stated->ids.doi = listed.stated.ids.doi;
      if (stated->ids.pmid.empty()) stated->ids.pmid = listed.stated.ids.pmid;
    }
    return;
  }
}

}  // namespace

void add_listed_references(const std::vector<ListedReference>& listed, const xml::SourceText& source,
                           model::Document& document) {
  if (listed.empty()) return;
  std::vector<std::string> folded;
  for (const model::Block& block : document.blocks) {
    if (block.kind == model::BlockKind::reference)
      folded.push_back(
          text::fold(std::string_view(document.text).substr(block.span.start, block.span.size())));
  }
  if (folded.empty()) {
    add_blocks(listed, source, document);
    return;
  }
  if (listed.size() > most_compared / folded.size()) return;
  for (const ListedReference& reference : listed) complete(reference, folded, document);
}

}  // namespace evident::read::html
