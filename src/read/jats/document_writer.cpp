// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/jats/document_writer.hpp"

#include <algorithm>

#include "read/jats/citation_fields.hpp"
#include "read/jats/names.hpp"
#include "read/section_names.hpp"
#include "read/xml/plain_text.hpp"
#include "text/normal.hpp"

namespace evident::read::jats {

namespace {

bool skip_notes(uint16_t role) {
  return role == tag::xref || role == tag::fn || role == tag::tex_math || role == tag::label;
}

/// Blocks that stand between the lines of a paragraph: the paragraph ends before and goes on behind them.
bool is_in_flow(uint16_t role) {
  switch (role) {
    case tag::list:
    case tag::def_list:
    case tag::disp_quote:
    case tag::speech:
    case tag::statement:
    case tag::verse_group:
    case tag::p:
    case tag::sec:
    case tag::ref_list:
      return true;
    default:
      return false;
  }
}

/// Blocks that a paragraph only carries: they come behind it.
bool is_float(uint16_t role) {
  switch (role) {
    case tag::fig:
    case tag::fig_group:
    case tag::table_wrap:
    case tag::table_wrap_group:
    case tag::table:
    case tag::boxed_text:
    case tag::supplementary_material:
    case tag::media:
    case tag::fn:
    case tag::fn_group:
      return true;
    default:
      return false;
  }
}

/// What prints nothing that could be read.
bool is_silent(uint16_t role) {
  switch (role) {
    case tag::tex_math:
    case tag::annotation:
    case tag::annotation_xml:
    case tag::graphic:
    case tag::inline_graphic:
    case tag::inline_media:
    case tag::object_id:
    case tag::disp_formula:
    case tag::disp_formula_group:
    case tag::sec_meta:
      return true;
    default:
      return false;
  }
}

/// True where the words of an element begin with a label and a blank.
bool begins_with_number(xml::SourceNode node, const std::string& label) {
  for (node = node.first(); node && node.is_element();) node = node.first();
  if (!node) return false;
  std::string_view words = node.raw();
  words.remove_prefix(std::min(words.find_first_not_of(" \t\r\n"), words.size()));
  return words.starts_with(label) && words.size() > label.size() && words[label.size()] == ' ';
}

/// True where no reference and no sub-article stands between an element and the article that it is in.
bool belongs_to(xml::SourceNode article, xml::SourceNode node) {
  for (node = node.parent(); node && !(node == article); node = node.parent()) {
    if (node.role() == tag::ref || node.role() == tag::sub_article || node.role() == tag::response)
      return false;
  }
  return true;
}

}  // namespace

void DocumentWriter::begin(Kind kind) {
  m_kind = kind;
  m_builder.begin_block();
}

void DocumentWriter::end() {
  const Span span = m_builder.end_block();
  if (!span.empty()) {
    m_document.blocks.push_back({m_kind, span, m_section, std::move(m_label)});
    // Where end tags are lost, one xref stands in another: the outer one ends where the inner begins.
    const auto before_it = [](const Mark& left, const Mark& right) {
      return left.span.start < right.span.start;
    };
    if (!std::is_sorted(m_marks.begin(), m_marks.end(), before_it))
      std::stable_sort(m_marks.begin(), m_marks.end(), before_it);
    for (size_t at = 1; at < m_marks.size(); ++at) {
      Span& before = m_marks[at - 1].span;
      if (m_marks[at].span.start > before.start) before.end = std::min(before.end, m_marks[at].span.start);
    }
    for (Mark& mark : with_ranges(std::move(m_marks), m_document.text, m_references.numbers())) {
      model::MarkedCitation citation;
      citation.span = mark.span;
      for (size_t place : mark.refs) {
        for (const Ref::Cited& cited : m_references.at(place).cited) citation.labels.push_back(cited.label);
      }
      citation.labels.insert(citation.labels.end(), mark.dangling.begin(), mark.dangling.end());
      citation.line = mark.line;
      m_document.citations.push_back(std::move(citation));
    }
  }
  m_marks.clear();
  m_label.clear();
}

bool DocumentWriter::cites(xml::SourceNode xref) {
  if (xref.attribute("ref-type") == "bibr") return true;
  const std::string rid = text::squeeze(xref.attribute("rid"));
  for (size_t at = 0; at < rid.size();) {
    const size_t end = std::min(rid.find(' ', at), rid.size());
    if (end > at && m_references.find(rid.substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

void DocumentWriter::cross_reference(xml::SourceNode xref, bool flat) {
  if (m_kind == Kind::reference || !cites(xref)) {
    inline_children(xref, flat);
    return;
  }
  m_seen.push_back(xref.span().start);
  Mark mark;
  const std::string rid = text::squeeze(xref.attribute("rid"));
  for (size_t at = 0; at < rid.size();) {
    const size_t end = std::min(rid.find(' ', at), rid.size());
    const std::string id = rid.substr(at, end - at);
    if (const auto place = m_references.find(id)) {
      mark.refs.push_back(*place);
    } else {
      mark.dangling.push_back(id);
    }
    at = end + 1;
  }
  uint64_t start = m_builder.position();
  inline_children(xref, true);
  std::string_view text = m_document.text;
  uint64_t stop = m_builder.position();
  while (start < stop && text[start] == ' ') ++start;
  while (start < stop && text[stop - 1] == ' ') --stop;
  if (start == stop) {
    // The journal's style sheet would print the number: a citation needs a place in the text.
    std::string words;
    for (size_t place : mark.refs)
      words += (words.empty() ? "" : ",") + m_references.at(place).cited.front().label;
    for (const std::string& id : mark.dangling) words += (words.empty() ? "" : ",") + id;
    const bool bracketed = start > 0 && (text[start - 1] == '[' || text[start - 1] == '(');
    start = m_builder.position();
    m_builder.stand_in(bracketed ? words : "[" + words + "]", xref.span());
    stop = m_builder.position();
  }
  mark.span = {start, stop};
  if (mark.refs.empty() && mark.dangling.empty())
    mark.dangling.push_back(text::squeeze(std::string_view(m_document.text).substr(start, stop - start)));
  if (!mark.dangling.empty()) mark.line = m_source.line_at(xref.span().start);
  m_marks.push_back(std::move(mark));
}

void DocumentWriter::inline_element(xml::SourceNode node, bool flat) {
  const uint16_t role = node.role();
  if (role == tag::xref) {
    cross_reference(node, flat);
  } else if (is_silent(role)) {
    m_builder.blank();
  } else if (role == tag::break_) {
    m_builder.blank();
  } else if (!flat && is_float(role)) {
    m_floats.push_back(node);
    if (role != tag::fn) m_builder.blank();
  } else if (!flat && is_in_flow(role)) {
    const Kind kind = m_kind;
    end();
    element(node, kind);
    begin(kind);
  } else if (flat && (is_float(role) || is_in_flow(role) || role == tag::list_item || role == tag::td ||
                      role == tag::th || role == tag::tr || role == tag::title || role == tag::def_item)) {
    m_builder.blank();
    inline_children(node, flat);
    m_builder.blank();
  } else {
    inline_children(node, flat);
  }
}

void DocumentWriter::inline_children(xml::SourceNode node, bool flat) {
  for (xml::SourceNode child : node) {
    if (child.is_element()) {
      inline_element(child, flat);
    } else {
      m_builder.append(child);
    }
  }
}

void DocumentWriter::paragraph(xml::SourceNode node, Kind kind) {
  begin(kind);
  inline_children(node, false);
  end();
  floats(kind);
}

void DocumentWriter::floats(Kind kind) {
  std::vector<xml::SourceNode> waiting;
  waiting.swap(m_floats);
  // A note to a heading is no heading.
  const bool note = kind == Kind::heading || kind == Kind::title;
  for (xml::SourceNode node : waiting) element(node, note ? Kind::boilerplate : kind);
}

void DocumentWriter::section(xml::SourceNode node, Kind kind, std::string name) {
  const xml::SourceNode title = node.child(tag::title);
  if (title) {
    std::string printed = xml::plain_text(title, m_entities, skip_notes);
    while (!printed.empty() && (printed.back() == ':' || printed.back() == '.')) printed.pop_back();
    if (!printed.empty()) name = std::move(printed);
  }
  if (is_about_article(name)) kind = Kind::boilerplate;
  const size_t above = m_section.size();
  if (!name.empty() && above > 0) m_section += " > ";
  m_section += name;
  children(node, kind);
  m_section.resize(above);
}

void DocumentWriter::list(xml::SourceNode node, Kind kind) {
  for (xml::SourceNode item : node) {
    if (!item.is_element()) continue;
    if (item.role() == tag::title) {
      paragraph(item, Kind::heading);
    } else if (item.role() == tag::list_item || item.role() == tag::def_item) {
      for (xml::SourceNode part : item) {
        if (!part.is_element()) continue;
        if (part.role() == tag::list || part.role() == tag::def_list) {
          list(part, kind);
        } else if (part.role() == tag::def) {
          for (xml::SourceNode words : part) {
            if (words.is_element()) paragraph(words, kind);
          }
        } else if (part.role() == tag::p || part.role() == tag::term) {
          paragraph(part, kind);
        } else if (part.role() != tag::label) {
          element(part, kind);
        }
      }
    } else if (item.role() != tag::label) {
      element(item, kind);
    }
  }
}

void DocumentWriter::table_rows(xml::SourceNode node) {
  for (xml::SourceNode child : node) {
    if (!child.is_element()) continue;
    if (child.role() == tag::tr) {
      begin(Kind::table);
      inline_children(child, true);
      end();
    } else {
      table_rows(child);
    }
  }
}

void DocumentWriter::figure(xml::SourceNode node) {
  // "Figure 1" is no sentence: it leads the first words of the caption.
  xml::SourceNode label = node.child(tag::label);
  const auto words = [&](xml::SourceNode part) {
    begin(Kind::caption);
    if (label) inline_children(label, true);
    if (label) m_builder.blank();
    label = {};
    inline_children(part, false);
    end();
    floats(Kind::caption);
  };
  for (xml::SourceNode part : node) {
    if (!part.is_element()) continue;
    switch (part.role()) {
      case tag::label:
      case tag::object_id:
      case tag::permissions:
        break;
      case tag::caption:
        for (xml::SourceNode line : part) {
          if (!line.is_element()) continue;
          if (line.role() == tag::p || line.role() == tag::title) {
            words(line);
          } else {
            element(line, Kind::caption);
          }
        }
        break;
      case tag::title:
      case tag::p:
        words(part);
        break;
      default:
        element(part, Kind::caption);
    }
  }
  if (label) {
    begin(Kind::caption);
    inline_children(label, true);
    end();
  }
}

void DocumentWriter::children(xml::SourceNode node, Kind kind) {
  for (xml::SourceNode child : node) {
    if (child.is_element()) element(child, kind);
  }
}

void DocumentWriter::element(xml::SourceNode node, Kind kind) {
  switch (node.role()) {
    case tag::p:
    case tag::term:
    case tag::attrib:
    case tag::verse_line:
      paragraph(node, kind);
      break;
    case tag::title:
    case tag::subtitle:
      paragraph(node, kind == Kind::paragraph ? Kind::heading : kind);
      break;
    case tag::sec:
    case tag::app:
    case tag::boxed_text:
      section(node, kind);
      break;
    case tag::ack:
      section(node, Kind::boilerplate, "Acknowledgements");
      break;
    case tag::notes:
    case tag::bio:
    case tag::sig_block:
      section(node, Kind::boilerplate);
      break;
    case tag::fn_group:
      section(node, kind == Kind::caption ? kind : Kind::boilerplate);
      break;
    case tag::fn:
      children(node, kind);
      break;
    case tag::glossary:
      section(node, Kind::boilerplate);
      break;
    case tag::list:
    case tag::def_list:
      list(node, kind == Kind::paragraph ? Kind::list_item : kind);
      break;
    case tag::fig:
    case tag::table_wrap:
    case tag::fig_group:
    case tag::table_wrap_group:
    case tag::supplementary_material:
    case tag::media:
    case tag::chem_struct_wrap:
    case tag::graphic:
      figure(node);
      break;
    case tag::table:
    case tag::array:
      table_rows(node);
      break;
    case tag::ref_list:
      section(node, Kind::boilerplate);
      break;
    case tag::ref:
      if (const auto place = m_references.find(node)) reference(m_references.entries()[*place]);
      break;
    case tag::preformat:
    case tag::code:
      begin(Kind::table);
      inline_children(node, true);
      end();
      break;
    case tag::label:
    case tag::sub_article:
    case tag::response:
    case tag::permissions:
    case tag::related_article:
      break;
    default: {
      if (is_silent(node.role())) break;
      // What this reader does not know is a paragraph where words stand in it, else it only groups.
      const bool words = node.holds_words();
      if (words) {
        paragraph(node, kind);
      } else {
        children(node, kind);
      }
    }
  }
}

/// Parts of a citation that only mark-up parts ("<surname>Smith</surname><given-names>J</given-names>") are
/// words of their own; where the print is there too, it says what stands between them.
void DocumentWriter::spaced_children(xml::SourceNode node) {
  const bool printed = node.holds_words();
  for (xml::SourceNode child : node) {
    if (!child.is_element()) {
      m_builder.append(child);
    } else if (child.role() != tag::label && !is_silent(child.role())) {
      if (!printed) m_builder.blank();
      spaced_children(child);
    }
  }
}

void DocumentWriter::reference(Ref& ref) {
  if (ref.written) return;
  ref.written = true;
  for (const Ref::Cited& cited : ref.cited) {
    begin(Kind::reference);
    m_label = cited.label;
    // Some lists print the number in the reference itself too.
    const bool repeated =
        ref.label && begins_with_number(cited.printed, xml::plain_text(ref.label, m_entities));
    if (ref.label && !repeated && ref.label.span().start < cited.printed.span().end) {
      inline_children(ref.label, true);
      m_builder.blank();
    }
    const uint64_t start = m_builder.position();
    spaced_children(cited.printed);
    if (m_builder.position() == start) ++m_empty_references;
    end();
    if (!cited.tagged || m_document.blocks.empty() || m_document.blocks.back().label != cited.label) continue;
    model::MarkedReference marked = citation_fields(cited.tagged, m_entities);
    if (!names_parts(marked) && marked.ids.empty()) continue;
    marked.label = cited.label;
    m_document.references.push_back(std::move(marked));
  }
}

void DocumentWriter::remaining_references() {
  for (Ref& ref : m_references.entries()) reference(ref);
}

/// Citations may stand where no text of the article is looked for (notes to the authors' names, licences):
/// they are kept with the words around them.
void DocumentWriter::remaining_citations(xml::SourceNode article) {
  std::sort(m_seen.begin(), m_seen.end());
  const auto read_before = static_cast<std::ptrdiff_t>(m_seen.size());
  const auto is_seen = [&](uint64_t at) {
    const auto read_now = m_seen.begin() + read_before;  // those that stood around another
    return std::binary_search(m_seen.begin(), read_now, at) ||
           std::find(read_now, m_seen.end(), at) != m_seen.end();
  };
  article.each_below(tag::xref, [&](xml::SourceNode xref) {
    if (is_seen(xref.span().start) || !belongs_to(article, xref) || !cites(xref)) return;
    xml::SourceNode around = xref.parent();
    while (around.parent() && (around.role() == tag::sup || around.role() == tag::bold ||
                               around.role() == tag::italic || around.role() == tag::other)) {
      around = around.parent();
    }
    begin(Kind::boilerplate);
    inline_children(around, true);
    end();
  });
}

void DocumentWriter::front(xml::SourceNode front) {
  xml::SourceNode meta = front.role() == tag::front_stub ? front : front.child(tag::article_meta);
  if (!meta) meta = front;
  for (xml::SourceNode child : meta) {
    if (!child.is_element()) continue;
    switch (child.role()) {
      case tag::title_group:
        for (xml::SourceNode title : child) {
          if (!title.is_element()) continue;
          if (title.role() == tag::article_title || title.role() == tag::subtitle)
            paragraph(title, Kind::title);
        }
        break;
      case tag::abstract:
        section(child, Kind::paragraph, "Abstract");
        break;
      case tag::trans_abstract:
        section(child, Kind::paragraph, "Abstract");
        break;
      default:
        break;
    }
  }
}

void DocumentWriter::write(xml::SourceNode article) {
  for (xml::SourceNode part : article) {
    if (!part.is_element()) continue;
    switch (part.role()) {
      case tag::front:
      case tag::front_stub:
        front(part);
        break;
      case tag::sub_article:
      case tag::response:
      case tag::processing_meta:
        break;
      default:
        element(part, Kind::paragraph);
    }
  }
  remaining_citations(article);
  remaining_references();
}

}  // namespace evident::read::jats
