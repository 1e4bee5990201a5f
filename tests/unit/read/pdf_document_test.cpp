// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/pdf/document.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "read/pdf/hyphens.hpp"
#include "read/pdf/own_identifiers.hpp"
#include "read/pdf/page_lines.hpp"

namespace {

using evident::Span;
using evident::model::BlockKind;
using evident::model::Document;
using testing::ElementsAre;
using testing::IsEmpty;
namespace pdf = evident::read::pdf;

std::vector<std::string> texts(const Document& document, BlockKind kind) {
  std::vector<std::string> out;
  for (const auto& block : document.blocks) {
    if (block.kind == kind) out.push_back(document.text.substr(block.span.start, block.span.size()));
  }
  return out;
}

std::vector<std::string> paragraphs(const std::string& drawn) {
  return texts(pdf::document_of(drawn, "", ""), BlockKind::paragraph);
}

TEST(PdfDocument, LinesBecomeParagraphs) {
  EXPECT_THAT(paragraphs("Moss grows on the stones of old walls and\non the bark of trees in wet woods.\n"
                         "   It needs no soil, and little light is\nenough for it in every season.\n"),
              ElementsAre("Moss grows on the stones of old walls and on the bark of trees in wet woods.",
                          "It needs no soil, and little light is enough for it in every season."));
}

TEST(PdfDocument, ParagraphsGoOnAcrossColumnsAndPages) {
  EXPECT_THAT(
      paragraphs(
          "Mosses are small plants of damp places, and they\nhave no roots.\n\n"
          "Moss grows on the stones of old walls and\n\non the bark of trees in wet woods, where the\n\f"
          "Figure 1. Moss on a wall.\n\nlight is low and the air is damp.\n"),
      ElementsAre("Mosses are small plants of damp places, and they have no roots.",
                  "Moss grows on the stones of old walls and on the bark of trees in wet woods, where the "
                  "light is low and the air is damp."));
}

TEST(PdfDocument, NamesAndAddressesAboveTheTextStayApart) {
  const Document document = pdf::document_of(
      "Journal of Made-up Moss and Stones\n\nbeds and walls: letters to us are welcome\n\nA Title of Moss on "
      "the "
      "Stones of Old Walls\n\nMoss grows on the stones of old walls and\non the bark of trees in wet "
      "woods.\n",
      "A Title of Moss on the Stones of Old Walls", "");
  EXPECT_EQ(document.title, "A Title of Moss on the Stones of Old Walls");
}

TEST(PdfDocument, HeadsFeetAndPageNumbersGo) {
  std::string drawn;
  for (int page = 1; page <= 4; ++page) {
    drawn += "Fernleaf et al.\tMade-up Studies 12 (2020) " + std::to_string(100 + page) + "\n\nOn page " +
             std::string(static_cast<size_t>(page), 'x') + " the text of the study stands alone.\n\n" +
             std::to_string(page) + "\n\f";
  }
  EXPECT_THAT(paragraphs(drawn), ElementsAre("On page x the text of the study stands alone.",
                                             "On page xx the text of the study stands alone.",
                                             "On page xxx the text of the study stands alone.",
                                             "On page xxxx the text of the study stands alone."));
}

TEST(PdfDocument, LineNumbersGo) {
  std::string drawn;
  for (int page = 0; page < 2; ++page) {
    for (int line = 1; line <= 8; ++line)
      drawn += std::to_string(page * 8 + line) + "\tmoss of the line is here and goes on\n";
    drawn += '\f';
  }
  for (const auto& line : pdf::page_lines(drawn))
    EXPECT_EQ(drawn.substr(line.span.start, line.span.size()), "moss of the line is here and goes on");
}

TEST(PdfDocument, HyphensOfLineEndsGo) {
  const std::string words =
      "The treatment is long-term and the follow-up of a well-known kind. Treatment helps. ";
  const pdf::Hyphens hyphens(words);
  using Join = pdf::Hyphens::Join;
  EXPECT_EQ(hyphens.join("the treat-", "ment of"), Join::without_hyphen);
  EXPECT_EQ(hyphens.join("a long-", "term study"), Join::with_hyphen);
  EXPECT_EQ(hyphens.join("by C-", "reactive protein"), Join::with_hyphen);
  EXPECT_EQ(hyphens.join("the COX-", "2 inhibitors"), Join::with_hyphen);
  EXPECT_EQ(hyphens.join("both pre-", "and post-test"), Join::blank);
  EXPECT_EQ(hyphens.join("no hyphen", "here"), Join::blank);
  EXPECT_EQ(hyphens.join("soft\u00ADhy\u00AD", "phen"), Join::without_hyphen);
  EXPECT_EQ(hyphens.join("doi:10.9999/moss-", "2002"), Join::with_hyphen);
}

TEST(PdfDocument, ReferenceLists) {
  const std::string drawn =
      "Moss grows on stones [1] and on the bark of old trees [2].\n\nReferences\n\n"
      "1. Fernleaf Q, Moss A (2001). Beds of moss and what\n   grows in them. J Made Up Stud 3\n   (2): "
      "1-9.\n"
      "2. Moss A (2002). More moss. J Made Up Stud 4:\n\n   11-19. doi:10.9999/moss-\n   2002.\n\f"
      "3. Stone B (2003). Moss on stone. Wet Walls 1: 2-3.\n";
  const Document document = pdf::document_of(drawn, "", "");
  EXPECT_THAT(
      texts(document, BlockKind::reference),
      ElementsAre(
          "1. Fernleaf Q, Moss A (2001). Beds of moss and what grows in them. J Made Up Stud 3 (2): 1-9.",
          "2. Moss A (2002). More moss. J Made Up Stud 4: 11-19. doi:10.9999/moss-2002.",
          "3. Stone B (2003). Moss on stone. Wet Walls 1: 2-3."));
  EXPECT_EQ(document.offsets.to_source(document.blocks.back().span).page, 2U);
}

TEST(PdfDocument, NumbersWithoutStopsAndEntriesWithoutNumbers) {
  EXPECT_THAT(texts(pdf::document_of("References\n\n1 Fernleaf Q. Beds of moss. 2001;3:1-9.\n"
                                     "2 Moss A. More moss. 2002;4:11-19.\n",
                                     "", ""),
                    BlockKind::reference),
              ElementsAre("1\tFernleaf Q. Beds of moss. 2001;3:1-9.", "2\tMoss A. More moss. 2002;4:11-19."));
  EXPECT_THAT(
      texts(pdf::document_of("References\n\nFernleaf, Q. (2001). Beds of moss and what\n"
                             "    grows in them. Studies, 3, 1-9.\nMoss, A. (2002). More moss in beds.\n"
                             "    Studies, 4, 11-19.\n",
                             "", ""),
            BlockKind::reference),
      ElementsAre("Fernleaf, Q. (2001). Beds of moss and what grows in them. Studies, 3, 1-9.",
                  "Moss, A. (2002). More moss in beds. Studies, 4, 11-19."));
}

TEST(PdfDocument, TheTitleIsWhatTheFirstPagePrintsOfThoseSuggested) {
  const std::string drawn =
      "Journal of Made-up Studies\n\nEffects of Fernleaf Extract\non Moss Growth\n\nMoss grows on the stones "
      "of old "
      "walls and on trees.\n";
  EXPECT_EQ(
      pdf::document_of(drawn, "Effects of Fernleaf Extract on Moss Growth", "Microsoft Word - draft3").title,
      "Effects of Fernleaf Extract on Moss Growth");
  EXPECT_EQ(pdf::document_of(drawn, "", "EFFECTS of Fernleaf Extract on Moss Growth").title,
            "Effects of Fernleaf Extract on Moss Growth");
}

TEST(PdfDocument, OwnIdentifiers) {
  EXPECT_EQ(pdf::own_identifiers("doi: 10.9999/own.1\nText", "").doi, "10.9999/own.1");
  EXPECT_EQ(pdf::own_identifiers("doi: 10.9999/own.1 https://doi.org/10.9999/other", "").doi, "");
  EXPECT_EQ(pdf::own_identifiers("", "<prism:doi>10.9999/Own.2</prism:doi>").doi, "10.9999/own.2");
}

TEST(PdfDocument, AThousandMutationsGiveSoundDocuments) {
  const std::string good =
      "Head\t12\n\nA Title of Moss\n\nMoss grows on stones [1] and on the bark of old\ntrees [2], which are "
      "com-\nmon.\n\n"
      "x\ty\tz\n1\t2\t3\n\nReferences\n\n1. Fernleaf Q (2001). Beds.\n   J Stud 3: 1-9.\n2. Moss A (2002). "
      "More.\n\n12\n\f"
      "Head\t13\n\n3. Stone B (2003). Moss.\n\n13\n";
  std::mt19937 random(20240613);
  for (int round = 0; round < 1000; ++round) {
    std::string drawn = good;
    for (int change = 0; change < 6; ++change) {
      const size_t at = random() % drawn.size();
      switch (random() % 4) {
        case 0:
          drawn.erase(at, random() % 9);
          break;
        case 1:
          drawn.insert(at, drawn.substr(random() % drawn.size(), random() % 40));
          break;
        case 2:
          drawn[at] = "\n\f\t -[].1\xC2\xE2\xAD"[random() % 12];
          break;
        default:
          drawn.insert(at, 1, "\n\f\t -[].1\xC2\xE2\xAD"[random() % 12]);
      }
      if (drawn.empty()) drawn = "x";
    }
    const Document document = pdf::document_of(drawn, "A Title of Moss", "Title");
    uint64_t last = 0;
    for (const auto& block : document.blocks) {
      ASSERT_LE(last, block.span.start);
      ASSERT_LE(block.span.end, document.text.size());
      last = block.span.end;
      const auto source = document.offsets.to_source(block.span);
      ASSERT_LE(source.end, drawn.size());
      ASSERT_GE(source.page, 1U);
    }
  }
}

}  // namespace
