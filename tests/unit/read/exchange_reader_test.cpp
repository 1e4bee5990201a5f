// SPDX-License-Identifier: GPL-3.0-or-later
// CSL-JSON, EndNote XML, Web of Science's tagged text, refer, and lists of retractions.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "read/csl_json/reader.hpp"
#include "read/endnote_xml/reader.hpp"
#include "read/isi/reader.hpp"
#include "read/refer/reader.hpp"
#include "read/retractions/reader.hpp"
#include "read/ris/reader.hpp"
#include "support/memory_reading.hpp"

namespace evident::read {
namespace {

using test::Reading;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Reading read(const Reader& reader, std::string_view text) {
  EXPECT_TRUE(reader.accepts(text)) << text;
  return Reading(reader, text, 11);
}

std::vector<std::string> titles(const Reading& reading) {
  std::vector<std::string> all;
  for (const auto& work : reading.works) all.push_back(work.title);
  return all;
}

TEST(CslJson, FieldsOfAnItem) {
  const std::string text =
      R"([{"id":"moss91","type":"article-journal","title":"Shade &amp; <i>ferns</i>","DOI":"10.9999/A","PMID":90000001,)"
      R"("author":[{"family":"Brink","given":"Jan","non-dropping-particle":"van den"},{"literal":"Fern Group"}],)"
      R"("issued":{"date-parts":[["1991",5,3]]},"container-title":"J","page":"11–19","note":"PMCID: PMC9999991","keyword":"a; b"}])";
  const Reading reading = read(csl_json_reader(), text);
  EXPECT_THAT(reading.codes(), IsEmpty());
  const auto& work = reading.works.at(0);
  EXPECT_EQ(work.ids.key, "moss91");
  EXPECT_EQ(work.ids.doi, "10.9999/a");
  EXPECT_EQ(work.ids.pmid, "90000001");
  EXPECT_EQ(work.ids.pmcid, "PMC9999991");
  EXPECT_EQ(work.authors.at(0).family, "van den Brink");
  EXPECT_TRUE(work.authors.at(1).collective);
  EXPECT_EQ(work.issued.day, 3);
  EXPECT_EQ(work.pages, "11-19");
  EXPECT_THAT(work.keywords, ElementsAre("a", "b"));
  EXPECT_EQ(text.substr(work.source.start, work.source.size()), text.substr(1, text.size() - 2));
}

TEST(CslJson, ItemsAloneALineAndWithinObjects) {
  EXPECT_THAT(titles(read(csl_json_reader(), R"({"id":"a","type":"book","title":"One"})")),
              ElementsAre("One"));
  EXPECT_THAT(titles(read(csl_json_reader(),
                          "{\"type\":\"book\",\"title\":\"One\"}\n{\"type\":\"book\",\"title\":\"Two\"}\n")),
              ElementsAre("One", "Two"));
  EXPECT_THAT(
      titles(
          read(csl_json_reader(),
               R"({"items":[{"type":"book","title":"One"}],"more":{"x":[{"type":"book","title":"Two"}]}})")),
      ElementsAre("One", "Two"));
}

TEST(CslJson, ADamagedItemCostsItselfAlone) {
  const Reading reading =
      read(csl_json_reader(),
           "[{\"id\":\"a\",\"type\":\"book\",\"title\":\"One\"},\n "
           "{\"id\":\"b\",\"type\":\"book\",\"title\":\"Two,\n"
           " {\"id\":\"c\",\"type\":\"book\",\"title\":\"Three\"},\n {\"id\":\"d\",,\"title\":\"Four\"},\n"
           " {\"id\":\"e\",\"type\":\"book\",\"title\":\"Five\"}, null, {\"id\":\"f\"}]");
  EXPECT_THAT(titles(reading), ElementsAre("One", "Three", "Five"));
  EXPECT_THAT(reading.codes(),
              ElementsAre("truncated-record", "malformed-record", "text-between-records", "no-item"));
}

TEST(CslJson, OtherJsonIsReportedAndOtherTextLeftAlone) {
  const Reading reading =
      read(csl_json_reader(), "{\"doc_id\": 1, \"title\": \"One\", \"abstract\": [\"x\"]}\n");
  EXPECT_THAT(reading.works, IsEmpty());
  EXPECT_THAT(reading.codes(), ElementsAre("no-bibliography"));
  for (std::string_view text :
       {"", "[1] Moss A. Ferns.", "{{Infobox fern}}", "[[Ferns]] are plants.", "{ferns}", "[\"a\"]"})
    EXPECT_FALSE(csl_json_reader().accepts(text)) << text;
}

TEST(EndnoteXml, FieldsOfARecord) {
  const std::string text =
      "<?xml version=\"1.0\"?><xml><records><record><rec-number>7</rec-number><ref-type name=\"Journal "
      "Article\">17</ref-type>"
      "<contributors><authors><author><style face=\"normal\">Fernleaf, Q. R.</style></author><author>Fern "
      "Group,</author></authors>"
      "</contributors><titles><title><style>Shade &amp; </style><style "
      "face=\"italic\">ferns</style></title><secondary-title>J"
      "</secondary-title></titles><pages>11--19</pages><volume>7</volume><dates><year>1991</"
      "year><pub-dates><date>May 3</date>"
      "</pub-dates></dates><isbn>1234-5678 "
      "(Electronic)</isbn><electronic-resource-num>10.9999/a</electronic-resource-num>"
      "<accession-num>90000001</accession-num><remote-database-provider>NLM</"
      "remote-database-provider><label>shelf 3</label>"
      "<notes>read twice</notes></record><record><titles><title>Broken</titles></record></records></xml>";
  const Reading reading = read(endnote_xml_reader(), text);
  EXPECT_THAT(reading.codes(), ElementsAre("malformed-record"));
  const auto& work = reading.works.at(0);
  EXPECT_EQ(work.title, "Shade & ferns");
  EXPECT_EQ(work.ids.key, "7");
  EXPECT_EQ(work.ids.pmid, "90000001");
  EXPECT_EQ(work.issued.month, 5);
  EXPECT_EQ(work.issued.day, 3);
  EXPECT_EQ(work.pages, "11-19");
  EXPECT_EQ(work.issn, "1234-5678");
  EXPECT_TRUE(work.authors.at(1).collective);
  EXPECT_THAT(work.tags, ElementsAre("shelf 3"));
  EXPECT_THAT(work.notes, ElementsAre("read twice"));
  EXPECT_FALSE(endnote_xml_reader().accepts("<collection><record/></collection>"));
}

TEST(Isi, FieldsOfARecord) {
  const Reading reading = read(
      isi_reader(),
      "FN Made-up Export\nVR 1.0\nPT J\nAU Fernleaf, QR\n   Moss, A\nTI Shade and the\n   growth of ferns\n"
      "SO JOURNAL OF FERNS\nPD MAY 3\nPY 1991\nVL 7\nBP 11\nEP 19\nDI 10.9999/a\nDE ferns; shade\n"
      "UT WOS:1\nCR Moss A, 1990, J FERNS, V1, P2, DOI 10.9999/b\nER\n\nPT J\nTI Two\nER\nEF\n");
  EXPECT_THAT(reading.codes(), IsEmpty());
  ASSERT_EQ(reading.works.size(), 2U);
  const auto& work = reading.works[0];
  EXPECT_EQ(work.title, "Shade and the growth of ferns");
  EXPECT_EQ(work.authors.size(), 2U);
  EXPECT_EQ(work.issued.day, 3);
  EXPECT_EQ(work.issued.year, 1991);
  EXPECT_EQ(work.ids.key, "WOS:1");
  EXPECT_EQ(work.links.at(0).target.doi, "10.9999/b");
}

TEST(Refer, RecordsWithAndWithoutTheirType) {
  const Reading typed = read(refer_reader(),
                             "%0 Journal Article\n%T One\n%A Fernleaf, Q. R.\n%D 1991\n%X "
                             "First.\n\nSecond.\n%P 1-2\n\n%0 Book\n%T Two\n");
  EXPECT_THAT(titles(typed), ElementsAre("One", "Two"));
  EXPECT_EQ(typed.works.at(0).pages, "1-2");
  EXPECT_EQ(typed.works.at(1).type, model::WorkType::book);
  const Reading plain = read(refer_reader(), "%T One\n%A Q. R. Fernleaf\n%J Ferns\n\n%T Two\n%A A. Moss\n");
  EXPECT_THAT(titles(plain), ElementsAre("One", "Two"));
  EXPECT_EQ(plain.works.at(0).authors.at(0).family, "Fernleaf");
  EXPECT_FALSE(refer_reader().accepts("% a comment of TeX\n"));
}

TEST(Retractions, RowsOfAWatchList) {
  const Reading reading =
      read(retractions_reader(),
           "Record "
           "ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,"
           "RetractionDOI,"
           "RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,"
           "Reason,Paywalled,Notes\n"
           "1,Ferns,,,J,,,A,,,3/1/2019 0:00,10.9999/notice,90000009,1/1/2018 "
           "0:00,10.9999/PAPER,90000001,Retraction,+Error in Data;+Other;,No,\n"
           "2,Moss,,,J,,,A,,,3/2/2019 0:00,10.9999/n2,0,1/1/2018 0:00,unavailable,0,Retraction,,No,\n"
           "3,Sun,,,J,,,A,,,3/2/2019 0:00,10.9999/n3,0,1/1/2018 0:00,10.9999/sun,0,Expression of "
           "concern,,No,seen\n");
  EXPECT_THAT(reading.codes(), ElementsAre("no-identifier"));
  ASSERT_EQ(reading.works.size(), 2U);
  const auto& notice = reading.works[0];
  EXPECT_TRUE(notice.notice);
  EXPECT_TRUE(notice.retracted);
  EXPECT_EQ(notice.ids.doi, "10.9999/paper");
  EXPECT_EQ(notice.ids.pmid, "90000001");
  EXPECT_EQ(notice.links.at(0).target.doi, "10.9999/notice");
  EXPECT_EQ(notice.links.at(0).printed, "Retraction 2019-03-01: Error in Data; Other");
  EXPECT_FALSE(reading.works[1].retracted);
  EXPECT_EQ(reading.works[1].links.at(0).relation, model::WorkRelation::concern_raised_by);
}

TEST(Retractions, AListOfNothingIsToldOf) {
  EXPECT_THAT(read(retractions_reader(), "Record ID,OriginalPaperDOI,RetractionNature\n\n").codes(),
              ElementsAre("no-records"));
}

TEST(Retractions, ObjectsOfAnOpenList) {
  const Reading reading = read(
      retractions_reader(),
      R"({"retracted": true, "updates": [{"identifier": {"doi": "10.9999/n"}, "type": "retraction"}], "identifier": {"doi": "10.9999/a"}, "title": "T"})"
      "\n"
      R"({"retracted": false, "updates": [{"identifier": {"doi": "10.9999/m"}, "type": "erratum"}], "identifier": {"doi": "10.9999/b"}})"
      "\n{\"retracted\": true, \"upda");
  ASSERT_EQ(reading.works.size(), 2U);
  EXPECT_TRUE(reading.works[0].retracted);
  EXPECT_EQ(reading.works[1].links.at(0).relation, model::WorkRelation::corrected_by);
  EXPECT_THAT(reading.codes(), ElementsAre("truncated-record"));
}

TEST(Retractions, ObjectsWithoutANotice) {
  const Reading reading =
      read(retractions_reader(),
           R"({"retracted": true, "updates": [], "identifier": {"doi": "10.9999/a"}, "title": "T"})"
           "\n"
           R"({"retracted": false, "updates": [], "identifier": {"doi": "10.9999/b"}, "title": "U"})"
           "\n");
  ASSERT_EQ(reading.works.size(), 1U);
  ASSERT_EQ(reading.works[0].links.size(), 1U);
  EXPECT_EQ(reading.works[0].links[0].relation, model::WorkRelation::retracted_by);
  EXPECT_THAT(reading.codes(), ElementsAre("empty-notice"));
}

TEST(Ris, LabelsIdentifiersAndListsOfKeywords) {
  const Reading reading =
      read(ris_reader(),
           "TY  - JOUR\nTI  - One\nKW  - ferns\nshade\nN1  - ASReview_relevant\nDP  - NLM\nAN  - "
           "90000001\nID  - 12\n"
           "UR  - https://doi.org/10.9999/a     U2  - L1\nPY  - 1991\nDA  - 1991/05/03\nER  - \n");
  const auto& work = reading.works.at(0);
  EXPECT_THAT(work.keywords, ElementsAre("ferns", "shade"));
  EXPECT_THAT(work.tags, ElementsAre("included"));
  EXPECT_EQ(work.ids.pmid, "90000001");
  EXPECT_EQ(work.ids.key, "12");
  EXPECT_EQ(work.ids.doi, "10.9999/a");
  EXPECT_EQ(work.issued.day, 3);
}

}  // namespace
}  // namespace evident::read
