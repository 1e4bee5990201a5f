// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "read/wikitext/page.hpp"
#include "read/wikitext/template.hpp"
#include "read/xml/text_builder.hpp"

namespace evident::read::wikitext {

/// What stands in a line and is not for the line itself to print.
class InlineEvents {
 public:
  virtual ~InlineEvents() = default;
  /// A footnote, short citation, citation template or address without words. True where that is what the
  /// token is; it was dealt with then.
  virtual bool callout(uint32_t token) = 0;
  virtual void image(uint32_t token) = 0;  ///< a picture's link
  virtual void gallery(uint32_t token) = 0;
  virtual void block(Tag tag, bool closing) = 0;  ///< a tag of HTML that begins or ends a block
};

/// Writes a range of a page as MediaWiki would print it, as far as that can be told without the templates'
/// texts: those print what they are given.
class InlineWriter {
 public:
  enum class Kind {
    body,
    reference  ///< addresses print too, and the names of templates that are not known
  };
  /// `events` may be null: then footnotes, pictures and blocks print nothing.
  InlineWriter(const Page& page, xml::TextBuilder& builder, InlineEvents* events, Kind kind = Kind::body)
      : m_page(page), m_builder(builder), m_events(events), m_kind(kind) {}

  void write(Range range);
  /// Whether line breaks inside the range begin list items and the like, whose signs do not print.
  void set_nested(bool nested) { m_nested = nested; }

 private:
  void token(const Walk& walk);
  void text(Span span);
  void template_use(uint32_t number);
  bool known_template(const Template& use, uint32_t number);
  void function(const Template& use);
  void unknown_template(const Template& use, uint32_t number);
  void arguments(const Template& use, std::string_view between);
  void link(uint32_t number);
  void address(uint32_t number);
  void element(uint32_t number);
  void flat(Range range);
  void put(std::string_view words, uint32_t number);
  Span span_of(uint32_t number) const { return m_page.markup.around(number).span(); }
  void convert(const Template& use);

  const Page& m_page;
  xml::TextBuilder& m_builder;
  InlineEvents* m_events;
  Kind m_kind;
  bool m_nested = false;
  int m_depth = 0;
};

/// The words of a range without offsets, white space squeezed.
std::string plain(const Page& page, Range range, InlineWriter::Kind kind = InlineWriter::Kind::body);

/// True where a link shows a picture or another medium.
bool is_image(const Markup& markup, uint32_t link);
/// True where a link puts the page into a category or names it in another language, and prints nothing.
bool is_silent_link(const Markup& markup, uint32_t link);

}  // namespace evident::read::wikitext
