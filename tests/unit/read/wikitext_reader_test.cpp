// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of wikitext: text, blocks, footnotes and what they cite.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "read/wikitext/reader.hpp"
#include "support/memory_reading.hpp"

namespace {

using evident::model::BlockKind;
using evident::model::WorkType;
using evident::test::Reading;
using testing::ElementsAre;
using testing::IsEmpty;

Reading read(std::string_view page) {
  return Reading(evident::read::wikitext_reader(), page);
}
std::vector<std::string> paragraphs(std::string_view page) {
  return read(page).texts(BlockKind::paragraph);
}

/// Each citation as "marker>label,label".
std::vector<std::string> citations(const Reading& reading) {
  std::vector<std::string> out;
  for (const auto& mark : reading.documents.at(0).citations) {
    std::string words = reading.documents[0].text.substr(mark.span.start, mark.span.size()) + ">";
    for (const auto& label : mark.labels) words += (words.ends_with('>') ? "" : ",") + label;
    out.push_back(words);
  }
  return out;
}
/// Each reference block as "label: text".
std::vector<std::string> references(const Reading& reading) {
  std::vector<std::string> out;
  for (const auto& block : reading.documents.at(0).blocks) {
    if (block.kind == BlockKind::reference)
      out.push_back(block.label + ": " +
                    reading.documents[0].text.substr(block.span.start, block.span.size()));
  }
  return out;
}
const evident::model::MarkedReference& marked(const Reading& reading) {
  return reading.documents.at(0).references.at(0);
}

TEST(WikitextText, LinksEmphasisCommentsAndTagsLeaveTheirWords) {
  EXPECT_THAT(paragraphs("The '''''bold''''' ''[[drug]]'' [[a b|was]] given<!-- note --> to 10<sup>6</sup> "
                         "[http://example.org/ people of]<br/>the <span class=\"x\">town</span>. It's '90s."),
              ElementsAre("The bold drug was given to 106 people of the town. It's '90s."));
}

TEST(WikitextText, NowikiAndEntitiesAreShown) {
  EXPECT_THAT(
      paragraphs("Write <nowiki>[[x]] ''y''</nowiki> or 5&nbsp;mg &amp; caf&eacute;, a&lt;b. __NOTOC__"),
      ElementsAre("Write [[x]] ''y'' or 5\u00a0mg & caf\u00e9, a<b."));
}

TEST(WikitextText, TemplatesInALineShowWhatTheyAreGiven) {
  EXPECT_THAT(
      paragraphs(
          "Walk {{convert|5|to|10|km|mi}}, {{lang|de|Haus}}, {{nowrap|a b}}, {{frac|1|2}}, {{val|1.5|u=kg}}, "
          "H{{sub|2}}O, {{unheard of|some words|x=1}}, {{flagicon|USA}}{{#if:x|yes|no}}{{!}}{{cn}}."),
      ElementsAre("Walk 5 to 10 km, Haus, a b, 1/2, 1.5 kg, H2O, some words, yes|[citation needed]."));
}

TEST(WikitextText, FormulasAreLeftOutUnlessShort) {
  EXPECT_THAT(paragraphs("If <math>n</math> grows, <math>\\frac{1}{n^2}</math> shrinks."),
              ElementsAre("If n grows, shrinks."));
}

TEST(WikitextBlocks, HeadingsListsTablesAndCaptionsAreTold) {
  const Reading reading = read(
      "Lead [[File:a b.jpg|thumb|left|200px|alt=x|A [[picture]].]] goes on.\n\n== One ==\nText\nof two "
      "lines.\n* item\n# ''other''\n"
      "=== Two ===\n{| class=\"x\"\n|+ Of the table\n! Head !! Other\n|-\n| style=\"a\" | Cell || "
      "[[b|c]]\nmore\n|}\nBehind.\n"
      "<gallery>\nFile:x.png|Shown\n</gallery>\n[[Category:Drugs]]\n[[de:Droge]]\n");
  EXPECT_THAT(reading.texts(BlockKind::paragraph),
              ElementsAre("Lead goes on.", "Text of two lines.", "Behind."));
  EXPECT_THAT(reading.texts(BlockKind::heading), ElementsAre("One", "Two"));
  EXPECT_THAT(reading.texts(BlockKind::list_item), ElementsAre("item", "other"));
  EXPECT_THAT(reading.texts(BlockKind::table), ElementsAre("Head Other", "Cell c more"));
  EXPECT_THAT(reading.texts(BlockKind::caption), ElementsAre("A picture.", "Of the table", "Shown"));
  EXPECT_EQ(reading.documents[0].blocks.back().section, "One > Two");
  EXPECT_THAT(reading.codes(), IsEmpty());
}

TEST(WikitextBlocks, AnInfoBoxIsLinesOfItsOwnAndGivesNoIdentifier) {
  const Reading reading = read(
      "{{Infobox drug\n| name = Foo\n| PubChem = 2284\n| CAS_number=<!-- none -->\n| image_caption = It "
      "[[shown]]\n}}'''Foo''' is it.");
  EXPECT_THAT(reading.texts(BlockKind::info_box), ElementsAre("name Foo", "PubChem 2284"));
  EXPECT_THAT(reading.texts(BlockKind::caption), ElementsAre("It shown"));
  EXPECT_THAT(reading.texts(BlockKind::paragraph), ElementsAre("Foo is it."));
  EXPECT_TRUE(reading.documents[0].ids.empty());
}

TEST(WikitextBlocks, ThePagesSubjectIsItsTitle) {
  EXPECT_EQ(read("{{Infobox x|a=b}}\n'''The ''[[foo]]'' bar''' is it.").documents.at(0).title, "The foo bar");
  EXPECT_EQ(read("Words of [[foo]].\n\n== Head ==\n'''Bold'''.").documents.at(0).title, "");
}

TEST(WikitextFootnotes, NamesAreReusedHoweverTheyAreWritten) {
  const Reading reading = read(
      "A.<ref name=\"x y\">Book, 2001, p. 3</ref> B.<ref name=x y/> C.<ref name='x y' /> D.<REF "
      "NAME=\"z\">{{cite web|title=Z|url=http://example.org}}</ref>"
      "{{r|z|x y}}");
  EXPECT_THAT(citations(reading), ElementsAre("[1]>1", "[1]>1", "[1]>1", "[2]>2", "[2]>2", "[1]>1"));
  EXPECT_THAT(references(reading), ElementsAre("1: Book, 2001, p. 3", "2: \"Z\". http://example.org"));
}

TEST(WikitextFootnotes, AListMayDefineThem) {
  for (const char* list :
       {"<references>\n<ref name=a>First, 2001</ref>\n<ref name=b>Second, 2002</ref></references>",
        "{{reflist|30em|refs=\n<ref name=a>First, 2001</ref>\n<ref name=b>Second, 2002</ref>}}"}) {
    const Reading reading = read("One.<ref name=b/> Two.<ref name=a/>\n\n" + std::string(list));
    EXPECT_THAT(citations(reading), ElementsAre("[1]>1", "[2]>2"));
    EXPECT_THAT(references(reading), ElementsAre("1: Second, 2002", "2: First, 2001"));
  }
}

TEST(WikitextFootnotes, WhatNoPlaceCitesIsKeptAndTold) {
  const Reading reading = read("One.\n<references><ref name=a>First, 2001</ref></references>");
  EXPECT_THAT(references(reading), ElementsAre("1: First, 2001"));
  EXPECT_THAT(reading.codes(), ElementsAre("uncited-reference"));
}

TEST(WikitextFootnotes, ANameThatNothingDefinesDangles) {
  EXPECT_THAT(citations(read("One.<ref name=gone/>")), ElementsAre("[1]>gone"));
}

TEST(WikitextFootnotes, ASecondMeaningOfANameIsAReferenceOfItsOwn) {
  const Reading same = read("A.<ref name=a>First, 2001</ref> B.<ref name=a>First,  2001</ref>");
  EXPECT_THAT(references(same), ElementsAre("1: First, 2001"));
  const Reading other = read("A.<ref name=a>First, 2001</ref> B.<ref name=a>Other, 2002</ref>");
  EXPECT_THAT(citations(other), ElementsAre("[1]>1", "[2]>2"));
  EXPECT_THAT(other.codes(), ElementsAre("redefined-reference"));
}

TEST(WikitextFootnotes, GroupsNumberByThemselvesAndNotesAreText) {
  const Reading reading = read(
      "One.<ref group=note>This was so for most of them, though nobody could say why it came to be.<ref "
      "name=a/></ref>\n\n"
      "Two.{{efn|Others thought that it had never been the case at all, and so said they "
      "all.{{sfn|Doe|2001}}}}<ref name=a>First, 2001</ref>"
      "{{refn|group=nb|See {{cite book|title=B|last=Doe|year=2001}}}}");
  EXPECT_THAT(references(reading),
              ElementsAre(testing::StartsWith("1: "), testing::StartsWith("nb 1: See Doe")));
}

TEST(WikitextFootnotes, AProseNoteKeepsItsOwnCitations) {
  const Reading reading = read(
      "It was so.{{efn|Others thought that it had never been the case at all, and so said they "
      "all.<ref>First, 2001</ref>}} Next.");
  EXPECT_THAT(reading.texts(BlockKind::paragraph),
              ElementsAre("It was so. Next.",
                          "Others thought that it had never been the case at all, and so said they all.[1]"));
  EXPECT_THAT(citations(reading), ElementsAre("[1]>1"));
  EXPECT_EQ(reading.documents[0].blocks[1].section, "Notes");
}

TEST(WikitextFootnotes, SeveralWorksInOneAreSeveralReferences) {
  const Reading reading =
      read("A.<ref>{{cite book|title=One|year=2001}} and {{cite book|title=Two|year=2002}}</ref>");
  EXPECT_THAT(citations(reading), ElementsAre("[1]>1a,1b"));
  EXPECT_THAT(references(reading), ElementsAre("1a: \"One\". 2001. and", "1b: \"Two\". 2002."));
}

TEST(WikitextFootnotes, FollowingAndExtendingOnesBelongToTheFirst) {
  const Reading reading = read(
      "A.<ref name=a>First, 2001</ref><ref follow=a>and Second, 2002</ref> B.<ref extends=a>p. 5</ref> "
      "C.<ref name=a details=\"p. 6\"/>");
  EXPECT_THAT(citations(reading), ElementsAre("[1]>1a,1b", "[1]>1a,1b", "[1]>1a,1b"));
}

TEST(WikitextFootnotes, ThoseInBoxesTablesAndCaptionsCount) {
  const Reading reading = read(
      "{{Infobox x|a=b<ref>One, 2001</ref>|m={{Infobox y|c=d<ref>Two, 2001</ref>}}}}\n{|\n| Cell<ref>Three, "
      "2001</ref>\n|}\n"
      "{{unknown|named=<ref>Four, 2001</ref>}}\n[[File:a.png|thumb|Caption<ref>Five, 2001</ref>]]\n== "
      "Head<ref>Six, 2001</ref> ==");
  EXPECT_EQ(reading.documents[0].citations.size(), 6U);
  EXPECT_EQ(references(reading).size(), 6U);
}

TEST(WikitextCitations, AJournalArticleGivesItsParts) {
  const Reading reading = read(
      "A.<ref>{{Cite_journal |last1=Doe |first1=Jane Q. |author2=Roe, R. |title=A ''trial'' of [[foo|it]]. "
      "|journal=J Foo |volume=12 |issue=3 "
      "|pages=45&ndash;6 |date=May 2001 |pmid=90000001 |pmc=9000002 |doi=10.9999/Foo.1 "
      "|url=http://example.org/a |access-date=1 June 2002}}</ref>");
  const auto& reference = marked(reading);
  EXPECT_EQ(reference.fields.title, "A trial of it");
  EXPECT_EQ(reference.fields.container, "J Foo");
  EXPECT_EQ(reference.fields.year, 2001);
  EXPECT_EQ(reference.fields.date, "May 2001");
  EXPECT_EQ(reference.fields.volume, "12");
  EXPECT_EQ(reference.fields.issue, "3");
  EXPECT_EQ(reference.fields.pages, "45\u20136");
  EXPECT_EQ(reference.fields.type, WorkType::article);
  EXPECT_EQ(reference.ids.pmid, "90000001");
  EXPECT_EQ(reference.ids.pmcid, "PMC9000002");
  EXPECT_EQ(reference.ids.doi, "10.9999/foo.1");
  ASSERT_EQ(reference.fields.authors.size(), 2U);
  EXPECT_EQ(reference.fields.authors[0].family, "Doe");
  EXPECT_EQ(reference.fields.authors[0].initials, "JQ");
  EXPECT_EQ(reference.fields.authors[1].initials, "R");
}

TEST(WikitextCitations, OtherLanguagesNameTheSameParts) {
  struct Case {
    const char* page;
    const char* container;
    WorkType type;
  };
  for (const Case& each :
       {Case{"{{Literatur |Autor=Jana Doe |Titel=Das Ding |Sammelwerk=Zeitschrift |Band=3 |Nummer=2 "
             "|Jahr=2001 |Seiten=4}}",
             "Zeitschrift", WorkType::article},
        Case{"{{Article|langue=fr|prénom1=Jana|nom1=Doe|titre=Das "
             "Ding|périodique=Revue|volume=3|numéro=2|année=2001|passage=4}}",
             "Revue", WorkType::article},
        Case{"{{Cita publicación|apellidos=Doe|nombre=Jana|título=Das "
             "Ding|publicación=Revista|volumen=3|número=2|año=2001|páginas=4}}",
             "Revista", WorkType::article},
        Case{"{{Citeer tijdschrift|achternaam=Doe|voornaam=Jana|titel=Das "
             "Ding|tijdschrift=Blad|volume=3|nummer=2|jaar=2001|pagina's=4}}",
             "Blad", WorkType::article},
        Case{"{{Cytuj pismo|nazwisko=Doe|imię=Jana|tytuł=Das "
             "Ding|czasopismo=Pismo|wolumin=3|numer=2|rok=2001|strony=4}}",
             "Pismo", WorkType::article},
        Case{"{{vcite journal|author=Doe J|title=Das Ding|journal=Blatt|volume=3|issue=2|year=2001|pages=4}}",
             "Blatt", WorkType::article}}) {
    SCOPED_TRACE(each.page);
    const Reading reading = read("A.<ref>" + std::string(each.page) + "</ref>");
    const auto& fields = marked(reading).fields;
    EXPECT_EQ(fields.title, "Das Ding");
    EXPECT_EQ(fields.container, each.container);
    EXPECT_EQ(fields.volume, "3");
    EXPECT_EQ(fields.issue, "2");
    EXPECT_EQ(fields.pages, "4");
    EXPECT_EQ(fields.year, 2001);
    EXPECT_EQ(fields.type, each.type);
    ASSERT_EQ(fields.authors.size(), 1U);
    EXPECT_EQ(fields.authors[0].family, "Doe");
    EXPECT_EQ(fields.authors[0].initials, "J");
  }
}

TEST(WikitextCitations, ATemplateOfIdentifiersGivesThem) {
  EXPECT_EQ(marked(read("A.<ref>{{cite pmid|90000001}}</ref>")).ids.pmid, "90000001");
  EXPECT_EQ(marked(read("A.<ref>{{cite doi|10.9999/foo.1}}</ref>")).ids.doi, "10.9999/foo.1");
  EXPECT_THAT(references(read("A.<ref>Doe J. Title. J Foo 2001. {{PMID|90000001}}</ref>")),
              ElementsAre("1: Doe J. Title. J Foo 2001. PMID 90000001"));
}

TEST(WikitextCitations, AuthorsOfOneParameterAreToldApart) {
  const auto families = [](const std::string& authors) {
    const Reading reading = read("A.<ref>{{cite book|title=T|year=2001|" + authors + "}}</ref>");
    std::vector<std::string> out;
    for (const auto& who : marked(reading).fields.authors) out.push_back(who.family + "/" + who.initials);
    if (marked(reading).fields.et_al) out.emplace_back("et al");
    return out;
  };
  EXPECT_THAT(families("vauthors=Doe JA, van Roe B, et al"), ElementsAre("Doe/JA", "van Roe/B", "et al"));
  EXPECT_THAT(families("author=Doe J, Roe B, Poe C"), ElementsAre("Doe/J", "Roe/B", "Poe/C"));
  EXPECT_THAT(families("author=Doe, Jane; Roe, Bob"), ElementsAre("Doe/J", "Roe/B"));
  EXPECT_THAT(families("author=Jane van Doe"), ElementsAre("van Doe/J"));
  EXPECT_THAT(families("author=World Health Organization of Foo"),
              ElementsAre("World Health Organization of Foo/"));
  EXPECT_THAT(families("last=Doe|first=J|last2=Roe|first2=B|display-authors=etal"),
              ElementsAre("Doe/J", "Roe/B", "et al"));
  EXPECT_THAT(families("editor-last=Doe|editor-first=J"), ElementsAre("Doe/J"));
}

TEST(WikitextCitations, ShortOnesLeadToTheFullOnes) {
  const Reading reading = read(
      "A.{{sfn|Doe|Roe|2001|p=3}} B.<ref>{{harvnb|Doe|Roe|2001|p=4}}</ref> C.<ref>Poe 1999, pp. 5-6.</ref> "
      "D.{{sfn|Doe|Roe|2001|p=3}} "
      "As {{harvtxt|Poe|1999}} says "
      "{{harv|Doe|Roe|2001}}.{{sfnm|1a1=Doe|1a2=Roe|1y=2001|2a1=Poe|2y=1999}}\n\n== Bibliography ==\n"
      "* {{cite book|last=Doe|first=J|last2=Roe|title=One|year=2001}}\n* Poe, Carl. ''Two''. Town, 1999.\n");
  EXPECT_THAT(citations(reading),
              ElementsAre("[1]>Doe 2001", "[2]>Doe 2001", "[3]>entry", "[1]>Doe 2001", "Poe (1999)>entry",
                          "(Doe & Roe 2001)>Doe 2001", "[4]>Doe 2001,entry"));
  EXPECT_THAT(references(reading),
              ElementsAre("Doe 2001: Doe, J; Roe (2001). \"One\".", "entry: Poe, Carl. Two. Town, 1999."));
}

TEST(WikitextCitations, AShortOneWithoutAFullOneStandsForItself) {
  const Reading reading = read("A.{{sfn|Doe|2001|p=3}}");
  EXPECT_THAT(references(reading), ElementsAre("1: Doe 2001, p. 3"));
  EXPECT_THAT(reading.codes(), ElementsAre("unanswered-short-citation"));
}

TEST(WikitextCitations, BareAddressesAreReferences) {
  const Reading reading = read(
      "A.<ref>http://example.org/a</ref> B.<ref>[http://example.org/b A title], ''Foo Daily''</ref> "
      "C.[http://example.org/c]");
  EXPECT_THAT(references(reading),
              ElementsAre("1: http://example.org/a", "2: http://example.org/b \"A title\", Foo Daily",
                          "3: http://example.org/c"));
  EXPECT_EQ(reading.documents[0].citations.size(), 3U);
}

TEST(WikitextCitations, MarksThatCiteNothingAreNoReferences) {
  const Reading reading =
      read("A.<ref>One, 2001</ref>{{rp|23}} B.{{citation needed|date=May 2010}} C.{{clarify}}");
  EXPECT_THAT(citations(reading), ElementsAre("[1]>1"));
  EXPECT_THAT(reading.texts(BlockKind::paragraph), ElementsAre("A.[1] B.[citation needed] C."));
}

TEST(WikitextCitations, AFullCitationInTheTextIsAFootnote) {
  EXPECT_THAT(citations(read("He wrote {{cite book|title=One|year=2001}} then.")), ElementsAre("[1]>1"));
}

TEST(WikitextFormat, IsToldByContent) {
  const auto accepts = [](std::string_view head) { return evident::read::wikitext_reader().accepts(head); };
  EXPECT_TRUE(accepts("'''Foo''' is a [[drug]]."));
  EXPECT_TRUE(accepts("Foo is.<ref name=a>Bar</ref>"));
  EXPECT_TRUE(accepts("{{Infobox\n| a = b\n}}\n== Head ==\n"));
  EXPECT_TRUE(accepts("#REDIRECT [[Other]]"));
  EXPECT_TRUE(accepts("<mediawiki xmlns=\"http://www.mediawiki.org/xml/export-0.10/\">"));
  EXPECT_FALSE(accepts("Foo is a drug [1]. It's ''old''.\n\nReferences\n1. Doe J."));
  EXPECT_FALSE(accepts("@article{a, title = {{Foo}}, note = {[[x]]}}"));
  EXPECT_FALSE(accepts("<!DOCTYPE html><p>[[x]] {{y}} '''z'''"));
  EXPECT_FALSE(accepts("x = a[[1]]; y = {{1, 2}, {3}}"));
  EXPECT_FALSE(accepts("Title\n=====\nText"));
  EXPECT_FALSE(accepts(""));
}

TEST(WikitextNotes, NamesWithInitialsBeginAReference) {
  const std::string page =
      "Ferns grow.<ref>Moss AB, Fernleaf Q. How ferns can be grown where there is no light, and what that "
      "has to do "
      "with the mosses around them. Archives of ferns.</ref> Moss grows.<ref group=note>There are mosses "
      "that can not be grown "
      "where ferns are, however much light there may be for them.</ref>\n";
  const Reading reading = read(page);
  ASSERT_EQ(references(reading).size(), 1U);
  EXPECT_EQ(references(reading)[0].substr(0, 11), "1: Moss AB,");
}

}  // namespace
