// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/html/document_writer.hpp"

#include <algorithm>

#include "read/html/block_rules.hpp"
#include "read/section_names.hpp"
#include "text/normal.hpp"

namespace evident::read::html {

namespace {

constexpr int bold_heading = 7;  // below those that HTML has
constexpr size_t longest_bold_heading = 80;

bool is_item(uint16_t role) {
  return role == tag::li || role == tag::dt || role == tag::dd;
}

}  // namespace

void DocumentWriter::write(xml::SourceNode root, xml::SourceNode title) {
  m_title = title;
  children(root, m_survey.main() == root ? Kind::paragraph : Kind::boilerplate);
  end();
}

std::string DocumentWriter::section_name() const {
  std::string all;
  for (const Section& section : m_sections) all += (all.empty() ? "" : " > ") + section.name;
  return all;
}

bool DocumentWriter::is_apart() const {
  return std::any_of(m_sections.begin(), m_sections.end(),
                     [](const Section& section) { return section.apart; });
}

void DocumentWriter::enter_section(int level, std::string_view words) {
  std::string name = text::squeeze(words);
  while (!name.empty() && (name.back() == ':' || name.back() == '.')) name.pop_back();
  while (!m_sections.empty() && m_sections.back().level >= level) m_sections.pop_back();
  const bool apart = is_about_article(name) || is_end_matter(name);
  m_sections.push_back({level, std::move(name), apart});
}

void DocumentWriter::open(Kind kind) {
  if (m_open) return;
  m_open = true;
  m_kind = kind;
  m_linked = m_strong = 0;
  m_caption = m_broken = false;
  m_builder.begin_block();
}

/// What a block is, now that its words are known.
model::BlockKind DocumentWriter::settled_kind(std::string_view words) {
  if (m_kind != Kind::paragraph && m_kind != Kind::list_item) return m_kind;
  if (is_apart()) return Kind::boilerplate;
  if (!m_marks.empty()) return m_caption ? Kind::caption : m_kind;
  if (m_caption) return Kind::caption;
  if (is_furniture_text(words, m_linked)) return Kind::boilerplate;
  return m_kind;
}

void DocumentWriter::end() {
  if (!m_open) return;
  m_open = false;
  const Span span = m_builder.end_block();
  if (!span.empty()) {
    const std::string_view words = std::string_view(m_document.text).substr(span.start, span.size());
    Kind kind = settled_kind(words);
    const bool bold = kind == Kind::paragraph && m_marks.empty() && m_strong * 10 >= words.size() * 9;
    if (bold && words.size() <= longest_bold_heading && is_heading_text(words)) {
      kind = Kind::heading;
      enter_section(bold_heading, words);
    }
    m_document.blocks.push_back({kind, span, section_name(), m_label});
    add_citations();
  }
  m_marks.clear();
  m_label.clear();
}

void DocumentWriter::end_as_heading(int level) {
  const uint64_t before = m_document.blocks.size();
  end();
  if (m_document.blocks.size() == before) return;
  model::Block& block = m_document.blocks.back();
  if (block.kind != Kind::heading) return;
  enter_section(level, std::string_view(m_document.text).substr(block.span.start, block.span.size()));
  block.section = section_name();
}

void DocumentWriter::children(xml::SourceNode node, Kind kind) {
  for (xml::SourceNode next : node) child(next, kind);
}

void DocumentWriter::child(xml::SourceNode node, Kind kind) {
  if (const auto number = m_references.holding(node.span().start)) {
    Entry& entry = m_references.entries()[*number];
    if (!entry.written && node == entry.nodes.front()) reference(entry);
    if (entry.written) return;
  }
  if (m_survey.is_hidden(node)) return;
  if (!node.is_element()) {
    if (!m_open && node.raw().find_first_not_of(" \t\r\n\f") == std::string_view::npos) return;
    open(kind);
    m_builder.append(node);
    if (node.raw().find_first_not_of(" \t\r\n\f") != std::string_view::npos) m_broken = false;
  } else if (m_references.copied_by(node)) {
    m_builder.blank();
  } else if (traits_of(node.role()).block && node.role() != tag::br) {
    block(node, kind);
  } else {
    inline_element(node, kind);
  }
}

/// What an element makes of the text in it.
model::BlockKind DocumentWriter::kind_of(xml::SourceNode node, Kind around) const {
  if (node == m_survey.main()) return Kind::paragraph;
  if (m_survey.has(node, sign::dialog)) {
    // What is shown on demand is a figure or table in full, or else a form.
    return holds_float(node) ? Kind::caption : Kind::boilerplate;
  }
  if (around == Kind::boilerplate) return around;
  if (m_survey.has(node, sign::furniture | sign::byline | sign::notes)) return Kind::boilerplate;
  if (node.role() == tag::header && !within_article(node)) return Kind::boilerplate;
  if (m_survey.has(node, sign::info_box)) return Kind::info_box;
  if (around != Kind::info_box && around != Kind::table && m_survey.has(node, sign::caption))
    return Kind::caption;
  if (is_item(node.role()) && around == Kind::paragraph) return Kind::list_item;
  if (is_link_list(m_survey, node)) return Kind::boilerplate;
  return around;
}

void DocumentWriter::block(xml::SourceNode node, Kind kind) {
  if (m_flat > 0) {
    if (m_open) m_builder.blank();
    children(node, kind);
    if (m_open) m_builder.blank();
    return;
  }
  end();
  const uint16_t role = node.role();
  kind = kind_of(node, kind);
  if (node == m_title) {
    open(Kind::title);
    ++m_flat;
    children(node, Kind::title);
    --m_flat;
    end();
  } else if (is_heading(role)) {
    const Kind own = kind == Kind::paragraph || kind == Kind::list_item ? Kind::heading : kind;
    open(own);
    ++m_flat;
    children(node, own);
    --m_flat;
    end_as_heading(role - tag::h1 + 1);
  } else if (role == tag::table) {
    table(node, kind);
  } else if (role == tag::pre && kind != Kind::boilerplate) {
    // Some pages are one <pre>; else it holds figures or code.
    const bool page = m_survey.prose(node) * 2 > m_survey.prose(m_survey.main());
    children(node, page ? kind : Kind::table);
  } else {
    children(node, kind);
  }
  end();
}

void DocumentWriter::table(xml::SourceNode node, Kind kind) {
  if (is_layout(m_survey, node) && kind != Kind::info_box) {
    children(node, kind);
    return;
  }
  const Kind rows = kind == Kind::boilerplate || kind == Kind::info_box ? kind : Kind::table;
  for (xml::SourceNode part : node) {
    if (!part.is_element() || m_survey.is_hidden(part)) continue;
    if (part.role() == tag::caption) {
      block(part, kind == Kind::boilerplate ? kind : Kind::caption);
    } else if (part.role() == tag::tr) {
      row(part, rows);
    } else {
      for (xml::SourceNode line : part) {
        if (line.is_element() && line.role() == tag::tr) {
          row(line, rows);
        } else {
          child(line, rows);
        }
      }
    }
  }
}

void DocumentWriter::row(xml::SourceNode node, Kind kind) {
  if (m_references.holding(node.span().start)) {
    child(node, kind);
    return;
  }
  if (m_survey.is_hidden(node)) return;
  end();
  open(kind);
  ++m_flat;
  children(node, kind);
  --m_flat;
  end();
}

/// Two line breaks part paragraphs.
void DocumentWriter::line_break() {
  if (!m_open) return;
  if (m_broken && m_flat == 0) {
    end();
  } else {
    m_builder.blank();
    m_broken = true;
  }
}

void DocumentWriter::inline_element(xml::SourceNode node, Kind kind) {
  const uint16_t role = node.role();
  if (role == tag::br) {
    line_break();
    return;
  }
  if (role == tag::sup && is_editors_note(m_survey.shown_text(node))) return;
  std::vector<size_t> refs = cited_by(node);
  if (!refs.empty()) {
    citation(node, std::move(refs), kind);
    return;
  }
  if (m_references.marks_note(node)) return;
  if (!m_open && m_survey.has(node, sign::furniture)) kind = Kind::boilerplate;
  const bool begins = !m_open;
  const uint64_t start = m_builder.position();
  children(node, kind);
  if (!m_open || m_builder.position() < start) return;
  const uint64_t size = m_builder.position() - start;
  if (role == tag::a && node.has_attribute("href")) m_linked += size;
  if (role == tag::strong) {
    m_strong += size;
    m_caption = m_caption || (begins && is_float_label(std::string_view(m_document.text).substr(start)));
  }
}

}  // namespace evident::read::html
