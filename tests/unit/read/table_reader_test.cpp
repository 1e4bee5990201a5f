// SPDX-License-Identifier: GPL-3.0-or-later
// Bibliographies in CSV and TSV, and the labels of screening tools.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "read/csv/reader.hpp"
#include "read/csv/rows.hpp"
#include "read/record/labels.hpp"
#include "read/record/people.hpp"
#include "support/memory_reading.hpp"

namespace evident::read {
namespace {

using test::Reading;
using testing::ElementsAre;
using testing::IsEmpty;

Reading read(std::string_view text) {
  EXPECT_TRUE(csv_reader().accepts(text)) << text;
  return Reading(csv_reader(), text, 5);
}

TEST(Csv, QuotesLineBreaksAndSeparators) {
  const std::string text =
      "\xEF\xBB\xBFTitle,Authors,Year,DOI,Abstract\r\n\"Shade, and \"\"ferns\"\"\",\"Moss, A; Fernleaf, Q. "
      "R.\",1991,"
      "10.9999/a,\"Two\r\nlines.\"\r\nSecond,Moss A,1992,,\r\n";
  const Reading reading = read(text);
  EXPECT_THAT(reading.codes(), IsEmpty());
  ASSERT_EQ(reading.works.size(), 2U);
  EXPECT_EQ(reading.works[0].title, "Shade, and \"ferns\"");
  EXPECT_EQ(reading.works[0].abstract.at(0).text, "Two lines.");
  ASSERT_EQ(reading.works[0].authors.size(), 2U);
  EXPECT_EQ(reading.works[0].authors[1].initials, "QR");
  EXPECT_EQ(text.substr(reading.works[1].source.start, reading.works[1].source.size()),
            "Second,Moss A,1992,,\r\n");
  EXPECT_EQ(read("title;abstract;year\nOne;Two, three;2001\n").works.at(0).issued.year, 2001);
  EXPECT_EQ(read("title\tabstract\tyear\nOne\tTwo, three;\t2001\n").works.at(0).issued.year, 2001);
}

TEST(Csv, LinesBeforeTheHeaderAreToldOf) {
  const Reading reading = read(
      "\"SEARCH QUERY\",\"ferns:ti\"\n---------\n\nTitle,Source,Medline PMID\nOne,\"J Ferns (2014) 3:2 "
      "(152-160). "
      "Date of Publication: 2014\",90000001\n");
  EXPECT_THAT(reading.codes(), ElementsAre("text-between-records"));
  const auto& work = reading.works.at(0);
  EXPECT_EQ(work.container, "J Ferns");
  EXPECT_EQ(work.volume, "3");
  EXPECT_EQ(work.issue, "2");
  EXPECT_EQ(work.pages, "152-160");
  EXPECT_EQ(work.ids.pmid, "90000001");
}

TEST(Csv, AnOpenQuoteCostsItsLine) {
  const Reading reading = read("title,year\nOne,2001\n\"Two,2002\n\"Three\",2003\nFour,2004\n");
  std::vector<std::string> titles;
  for (const auto& work : reading.works) titles.push_back(work.title);
  EXPECT_THAT(titles, ElementsAre("One", "Three", "Four"));
  EXPECT_THAT(reading.codes(), ElementsAre("open-quote"));
}

TEST(Csv, RowsOfNothingAndCellsTooManyAreReported) {
  const Reading reading = read("title,doi,year,shelf\n,,2001,x\nOne,10.9999/a,2001,y,z\nTwo,none,2002,\n\n");
  EXPECT_EQ(reading.works.size(), 2U);
  EXPECT_THAT(reading.codes(), ElementsAre("unread-columns", "empty-record", "extra-cells", "bad-doi"));
}

TEST(Csv, ATableThatIsNoBibliographyIsReportedNotRead) {
  const Reading reading = read("city,rain,days\na,1,2\nb,2,3\nc,3,4\nd,4,5\n");
  EXPECT_THAT(reading.works, IsEmpty());
  EXPECT_THAT(reading.codes(), ElementsAre("no-bibliography"));
}

TEST(Csv, ProseIsNoTable) {
  for (std::string_view text :
       {"", "Title, abstract and year are words.\n\nSo, it goes on, as prose does.\nAnd on.\n",
        "One line, with a comma.\nAnother one, with two, commas.\n",
        "title\n\nA text about, say, ferns; and more.\n"})
    EXPECT_FALSE(csv_reader().accepts(text)) << text;
}

TEST(Labels, TakeOneFormWhateverTheTool) {
  const auto tags = [](std::string_view note) {
    model::WorkRecord work;
    record::add_note(work, note);
    return std::pair(work.tags, work.notes);
  };
  EXPECT_THAT(tags("ASReview_relevant").first, ElementsAre("included"));
  EXPECT_THAT(tags("ASReview_relevant").second, IsEmpty());
  EXPECT_THAT(tags("One. ASReview_irrelevant. Two.").first, ElementsAre("excluded"));
  EXPECT_THAT(tags("One. ASReview_irrelevant. Two.").second, ElementsAre("One. Two."));
  EXPECT_THAT(tags("ASReview_not_seen").first, ElementsAre("not-seen"));
  EXPECT_THAT(tags(R"(RAYYAN-INCLUSION: {"Ann"=>"Included"} | RAYYAN-LABELS: shade,sun)").first,
              ElementsAre("reviewer=Ann:included", "included", "label=shade", "label=sun"));
  EXPECT_THAT(
      tags(R"(RAYYAN-INCLUSION: {"Ann"=>"Included", "Ben"=>"Excluded"} | RAYYAN-EXCLUSION-REASONS: no ferns)")
          .first,
      ElementsAre("reviewer=Ann:included", "reviewer=Ben:excluded", "reason=no ferns"));
  EXPECT_THAT(tags("<p>Read <b>this</b></p>").second, ElementsAre("Read this"));
  EXPECT_THAT(tags("RAYYAN-").second, ElementsAre("RAYYAN-"));
}

TEST(Labels, ColumnsOfDecisionsBecomeTags) {
  const Reading reading = read(
      "title,year,label_included,tags\nOne,2001,1,\"shade, "
      "sun\"\nTwo,2002,0,\nThree,2003,,\nFour,2004,later,\n");
  ASSERT_EQ(reading.works.size(), 4U);
  EXPECT_THAT(reading.works[0].tags, ElementsAre("included", "shade", "sun"));
  EXPECT_THAT(reading.works[1].tags, ElementsAre("excluded"));
  EXPECT_THAT(reading.works[2].tags, IsEmpty());
  EXPECT_THAT(reading.works[3].tags, ElementsAre("label=later"));
}

TEST(People, ListsInOneCell) {
  const auto families = [](std::string_view text) {
    std::vector<std::string> names;
    for (const auto& person : record::people_of(text)) names.push_back(person.family + "/" + person.initials);
    return names;
  };
  EXPECT_THAT(families("Moss A, van den Fern QR."), ElementsAre("Moss/A", "van den Fern/QR"));
  EXPECT_THAT(families("Moss A., Fernleaf Q.R."), ElementsAre("Moss/A", "Fernleaf/QR"));
  EXPECT_THAT(families("Moss, A. and Fernleaf, Q.R."), ElementsAre("Moss/A", "Fernleaf/QR"));
  EXPECT_THAT(families("Ann Moss; Quentin R. Fernleaf"), ElementsAre("Moss/A", "Fernleaf/QR"));
  EXPECT_THAT(families("['Moss, Ann', \"O'Fern, Q\"]"), ElementsAre("Moss/A", "O'Fern/Q"));
  EXPECT_THAT(families("Ann Moss|Jan van Fern"), ElementsAre("Moss/A", "van Fern/J"));
  EXPECT_THAT(families("Moss, Ann"), ElementsAre("Moss/A"));
  EXPECT_THAT(families("Fern Study Group; et al."), ElementsAre("Fern Study Group/"));
}

}  // namespace
}  // namespace evident::read
