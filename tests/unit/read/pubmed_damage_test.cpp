// SPDX-License-Identifier: GPL-3.0-or-later
// What the PubMed reader does with encodings, entities and damage.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "read/pubmed/reader.hpp"
#include "support/cpu_clock.hpp"
#include "support/damage.hpp"
#include "support/memory_reading.hpp"

namespace {

using evident::test::Reading;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const evident::read::Reader& reader() {
  return evident::read::pubmed_reader();
}

std::string record(const std::string& title, int pmid = 90000001) {
  return "<PubmedArticle>\n<MedlineCitation><PMID>" + std::to_string(pmid) +
         "</PMID><Article><ArticleTitle>" + title +
         "</ArticleTitle></Article></MedlineCitation></PubmedArticle>\n";
}

std::string set(const std::string& records, const std::string& encoding = "UTF-8") {
  return "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>\n<PubmedArticleSet>\n" + records +
         "</PubmedArticleSet>\n";
}

std::string utf16(const std::string& ascii, bool little, bool mark) {
  std::string out = mark ? little ? "\xFF\xFE" : "\xFE\xFF" : "";
  for (char c : ascii) {
    if (!little) out += '\0';
    out += c;
    if (little) out += '\0';
  }
  return out;
}

TEST(PubmedDamage, ReadsUtf16AndKnowsWhereItsBytesStand) {
  const std::string narrow = set(record("Caf&#233; ferns"), "UTF-16");
  for (const bool little : {true, false}) {
    const std::string file = utf16(narrow, little, true);
    ASSERT_TRUE(reader().accepts(file));
    const Reading reading(reader(), file);
    ASSERT_THAT(reading.works, SizeIs(1));
    EXPECT_EQ(reading.works[0].title, "Caf\u00e9 ferns");
    const auto source = reading.works[0].source;
    const std::string cut = file.substr(source.start, source.size());
    EXPECT_EQ(cut, utf16(record("Caf&#233; ferns"), little, false).substr(0, cut.size()));
    EXPECT_THAT(reading.codes(), IsEmpty());
  }
}

TEST(PubmedDamage, ReadsTheDeclaredEncoding) {
  const Reading reading(reader(), set(record("Caf\xE9 M\xFCller"), "ISO-8859-1"));
  ASSERT_THAT(reading.works, SizeIs(1));
  EXPECT_EQ(reading.works[0].title, "Caf\u00e9 M\u00fcller");
  EXPECT_THAT(reading.codes(), IsEmpty());
}

TEST(PubmedDamage, BytesThatAreNoUtf8AreReported) {
  const Reading reading(reader(), set(record("caf\xC3\xA9 caf\xC3\xA9 \xFF")));
  ASSERT_THAT(reading.works, SizeIs(1));
  EXPECT_EQ(reading.works[0].title, "caf\u00e9 caf\u00e9 \uFFFD");
  EXPECT_THAT(reading.codes(), ElementsAre("invalid-utf8"));
}

TEST(PubmedDamage, NamedEntitiesAreKnownOrReported) {
  const Reading reading(reader(), set(record("caf&eacute; &lt;x&gt; &nothing;")));
  ASSERT_THAT(reading.works, SizeIs(1));
  EXPECT_EQ(reading.works[0].title, "caf\u00e9 <x> &nothing;");
  EXPECT_THAT(reading.codes(), ElementsAre("undefined-entity"));
}

TEST(PubmedDamage, ADamagedRecordCostsItselfAlone) {
  const Reading reading(reader(), set(record("One", 90000001) + record("<i>Two", 90000002) +
                                      record("Three", 90000003) + "stray" + record("Four", 90000004)));
  ASSERT_THAT(reading.works, SizeIs(3));
  EXPECT_THAT(reading.codes(), ElementsAre("malformed-record", "text-between-records"));
  EXPECT_EQ(reading.diagnostics[0].line, 6U);
  EXPECT_THAT(reading.diagnostics[0].message, HasSubstr("mismatch"));
}

TEST(PubmedDamage, AMissingEndIsToldWhereTheRecordBegins) {
  std::string open = record("Two", 90000002);
  open.resize(open.find("</PubmedArticle>"));
  const Reading reading(reader(), set(record("One") + open + record("Three", 90000003)));
  ASSERT_THAT(reading.works, SizeIs(2));
  ASSERT_THAT(reading.codes(), ElementsAre("truncated-record"));
  EXPECT_EQ(reading.diagnostics[0].line, 5U);
}

TEST(PubmedDamage, RecordsMayLieAcrossTheReadersPortions) {
  std::string all;
  for (int n = 0; n < 50; ++n)
    all += record("Fern " + std::to_string(n) + std::string(3000, 'x'), 90000001 + n);
  for (const size_t portion : {1UL, 7UL, 4096UL, 1UL << 20U}) {
    const Reading reading(reader(), set(all), portion);
    EXPECT_THAT(reading.works, SizeIs(50));
    EXPECT_THAT(reading.codes(), IsEmpty());
  }
}

TEST(PubmedDamage, AThousandMutationsEndInARecordOrADiagnostic) {
  std::vector<std::string> good;
  const std::filesystem::path folder = std::filesystem::path(EVIDENT_SOURCE_DIR) / "corpus" / "records";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream stream(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (reader().accepts(bytes)) good.push_back(bytes);
  }
  ASSERT_GE(good.size(), 3U);
  std::sort(good.begin(), good.end());
  good.push_back(
      utf16(set(record("Ferns") + "<DeleteCitation><PMID>90000009</PMID></DeleteCitation>"), true, true));
  std::mt19937 random(20240608);
  for (int round = 0; round < 1000; ++round) {
    SCOPED_TRACE("round " + std::to_string(round));
    const std::string bytes = evident::test::mutated(good[static_cast<size_t>(round) % good.size()], random);
    const auto start = evident::test::CpuClock::now();
    const Reading reading(reader(), bytes, 1 + random() % 5000);
    EXPECT_TRUE(!reading.works.empty() || !reading.deletions.empty() || !reading.diagnostics.empty());
    for (const auto& work : reading.works) ASSERT_LE(work.source.end, bytes.size());
    for (const auto& deletion : reading.deletions) ASSERT_LE(deletion.source.end, bytes.size());
    for (const auto& diagnostic : reading.diagnostics) ASSERT_LE(diagnostic.source.end, bytes.size());
    ASSERT_LT(evident::test::CpuClock::now() - start, std::chrono::seconds(10));
  }
}

}  // namespace
