// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/page_layout.hpp"

#include <gtest/gtest.h>

#include <random>

namespace {

using namespace evident;

/// A line of words of five points a letter.
void add_line(std::vector<PageWord>& words, double left, double top, const std::string& line,
              double size = 10, bool bold = false) {
  double at = left;
  for (size_t from = 0; from < line.size();) {
    const size_t end = std::min(line.find(' ', from), line.size());
    const std::string word = line.substr(from, end - from);
    const double width = 0.5 * size * static_cast<double>(word.size());
    words.push_back({at, top, at + width, top + size, size, bold, end < line.size(), word});
    at += width + 0.3 * size;
    from = end + 1;
  }
}

std::string draw(std::vector<PageWord> words) {
  return drawn(columns_of(std::move(words)));
}

TEST(PageLayout, ReadsTheLeftColumnBeforeTheRightOne) {
  std::vector<PageWord> words;
  add_line(words, 50, 60, "A title across the whole page of this study", 14, true);
  for (int line = 0; line < 6; ++line) {
    add_line(words, 50, 100 + 12 * line, "left line number " + std::to_string(line) + " of the text");
    add_line(words, 250, 104 + 12 * line, "right line number " + std::to_string(line) + " of the text");
  }
  add_line(words, 50, 190, "A caption across the whole page of this study stands here");
  const std::string text = draw(words);
  EXPECT_LT(text.find("A title"), text.find("left line number 0"));
  EXPECT_LT(text.find("left line number 5"), text.find("right line number 0"));
  EXPECT_LT(text.find("right line number 5"), text.find("A caption"));
}

TEST(PageLayout, ThreeColumns) {
  std::vector<PageWord> words;
  for (int line = 0; line < 6; ++line) {
    for (int column = 0; column < 3; ++column)
      add_line(words, 50 + 160 * column, 100 + 12 * line,
               "column " + std::to_string(column) + " line " + std::to_string(line) + " of text");
  }
  const std::string text = draw(words);
  EXPECT_LT(text.find("column 0 line 5"), text.find("column 1 line 0"));
  EXPECT_LT(text.find("column 1 line 5"), text.find("column 2 line 0"));
}

TEST(PageLayout, NumbersOfAListAreNoColumn) {
  std::vector<PageWord> words;
  for (int line = 0; line < 6; ++line) {
    add_line(words, 50, 100 + 12 * line, std::to_string(line + 1) + ".");
    add_line(words, 90, 100 + 12 * line, "Author of entry and its long title");
  }
  EXPECT_TRUE(draw(words).starts_with("1.\tAuthor of entry and its long title\n2.\tAuthor"));
}

TEST(PageLayout, RaisedNumbersBecomeSuperscripts) {
  std::vector<PageWord> words;
  words.push_back({50, 100, 80, 110, 10, false, false, "mood."});
  words.push_back({80.2, 98, 90, 104, 6, false, false, "4,7-9"});
  words.push_back({93, 100, 120, 110, 10, false, false, "Later"});
  words.push_back({120.1, 98, 123, 104, 6, false, false, "a"});
  add_line(words, 50, 112, "The next line of this text is here");
  EXPECT_EQ(draw(words), "mood.\u2074,\u2077\u207B\u2079 Latera\nThe next line of this text is here\n");
}

TEST(PageLayout, NotesOfAColumnComeBehindTheText) {
  std::vector<PageWord> words;
  for (int line = 0; line < 6; ++line) {
    add_line(words, 50, 100 + 12 * line, "left line number " + std::to_string(line) + " of the text");
    add_line(words, 250, 100 + 12 * line, "right line number " + std::to_string(line) + " of the text");
  }
  add_line(words, 50, 184, "* Address for letters of readers", 7);
  add_line(words, 250, 172, "right line number 6 of the text");
  const std::string text = draw(words);
  EXPECT_LT(text.find("left line number 5"), text.find("right line number 0"));
  EXPECT_LT(text.find("right line number 6"), text.find("* Address"));
}

TEST(PageLayout, IndentsGapsAndSizesShow) {
  std::vector<PageWord> words;
  add_line(words, 50, 100, "Methods", 10, true);
  add_line(words, 60, 112, "The first line of a paragraph");
  add_line(words, 50, 124, "and the second line of it are one");
  add_line(words, 50, 160, "A line behind a gap of this text");
  EXPECT_EQ(
      draw(words),
      "Methods\n\n  The first line of a paragraph\nand the second line of it are one\n\nA line behind a "
      "gap of this text\n");
}

TEST(PageLayout, AnyWordsGiveATextOfAllOfThem) {
  std::mt19937 random(20240611);
  const auto number = [&](double from, double to) {
    return std::uniform_real_distribution<double>(from, to)(random);
  };
  for (int round = 0; round < 300; ++round) {
    std::vector<PageWord> words;
    const int count = static_cast<int>(random() % 120);
    for (int word = 0; word < count; ++word) {
      const double left = number(-50, 600), top = number(-50, 800), size = number(0.5, 40);
      words.push_back({left, top, left + number(-5, 120), top + number(-5, 40), size, random() % 2 == 0,
                       random() % 2 == 0, "w" + std::to_string(word) + "x"});
    }
    const std::string text = draw(words);
    for (int word = 0; word < count; ++word)
      ASSERT_NE(text.find("w" + std::to_string(word) + "x"), std::string::npos) << "round " << round;
  }
}

TEST(PageLayout, AnEmptyPage) {
  EXPECT_EQ(draw({}), "");
}

}  // namespace
