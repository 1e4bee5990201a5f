// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/jats/reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/memory_reading.hpp"

namespace {

using evident::model::BlockKind;
using evident::model::MarkedCitation;
using evident::test::Reading;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using Labels = std::vector<std::string>;

std::string refs(int count) {
  std::string list;
  for (int n = 1; n <= count; ++n) {
    const std::string number = std::to_string(n);
    list += "<ref id=\"B" + number + "\"><label>" + number + "</label><mixed-citation>Author " + number +
            ". Title. Place. 2001.</mixed-citation></ref>";
  }
  return "<back><ref-list>" + list + "</ref-list></back>";
}

std::string article(const std::string& body, const std::string& back = refs(9),
                    const std::string& meta = "") {
  return "<article article-type=\"research-article\"><front><article-meta><title-group><article-title>A "
         "title</article-title></title-group>" +
         meta + "</article-meta></front><body>" + body + "</body>" + back + "</article>";
}

Reading read(const std::string& xml) {
  return Reading(evident::read::jats_reader(), xml);
}

std::string xref(const std::string& rid, const std::string& words) {
  return "<xref ref-type=\"bibr\" rid=\"" + rid + "\">" + words + "</xref>";
}

/// The labels of each citation of a one-paragraph article.
std::vector<Labels> cited(const std::string& paragraph) {
  const Reading reading = read(article("<p>" + paragraph + "</p>"));
  std::vector<Labels> out;
  for (const MarkedCitation& citation : reading.documents.at(0).citations) out.push_back(citation.labels);
  return out;
}

TEST(JatsReader, ReadsSectionsParagraphsAndCaptionsApart) {
  const Reading reading = read(
      article("<sec><title>Methods</title><sec><title>Patients</title><p>Words <bold>in</bold>\n   bold.</p>"
              "<fig><label>Figure 1</label><caption><p>What it shows.</p></caption></fig></sec></sec>"));
  EXPECT_THAT(reading.texts(BlockKind::paragraph), ElementsAre("Words in bold."));
  EXPECT_THAT(reading.texts(BlockKind::caption), ElementsAre("Figure 1 What it shows."));
  EXPECT_THAT(reading.texts(BlockKind::heading), ElementsAre("Methods", "Patients"));
  EXPECT_EQ(reading.documents[0].blocks.at(3).section, "Methods > Patients");
}

TEST(JatsReader, AFigureInAParagraphDoesNotBreakItsSentence) {
  const Reading reading =
      read(article("<p>Before <fig><caption><p>Inside.</p></caption></fig> and after.</p>"));
  EXPECT_THAT(reading.texts(BlockKind::paragraph), ElementsAre("Before and after."));
  EXPECT_THAT(reading.texts(BlockKind::caption), ElementsAre("Inside."));
}

TEST(JatsReader, AListInAParagraphStandsBetweenItsParts) {
  const Reading reading =
      read(article("<p>These count: <list><list-item><p>One.</p></list-item></list> No others do.</p>"));
  EXPECT_THAT(reading.texts(BlockKind::paragraph), ElementsAre("These count:", "No others do."));
  EXPECT_THAT(reading.texts(BlockKind::list_item), ElementsAre("One."));
}

TEST(JatsReader, RangesOfXrefsImplyWhatLiesBetween) {
  EXPECT_THAT(cited("A [" + xref("B1", "1") + "-" + xref("B4", "4") + "]."),
              ElementsAre(Labels{"1", "2", "3", "4"}));
  EXPECT_THAT(cited("A " + xref("B3", "[3]") + " to " + xref("B5", "[5]") + "."),
              ElementsAre(Labels{"3", "4", "5"}));
  EXPECT_THAT(cited("From [" + xref("B3", "3") + "] to [" + xref("B5", "5") + "]."),
              ElementsAre(Labels{"3"}, Labels{"5"}));
  EXPECT_THAT(cited("A " + xref("B3", "[3]") + "&#x2013;" + xref("B5", "[5]") + "."),
              ElementsAre(Labels{"3", "4", "5"}));
  EXPECT_THAT(
      cited("A<sup>" + xref("B1", "1") + "," + xref("B3", "3") + "&ndash;" + xref("B5", "5") + "</sup>."),
      ElementsAre(Labels{"1"}, Labels{"3", "4", "5"}));
}

TEST(JatsReader, OneXrefMayPrintARangeOrNameSeveralTargets) {
  EXPECT_THAT(cited("A [" + xref("B2", "2&#8211;5") + "]."), ElementsAre(Labels{"2", "3", "4", "5"}));
  EXPECT_THAT(cited("A " + xref("B2 B4", "2-4") + "."), ElementsAre(Labels{"2", "3", "4"}));
  EXPECT_THAT(cited("A " + xref("B2 B7", "2,7") + "."), ElementsAre(Labels{"2", "7"}));
  EXPECT_THAT(cited("A " + xref("B2", "1990-1995") + "."), ElementsAre(Labels{"2"}));
}

TEST(JatsReader, YearsAreNoRange) {
  EXPECT_THAT(cited("Smith " + xref("B1", "2004") + "-" + xref("B4", "2006") + "."),
              ElementsAre(Labels{"1"}, Labels{"4"}));
}

TEST(JatsReader, AnXrefWithoutTypeCitesWhereItsTargetIsAReference) {
  EXPECT_THAT(cited("A <xref rid=\"B3\">3</xref> <xref rid=\"f1\" ref-type=\"fig\">Fig. 1</xref>."),
              ElementsAre(Labels{"3"}));
}

TEST(JatsReader, ATargetThatIsNotThereIsNamed) {
  EXPECT_THAT(cited("A " + xref("B77", "77") + "."), ElementsAre(Labels{"B77"}));
  const std::string xml = article("<p>A\n\n " + xref("B77", "77") + ".</p>");
  const Reading reading = read(xml);
  const auto lines =
      std::count(xml.begin(), xml.begin() + static_cast<std::ptrdiff_t>(xml.find("B77")), '\n');
  EXPECT_EQ(reading.documents[0].citations.at(0).line, 1 + static_cast<uint64_t>(lines));
}

TEST(JatsReader, AnEmptyXrefGetsTheNumberThatWouldBePrinted) {
  const Reading reading = read(article("<p>A [<xref ref-type=\"bibr\" rid=\"B2\"/>].</p>"));
  EXPECT_THAT(reading.texts(BlockKind::paragraph), ElementsAre("A [2]."));
  EXPECT_EQ(reading.documents[0].citations.size(), 1U);
}

TEST(JatsReader, CitationsInTablesTitlesAndNotesAreKept) {
  const Reading reading =
      read(article("<sec><title>On " + xref("B1", "1") + "</title><table-wrap><table><tr><td>Smith " +
                   xref("B2", "2") + "</td><td>84</td></tr></table></table-wrap><p>Text.<fn><p>See " +
                   xref("B3", "3") + ".</p></fn></p></sec>"));
  EXPECT_EQ(reading.documents[0].citations.size(), 3U);
  EXPECT_THAT(reading.texts(BlockKind::table), ElementsAre("Smith 2 84"));
}

TEST(JatsReader, FieldsComeFromTheMarkUp) {
  const Reading reading = read(
      article("<p>x</p>",
              "<back><ref-list><ref id=\"a\"><element-citation publication-type=\"journal\"><person-group "
              "person-group-type=\"author\"><name><surname>van den "
              "Brink</surname><given-names>Wim</given-names></name>"
              "<collab>The Group</collab><etal/></person-group><article-title>On "
              "<italic>things</italic></article-title>"
              "<source>J "
              "Things</source><year>1999a</year><volume>3</volume><fpage>10</fpage><lpage>12</lpage><pub-id "
              "pub-id-type=\"doi\">10.1000/X.1</pub-id><pub-id "
              "pub-id-type=\"pmid\">123</pub-id></element-citation></ref>"
              "</ref-list></back>"));
  ASSERT_EQ(reading.documents[0].references.size(), 1U);
  const auto& marked = reading.documents[0].references[0];
  EXPECT_EQ(marked.label, "a");
  EXPECT_EQ(marked.fields.title, "On things");
  EXPECT_EQ(marked.fields.container, "J Things");
  EXPECT_EQ(marked.fields.year, 1999);
  EXPECT_EQ(marked.fields.pages, "10-12");
  EXPECT_TRUE(marked.fields.et_al);
  ASSERT_EQ(marked.fields.authors.size(), 2U);
  EXPECT_EQ(marked.fields.authors[0].family, "van den Brink");
  EXPECT_EQ(marked.fields.authors[0].initials, "W");
  EXPECT_TRUE(marked.fields.authors[1].collective);
  EXPECT_EQ(marked.ids.doi, "10.1000/x.1");
  EXPECT_EQ(marked.ids.pmid, "123");
  EXPECT_THAT(reading.texts(BlockKind::reference),
              ElementsAre("van den Brink Wim The Group On things J Things 1999a 3 10 12 10.1000/X.1 123"));
}

TEST(JatsReader, ARefMayHoldSeveralWorksOrOneTwice) {
  const std::string one = "<mixed-citation>A. 2001.</mixed-citation>";
  const std::string tagged = "<element-citation><source>A</source></element-citation>";
  const auto labels = [](const std::string& inside) {
    const Reading reading =
        read(article("<p>x " + xref("r", "1") + "</p>", "<back><ref-list><ref id=\"r\"><label>1.</label>" +
                                                            inside + "</ref></ref-list></back>"));
    return reading.documents.at(0).citations.at(0).labels;
  };
  EXPECT_THAT(labels(one + "<mixed-citation>B. 2002.</mixed-citation>"), ElementsAre("1a", "1b"));
  EXPECT_THAT(labels(one + tagged), ElementsAre("1"));
  EXPECT_THAT(labels(tagged + one), ElementsAre("1"));
  EXPECT_THAT(labels("<citation-alternatives>" + tagged + one + "</citation-alternatives>"),
              ElementsAre("1"));
}

TEST(JatsReader, ASubArticleHasItsOwnListAndMayCiteTheListAround) {
  std::string xml = article("<p>x</p>");
  xml.insert(xml.size() - std::string("</article>").size(),
             "<sub-article id=\"s1\"><body><p>See " + xref("B2", "2") + " and " + xref("S1", "1") +
                 ".</p></body><back><ref-list><ref id=\"S1\"><label>1</label><mixed-citation>Own. 2003."
                 "</mixed-citation></ref></ref-list></back></sub-article>");
  const Reading reading = read(xml);
  ASSERT_EQ(reading.documents.size(), 2U);
  EXPECT_EQ(reading.documents[1].name, "test-s1");
  EXPECT_THAT(reading.texts(BlockKind::reference, 1),
              ElementsAre("1 Own. 2003.", "2 Author 2. Title. Place. 2001."));
  EXPECT_EQ(reading.texts(BlockKind::reference, 0).size(), 9U);
}

TEST(JatsReader, XrefsInsideEachOtherAreTakenInOrder) {
  const Reading reading =
      read(article("<p>A <xref ref-type=\"bibr\" rid=\"B1\">1, " + xref("B2", "2") + " B.</p>"));
  ASSERT_EQ(reading.documents[0].citations.size(), 2U);
  EXPECT_THAT(reading.documents[0].citations[0].labels, ElementsAre("1"));
  EXPECT_LE(reading.documents[0].citations[0].span.end, reading.documents[0].citations[1].span.start);
}

TEST(JatsReader, TheArticleIsAWorkOfItsOwn) {
  const Reading reading = read(
      "<article article-type=\"review-article\" xml:lang=\"pt\"><front><journal-meta><journal-id "
      "journal-id-type=\"nlm-ta\">J Abbr</journal-id><journal-title-group><journal-title>The Journal"
      "</journal-title></journal-title-group></journal-meta><article-meta><article-id "
      "pub-id-type=\"pmid\">123456</article-id><article-id "
      "pub-id-type=\"pmc\">1664572</article-id><article-id "
      "pub-id-type=\"doi\">10.1000/ABC</article-id><title-group><article-title>T\u00edtulo<xref "
      "ref-type=\"fn\" rid=\"n\">*</xref></article-title><trans-title-group "
      "xml:lang=\"en\"><trans-title>Title"
      "</trans-title></trans-title-group></title-group><contrib-group><contrib contrib-type=\"author\">"
      "<name><surname>Souza</surname><given-names>Ana B.</given-names></name></contrib><contrib "
      "contrib-type=\"editor\"><name><surname>Ed</surname></name></contrib></contrib-group><aff><label>1</"
      "label>"
      "Lisbon, Portugal</aff><pub-date pub-type=\"epub\"><year>2005</year></pub-date><pub-date "
      "pub-type=\"ppub\">"
      "<month>3</month><year>2006</year></pub-date><volume>7</volume><fpage>1</fpage><lpage>9</lpage>"
      "<related-article related-article-type=\"retraction-forward\" ext-link-type=\"doi\" "
      "xlink:href=\"10.1000/notice\"/><abstract><sec><title>Methods:</title><p>We did.</p></sec></abstract>"
      "<abstract abstract-type=\"graphical\"><p>Picture.</p></abstract><kwd-group><kwd>one</kwd></kwd-group>"
      "</article-meta></front><body><p>x</p></body>" +
      refs(2) + "</article>");
  ASSERT_EQ(reading.works.size(), 1U);
  const auto& work = reading.works[0];
  EXPECT_EQ(work.ids.pmid, "123456");
  EXPECT_EQ(work.ids.pmcid, "PMC1664572");
  EXPECT_EQ(work.ids.doi, "10.1000/abc");
  EXPECT_EQ(work.title, "Title");
  EXPECT_EQ(work.vernacular_title, "T\u00edtulo");
  EXPECT_EQ(reading.documents[0].title, "T\u00edtulo");
  ASSERT_EQ(work.authors.size(), 1U);
  EXPECT_EQ(work.authors[0].initials, "AB");
  EXPECT_EQ(work.editors.size(), 1U);
  EXPECT_THAT(work.affiliations, ElementsAre("Lisbon, Portugal"));
  EXPECT_EQ(work.issued.year, 2006);
  EXPECT_EQ(work.electronic.year, 2005);
  EXPECT_EQ(work.container, "The Journal");
  EXPECT_EQ(work.container_abbrev, "J Abbr");
  EXPECT_EQ(work.pages, "1-9");
  ASSERT_EQ(work.abstract.size(), 1U);
  EXPECT_EQ(work.abstract[0].label, "Methods");
  EXPECT_EQ(work.abstract[0].text, "We did.");
  EXPECT_TRUE(work.retracted);
  EXPECT_EQ(work.links.size(), 3U);  // the notice and two cited works
}

}  // namespace
