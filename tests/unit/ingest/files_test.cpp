// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/files.hpp"

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "base/error.hpp"
#include "support/temporary_folder.hpp"

namespace evident::ingest {
namespace {

namespace fs = std::filesystem;

TEST(Files, AWalkListsOrTellsEverything) {
  const test::TemporaryFolder folder;
  folder.write("in/b/two.txt", "2");
  folder.write("in/a.txt", "1");
  folder.write("in/README.md", "what this is");
  folder.write("in/README.d/three.txt", "3");
  folder.write("in/.git/config", "hidden");
  folder.write("out/four.txt", "4");
  fs::create_directory_symlink(folder.path() / "out", folder.path() / "in/linked");
  fs::create_symlink(folder.path() / "out/four.txt", folder.path() / "in/four.txt");
  fs::create_symlink("nowhere", folder.path() / "in/dangling.txt");
  DiagnosticList sink;
  std::vector<std::string> listed;
  for (const auto& path : list_files({folder.path() / "in", folder.path() / "in/a.txt"}, sink))
    listed.push_back(fs::relative(path, folder.path() / "in").string());
  // fs::relative follows links.
  EXPECT_EQ(listed,
            (std::vector<std::string>{"README.d/three.txt", "a.txt", "b/two.txt", "../out/four.txt"}));
  std::map<std::string, std::string> told;
  for (const auto& item : sink.items) told[fs::path(item.path).filename()] = item.code;
  EXPECT_EQ(told, (std::map<std::string, std::string>{{"README.md", "not-read"},
                                                      {".git", "not-read"},
                                                      {"linked", "not-read"},
                                                      {"dangling.txt", "cannot-read"}}));
}

TEST(Files, WhatIsNamedIsReadWhateverItsName) {
  const test::TemporaryFolder folder;
  DiagnosticList sink;
  const auto readme = folder.write("README.txt", "1");
  EXPECT_EQ(list_files({readme, readme, "-"}, sink), (std::vector<fs::path>{"-", readme}));
  EXPECT_TRUE(sink.items.empty());
  EXPECT_THROW(list_files({folder.path() / "absent"}, sink), FileError);
}

TEST(Files, WhatIsWrittenByTheProgramItselfIsPassedOver) {
  const test::TemporaryFolder folder;
  folder.write("a.txt", "1");
  folder.write("store/iamglass", "2");
  folder.write("report.jsonl", "3");
  DiagnosticList sink;
  const auto listed =
      list_files({folder.path()}, sink, {folder.path() / "store", folder.path() / "b/../report.jsonl", ""});
  EXPECT_EQ(listed, (std::vector<fs::path>{fs::canonical(folder.path() / "a.txt")}));
  EXPECT_EQ(sink.items.size(), 2u) << "and told";
}

TEST(Files, AMemberOfAnArchiveIsNoPathAndSaysWhatToName) {
  const test::TemporaryFolder folder;
  const std::string archive = folder.write("x.zip", "PK");
  DiagnosticList sink;
  try {
    list_files({archive + "!a.txt"}, sink);
    FAIL() << "no such file";
  } catch (const FileError& error) {
    EXPECT_NE(std::string(error.what()).find(archive + " is read as a whole; name that"), std::string::npos)
        << error.what();
  }
}

TEST(Files, WhatDescribesAFolderOrIsHiddenIsLeftOut) {
  for (const char* name : {"README", "README.txt", "sub/LICENSE.md", ".git/config", "__MACOSX/._a.txt"})
    EXPECT_FALSE(why_left_out(name).empty()) << name;
  for (const char* name : {"a.txt", "./a.txt", "../../a.txt", "README.d/a.txt", "", "readme of ferns.txt"})
    EXPECT_TRUE(why_left_out(name).empty()) << name;
}

}  // namespace
}  // namespace evident::ingest
