// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/jats/people.hpp"

#include <algorithm>

#include "read/jats/names.hpp"
#include "read/xml/plain_text.hpp"
#include "text/normal.hpp"

namespace evident::read::jats {

namespace {

/// A group's name stands before its members.
bool skip_members(uint16_t role) {
  return role == tag::contrib_group || role == tag::xref || role == tag::aff || role == tag::fn ||
         role == tag::institution_id;
}

std::string part(xml::SourceNode node, uint16_t role, const xml::Entities& entities) {
  return xml::plain_text(node.descendant(role), entities, skip_members);
}

/// "JR", "J.R.", "J R": nothing but initials, so that no given name is known.
bool is_initials(std::string_view given, std::string_view letters) {
  size_t capitals = 0;
  for (char c : given) {
    if (c == '.' || c == ' ' || c == '-') continue;
    ++capitals;
    if (c >= 'a' && c <= 'z') return false;
  }
  return capitals <= 4 && letters.size() >= 1;
}

void set_given(model::Person& who, std::string given, std::string stated) {
  const bool capitals = !given.empty() && given.size() <= 4 &&
                        std::all_of(given.begin(), given.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  who.initials = capitals ? given : stated.empty() ? initials(given) : initials(stated);
  if (!stated.empty() && stated.find_first_of(" .-") == std::string::npos) who.initials = std::move(stated);
  if (!is_initials(given, who.initials)) who.given = std::move(given);
}

/// "Smith J" or "Smith, John" where the parts of a name are not marked.
model::Person unmarked(const std::string& words) {
  model::Person who;
  size_t cut = words.find(',');
  size_t rest = cut + 1;
  if (cut == std::string::npos) {
    cut = words.rfind(' ');
    const std::string last = cut == std::string::npos ? "" : words.substr(cut + 1);
    if (last.empty() || !is_initials(last, last)) {
      // "John Smith"
      who.family = cut == std::string::npos ? words : last;
      if (cut != std::string::npos) set_given(who, words.substr(0, cut), "");
      return who;
    }
    rest = cut + 1;
  }
  who.family = text::squeeze(words.substr(0, cut));
  set_given(who, text::squeeze(words.substr(rest)), "");
  return who;
}

}  // namespace

std::string initials(std::string_view given) {
  std::string out;
  bool start = true;
  for (size_t at = 0; at < given.size();) {
    const size_t from = at;
    const char32_t c = text::next_code_point(given, at);
    const bool gap = c == ' ' || c == '.' || c == '-' || c == 0x2010 || c == 0x2011 || c == 0xA0;
    if (start && !gap) out.append(given, from, at - from);
    start = gap;
  }
  return out;
}

std::optional<model::Person> person(xml::SourceNode node, const xml::Entities& entities) {
  model::Person who;
  switch (node.role()) {
    case tag::name_alternatives:
    case tag::collab_alternatives:
      for (xml::SourceNode child : node) {
        if (!child.is_element()) continue;
        if (auto found = person(child, entities)) return found;
      }
      return std::nullopt;
    case tag::collab:
    case tag::institution:
      who.family = xml::plain_text(node, entities, skip_members);
      who.collective = true;
      break;
    case tag::name:
    case tag::string_name: {
      who.family = part(node, tag::surname, entities);
      if (who.family.empty()) {
        const std::string words = xml::plain_text(node, entities, skip_members);
        if (words.empty()) return std::nullopt;
        // A name that is all given name ("Madonna") is one to be found by.
        if (node.descendant(tag::given_names)) {
          who.family = words;
        } else {
          who = unmarked(words);
        }
        break;
      }
      const xml::SourceNode given = node.descendant(tag::given_names);
      if (given) set_given(who, xml::plain_text(given, entities), given.attribute("initials"));
      who.suffix = part(node, tag::suffix, entities);
      break;
    }
    default:
      return std::nullopt;
  }
  if (who.family.empty()) return std::nullopt;
  return who;
}

}  // namespace evident::read::jats
