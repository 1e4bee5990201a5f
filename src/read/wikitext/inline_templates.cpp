// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "read/wikitext/inline.hpp"
#include "read/wikitext/note_templates.hpp"
#include "read/wikitext/template_words.hpp"

namespace evident::read::wikitext {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

bool has_words(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return is_digit(c) || is_letter(c); });
}

bool holds_note(const Markup& markup, Range range) {
  Walk walk(markup, range);
  while (walk.next()) {
    if (!walk.is_text() && walk.token().tag == Tag::ref) return true;
  }
  return false;
}

}  // namespace

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

}  // namespace evident::read::wikitext
