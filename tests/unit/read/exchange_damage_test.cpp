// SPDX-License-Identifier: GPL-3.0-or-later
// A thousand mutations a format of bibliographies: each ends in a record or a diagnostic.
#include <gtest/gtest.h>

#include <chrono>
#include <vector>

#include "read/bibtex/reader.hpp"
#include "read/csl_json/reader.hpp"
#include "read/csv/reader.hpp"
#include "read/endnote_xml/reader.hpp"
#include "read/isi/reader.hpp"
#include "read/medline/reader.hpp"
#include "read/refer/reader.hpp"
#include "read/retractions/reader.hpp"
#include "read/ris/reader.hpp"
#include "support/cpu_clock.hpp"
#include "support/memory_reading.hpp"
#include "support/mutation.hpp"

namespace evident::read {
namespace {

struct Format {
  const Reader* reader;
  std::string_view signs;  ///< what means something in it
  std::string text;
};

std::string repeated(std::string_view record, size_t times) {
  std::string all;
  for (size_t n = 0; n < times; ++n) all += record;
  return all;
}

std::vector<Format> formats() {
  return {
      {&ris_reader(), "\r\n -TYER",
       repeated("TY  - JOUR\nAU  - Fernleaf, Q. R.\nTI  - Shade and the growth of ferns\nPY  - "
                "1991/05/03\nSP  - 11\nEP  - 19\nDO  - "
                "10.9999/ferns.1\nKW  - ferns\nshade\nN1  - RAYYAN-INCLUSION: {\"Ann\"=>\"Included\"} | "
                "RAYYAN-LABELS: a,b\nER  - \n\n",
                6)},
      {&medline_reader(), "\r\n -PMID[]:",
       repeated("PMID- 90000001\nTI  - Shade and the growth of\n      ferns.\nAU  - Fernleaf QR\nFAU - "
                "Fernleaf, Q R\nDP  "
                "- 1991 May 3\nLID - 10.9999/ferns.1 [doi]\nJT  - Journal of ferns\nMH  - Ferns/*growth\nRIN "
                "- J Ferns. "
                "1992;8:1. PMID: 90000002\nSI  - ClinicalTrials.gov/NCT99999999\n\n",
                6)},
      {&isi_reader(), "\r\n PTER",
       "FN Made-up\nVR 1.0\n" +
           repeated("PT J\nAU Fernleaf, QR\n   Moss, A\nTI Shade and\n   ferns\nPD MAY 3\nPY 1991\nBP 1\nEP "
                    "9\nCR A, DOI "
                    "10.9999/x\nER\n\n",
                    6) +
           "EF\n"},
      {&refer_reader(), "\r\n %0",
       repeated("%0 Journal Article\n%A Q. R. Fernleaf\n%A van Moss, A.\n%T Shade\n%D 1991\n%P 1-2\n%X "
                "Ferns.\n\nMore.\n\n",
                6)},
      {&bibtex_reader(), "\r\n{}\"\\@#,=%$()~",
       "% Encoding: ISO-8859-1\n@string{j = \"Journal of \" # {ferns}}\n@comment{ none }\n" +
           repeated("@article{fern91,\n  author = {Fernleaf, Jr, Q. R. and {World Fern Group} and A. van "
                    "Moss},\n  title = {Shade of {\\\"o} "
                    "\\emph{fern} $\\alpha_1$ -- \\c{c}},\n  journal = j, year = 1991, month = may # \"~3\", "
                    "crossref = {whole},\n  pages = "
                    "\"1--2\", doi = {10.9999/a\\_b}\n}\n@book(whole, title = {All of it}, xdata = {x})\n",
                    4)},
      {&csv_reader(), "\r\n\",;\t",
       "Title,Authors,Year,DOI,Label_included,Notes\n" +
           repeated("\"Shade, \"\"and\"\"\nferns\",\"Moss, A; Fernleaf, Q. "
                    "R.\",1991,10.9999/a,1,\"ASReview_relevant\"\nTwo,Moss A,1992,,0,\n",
                    8)},
      {&csl_json_reader(), "\r\n{}[]\",:\\",
       "[" +
           repeated("{\"id\":\"a\",\"type\":\"book\",\"title\":\"Sh\\u00e4de\",\"author\":[{\"family\":"
                    "\"Moss\",\"given\":\"A\"}],\"issued\":"
                    "{\"date-parts\":[[1991,5,3]]},\"DOI\":\"10.9999/a\",\"note\":\"PMID: 90000001\"},\n",
                    8) +
           "{\"id\":\"z\",\"type\":\"book\",\"title\":\"Last\"}]"},
      {&endnote_xml_reader(), "\r\n<>&;/\"'",
       "<?xml version=\"1.0\"?><xml><records>" +
           repeated("<record><rec-number>7</rec-number><ref-type "
                    "name=\"Book\">6</ref-type><contributors><authors><author><style>Moss, "
                    "A</style></author></authors></contributors><titles><title>Shade &amp; "
                    "ferns</title></titles><dates><year>1991</year></dates>"
                    "</record>\n",
                    6) +
           "</records></xml>"},
      {&retractions_reader(), "\r\n\",;+",
       "Record "
       "ID,Title,RetractionDate,RetractionDOI,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,"
       "Reason\n" +
           repeated(
               "1,\"Shade, ferns\",3/1/2019 0:00,10.9999/n,10.9999/a,90000001,Retraction,+Error;+Other;\n",
               8)},
      {&retractions_reader(), "\r\n{}[]\",:\\",
       repeated("{\"retracted\": true, \"updates\": [{\"identifier\": {\"doi\": \"10.9999/n\"}, \"type\": "
                "\"retraction\"}], \"identifier\": "
                "{\"doi\": \"10.9999/a\"}, \"title\": \"T\"}\n",
                8)},
  };
}

void expect_sound(const test::Reading& reading, const std::string& bytes) {
  EXPECT_TRUE(reading.documents.empty());
  EXPECT_TRUE(!reading.works.empty() || !reading.diagnostics.empty());
  for (const auto& work : reading.works) {
    ASSERT_LT(work.source.start, work.source.end);
    ASSERT_LE(work.source.end, bytes.size());
    EXPECT_FALSE(work.ids.empty() && work.title.empty());
  }
  for (const auto& diagnostic : reading.diagnostics) {
    ASSERT_LE(diagnostic.source.start, diagnostic.source.end);
    ASSERT_LE(diagnostic.source.end, bytes.size());
  }
}

TEST(ExchangeDamage, AThousandMutationsAFormatEndInARecordOrADiagnostic) {
  for (const auto& [reader, signs, text] : formats()) {
    SCOPED_TRACE(std::string(reader->name()));
    ASSERT_TRUE(reader->accepts(text));
    std::mt19937 random(20240607);
    for (int round = 0; round < 1000; ++round) {
      const std::string bytes = test::mutated(text, random, signs);
      if (bytes.empty()) continue;
      const auto start = evident::test::CpuClock::now();
      (void)reader->accepts(bytes);
      expect_sound(test::Reading(*reader, bytes, 1 + random() % 5000), bytes);
      ASSERT_LT(evident::test::CpuClock::now() - start, std::chrono::seconds(10)) << "round " << round;
      if (HasFailure()) {
        ADD_FAILURE() << "round " << round << ":\n" << bytes;
        return;
      }
    }
  }
}

TEST(ExchangeDamage, TheSizeOfReadsDoesNotShow) {
  for (const auto& [reader, signs, text] : formats()) {
    SCOPED_TRACE(std::string(reader->name()));
    std::mt19937 random(7);
    for (int round = 0; round < 30; ++round) {
      const std::string bytes = round == 0 ? text : test::mutated(text, random, signs);
      const test::Reading whole(*reader, bytes, bytes.size() + 1), parts(*reader, bytes, 1);
      ASSERT_EQ(whole.works, parts.works);
      // Encodings are told of as the text is read ahead.
      auto codes = whole.codes(), in_parts = parts.codes();
      std::sort(codes.begin(), codes.end());
      std::sort(in_parts.begin(), in_parts.end());
      ASSERT_EQ(codes, in_parts);
    }
  }
}

TEST(ExchangeDamage, HostileSizesTakeLinearTime) {
  const std::string many(2'000'000, '{');
  std::string quotes, objects;
  for (int n = 0; n < 200'000; ++n) {
    quotes += "\"x\"y\n";
    objects += "{\"id\":[\"a\n";
  }
  for (const auto& [reader, signs, text] : formats()) {
    SCOPED_TRACE(std::string(reader->name()));
    for (const std::string& bytes :
         {text + many, text + std::string(2'000'000, '"'), text + std::string(2'000'000, '@'),
          text + std::string(1'000'000, '\n'), text + quotes, text + objects}) {
      const auto start = evident::test::CpuClock::now();
      const test::Reading reading(*reader, bytes, 1U << 16U);
      EXPECT_FALSE(reading.works.empty() && reading.diagnostics.empty());
      EXPECT_LT(evident::test::CpuClock::now() - start, std::chrono::seconds(10));
    }
  }
}

}  // namespace
}  // namespace evident::read
