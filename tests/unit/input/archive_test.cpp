// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/archive.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace {

using namespace evident;

using Files = std::vector<std::pair<std::string, std::string>>;

/// An archive in memory, written by libarchive: `format` "zip", "ustar", "gnutar" or "pax".
std::string pack(const std::string& format, const Files& files) {
  std::string out(1 << 22, '\0');
  size_t used = 0;
  archive* writer = archive_write_new();
  archive_write_set_format_by_name(writer, format.c_str());
  archive_write_open_memory(writer, out.data(), out.size(), &used);
  for (const auto& [name, bytes] : files) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, name.back() == '/' ? AE_IFDIR : AE_IFREG);
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_write_header(writer, entry);
    archive_write_data(writer, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_free(writer);
  out.resize(used);
  return out;
}

const Files three = {{"a.txt", std::string(100'000, 'a')}, {"folder/", ""}, {"folder/b!c.txt", "second"}};

TEST(Archive, GivesMembersInOrder) {
  for (const char* format : {"zip", "ustar", "gnutar", "pax"}) {
    SCOPED_TRACE(format);
    const std::string bytes = pack(format, three);
    EXPECT_TRUE(is_archive(bytes));
    DiagnosticList sink;
    Archive archive(bytes, "x", sink);
    auto member = archive.next();
    ASSERT_TRUE(member);
    EXPECT_EQ(member->name, "a.txt");
    const auto first = archive.content();
    EXPECT_EQ(read_all(*first, 10), std::string(10, 'a'));
    member = archive.next();
    ASSERT_TRUE(member);
    EXPECT_EQ(member->kind, Member::Kind::folder);
    EXPECT_EQ(read_all(*first), "") << "a member ends when the next one begins";
    member = archive.next();
    ASSERT_TRUE(member);
    EXPECT_EQ(member->name, "folder/b!c.txt");
    EXPECT_EQ(read_all(*archive.content()), "second");
    EXPECT_FALSE(archive.next());
    EXPECT_FALSE(archive.next());
    EXPECT_TRUE(sink.items.empty()) << sink.items[0].message;
    EXPECT_EQ(read_member(bytes, "folder/b!c.txt", "x", sink), "second");
    EXPECT_FALSE(read_member(bytes, "absent", "x", sink));
  }
}

TEST(Archive, ATextIsNone) {
  EXPECT_FALSE(is_archive(""));
  EXPECT_FALSE(is_archive("PK"));
  EXPECT_FALSE(is_archive(std::string(600, 'a')));
  EXPECT_FALSE(is_archive(std::string(600, '\0')));
  DiagnosticList sink;
  Archive archive(std::string_view("no archive at all"), "x", sink);
  EXPECT_FALSE(archive.next());
  EXPECT_EQ(sink.items.size(), 1U);
}

TEST(Archive, TellsNamesFromAHead) {
  const std::string bytes =
      pack("zip", {{"mimetype", "application/epub+zip"}, {"b", std::string(9'000, 'b')}});
  EXPECT_EQ(member_names(bytes.substr(0, 100)), std::vector<std::string>{"mimetype"});
}

}  // namespace
