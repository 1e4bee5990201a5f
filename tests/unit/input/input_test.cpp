// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/input.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/error.hpp"
#include "support/packing.hpp"

namespace {

using namespace evident;
using test::gzip;
using test::noise;
using test::pack;

class InputTest : public testing::Test {
 protected:
  void SetUp() override {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    m_folder = std::filesystem::path(testing::TempDir()) / (std::string("evident_input_") + info->name());
    std::filesystem::create_directories(m_folder);
  }
  void TearDown() override { std::filesystem::remove_all(m_folder); }

  std::filesystem::path write(const std::string& name, const std::string& bytes) {
    std::ofstream(m_folder / name, std::ios::binary) << bytes;
    return m_folder / name;
  }
  std::string read(const std::filesystem::path& path, size_t limit = SIZE_MAX) {
    return read_all(*open_input(path, m_sink), limit);
  }

  std::filesystem::path m_folder;
  DiagnosticList m_sink;
};

TEST_F(InputTest, PassesPlainFilesThrough) {
  const std::string text = noise(700'000);
  EXPECT_EQ(read(write("plain", text)), text);
  EXPECT_EQ(read(write("empty", "")), "");
  EXPECT_EQ(read(write("one", "\x1F")), "\x1F");
  EXPECT_EQ(read(write("plain", text), 10), text.substr(0, 10));
  EXPECT_TRUE(m_sink.items.empty());
}

TEST_F(InputTest, UndoesGzipWhateverTheName) {
  const std::string text = noise(2'000'000);
  EXPECT_EQ(read(write("a.gz", gzip(text))), text);
  EXPECT_EQ(read(write("a.xml", gzip(text))), text);
  EXPECT_TRUE(m_sink.items.empty());
}

TEST_F(InputTest, ReadsEveryMemberOfAConcatenatedGzip) {
  const std::string text = noise(400'000);
  EXPECT_EQ(read(write("a.gz", gzip(text) + gzip("") + gzip("second") + std::string(512, '\0'))),
            text + "second");
  EXPECT_TRUE(m_sink.items.empty());
}

TEST_F(InputTest, ReportsATruncatedGzipAndKeepsWhatCameBefore) {
  const std::string text = noise(500'000);
  const std::string packed = gzip(text);
  const auto path = write("a.gz", packed.substr(0, packed.size() / 2));
  const std::string got = read(path);
  EXPECT_GT(got.size(), 100'000U);
  EXPECT_EQ(got, text.substr(0, got.size()));
  ASSERT_EQ(m_sink.items.size(), 1U);
  EXPECT_EQ(m_sink.items[0].code, "truncated-gzip");
  EXPECT_EQ(m_sink.items[0].path, path.string());
}

TEST_F(InputTest, ReportsATruncatedTrailerAndAnEmptyArchive) {
  const std::string packed = gzip("whole text");
  EXPECT_EQ(read(write("a.gz", packed.substr(0, packed.size() - 3))), "whole text");
  EXPECT_EQ(read(write("b.gz", "")), "");
  ASSERT_EQ(m_sink.items.size(), 2U);
  EXPECT_EQ(m_sink.items[0].code, "truncated-gzip");
  EXPECT_EQ(m_sink.items[1].code, "truncated-gzip");
}

TEST_F(InputTest, ReportsADamagedGzipAndKeepsWhatCameBefore) {
  const std::string text = noise(500'000);
  std::string packed = gzip(text);
  for (size_t i = packed.size() / 2; i < packed.size() / 2 + 64; ++i)
    packed[i] = static_cast<char>(~packed[i]);
  const auto path = write("a.gz", packed);
  const std::string got = read(path);
  EXPECT_GT(got.size(), 100'000U);
  ASSERT_EQ(m_sink.items.size(), 1U);
  EXPECT_EQ(m_sink.items[0].code, "damaged-gzip");
  EXPECT_EQ(m_sink.items[0].path, path.string());
}

TEST_F(InputTest, ReportsRubbishBehindAGzip) {
  EXPECT_EQ(read(write("a.gz", gzip("text") + "rubbish")), "text");
  ASSERT_EQ(m_sink.items.size(), 1U);
  EXPECT_EQ(m_sink.items[0].code, "damaged-gzip");
}

TEST_F(InputTest, RefusesWhatItCannotOpenAndNamesIt) {
  try {
    open_input(m_folder / "absent", m_sink);
    FAIL() << "opened a file that is not there";
  } catch (const FileError& error) {
    EXPECT_NE(std::string(error.what()).find("absent"), std::string::npos);
  }
  EXPECT_THROW(open_input(m_folder, m_sink), FileError);
  EXPECT_THROW(file_sha256(m_folder / "absent"), FileError);
}

TEST_F(InputTest, HashesTheBytesOnDisk) {
  EXPECT_EQ(file_sha256(write("abc", "abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_F(InputTest, OpensMembersOfArchives) {
  const std::string inner = pack("ustar", {{"deep/c.txt", "inner"}, {"d!e.txt", "marked"}});
  const std::string zip = pack("zip", {{"a.txt", "first"},
                                       {"b.tar.gz", gzip(inner)},
                                       {"c.txt.bz2", test::bzip2("packed")},
                                       {"../up.txt", "up"}});
  const std::string path = write("x.zip", zip).string();
  EXPECT_EQ(read(path + "!a.txt"), "first");
  EXPECT_EQ(read(path + "!c.txt.bz2"), "packed");
  EXPECT_EQ(read(path + "!../up.txt"), "up");
  EXPECT_EQ(read(path + "!b.tar.gz!deep/c.txt"), "inner");
  EXPECT_EQ(read(path + "!b.tar.gz!d!e.txt"), "marked");
  EXPECT_EQ(read(path + "!b.tar.gz"), inner);
  EXPECT_TRUE(m_sink.items.empty());
  for (const char* absent : {"!none", "!a.txt!none", "!b.tar.gz!none", "!"})
    EXPECT_THROW(read(path + absent), FileError) << absent;
  EXPECT_EQ(file_on_disk(path + "!b.tar.gz!d!e.txt"), path);
}

TEST_F(InputTest, AFileMayHaveAMarkInItsName) {
  const std::string zip = pack("zip", {{"a.txt", "member"}});
  EXPECT_EQ(read(write("wow!.txt", "itself")), "itself");
  const std::string path = write("wow!.zip", zip).string();
  EXPECT_EQ(read(path + "!a.txt"), "member");
  write("x.zip", zip);
  EXPECT_EQ(read(write("x.zip!a.txt", "a file of that name")), "a file of that name");
  EXPECT_EQ(file_on_disk(m_folder / "wow!.txt"), m_folder / "wow!.txt");
}

TEST_F(InputTest, StandardInputIsNotKept) {
  const std::string path = standard_input_path(std::string(64, 'a'));
  EXPECT_TRUE(is_standard_input(path));
  EXPECT_THROW(read(path), FileError);
  EXPECT_THROW(read(path + "!member"), FileError);
}

}  // namespace
