// SPDX-License-Identifier: GPL-3.0-or-later
// What the PubMed reader takes from records.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "read/pubmed/reader.hpp"
#include "support/memory_reading.hpp"

namespace {

using evident::model::WorkRecord;
using evident::model::WorkRelation;
using evident::model::WorkType;
using evident::test::Reading;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const evident::read::Reader& reader() {
  return evident::read::pubmed_reader();
}

WorkRecord only(const std::string& record) {
  const Reading reading(reader(), "<PubmedArticleSet>\n" + record + "</PubmedArticleSet>\n");
  EXPECT_THAT(reading.codes(), IsEmpty());
  EXPECT_THAT(reading.works, SizeIs(1));
  return reading.works.empty() ? WorkRecord{} : reading.works.front();
}

/// A record of parts of its <MedlineCitation>, <Article> and <PubmedData>.
WorkRecord record(const std::string& article, const std::string& citation = "",
                  const std::string& data = "") {
  return only("<PubmedArticle><MedlineCitation><PMID Version=\"1\">90000001</PMID><Article>" + article +
              "</Article>" + citation + "</MedlineCitation><PubmedData>" + data +
              "</PubmedData></PubmedArticle>");
}

TEST(Pubmed, OwnIdentifiersAreNotThoseOfCitedWorks) {
  const auto work = record("<ArticleTitle>Ferns.</ArticleTitle>", "",
                           "<ArticleIdList><ArticleId IdType=\"pubmed\">90000001</ArticleId>"
                           "<ArticleId IdType=\"pmc\">PMC99999991.2</ArticleId></ArticleIdList>"
                           "<ReferenceList><Title>Refs</Title><Reference><Citation>Moss A. 1990.</Citation>"
                           "<ArticleIdList><ArticleId IdType=\"pubmed\">90000002</ArticleId>"
                           "<ArticleId IdType=\"doi\">10.9999/moss</ArticleId></ArticleIdList></Reference>"
                           "<ReferenceList><Reference><Citation>Nested.</Citation></Reference>"
                           "</ReferenceList></ReferenceList>");
  EXPECT_EQ(work.ids.pmid, "90000001");
  EXPECT_EQ(work.ids.doi, "");
  EXPECT_EQ(work.ids.pmcid, "PMC99999991");
  ASSERT_THAT(work.links, SizeIs(2));
  EXPECT_EQ(work.links[0].target.pmid, "90000002");
  EXPECT_EQ(work.links[0].target.doi, "10.9999/moss");
  EXPECT_EQ(work.links[1].printed, "Nested.");
}

TEST(Pubmed, TwoDoisThatDifferAreBothKept) {
  const auto work = record(
      "<ELocationID EIdType=\"doi\" ValidYN=\"N\">10.9999/withdrawn</ELocationID>"
      "<ELocationID EIdType=\"doi\" ValidYN=\"Y\">10.9999/One</ELocationID>",
      "",
      "<ArticleIdList><ArticleId IdType=\"doi\">10.9999/one</ArticleId>"
      "<ArticleId IdType=\"doi\">10.9999/two</ArticleId></ArticleIdList>");
  EXPECT_EQ(work.ids.doi, "10.9999/one");
  EXPECT_THAT(work.ids.also, ElementsAre("doi:10.9999/two"));
}

TEST(Pubmed, KeepsEachDate) {
  const auto work = record(
      "<Journal><JournalIssue><PubDate><MedlineDate>1998 Dec-1999 Jan</MedlineDate></PubDate>"
      "</JournalIssue></Journal><ArticleDate DateType=\"Electronic\"><Year>1998</Year><Month>11</Month>"
      "<Day>03</Day></ArticleDate>",
      "<DateCompleted><Year>1999</Year><Month>02</Month><Day>01</Day></DateCompleted>",
      "<History><PubMedPubDate PubStatus=\"entrez\"><Year>1998</Year><Month>10</Month><Day>9</Day>"
      "</PubMedPubDate></History>");
  EXPECT_EQ(work.issued.year, 1998);
  EXPECT_EQ(work.issued.printed, "1998 Dec-1999 Jan");
  EXPECT_EQ(work.electronic, (evident::model::Date{1998, 11, 3, ""}));
  EXPECT_EQ(work.entered, (evident::model::Date{1998, 10, 9, ""}));
  EXPECT_EQ(work.revised, "1999-02-01");
}

TEST(Pubmed, ASeasonIsKeptAsPrinted) {
  const auto work = record(
      "<Journal><JournalIssue><PubDate><Year>2000</Year><Season>Spring</Season></PubDate></JournalIssue>"
      "</Journal>");
  EXPECT_EQ(work.issued.year, 2000);
  EXPECT_EQ(work.issued.printed, "2000 Spring");
}

TEST(Pubmed, MixedContentIsGatheredAndSectionsKeepTheirLabels) {
  const auto work = record(
      "<ArticleTitle>Ferns in CO<sub>2</sub>: <i>Filix  mas</i> &amp; more.</ArticleTitle><Abstract>"
      "<AbstractText Label=\"AIM\" NlmCategory=\"OBJECTIVE\">To <b>grow</b>\n ferns.</AbstractText>"
      "<AbstractText>They grew.</AbstractText></Abstract>");
  EXPECT_EQ(work.title, "Ferns in CO2: Filix mas & more");
  ASSERT_THAT(work.abstract, SizeIs(2));
  EXPECT_EQ(work.abstract[0], (evident::model::AbstractSection{"AIM", "OBJECTIVE", "To grow ferns."}));
  EXPECT_EQ(work.abstract[1].text, "They grew.");
}

TEST(Pubmed, AVernacularTitleStandsInForOneThatIsNotAvailable) {
  const auto work =
      record("<ArticleTitle>[Not Available].</ArticleTitle><VernacularTitle>Bregner.</VernacularTitle>");
  EXPECT_EQ(work.title, "Bregner");
}

TEST(Pubmed, PeopleGroupsAndAffiliations) {
  const auto work = record(
      "<AuthorList><Author><LastName>Fern</LastName><ForeName>Q R</ForeName><Initials>QR</Initials>"
      "<Suffix>Jr</Suffix><AffiliationInfo><Affiliation>Glasshouse.</Affiliation></AffiliationInfo></Author>"
      "<Author ValidYN=\"N\"><LastName>Wrong</LastName></Author>"
      "<Author><CollectiveName>Fern Study Group</CollectiveName><AffiliationInfo>"
      "<Affiliation>Glasshouse.</Affiliation></AffiliationInfo></Author></AuthorList>"
      "<AuthorList Type=\"editors\"><Author><LastName>Moss</LastName></Author></AuthorList>");
  ASSERT_THAT(work.authors, SizeIs(2));
  EXPECT_EQ(work.authors[0].suffix, "Jr");
  EXPECT_TRUE(work.authors[1].collective);
  EXPECT_EQ(work.authors[1].family, "Fern Study Group");
  EXPECT_THAT(work.affiliations, ElementsAre("Glasshouse."));
  ASSERT_THAT(work.editors, SizeIs(1));
}

TEST(Pubmed, SubjectsTypesAndRegistrations) {
  const auto work = record(
      "<DataBankList><DataBank><DataBankName>ClinicalTrials.gov</DataBankName><AccessionNumberList>"
      "<AccessionNumber>NCT99999999</AccessionNumber></AccessionNumberList></DataBank></DataBankList>"
      "<PublicationTypeList><PublicationType>Journal Article</PublicationType></PublicationTypeList>",
      "<MeshHeadingList><MeshHeading><DescriptorName>Ferns</DescriptorName><QualifierName>growth</"
      "QualifierName>"
      "</MeshHeading></MeshHeadingList><KeywordList><Keyword>shade</Keyword></KeywordList>");
  EXPECT_THAT(work.registrations, ElementsAre("NCT99999999"));
  EXPECT_THAT(work.publication_types, ElementsAre("Journal Article"));
  EXPECT_THAT(work.mesh, ElementsAre("Ferns"));
  EXPECT_THAT(work.keywords, ElementsAre("shade"));
}

TEST(Pubmed, ANoticeThatIsNotNamedMarksTheWorkAllTheSame) {
  const auto links = [](const std::string& type) {
    return record("", "<CommentsCorrectionsList><CommentsCorrections RefType=\"" + type +
                          "\"/></CommentsCorrectionsList>");
  };
  EXPECT_TRUE(links("RetractionIn").retracted);
  EXPECT_TRUE(under_concern(links("ExpressionOfConcernIn")));
  EXPECT_TRUE(links("CommentIn").links.empty());
}

TEST(Pubmed, RelationsTellTheirDirection) {
  const auto relation = [](const std::string& type) {
    const auto work =
        record("", "<CommentsCorrectionsList><CommentsCorrections RefType=\"" + type +
                       "\"><RefSource>J Ferns</RefSource><PMID>90000002</PMID></CommentsCorrections>"
                       "</CommentsCorrectionsList>");
    return std::pair(work.links.at(0).relation, work.retracted);
  };
  EXPECT_EQ(relation("Cites"), std::pair(WorkRelation::cites, false));
  EXPECT_EQ(relation("RetractionIn"), std::pair(WorkRelation::retracted_by, true));
  EXPECT_EQ(relation("RetractionOf"), std::pair(WorkRelation::retracts, false));
  EXPECT_EQ(relation("ExpressionOfConcernIn"), std::pair(WorkRelation::concern_raised_by, false));
  EXPECT_EQ(relation("ErratumFor"), std::pair(WorkRelation::corrects, false));
  EXPECT_EQ(relation("RetractedandRepublishedIn"), std::pair(WorkRelation::republished_by, true));
  EXPECT_EQ(relation("SummaryForPatientsIn"), std::pair(WorkRelation::related, false));
}

TEST(Pubmed, BooksAndChapters) {
  const std::string book =
      "<Book><BookTitle>All ferns.</BookTitle><PubDate><Year>2001</Year></PubDate>"
      "<ELocationID EIdType=\"doi\">10.9999/book</ELocationID>"
      "<AuthorList Type=\"editors\"><Author><LastName>Moss</LastName></Author></AuthorList></Book>";
  const auto whole = only("<PubmedBookArticle><BookDocument><PMID>90000001</PMID>" + book +
                          "</BookDocument></PubmedBookArticle>");
  EXPECT_EQ(whole.type, WorkType::book);
  EXPECT_EQ(whole.title, "All ferns");
  EXPECT_EQ(whole.ids.doi, "10.9999/book");
  ASSERT_THAT(whole.editors, SizeIs(1));
  const auto chapter = only("<PubmedBookArticle><BookDocument><PMID>90000002</PMID>" + book +
                            "<ArticleTitle>Tree ferns</ArticleTitle></BookDocument></PubmedBookArticle>");
  EXPECT_EQ(chapter.type, WorkType::chapter);
  EXPECT_EQ(chapter.container, "All ferns");
  EXPECT_EQ(chapter.ids.doi, "");
}

TEST(Pubmed, DeletionsAreHandedOverWithTheirPlaces) {
  const std::string file =
      "<PubmedArticleSet>\n<DeleteCitation>\n<PMID Version=\"1\">90000001</PMID>\n"
      "<PMID Version=\"2\">90000002</PMID>\n<PMID>none</PMID></DeleteCitation></PubmedArticleSet>";
  const Reading reading(reader(), file);
  ASSERT_THAT(reading.deletions, SizeIs(2));
  const auto& second = reading.deletions[1];
  EXPECT_EQ(second.pmid, "90000002");
  EXPECT_EQ(second.version, 2);
  EXPECT_EQ(second.line, 4U);
  EXPECT_EQ(file.substr(second.source.start, second.source.size()), "<PMID Version=\"2\">90000002</PMID>");
  EXPECT_THAT(reading.codes(), ElementsAre("bad-pmid"));
}

TEST(Pubmed, TellsItsFilesByTheirRoot) {
  EXPECT_TRUE(reader().accepts(
      "<?xml version=\"1.0\"?>\n<!-- of <Issue>two</Issue> records -->\n<PubmedArticleSet>"));
  EXPECT_TRUE(reader().accepts(
      "\xEF\xBB\xBF<!DOCTYPE PubmedArticleSet [<!ELEMENT a (#PCDATA)>]><MedlineCitationSet>"));
  EXPECT_TRUE(reader().accepts("<MedlineCitation Owner=\"NLM\">"));
  EXPECT_FALSE(reader().accepts("<html><PubmedArticleSet>"));
  EXPECT_FALSE(reader().accepts("A <PubmedArticleSet> is"));
}

}  // namespace
