// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/endnote_xml/record.hpp"

#include <algorithm>

#include "read/record/identifiers.hpp"
#include "read/record/labels.hpp"
#include "read/record/people.hpp"
#include "read/record/values.hpp"
#include "read/record/work_types.hpp"
#include "text/normal.hpp"

namespace evident::read::endnote_xml {

namespace {

/// The first that holds text.
std::string first_of(std::initializer_list<std::string> texts) {
  for (const auto& text : texts) {
    if (!text.empty()) return text;
  }
  return "";
}

void add_identifiers(xml::Node record, model::Identifiers& ids) {
  record::take_doi(ids, record.child("electronic-resource-num").text());
  const std::string source = text::fold(record.child("remote-database-name").text() + " " +
                                        record.child("remote-database-provider").text());
  const bool pubmed = source.find("pubmed") != std::string::npos ||
                      source.find("medline") != std::string::npos || source.find("nlm") != std::string::npos;
  if (pubmed) record::take_pmid(ids, record.child("accession-num").text());
  record::take_pmcid(ids, record.child("custom2").text());
  for (xml::Node kind : record.child("urls")) {
    for (xml::Node url : kind) record::take_from_link(ids, url.text());
  }
  record::take_from_note(ids, record.child("notes").text());
  ids.key = record.child("rec-number").text();
}

void add_people(xml::Node list, std::vector<model::Person>& people) {
  for (xml::Node author : list) {
    std::string name = author.text();
    // A comma at its end says that a name is whole.
    if (!name.empty() && name.back() == ',') {
      name.pop_back();
      people.push_back(record::collective(std::move(name)));
    } else if (!name.empty()) {
      people.push_back(record::person(name));
    }
  }
}

model::Date date_of(xml::Node dates) {
  const model::Date year = record::date(dates.child("year").text());
  const std::string day = first_of({dates.path("pub-dates", "date").text(), dates.child("month").text()});
  if (year.year == 0) return record::date(day);
  if (day.empty() || year.month > 0) return year;
  const model::Date whole =
      record::date(record::year_in(day) > 0 ? day : day + " " + std::to_string(year.year));
  return whole.year == year.year ? whole : year;
}

/// "1532-1827 (Electronic) 0007-0920 (Linking)": the first ISSN; an ISBN is none.
std::string issn_in(const std::string& text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.size() < 9 || text[4] != '-' || (text.size() > 9 && (is_digit(text[9]) || text[9] == '-')))
    return "";
  return text.substr(0, 9);
}

}  // namespace

model::WorkRecord work_of(xml::Node record) {
  model::WorkRecord work;
  const auto kind = record.child("ref-type");
  work.type = record::work_type(kind.attribute("name").empty() ? kind.text() : kind.attribute("name"));
  add_identifiers(record, work.ids);
  const auto titles = record.child("titles");
  work.title = record::title(titles.child("title").text());
  work.container =
      first_of({titles.child("secondary-title").text(), record.path("periodical", "full-title").text(),
                titles.child("alt-title").text()});
  work.container_abbrev = record.path("periodical", "abbr-1").text();
  if (work.title.empty()) work.title = record::title(titles.child("short-title").text());
  const auto contributors = record.child("contributors");
  add_people(contributors.child("authors"), work.authors);
  add_people(contributors.child("secondary-authors"), work.editors);
  work.issued = date_of(record.child("dates"));
  work.volume = record.child("volume").text();
  work.issue = record.child("number").text();
  work.pages = record::pages(first_of({record.child("pages").text(), record.child("custom7").text()}));
  work.issn = issn_in(record.child("isbn").text());
  work.publisher = record.child("publisher").text();
  work.language = record.child("language").text();
  for (const char* place : {"related-urls", "web-urls"}) {
    if (work.url.empty()) work.url = record.path("urls", place, "url").text();
  }
  if (auto text = record.child("abstract").text(); !text.empty())
    work.abstract.push_back({"", "", std::move(text)});
  for (xml::Node word : record.child("keywords")) {
    if (auto text = word.text(); !text.empty()) work.keywords.push_back(std::move(text));
  }
  if (auto address = record.child("auth-address").text(); !address.empty())
    work.affiliations.push_back(std::move(address));
  for (const char* note : {"notes", "research-notes"}) record::add_note(work, record.child(note).text());
  record::add_tag(work, record.child("label").text());
  return work;
}

}  // namespace evident::read::endnote_xml
