// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/pdf/document.hpp"

#include <algorithm>
#include <string>

#include "read/pdf/entry_lines.hpp"
#include "read/pdf/hyphens.hpp"
#include "read/pdf/page_lines.hpp"
#include "read/pdf/passages.hpp"
#include "read/plain/lines.hpp"
#include "read/plain/structure.hpp"
#include "text/normal.hpp"

namespace evident::read::pdf {
namespace {

using model::Block;
using model::BlockKind;

/// Writes passages as lines of their own.
class Writer {
 public:
  Writer(std::string_view drawn, model::Document& document)
      : m_drawn(drawn), m_hyphens(drawn), m_document(document) {}

  void write(const Passage& passage) {
    const uint64_t start = m_document.text.size();
    for (size_t at = 0; at < passage.lines.size(); ++at) {
      const PageLine& line = passage.lines[at];
      if (at > 0) add_break(passage.lines[at - 1], line, passage.table);
      Span span = line.span;
      if (passage.entry && at == 0) span.start += add_label(line);
      if (at + 1 < passage.lines.size() && !passage.table) span.end -= dropped(line, passage.lines[at + 1]);
      copy(span);
    }
    if (passage.table) m_tables.push_back({start, m_document.text.size()});
    // A passage whose lines must not be told apart stands between empty lines.
    m_document.text += "\n\n";
  }

  const std::vector<Span>& tables() const { return m_tables; }

 private:
  std::string_view words(const PageLine& line) const { return plain::cut(m_drawn, line.span); }

  /// Bytes of the hyphen at the end of a line that goes.
  uint64_t dropped(const PageLine& line, const PageLine& next) const {
    const bool drop = m_hyphens.join(words(line), words(next)) == Hyphens::Join::without_hyphen;
    return drop ? hyphen_at_end(words(line)) : 0;
  }

  void add_break(const PageLine& above, const PageLine& line, bool row) {
    if (!row && m_hyphens.join(words(above), words(line)) != Hyphens::Join::blank) return;
    add(row ? "\n" : " ", {above.span.end, line.span.start});
  }

  /// A number that only a blank parts from its entry becomes one of a list; bytes taken.
  uint64_t add_label(const PageLine& line) {
    long number = 0;
    const size_t size = label_at(words(line), number);
    if (size == 0 || size >= line.span.size()) return 0;
    const char last = words(line)[size - 1];
    if (last == '.' || last == ')' || last == ']') return 0;
    copy({line.span.start, line.span.start + size});
    add("\t", {line.span.start + size, line.span.start + size + 1});
    return size + 1;
  }

  /// Words as they stand; a tab is a blank in prose.
  void copy(Span span) {
    for (uint64_t at = span.start; at < span.end;) {
      const size_t tab = m_drawn.find('\t', at);
      const uint64_t end = std::min<uint64_t>(tab, span.end);
      if (end > at) add(m_drawn.substr(at, end - at), {at, end});
      if (end < span.end) add(" ", {end, end + 1});
      at = end + 1;
    }
  }

  void add(std::string_view words, Span source) {
    m_document.offsets.add(m_document.text.size(), words.size(), source.start, source.size());
    m_document.text += words;
  }

  std::string_view m_drawn;
  Hyphens m_hyphens;
  model::Document& m_document;
  std::vector<Span> m_tables;
};

/// Where a title stands in the text that the first page gave, white space aside.
Span find_title(std::string_view text, uint64_t within, std::string_view title) {
  const std::string wanted = text::fold(text::squeeze(title));
  if (wanted.size() < 8 || wanted.find(' ') == std::string::npos) return {};
  const std::string_view page = text.substr(0, within);
  const std::vector<plain::Line> lines = plain::split_lines(page);
  for (size_t first = 0; first < lines.size(); ++first) {
    if (lines[first].blank()) continue;
    std::string words;
    for (size_t last = first; last < lines.size() && last < first + 12; ++last) {
      if (lines[last].blank()) continue;
      words += (words.empty() ? "" : " ") + text::fold(text::squeeze(plain::cut(page, lines[last].span)));
      if (words == wanted) return {lines[first].span.start, lines[last].span.end};
      if (!std::string_view(wanted).starts_with(words)) break;
    }
  }
  return {};
}

/// Makes one block of those that a title is made of; what stands above it belongs to the journal.
void set_title(Span title, model::Document& document) {
  std::vector<Block> blocks;
  for (Block& block : document.blocks) {
    const bool inside = block.span.start < title.end && title.start < block.span.end;
    if (inside) {
      if (!blocks.empty() && blocks.back().kind == BlockKind::title) continue;
      block.kind = BlockKind::title;
      block.span = title;
    } else if (block.kind == BlockKind::title) {
      block.kind = block.span.start < title.start ? BlockKind::boilerplate : BlockKind::heading;
    } else if (block.span.end <= title.start && block.kind == BlockKind::heading) {
      block.kind = BlockKind::boilerplate;
    }
    blocks.push_back(std::move(block));
  }
  // A heading above the title heads no section.
  bool below = false;
  for (Block& block : blocks) {
    if (block.kind == BlockKind::title) below = true;
    if (below && block.kind == BlockKind::heading) break;
    block.section.clear();
  }
  document.blocks = std::move(blocks);
  document.title = text::squeeze(plain::cut(document.text, title));
}

}  // namespace

model::Document document_of(std::string_view drawn, std::string_view title, std::string_view info_title) {
  model::Document document;
  const std::vector<uint64_t> pages = page_starts(drawn);
  document.offsets.set_pages(pages);
  Writer writer(drawn, document);
  uint64_t first_page_end = 0;
  for (const Passage& passage : passages(drawn, page_lines(drawn))) {
    writer.write(passage);
    if (passage.lines.front().page == 0) first_page_end = document.text.size();
  }
  plain::Structure structure = plain::structure(document.text);
  document.title = std::move(structure.title);
  document.blocks = std::move(structure.blocks);
  for (Block& block : document.blocks) {
    const auto table = std::find_if(writer.tables().begin(), writer.tables().end(),
                                    [&](const Span& rows) { return rows.contains(block.span); });
    if (table != writer.tables().end() && block.kind != BlockKind::reference) block.kind = BlockKind::table;
  }
  for (std::string_view suggested : {info_title, title}) {
    const Span found = find_title(document.text, first_page_end, suggested);
    if (found.empty()) continue;
    set_title(found, document);
    break;
  }
  return document;
}

}  // namespace evident::read::pdf
