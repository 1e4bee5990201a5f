// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/people.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "text/normal.hpp"

namespace evident::render {

std::string short_name(const model::Person& person) {
  std::string name = person.family;
  std::string initials = person.initials;
  if (initials.empty() && !person.collective) {
    // The first letter of every given name stands for it.
    bool at_start = true;
    for (size_t offset = 0; offset < person.given.size();) {
      const char32_t letter = text::next_code_point(person.given, offset);
      const bool separates = letter == U' ' || letter == U'-' || letter == U'.';
      if (at_start && !separates) text::append_utf8(initials, letter);
      at_start = separates;
    }
  }
  if (!initials.empty()) name += (name.empty() ? "" : " ") + initials;
  if (!person.suffix.empty()) name += " " + person.suffix;
  return name;
}

std::string short_names(const std::vector<model::Person>& people, size_t most, bool more) {
  const size_t shown = people.size() <= most + 1 ? people.size() : most;
  std::string names;
  for (size_t i = 0; i < shown; ++i) names += (i == 0 ? "" : ", ") + short_name(people[i]);
  if (shown < people.size() || (more && shown > 0)) names += ", et al";
  return names;
}

std::string call_name(const model::WorkRecord& work) {
  const std::string year = work.issued.year == 0 ? "" : std::to_string(work.issued.year);
  std::string who;
  const bool more = work.authors.size() > 2 || (work.more_authors && !work.authors.empty());
  if (work.authors.size() == 1) who = work.authors[0].family;
  if (work.authors.size() == 2) who = work.authors[0].family + " and " + work.authors[1].family;
  if (more) who = work.authors[0].family + " et al.";
  if (who.empty()) who = work.title.empty() ? "untitled work" : work.title;
  return year.empty() ? who : fmt::format("{}, {}", who, year);
}

std::string container(const model::WorkRecord& work) {
  return work.container.empty() ? work.container_abbrev : work.container;
}

}  // namespace evident::render
