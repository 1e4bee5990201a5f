// SPDX-License-Identifier: GPL-3.0-or-later
// What the HTML reader makes of pages of many kinds. Names and identifiers are made up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "read/html/reader.hpp"
#include "support/memory_reading.hpp"

namespace {

using evident::model::BlockKind;
using evident::test::Reading;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Reading read(const std::string& html) {
  return Reading(evident::read::html_reader(), html);
}

/// "marker>label,label" of each citation.
std::vector<std::string> links(const Reading& reading) {
  std::vector<std::string> out;
  const auto& document = reading.documents.at(0);
  for (const auto& citation : document.citations) {
    std::string link = document.text.substr(citation.span.start, citation.span.size()) + ">";
    for (const std::string& label : citation.labels) link += (link.back() == '>' ? "" : ",") + label;
    out.push_back(link);
  }
  return out;
}

const std::string smith = "Smith J. Sleep in mice. J Examples. 2001;1:2-3.";
const std::string doe = "Doe A, Roe B. Waking in rats. J Examples. 2002;4:5-6.";
const std::string poe = "Poe C. Resting in cats. J Examples. 2003;7:8-9.";

TEST(HtmlReader, WikipediaNotes) {
  const Reading reading = read(
      "<title>Sleep - Example Wiki</title><h1>Sleep</h1><p>Mice sleep.<sup id=\"cite_ref-1\" "
      "class=\"reference\"><a "
      "href=\"#cite_note-1\">[1]</a></sup> Rats wake.<sup class=\"noprint Inline-Template\">[<i><a "
      "href=\"/w\">citation&nbsp;needed</a></i>]</sup> Cats too.<sup class=reference><a "
      "href=\"#cite_note-n-2\">[a]</a></sup></p><h2>Notes<span "
      "class=\"mw-editsection\">[edit]</span></h2><ol "
      "class=\"references\"><li id=\"cite_note-n-2\">That is, most of them.</li></ol><h2>References</h2><ol "
      "class=\"references\"><li id=\"cite_note-1\"><span class=\"mw-cite-backlink\"><b><a "
      "href=\"#cite_ref-1\">^</a></b></span> <span>" +
      smith + "</span></li></ol>");
  EXPECT_THAT(reading.texts(BlockKind::paragraph), ElementsAre("Mice sleep.[1] Rats wake. Cats too.[a]"));
  EXPECT_THAT(reading.texts(BlockKind::reference), ElementsAre(smith));
  EXPECT_THAT(reading.texts(BlockKind::heading), ElementsAre("Notes", "References"));
  EXPECT_THAT(links(reading), ElementsAre("[1]>1"));
  EXPECT_EQ(reading.documents[0].title, "Sleep");
}

TEST(HtmlReader, AMarkOfANoteIsNoWord) {
  const auto mark = [](const std::string& number) {
    return "<a href=\"#fn" + number + "\" class=\"footnote-ref\" id=\"fnref" + number +
           "\" role=\"doc-noteref\"><sup>" + number + "</sup></a>";
  };
  const auto page = [&](const std::string& note) {
    return "<title>Sleep</title><h1>Sleep</h1><p>Mice sleep" + mark("1") + " and rats wake." + mark("2") +
           " Cats rest.</p><section class=\"footnotes\" role=\"doc-endnotes\"><hr><ol><li id=\"fn1\"><p>" +
           note +
           "<a href=\"#fnref1\" role=\"doc-backlink\">\u21a9</a></p></li><li id=\"fn2\"><p>Of two "
           "kinds.<a href=\"#fnref2\" role=\"doc-backlink\">\u21a9</a></p></li></ol></section>";
  };
  EXPECT_THAT(read(page("In spring.")).texts(BlockKind::paragraph),
              ElementsAre("Mice sleep and rats wake. Cats rest."));
  // Where the notes are the references, they are markers.
  EXPECT_THAT(links(read(page(smith))), ElementsAre("1>1", "2>2"));
}

TEST(HtmlReader, LinksToTheWorkBehindAnEntryAreNoPartOfIt) {
  const std::string doi = "https://doi.org/10.9999/a";
  const auto link = [&](const std::string& words) { return "<a href=\"" + doi + "\">" + words + "</a>"; };
  const Reading reading =
      read("<title>Sleep</title><h1>Sleep</h1><p>Mice sleep.</p><h2>References</h2><ol><li>" + smith + " " +
           link("DOI") + "</li><li>" + link("DOI") + " " + doe + " " + link("DOI \u00bb") + "</li><li>" +
           poe + " " + doi + "<br>" + link("\u00bb " + doi) + "</li></ol>");
  EXPECT_THAT(reading.texts(BlockKind::reference), ElementsAre(smith, doe, poe + " " + doi));
}

TEST(HtmlReader, ShortNotesLeadToTheWorksThatTheyName) {
  const Reading reading = read(
      "<p>Mice sleep.<sup><a href=\"#cite_note-1\">[1]</a></sup></p><h2>Notes</h2><ol "
      "class=\"references\"><li "
      "id=\"cite_note-1\"><a href=\"#CITEREFSmith2001\">Smith 2001</a>, p. "
      "12.</li></ol><h2>Bibliography</h2><ul><li><cite "
      "id=\"CITEREFSmith2001\">" +
      smith + "</cite></li></ul>");
  EXPECT_THAT(reading.texts(BlockKind::reference), ElementsAre(smith));
  EXPECT_THAT(links(reading), ElementsAre("[1]>CITEREFSmith2001", "Smith 2001, p. 12.>CITEREFSmith2001"));
}

TEST(HtmlReader, PartsThatCoinsNames) {
  const Reading reading = read(
      "<p>Mice sleep.<a href=\"./Sleep#cite_note-1\">[1]</a></p><ol typeof=\"mw:Extension/references\" "
      "class=\"references\"><li id=\"cite_note-1\">Smith, J. (2001). \"Sleep\". <a "
      "href=\"https://doi.org/10.9999%2Fsleep.1\">doi</a><span class=\"Z3988\" "
      "title=\"rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&amp;rft.genre=article&amp;rft.atitle=Sleep+"
      "in+mice&amp;rft."
      "jtitle=J+Examples&amp;rft.date=2001&amp;rft.aulast=Smith&amp;rft.aufirst=Jane&amp;rft_id=info%3Apmid%"
      "2F90000001\"></"
      "span></li></ol>");
  ASSERT_EQ(reading.documents[0].references.size(), 1U);
  const auto& reference = reading.documents[0].references[0];
  EXPECT_EQ(reference.label, "1");
  EXPECT_EQ(reference.fields.title, "Sleep in mice");
  EXPECT_EQ(reference.fields.container, "J Examples");
  EXPECT_EQ(reference.fields.year, 2001);
  EXPECT_EQ(reference.fields.authors.at(0).family, "Smith");
  EXPECT_EQ(reference.ids.doi, "10.9999/sleep.1");
  EXPECT_EQ(reference.ids.pmid, "90000001");
}

/// Each journal links in its own way.
TEST(HtmlReader, JournalsListsInEveryShape) {
  const std::string body =
      "<h1>T</h1><p>Mice sleep <a href=\"#A\">1</a>; all do <a href=\"#A\">1</a>-<a href=\"#C\">3</a>.</p>";
  const std::vector<std::string> lists{
      // the number in print, the id on the item
      "<ul class=\"ref-list\"><li id=A><span>1.</span> " + smith + "</li><li id=B><span>2.</span> " + doe +
          "</li><li id=C><span>3.</span> " + poe + "</li></ul>",
      // numbered by <ol>, the id on a paragraph in the item, links behind
      "<ol class=\"c-article-references\"><li><p id=A>" + smith +
          "</p><p class=\"c-article-references__links\"><a href=\"https://x\">Google "
          "Scholar</a></p></li><li><p id=B>" +
          doe + "</p></li><li><p id=C>" + poe + "</p></li></ol>",
      // an empty anchor in the item
      "<ol><li><span>1.</span><a name=A></a>" + smith + "<li><span>2.</span><a name=B></a>" + doe +
          "<li><span>3.</span><a name=C></a>" + poe + "</ol>",
      // the arrow back to the text bears the id
      "<ol class=cit-list><li><a id=A href=\"#x1\">&#8629;</a><div class=cit>" + smith +
          "</div></li><li><a id=B href=\"#x2\">&#8629;</a><div class=cit>" + doe +
          "</div></li><li><a id=C href=\"#x3\">&#8629;</a><div class=cit>" + poe + "</div></li></ol>",
      // paragraphs
      "<h2>References</h2><p><a name=A id=A></a>1. " + smith + "</p><p><a name=B></a>2. " + doe +
          "</p><p><a name=C></a>3. " + poe + "</p><h2>Copyright</h2><p>It is ours.</p>",
      // lines of one paragraph
      "<h2>References</h2><p><a name=A></a>1. " + smith + "<br><a name=B></a>2. " + doe +
          "<br><a name=C></a>3. " + poe + "</p>",
      // a table
      "<h2>References</h2><table><tr><td><a name=A>1.</a><td>" + smith + "<tr><td><a name=B>2.</a><td>" +
          doe + "<tr><td><a name=C>3.</a><td>" + poe + "</table>",
      // terms and what they stand for
      "<dl><dt id=A>[1]</dt><dd>" + smith + "</dd><dt id=B>[2]</dt><dd>" + doe +
          "</dd><dt id=C>[3]</dt><dd>" + poe + "</dd></dl>",
  };
  for (const std::string& list : lists) {
    SCOPED_TRACE(list);
    const Reading reading = read(body + list);
    EXPECT_THAT(links(reading), ElementsAre("1>1", "1-3>1,2,3"));
    const auto references = reading.texts(BlockKind::reference);
    ASSERT_EQ(references.size(), 3U);
    EXPECT_THAT(references[0], HasSubstr(smith));
    EXPECT_THAT(references[0], Not(HasSubstr("Scholar")));
    EXPECT_THAT(references[2], HasSubstr(poe));
  }
}

TEST(HtmlReader, LinksBackTellWhatLinksCiteWhoseTargetIsMissing) {
  const Reading reading = read(
      "<p>Mice sleep <a href=\"#bib1\" id=\"bbib1\">[1]</a>.</p><ol class=\"references\"><li><span><a "
      "href=\"#bbib1\">[1]</a></span><div>" +
      smith + "</div></li></ol>");
  EXPECT_THAT(links(reading), ElementsAre("[1]>1"));
}

TEST(HtmlReader, NamesAndYearsThatLink) {
  const Reading reading = read(
      "<p>Mice sleep (<a href=\"#ref-smith\" role=\"doc-biblioref\">Smith 2001</a>; <a href=\"#ref-doe\">Doe "
      "and Roe "
      "2002</a>).</p><div id=\"refs\" class=\"references csl-bib-body\"><div id=\"ref-doe\">" +
      doe + "</div><div id=\"ref-smith\">" + smith + "</div></div>");
  EXPECT_THAT(links(reading), ElementsAre("Smith 2001>ref-smith", "Doe and Roe 2002>ref-doe"));
}

TEST(HtmlReader, MarkersWithACopyOfTheEntryBesideThem) {
  const auto mark = [](const std::string& words, const std::string& entry) {
    return "<span><b>" + words + "</b><span class=\"popup closed\">" + entry + "</span></span>";
  };
  const Reading reading =
      read("<p>Mice sleep (" + mark("Smith 2001", smith) + "; " + mark("2002", doe) +
           ").</p><h2>Refer&ecirc;ncias</h2><ul><li>" + smith + "</li><li>" + doe + "</li></ul>");
  EXPECT_THAT(reading.texts(BlockKind::paragraph), ElementsAre("Mice sleep (Smith 2001; 2002)."));
  EXPECT_THAT(links(reading), ElementsAre("Smith 2001>1", "2002>2"));
}

TEST(HtmlReader, RaisedNumbersThatNothingLinks) {
  const Reading reading = read(
      "<p>Mice sleep.<sup>1</sup> They weigh 10<sup>2</sup> mg on 3 m<sup>2</sup>.<sup>2,3</sup> Cats "
      "<sup>3</sup> rest.</p><h2>References</h2><ol><li>" +
      smith + "<li>" + doe + "<li>" + poe + "</ol>");
  EXPECT_THAT(links(reading), ElementsAre("1>1", "2,3>2,3", "3>3"));
}

TEST(HtmlReader, AListThatNothingLeadsToIsReadAsPrinted) {
  const Reading reading =
      read("<p>Mice sleep (Smith, 2001).</p><p><b>References</b></p><p>" + doe + "</p><p>" + smith + "</p>");
  EXPECT_THAT(reading.texts(BlockKind::reference), ElementsAre(doe, smith));
  EXPECT_THAT(links(reading), IsEmpty());
  EXPECT_EQ(reading.documents[0].blocks.back().label, "");
}

TEST(HtmlReader, AffiliationsAreNoReferences) {
  const Reading reading = read(
      "<h1>T</h1><p>J. Smith<sup><a href=\"#a1\">1</a></sup>, A. Doe<sup><a "
      "href=\"#a2\">2</a></sup></p><ol><li "
      "id=a1>Institute of Sleep, Exampletown</li><li id=a2>Institute of Waking, "
      "Exampleville</li></ol><p>Mice sleep.</p>");
  EXPECT_THAT(reading.texts(BlockKind::reference), IsEmpty());
  EXPECT_THAT(links(reading), IsEmpty());
}

TEST(HtmlReader, AMagazineAroundItsText) {
  const std::string text =
      "Mice sleep for twelve hours a day, and nobody has found out so far why they do it at all.";
  const Reading reading = read(
      "<title>Sleep of mice | The Magazine</title><body><div class=\"cookie-notice\"><p>We use cookies. You "
      "may refuse them.</p></div><nav><ul><li><a "
      "href=/a>News</a><li><a href=/b>Health</a></ul></nav><div id=\"main\" class=\"content "
      "has-sidebar\"><h1>Sleep of mice</h1><p class=byline>By A. Writer</p><p>" +
      text +
      "</p><div class=\"ad-slot\"><p>Buy our pillow. It is the best pillow that money can buy.</p></div><p>" +
      text +
      "</p><p><a href=/c>Read more: ten facts about rats</a></p><ul class=\"related\"><li><a href=/d>Cats "
      "sleep too, a study says.</a></ul></div><div "
      "id=comments><p>I have a mouse and it never sleeps.</p></div><form><label>Your "
      "comment</label><textarea>x</textarea></form><footer><p>All rights "
      "reserved.</p></footer>");
  EXPECT_THAT(reading.texts(BlockKind::paragraph), ElementsAre(text, text));
  EXPECT_THAT(reading.texts(BlockKind::title), ElementsAre("Sleep of mice"));
  EXPECT_THAT(reading.texts(BlockKind::list_item), IsEmpty());
}

TEST(HtmlReader, TablesCaptionsAndBoxes) {
  const Reading reading = read(
      "<h1>T</h1><table class=infobox><tr><th>Field<td>Sleep</table><p>Mice sleep.</p><table><caption>Table "
      "1. Mice</caption><tr><th>Mouse<th>Hours<tr><td>A<td>12"
      "</table><figure><img src=x><figcaption>Figure 1: A mouse.</figcaption></figure><div><strong>Figure "
      "2</strong><br>A rat.</div><table><tr><td><p>Cats "
      "rest.</p><h2>H</h2></td></tr></table>");
  EXPECT_THAT(reading.texts(BlockKind::info_box), ElementsAre("Field Sleep"));
  EXPECT_THAT(reading.texts(BlockKind::table), ElementsAre("Mouse Hours", "A 12"));
  EXPECT_THAT(reading.texts(BlockKind::caption),
              ElementsAre("Table 1. Mice", "Figure 1: A mouse.", "Figure 2 A rat."));
  EXPECT_THAT(reading.texts(BlockKind::paragraph), ElementsAre("Mice sleep.", "Cats rest."));
}

TEST(HtmlReader, SectionsAndLines) {
  const Reading reading = read(
      "<h1>T</h1><h2>One</h2><p>A mouse.<br><br>A rat.<p><b>Two</b></p><p>A "
      "cat.</p><h3>Three:</h3>Words<div>more</div>end<h2>Funding</h2><p>Ours.</p>");
  std::vector<std::string> sections;
  for (const auto& block : reading.documents[0].blocks) {
    if (block.kind == BlockKind::paragraph) sections.push_back(block.section);
  }
  EXPECT_THAT(sections, ElementsAre("One", "One", "One > Two", "One > Three", "One > Three", "One > Three"));
  EXPECT_THAT(reading.texts(BlockKind::boilerplate), ElementsAre("Ours."));
}

TEST(HtmlReader, HighwireTagsMakeTheRecord) {
  const Reading reading = read(
      "<head><meta name=\"citation_title\" content=\"Sleep in mice &amp; rats\"><meta name=citation_author "
      "content=\"Doe, Jane\"><meta name=citation_author "
      "content=\"John van Roe\"><meta name=\"citation_journal_title\" content=\"J Examples\"><meta "
      "name=citation_doi content=\"doi:10.9999/ABC\"><meta "
      "name=citation_pmid content=90000002><meta name=citation_publication_date content=\"2001/05/06\"><meta "
      "name=citation_volume content=7><meta "
      "name=citation_firstpage content=8><meta name=citation_lastpage content=9><meta "
      "name=citation_reference content=\"citation_title=Waking in "
      "rats;citation_author=A Doe;citation_journal_title=J "
      "Examples;citation_year=2002;citation_doi=10.9999/def\"></head><p>Mice sleep.</p>");
  ASSERT_EQ(reading.works.size(), 1U);
  const auto& work = reading.works[0];
  EXPECT_EQ(work.title, "Sleep in mice & rats");
  EXPECT_EQ(work.authors.at(0).family, "Doe");
  EXPECT_EQ(work.authors.at(1).family, "van Roe");
  EXPECT_EQ(work.authors.at(1).given, "John");
  EXPECT_EQ(work.container, "J Examples");
  EXPECT_EQ(work.issued.year, 2001);
  EXPECT_EQ(work.pages, "8-9");
  EXPECT_EQ(work.ids.doi, "10.9999/abc");
  EXPECT_EQ(work.ids.pmid, "90000002");
  EXPECT_EQ(reading.documents[0].ids.doi, "10.9999/abc");
  EXPECT_EQ(work.links.at(0).target.doi, "10.9999/def");
  EXPECT_THAT(reading.texts(BlockKind::reference), ElementsAre(HasSubstr("Waking in rats")));
}

TEST(HtmlReader, JsonLdMakesTheRecord) {
  const Reading reading = read(
      "<script "
      "type=\"application/ld+json\">{\"@context\":\"https://"
      "schema.org\",\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"S\"},{\"@type\":[\"NewsArticle\"],"
      "\"headline\":\"Mice "
      "sleep\",\"datePublished\":\"2001-05-06T07:08\",\"author\":[{\"@type\":\"Person\",\"name\":\"Jane "
      "Doe\"},{\"@type\":\"Organization\",\"name\":\"The Agency\"}],\"publisher\":{\"name\":\"The "
      "Paper\"}}]}</script><p>Mice sleep.</p>");
  ASSERT_EQ(reading.works.size(), 1U);
  EXPECT_EQ(reading.works[0].title, "Mice sleep");
  EXPECT_EQ(reading.works[0].type, evident::model::WorkType::news);
  EXPECT_EQ(reading.works[0].issued.month, 5);
  EXPECT_EQ(reading.works[0].authors.at(0).family, "Doe");
  EXPECT_TRUE(reading.works[0].authors.at(1).collective);
}

TEST(HtmlReader, APageThatSaysNothingOfItselfIsNoWork) {
  EXPECT_THAT(read("<title>T</title><p>Mice sleep.</p>").works, IsEmpty());
}

}  // namespace
