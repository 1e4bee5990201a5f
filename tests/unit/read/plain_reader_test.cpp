// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/plain/reader.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>

#include "support/damage.hpp"

namespace evident::read {
namespace {

class Collector final : public Sink {
 public:
  void report(Diagnostic diagnostic) override { codes.push_back(diagnostic.code); }
  void document(model::Document document) override { documents.push_back(std::move(document)); }
  void work(model::WorkRecord) override {}
  std::vector<std::string> codes;
  std::vector<model::Document> documents;
};

class StringInput final : public Input {
 public:
  explicit StringInput(std::string bytes) : m_bytes(std::move(bytes)) {}
  size_t read(char* buffer, size_t size) override {
    const size_t count = std::min(size, m_bytes.size() - m_at);
    std::memcpy(buffer, m_bytes.data() + m_at, count);
    m_at += count;
    return count;
  }

 private:
  std::string m_bytes;
  size_t m_at = 0;
};

Collector read(std::string bytes) {
  Collector out;
  StringInput input(std::move(bytes));
  plain_reader().read(input, "no/such/file.txt", out);
  return out;
}

TEST(PlainReader, NamesItsFormat) {
  const Collector out = read("Bees\n\nBees dance.\n");
  ASSERT_EQ(out.documents.size(), 1u);
  EXPECT_EQ(out.documents[0].format, "plain-text");
  EXPECT_EQ(out.documents[0].title, "Bees");
  EXPECT_TRUE(out.documents[0].sha256.empty()) << "whoever opened the file knows its hash";
}

TEST(PlainReader, XmlThatNobodyReadsIsToldAndNotSearchedForClaims) {
  for (const char* xml :
       {"<?xml version=\"1.0\"?>\n<records><t>Moss lowers noise.</t>",
        "\n<m:records xmlns:m=\"x\">\n<m:t>Moss lowers noise.</m:t>\n</m:records>\n",
        "<records>\n<t>Moss lowers noise.</t>\n<t>It ", "<records><t>Moss</t><t>Fern</t></records>\n\0"}) {
    const Collector out = read(xml);
    EXPECT_EQ(out.codes, std::vector<std::string>{"unknown-xml"});
    EXPECT_TRUE(out.documents.empty());
  }
  for (const char* text :
       {"<5 mg of iron lowered fatigue in women.", "<note>Draft</note>\nMoss lowers noise in towns."}) {
    EXPECT_EQ(read(text).documents.size(), 1U);
    EXPECT_TRUE(read(text).codes.empty());
  }
}

TEST(PlainReader, DataWithADamagedHeadIsToldOf) {
  for (const char* data : {"[\n  { \"auth\"or\": [ { \"given\": \"A\" } ] } ]",
                           "@bo,k{one,\n title = {Moss} }", "TI  - Moss\nAU  - Fern, A\nTYY - X\n",
                           "%T Moss\n%A Fern, A\n", "title;yeer;authorss;abs;doii\nMoss;1;Fern;x;y\n"}) {
    EXPECT_EQ(read(data).codes, std::vector<std::string>{"read-as-text"}) << data;
  }
  for (const char* text : {"[1] Moss, ferns, and lichens, it was found, lower noise.", "@moss lowers noise.",
                           "II - Methods\n\nMoss was counted in towns.",
                           "MX-1 in towns\n\nMX-1 is a moss.\nMX-1 lowers noise.\n"})
    EXPECT_TRUE(read(text).codes.empty()) << text;
}

TEST(PlainReader, MarkUpThatIsReadAsTextIsToldOf) {
  const Collector out = read("records>\n<t>Moss lowers noise.</t>\n<t>It is <i>green</i>.</t>\n</records>\n");
  EXPECT_EQ(out.documents.size(), 1U);
  EXPECT_EQ(out.codes, std::vector<std::string>{"markup-in-text"});
}

TEST(PlainReader, EmptyAndBinaryFilesYieldADiagnosticOnly) {
  EXPECT_EQ(read("").codes, std::vector<std::string>{"empty-file"});
  EXPECT_EQ(read(" \n\n").codes, std::vector<std::string>{"empty-file"});
  const Collector binary =
      read(std::string("\x7F"
                       "ELF\0\0\0\1\2\3\0\0\0\0\0\0",
                       16));
  EXPECT_EQ(binary.codes, std::vector<std::string>{"binary-content"});
  EXPECT_TRUE(binary.documents.empty());
}

TEST(PlainReader, ATextWithANulByteIsReadAndToldOf) {
  const std::string bytes("Moss lowers\0noise in towns. Ferns do not.\n", 42);
  const Collector out = read(bytes);
  ASSERT_EQ(out.documents.size(), 1U);
  EXPECT_EQ(out.codes, std::vector<std::string>{"nul-bytes"});
  const model::Document& document = out.documents[0];
  EXPECT_EQ(document.text, "Moss lowers noise in towns. Ferns do not.\n");
  EXPECT_EQ(document.offsets.to_source({28, 41}), (Place{28, 41}));
}

TEST(PlainReader, OffsetsOfOtherEncodingsLeadBackToTheFile) {
  const std::string bytes = "Caf\xE9 bees dance.\n";
  const Collector out = read(bytes);
  ASSERT_EQ(out.documents.size(), 1u);
  const model::Document& document = out.documents[0];
  const Span source = document.offsets.to_source(document.blocks.back().span);
  EXPECT_EQ(bytes.substr(source.start, source.size()), "Caf\xE9 bees dance.");
}

TEST(PlainReader, WhatStandsBehindAPageNumberKeepsItsPlace) {
  const std::string bytes =
      "Bees\n\nCaf\xE9 bees of the northern coast dance at noon and\n\n12\n\nat night. They sing.\n";
  const Collector out = read(bytes);
  ASSERT_EQ(out.documents.size(), 1u);
  const model::Document& document = out.documents[0];
  const size_t at = document.text.find("They sing.");
  const Span source = document.offsets.to_source({at, at + 10});
  EXPECT_EQ(bytes.substr(source.start, source.size()), "They sing.");
  EXPECT_EQ(document.text.find("12"), std::string::npos);
  EXPECT_EQ(document.blocks.size(), 2U);
}

TEST(PlainReader, AThousandMutationsEndInARecordOrADiagnostic) {
  test::mutate_a_thousand_times(plain_reader(), test::corpus_files(".txt"), 20240617);
}

TEST(PlainReader, TellsNothingFromAnotherFormat) {
  EXPECT_TRUE(plain_reader().accepts("anything"));
}

}  // namespace
}  // namespace evident::read
