// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/field/bodies.hpp"

#include <algorithm>

#include "extract/field/initials.hpp"
#include "extract/field/scan.hpp"
#include "text/one_of.hpp"
#include "text/organisation.hpp"
#include "text/phrases.hpp"

namespace evident::extract::field {

namespace {

/// Small words that stand in the names of bodies and in none of persons.
bool has_small_words(std::string_view name) {
  return text::contains_any(name, {" of ", " for ", " on "});
}

/// "NIP. National Institute of Ponds", as lists have it that go by acronyms: the name; empty elsewhere.
std::string_view behind_acronym(std::string_view name) {
  const size_t stop = name.find(". ");
  if (stop == std::string_view::npos || !is_acronym(name.substr(0, stop))) return {};
  const std::string_view behind = trimmed(name.substr(stop));
  return has_small_words(behind) || text::names_organisation(behind) ? behind : std::string_view();
}

}  // namespace

bool is_acronym(std::string_view text) {
  constexpr size_t least = 3, most = 10;
  return text.size() >= least && text.size() <= most && std::all_of(text.begin(), text.end(), is_upper);
}

std::string_view without_acronym(std::string_view name) {
  name = trimmed(name);
  if (const std::string_view behind = behind_acronym(name); !behind.empty()) return behind;
  const char close = name.empty() ? ' ' : name.back();
  const size_t open = close == ')'   ? name.rfind('(')
                      : close == ']' ? name.rfind('[')
                                     : std::string_view::npos;
  if (open == std::string_view::npos) return name;
  const std::string_view before = trimmed(name.substr(0, open));
  const std::string_view inside = trimmed(name.substr(open + 1, name.size() - open - 2));
  const auto has_words = [](std::string_view text) { return text.find(' ') != std::string_view::npos; };
  if (is_acronym(inside) && has_words(before)) return before;
  return is_acronym(before) && has_words(inside) ? inside : name;
}

bool is_body(std::string_view name) {
  const std::string_view printed = trimmed(name);
  name = without_acronym(name);
  if (name.size() < printed.size()) return true;
  if (name.starts_with("The ")) return true;
  const size_t blank = name.rfind(' ');
  if (blank == std::string_view::npos || are_initials(name.substr(blank + 1))) return false;
  const std::string_view first = name.substr(0, name.find(' '));
  const bool state =
      first.size() < blank && text::one_of(first, {"US", "U.S.", "UK", "U.K.", "EU", "UN", "NZ"});
  return (state || !are_initials(first)) && (has_small_words(name) || text::names_organisation(name));
}

}  // namespace evident::extract::field
