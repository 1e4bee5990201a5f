// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "index/store.hpp"
#include "ingest/ingest.hpp"
#include "support/packing.hpp"
#include "support/temporary_folder.hpp"

namespace evident::ingest {
namespace {

using test::pack;

std::string article(const std::string& topic) {
  return topic + "\n\nGardens of " + topic +
         " need shade through the whole of the summer.[1]\n\nReferences\n\n1. ^ Moss A (2001). \"Growth of " +
         topic + " in shade\". Journal of Ferns 12: 101-9.\n";
}

class Told final : public Observer {
 public:
  void progress(const Progress& progress) override { last = progress; }
  void linking(uint64_t, uint64_t) override {}
  void diagnostic(const Diagnostic& diagnostic) override { codes[diagnostic.code].insert(diagnostic.path); }
  std::map<std::string, std::set<std::string>> codes;  ///< and the paths they were told of
  Progress last;
};

struct ArchiveIngest : testing::Test {
  Summary run(const std::filesystem::path& path) {
    told = {};
    Options options;
    options.paths = {path};
    options.store = folder.path() / "store";
    return ingest(options, told);
  }
  std::set<std::string> article_paths() {
    std::set<std::string> paths;
    for (const auto& node : index::Store(folder.path() / "store").articles())
      paths.insert(node.path.substr(folder.path().string().size() + 1));
    return paths;
  }

