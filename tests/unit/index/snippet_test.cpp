// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/snippet.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "index/query_parser.hpp"

namespace evident::index {
namespace {

/// With its marks as brackets.
std::string snippet(const std::string& query, const std::string& text, size_t length = 60) {
  const Xapian::Database empty("", Xapian::DB_BACKEND_INMEMORY);
  const Snippets snippets(parse_query(empty, query, JoinWords::with_and));
  std::string shown = snippets.of(text, length);
  std::replace(shown.begin(), shown.end(), '\x02', '[');
  std::replace(shown.begin(), shown.end(), '\x03', ']');
  return shown;
}

TEST(Snippets, ShowAShortTextAsItIs) {
  EXPECT_EQ(snippet("fern", "Ferns & mosses <em>grow</em>."), "[Ferns] & mosses <em>grow</em>.");
  EXPECT_EQ(snippet("zebra", "Ferns grow."), "Ferns grow.");
  EXPECT_EQ(snippet("fern", ""), "");
}

TEST(Snippets, MarkWordsInAnyFormAndPhrasesAsOne) {
  EXPECT_EQ(snippet("watering", "They watered it, water by water."),
            "They [watered] it, [water] by [water].");
  EXPECT_EQ(snippet("\"case report\"", "A case: this case report reports."),
            "A case: this [case report] reports.");
  EXPECT_EQ(snippet("muller", "By M\u00FCller and Crohn's."), "By [M\u00FCller] and Crohn's.");
  EXPECT_EQ(snippet("0.05 CD4+", "p<0.05 of CD4+ cells"), "p<[0.05] of [CD4+] cells");
  EXPECT_EQ(snippet("abst*", "Abstinence, an abstract noun"), "[Abstinence], an [abstract] noun");
  EXPECT_EQ(snippet("100", "Diluted 1:100 in saline"), "Diluted 1:[100] in saline");
  EXPECT_EQ(snippet("U.S.A.", "Trials in the U.S.A. were small."), "Trials in the [U.S.A.] were small.");
  EXPECT_EQ(snippet("\"case report\" \"case report form\"", "A case report form."), "A [case report form].");
  EXPECT_EQ(snippet("fern ADJ moss", "A fern grows near moss."), "A [fern] grows near [moss].");
}

TEST(Snippets, DoNotMarkWhatWasNotAskedOfTheText) {
  EXPECT_EQ(snippet("fern NOT moss", "Fern and moss"), "[Fern] and moss");
  EXPECT_EQ(snippet("fern title:moss year:2001", "Fern and moss of 2001"), "[Fern] and moss of 2001");
  EXPECT_EQ(snippet("\"of fern\"", "Fern of a fern"), "Fern of a fern");
  EXPECT_EQ(snippet("title:fer* author:mo*", "Ferns and moss"), "Ferns and moss");
}

TEST(Snippets, ShowThePassageWithMostOfWhatWasAskedFor) {
  const std::string text =
      "Moss grows here, and moss grows there, moss on stone. What followed had nothing to do with it. "
      "Later the moss met a fern. That was the end of the story, and nobody wrote it down.";
  EXPECT_EQ(snippet("moss fern", text),
            "...Later the [moss] met a [fern]. That was the end of the story,...");
  EXPECT_EQ(snippet("moss", text), "[Moss] grows here, and [moss] grows there, [moss] on stone. What...");
  EXPECT_EQ(snippet("zebra", text), "Moss grows here, and moss grows there, moss on stone. What...");
  EXPECT_EQ(snippet("nobody", text), "...That was the end of the story, and [nobody] wrote it down.");
}

TEST(Snippets, CutBetweenWordsAndNeverWithinACharacter) {
  std::string long_words, without_blanks;
  for (int i = 0; i < 40; ++i) {
    long_words += "elsewhere ";
    without_blanks += "\u4E2D";
  }
  EXPECT_EQ(snippet("fern", long_words + "fern " + long_words, 40),
            "...elsewhere [fern] elsewhere elsewhere...");
  EXPECT_EQ(snippet("\u4E2D\u6587", without_blanks + " \u4E2D\u6587" + without_blanks, 12).find("\x02"),
            std::string::npos)
      << "no word of it, as nothing parts it from the rest";
  EXPECT_EQ(snippet("fern", std::string(50, '.') + "fern" + std::string(100, '-'), 20),
            "...[fern]----------------...");
  for (size_t length = 1; length < 20; ++length) {
    const std::string cut = snippet("fern", without_blanks, length);
    EXPECT_EQ(cut.size() % 3, 0u) << cut;
    EXPECT_LE(cut.size(), length + 3);
  }
}

}  // namespace
}  // namespace evident::index
