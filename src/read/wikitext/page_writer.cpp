// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/wikitext/page_writer.hpp"

#include <algorithm>

#include "read/wikitext/sections.hpp"
#include "text/normal.hpp"

namespace evident::read::wikitext {

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
