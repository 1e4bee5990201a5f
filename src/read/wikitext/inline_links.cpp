// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "read/wikitext/inline.hpp"
#include "text/normal.hpp"

namespace evident::read::wikitext {

namespace {

/// The part of a link's target before its first colon, folded.
std::string prefix_of(std::string_view target) {
  const size_t colon = target.find(':');
  return colon == std::string_view::npos || colon == 0 ? "" : text::fold(target.substr(0, colon));
}

std::string_view target_of(const Markup& markup, uint32_t link) {
  const Range inside = markup.inside(link);
  uint32_t end = inside.end;
  for (uint32_t at = inside.first; at < inside.last; ++at) {
    end = markup.token(at).start;
    break;  // a pipe, or mark-up that no name of a page holds
  }
  const std::string_view target = markup.text(Span{inside.start, end});
  const size_t from = std::min(target.find_first_not_of(" \t\n"), target.size());
  return target.substr(from);
}

}  // namespace

bool is_image(const Markup& markup, uint32_t link) {
  std::string_view target = target_of(markup, link);
  const std::string prefix = prefix_of(target);
  if (prefix.empty() || prefix == "media") return false;  // a link to the file itself
  if (prefix == "file" || prefix == "image") return true;
  while (!target.empty() && target.back() <= ' ' && target.back() >= 0) target.remove_suffix(1);
  const size_t stop = target.rfind('.');
  if (stop == std::string_view::npos || target.size() - stop > 5) return false;
  constexpr std::array<std::string_view, 14> kinds{"jpg", "jpeg", "png", "svg",  "gif",  "tif", "tiff",
                                                   "ogg", "ogv",  "oga", "webm", "webp", "xcf", "djvu"};
  return std::find(kinds.begin(), kinds.end(), text::fold(target.substr(stop + 1))) != kinds.end();
}

bool is_silent_link(const Markup& markup, uint32_t link) {
  const std::string_view target = target_of(markup, link);
  const size_t colon = target.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  constexpr std::array<std::string_view, 13> categories{
      "category",  "kategorie",  "categorie", "categoria", "kategoria", "kategori", "категория",
      "категорія", "kategorija", "kategorio", "luokka",    "կատեգորիա", "کategory"};
  const std::string prefix = prefix_of(target);
  if (std::find(categories.begin(), categories.end(), prefix) != categories.end()) return true;
  // "[[de:Name]]" alone names the page in another language.
  const std::string_view code = target.substr(0, colon);
  const bool lower = std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return lower && (code.size() == 2 || code.size() == 3) && markup.parts(markup.inside(link)).size() == 1;
}

void InlineWriter::link(uint32_t number) {
  const Markup& markup = m_page.markup;
  if (is_image(markup, number)) {
    if (m_events != nullptr) m_events->image(number);
    return;
  }
  if (is_silent_link(markup, number)) return;
  Range range = markup.inside(number);
  for (uint32_t at = range.first; at < range.last; ++at) {
    const Token& token = markup.token(at);
    if (token.mark == Mark::pipe) {
      const Range label = markup.from(range, token.end);
      if (!markup.trimmed(label).empty()) {
        range = label;
      } else {
        range = {range.start, token.start, range.first, at};
      }
      break;
    }
    if (token.mark >= Mark::template_ && token.mark <= Mark::element) at = token.match;
  }
  if (markup.text(range.span()).starts_with(':')) range = markup.from(range, range.start + 1);
  write(range);
}

void InlineWriter::address(uint32_t number) {
  const Markup& markup = m_page.markup;
  const Range inside = markup.inside(number);
  const std::string_view whole = markup.text(inside.span());
  const size_t blank = whole.find_first_of(" \t\xC2");  // U+00A0 parts too
  uint32_t end = blank == std::string_view::npos ? inside.end : inside.start + static_cast<uint32_t>(blank);
  if (inside.first < inside.last) {
    // Mark-up other than a template ends the address.
    const Token& token = markup.token(inside.first);
    if (token.start < end && token.mark != Mark::template_) end = token.start;
    if (token.start < end && token.mark == Mark::template_)
      end = std::max(end, markup.around(inside.first).end);
  }
  const Range words = markup.trimmed(markup.from(inside, end));
  if (m_kind == Kind::body) {
    if (!words.empty()) {
      write(words);
    } else if (m_events != nullptr) {
      m_events->callout(number);
    }
    return;
  }
  // In print the words stand for the address; the quotes tell them from what is around.
  m_builder.append(markup.text(Span{inside.start, end}), inside.start);
  if (words.empty()) return;
  m_builder.blank();
  const uint32_t before = markup.token(number).start;
  const char last = before > 0 ? m_page.markup.text()[before - 1] : ' ';
  const bool quoted = last == '"' || last == '\'' || markup.text(words.span()).starts_with('"');
  const Span quote{words.start, words.start};
  if (!quoted) m_builder.stand_in("\"", quote);
  write(words);
  if (!quoted) m_builder.stand_in("\"", {words.end, words.end});
}

}  // namespace evident::read::wikitext
