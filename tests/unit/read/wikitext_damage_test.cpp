// SPDX-License-Identifier: GPL-3.0-or-later
// What the wikitext reader does with dumps, damage, and mark-up made to be slow.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "read/wikitext/reader.hpp"
#include "support/cpu_clock.hpp"
#include "support/damage.hpp"
#include "support/memory_reading.hpp"

namespace {

using evident::model::BlockKind;
using evident::test::Reading;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Reading read(std::string_view bytes) {
  return Reading(evident::read::wikitext_reader(), bytes);
}

std::string page(const std::string& title, const std::string& text, const std::string& more = "<ns>0</ns>") {
  return "<page><title>" + title + "</title>" + more +
         "<id>7</id><revision><id>1</id><text xml:space=\"preserve\">" + text + "</text></revision></page>\n";
}
std::string dump(const std::string& pages) {
  return "<mediawiki version=\"0.10\" xml:lang=\"en\">\n<siteinfo><sitename>Foo</sitename></siteinfo>\n" +
         pages + "</mediawiki>\n";
}

/// What stands in the file behind each citation.
std::vector<std::string> cut_citations(const Reading& reading, const std::string& bytes) {
  std::vector<std::string> out;
  for (const auto& mark : reading.documents.at(0).citations) {
    const auto span = reading.documents[0].offsets.to_source(mark.span);
    out.push_back(bytes.substr(span.start, span.size()));
  }
  return out;
}

TEST(WikitextDump, EachArticleIsADocumentAndOffsetsAreOfTheFile) {
  const std::string bytes =
      dump(page("Foo &amp; bar",
                "It &amp;nbsp;is &quot;so&quot;.&lt;ref name=&quot;a&quot;&gt;Book, 2001&lt;/ref&gt; Next."));
  const Reading reading = read(bytes);
  ASSERT_EQ(reading.documents.size(), 1U);
  EXPECT_EQ(reading.documents[0].title, "Foo & bar");
  EXPECT_EQ(reading.documents[0].name, "Foo & bar.7");
  EXPECT_THAT(reading.texts(BlockKind::paragraph), ElementsAre("It \u00a0is \"so\".[1] Next."));
  EXPECT_THAT(cut_citations(reading, bytes),
              ElementsAre("&lt;ref name=&quot;a&quot;&gt;Book, 2001&lt;/ref&gt;"));
  EXPECT_THAT(reading.codes(), IsEmpty());
}

TEST(WikitextDump, RedirectsAndOtherNamespacesAreCounted) {
  const Reading reading =
      read(dump(page("A", "x", "<ns>0</ns><redirect title=\"B\"/>") + page("B", "#REDIRECT [[C]]") +
                page("Talk:C", "words", "<ns>1</ns>") + page("C", "Words.") + page("D", "")));
  ASSERT_EQ(reading.documents.size(), 1U);
  EXPECT_EQ(reading.documents[0].name, "C");
  EXPECT_THAT(reading.codes(), ElementsAre("redirects", "other-namespaces", "empty-article"));
  EXPECT_THAT(reading.diagnostics[0].message, HasSubstr("2 of 5"));
}

TEST(WikitextDump, TheLastRevisionIsRead) {
  const Reading reading =
      read(dump("<page><title>A</title><ns>0</ns><revision><text>Old.</text></revision><revision><text>New.</"
                "text></revision></page>"));
  EXPECT_THAT(reading.texts(BlockKind::paragraph), ElementsAre("New."));
  EXPECT_THAT(reading.codes(), ElementsAre("older-revisions"));
}

TEST(WikitextDump, DamageCostsOnePage) {
  std::string cut = page("A", "One.");
  cut.resize(cut.find("</text>"));
  const Reading reading = read(dump(cut + page("B", "Two <b>bold</i>.") + page("C", "Three.")));
  ASSERT_EQ(reading.documents.size(), 3U);
  EXPECT_THAT(reading.texts(BlockKind::paragraph, 0), ElementsAre("One."));
  EXPECT_THAT(reading.texts(BlockKind::paragraph, 1), ElementsAre("Two bold."));
  EXPECT_THAT(reading.codes(), ElementsAre("truncated-record", "damaged-xml"));
}

TEST(WikitextDump, AFileThatEndsEarlyIsTold) {
  std::string bytes = dump(page("A", "One."));
  bytes.resize(bytes.find("</mediawiki"));
  EXPECT_THAT(read(bytes).codes(), ElementsAre("truncated-file"));
  EXPECT_THAT(read("<mediawiki><siteinfo/></mediawiki>").codes(), ElementsAre("no-records"));
}

TEST(WikitextDamage, ANulByteIsWhiteSpace) {
  const Reading reading = read(std::string("'''Moss''' is\0green.<ref>Law 2003</ref>", 39));
  EXPECT_THAT(reading.texts(BlockKind::paragraph), ElementsAre(HasSubstr("Moss is green.")));
  EXPECT_THAT(reading.codes(), ElementsAre("nul-bytes"));
}

TEST(WikitextDamage, AnUnclosedTemplateLosesNothingOfThePage) {
  const Reading reading = read(
      "{{Infobox\n| a = b\n| c = [[d]]<ref>One, 2001</ref>\n\nWords of [[it]].\n\n== Head ==\nMore "
      "{{lang|de|Haus}}.");
  EXPECT_THAT(reading.texts(BlockKind::paragraph), Contains("Words of it."));
  EXPECT_THAT(reading.texts(BlockKind::paragraph), Contains("More Haus."));
  EXPECT_EQ(reading.documents[0].citations.size(), 1U);
  ASSERT_THAT(reading.codes(), ElementsAre("unclosed-template"));
  EXPECT_EQ(reading.diagnostics[0].line, 1U);
}

TEST(WikitextDamage, AHeadingClosesWhatWasLeftOpen) {
  const Reading reading = read("A {{foo\n\n== Head ==\nMore.\n\n== Other ==\nEnd }} of it.");
  EXPECT_THAT(reading.texts(BlockKind::heading), ElementsAre("Head", "Other"));
  EXPECT_THAT(reading.texts(BlockKind::paragraph), ElementsAre("A {{foo", "More.", "End }} of it."));
}

TEST(WikitextDamage, AnUnclosedLinkInsideATemplateDoesNotKeepItOpen) {
  const Reading reading = read("A.<ref>{{cite web|title=Foo [[bar|url=http://example.org}}</ref> B [[c]].");
  EXPECT_EQ(reading.documents[0].references.at(0).fields.url, "http://example.org");
  EXPECT_THAT(reading.codes(), ElementsAre("unclosed-link"));
}

TEST(WikitextDamage, AnUnclosedReferenceKeepsItsCitationAndTheText) {
  const Reading reading = read(
      "One.<ref>{{cite book|title=First|year=2001}} Two.<ref>Second, 2002</ref> Three.\n\nFour.<ref "
      "name=a>\n\n== Head ==\nFive.<ref name=a>Third, 2003</ref>");
  EXPECT_THAT(reading.texts(BlockKind::paragraph),
              ElementsAre("One.[1] Two.[2] Three.", "Four.[3]", "Five.[3]"));
  EXPECT_EQ(reading.texts(BlockKind::reference).size(), 3U);
  EXPECT_THAT(reading.codes(), ElementsAre("unclosed-reference", "unclosed-reference"));
}

TEST(WikitextDamage, OtherUnclosedMarkUpIsTold) {
  EXPECT_THAT(read("A <!-- b").codes(), ElementsAre("unclosed-comment"));
  EXPECT_THAT(read("A <!-- b").texts(BlockKind::paragraph), ElementsAre("A b"));
  EXPECT_THAT(read("A <nowiki> b").codes(), ElementsAre("unclosed-tag"));
  const Reading table = read("{|\n| a\n|-\n| b\n\nWords.");
  EXPECT_THAT(table.codes(), ElementsAre("unclosed-table"));
  EXPECT_THAT(table.texts(BlockKind::paragraph), ElementsAre("Words."));
  EXPECT_THAT(read("A.<ref></ref>").codes(), ElementsAre("empty-reference"));
  EXPECT_THAT(read("").codes(), ElementsAre("empty-file"));
  EXPECT_THAT(read(" \n <!-- -->").codes(), ElementsAre("empty-article"));
  EXPECT_THAT(read("#REDIRECT [[A]]").codes(), ElementsAre("redirects"));
}

TEST(WikitextDamage, TheSameDamageOverAndOverIsSummedUp) {
  std::string bytes;
  for (int n = 0; n < 100; ++n) bytes += "{{a ";
  const Reading reading = read(bytes);
  EXPECT_EQ(reading.diagnostics.size(), 21U);
  EXPECT_THAT(reading.diagnostics.back().message, HasSubstr("80 more"));
}

TEST(WikitextDamage, OtherEncodingsAndLineEndsAreRead) {
  const Reading latin = read("'''Caf\xE9''' is [[here]].\r\n\r\n== Head ==\r\nText\r\nof two.");
  EXPECT_THAT(latin.texts(BlockKind::paragraph), ElementsAre("Caf\u00e9 is here.", "Text of two."));
  EXPECT_THAT(latin.texts(BlockKind::heading), ElementsAre("Head"));
}

TEST(WikitextDamage, NothingTakesLongerThanItsLength) {
  const auto times = [](std::string_view part, size_t count) {
    std::string out;
    for (size_t n = 0; n < count; ++n) out += part;
    return out;
  };
  constexpr size_t many = 50'000;
  for (std::string_view part : {"{{",
                                "[[",
                                "{{a|",
                                "[[a|",
                                "<ref>",
                                "<ref>a</ref>",
                                "<ref name=a/>",
                                "<ref ",
                                "<!--",
                                "{|\n",
                                "[http://a ",
                                "''",
                                "==\n",
                                "\n== a ==\n",
                                "</ref>",
                                "<nowiki>",
                                "{{{",
                                "}}",
                                "]]",
                                "{{sfn|A|2001}}",
                                "{{cite book|title=a|last=b",
                                "|",
                                "&amp;",
                                "__",
                                "* {{cite book|title=a|year=2001}}\n",
                                "<references>",
                                "{{a}}",
                                "[[File:a.png|",
                                "<b ",
                                "\n|a||b",
                                "{{efn|a"}) {
    SCOPED_TRACE(part);
    const std::string bytes = "'''a''' [[b]] " + times(part, many);
    const auto start = evident::test::CpuClock::now();
    evident::test::expect_sound(read(bytes), bytes);
    EXPECT_LT(evident::test::CpuClock::now() - start, std::chrono::seconds(10));
  }
  for (const auto& [open, close] :
       {std::pair("{{a|", "}}"), std::pair("[[File:a.png|", "]]"), std::pair("{{#tag:ref|a ", "}}"),
        std::pair("<poem>", "</poem>"), std::pair("{|\n|", "\n|}\n"), std::pair("{{efn|a b ", "}}")}) {
    SCOPED_TRACE(open);
    const std::string bytes = times(open, many) + "deep" + times(close, many);
    const auto start = evident::test::CpuClock::now();
    const Reading reading = read(bytes);
    evident::test::expect_sound(reading, bytes);
    EXPECT_LT(evident::test::CpuClock::now() - start, std::chrono::seconds(10));
  }
}

/// A page that has some of everything.
const char* const good =
    "{{short description|x}}\n{{Infobox drug\n| name = Foo\n| legal = Rx<ref name=L/>\n}}\n'''Foo''' is a "
    "[[drug|''drug'']].<ref name=\"L\">"
    "{{cite journal|vauthors=Doe JA, Roe B|title=A [[trial]]|journal=J "
    "Foo|year=2001|volume=1|pages=2-3|pmid=90000001|doi=10.9999/a.1}}</ref>"
    "{{rp|4}} It was so.{{sfn|Poe|1999|p=3}}{{efn|A note of words that cites nothing at all, but says a lot "
    "about it.}}\n\n== Use ==\n"
    "[[File:a.jpg|thumb|A picture.<ref>http://example.org</ref>]]\nUsed at {{convert|5|mg}}.{{cn}}\n* One\n* "
    "Two<ref>Roe, ''Book'', 2003</ref>\n"
    "{| class=a\n|+ Cap\n! H !! I\n|-\n| a || b<ref>[http://example.org/x Title]</ref>\n|}\n<!-- c "
    "--><nowiki>[[x]]</nowiki> &amp; <math>x</math>\n"
    "== References ==\n{{reflist|refs=<ref name=u>Never, 2001</ref>}}\n* {{cite "
    "book|last=Poe|title=B|year=1999}}\n[[Category:X]]\n";

TEST(WikitextDamage, AThousandMutationsEndInARecordOrADiagnostic) {
  std::vector<std::string> pages{
      good, dump(page("A", "It &lt;ref&gt;Book, 2001&lt;/ref&gt;.") + page("B", "Two."))};
  const std::filesystem::path folder = std::filesystem::path(EVIDENT_SOURCE_DIR) / "corpus" / "articles";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".wiki") continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    pages.emplace_back(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
  }
  std::sort(pages.begin(), pages.end());
  std::mt19937 random(20240607);
  for (int round = 0; round < 1000; ++round) {
    SCOPED_TRACE("round " + std::to_string(round));
    const std::string bytes =
        evident::test::mutated(pages[static_cast<size_t>(round) % pages.size()], random, "{}[]|<>='\n&;/*");
    const auto start = evident::test::CpuClock::now();
    evident::test::expect_sound(Reading(evident::read::wikitext_reader(), bytes, 1 + random() % 5000), bytes);
    ASSERT_LT(evident::test::CpuClock::now() - start, std::chrono::seconds(10));
    if (HasFatalFailure()) return;
  }
}

}  // namespace
