// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/wikitext/template.hpp"

#include <algorithm>
#include <array>

#include "text/normal.hpp"

namespace evident::read::wikitext {

namespace {

/// Functions without a sign that say what they are, and those that print what they are given.
bool is_function(std::string_view name) {
  constexpr std::array<std::string_view, 17> functions{
      "formatnum",    "lc",          "uc",      "lcfirst",  "ucfirst",   "plural",
      "grammar",      "gender",      "nse",     "ns",       "urlencode", "anchorencode",
      "displaytitle", "defaultsort", "padleft", "padright", "int"};
  return name.starts_with('#') || std::find(functions.begin(), functions.end(), name) != functions.end();
}

/// The words of a range's own text; comments and all else are left out.
std::string own_text(const Markup& markup, Range range) {
  std::string out;
  Walk walk(markup, range);
  while (walk.next()) {
    if (walk.is_text()) out += markup.text(walk.span());
  }
  return out;
}

std::string name_of(const Markup& markup, Range part, bool& function, uint32_t& first_value) {
  const std::string whole = own_text(markup, part);
  const size_t colon = whole.find(':');
  function = false;
  first_value = part.end;
  std::string name = normal_name(whole);
  if (colon == std::string::npos) return name;
  const std::string before = normal_name(std::string_view(whole).substr(0, colon));
  if (is_function(before)) {
    function = true;
    const uint32_t at = markup.find(part, ':');
    if (at < part.end) first_value = at + 1;
    return before;
  }
  for (std::string_view prefix : {"template", "subst", "safesubst", "vorlage", "modele"}) {
    if (text::fold(before) == prefix) return normal_name(std::string_view(whole).substr(colon + 1));
  }
  return name;
}

}  // namespace

std::string normal_name(std::string_view name) {
  std::string out = text::squeeze(name);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    if (c == '_') c = ' ';
  }
  return out;
}

const Argument* Template::find(std::string_view argument) const {
  // Of several of one name the last counts.
  for (auto at = arguments.rbegin(); at != arguments.rend(); ++at) {
    if (at->name == argument && !at->value.empty()) return &*at;
  }
  return nullptr;
}

const Argument* Template::find(std::initializer_list<std::string_view> names) const {
  for (std::string_view wanted : names) {
    if (const Argument* found = find(wanted)) return found;
  }
  return nullptr;
}

bool Template::has_names() const {
  return std::any_of(arguments.begin(), arguments.end(), [](const Argument& argument) {
    return argument.named && argument.name.find_first_not_of("0123456789") != std::string::npos;
  });
}

std::string template_name(const Markup& markup, uint32_t open) {
  bool function = false;
  uint32_t first_value = 0;
  const Range inside = markup.inside(open);
  Range name = inside;
  for (uint32_t at = inside.first; at < inside.last; ++at) {
    const Token& token = markup.token(at);
    if (token.mark == Mark::pipe) {
      name = {inside.start, token.start, inside.first, at};
      break;
    }
    if (token.mark >= Mark::template_ && token.mark <= Mark::element) at = token.match;
  }
  return name_of(markup, name, function, first_value);
}

Template template_at(const Markup& markup, uint32_t open) {
  Template out;
  const std::vector<Range> parts = markup.parts(markup.inside(open));
  uint32_t first_value = 0;
  out.printed = text::squeeze(own_text(markup, parts.front()));
  out.name = name_of(markup, parts.front(), out.function, first_value);
  int number = 0;
  const auto add = [&](Range part) {
    Argument argument;
    const uint32_t equals = markup.find(part, '=');
    if (equals < part.end) {
      argument.named = true;
      argument.name_range = markup.trimmed(markup.upto(part, equals));
      argument.name = text::squeeze(own_text(markup, argument.name_range));
      part = markup.from(part, equals + 1);
    } else {
      argument.name = std::to_string(++number);
    }
    argument.value = markup.trimmed(part);
    out.arguments.push_back(std::move(argument));
  };
  if (out.function) {
    // What follows the colon is no name with value, whatever signs stand in it.
    Argument first;
    first.name = std::to_string(++number);
    first.value = markup.trimmed(markup.from(parts.front(), first_value));
    out.arguments.push_back(std::move(first));
  }
  for (size_t at = 1; at < parts.size(); ++at) add(parts[at]);
  return out;
}

}  // namespace evident::read::wikitext
