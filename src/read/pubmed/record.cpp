// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/pubmed/record.hpp"

#include <algorithm>

#include "read/pubmed/names.hpp"
#include "read/pubmed/parts.hpp"
#include "read/pubmed/relations.hpp"

namespace evident::read::pubmed {

namespace {

/// What tells how new a record is: a later one of these stands for more.
struct Edits {
  model::Date revised, completed, created;
  std::string latest() const {
    for (const model::Date& date : {revised, completed, created}) {
      if (date.year != 0) return iso(date);
    }
    return "";
  }
};

void take_pmid(xml::SourceNode node, model::WorkRecord& record) {
  if (auto pmid = model::normal_pmid(text(node))) record.ids.pmid = std::move(*pmid);
  record.version = version_of(node);
}

void take_journal(xml::SourceNode journal, model::WorkRecord& record) {
  for (xml::SourceNode part : journal) {
    switch (part.role()) {
      case tag::ISSN:
        record.issn = text(part);
        break;
      case tag::Title:
        record.container = text(part);
        break;
      case tag::ISOAbbreviation:
        record.container_abbrev = text(part);
        break;
      case tag::JournalIssue:
        record.volume = text(part.child(tag::Volume));
        record.issue = text(part.child(tag::Issue));
        record.issued = date(part.child(tag::PubDate));
        break;
      default:
        break;
    }
  }
}

std::string pages(xml::SourceNode pagination) {
  std::string pages = text(pagination.child(tag::MedlinePgn));
  if (!pages.empty()) return pages;
  pages = text(pagination.child(tag::StartPage));
  if (const auto end = pagination.child(tag::EndPage)) pages += "-" + text(end);
  return pages;
}

void add_types(xml::SourceNode list, model::WorkRecord& record) {
  for (xml::SourceNode type : list) {
    if (type.role() == tag::PublicationType) record.publication_types.push_back(text(type));
  }
}

void add_registrations(xml::SourceNode banks, model::WorkRecord& record) {
  for (xml::SourceNode bank : banks) {
    const auto numbers =
        bank.role() == tag::DataBank ? bank.child(tag::AccessionNumberList) : xml::SourceNode();
    if (!numbers) continue;
    for (xml::SourceNode number : numbers) {
      if (number.role() == tag::AccessionNumber) record.registrations.push_back(text(number));
    }
  }
}

void take_location(xml::SourceNode location, model::WorkRecord& record) {
  if (location.attribute("EIdType") != "doi" || location.attribute("ValidYN") == "N") return;
  if (const auto doi = model::normal_doi(text(location))) add_doi(record.ids, *doi);
}

/// <Article>: what the journal printed.
void take_article(xml::SourceNode article, const xml::SourceText& source, model::WorkRecord& record) {
  for (xml::SourceNode part : article) {
    switch (part.role()) {
      case tag::Journal:
        take_journal(part, record);
        break;
      case tag::ArticleTitle:
        record.title = title(part);
        break;
      case tag::VernacularTitle:
        record.vernacular_title = title(part);
        break;
      case tag::Pagination:
        record.pages = pages(part);
        break;
      case tag::ELocationID:
        take_location(part, record);
        break;
      case tag::Abstract:
        record.abstract = abstract(part, source);
        break;
      case tag::AuthorList:
        add_authors(part, record);
        break;
      case tag::Affiliation:  // in records of before 2014
        add_affiliation(text(part), record);
        break;
      case tag::Language:
        if (record.language.empty()) record.language = text(part);
        break;
      case tag::DataBankList:
        add_registrations(part, record);
        break;
      case tag::PublicationTypeList:
        add_types(part, record);
        break;
      case tag::ArticleDate:
        record.electronic = date(part);
        break;
      default:
        break;
    }
  }
}

/// <MedlineCitation>: the article, and what the library says of it.
void take_citation(xml::SourceNode citation, const xml::SourceText& source, Edits& edits,
                   model::WorkRecord& record) {
  xml::SourceNode other_abstract;
  std::string abbreviation;
  for (xml::SourceNode part : citation) {
    switch (part.role()) {
      case tag::PMID:
        take_pmid(part, record);
        break;
      case tag::DateCreated:
        edits.created = date(part);
        break;
      case tag::DateCompleted:
        edits.completed = date(part);
        break;
      case tag::DateRevised:
        edits.revised = date(part);
        break;
      case tag::Article:
        take_article(part, source, record);
        break;
      case tag::MedlineJournalInfo:
        abbreviation = text(part.child(tag::MedlineTA));
        break;
      case tag::CommentsCorrectionsList:
        add_relations(part, record);
        break;
      case tag::MeshHeadingList:
        for (xml::SourceNode heading : part) {
          if (heading.role() == tag::MeshHeading)
            record.mesh.push_back(text(heading.child(tag::DescriptorName)));
        }
        break;
      case tag::OtherAbstract:
        if (!other_abstract) other_abstract = part;
        break;
      case tag::KeywordList:
        add_keywords(part, record);
        break;
      default:
        break;
    }
  }
  if (record.container_abbrev.empty()) record.container_abbrev = std::move(abbreviation);
  if (record.container.empty()) record.container = record.container_abbrev;
  if (record.abstract.empty()) record.abstract = abstract(other_abstract, source);
  if (record.title.empty() || (record.title == "[Not Available]" && !record.vernacular_title.empty()))
    record.title = record.vernacular_title;
}

/// <PubmedData>: identifiers, history and references.
void take_data(xml::SourceNode data, model::WorkRecord& record) {
  model::Date online;
  for (xml::SourceNode part : data) {
    switch (part.role()) {
      case tag::ArticleIdList:
        add_identifiers(part, record.ids);
        break;
      case tag::ReferenceList:
        add_references(part, record.links);
        break;
      case tag::History:
        for (xml::SourceNode day : part) {
          if (day.role() != tag::PubMedPubDate) continue;
          const std::string status = day.attribute("PubStatus");
          if (status == "entrez" || (status == "pubmed" && record.entered.year == 0))
            record.entered = date(day);
          if (status == "epublish" || (status == "aheadofprint" && online.year == 0)) online = date(day);
        }
        break;
      default:
        break;
    }
  }
  if (record.electronic.year == 0) record.electronic = online;
}

/// What one date tells of the others, where they are missing.
void settle_dates(const Edits& edits, model::WorkRecord& record) {
  if (record.entered.year == 0) record.entered = edits.created;
  if (record.issued.year == 0 && record.issued.printed.empty()) record.issued = record.electronic;
  if (record.issued.year == 0) record.issued.year = record.electronic.year;
  if (record.issued.year == 0) record.issued.year = record.entered.year;
  record.revised = edits.latest();
}

}  // namespace

model::WorkRecord article_record(xml::SourceNode root, const xml::SourceText& source) {
  model::WorkRecord record;
  Edits edits;
  if (root.role() == tag::MedlineCitation) {
    take_citation(root, source, edits, record);
  } else {
    // The citation goes first: its identifiers are the article's own.
    if (const auto citation = root.child(tag::MedlineCitation))
      take_citation(citation, source, edits, record);
    if (const auto data = root.child(tag::PubmedData)) take_data(data, record);
  }
  const auto& types = record.publication_types;
  if (std::find(types.begin(), types.end(), "Retracted Publication") != types.end()) record.retracted = true;
  settle_dates(edits, record);
  return record;
}

namespace {

void take_book(xml::SourceNode book, model::WorkRecord& record) {
  for (xml::SourceNode part : book) {
    switch (part.role()) {
      case tag::BookTitle:
        record.container = title(part);
        break;
      case tag::Publisher:
        record.publisher = text(part.child(tag::PublisherName));
        break;
      case tag::PubDate:
        record.issued = date(part);
        break;
      case tag::AuthorList:
        add_authors(part, record);
        break;
      default:
        break;
    }
  }
}

}  // namespace

model::WorkRecord book_record(xml::SourceNode root, const xml::SourceText& source) {
  model::WorkRecord record;
  Edits edits;
  const auto document = root.child(tag::BookDocument);
  if (!document) return record;
  for (xml::SourceNode part : document) {
    switch (part.role()) {
      case tag::PMID:
        take_pmid(part, record);
        break;
      case tag::ArticleIdList:
        add_identifiers(part, record.ids);
        break;
      case tag::Book:
        take_book(part, record);
        break;
      case tag::ArticleTitle:
        record.title = title(part);
        break;
      case tag::VernacularTitle:
        record.vernacular_title = title(part);
        break;
      case tag::Pagination:
        record.pages = pages(part);
        break;
      case tag::Language:
        if (record.language.empty()) record.language = text(part);
        break;
      case tag::AuthorList:
        add_authors(part, record);
        break;
      case tag::Abstract:
        record.abstract = abstract(part, source);
        break;
      case tag::PublicationType:
        record.publication_types.push_back(text(part));
        break;
      case tag::KeywordList:
        add_keywords(part, record);
        break;
      case tag::ReferenceList:
        add_references(part, record.links);
        break;
      case tag::ContributionDate:
        edits.created = date(part);
        break;
      case tag::DateRevised:
        edits.revised = date(part);
        break;
      default:
        break;
    }
  }
  if (const auto data = root.child(tag::PubmedBookData)) take_data(data, record);
  record.type = record.title.empty() ? model::WorkType::book : model::WorkType::chapter;
  if (record.title.empty()) {
    std::swap(record.title, record.container);
    // Of a chapter, this is where the book is.
    if (const auto book = document.child(tag::Book)) {
      for (xml::SourceNode part : book) {
        if (part.role() == tag::ELocationID) take_location(part, record);
      }
    }
  }
  settle_dates(edits, record);
  return record;
}

}  // namespace evident::read::pubmed
