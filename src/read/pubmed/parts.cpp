// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/pubmed/parts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

#include "read/pubmed/names.hpp"
#include "read/xml/mapped_text.hpp"

namespace evident::read::pubmed {

namespace {

const xml::Entities no_entities;  // records bear no declarations of their own

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

int number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

int month(const std::string& text) {
  constexpr std::array<std::string_view, 12> names{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};
  if (const int value = number(text); value >= 1 && value <= 12) return value;
  std::string start = text.substr(0, 3);
  std::transform(start.begin(), start.end(), start.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const auto found = std::find(names.begin(), names.end(), start);
  return found == names.end() ? 0 : static_cast<int>(found - names.begin()) + 1;
}

/// The first four digits in a row that can be a year.
int first_year(std::string_view text) {
  for (size_t at = 0; at + 4 <= text.size(); ++at) {
    const std::string_view digits = text.substr(at, 4);
    if (!std::all_of(digits.begin(), digits.end(), is_digit)) continue;
    const int year = number(digits);
    if (year >= 1500 && year <= 2100) return year;
  }
  return 0;
}

void add_author(xml::SourceNode author, std::vector<model::Person>& people, model::WorkRecord& record) {
  model::Person person;
  std::string first_name;
  for (xml::SourceNode part : author) {
    if (!part.is_element()) continue;
    switch (part.role()) {
      case tag::CollectiveName:
        person.family = text(part);
        person.collective = true;
        break;
      case tag::LastName:
        if (!person.collective) person.family = text(part);
        break;
      case tag::ForeName:
        person.given = text(part);
        break;
      case tag::FirstName:
        first_name = text(part);
        break;
      case tag::Initials:
        person.initials = text(part);
        break;
      case tag::Suffix:
        person.suffix = text(part);
        break;
      case tag::AffiliationInfo:
        add_affiliation(text(part.child(tag::Affiliation)), record);
        break;
      case tag::Affiliation:
        add_affiliation(text(part), record);
        break;
      default:
        break;
    }
  }
  if (person.given.empty()) person.given = std::move(first_name);
  if (person.given == person.initials) person.given.clear();
  if (!person.family.empty()) people.push_back(std::move(person));
}

}  // namespace

std::string text(xml::SourceNode node) {
  return node ? xml::plain_text(node, no_entities) : std::string();
}

model::Date date(xml::SourceNode node) {
  model::Date date;
  if (!node) return date;
  std::string year, season;
  for (xml::SourceNode part : node) {
    if (!part.is_element()) continue;
    switch (part.role()) {
      case tag::MedlineDate:
        date.printed = text(part);
        if (date.year == 0) date.year = first_year(date.printed);
        break;
      case tag::Year:
        year = text(part);
        if (const int told = first_year(year); told != 0) date.year = told;
        break;
      case tag::Month:
        date.month = month(text(part));
        break;
      case tag::Day:
        date.day = number(text(part));
        break;
      case tag::Season:
        season = text(part);
        break;
      default:
        break;
    }
  }
  if (!season.empty()) date.printed = year + " " + season;
  return date;
}

std::string iso(const model::Date& date) {
  if (date.year == 0) return "";
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
  return text.data();
}

int version_of(xml::SourceNode pmid) {
  return std::max(1, number(pmid.attribute("Version")));
}

std::string title(xml::SourceNode node) {
  std::string words = text(node);
  if (words.size() > 1 && words.back() == '.' && words[words.size() - 2] != '.') words.pop_back();
  return words;
}

void add_affiliation(std::string affiliation, model::WorkRecord& record) {
  auto& known = record.affiliations;
  if (affiliation.empty() || std::find(known.begin(), known.end(), affiliation) != known.end()) return;
  known.push_back(std::move(affiliation));
}

void add_authors(xml::SourceNode list, model::WorkRecord& record) {
  auto& people = list.attribute("Type") == "editors" ? record.editors : record.authors;
  for (xml::SourceNode author : list) {
    if (author.role() == tag::Author && author.attribute("ValidYN") != "N")
      add_author(author, people, record);
  }
}

std::vector<model::AbstractSection> abstract(xml::SourceNode node, const xml::SourceText& source) {
  std::vector<model::AbstractSection> sections;
  if (!node) return sections;
  for (xml::SourceNode part : node) {
    if (part.role() != tag::AbstractText) continue;
    xml::MappedText words;
    xml::MappedWords(source, no_entities).add(part, words);
    if (words.text.empty()) continue;
    sections.push_back({part.attribute("Label"), part.attribute("NlmCategory"), std::move(words.text),
                        std::move(words.offsets)});
  }
  return sections;
}

void add_identifiers(xml::SourceNode list, model::Identifiers& ids) {
  if (!list) return;
  for (xml::SourceNode id : list) {
    if (id.role() != tag::ArticleId) continue;
    const std::string type = id.attribute("IdType");
    const auto take = [](std::string& field, std::optional<std::string> value) {
      if (field.empty() && value) field = std::move(*value);
    };
    if (type == "pubmed") take(ids.pmid, model::normal_pmid(text(id)));
    if (type == "pmc" || type == "pmcid") take(ids.pmcid, model::normal_pmcid("PMC" + text(id)));
    if (type == "doi") {
      if (const auto doi = model::normal_doi(text(id))) add_doi(ids, *doi);
    }
  }
}

void add_references(xml::SourceNode list, std::vector<model::WorkLink>& links) {
  for (xml::SourceNode part : list) {
    if (part.role() == tag::ReferenceList) {
      add_references(part, links);
    } else if (part.role() == tag::Reference) {
      model::WorkLink link;
      link.printed = text(part.child(tag::Citation));
      add_identifiers(part.child(tag::ArticleIdList), link.target);
      if (!link.target.empty() || !link.printed.empty()) links.push_back(std::move(link));
    }
  }
}

void add_keywords(xml::SourceNode list, model::WorkRecord& record) {
  for (xml::SourceNode word : list) {
    if (word.role() == tag::Keyword) record.keywords.push_back(text(word));
  }
}

}  // namespace evident::read::pubmed
