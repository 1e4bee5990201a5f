// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/pubmed/parts.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace evident::read::pubmed {

namespace {

int number(const std::string& text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

int month(const std::string& text) {
  constexpr std::array<std::string_view, 12> names{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};
  if (const int value = number(text); value >= 1 && value <= 12) return value;
  std::string start = text.substr(0, 3);
  std::transform(start.begin(), start.end(), start.begin(), [](unsigned char c) { return std::tolower(c); });
  const auto found = std::find(names.begin(), names.end(), start);
  return found == names.end() ? 0 : static_cast<int>(found - names.begin()) + 1;
}

/// The first four digits in a row that can be a year.
int first_year(const std::string& text) {
  for (size_t at = 0; at + 4 <= text.size(); ++at) {
    if (!std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at),
                     text.begin() + static_cast<std::ptrdiff_t>(at) + 4,
                     [](unsigned char c) { return std::isdigit(c) != 0; })) {
      continue;
    }
    const int year = number(text.substr(at, 4));
    if (year >= 1500 && year <= 2100) return year;
  }
  return 0;
}

}  // namespace

model::Date date(xml::Node node) {
  model::Date date;
  if (!node) return date;
  if (const auto printed = node.child("MedlineDate")) {
    date.printed = printed.text();
    date.year = first_year(date.printed);
    return date;
  }
  date.year = first_year(node.child("Year").text());
  date.month = month(node.child("Month").text());
  date.day = number(node.child("Day").text());
  if (const auto season = node.child("Season"))
    date.printed = node.child("Year").text() + " " + season.text();
  return date;
}

std::string title(xml::Node node) {
  std::string text = node.text();
  if (text.size() > 1 && text.back() == '.' && text[text.size() - 2] != '.') text.pop_back();
  return text;
}

void add_authors(xml::Node list, std::vector<model::Person>& people, model::WorkRecord& record) {
  const auto add_affiliation = [&](std::string affiliation) {
    auto& known = record.affiliations;
    if (affiliation.empty() || std::find(known.begin(), known.end(), affiliation) != known.end()) return;
    known.push_back(std::move(affiliation));
  };
  for (xml::Node author : list) {
    if (author.name() != "Author" || author.attribute("ValidYN") == "N") continue;
    model::Person person;
    if (const auto collective = author.child("CollectiveName")) {
      person.family = collective.text();
      person.collective = true;
    } else {
      person.family = author.child("LastName").text();
      person.given = author.child("ForeName").text();
      if (person.given.empty()) person.given = author.child("FirstName").text();
      person.initials = author.child("Initials").text();
      person.suffix = author.child("Suffix").text();
      if (person.given == person.initials) person.given.clear();
    }
    for (xml::Node part : author) {
      if (part.name() == "AffiliationInfo") add_affiliation(part.child("Affiliation").text());
      if (part.name() == "Affiliation") add_affiliation(part.text());
    }
    if (!person.family.empty()) people.push_back(std::move(person));
  }
}

std::vector<model::AbstractSection> abstract(xml::Node node) {
  std::vector<model::AbstractSection> sections;
  for (xml::Node part : node) {
    if (part.name() != "AbstractText") continue;
    model::AbstractSection section{part.attribute("Label"), part.attribute("NlmCategory"), part.text()};
    if (!section.text.empty()) sections.push_back(std::move(section));
  }
  return sections;
}

void add_identifiers(xml::Node list, model::Identifiers& ids) {
  for (xml::Node id : list) {
    if (id.name() != "ArticleId") continue;
    const std::string type = id.attribute("IdType");
    const auto take = [&](std::string& field, const std::optional<std::string>& value) {
      if (field.empty() && value) field = *value;
    };
    if (type == "pubmed") take(ids.pmid, model::normal_pmid(id.text()));
    if (type == "doi") take(ids.doi, model::normal_doi(id.text()));
    if (type == "pmc") take(ids.pmcid, model::normal_pmcid("PMC" + id.text()));
    if (type == "pmcid") take(ids.pmcid, model::normal_pmcid(id.text()));
  }
}

void add_references(xml::Node node, std::vector<model::WorkLink>& links) {
  for (xml::Node part : node) {
    if (part.name() == "ReferenceList") {
      add_references(part, links);
    } else if (part.name() == "Reference") {
      model::WorkLink link;
      link.printed = part.child("Citation").text();
      add_identifiers(part.child("ArticleIdList"), link.target);
      if (!link.target.empty() || !link.printed.empty()) links.push_back(std::move(link));
    }
  }
}

}  // namespace evident::read::pubmed
