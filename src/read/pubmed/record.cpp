// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/pubmed/record.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "read/pubmed/parts.hpp"

namespace evident::read::pubmed {

namespace {

using model::WorkRelation;

/// RefType of <CommentsCorrections> and what it says of the record that bears it.
constexpr std::array<std::pair<std::string_view, WorkRelation>, 17> relations{{
    {"Cites", WorkRelation::cites},
    {"RetractionIn", WorkRelation::retracted_by},
    {"RetractionOf", WorkRelation::retracts},
    {"PartialRetractionIn", WorkRelation::retracted_by},
    {"PartialRetractionOf", WorkRelation::retracts},
    {"ErratumIn", WorkRelation::corrected_by},
    {"ErratumFor", WorkRelation::corrects},
    {"CommentIn", WorkRelation::commented_by},
    {"CommentOn", WorkRelation::comments_on},
    {"ExpressionOfConcernIn", WorkRelation::concern_raised_by},
    {"ExpressionOfConcernFor", WorkRelation::concern_about},
    {"RepublishedIn", WorkRelation::republished_by},
    {"RepublishedFrom", WorkRelation::republishes},
    {"CorrectedandRepublishedIn", WorkRelation::republished_by},
    {"CorrectedandRepublishedFrom", WorkRelation::republishes},
    {"UpdateIn", WorkRelation::version_of},
    {"UpdateOf", WorkRelation::version_of},
}};

std::string iso(const model::Date& date) {
  if (date.year == 0) return "";
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
  return text.data();
}

std::vector<std::string> texts(xml::Node list, std::string_view name) {
  std::vector<std::string> all;
  for (xml::Node item : list) {
    if (item.name() == name) all.push_back(item.text());
  }
  return all;
}

void add_journal(xml::Node citation, xml::Node article, model::WorkRecord& record) {
  const auto journal = article.child("Journal");
  const auto issue = journal.child("JournalIssue");
  record.container = journal.child("Title").text();
  record.container_abbrev = journal.child("ISOAbbreviation").text();
  const std::string medline = citation.path("MedlineJournalInfo", "MedlineTA").text();
  if (record.container_abbrev.empty()) record.container_abbrev = medline;
  if (record.container.empty()) record.container = record.container_abbrev;
  record.issn = journal.child("ISSN").text();
  record.volume = issue.child("Volume").text();
  record.issue = issue.child("Issue").text();
  record.issued = date(issue.child("PubDate"));
  record.electronic = date(article.child("ArticleDate"));
  if (record.issued.year == 0 && record.electronic.year != 0) record.issued = record.electronic;
  const auto pagination = article.child("Pagination");
  record.pages = pagination.child("MedlinePgn").text();
  if (record.pages.empty()) {
    record.pages = pagination.child("StartPage").text();
    if (const auto end = pagination.child("EndPage")) record.pages += "-" + end.text();
  }
}

void add_subjects(xml::Node citation, model::WorkRecord& record) {
  for (xml::Node heading : citation.child("MeshHeadingList"))
    record.mesh.push_back(heading.child("DescriptorName").text());
  for (xml::Node list : citation) {
    if (list.name() != "KeywordList") continue;
    for (auto& keyword : texts(list, "Keyword")) record.keywords.push_back(std::move(keyword));
  }
}

void add_corrections(xml::Node citation, model::WorkRecord& record) {
  for (xml::Node item : citation.child("CommentsCorrectionsList")) {
    const std::string type = item.attribute("RefType");
    const auto found = std::find_if(relations.begin(), relations.end(),
                                    [&](const auto& known) { return known.first == type; });
    if (found == relations.end()) continue;
    model::WorkLink link;
    link.relation = found->second;
    link.printed = item.child("RefSource").text();
    if (auto pmid = model::normal_pmid(item.child("PMID").text())) link.target.pmid = *pmid;
    if (link.relation == WorkRelation::retracted_by && type == "RetractionIn") record.retracted = true;
    record.links.push_back(std::move(link));
  }
}

}  // namespace

model::WorkRecord article_record(xml::Node root) {
  const auto citation = root.name() == "MedlineCitation" ? root : root.child("MedlineCitation");
  const auto data = root.child("PubmedData");
  const auto article = citation.child("Article");
  model::WorkRecord record;
  const auto pmid = citation.child("PMID");
  if (auto id = model::normal_pmid(pmid.text())) record.ids.pmid = *id;
  if (const std::string version = pmid.attribute("Version"); !version.empty())
    record.version = std::max(1, std::atoi(version.c_str()));
  for (xml::Node location : article) {
    if (location.name() != "ELocationID" || location.attribute("EIdType") != "doi" ||
        location.attribute("ValidYN") == "N")
      continue;
    if (auto doi = model::normal_doi(location.text()); doi && record.ids.doi.empty()) record.ids.doi = *doi;
  }
  add_identifiers(data.child("ArticleIdList"), record.ids);

  record.title = title(article.child("ArticleTitle"));
  record.vernacular_title = title(article.child("VernacularTitle"));
  if (record.title.empty()) record.title = record.vernacular_title;
  add_journal(citation, article, record);
  for (xml::Node list : article) {
    if (list.name() != "AuthorList") continue;
    add_authors(list, list.attribute("Type") == "editors" ? record.editors : record.authors, record);
  }
  record.abstract = abstract(article.child("Abstract"));
  record.language = article.child("Language").text();
  record.publication_types = texts(article.child("PublicationTypeList"), "PublicationType");
  for (xml::Node bank : article.child("DataBankList")) {
    for (auto& number : texts(bank.child("AccessionNumberList"), "AccessionNumber"))
      record.registrations.push_back(std::move(number));
  }
  add_subjects(citation, record);
  add_corrections(citation, record);
  add_references(data, record.links);
  for (const auto& type : record.publication_types)
    record.retracted = record.retracted || type == "Retracted Publication";
  record.revised = iso(date(citation.child("DateRevised")));
  for (xml::Node day : data.child("History")) {
    if (day.attribute("PubStatus") == "entrez" ||
        (day.attribute("PubStatus") == "pubmed" && record.entered.year == 0)) {
      record.entered = date(day);
    }
  }
  if (record.issued.year == 0) record.issued.year = record.entered.year;
  return record;
}

model::WorkRecord book_record(xml::Node root) {
  const auto document = root.child("BookDocument");
  const auto book = document.child("Book");
  model::WorkRecord record;
  if (auto id = model::normal_pmid(document.child("PMID").text())) record.ids.pmid = *id;
  add_identifiers(document.child("ArticleIdList"), record.ids);
  record.container = title(book.child("BookTitle"));
  record.title = title(document.child("ArticleTitle"));
  record.type = record.title.empty() ? model::WorkType::book : model::WorkType::chapter;
  if (record.title.empty()) std::swap(record.title, record.container);
  record.publisher = book.path("Publisher", "PublisherName").text();
  record.issued = date(book.child("PubDate"));
  record.pages = document.path("Pagination", "MedlinePgn").text();
  record.language = document.child("Language").text();
  for (xml::Node parent : {book, document}) {
    for (xml::Node list : parent) {
      if (list.name() != "AuthorList") continue;
      add_authors(list, list.attribute("Type") == "editors" ? record.editors : record.authors, record);
    }
  }
  record.abstract = abstract(document.child("Abstract"));
  record.publication_types = texts(document, "PublicationType");
  add_subjects(document, record);
  add_references(document, record.links);
  record.revised = iso(date(document.child("DateRevised")));
  return record;
}

}  // namespace evident::read::pubmed
