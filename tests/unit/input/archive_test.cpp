// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/archive.hpp"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "base/error.hpp"
#include "support/memory_reading.hpp"
#include "support/packing.hpp"

namespace {

using namespace evident;

using test::pack;

const std::vector<test::Entry> three = {
    {"a.txt", std::string(100'000, 'a')}, {"folder/", ""}, {"folder/b!c.txt", "second"}};

std::vector<std::string> codes(const DiagnosticList& sink) {
  std::vector<std::string> out;
  for (const auto& item : sink.items) out.push_back(item.code);
  return out;
}

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

TEST(Archive, KeepsNamesAsTheyAreAndInUtf8) {
  const std::vector<test::Entry> names = {{"../../etc/passwd", "1"}, {"/absolute", "2"},
                                          {"A\xE9.txt", "3"},        {"\xC3\xA9.txt", "4"},
                                          {"./dotted.txt", "5"},     {"a!b", "6"}};
  for (const char* format : {"zip", "ustar", "gnutar"}) {
    SCOPED_TRACE(format);
    const std::string bytes = pack(format, names);
    std::vector<std::string> got;
    DiagnosticList sink;
    Archive archive(bytes, "x", sink);
    while (const auto member = archive.next()) got.push_back(member->name);
    EXPECT_EQ(got, (std::vector<std::string>{"../../etc/passwd", "/absolute", "A\\xE9.txt", "\xC3\xA9.txt",
                                             "./dotted.txt", "a!b"}));
  }
}

TEST(Archive, TellsLinksFromFiles) {
  for (const char* format : {"zip", "ustar"}) {
    SCOPED_TRACE(format);
    const std::string bytes = pack(format, {{"a", "1"}, {"b", "", "/etc/passwd"}});
    DiagnosticList sink;
    Archive archive(bytes, "x", sink);
    EXPECT_EQ(archive.next()->kind, Member::Kind::file);
    EXPECT_EQ(archive.next()->kind, Member::Kind::other);
  }
}

/// Cut anywhere, an archive gives its first members as they are, and says that it was cut.
TEST(Archive, YieldsWhatCameBeforeItWasCut) {
  const std::string text = test::noise(2000);
  for (const char* format : {"zip", "ustar", "gnutar", "pax"}) {
    SCOPED_TRACE(format);
    const std::string bytes = pack(format, {{"a.txt", text}, {"b.txt", text}});
    const size_t content = bytes.find_last_not_of('\0') + 1;
    for (size_t size = archive_head; size < content; size += 7) {
      DiagnosticList sink;
      test::MemoryInput input(std::string_view(bytes).substr(0, size));
      Archive archive(input, "x", sink);
      while (archive.next()) {
        const std::string got = read_all(*archive.content());
        EXPECT_EQ(got, text.substr(0, got.size())) << size;
      }
      EXPECT_EQ(codes(sink), std::vector<std::string>{"truncated-archive"}) << size;
    }
  }
}

TEST(Archive, IsNeverDamagedInSilence) {
  const std::string text = test::noise(600);
  for (const char* format : {"zip", "ustar"}) {
    SCOPED_TRACE(format);
    const std::string bytes = pack(format, {{"a.txt", text}, {"b.txt", text}});
    for (size_t at = 0; at < bytes.find_last_not_of('\0'); ++at) {
      std::string damaged = bytes;
      damaged[at] = static_cast<char>(~damaged[at]);
      for (const bool seekable : {false, true}) {
        DiagnosticList sink;
        test::MemoryInput stream(damaged);
        BytesInput memory(damaged);
        Input& input = seekable ? static_cast<Input&>(memory) : stream;
        Archive archive(input, "x", sink);
        size_t good = 0;
        bool told = false;
        while (const auto member = archive.next()) {
          told |= member->encrypted || member->kind == Member::Kind::other;
          if (read_all(*archive.content()) == text) ++good;
        }
        // A tar holds no sums of its members' bytes: those may differ in silence, as they may on a disk.
        if (std::string_view(format) == "zip") {
          EXPECT_TRUE(good == 2 || told || !sink.items.empty()) << at << (seekable ? " seekable" : " stream");
        }
      }
    }
  }
}

TEST(Archive, PassesOnWhatTheSystemRefuses) {
  class Refusing final : public Input {
   public:
    size_t read(char* buffer, size_t size) override {
      if (std::exchange(m_asked, true)) throw FileError("refused");
      return pack("ustar", {{"a", test::noise(300'000)}}).copy(buffer, std::min<size_t>(size, 4096));
    }

   private:
    bool m_asked = false;
  };
  Refusing input;
  DiagnosticList sink;
  Archive archive(input, "x", sink);
  EXPECT_THROW(
      {
        while (archive.next()) read_all(*archive.content());
      },
      FileError);
}

}  // namespace
