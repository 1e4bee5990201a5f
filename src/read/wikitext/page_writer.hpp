// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "model/document.hpp"
#include "read/wikitext/footnotes.hpp"
#include "read/wikitext/inline.hpp"
#include "read/wikitext/outline.hpp"
#include "read/wikitext/page.hpp"
#include "read/wikitext/works.hpp"
#include "read/xml/text_builder.hpp"

namespace evident::read::wikitext {

/// Writes a page as a document: its lines as blocks, info boxes a line each, pictures behind the paragraph
/// that they interrupt, then the notes that are prose, then the works that footnotes cite.
class PageWriter final : public InlineEvents {
 public:
  PageWriter(const Page& page, const Outline& outline, const Footnotes& footnotes, const Works& works,
             model::Document& document);
  void write();

  bool callout(uint32_t token) override;
  void image(uint32_t token) override { m_floats.push_back(token); }
  void gallery(uint32_t token) override { m_floats.push_back(token); }
  void block(Tag tag, bool closing) override;

 private:
  using Kind = model::BlockKind;

  void line(size_t number);
  void heading(const Line& line);
  void text_line(size_t number);
  void table_line(const Line& line);
  void cells(Range range, char sign);
  bool box(Range& rest);
  bool prints(Range value) const;
  void template_box(uint32_t token);
  void words(Range range, Kind kind);
  void floats();
  void caption(uint32_t token);
  void references(const std::vector<Work>& works);
  void notes();
  void remaining_callouts();

  void begin(Kind kind);
  void end();
  bool open() const { return m_open; }
  std::string section() const;

  const Page& m_page;
  const Markup& m_markup;
  const Outline& m_outline;
  const Footnotes& m_footnotes;
  const Works& m_works;
  model::Document& m_document;
  xml::TextBuilder m_builder;
  InlineWriter m_inline;
  bool m_open = false;
  Kind m_kind = Kind::paragraph;
  std::string m_label;
  std::vector<model::MarkedCitation> m_marks;  // of the block that is open
  struct Section {
    int level = 0;
    std::string name;
  };
  std::vector<Section> m_sections;
  bool m_elsewhere = false;
  int m_tables = 0;  // open
  int m_html_tables = 0;
  std::vector<uint32_t> m_floats;
  std::unordered_set<uint32_t> m_seen;  // tokens of callouts
};

}  // namespace evident::read::wikitext
