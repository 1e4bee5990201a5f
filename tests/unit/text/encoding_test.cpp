// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/encoding.hpp"

#include <gtest/gtest.h>

namespace {

using namespace evident;
using namespace evident::text;
using namespace std::string_literals;

std::string utf16(std::u16string_view text, bool little) {
  std::string out;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    out += little ? low : high;
    out += little ? high : low;
  }
  return out;
}

TEST(Decode, KeepsUtf8AsItIs) {
  DiagnosticList sink;
  const Decoded decoded = decode("Größe\r\nzwei", "file", sink);
  EXPECT_EQ(decoded.text, "Größe\r\nzwei");
  EXPECT_EQ(decoded.encoding, Encoding::utf8);
  EXPECT_EQ(decoded.offsets.to_source({3, 5}), (evident::Place{3, 5}));
  EXPECT_TRUE(sink.items.empty());
}

TEST(Decode, CountsTheByteOrderMarkInSourceOffsets) {
  DiagnosticList sink;
  const Decoded decoded = decode(
      "\xEF\xBB\xBF"
      "abc",
      "file", sink);
  EXPECT_EQ(decoded.text, "abc");
  EXPECT_EQ(decoded.encoding, Encoding::utf8_bom);
  EXPECT_EQ(decoded.offsets.to_source({0, 3}), (evident::Place{3, 6}));
}

TEST(Decode, ReadsUtf16WithAndWithoutMark) {
  for (const bool little : {true, false}) {
    for (const std::u16string& mark : {u"\uFEFF"s, u""s}) {
      DiagnosticList sink;
      const Decoded decoded = decode(utf16(mark + u"Plain é text 😀!", little), "file", sink);
      EXPECT_EQ(decoded.text, "Plain é text 😀!");
      EXPECT_EQ(decoded.encoding, little ? Encoding::utf16le : Encoding::utf16be);
      const uint64_t shift = mark.size() * 2;
      EXPECT_EQ(decoded.offsets.to_source({6, 8}), (evident::Place{12 + shift, 14 + shift}));
      EXPECT_TRUE(sink.items.empty());
    }
  }
}

TEST(Decode, FallsBackToWindows1252) {
  DiagnosticList sink;
  const Decoded decoded = decode("caf\xE9 \x93quoted\x94", "file", sink);
  EXPECT_EQ(decoded.text, "café “quoted”");
  EXPECT_EQ(decoded.encoding, Encoding::windows1252);
  EXPECT_EQ(decoded.offsets.to_source({3, 5}), (evident::Place{3, 4}));
  EXPECT_EQ(decoded.offsets.to_source({9, 15}), (evident::Place{6, 12}));
}

TEST(Decode, ReportsAStrayByteInUtf8WithLineAndByte) {
  DiagnosticList sink;
  const Decoded decoded = decode("Größe é ü\nbad \xFF here", "file", sink);
  EXPECT_EQ(decoded.text, "Größe é ü\nbad \xEF\xBF\xBD here");
  ASSERT_EQ(sink.items.size(), 1U);
  EXPECT_EQ(sink.items[0].code, "invalid-utf8");
  EXPECT_EQ(sink.items[0].path, "file");
  EXPECT_EQ(sink.items[0].line, 2U);
  const uint64_t bad = std::string("Größe é ü\nbad ").size();
  EXPECT_EQ(sink.items[0].source, (Span{bad, bad + 1}));
  EXPECT_EQ(decoded.offsets.to_source({bad + 4, bad + 8}), (evident::Place{bad + 2, bad + 6}));
}

TEST(Decode, TakesEmptyAndOddInput) {
  DiagnosticList sink;
  EXPECT_EQ(decode("", "file", sink).text, "");
  EXPECT_EQ(decode("\xFF\xFE"
                   "a",
                   "file", sink)
                .text,
            "\xEF\xBF\xBD");
  ASSERT_EQ(sink.items.size(), 1U);
  EXPECT_EQ(sink.items[0].code, "invalid-utf16");
}

TEST(Utf32, IsToldFromUtf16AndBinaryFiles) {
  std::string little("\xFF\xFE\0\0"s), big;
  for (const char c : "moss lowers noise"s) {
    little += std::string{c, '\0', '\0', '\0'};
    big += std::string{'\0', '\0', '\0', c};
  }
  EXPECT_TRUE(is_utf32(little));
  EXPECT_TRUE(is_utf32(big));
  EXPECT_FALSE(is_utf32(utf16(u"moss lowers noise", true)));
  EXPECT_FALSE(is_utf32(utf16(u"moss lowers noise", false)));
  EXPECT_FALSE(is_utf32("moss lowers noise"));
  EXPECT_FALSE(is_utf32(std::string(400, '\0')));
}

TEST(AdmitText, TellsTextFromOther) {
  for (const std::string& text : {"plain text\r\n\twith tabs"s, ""s, utf16(u"text in two bytes", true)}) {
    DiagnosticList sink;
    std::string bytes = text;
    EXPECT_TRUE(admit_text(bytes, "file", sink)) << text;
    EXPECT_EQ(bytes, text);
    EXPECT_TRUE(sink.items.empty());
  }
  for (const auto& [text, cause] :
       {std::pair("\x7F"
                  "ELF\x02\x01\x01\0\0\0\0\0\0\x03"s,
                  "6 NUL bytes, the first at line 1, byte 7"),
        std::pair("ab\nc\x01\x02\x03\x04"s, "4 control characters, the first at line 2, byte 4")}) {
    DiagnosticList sink;
    std::string bytes = text;
    EXPECT_FALSE(admit_text(bytes, "file", sink));
    ASSERT_EQ(sink.items.size(), 1U);
    EXPECT_EQ(sink.items[0].code, "binary-content");
    EXPECT_EQ(sink.items[0].path, "file");
    EXPECT_EQ(sink.items[0].message, "the file is not text: "s + cause + "; it was left out");
  }
}

TEST(AdmitText, TakesAFewNulBytesAsWhiteSpace) {
  DiagnosticList sink;
  std::string bytes = "Moss lowers noise.\nIt is\0green."s;
  ASSERT_TRUE(admit_text(bytes, "file", sink));
  EXPECT_EQ(bytes, "Moss lowers noise.\nIt is green.");
  ASSERT_EQ(sink.items.size(), 1U);
  EXPECT_EQ(sink.items[0].code, "nul-bytes");
  EXPECT_EQ(sink.items[0].line, 2U);
  EXPECT_EQ(sink.items[0].source, (Span{24, 25}));
  EXPECT_EQ(sink.items[0].message, "a NUL byte at line 2, byte 24; read as white space");
}

}  // namespace
