// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/wikitext/inline.hpp"

#include <algorithm>
#include <array>

#include "read/wikitext/note_templates.hpp"
#include "read/wikitext/template_words.hpp"
#include "text/normal.hpp"

namespace evident::read::wikitext {

namespace {

constexpr int deepest = 60;
constexpr size_t longest_formula = 24;

/// "__NOTOC__": its length; 0 where none stands at `at`.
size_t magic_word(std::string_view text, size_t at) {
  if (text.substr(at, 2) != "__") return 0;
  size_t end = at + 2;
  while (end < text.size() && text[end] >= 'A' && text[end] <= 'Z') ++end;
  return end > at + 4 && text.substr(end, 2) == "__" ? end + 2 - at : 0;
}

/// Of a run of apostrophes, how many are themselves: the others are bold and italics.
size_t own_apostrophes(size_t run) {
  if (run == 1) return 1;
  if (run == 4) return 1;
  return run > 5 ? run - 5 : 0;
}

}  // namespace

void InlineWriter::write(Range range) {
  if (m_depth >= deepest) {
    flat(range);
    return;
  }
  ++m_depth;
  Walk walk(m_page.markup, range);
  while (walk.next()) {
    if (walk.is_text()) {
      text(walk.span());
    } else {
      token(walk);
    }
  }
  --m_depth;
}

/// What nests too deeply is read without its structure; footnotes in it are still footnotes.
void InlineWriter::flat(Range range) {
  uint32_t at = range.start;
  for (uint32_t number = range.first; number < range.last; ++number) {
    const Token& token = m_page.markup.token(number);
    if (token.start > at) text({at, token.start});
    at = std::max(at, token.end);
    if (token.mark == Mark::pipe) m_builder.blank();
    const bool note = token.mark == Mark::template_ || token.mark == Mark::element || token.mark == Mark::tag;
    if (note && m_events != nullptr && m_events->callout(number)) {
      const Range whole = m_page.markup.around(number);
      at = whole.end;
      number = whole.last - 1;
    }
  }
  if (at < range.end) text({at, range.end});
}

void InlineWriter::text(Span span) {
  const std::string_view words = m_page.markup.text(span);
  size_t copied = 0;
  const auto copy = [&](size_t to) {
    if (to > copied) m_builder.append(words.substr(copied, to - copied), span.start + copied);
  };
  for (size_t at = 0; at < words.size();) {
    const char c = words[at];
    if (c == '\'') {
      size_t end = at;
      while (end < words.size() && words[end] == '\'') ++end;
      const size_t own = own_apostrophes(end - at);
      if (own != end - at) {
        copy(at + own);
        copied = end;
      }
      at = end;
    } else if (c == '_' && magic_word(words, at) > 0) {
      copy(at);
      copied = at += magic_word(words, at);
    } else if (c == '\n' && m_nested) {
      copy(++at);
      while (at < words.size() &&
             (words[at] == '*' || words[at] == '#' || words[at] == ':' || words[at] == ';'))
        ++at;
      copied = at;
    } else {
      ++at;
    }
  }
  copy(words.size());
}

void InlineWriter::put(std::string_view words, uint32_t number) {
  if (words.starts_with(' ')) {
    m_builder.blank();
    words.remove_prefix(1);
  }
  const bool blank = words.ends_with(' ');
  if (blank) words.remove_suffix(1);
  if (!words.empty()) m_builder.stand_in(words, span_of(number));
  if (blank) m_builder.blank();
}

void InlineWriter::token(const Walk& walk) {
  const Token& token = walk.token();
  const uint32_t number = walk.number();
  switch (token.mark) {
    case Mark::template_:
      template_use(number);
      break;
    case Mark::argument: {
      // "{{{name|what stands for it}}}"
      const std::vector<Range> parts = m_page.markup.parts(m_page.markup.inside(number));
      if (parts.size() > 1) write(parts[1]);
      break;
    }
    case Mark::link:
      link(number);
      break;
    case Mark::address:
      address(number);
      break;
    case Mark::element:
      element(number);
      break;
    case Mark::pipe:
      text({token.start, token.end});
      break;
    case Mark::tag:
      if (m_events != nullptr && (token.tag == Tag::ref || token.tag == Tag::references)) {
        m_events->callout(number);
      } else if (token.tag == Tag::line_break) {
        m_builder.blank();
      } else if (token.tag >= Tag::block && token.tag <= Tag::cell) {
        if (m_events == nullptr) {
          m_builder.blank();
        } else {
          m_events->block(token.tag, token.closing);
        }
      }
      break;
    default:
      break;
  }
}

void InlineWriter::element(uint32_t number) {
  const Markup& markup = m_page.markup;
  const Token& token = markup.token(number);
  const Span inside{token.end, markup.token(token.match).start};
  switch (token.tag) {
    case Tag::nowiki:
    case Tag::preformatted:
      m_builder.append(markup.text(inside), inside.start);
      break;
    case Tag::formula: {
      // A letter or number reads well; a formula does not.
      const std::string_view words = markup.text(inside);
      if (words.size() <= longest_formula && words.find_first_of("\\{}^_&") == std::string_view::npos) {
        m_builder.append(words, inside.start);
      } else {
        m_builder.blank();
      }
      break;
    }
    case Tag::poem:
      write(markup.inside(number));
      break;
    case Tag::gallery:
      if (m_events != nullptr) m_events->gallery(number);
      break;
    case Tag::ref:
    case Tag::references:
      if (m_events != nullptr) m_events->callout(number);
      break;
    default:
      m_builder.blank();
  }
}

std::string plain(const Page& page, Range range, InlineWriter::Kind kind) {
  std::string text;
  text::OffsetMap offsets;
  xml::TextBuilder builder(page.source, page.entities, text, offsets);
  InlineWriter writer(page, builder, nullptr, kind);
  writer.set_nested(true);
  writer.write(range);
  return text::squeeze(text);
}

}  // namespace evident::read::wikitext
