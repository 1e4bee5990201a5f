// SPDX-License-Identifier: GPL-3.0-or-later
// What the JATS reader does with encodings, entities, damage and sets of articles.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "read/jats/reader.hpp"
#include "support/damage.hpp"
#include "support/memory_reading.hpp"

namespace {

using evident::model::BlockKind;
using evident::test::Reading;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const evident::read::Reader& reader() {
  return evident::read::jats_reader();
}

std::string article(const std::string& paragraph) {
  return "<article dtd-version=\"1.2\"><front><article-meta><title-group><article-title>T</article-title>"
         "</title-group></article-meta></front><body><p>" +
         paragraph + "</p></body></article>";
}

/// What stands in the file behind the first paragraph.
std::string cut(const Reading& reading, const std::string& bytes) {
  for (const auto& block : reading.documents.at(0).blocks) {
    if (block.kind != BlockKind::paragraph) continue;
    const auto span = reading.documents[0].offsets.to_source(block.span);
    return bytes.substr(span.start, span.size());
  }
  return "";
}

TEST(JatsDamage, EntitiesMapToTheirBytes) {
  const std::string xml = "<!DOCTYPE article [<!ENTITY lab \"Labor&#97;tory\">]>" +
                          article("<b>&lab;</b> caf&eacute; &#945;&#x3B2; <![CDATA[<&>]]> &lt;x&gt;");
  const Reading reading(reader(), xml);
  EXPECT_THAT(reading.texts(BlockKind::paragraph), ElementsAre("Laboratory caf\u00e9 \u03b1\u03b2 <&> <x>"));
  EXPECT_EQ(cut(reading, xml), "&lab;</b> caf&eacute; &#945;&#x3B2; <![CDATA[<&>]]> &lt;x&gt;");
  EXPECT_THAT(reading.codes(), IsEmpty());
}

TEST(JatsDamage, UndefinedAndExternalEntitiesAreKeptAsTextAndReported) {
  const Reading reading(reader(), "<!DOCTYPE article [<!ENTITY file SYSTEM \"/etc/passwd\">]>" +
                                      article("&file; and &nothing;."));
  EXPECT_THAT(reading.texts(BlockKind::paragraph), ElementsAre("&file; and &nothing;."));
  EXPECT_THAT(reading.codes(), ElementsAre("undefined-entity", "undefined-entity"));
}

TEST(JatsDamage, EntitiesOfEntitiesDoNotSwell) {
  std::string prolog = "<!DOCTYPE article [<!ENTITY a0 \"aaaaaaaaaa\">";
  for (int n = 1; n < 30; ++n) {
    prolog += "<!ENTITY a" + std::to_string(n) + " \"";
    for (int times = 0; times < 10; ++times) prolog += "&a" + std::to_string(n - 1) + ";";
    prolog += "\">";
  }
  const Reading reading(reader(), prolog + "]>" + article("&a29;"));
  ASSERT_EQ(reading.documents.size(), 1U);
  EXPECT_LT(reading.documents[0].text.size(), 1000U);
}

TEST(JatsDamage, ReadsTheDeclaredEncoding) {
  const std::string xml =
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + article("caf\xE9 <i>M\xFCller</i> x");
  const Reading reading(reader(), xml);
  EXPECT_THAT(reading.texts(BlockKind::paragraph), ElementsAre("caf\u00e9 M\u00fcller x"));
  EXPECT_EQ(cut(reading, xml), "caf\xE9 <i>M\xFCller</i> x");
}

TEST(JatsDamage, ReadsUtf16) {
  std::string wide = "\xFF\xFE";
  for (char c : article("two <b>bytes</b> each")) {
    wide += c;
    wide += '\0';
  }
  ASSERT_TRUE(reader().accepts(wide));
  const Reading reading(reader(), wide);
  EXPECT_THAT(reading.texts(BlockKind::paragraph), ElementsAre("two bytes each"));
  std::string narrow;
  for (char c : cut(reading, wide)) {
    if (c != '\0') narrow += c;
  }
  EXPECT_EQ(narrow, "two <b>bytes</b> each");
}

TEST(JatsDamage, BytesThatAreNoUtf8AreReported) {
  const Reading reading(reader(), article("caf\xC3\xA9s, caf\xC3\xA9 and \xFF."));
  EXPECT_THAT(reading.texts(BlockKind::paragraph), ElementsAre("caf\u00e9s, caf\u00e9 and \uFFFD."));
  EXPECT_THAT(reading.codes(), ElementsAre("invalid-utf8"));
}

TEST(JatsDamage, AMismatchedTagIsReportedWithItsLineAndTheRestIsRead) {
  const Reading reading(reader(), article("One <b>two</p>\n<p>Three</i> four."));
  EXPECT_THAT(reading.texts(BlockKind::paragraph), ElementsAre("One two", "Three four."));
  ASSERT_THAT(reading.codes(), ElementsAre("damaged-xml"));
  EXPECT_EQ(reading.diagnostics[0].line, 1U);
  EXPECT_THAT(reading.diagnostics[0].message, HasSubstr("mismatch"));
}

TEST(JatsDamage, ACutArticleIsReadAsFarAsItGoes) {
  const std::string xml = article("One sentence. Another <b>one");
  const Reading reading(reader(), xml.substr(0, xml.find("</p>")));
  EXPECT_THAT(reading.texts(BlockKind::paragraph), ElementsAre("One sentence. Another one"));
  EXPECT_THAT(reading.codes(), ElementsAre("truncated-record"));
}

TEST(JatsDamage, ASetGivesAnArticleEachAndDamageCostsOne) {
  std::string damaged = article("Second.");
  damaged.resize(damaged.find("</article>"));
  const Reading reading(reader(), "<pmc-articleset>" + article("First.") + damaged + article("Third.") +
                                      "stray</pmc-articleset>");
  ASSERT_EQ(reading.documents.size(), 3U);
  EXPECT_NE(reading.documents[0].name, reading.documents[2].name);
  EXPECT_THAT(reading.texts(BlockKind::paragraph, 2), ElementsAre("Third."));
  EXPECT_THAT(reading.codes(), ElementsAre("truncated-record", "text-between-records"));
}

TEST(JatsDamage, DeepNestingIsReadFlat) {
  std::string open, close;
  for (int n = 0; n < 100'000; ++n) {
    open += "<b>";
    close += "</b>";
  }
  const Reading reading(reader(), article("Words " + open + "deep" + close + " end."));
  EXPECT_THAT(reading.codes(), Contains("too-deep"));
  ASSERT_EQ(reading.documents.size(), 1U);
  EXPECT_THAT(reading.documents[0].text, HasSubstr("deep"));
}

TEST(JatsDamage, TellsJatsFromWhatElseIsCalledAnArticle) {
  EXPECT_TRUE(reader().accepts(article("x")));
  EXPECT_TRUE(reader().accepts("<?xml version=\"1.0\"?><!-- a --><pmc-articleset><article>"));
  EXPECT_FALSE(reader().accepts("<!DOCTYPE html><html><body><article class=\"post\"><p>x</p></article>"));
  EXPECT_FALSE(reader().accepts("<article xmlns=\"http://docbook.org/ns/docbook\"><title>x</title>"));
  EXPECT_FALSE(reader().accepts("The <article dtd-version=\"1\"> element"));
  EXPECT_FALSE(reader().accepts(""));
}

TEST(JatsDamage, AThousandMutationsEndInARecordOrADiagnostic) {
  const std::vector<std::string> good = evident::test::corpus_files(".xml");
  ASSERT_GE(good.size(), 3U);
  evident::test::mutate_a_thousand_times(reader(), good, 20240607);
}

}  // namespace
