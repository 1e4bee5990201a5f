// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/bibtex/work.hpp"

#include <algorithm>

#include "read/bibtex/latex.hpp"
#include "read/bibtex/names.hpp"
#include "read/record/identifiers.hpp"
#include "read/record/labels.hpp"
#include "read/record/values.hpp"
#include "read/record/work_types.hpp"
#include "text/normal.hpp"

namespace evident::read::bibtex {

namespace {

std::string plain(const Entry& entry, std::initializer_list<std::string_view> names) {
  return unlatex(entry.first(names));
}

/// "Title: subtitle".
std::string with_subtitle(const Entry& entry, const std::string& name) {
  std::string title = plain(entry, {name});
  const std::string subtitle =
      plain(entry, {name == "title" ? "subtitle" : name.substr(0, name.size() - 5) + "subtitle"});
  if (title.empty() || subtitle.empty()) return title.empty() ? subtitle : title;
  const bool stop = title.back() == ':' || title.back() == '?' || title.back() == '!';
  return title + (stop ? " " : ": ") + subtitle;
}

void add_identifiers(const Entry& entry, model::Identifiers& ids) {
  record::take_doi(ids, verbatim(entry.first({"doi"})));
  record::take_pmid(ids, verbatim(entry.first({"pmid", "pubmedid"})));
  record::take_pmcid(ids, verbatim(entry.first({"pmcid", "pmc"})));
  const std::string archive = text::fold(entry.first({"eprinttype", "archiveprefix"}));
  const std::string eprint = verbatim(entry.first({"eprint"}));
  if (archive == "pubmed" || archive == "pmid") record::take_pmid(ids, eprint);
  if (archive == "pmc" || archive == "pubmedcentral")
    record::take_pmcid(ids, eprint.starts_with("PMC") ? eprint : "PMC" + eprint);
  if (archive == "doi") record::take_doi(ids, eprint);
  for (const char* field : {"url", "howpublished", "ee", "biburl"})
    record::take_from_link(ids, verbatim(entry.first({field})));
  for (const char* field : {"note", "annote", "annotation", "addendum"}) {
    const std::string note = verbatim(entry.first({field}));
    record::take_from_note(ids, note);
    record::take_from_link(ids, note);
  }
  ids.key = entry.key;
}

/// "2009-01/2009-03", or year, month and day apart.
model::Date date_of(const Entry& entry) {
  model::Date date = record::date(plain(entry, {"date"}));
  if (date.year != 0) return date;
  const std::string year = plain(entry, {"year", "origdate"}), month = plain(entry, {"month"});
  date = record::date(year);
  if (date.year == 0 || date.month > 0) return date;
  const std::string day = plain(entry, {"day"});
  const model::Date whole =
      record::date((month + (day.empty() ? "" : " " + day)) + " " + std::to_string(date.year));
  const std::string printed = date.printed;
  date = whole;
  if (date.month == 0) date.printed = printed.empty() && !month.empty() ? month + " " + year : printed;
  return date;
}

model::WorkType type_of(const Entry& entry) {
  using model::WorkType;
  const std::string kind = text::fold(entry.first({"type", "entrysubtype"}));
  if (entry.type == "article") {
    const bool preprint = entry.has("eprint") && !entry.has("journal") && !entry.has("journaltitle");
    return preprint                                    ? WorkType::preprint
           : kind == "newspaper" || kind == "magazine" ? WorkType::news
                                                       : WorkType::article;
  }
  const WorkType type = record::work_type(entry.type);
  if (type == WorkType::other && (entry.has("eprint") || entry.has("archiveprefix")))
    return WorkType::preprint;
  if (type != WorkType::other || kind.empty()) return type;
  return record::work_type(kind);
}

std::string container_of(const Entry& entry) {
  for (const char* name : {"journaltitle", "booktitle"}) {
    if (std::string title = with_subtitle(entry, name); !title.empty()) return title;
  }
  if (std::string title = plain(entry, {"journal"}); !title.empty()) return title;
  return with_subtitle(entry, "maintitle");
}

void add_words(const Entry& entry, model::WorkRecord& work) {
  if (std::string text = plain(entry, {"abstract"}); !text.empty())
    work.abstract.push_back({"", "", std::move(text)});
  const std::string words = plain(entry, {"keywords", "keyword"});
  work.keywords = record::split(words, words.find(';') != std::string::npos ? ';' : ',');
  for (const char* field : {"note", "annote", "annotation", "comment", "review", "addendum"})
    record::add_note(work, plain(entry, {field}));
  const std::string groups = plain(entry, {"groups", "mendeley-groups"});
  for (auto& group : record::split(groups, groups.find(';') != std::string::npos ? ';' : ','))
    record::add_tag(work, std::move(group));
}

}  // namespace

model::WorkRecord work_of(const Entry& entry) {
  model::WorkRecord work;
  work.type = type_of(entry);
  add_identifiers(entry, work.ids);
  work.title = record::title(with_subtitle(entry, "title"));
  work.container = container_of(entry);
  // A whole book or volume may be given by its book title alone; a journal's name is no title.
  if (work.title.empty() && !entry.has("journal") && !entry.has("journaltitle"))
    std::swap(work.title, work.container);
  work.container_abbrev = plain(entry, {"shortjournal", "journal-abbreviation"});
  work.authors = people(entry.first({"author"}));
  work.more_authors = text::fold(entry.first({"author"})).ends_with(" and others");
  work.editors = people(entry.first({"editor"}));
  work.issued = date_of(entry);
  work.volume = plain(entry, {"volume"});
  work.issue = plain(entry, {"number", "issue"});
  work.pages = record::pages(plain(entry, {"pages", "eid", "articleno", "article-number"}));
  work.issn = verbatim(entry.first({"issn"})).substr(0, 9);
  work.publisher = plain(entry, {"publisher", "institution", "school", "organization"});
  work.place = plain(entry, {"address", "location"});
  work.page_count = plain(entry, {"pagetotal"});
  work.language = plain(entry, {"language", "langid"});
  work.url = verbatim(entry.first({"url"}));
  work.accessed = record::date(plain(entry, {"urldate"}));
  if (const std::string how = verbatim(entry.first({"howpublished"})); how.starts_with("http")) {
    if (work.url.empty()) work.url = how;
  } else if (work.container.empty() && how.find("http") == std::string::npos &&
             how.find_first_of("0123456789") == std::string::npos) {
    work.container = plain(entry, {"howpublished"});  // a site's or a body's name, not a day of access
  }
  add_words(entry, work);
  return work;
}

}  // namespace evident::read::bibtex
