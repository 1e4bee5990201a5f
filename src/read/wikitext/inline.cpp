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

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}
bool has_words(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return is_digit(c) || is_letter(c); });
}

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

/// The part of a link's target before its first colon, folded.
std::string prefix_of(std::string_view target) {
  const size_t colon = target.find(':');
  return colon == std::string_view::npos || colon == 0 ? "" : text::fold(target.substr(0, colon));
}

bool holds_note(const Markup& markup, Range range) {
  Walk walk(markup, range);
  while (walk.next()) {
    if (!walk.is_text() && walk.token().tag == Tag::ref) return true;
  }
  return false;
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

void InlineWriter::arguments(const Template& use, std::string_view between) {
  bool first = true;
  for (const Argument& argument : use.arguments) {
    const bool own = !argument.named || argument.name.find_first_not_of("0123456789") == std::string::npos;
    if (!own || argument.value.empty()) continue;
    if (!first && between == " ") m_builder.blank();
    if (!first && between == ", ") {
      m_builder.stand_in(",", {argument.value.start, argument.value.start});
      m_builder.blank();
    }
    first = false;
    write(argument.value);
  }
}

void InlineWriter::template_use(uint32_t number) {
  if (m_events != nullptr && m_events->callout(number)) return;
  const NoteTemplate note = note_template(template_name(m_page.markup, number));
  if (note != NoteTemplate::none && !is_short(note)) return;  // prints elsewhere
  const Template use = template_at(m_page.markup, number);
  if (is_short(note)) {
    for (const ShortCitation& form : short_citations(m_page, use)) {
      m_builder.blank();
      put(form.printed(note), number);
    }
    return;
  }
  const bool nested = m_nested;
  m_nested = true;
  if (use.function) {
    function(use);
  } else if (!known_template(use, number)) {
    unknown_template(use, number);
  }
  m_nested = nested;
}

void InlineWriter::function(const Template& use) {
  const auto put_argument = [&](std::string_view name) {
    const Argument* found = use.find(name);
    if (found != nullptr) write(found->value);
  };
  if (use.name == "#if") {
    put_argument(use.find("1") != nullptr ? "2" : "3");
  } else if (use.name == "#ifeq" || use.name == "#iferror") {
    put_argument("3");
  } else if (use.name == "formatnum" || use.name == "lc" || use.name == "uc" || use.name == "lcfirst" ||
             use.name == "ucfirst") {
    put_argument("1");
  }
}

bool InlineWriter::known_template(const Template& use, uint32_t number) {
  const TemplateWords words = words_of_template(use.name);
  const Argument* first = use.find("1");
  switch (words.prints) {
    case Prints::unknown:
      return false;
    case Prints::nothing:
      return true;
    case Prints::first:
      break;
    case Prints::second:
      if (const Argument* second = use.find("2")) first = second;
      break;
    case Prints::last:
      for (const Argument& argument : use.arguments) {
        if (!argument.named && !argument.value.empty()) first = &argument;
      }
      break;
    case Prints::joined:
      arguments(use, "");
      return true;
    case Prints::list:
      arguments(use, ", ");
      return true;
    case Prints::sign:
      put(words.words, number);
      return true;
    case Prints::labelled:
      if (first == nullptr) return true;
      put(words.words, number);
      break;
    case Prints::quote:
      if (const Argument* named = use.find({"text", "quote", "content", "1"})) first = named;
      break;
    case Prints::fraction: {
      // "1/2", "3 1/2"
      const Argument* second = use.find("2");
      const Argument* third = use.find("3");
      if (first == nullptr) return true;
      if (second == nullptr) put("1/", number);
      write(first->value);
      if (third != nullptr) m_builder.blank();
      if (second != nullptr && third == nullptr) put("/", number);
      if (second != nullptr) write(second->value);
      if (third == nullptr) return true;
      put("/", number);
      write(third->value);
      return true;
    }
    case Prints::dashed: {
      int parts = 0;
      for (const Argument& argument : use.arguments) {
        if (argument.named || argument.value.empty() || parts == 3) continue;
        if (!is_digit(m_page.markup.text()[argument.value.start])) break;
        if (parts++ > 0) m_builder.stand_in("-", {argument.value.start, argument.value.start});
        write(argument.value);
      }
      return true;
    }
    case Prints::quantity:
      convert(use);
      return true;
  }
  if (first != nullptr) write(first->value);
  return true;
}

/// "{{convert|5|to|10|km|mi}}": 5 to 10 km; "{{convert|5|ft|6|in|m}}": 5 ft 6 in; "{{val|1.5|u=kg}}": 1.5 kg.
void InlineWriter::convert(const Template& use) {
  std::vector<const Argument*> values;
  for (const Argument& argument : use.arguments) {
    if (!argument.named && !argument.value.empty()) values.push_back(&argument);
  }
  const auto words = [&](size_t at) { return m_page.markup.text(values[at]->value.span()); };
  const auto is_number = [&](size_t at) {
    return at < values.size() && words(at).find_first_of("0123456789") != std::string_view::npos &&
           !is_letter(words(at)[0]);
  };
  const auto next = [&](size_t at) {
    if (at > 0) m_builder.blank();
    write(values[at]->value);
  };
  size_t at = 0;
  if (is_number(at)) next(at++);
  if (at == 1 && use.name != "val") {
    // Words of a range, or a unit with a smaller one behind it, stand between numbers.
    for (; at + 1 < values.size() && !is_number(at) && is_number(at + 1); at += 2) {
      next(at);
      next(at + 1);
    }
    if (at < values.size() && !is_number(at)) next(at);
  }
  if (const Argument* unit = use.find({"u", "ul"})) {
    m_builder.blank();
    write(unit->value);
  }
}

void InlineWriter::unknown_template(const Template& use, uint32_t number) {
  const bool box = is_box(use.name);
  if (m_kind == Kind::reference && has_words(use.name) && !box) {
    // The name is all that is known of the source ("{{MerriamWebsterDictionary|word}}").
    put(use.printed, number);
    m_builder.blank();
  }
  const bool all = box || m_kind == Kind::reference;
  bool first = true;
  for (const Argument& argument : use.arguments) {
    const bool own = !argument.named || argument.name.find_first_not_of("0123456789") == std::string::npos;
    if (argument.value.empty() || (!own && !all && !holds_note(m_page.markup, argument.value))) continue;
    if (own && !has_words(m_page.markup.text(argument.value.span()))) continue;
    if (!first) m_builder.blank();
    first = false;
    if (!own && box) {
      m_builder.append(m_page.markup.text(argument.name_range.span()), argument.name_range.start);
      m_builder.blank();
    }
    write(argument.value);
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