  test::TemporaryFolder folder;
  Told told;
};

TEST_F(ArchiveIngest, ReadsEachMemberUnderItsOwnPath) {
  const std::string inner = pack("ustar", {{"c.txt", article("mosses")}});
  const std::string zip = pack("zip", {{"a.txt", article("ferns")},
                                       {"sub/", ""},
                                       {"sub/a.txt", article("horsetails")},
                                       {"../../up.txt", article("clubmosses")},
                                       {"inner.tar.zst", test::zstd(inner)},
                                       {"b.txt.xz", test::xz(article("lichens"))}});
  const Summary summary = run(folder.write("x.zip", zip));
  EXPECT_EQ(article_paths(), (std::set<std::string>{"x.zip!a.txt", "x.zip!sub/a.txt", "x.zip!../../up.txt",
                                                    "x.zip!inner.tar.zst!c.txt", "x.zip!b.txt.xz"}));
  EXPECT_EQ(summary.files_seen, 1U);
  EXPECT_EQ(summary.files_read, 1U);
  EXPECT_EQ(summary.members_read, 5U);
  EXPECT_EQ(summary.members_skipped, 0U);
  EXPECT_TRUE(told.codes.empty());
  EXPECT_EQ(told.last.disk, told.last.disk_all);
}

TEST_F(ArchiveIngest, Utf32IsToldOfWhateverItHolds) {
  std::string wide("\xFF\xFE\0\0", 4);
  for (const char c : article("ferns")) wide += std::string{c, '\0', '\0', '\0'};
  const Summary summary = run(folder.write("x.zip", pack("zip", {{"a.txt", wide}})));
  EXPECT_TRUE(article_paths().empty());
  EXPECT_EQ(summary.members_skipped, 1U);
  EXPECT_EQ(told.codes["utf-32"].size(), 1U);
}

TEST_F(ArchiveIngest, TellsEveryMemberThatItPassesOver) {
  const std::string path = folder.write("x.tar", pack("gnutar", {{"README.txt", "what this is"},
                                                                 {".hidden/a.txt", article("ferns")},
                                                                 {"link", "", "a.txt"},
                                                                 {"a.txt", article("ferns")},
                                                                 {"a.txt", article("mosses")},
                                                                 {"empty.txt", ""},
                                                                 {"binary", std::string(600, '\x01')}}));
  const Summary summary = run(path);
  EXPECT_EQ(article_paths(), std::set<std::string>{"x.tar!a.txt"});
  EXPECT_EQ(told.codes["not-read"],
            (std::set<std::string>{path + "!README.txt", path + "!.hidden/a.txt", path + "!link"}));
  EXPECT_EQ(told.codes["duplicate-member"], std::set<std::string>{path + "!a.txt"});
  EXPECT_EQ(told.codes["empty-file"], std::set<std::string>{path + "!empty.txt"});
  EXPECT_EQ(told.codes["binary-content"], std::set<std::string>{path + "!binary"});
  EXPECT_EQ(summary.members_read, 1U);
  EXPECT_EQ(summary.members_skipped, 3U);
}

TEST_F(ArchiveIngest, LeavesDocumentsThatArePackedAsArchivesWhole) {
  const std::string path = folder.write(
      "x.zip",
      pack("zip",
           {{"slides.pptx", pack("zip", {{"[Content_Types].xml", "<Types/>"}, {"a.txt", article("ferns")}})},
            {"sheet.ods", pack("zip", {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                                       {"a.txt", article("mosses")}})}}));
  run(path);
  EXPECT_TRUE(article_paths().empty());
  EXPECT_EQ(told.codes["unknown-format"],
            (std::set<std::string>{path + "!slides.pptx", path + "!sheet.ods"}));
}

TEST_F(ArchiveIngest, AnArchiveWithoutFilesIsNotPassedOverInSilence) {
  run(folder.write("folders.tar", pack("ustar", {{"folder/", ""}})));
  EXPECT_EQ(told.codes.count("empty-archive"), 1U);
  run(folder.write("empty.zip", pack("zip", {})));
  EXPECT_EQ(told.codes.count("empty-archive"), 1U);
}

TEST_F(ArchiveIngest, ArchivesInArchivesHaveAnEnd) {
  std::string nested = article("ferns");
  for (int depth = 0; depth < 12; ++depth) nested = pack(depth % 2 == 0 ? "zip" : "ustar", {{"x", nested}});
  const Summary summary = run(folder.write("nested.tar", nested));
  EXPECT_EQ(told.codes.count("nested-too-deep"), 1U);
  EXPECT_EQ(summary.members_skipped, 1U);
  EXPECT_TRUE(article_paths().empty());
}

TEST_F(ArchiveIngest, AChangedArchiveReplacesAllOfIt) {
  const auto tar = [&](const std::vector<test::Entry>& entries) {
    return folder.write("x.tar.gz", test::gzip(pack("pax", entries)));
  };
  const auto path = tar({{"a.txt", article("ferns")}, {"b.txt", article("mosses")}});
  EXPECT_EQ(run(path).articles, 2U);
  EXPECT_EQ(run(path).files_unchanged, 1U);
  tar({{"b.txt", article("mosses")}, {"c.txt", article("lichens")}});
  EXPECT_EQ(run(path).articles, 2U);
  EXPECT_EQ(article_paths(), (std::set<std::string>{"x.tar.gz!b.txt", "x.tar.gz!c.txt"}));
  const index::Store store(folder.path() / "store");
  EXPECT_EQ(store.counts().files, 1U);
  for (const auto& id : store.work_ids()) EXPECT_EQ(store.work(id)->title.find("ferns"), std::string::npos);
}

TEST_F(ArchiveIngest, WhatComesBeforeTheDamageIsKept) {
  const std::string tar = pack("ustar", {{"a.txt", article("ferns")}, {"b.txt", test::noise(90'000)}});
  const std::string packed = test::gzip(tar);
  const Summary summary = run(folder.write("x.tar.gz", packed.substr(0, packed.size() / 2)));
  EXPECT_EQ(article_paths().count("x.tar.gz!a.txt"), 1U);
  EXPECT_EQ(told.codes.count("truncated-gzip"), 1U);
  EXPECT_EQ(told.codes.count("truncated-archive"), 1U);
  EXPECT_EQ(summary.files_read, 1U);
}

}  // namespace
}  // namespace evident::ingest
