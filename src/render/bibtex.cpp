// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "render/bibliography.hpp"
#include "render/citation_style.hpp"
#include "render/pages.hpp"
#include "render/people.hpp"
#include "text/normal.hpp"

namespace evident::render {

namespace {

/// Characters that TeX would obey, as text. UTF-8 stays: biber and today's BibTeX styles read it.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char byte : printable(text)) {
    switch (byte) {
      case '{':
        out += "\\{";
        break;
      case '}':
        out += "\\}";
        break;
      case '\\':
        out += "\\textbackslash{}";
        break;
      case '~':
        out += "\\textasciitilde{}";
        break;
      case '^':
        out += "\\textasciicircum{}";
        break;
      case '%':
      case '&':
      case '#':
      case '_':
      case '$':
        out += '\\';
        out += byte;
        break;
      default:
        out += byte;
    }
  }
  return out;
}

std::string names_of(const std::vector<model::Person>& people) {
  std::string names;
  for (const auto& person : people) {
    if (!names.empty()) names += " and ";
    if (person.collective) {
      names += "{" + escaped(person.family) + "}";
      continue;
    }
    names += escaped(person.family);
    if (!person.suffix.empty()) names += ", " + escaped(person.suffix);
    const std::string& given = person.given.empty() ? person.initials : person.given;
    if (!given.empty()) names += ", " + escaped(given);
  }
  return names;
}

const char* type_of(model::WorkType type, bool contained) {
  switch (type) {
    case model::WorkType::article:
      return "article";
    case model::WorkType::news:
      return contained ? "article" : "misc";
    case model::WorkType::book:
      return "book";
    case model::WorkType::chapter:
      return "incollection";
    case model::WorkType::conference:
      return "inproceedings";
    case model::WorkType::thesis:
      return "phdthesis";
    case model::WorkType::report:
      return "techreport";
    default:
      return "misc";
  }
}

/// The field that BibTeX's styles print what a work is part of from, by the type of its entry.
const char* container_field(std::string_view type) {
  if (type == "incollection" || type == "inproceedings") return "booktitle";
  if (type == "misc") return "howpublished";
  return type == "article" ? "journal" : "series";
}

std::string key_of(const query::BibEntry& entry, std::set<std::string>& taken) {
  std::string key;
  std::string word;
  if (entry.work.authors.empty()) {
    const auto title = text::fold_words(entry.work.title);
    const auto first = std::find_if_not(title.begin(), title.end(), text::is_stop_word);
    if (first != title.end()) word = *first;
  } else {
    // The last name with both its parts ("van der Berg", "García-Pérez").
    const std::string& family = entry.work.authors[0].family;
    for (const auto& part : text::fold_words(family.substr(family.rfind(' ') + 1))) word += part;
  }
  // Keys must be ASCII; fold() leaves letters of other scripts as they are.
  std::copy_if(word.begin(), word.end(), std::back_inserter(key),
               [](char byte) { return (byte & 0x80) == 0; });
  if (key.empty()) key = "work";
  if (entry.work.issued.year != 0) key += std::to_string(entry.work.issued.year);
  std::string unique = key;
  for (size_t copy = 2; !taken.insert(unique).second; ++copy) unique = fmt::format("{}-{}", key, copy);
  return unique;
}

}  // namespace

std::string bibtex_bibliography(const query::Bibliography& bibliography) {
  std::string out;
  std::set<std::string> taken;
  for (const auto& entry : bibliography.entries) {
    const auto& work = entry.work;
    const std::string type = type_of(work.type, !container(work).empty());
    out += fmt::format("@{}{{{}", type, key_of(entry, taken));
    const auto field = [&out](const char* name, const std::string& value) {
      if (!value.empty()) out += fmt::format(",\n  {} = {{{}}}", name, value);
    };
    field("author",
          names_of(work.authors) + (work.more_authors && !work.authors.empty() ? " and others" : ""));
    field("editor", names_of(work.editors));
    // Doubled braces keep the capitals of the title.
    if (!work.title.empty()) field("title", "{" + escaped(work.title) + "}");
    field(container_field(type), escaped(container_as_printed(work)));
    if (work.issued.year != 0) field("year", std::to_string(work.issued.year));
    if (work.issued.month != 0) field("month", std::to_string(work.issued.month));
    if (work.issued.month != 0 && work.issued.day != 0) field("day", std::to_string(work.issued.day));
    field("volume", escaped(work.volume));
    field("number", escaped(work.issue));
    const auto [first, last] = page_range(work.pages);
    field("pages", escaped(last.empty() ? first : first + "--" + last));
    field("pagetotal", escaped(work.page_count));
    field("publisher", escaped(work.publisher));
    field("address", escaped(work.place));
    field("doi", escaped(work.ids.doi));
    field("pmid", work.ids.pmid);
    field("pmcid", work.ids.pmcid);
    field("url", escaped(work.url));
    field("urldate", work.accessed.year != 0 ? iso_date(work.accessed) : escaped(work.accessed.printed));
    field("annote", escaped(annotation(entry)));
    out += "\n}\n\n";
  }
  return out;
}

}  // namespace evident::render
