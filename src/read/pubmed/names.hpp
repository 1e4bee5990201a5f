// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "read/xml/name_table.hpp"

namespace evident::read::pubmed {

/// Elements of PubMed's DTDs that this reader knows.
namespace tag {
enum Role : uint16_t {
  other,
  Abstract,
  AbstractText,
  AccessionNumber,
  AccessionNumberList,
  Affiliation,
  AffiliationInfo,
  Article,
  ArticleDate,
  ArticleId,
  ArticleIdList,
  ArticleTitle,
  Author,
  AuthorList,
  Book,
  BookDocument,
  BookTitle,
  Citation,
  CollectiveName,
  CommentsCorrections,
  CommentsCorrectionsList,
  ContributionDate,
  DataBank,
  DataBankList,
  DateCompleted,
  DateCreated,
  DateRevised,
  Day,
  DeleteCitation,
  DescriptorName,
  ELocationID,
  EndPage,
  FirstName,
  ForeName,
  History,
  ISOAbbreviation,
  ISSN,
  Initials,
  Issue,
  Journal,
  JournalIssue,
  Keyword,
  KeywordList,
  Language,
  LastName,
  MedlineCitation,
  MedlineDate,
  MedlineJournalInfo,
  MedlinePgn,
  MedlineTA,
  MeshHeading,
  MeshHeadingList,
  Month,
  OtherAbstract,
  PMID,
  Pagination,
  PubDate,
  PubMedPubDate,
  PublicationType,
  PublicationTypeList,
  PubmedArticle,
  PubmedBookArticle,
  PubmedBookData,
  PubmedData,
  Publisher,
  PublisherName,
  RefSource,
  Reference,
  ReferenceList,
  Season,
  StartPage,
  Suffix,
  Title,
  VernacularTitle,
  Volume,
  Year
};
}  // namespace tag

const xml::NameTable& names();

}  // namespace evident::read::pubmed
