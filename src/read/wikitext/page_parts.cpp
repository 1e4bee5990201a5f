// SPDX-License-Identifier: GPL-3.0-or-later
// What of a page stands apart from its running text: boxes, tables, captions, notes and references.
#include <algorithm>

#include "read/wikitext/page_writer.hpp"
#include "read/wikitext/template_words.hpp"
#include "text/normal.hpp"

namespace evident::read::wikitext {

namespace {
constexpr size_t longest_setting = 80;  // of a picture: what is longer is its caption
}  // namespace

/// True where a value is more than comments and templates that print nothing.
bool PageWriter::prints(Range value) const {
  if (value.empty() || value.first == value.last) return !value.empty();
  const auto called = m_footnotes.callouts.lower_bound(value.first);
  return (called != m_footnotes.callouts.end() && called->first < value.last) ||
         !plain(m_page, value).empty();
}

/// One line for each thing that an info box tells.
void PageWriter::template_box(uint32_t token) {
  const Template use = template_at(m_markup, token);
  if (use.function) return;
  for (const Argument& argument : use.arguments) {
    if (!prints(argument.value)) continue;
    const bool named = argument.named && argument.name.find_first_not_of("0123456789") != std::string::npos;
    const std::string name = named ? normal_name(argument.name) : "";
    const bool caption = name.find("caption") != std::string::npos || name == "footer";
    begin(caption ? Kind::caption : Kind::info_box);
    if (named && !caption) {
      m_builder.append(m_markup.text(argument.name_range.span()), argument.name_range.start);
      m_builder.blank();
    }
    m_inline.set_nested(true);
    m_inline.write(argument.value);
    m_inline.set_nested(false);
    end();
  }
}

/// A template that stands for a block by itself: an info box, a bar of links, a note to the editors. Takes it
/// from the front of `rest`.
bool PageWriter::box(Range& rest) {
  const uint32_t number = rest.first;
  const std::string name = template_name(m_markup, number);
  const Span span = m_markup.around(number).span();
  if (note_template(name) == NoteTemplate::list) {
    rest = {static_cast<uint32_t>(span.end), rest.end, m_markup.token(number).match + 1, rest.last};
    end();
    return true;
  }
  if (m_footnotes.callouts.contains(number) || note_template(name) != NoteTemplate::none) return false;
  const Range behind = {static_cast<uint32_t>(span.end), rest.end, m_markup.token(number).match + 1,
                        rest.last};
  const bool known = words_of_template(name).prints != Prints::unknown;
  bool alone = true;
  Walk walk(m_markup, behind);
  while (alone && walk.next()) {
    if (walk.is_text()) {
      alone = m_markup.text(walk.span()).find_first_not_of(" \t\r") == std::string_view::npos;
    } else {
      alone = walk.token().mark == Mark::template_ || walk.token().mark == Mark::comment ||
              walk.token().mark == Mark::tag;
    }
  }
  const bool lines = m_markup.text(span).find('\n') != std::string_view::npos;
  if (!is_box(name) && (known || (!alone && !(lines && template_at(m_markup, number).has_names()))))
    return false;
  end();
  template_box(number);
  rest = behind;
  return true;
}

/// The cells of a line of a table, parted by "||" or, of headings, "!!"; what stands before a single "|" is
/// their style.
void PageWriter::cells(Range range, char sign) {
  while (true) {
    Range cell = range;
    Range rest{range.end, range.end, range.last, range.last};
    uint32_t style = 0;
    for (Walk walk(m_markup, range); walk.next();) {
      if (!walk.is_text()) continue;
      const std::string_view text = m_markup.text(walk.span());
      size_t at = 0;
      for (; at < text.size(); ++at) {
        const bool pair = at + 1 < text.size() && text[at + 1] == text[at];
        if (pair && (text[at] == '|' || (sign == '!' && text[at] == '!'))) break;
        if (text[at] == '|' && style == 0) style = static_cast<uint32_t>(walk.span().start + at + 1);
      }
      if (at == text.size()) continue;
      const auto border = static_cast<uint32_t>(walk.span().start + at);
      cell = m_markup.upto(range, border);
      rest = m_markup.from(range, border + 2);
      break;
    }
    if (style > cell.start && style <= cell.end) cell = m_markup.from(cell, style);
    m_builder.blank();
    m_inline.write(m_markup.trimmed(cell));
    if (rest.empty()) return;
    range = rest;
  }
}

void PageWriter::table_line(const Line& line) {
  switch (line.kind) {
    case LineKind::table_start:
      end();
      ++m_tables;
      break;
    case LineKind::table_end:
      end();
      m_tables = std::max(0, m_tables - line.level);
      if (!m_markup.trimmed(line.range).empty()) {
        begin(m_tables > 0 ? Kind::table : Kind::paragraph);
        m_inline.write(line.range);
      }
      break;
    case LineKind::table_caption:
      begin(Kind::caption);
      cells(line.range, '|');
      break;
    case LineKind::table_row:
      end();
      break;
    case LineKind::table_cells:
      if (!open() || m_kind != Kind::table) begin(m_tables > 0 ? Kind::table : Kind::info_box);
      if (m_tables > 0) {
        cells(line.range, line.level > 0 ? '!' : '|');
      } else {
        // A row of no table: what is left of a template that lost its end.
        m_inline.write(line.range);
        end();
      }
      break;
    default:
      // More of the cell, or of the caption, that began above.
      if (!open()) begin(Kind::table);
      m_builder.blank();
      m_inline.write(line.range);
  }
}

void PageWriter::caption(uint32_t token) {
  if (m_markup.token(token).tag == Tag::gallery) {
    // "File:name.jpg|caption" a line
    for (const Line& line : outline_of(m_markup, m_markup.inside(token)).lines) {
      const uint32_t pipe = m_markup.find(line.range, '|');
      if (pipe < line.range.end) words(m_markup.trimmed(m_markup.from(line.range, pipe + 1)), Kind::caption);
    }
    return;
  }
  // The caption comes last, behind settings ("thumb", "alt=...", "200px").
  const std::vector<Range> parts = m_markup.parts(m_markup.inside(token));
  for (size_t at = parts.size(); at-- > 1;) {
    const Range part = m_markup.trimmed(parts[at]);
    const std::string_view text = m_markup.text(part.span()).substr(0, longest_setting);
    const size_t equals = text.find('=');
    const bool setting = equals != std::string_view::npos && equals < 12 &&
                         text.substr(0, equals).find(' ') == std::string_view::npos;
    const bool size = text.ends_with("px");
    const bool word =
        text.find(' ') == std::string_view::npos && part.first == part.last && at + 1 < parts.size();
    if (part.empty() || setting || size || word) continue;
    const bool known = text == "thumb" || text == "thumbnail" || text == "right" || text == "left" ||
                       text == "center" || text == "none" || text == "frame" || text == "frameless" ||
                       text == "border" || text == "upright" || text == "mini" || text == "vignette" ||
                       text == "miniaturadeimagen" || text == "miniatur";
    if (!known) words(part, Kind::caption);
    return;
  }
}

void PageWriter::floats() {
  for (size_t at = 0; at < m_floats.size(); ++at) caption(m_floats[at]);  // captions may hold pictures again
  m_floats.clear();
}

void PageWriter::references(const std::vector<Work>& works) {
  for (const Work& work : works) {
    begin(Kind::reference);
    m_label = work.label;
    const uint64_t start = m_builder.position();
    InlineWriter inline_writer(m_page, m_builder, this, InlineWriter::Kind::reference);
    inline_writer.set_nested(true);
    if (work.token == no_token) {
      inline_writer.write(work.range);
    } else {
      const Range whole = m_markup.around(work.token);
      inline_writer.write({work.range.start, whole.start, work.range.first, work.token});
      m_builder.stand_in(work.citation->printed, whole.span());
      inline_writer.write(m_markup.from(work.range, whole.end));
    }
    const size_t blocks = m_document.blocks.size();
    if (m_builder.position() == start) {
      // Only mark-up that prints nothing known ("{{LSJ|word}}"): it is shown itself.
      m_builder.stand_in(text::squeeze(m_markup.text(work.range.span())), work.range.span());
    }
    end();
    if (m_document.blocks.size() == blocks || !work.citation) continue;
    model::MarkedReference marked;
    marked.label = work.label;
    marked.fields = work.citation->fields;
    marked.ids = work.citation->ids;
    m_document.references.push_back(std::move(marked));
  }
}

void PageWriter::notes() {
  m_sections.clear();
  m_elsewhere = false;
  for (size_t at = 0; at < m_footnotes.all.size(); ++at) {
    if (!m_works.of_footnote(at).prose) continue;
    m_sections.assign(1, {2, "Notes"});
    m_inline.set_nested(true);
    words(*m_footnotes.all[at].content, Kind::paragraph);
    for (const Range& addition : m_footnotes.all[at].additions) words(addition, Kind::paragraph);
    m_inline.set_nested(false);
    floats();
  }
}

/// Footnotes may be called where nothing prints (in arguments of templates that are not known): they are
/// kept, if without words around them.
void PageWriter::remaining_callouts() {
  for (const auto& [token, callout] : m_footnotes.callouts) {
    if (m_seen.contains(token) || callout.in_footnote) continue;
    begin(Kind::boilerplate);
    this->callout(token);
    end();
  }
}

}  // namespace evident::read::wikitext
