// SPDX-License-Identifier: GPL-3.0-or-later
// What the readers of DOCX, ODT and EPUB do with sound, odd and damaged packages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <random>

#include "read/docx/reader.hpp"
#include "read/epub/reader.hpp"
#include "read/odt/reader.hpp"
#include "support/cpu_clock.hpp"
#include "support/memory_reading.hpp"
#include "support/packing.hpp"

namespace {

using evident::model::BlockKind;
using evident::test::Entry;
using evident::test::pack;
using evident::test::Reading;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
namespace read = evident::read;

using Parts = std::vector<Entry>;

std::string word(const std::string& body) {
  return "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>" + body + "</w:body></w:document>";
}
std::string paragraph(const std::string& words, const std::string& style = "") {
  return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr><w:r><w:t>" + words + "</w:t></w:r></w:p>";
}

const std::string styles =
    "<w:styles xmlns:w=\"w\"><w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:name w:val=\"heading "
    "1\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:name w:val=\"heading 2\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Mine\"><w:name w:val=\"Mine\"/><w:basedOn "
    "w:val=\"H2\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Cap\"><w:name w:val=\"caption\"/></w:style></w:styles>";

Parts docx(const std::string& body) {
  return {
      {"[Content_Types].xml", "<Types/>"}, {"word/document.xml", word(body)}, {"word/styles.xml", styles}};
}

Parts sample_docx() {
  return docx(paragraph("Beds of Moss", "H1") + paragraph("Methods", "H2") +
              paragraph("Moss grows on stones [1] and on &lt;old&gt; bark [2].") + "<w:tbl><w:tr><w:tc>" +
              paragraph("Bed") + "</w:tc><w:tc>" + paragraph("Growth") + "</w:tc></w:tr></w:tbl>" +
              paragraph("Figure 1. A bed of moss.", "Cap") + paragraph("References", "H2") +
              paragraph("1. Fernleaf Q (2001). Beds of moss. J Made Up Stud 3: 1-9.") +
              paragraph("2. Moss A (2002). More moss. J Made Up Stud 4: 11-19."));
}

Parts sample_odt() {
  return {
      {"mimetype", "application/vnd.oasis.opendocument.text"},
      {"content.xml",
       "<o:document-content xmlns:o=\"o\" xmlns:text=\"t\"><o:body><o:text><text:h "
       "text:outline-level=\"1\">Beds of "
       "Moss</text:h><text:p>Moss grows<text:note text:id=\"n\"><text:note-citation>1</text:note-citation>"
       "<text:note-body><text:p>Fernleaf Q. Beds of moss. 2001.</text:p></text:note-body></text:note> on "
       "stones and "
       "<text:span>old</text:span> "
       "bark.</text:p><text:list><text:list-item><text:p>one</text:p></text:list-item>"
       "</text:list></o:text></o:body></o:document-content>"},
      {"styles.xml", "<o:document-styles xmlns:o=\"o\"/>"}};
}

Parts sample_epub() {
  return {
      {"mimetype", "application/epub+zip"},
      {"META-INF/container.xml",
       "<container><rootfiles><rootfile full-path=\"b/x.opf\"/></rootfiles></container>"},
      {"b/x.opf",
       "<package><metadata><title>Beds of Moss</title></metadata><manifest><item id=\"a\" href=\"a.xhtml\" "
       "media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>"},
      {"b/a.xhtml",
       "<html><head><title>x</title></head><body><h1>Beds of Moss</h1><p>Moss grows on stones [1] and on old "
       "bark "
       "in every wood.</p><h2>References</h2><ol><li>Fernleaf Q (2001). Beds of moss. J Made Up Stud 3: "
       "1-9.</li></ol></body></html>"}};
}

void expect_sound(const Reading& reading) {
  ASSERT_TRUE(!reading.documents.empty() || !reading.diagnostics.empty());
  for (const auto& document : reading.documents) {
    uint64_t last = 0;
    for (const auto& block : document.blocks) {
      ASSERT_LE(last, block.span.start);
      ASSERT_LE(block.span.end, document.text.size());
      last = block.span.end;
    }
    uint64_t before = 0;
    for (const auto& citation : document.citations) {
      ASSERT_LE(before, citation.span.start);
      ASSERT_LE(citation.span.end, document.text.size());
      ASSERT_FALSE(citation.labels.empty());
      before = citation.span.start;
    }
  }
}

TEST(OfficeReaders, KnowTheirPackages) {
  const std::string a = pack("zip", sample_docx()), b = pack("zip", sample_odt()),
                    c = pack("zip", sample_epub());
  EXPECT_TRUE(read::docx_reader().accepts(a));
  EXPECT_TRUE(read::odt_reader().accepts(b));
  EXPECT_TRUE(read::epub_reader().accepts(c));
  for (const std::string& other : {b, c}) EXPECT_FALSE(read::docx_reader().accepts(other));
  for (const std::string& other : {a, c}) EXPECT_FALSE(read::odt_reader().accepts(other));
  for (const std::string& other : {a, b}) EXPECT_FALSE(read::epub_reader().accepts(other));
  EXPECT_FALSE(read::docx_reader().accepts(pack("zip", {{"a.txt", "word/ of moss"}})));
}

TEST(OfficeReaders, DocxStylesTellKinds) {
  const Reading reading(read::docx_reader(), pack("zip", sample_docx()));
  EXPECT_THAT(reading.codes(), IsEmpty());
  ASSERT_EQ(reading.documents.size(), 1U);
  const auto& document = reading.documents[0];
  EXPECT_EQ(document.path, "test!word/document.xml");
  EXPECT_EQ(document.title, "Beds of Moss");
  EXPECT_THAT(reading.texts(BlockKind::heading), ElementsAre("Methods", "References"));
  EXPECT_THAT(reading.texts(BlockKind::table), ElementsAre("Bed Growth"));
  EXPECT_THAT(reading.texts(BlockKind::caption), ElementsAre("Figure 1. A bed of moss."));
  EXPECT_THAT(reading.texts(BlockKind::paragraph),
              ElementsAre("Moss grows on stones [1] and on <old> bark [2]."));
  EXPECT_EQ(reading.texts(BlockKind::reference).size(), 2U);
}

TEST(OfficeReaders, AStyleInheritsItsKind) {
  const Reading reading(read::docx_reader(),
                        pack("zip", docx(paragraph("One", "H1") + paragraph("Moss grows here.") +
                                         paragraph("Deep", "Mine") + paragraph("And it grows there."))));
  EXPECT_THAT(reading.texts(BlockKind::heading), Contains("Deep"));
}

TEST(OfficeReaders, AnEmptyPackageIsReported) {
  EXPECT_THAT(Reading(read::docx_reader(), pack("zip", {{"[Content_Types].xml", "x"}})).codes(),
              ElementsAre("no-text"));
  EXPECT_THAT(Reading(read::docx_reader(), pack("zip", docx(""))).codes(), ElementsAre("empty-document"));
  EXPECT_THAT(Reading(read::odt_reader(), pack("zip", {{"mimetype", "x"}})).codes(), ElementsAre("no-text"));
  EXPECT_THAT(Reading(read::epub_reader(), pack("zip", {{"mimetype", "x"}})).codes(), ElementsAre("no-text"));
}

TEST(OfficeReaders, TornXmlIsReadAndReported) {
  Parts parts = sample_docx();
  parts[1].bytes.resize(parts[1].bytes.size() - 40);
  const Reading reading(read::docx_reader(), pack("zip", parts));
  EXPECT_THAT(reading.codes(), ElementsAre("damaged-xml"));
  EXPECT_EQ(reading.texts(BlockKind::reference).size(), 2U);
}

std::string repeated(const std::string& part, size_t times) {
  std::string out;
  for (size_t time = 0; time < times; ++time) out += part;
  return out;
}

TEST(OfficeReaders, WhatIsRepeatedOftenTakesNoTime) {
  const std::string begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:t>x</w:t></w:r>";
  const std::string note = "<w:r><w:footnoteReference w:id=\"1\"/></w:r>";
  const std::string field = "<w:fldSimple w:instr=\"ADDIN EN.CITE\"><w:r><w:t>x</w:t></w:r></w:fldSimple>";
  for (const std::string& part :
       {begin, note, field, paragraph("1. Fernleaf Q (2001). Beds."), std::string("<w:p>")}) {
    Parts parts = docx(paragraph("References", "H1") + "<w:p>" + repeated(part, 50'000) + "</w:p>");
    parts.push_back({"word/footnotes.xml", "<w:footnotes xmlns:w=\"w\"><w:footnote w:id=\"1\">" +
                                               paragraph("Moss 2001.") + "</w:footnote></w:footnotes>"});
    const auto start = std::chrono::steady_clock::now();
    const Reading reading(read::docx_reader(), pack("zip", parts), 100'000);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10)) << part;
    EXPECT_TRUE(!reading.documents.empty() || !reading.diagnostics.empty());
  }
}

std::string mutated(std::string bytes, std::mt19937& random) {
  for (size_t change = 0, changes = 1 + random() % 4; change < changes && !bytes.empty(); ++change) {
    const size_t at = random() % bytes.size();
    switch (random() % 5) {
      case 0:
        bytes.erase(at, 1 + random() % 60);
        break;
      case 1:
        bytes.insert(at, bytes.substr(random() % bytes.size(), 1 + random() % 60));
        break;
      case 2:
        bytes[at] = static_cast<char>(random() % 256);
        break;
      case 3:
        bytes.insert(at, 1, "<>&;/\"'"[random() % 7]);
        break;
      default:
        if (random() % 8 == 0) bytes.resize(at);
    }
  }
  return bytes;
}

void mutate(const read::Reader& reader, const Parts& good, unsigned seed) {
  std::mt19937 random(seed);
  for (int round = 0; round < 1000; ++round) {
    SCOPED_TRACE("round " + std::to_string(round));
    Parts parts = good;
    // One of the parts, or the package that holds them.
    const size_t part = random() % (parts.size() + 1);
    if (part < parts.size()) parts[part].bytes = mutated(parts[part].bytes, random);
    std::string bytes = pack("zip", parts);
    if (part == parts.size()) bytes = mutated(std::move(bytes), random);
    const auto start = evident::test::CpuClock::now();
    expect_sound(Reading(reader, bytes, 1 + random() % 5000));
    ASSERT_LT(evident::test::CpuClock::now() - start, std::chrono::seconds(10));
    if (testing::Test::HasFatalFailure()) return;
  }
}

TEST(OfficeReaders, AThousandMutationsOfDocx) {
  mutate(read::docx_reader(), sample_docx(), 20240614);
}
TEST(OfficeReaders, AThousandMutationsOfOdt) {
  mutate(read::odt_reader(), sample_odt(), 20240615);
}
TEST(OfficeReaders, AThousandMutationsOfEpub) {
  mutate(read::epub_reader(), sample_epub(), 20240616);
}

}  // namespace
