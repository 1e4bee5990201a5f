// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/wikitext/page_writer.hpp"

#include <algorithm>

#include "read/wikitext/sections.hpp"
#include "read/wikitext/template_words.hpp"
#include "text/normal.hpp"

namespace evident::read::wikitext {

namespace {
constexpr size_t longest_setting = 80;  // of a picture: what is longer is its caption
}  // namespace

PageWriter::PageWriter(const Page& page, const Outline& outline, const Footnotes& footnotes,
                       const Works& works, model::Document& document)
    : m_page(page),
      m_markup(page.markup),
      m_outline(outline),
      m_footnotes(footnotes),
      m_works(works),
      m_document(document),
      m_builder(page.source, page.entities, document.text, document.offsets),
      m_inline(page, m_builder, this) {}

std::string PageWriter::section() const {
  std::string all;
  for (const Section& part : m_sections) {
    if (part.name.empty()) continue;
    if (!all.empty()) all += " > ";
    all += part.name;
  }
  return all;
}

void PageWriter::begin(Kind kind) {
  if (m_open) end();
  m_open = true;
  m_kind = kind;
  m_builder.begin_block();
}

void PageWriter::end() {
  if (!m_open) return;
  m_open = false;
  const Span span = m_builder.end_block();
  if (!span.empty()) {
    m_document.blocks.push_back({m_kind, span, section(), m_label});
    for (auto& mark : m_marks) m_document.citations.push_back(std::move(mark));
  }
  m_marks.clear();
  m_label.clear();
}

bool PageWriter::callout(uint32_t token) {
  const Token& mark = m_markup.token(token);
  const auto found = m_footnotes.callouts.find(token);
  // A reference cites nothing itself: a footnote in it is kept apart.
  const bool in_reference = m_open && m_kind == Kind::reference;
  if (found == m_footnotes.callouts.end() || in_reference) {
    // Lists of footnotes print elsewhere.
    if (mark.mark != Mark::template_) return true;
    const NoteTemplate kind = note_template(template_name(m_markup, token));
    return kind != NoteTemplate::none && !is_short(kind);
  }
  if (!m_seen.insert(token).second) return true;
  const Span span = m_markup.around(token).span();
  const auto put = [&](const std::string& words, std::vector<std::string> labels) {
    const uint64_t start = m_builder.position();
    m_builder.stand_in(words, span);
    m_marks.push_back({{start, m_builder.position()}, std::move(labels)});
  };
  const Callout& callout = found->second;
  if (callout.form != NoteTemplate::none) {
    std::string words;
    for (const ShortCitation& form : callout.short_forms)
      words += (words.empty() ? "" : "; ") + form.printed(callout.form);
    put(words, m_works.labels_of(callout.short_forms));
    return true;
  }
  for (size_t number : callout.footnotes) {
    const Works::Answer& answer = m_works.of_footnote(number);
    if (!answer.prose) put("[" + m_footnotes.all[number].number + "]", answer.labels);
  }
  return true;
}

void PageWriter::block(Tag tag, bool closing) {
  const bool flow = m_kind == Kind::paragraph || m_kind == Kind::list_item || m_kind == Kind::table;
  if (tag == Tag::table) m_html_tables = std::max(0, m_html_tables + (closing ? -1 : 1));
  const bool part = tag == Tag::cell || (m_tables > 0 && tag != Tag::row);
  if (!m_open || !flow || part) {
    m_builder.blank();
    return;
  }
  const bool in_table = m_tables > 0 || m_html_tables > 0;
  begin(in_table ? Kind::table : tag == Tag::item && !closing ? Kind::list_item : Kind::paragraph);
}

void PageWriter::words(Range range, Kind kind) {
  begin(kind);
  m_inline.write(range);
  end();
}

void PageWriter::heading(const Line& line) {
  end();
  floats();
  m_tables = m_html_tables = 0;
  while (!m_sections.empty() && m_sections.back().level >= line.level) m_sections.pop_back();
  words(line.range, Kind::heading);
  m_sections.push_back({line.level, plain(m_page, line.range)});
  m_elsewhere = is_about_elsewhere(m_sections.back().name);
}

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

void PageWriter::text_line(size_t number) {
  const Line& line = m_outline.lines[number];
  Range rest = m_markup.trimmed(line.range);
  while (rest.first < rest.last && m_markup.token(rest.first).start == rest.start) {
    const Token& token = m_markup.token(rest.first);
    if (token.mark == Mark::comment) {
      rest = m_markup.trimmed({token.end, rest.end, rest.first + 1, rest.last});
    } else if (token.mark == Mark::template_ && box(rest)) {
      rest = m_markup.trimmed(rest);
    } else if (token.mark == Mark::link && is_silent_link(m_markup, rest.first)) {
      rest = m_markup.trimmed({m_markup.around(rest.first).end, rest.end, token.match + 1, rest.last});
    } else {
      break;
    }
  }
  if (rest.empty()) return;
  if (open() && m_kind == Kind::paragraph) {
    m_builder.blank();
  } else {
    begin(m_elsewhere ? Kind::boilerplate : Kind::paragraph);
  }
  m_inline.write(rest);
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

void PageWriter::line(size_t number) {
  const Line& line = m_outline.lines[number];
  const std::vector<Work>* works = m_works.works_of_line(number);
  if (works != nullptr) {
    end();
    references(*works);
  } else if (line.kind == LineKind::heading) {
    heading(line);
  } else if (line.kind >= LineKind::table_start || m_tables > 0) {
    if (line.kind != LineKind::blank) table_line(line);
  } else if (line.kind == LineKind::blank || line.kind == LineKind::rule) {
    end();
    if (line.kind == LineKind::rule && !line.range.empty()) words(line.range, Kind::paragraph);
  } else if (line.kind == LineKind::list_item) {
    words(line.range, m_elsewhere ? Kind::boilerplate : Kind::list_item);
  } else {
    text_line(number);
  }
  if (!open()) floats();
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
    if (m_seen.contains(token)) continue;
    begin(Kind::boilerplate);
    this->callout(token);
    end();
  }
}

void PageWriter::write() {
  for (size_t at = 0; at < m_outline.lines.size(); ++at) line(at);
  end();
  floats();
  notes();
  remaining_callouts();
  m_sections.clear();
  for (size_t at = 0; at < m_footnotes.all.size(); ++at) references(m_works.works_of_footnote(at));
}

}  // namespace evident::read::wikitext
