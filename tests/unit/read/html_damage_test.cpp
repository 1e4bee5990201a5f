// SPDX-License-Identifier: GPL-3.0-or-later
// What the HTML reader does with encodings, damage and what is no page.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "read/html/page.hpp"
#include "read/html/reader.hpp"
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

const evident::read::Reader& reader() {
  return evident::read::html_reader();
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

TEST(HtmlDamage, TellsPagesFromOtherText) {
  for (const char* page :
       {"<!DOCTYPE html>\n<html>", "<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">x", "<HTML><BODY>x",
        "<?xml version=\"1.0\"?><!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\">",
        "<!-- saved --> <head><title>404</title></head>", "<h1>Not Found</h1><p>No such page.</p>",
        "<div class=x><p>A <b>piece</b> of a page</p></div>", "\xEF\xBB\xBF<p>x</p>"}) {
    EXPECT_TRUE(reader().accepts(page)) << page;
  }
  for (const char* other :
       {"", "Words with a <p>tag</p>", "<article dtd-version=\"1.2\"><front><article-meta>",
        "<PubmedArticleSet>", "<?xml version=\"1.0\"?><mediawiki>", "<?xml version=\"1.0\"?><p>x</p>",
        "<div>{{infobox}} [[link]]</div>", "TY  - JOUR", "<ref>x</ref> text", "{\"html\": \"<p>x</p>\"}",
        "<TEI><text><p>x</p></text></TEI>", "<!DOCTYPE article><article>"}) {
    EXPECT_FALSE(reader().accepts(other)) << other;
  }
  EXPECT_TRUE(reader().accepts(std::string("\xFF\xFE<\0h\0t\0m\0l\0>\0", 14)));
}

TEST(HtmlDamage, EveryByteIsFoundAgain) {
  const std::string html = "<html><p class=x>caf&eacute; <i>&#945;</i>\n  &lt;b&gt; \xC3\xA9</p>";
  const Reading reading(reader(), html);
  EXPECT_THAT(reading.texts(BlockKind::paragraph), ElementsAre("caf\u00e9 \u03b1 <b> \u00e9"));
  EXPECT_EQ(cut(reading, html), "caf&eacute; <i>&#945;</i>\n  &lt;b&gt; \xC3\xA9");
}

TEST(HtmlDamage, ReadsTheCharsetThatMetaNames) {
  const std::string latin =
      "<html><meta http-equiv=Content-Type content=\"text/html; charset=ISO-8859-1\"><p>caf\xE9 "
      "\x93x\x94</p>";
  const Reading reading(reader(), latin);
  EXPECT_THAT(reading.texts(BlockKind::paragraph), ElementsAre("caf\u00e9 \u201cx\u201d"));
  EXPECT_EQ(cut(reading, latin), "caf\xE9 \x93x\x94");
  const Reading greek(reader(), "<html><meta charset=\"iso-8859-7\"><p>\xE1\xE2</p>");
  EXPECT_THAT(greek.texts(BlockKind::paragraph), ElementsAre("\u03b1\u03b2"));
}

TEST(HtmlDamage, APageSavedAgainIsUtf8WhateverItSays) {
  const Reading reading(reader(), "<html><meta charset=windows-1252><p>caf\xC3\xA9</p>");
  EXPECT_THAT(reading.texts(BlockKind::paragraph), ElementsAre("caf\u00e9"));
}

TEST(HtmlDamage, BytesThatAreNoUtf8AreWindows1252) {
  const Reading reading(reader(), "<html><p>caf\xE9</p>");
  EXPECT_THAT(reading.texts(BlockKind::paragraph), ElementsAre("caf\u00e9"));
  EXPECT_THAT(reading.codes(), Contains("invalid-encoding"));
}

TEST(HtmlDamage, ReadsUtf16) {
  std::string wide = "\xFF\xFE";
  for (char c : std::string("<html><p>two <b>bytes</b> each</p>")) {
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

TEST(HtmlDamage, SaysWhatIsCutAndKeepsTheRest) {
  const Reading reading(reader(), "<html><p>Mice sleep.</p><p>Rats <a href=\"x");
  EXPECT_THAT(reading.texts(BlockKind::paragraph), ElementsAre("Mice sleep.", "Rats"));
  EXPECT_THAT(reading.codes(), ElementsAre("cut-html"));
}

TEST(HtmlDamage, SaysWhatShowsNothing) {
  for (const char* html : {"<html></html>", "<html><body><script>x</script></body></html>", "<p></p>", ""}) {
    const Reading reading(reader(), html);
    EXPECT_THAT(reading.documents, IsEmpty()) << html;
    EXPECT_THAT(reading.codes(), Contains("empty-page")) << html;
  }
  EXPECT_THAT(Reading(reader(), std::string("<p>\0\1\2\3</p>", 11)).codes(), ElementsAre("binary-content"));
}

TEST(HtmlDamage, ANulByteIsWhiteSpace) {
  const Reading reading(reader(), std::string("<p>Mice\0sleep.</p>", 18));
  EXPECT_THAT(reading.texts(BlockKind::paragraph), ElementsAre("Mice sleep."));
  EXPECT_THAT(reading.codes(), ElementsAre("nul-bytes"));
}

TEST(HtmlDamage, UnknownReferencesAreKeptAndReportedOnce) {
  const Reading reading(reader(), "<p>a &bogus; b &bogus; R&D &amp &nbsp;c</p>");
  EXPECT_THAT(reading.texts(BlockKind::paragraph), ElementsAre("a &bogus; b &bogus; R&D & \u00a0c"));
  EXPECT_THAT(reading.codes(), ElementsAre("undefined-entity"));
}

TEST(HtmlDamage, DeepNestingIsReadFlat) {
  std::string open;
  for (int n = 0; n < 100'000; ++n) open += "<div><b>";
  const Reading reading(reader(), "<html>" + open + "deep");
  EXPECT_THAT(reading.codes(), Contains("too-deep"));
  EXPECT_THAT(reading.documents.at(0).text, HasSubstr("deep"));
}

TEST(HtmlDamage, HostileRepetitionTakesNoTime) {
  const auto repeated = [](const std::string& piece) {
    std::string out = "<html><p>x";
    while (out.size() < 400'000) out += piece;
    return out;
  };
  for (const char* piece :
       {"<title>", "<!--", "<a b=\"", "<script>", "&#", "<p", "</p ", "<table><tr><td>",
        "<a href=#x id=x>1</a>", "<li id=a>",
        "</p><h2>References</h2><p>words and words and more of the words",
        "<h2>References</h2><ol><li>a 2001</ol>x<sup>1</sup>",
        "<h2>References</h2><p>a 2001 <a href=http://x>PubMed</a>.",
        "<meta name=citation_reference content='citation_title=words and words and words;'><li>2001",
        "<div class=references>2001", "<table><tr><td>",
        "<a href=#b>2001</a><li id=b>2001 a b c d e f g h i j k l m n o p q"}) {
    const auto start = evident::test::CpuClock::now();
    const Reading reading(reader(), repeated(piece));
    EXPECT_LT(evident::test::CpuClock::now() - start, std::chrono::seconds(10)) << piece;
  }
}

TEST(HtmlDamage, APieceOfABookHasOffsetsOfItsOwn) {
  struct Ignored final : evident::DiagnosticSink {
    void report(evident::Diagnostic) override {}
  } sink;
  const std::string chapter =
      "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><h1>C</h1><p>Mice "
      "sleep.</p></body></html>";
  const auto page = evident::read::html::page(chapter, {"book.epub!c1.xhtml", 100, 1}, "epub", sink);
  ASSERT_EQ(page.document.blocks.size(), 2U);
  const auto span = page.document.offsets.to_source(page.document.blocks[1].span);
  EXPECT_EQ(chapter.substr(span.start - 100, span.size()), "Mice sleep.");
  EXPECT_EQ(page.document.format, "epub");
  EXPECT_FALSE(page.record);
}

/// Made-up pages of three kinds.
std::vector<std::string> pages() {
  const std::string head =
      "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Sleep - A Site</title>"
      "<script>if (a < b) c();</script></head><body><nav><a href=/a>A</a> <a "
      "href=/b>B</a></nav><h1>Sleep</h1>";
  const std::string entry =
      "Smith J, Doe A. Sleep in mice. J Examples. 2001;1:2&ndash;3. doi:10.9999/sleep.1";
  std::string wiki = head + "<table class=infobox><tr><th>Field<td>Sleep</table>";
  std::string journal = head + "<div class=\"share\">Share</div><h2>Results</h2>";
  std::string list, notes;
  for (int n = 1; n <= 6; ++n) {
    const std::string number = std::to_string(n);
    wiki += "<p>Mice sleep " + number + " hours a day.<sup id=\"cite_ref-" + number +
            "\"><a href=\"#cite_note-" + number + "\">[" + number + "]</a></sup></p>";
    journal += "<p>Rats sleep &#8212; for " + number + " h (<a class='x' href='#B" + number + "'>" + number +
               "</a>-<a href=#B6>6</a>).";
    notes +=
        "<li id=\"cite_note-" + number + "\"><a href=\"#cite_ref-" + number + "\">^</a> " + entry + "</li>";
    list += "<li id=B" + number + "><span>" + number + ".</span> " + entry +
            " <a href=\"https://doi.org/10.9999/x\">CrossRef</a>";
  }
  return {wiki + "<h2>References</h2><ol class=\"references\">" + notes + "</ol></body></html>",
          journal + "<h2>References</h2><ul>" + list +
              "</ul><form><textarea>x</textarea></form><footer>All rights reserved.</footer>",
          head + "<p>Mice sleep (Smith, 2001).</p><h2>References</h2><p>" + entry +
              "</p><!-- end --></body></html>"};
}

TEST(HtmlDamage, AThousandMutationsEndInARecordOrADiagnostic) {
  std::vector<std::string> good = evident::test::corpus_files(".html");
  for (std::string& page : pages()) good.push_back(std::move(page));
  evident::test::mutate_a_thousand_times(reader(), good, 20240608);
}

}  // namespace
