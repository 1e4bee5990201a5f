// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "render/bibliography.hpp"
#include "render/citation_style.hpp"
#include "render/pages.hpp"
#include "render/people.hpp"

namespace evident::render {

namespace {

const char* type_of(model::WorkType type) {
  switch (type) {
    case model::WorkType::article:
      return "JOUR";
    case model::WorkType::book:
      return "BOOK";
    case model::WorkType::chapter:
      return "CHAP";
    case model::WorkType::news:
      return "NEWS";
    case model::WorkType::webpage:
      return "ELEC";
    case model::WorkType::thesis:
      return "THES";
    case model::WorkType::report:
      return "RPRT";
    case model::WorkType::conference:
      return "CPAPER";
    case model::WorkType::patent:
      return "PAT";
    default:
      return "GEN";
  }
}

std::string name_of(const model::Person& person) {
  std::string name = person.family;
  const std::string& given = person.given.empty() ? person.initials : person.given;
  if (!given.empty()) name += ", " + given;
  if (!person.suffix.empty()) name += ", " + person.suffix;
  return name;
}

}  // namespace

std::string ris_bibliography(const query::Bibliography& bibliography) {
  std::string out;
  for (const auto& entry : bibliography.entries) {
    const auto& work = entry.work;
    const auto tag = [&out](const char* name, const std::string& value) {
      if (!value.empty()) out += fmt::format("{}  - {}\r\n", name, printable(value));
    };
    tag("TY", type_of(work.type));
    for (const auto& person : work.authors) tag("AU", name_of(person));
    if (work.more_authors && !work.authors.empty()) tag("AU", "et al.");
    const bool part = work.type == model::WorkType::chapter || work.type == model::WorkType::conference;
    for (const auto& person : work.editors) tag(part ? "A2" : "ED", name_of(person));
    tag("TI", work.title);
    tag(work.type == model::WorkType::article ? "JO" : "T2", container_as_printed(work));
    tag("J2", work.container_abbrev);
    if (work.issued.year != 0) tag("PY", std::to_string(work.issued.year));
    if (work.issued.month != 0) tag("DA", iso_date(work.issued, '/'));
    tag("VL", work.volume);
    tag("IS", work.issue);
    const auto [first, last] = page_range(work.pages);
    tag("SP", first);
    tag("EP", last);
    // Of a book the number of pages.
    if (first.empty() && work.type == model::WorkType::book) tag("SP", work.page_count);
    tag("PB", work.publisher);
    tag("CY", work.place);
    tag("SN", work.issn);
    tag("DO", work.ids.doi);
    if (!work.ids.pmid.empty()) tag("AN", "PMID: " + work.ids.pmid);
    tag("C2", work.ids.pmcid);
    tag("UR", work.url);
    tag("Y2", work.accessed.year != 0 ? iso_date(work.accessed, '/') : work.accessed.printed);
    tag("AB", model::abstract_text(work));
    tag("N1", annotation(entry));
    out += "ER  - \r\n\r\n";
  }
  return out;
}

}  // namespace evident::render
