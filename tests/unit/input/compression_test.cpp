// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/compression.hpp"

#include <gtest/gtest.h>

#include "support/packing.hpp"
#include "support/temporary_folder.hpp"

namespace {

using namespace evident;

struct Packing {
  const char* name;
  std::string (*pack)(std::string);
};

struct Unpacked {
  std::string text;
  std::vector<std::string> codes;
};

Unpacked unpack(const std::string& bytes, const std::string& path = "x") {
  DiagnosticList sink;
  Unpacked out;
  out.text = read_all(*undo_compression(std::make_unique<BytesInput>(bytes), path, sink));
  for (const auto& item : sink.items) out.codes.push_back(item.code);
  return out;
}

class Compressions : public testing::TestWithParam<Packing> {
 protected:
  std::string pack(const std::string& text) const { return GetParam().pack(text); }
  std::vector<std::string> only(const std::string& kind) const { return {kind + "-" + GetParam().name}; }
};

const std::vector<Packing> packings = {
    {"gzip", &test::gzip}, {"bzip2", &test::bzip2}, {"xz", &test::xz}, {"zstd", &test::zstd}};
std::string name_of(const testing::TestParamInfo<Packing>& packing) {
  return packing.param.name;
}
INSTANTIATE_TEST_SUITE_P(All, Compressions, testing::ValuesIn(packings), name_of);

TEST_P(Compressions, AreUndone) {
  for (const size_t size : {0U, 1U, 1000U, 900'000U}) {
    const std::string text = test::noise(size);
    const Unpacked out = unpack(pack(text));
    EXPECT_EQ(out.text, text);
    EXPECT_TRUE(out.codes.empty());
  }
}

TEST_P(Compressions, AreUndoneMemberByMember) {
  const std::string text = test::noise(300'000);
  const Unpacked out = unpack(pack(text) + pack("") + pack("second") + std::string(512, '\0'));
  EXPECT_EQ(out.text, text + "second");
  EXPECT_TRUE(out.codes.empty());
}

TEST_P(Compressions, AreUndoneOneInTheOther) {
  EXPECT_EQ(unpack(test::gzip(pack("text"))).text, "text");
  EXPECT_EQ(unpack(pack(test::xz("text"))).text, "text");
  std::string often = "text";
  for (int i = 0; i < 10; ++i) often = pack(often);
  EXPECT_NE(unpack(often).text, "text") << "there is an end to it";
}

TEST_P(Compressions, YieldWhatCameBeforeTheyWereCut) {
  const std::string text = test::noise(3000), packed = pack(text);
  for (size_t size = 10; size < packed.size(); ++size) {
    const Unpacked out = unpack(packed.substr(0, size));
    EXPECT_EQ(out.text, text.substr(0, out.text.size())) << size;
    EXPECT_EQ(out.codes, only("truncated")) << size;
  }
  EXPECT_EQ(unpack(packed + packed.substr(0, packed.size() / 2)).codes, only("truncated"));
}

TEST_P(Compressions, LoseNoWholeBlockToACut) {
  const std::string text = test::noise(1'000'000), packed = pack(text);
  const Unpacked out = unpack(packed.substr(0, packed.size() - 20));
  EXPECT_GT(out.text.size(), 800'000U);
  EXPECT_EQ(out.text, text.substr(0, out.text.size()));
}

TEST_P(Compressions, AreNeverDamagedInSilence) {
  const std::string text = test::noise(3000), packed = pack(text);
  for (size_t at = 4; at < packed.size(); ++at) {
    for (const char mask : {'\x01', '\x80', '\xFF'}) {
      std::string damaged = packed;
      damaged[at] = static_cast<char>(damaged[at] ^ mask);
      const Unpacked out = unpack(damaged);
      EXPECT_LE(out.codes.size(), 1U);
      // Some bytes of a header mean nothing; and without its mark it is no compressed stream.
      EXPECT_TRUE(!out.codes.empty() || out.text == text || out.text == damaged) << at;
    }
  }
}

TEST_P(Compressions, ReportRubbishBehindThem) {
  const Unpacked out = unpack(pack("text") + "rubbish");
  EXPECT_EQ(out.text, "text");
  EXPECT_EQ(out.codes, only("damaged"));
}

TEST(Compression, TextsThatBeginLikeOneAreLeftAlone) {
  for (const std::string text : {"", "\x1F", "BZh", "BZh9 is how a bzip2 file begins", "Plain", "(\xB5/"})
    EXPECT_EQ(unpack(text).text, text);
  EXPECT_EQ(unpack("", "a.xz").codes, std::vector<std::string>{"truncated-xz"})
      << "an empty file of that name";
}

TEST(Compression, ZstdFramesToSkipAreSkipped) {
  const std::string skipped = std::string("\x5E\x2A\x4D\x18\x03\0\0\0", 8) + "abc";
  EXPECT_EQ(unpack(skipped + test::zstd("text") + skipped).text, "text");
}

TEST(Compression, ABombIsMetBeforeItIsFelt) {
  const test::TemporaryFolder folder;
  std::string bomb;
  const std::string piece = test::zstd(std::string(size_t{8} << 20U, '\0'));
  for (int i = 0; i < 200; ++i) bomb += piece;
  DiagnosticList sink;
  const auto input = open_input(folder.write("bomb.zst", bomb), sink);
  std::string buffer(1 << 20, '\0');
  uint64_t size = 0;
  while (const size_t count = input->read(buffer.data(), buffer.size())) size += count;
  EXPECT_LE(size, Origin::always_allowed + buffer.size());
  ASSERT_EQ(sink.items.size(), 1U);
  EXPECT_EQ(sink.items[0].code, swelling_code);
}

}  // namespace
