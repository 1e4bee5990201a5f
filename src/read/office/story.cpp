// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/office/story.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/superscript.hpp"
#include "read/office/citation_data.hpp"
#include "read/plain/reference_list.hpp"
#include "read/plain/structure.hpp"
#include "read/section_names.hpp"
#include "read/xml/plain_text.hpp"
#include "text/normal.hpp"

namespace evident::read::office {

using model::Block;
using model::BlockKind;

namespace {
constexpr size_t most_looked_for = 5000;  // works, and entries that they are looked for in
}

void Story::begin(ParagraphStyle style) {
  m_builder.begin_block();
  m_style = std::move(style);
}

void Story::raised(xml::SourceNode text) {
  const std::string numbers = superscript(xml::decoded(text.raw(), &m_entities));
  if (numbers.empty()) {
    m_builder.append(text);
  } else {
    m_builder.stand_in(numbers, text.span());
  }
}

void Story::end() {
  const Span span = m_builder.end_block();
  if (!span.empty()) m_paragraphs.push_back({span, std::move(m_style)});
  m_style = {};
}

void Story::end_citation(std::vector<model::WorkRecord> works) {
  const uint64_t end = m_builder.position();
  if (end > m_citation_start && !works.empty())
    m_citations.push_back({{m_citation_start, end}, std::move(works), ""});
}

void Story::cite_note(const std::string& label, Span element) {
  const uint64_t start = m_builder.position();
  const std::string raised = superscript(label);
  m_builder.stand_in(raised.empty() ? label : raised, element);
  m_citations.push_back({{start, m_builder.position()}, {}, label});
}

/// Blocks as the text looks, and as styles say where they do.
void Story::make_blocks() {
  plain::Structure looks = plain::structure(m_document.text);
  m_document.title = std::move(looks.title);
  const bool styled = std::any_of(m_paragraphs.begin(), m_paragraphs.end(), [](const Paragraph& paragraph) {
    return paragraph.style.kind == BlockKind::heading;
  });
  auto look = looks.blocks.begin();
  bool in_references = false;
  for (const Paragraph& paragraph : m_paragraphs) {
    std::vector<Block> inside;
    for (; look != looks.blocks.end() && look->span.start < paragraph.span.end; ++look)
      inside.push_back(*look);
    const ParagraphStyle& style = paragraph.style;
    const std::string_view words =
        std::string_view(m_document.text).substr(paragraph.span.start, paragraph.span.size());
    const bool heading = style.kind == BlockKind::heading || style.kind == BlockKind::title;
    if (heading) in_references = is_reference_heading(words);
    const bool entry = style.entry || (!heading && styled && in_references &&
                                       (!style.kind || style.kind == BlockKind::list_item));
    const bool listed = inside.size() == 1 && inside.front().kind == BlockKind::reference &&
                        (!style.kind || style.kind == BlockKind::list_item);
    if (entry || listed) {
      const std::string printed = inside.empty() ? "" : inside.front().label;
      inside = {{BlockKind::reference, paragraph.span, "", style.label.empty() ? printed : style.label}};
    } else if (style.kind) {
      inside = {{*style.kind, paragraph.span, "", ""}};
    } else if (styled && inside.size() == 1 && inside.front().kind == BlockKind::title) {
      inside.front().kind = BlockKind::heading;
    }
    for (Block& block : inside) {
      m_levels.push_back(style.kind == BlockKind::heading ? style.level : 0);
      m_document.blocks.push_back(std::move(block));
    }
  }
}

/// A title by its style; else a first heading that stands above all others; else what looks like one.
void Story::set_title() {
  std::vector<Block>& blocks = m_document.blocks;
  auto title = std::find_if(blocks.begin(), blocks.end(),
                            [](const Block& block) { return block.kind == BlockKind::title; });
  if (title == blocks.end()) {
    const auto first = std::find_if(m_levels.begin(), m_levels.end(), [](int level) { return level > 0; });
    if (first != m_levels.end()) {
      const bool above =
          std::all_of(first + 1, m_levels.end(), [&](int level) { return level == 0 || level > *first; });
      const bool deeper = std::any_of(first + 1, m_levels.end(), [](int level) { return level > 0; });
      if (above && deeper) title = blocks.begin() + (first - m_levels.begin());
    }
  }
  if (title == blocks.end()) return;
  title->kind = BlockKind::title;
  m_levels[static_cast<size_t>(title - blocks.begin())] = 0;
  m_document.title = text::squeeze(m_document.text.substr(title->span.start, title->span.size()));
}

/// By the levels of headings, where styles tell any.
void Story::name_sections() {
  if (std::all_of(m_levels.begin(), m_levels.end(), [](int level) { return level == 0; })) return;
  std::vector<std::pair<int, std::string>> above;
  const auto joined = [&] {
    std::string name;
    for (const auto& [level, words] : above) name += (name.empty() ? "" : " > ") + words;
    return name;
  };
  for (size_t at = 0; at < m_document.blocks.size(); ++at) {
    Block& block = m_document.blocks[at];
    const int level = m_levels[at];
    if (level > 0) {
      while (!above.empty() && above.back().first >= level) above.pop_back();
    }
    block.section = joined();
    if (level > 0)
      above.emplace_back(level, text::squeeze(m_document.text.substr(block.span.start, block.span.size())));
  }
}

/// Every entry that something may point to needs a label, and no two the same one.
void Story::label_entries() {
  std::map<std::string, size_t> used;  // entries by label
  size_t number = 0;
  for (Block& block : m_document.blocks) {
    if (block.kind != BlockKind::reference) continue;
    ++number;
    if (block.label.empty() && !m_citations.empty()) block.label = std::to_string(number);
    if (block.label.empty()) continue;
    const size_t copies = ++used[block.label];
    if (copies > 1) block.label += "-" + std::to_string(copies);
  }
}

void Story::add_citations() {
  std::vector<std::string> labels, entries;
  for (const Block& block : m_document.blocks) {
    if (block.kind != BlockKind::reference) continue;
    labels.push_back(block.label);
    entries.push_back(text::fold(m_document.text.substr(block.span.start, block.span.size())));
  }
  std::map<std::string, std::optional<size_t>> found;  // by title, author and year: one work is cited often
  std::set<std::string> marked;
  for (Citation& citation : m_citations) {
    model::MarkedCitation mark{citation.span, {}};
    if (!citation.note.empty()) mark.labels.push_back(citation.note);
    for (const model::WorkRecord& work : citation.works) {
      const std::string key = model::match_key(work) + work.ids.doi;
      auto place = found.find(key);
      if (place == found.end()) {
        const bool bounded = found.size() < most_looked_for && entries.size() < most_looked_for;
        place = found.emplace(key, bounded ? entry_of(work, entries) : std::nullopt).first;
      }
      if (!place->second) {
        mark.labels.push_back(work.title.empty() ? "a work without title" : work.title);
        continue;
      }
      const std::string& label = labels[*place->second];
      mark.labels.push_back(label);
      if (marked.insert(label).second) m_document.references.push_back(marked_reference(work, label));
    }
    m_document.citations.push_back(std::move(mark));
  }
}

void Story::finish() {
  make_blocks();
  set_title();
  name_sections();
  label_entries();
  add_citations();
}

}  // namespace evident::read::office
