// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/plain/structure.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "read/plain/lines.hpp"
#include "read/plain/page_breaks.hpp"
#include "read/plain/reference_list.hpp"
#include "support/cpu_clock.hpp"
#include "text/normal.hpp"

namespace evident::read::plain {
namespace {

using model::Block;
using model::BlockKind;
using testing::ElementsAre;

std::vector<std::string> of_kind(std::string_view text, BlockKind kind) {
  std::vector<std::string> out;
  for (const Block& block : structure(text).blocks) {
    if (block.kind == kind) out.push_back(text::squeeze(cut(text, block.span)));
  }
  return out;
}

TEST(PlainStructure, TitleHeadingsAndParagraphs) {
  const char* text = "Bees of the coast\n\nBees live on the coast.\n\nDance\n\nThey dance at noon.\n";
  const Structure result = structure(text);
  EXPECT_EQ(result.title, "Bees of the coast");
  ASSERT_EQ(result.blocks.size(), 4u);
  EXPECT_EQ(result.blocks[0].kind, BlockKind::title);
  EXPECT_EQ(result.blocks[2].kind, BlockKind::heading);
  EXPECT_EQ(result.blocks[3].section, "Dance");
}

TEST(PlainStructure, TheNameOnTopOfItsDataIsTheTitle) {
  const char* text =
      "Fernleaf acid\nNumber: 12\nKind: small molecule\nState: solid\n\nDescription\n\nThe acid is made by "
      "ferns.\n";
  EXPECT_EQ(structure(text).title, "Fernleaf acid");
  EXPECT_THAT(of_kind(text, BlockKind::info_box),
              ElementsAre("Number: 12 Kind: small molecule State: solid"));
  EXPECT_THAT(of_kind(text, BlockKind::heading), ElementsAre("Description"));
  // Links of a page's head are no data.
  EXPECT_EQ(structure("Home\nNews\nShop\nForum\n\nBees of the coast\n\nBees live on the coast.\n").title,
            "Bees of the coast");
}

TEST(PlainStructure, TheKindOfSiteIsNoPartOfTheTitle) {
  EXPECT_EQ(structure("Bees: Wikis\n\nBees live on the coast.\n").title, "Bees");
  EXPECT_EQ(structure("Bees - Wikipedia, the free encyclopedia\n\nBees live on the coast.\n").title, "Bees");
  EXPECT_EQ(structure("Bees: a free article\n\nBees live on the coast.\n").title, "Bees: a free article");
}

TEST(PlainStructure, AnIdentifierEndsAnEntry) {
  const char* text =
      "Bees\n\nBees dance.\n\nReferences\n\nMoe A. Dances. J Bees 2001;1:2. PMID: 90000001\n"
      "Poe B. Songs. J Bees 2002;2:3. PMID:90000002\nRoe C. Sleep. J Bees 2003;3:4. PMCID: PMC900003\n"
      "Doe D. A title of many words that goes on\nto the next line. J Bees 2004;4:5.\n";
  EXPECT_EQ(of_kind(text, BlockKind::reference).size(), 4U);
}

TEST(PlainStructure, SectionsOfPapersHoldTheHeadingsBelowThem) {
  const char* text = "Bees\n\nMethods\n\nWe went.\n\nHives\n\nWe looked.\n\n2. Results\n\nWe saw.\n";
  const auto blocks = structure(text).blocks;
  EXPECT_EQ(blocks.at(4).section, "Methods > Hives");
  EXPECT_EQ(blocks.at(6).section, "2. Results");
}

TEST(PlainStructure, LinesBrokenAtLinksAreRejoined) {
  const char* text =
      "Bees gather\nnectar and\npollen, which they\nstore in\nWax cells,\nand sleep.\nThe queen lays eggs. "
      "She rests.\n";
  EXPECT_THAT(of_kind(text, BlockKind::paragraph),
              ElementsAre("Bees gather nectar and pollen, which they store in Wax cells, and sleep.",
                          "The queen lays eggs. She rests."));
}

TEST(PlainStructure, AMarkerThatALineBreaksIsOneSentence) {
  const char* text =
      "Bees\n\nBees dance [1].\n\n1.1 Sleep\n\nSleep helps bees to dance at noon [4-\n6]. The effect is not "
      "due "
      "to wax [7].\n";
  EXPECT_THAT(of_kind(text, BlockKind::heading), ElementsAre("1.1 Sleep"));
  EXPECT_THAT(of_kind(text, BlockKind::paragraph),
              ElementsAre("Bees dance [1].",
                          "Sleep helps bees to dance at noon [4- 6]. The effect is not due to wax [7]."));
}

TEST(PlainStructure, LinesBrokenAtLinksWithCapitalsAreRejoined) {
  const auto body = [](const std::string& lines) {
    return of_kind("About bees\n\n" + lines, BlockKind::paragraph);
  };
  EXPECT_THAT(
      body("It was told in 1974 by the\nBee Trust\nfor use in hives. The wax closes\nCells and hives.\n"),
      ElementsAre("It was told in 1974 by the Bee Trust for use in hives. The wax closes Cells and hives."));
  EXPECT_THAT(body("Wax, also known by its trade name\nLopax\n, is a fat.\n"),
              ElementsAre("Wax, also known by its trade name Lopax, is a fat."));
  EXPECT_THAT(body("Common ills include\nhunger\n,\nthirst\n, and\nslow flight\n.\n"),
              ElementsAre("Common ills include hunger, thirst, and slow flight."));
  EXPECT_THAT(body("It lowers the risk by 36% (\nMoe et al., 1981\n).\n"),
              ElementsAre("It lowers the risk by 36% ( Moe et al., 1981 )."));
  EXPECT_THAT(body("It was found by Moe at\nBoots UK\n.[2] Wax closes\nCells\nand hives.\n"),
              ElementsAre("It was found by Moe at Boots UK .[2] Wax closes Cells and hives."));
  // What looks like a heading above or below a sentence goes on with none.
  EXPECT_THAT(body("It is told of wax. It closes cells and is known to be made by bees of the hive and of "
                   "the field as well\n"
                   "Methods\nWe looked for wax.\n")
                  .back(),
              "We looked for wax.");
  EXPECT_THAT(of_kind("About bees\n\nModes of Dancing\nRounds\n, the first of them, are short.\n",
                      BlockKind::heading),
              ElementsAre("Modes of Dancing"));
}

TEST(PlainStructure, ReadersCommentsAreNoText) {
  const std::string page = "About bees\n\nBees dance at noon. They sing.\n\n";
  const std::string words = "My uncle keeps bees and they sting him daily. He likes them.\n\n";
  for (const char* heading : {"Discussion Comments", "3 comments", "Comments (12)", "Leave a Reply"}) {
    const std::string text = page + heading + "\n\n" + words + "Bee lovers\n\n" + words;
    EXPECT_THAT(of_kind(text, BlockKind::paragraph), ElementsAre("Bees dance at noon. They sing."))
        << heading;
  }
  EXPECT_THAT(
      of_kind(page + "Comments\n\nJane D. on March 3, 2011 at 10 am\n\n" + words, BlockKind::paragraph),
      ElementsAre("Bees dance at noon. They sing."));
  // A section of a paper that is called so, and the list below what readers say, stay.
  EXPECT_EQ(
      of_kind(page + "Comment\n\nWe saw bees that dance at night. They rest at noon.\n", BlockKind::paragraph)
          .size(),
      2u);
  const std::string listed = page + "2 comments\n\n" + words +
                             "References\n\n1. Frisch K. The dance of bees. J Bees. 1950;3:1-9.\n"
                             "2. Seeley T. Songs of bees. J Bees. 1980;9:3-7.\n";
  EXPECT_EQ(of_kind(listed, BlockKind::paragraph).size(), 1u);
  EXPECT_EQ(of_kind(listed, BlockKind::reference).size(), 2u);
}

TEST(PlainStructure, CommentsMayStandRightBelowTheirHeading) {
  const std::string page = "About bees\n\nBees dance at noon. They sing.\n\n";
  for (const char* heading : {"Comments (3)", "3 Comments"}) {
    EXPECT_THAT(
        of_kind(page + heading + "\nbee_lover says: I have had bees for 20 years and they cured my cough.\n",
                BlockKind::paragraph),
        ElementsAre("Bees dance at noon. They sing."))
        << heading;
  }
}

TEST(PlainStructure, CommentsThatABlogCountsAreNoText) {
  const std::string page = "Are bees loud?\n\nBees dance at noon. They sing.\n\n";
  const std::string comment =
      "Jane says:\nMarch 3, 2011 at 10:12 am\nMy uncle keeps bees and they sting him daily.\n";
  for (const char* heading : {"3 thoughts on \u201CAre bees loud?\u201D", "One thought on \"Are bees loud?\"",
                              "5 responses to Are bees loud?", "12 Replies to \u201CBees\u201D"}) {
    for (const char* gap : {"\n", "\n\n"})
      EXPECT_THAT(of_kind(page + heading + gap + comment, BlockKind::paragraph),
                  ElementsAre("Bees dance at noon. They sing."))
          << heading;
  }
  EXPECT_EQ(
      of_kind(page + "2 Responses to heat\n\nBees fan the hive all day. They drink.\n", BlockKind::paragraph)
          .size(),
      2U);
}

TEST(PlainStructure, ATableOfContentsGivesNoSections) {
  const Structure result = structure(
      "Bees\n\nBees dance at noon. They sing.\n\nContents [hide]\n1 History\n2 Uses\n2.1 By the Greeks\n2.2 "
      "By us\n"
      "3 References\n\nUses[edit]\n\nBees give wax.[1]\n\nReferences[edit]\n\n1. Moe A. Wax. 2001.\n");
  std::vector<std::string> sections;
  for (const Block& block : result.blocks)
    if (block.kind == BlockKind::paragraph) sections.push_back(block.section);
  EXPECT_THAT(sections, ElementsAre("", "Uses"));
  EXPECT_EQ(result.blocks.back().section, "References");
  EXPECT_EQ(result.blocks.back().kind, BlockKind::reference);
  // A section of that name with numbered steps that are sentences is none.
  EXPECT_THAT(of_kind("Bees\n\nBees dance.\n\nContents\n\n1 Bees eat honey.\n2 Bees eat pollen.\n",
                      BlockKind::heading),
              ElementsAre("Contents"));
}

TEST(PlainStructure, LinksAndButtonsAmidAPageAreBoilerplate) {
  const std::string first = "Bees dance at noon. They sing.", second = "Wasps sting at night. They sleep.";
  for (const char* line : {"Continue reading below", "RELATED: 10 Foods That Bees Like", "Read next: Wasps",
                           "Was this article helpful? Yes No", "[Home] [About] [Contact]"}) {
    const auto blocks = structure("About bees\n\n" + first + "\n\n" + line + "\n\n" + second + "\n").blocks;
    EXPECT_EQ(blocks.at(2).kind, BlockKind::boilerplate) << line;
    EXPECT_EQ(blocks.at(3).kind, BlockKind::paragraph) << line;
    EXPECT_EQ(blocks.at(3).section, "") << line;
  }
  for (const char* line : {"Related: bees that dance at night, too, sleep at noon in the hive and sing.",
                           "[Bees] and [wasps] dance.", "Related Compounds"}) {
    const auto blocks = structure("About bees\n\n" + first + "\n\n" + line + "\n\n" + second + "\n").blocks;
    EXPECT_NE(blocks.at(2).kind, BlockKind::boilerplate) << line;
  }
}

TEST(PlainStructure, WhatASiteSaysOfItsPagesIsBoilerplate) {
  const std::string page =
      "Do bees sing?\n\nMedically reviewed by Ada Moe, MD\nWritten by Ben Poe\nUpdated on May 3, 2021\n\n"
      "We list hives that our readers like. If you buy through our links, we may earn a commission.\n\n"
      "Bees dance at noon. They sing.\n\n";
  EXPECT_EQ(structure(page).title, "Do bees sing?");
  for (const char* line :
       {"By clicking Accept, you agree to cookies on this page.", "This article has been viewed 1,204 times.",
        "This content is for informational purposes only and is no advice on bees or hives of any kind.",
        "The Bee Post has strict sourcing guidelines and relies on keepers of bees. We avoid using tertiary "
        "references.",
        "Disclaimer: The information on this site is told by keepers of bees and stands in for no other "
        "advice.",
        "Open in a separate window", "Go to:"})
    EXPECT_THAT(of_kind(page + line + "\n", BlockKind::paragraph),
                ElementsAre("Bees dance at noon. They sing."))
        << line;
  EXPECT_EQ(of_kind(page + "Written by keepers of bees in the last years, many books tell of dances.\n",
                    BlockKind::paragraph)
                .size(),
            2U);
}

TEST(PlainStructure, WhatLeadsToAnotherPageIsNoText) {
  const std::string page = "Do bees sing?\n\nBees dance at noon. They sing.\n\n";
  const std::string teaser = "Five Ways to Keep Wasps\nWasps have been kept for ages. They sting.\n";
  EXPECT_THAT(of_kind(page + "Read this next\n" + teaser + "READ MORE\n" + teaser + "Read more\n",
                      BlockKind::paragraph),
              ElementsAre("Bees dance at noon. They sing."));
  // A link amid a text ends where the text goes on.
  EXPECT_EQ(of_kind(page + "Read this next\n" + teaser, BlockKind::paragraph).size(), 2U);
}

TEST(PlainStructure, NoticesOfRightsAreNoText) {
  const std::string text =
      "About bees\n\nBees dance at noon. They sing.\n\nCopyright 2011 by the Bee Trust, Dorset. All rights "
      "reserved.\n";
  EXPECT_THAT(of_kind(text, BlockKind::paragraph), ElementsAre("Bees dance at noon. They sing."));
}

TEST(PlainStructure, LinesBrokenBeforeAnAcronymAreRejoined) {
  EXPECT_THAT(of_kind("About bees\n\nWaxing relaxes skeletal\nmuscles through\nGABA receptors. It helps.\n",
                      BlockKind::paragraph),
              ElementsAre("Waxing relaxes skeletal muscles through GABA receptors. It helps."));
}

TEST(PlainStructure, EntriesOfAWikisListOnOneLine) {
  EXPECT_EQ(of_kind("Bees\n\nBees dance.[1] They sing.[2] They rest.[3]\n\nReferences\n"
                    "1. ^ Moe A. Bees. J Bees. 2001;24:1-5. 2. ^ a b Poe K. Songs. J Bees. 2002;25:6-9. "
                    "3. ^ Roe R. Rest. J Bees. 2003;26:1-2.\n",
                    BlockKind::reference)
                .size(),
            3u);
}

TEST(PlainStructure, TwoEntriesThatAreCitedNeedNoHeading) {
  const std::string text = "Bees\n\nBees dance.[1] They sing.[2]\n\n";
  const std::string list = "1. Moe A. Bees. J Bees. 2001;24:1-5.\n2. Poe K. Songs. J Bees. 2002;25:6-9.\n";
  EXPECT_EQ(of_kind(text + list, BlockKind::reference).size(), 2u);
  EXPECT_EQ(of_kind("Bees\n\nBees dance. They sing.\n\n" + list, BlockKind::reference).size(), 0u);
}

TEST(PlainStructure, HeadingGluedToItsText) {
  const char* text =
      "About bees\nBees dance, and they also sing all day long.\nWhat bees eat\nBees eat nectar. They drink "
      "water.\n";
  EXPECT_THAT(of_kind(text, BlockKind::heading), ElementsAre("What bees eat"));
  EXPECT_EQ(structure(text).title, "About bees");
}

TEST(PlainStructure, TextOfFixedWidthIsOneParagraph) {
  const char* text =
      "The bees of the northern coast build their nests in the sand above\n"
      "London clay, where no flood comes. They were counted in June and in\n"
      "August of every year, by four observers who walked along the shore.\n"
      "Few were seen.\n";
  EXPECT_EQ(of_kind(text, BlockKind::paragraph).size(), 1u);
}

TEST(PlainStructure, OneSentenceALineIsOneParagraph) {
  const char* text =
      "Bees dance at noon.\n[4] They rest at night. Some do not.\n\"[5][6] Wasps never dance.\n";
  EXPECT_EQ(of_kind(text, BlockKind::paragraph).size(), 1u);
  EXPECT_TRUE(of_kind(text, BlockKind::reference).empty());
}

TEST(PlainStructure, SnippetsStandByThemselvesUnderTheirPage) {
  const char* text =
      "Bees dance.\n\nCoast - Bees\n... Bees build nests ... They dig in sand ...\nAda Moe\n... she counted "
      "bees and ...\n";
  EXPECT_THAT(of_kind(text, BlockKind::paragraph),
              ElementsAre("Bees dance.", "Bees build nests", "They dig in sand", "she counted bees and"));
  EXPECT_THAT(of_kind(text, BlockKind::heading), ElementsAre("Coast - Bees", "Ada Moe"));
}

TEST(PlainStructure, LabelsAndValuesAreAnInfoBox) {
  const char* text =
      "Bee\n\nClass Insecta\nMass 90 mg\nRegister 2197\nHabitat\nFood nectar\n\nBees are small animals.\n";
  EXPECT_EQ(of_kind(text, BlockKind::info_box).size(), 1u);
  EXPECT_THAT(of_kind(text, BlockKind::paragraph), ElementsAre("Bees are small animals."));
}

TEST(PlainStructure, SentencesAmidShortLinesAreNoInfoBox) {
  const char* text =
      "Bees of the coast\n\nAbstract\nPurpose\nWax closes the cells of hives in all towns by the coast.\n"
      "Keywords: bees, wax\nGo to:\nPurpose\nOne in three bees of the coast makes wax [1,2].\nGo to:\n"
      "Methods\nTable 1\nHives of the coast\nOpen in a separate window\nGo to:\n";
  EXPECT_THAT(of_kind(text, BlockKind::paragraph),
              ElementsAre("Wax closes the cells of hives in all towns by the coast.",
                          "One in three bees of the coast makes wax [1,2]."));
  EXPECT_TRUE(of_kind(text, BlockKind::info_box).empty());
}

TEST(PlainStructure, DataAmidTextWithoutBlankLinesIsAnInfoBox) {
  const char* text =
      "Bees of the coast\nOrder: Hymenoptera\nMass: 90 mg\nFood: nectar [1]\nNest: sand\n"
      "Bees dance at noon, and they sing at night [1].\nDance\nThey dance in rounds.\n";
  EXPECT_THAT(of_kind(text, BlockKind::info_box),
              ElementsAre("Order: Hymenoptera Mass: 90 mg Food: nectar [1] Nest: sand"));
  EXPECT_EQ(of_kind(text, BlockKind::paragraph).front(), "Bees dance at noon, and they sing at night [1].");
  EXPECT_EQ(structure(text).title, "Bees of the coast");
}

TEST(PlainStructure, PageFurnitureIsBoilerplate) {
  const char* text =
      "Nature\n\nOur website is free for all readers, and our editors sign up new writers for our "
      "newsletter.\n\n"
      "What is a bee?\n\nBy A. Moe\nUpdated: May 1, 2020\nViews: 12\nShare\n\nA bee is an insect. We keep it "
      "for honey.\n\n"
      "Share\nhttps://example.org/bee\nRead more about bees, wasps and ants\n\nEditors' Picks\n\nYour email "
      "address\n";
  EXPECT_EQ(structure(text).title, "What is a bee?");
  EXPECT_THAT(of_kind(text, BlockKind::paragraph), ElementsAre("A bee is an insect. We keep it for honey."));
  EXPECT_TRUE(of_kind(text, BlockKind::heading).empty());
}

TEST(PlainStructure, AuthorsAndADateOpenAnEntryWhateverEndedTheOneBefore) {
  const char* text =
      "Bees\n\nBees dance.\n\nReferences\n\nMoss, A. B., & Poe, C. (1994). Bees. Journal of Bees, 3, 1-9. "
      "(Original "
      "work published 1924)\nOde, E. (in press). Wasps. Journal of Wasps.\nPoe, C. (2001). Ants. Journal of "
      "Ants, 1, 2-3.\n";
  EXPECT_EQ(of_kind(text, BlockKind::reference).size(), 3u);
}

TEST(PlainStructure, AnAdvertisementAboveTheAuthorsNameIsNoTitle) {
  const char* text =
      "Sitting still\n\nADVERTISEMENT\n\nBy Jane Doe\n\nMany people sit still for an hour a day.\n";
  EXPECT_EQ(structure(text).title, "Sitting still");
}

TEST(PlainStructure, PapersMaySayWe) {
  const char* text =
      "We searched our database for articles, and readers of our questionnaire could click on the answer "
      "that they chose [3].\n";
  EXPECT_EQ(of_kind(text, BlockKind::paragraph).size(), 1u);
}

TEST(PlainStructure, NumberedReferencesInAnyShape) {
  for (const char* text :
       {"Bees dance.\n\n  1. ^ Moe A (2001). Bees.\n  2. ^ a b Poe B (2002). Wasps.\n\nExternal links\n",
        "Bees dance.\n\nReferences\n\n[1] Moe A. Bees. 2001.\n[2] Poe B. Wasps.\n    2002.\n",
        "Bees dance.\n\nReferences\n\n1 Moe A. Bees. 2001.\n2 Poe B. Wasps. 2002;\n12 Suppl 3.\n",
        "Bees dance.\n\nReferences\n\n\u00B9 Moe A. Bees. 2001.\n\u00B2Poe B. Wasps. 2002.\n",
        "Bees dance.\n\nReferences\n\n1.\nMoe A. Bees. 2001.\n2.\n\nPoe B. Wasps.\n2002.\n",
        "Bees dance.\n\nReferences\n\n^ Moe A. Bees. 2001.\n^ a b Poe B. Wasps. 2002.\n",
        "Bees dance.\n\nReferences\n\n1. Moe A. Bees. 2. ed. 2001. 2. Poe B.\nWasps. 2002.\n",
        "Bees dance.\n\nReferences\n\n[1] Moe A. Bees. https://example.org [2] Poe B. Wasps. 2002.\n",
        "Bees dance.[1] Wasps do not.[2]\n\n[1] Moe A. Bees. 2001.\n[2] Poe B. Wasps. 2002.\n",
        "Bees dance.\nLiterature\n1) Moe A. Bees. 2001.\n2) Poe B. Wasps. 2002.\n",
        "Bees dance.\n\nReferences [edit]\n\n1. Moe A. Bees. 2001.\n\n2. Poe B. Wasps. 2002.\n"}) {
    const Structure result = structure(text);
    std::vector<std::string> labels;
    for (const Block& block : result.blocks) {
      if (block.kind == BlockKind::reference) labels.push_back(block.label);
    }
    EXPECT_THAT(labels, ElementsAre("1", "2")) << text;
  }
}

TEST(PlainStructure, ANumberThatIsRepeatedOrOutOfOrderOpensAnEntry) {
  for (const char* text :
       {"Bees dance.\n\nReferences\n\n1. Moe A. Bees. Hive 2001;1:2.\n2. Poe B. Wasps. Hive 2002;2:10-\n12.\n"
        "2. Roe C. Ants. Hive 2003;3:4.\n",
        "Bees dance.\n\nReferences\n\n[1] Moe A. Bees. Hive 2001;1:2.\n[3] Poe B. Wasps. Hive 2002;2:10-12.\n"
        "[2] Roe C. Ants. Hive 2003;3:4.\n"}) {
    const Structure result = structure(text);
    EXPECT_EQ(std::count_if(result.blocks.begin(), result.blocks.end(),
                            [](const Block& block) { return block.kind == BlockKind::reference; }),
              3)
        << text;
  }
}

TEST(PlainStructure, FootersOfWikisAreBoilerplate) {
  const char* text =
      "Bees\n\nBees dance in the hive, and others follow them.\n\nExternal links\n\nCategories: Bees | "
      "Hives\n\n"
      "This page was last edited on 3 May 2011, at 10:12 (UTC).\n\nText is available under the Creative "
      "Commons "
      "Attribution-ShareAlike License; additional terms may apply.\n";
  EXPECT_EQ(of_kind(text, BlockKind::paragraph).size(), 1u);
}

TEST(PlainStructure, NotesDoNotTakeTheNumbersOfReferences) {
  const Structure result = structure(
      "Bees dance.[1][note 1]\n\nNotes\n\n^ note 1. That is, some.\n\nReferences\n\n^ a b Moe A. Bees. "
      "2001.\n"
      "^ Poe B. Wasps. 2002.\n");
  std::vector<std::string> labels;
  for (const Block& block : result.blocks)
    if (block.kind == BlockKind::reference) labels.push_back(block.label);
  EXPECT_THAT(labels, ElementsAre("1", "2"));
}

TEST(PlainStructure, NotesBesideReferencesAreToldBehindLinksToo) {
  const char* text =
      "Bees dance.[1][note 1]\n\nNotes[edit]\n^ They dance at noon.\n\nReferences[edit]\n^ Moe A. Bees. "
      "2001.\n^ Poe B. Wasps. 2002.\n";
  std::vector<std::string> labels;
  for (const Block& block : structure(text).blocks)
    if (block.kind == BlockKind::reference) labels.push_back(block.label);
  EXPECT_THAT(labels, ElementsAre("1", "2"));
}

TEST(PlainStructure, ANoteThatCitesNothingIsText) {
  const char* text =
      "Bees dance.[1][a]\n\nNotes\n\n^ They dance at noon.\n\nReferences\n\n^ Moe A. Bees. 2001.\n"
      "^ Poe B. Wasps. 2002.\n";
  std::vector<std::string> labels;
  for (const Block& block : structure(text).blocks)
    if (block.kind == BlockKind::reference) labels.push_back(block.label);
  EXPECT_THAT(labels, ElementsAre("1", "2"));
  EXPECT_THAT(of_kind(text, BlockKind::paragraph), ElementsAre("Bees dance.[1][a]", "They dance at noon."));
  // Notes may be the only list of a page.
  EXPECT_THAT(of_kind("Bees dance.[1]\n\nNotes\n\n^ Moe A. Bees.\n^ Poe B. Wasps.\n", BlockKind::reference),
              ElementsAre("^ Moe A. Bees.", "^ Poe B. Wasps."));
}

TEST(PlainStructure, PartsOfOneEntryAreNoEntries) {
  const char* text =
      "Bees dance.\n\nLiteratur\n\n1. Moe A. Bienen. 2. Auflage. Kiel 2001.\n2. Poe B. Wespen. 2002.\n";
  EXPECT_EQ(of_kind(text, BlockKind::reference).size(), 2u);
}

TEST(PlainStructure, TwoSentencesBehindTheirMarkersAreNoList) {
  const char* text = "Bees dance.[1]\n\n[1] They were counted in 2001.\n[2] So were wasps, in 2002.\n";
  EXPECT_TRUE(of_kind(text, BlockKind::reference).empty());
}

TEST(PlainStructure, ReferencesWithoutNumbers) {
  const char* text =
      "Bees dance.\n\nBibliography\n\nMoe A (2001). Bees.\nPoe B (2002). Wasps of the\nnorthern "
      "coast.\n\nSee also\n";
  EXPECT_THAT(of_kind(text, BlockKind::reference),
              ElementsAre("Moe A (2001). Bees.", "Poe B (2002). Wasps of the northern coast."));
}

TEST(PlainStructure, AnAddressEndsAnEntryWithoutNumber) {
  const char* text =
      "Bees dance.\n\nReferences\n\n"
      "Moe, A. (2001). Bees. Dances, 3, 4-9. https://doi.org/10.1016/j.bees.2001.01.001\n"
      "Poe, B. C., & Moe, A. (2002). Wasps and\nbees. Dances, 4(2), 10-19.\n"
      "https://doi.org/10.1016/j.bees.2002.01.001\n"
      "Roe, C. (2003). Ants. https://example.org/ants\nAccessed 3 May 2010.\n";
  EXPECT_THAT(of_kind(text, BlockKind::reference),
              ElementsAre("Moe, A. (2001). Bees. Dances, 3, 4-9. https://doi.org/10.1016/j.bees.2001.01.001",
                          "Poe, B. C., & Moe, A. (2002). Wasps and bees. Dances, 4(2), 10-19. "
                          "https://doi.org/10.1016/j.bees.2002.01.001",
                          "Roe, C. (2003). Ants. https://example.org/ants Accessed 3 May 2010."));
}

TEST(PlainStructure, AnAddressOnALineOfItsOwnIsOfTheEntryAboveIt) {
  const char* numbered =
      "Bees dance.\n\nReferences\n\n1. Moe A. Bees. Dances. 2001;3:4-9.\nhttps://doi.org/10.9999/bee.\n"
      "2001.7\n2. Poe B. Wasps. Dances. 2002;4:1-3.\n\nhttps://example.org/wasps\n\n"
      "3. Roe C. Ants. Dances. 2003;5:1-2.\ndoi: 10.9999/ant\n4. Doe D. Moths. Dances. 2004;6:7-9.\n";
  EXPECT_THAT(of_kind(numbered, BlockKind::reference),
              ElementsAre("1. Moe A. Bees. Dances. 2001;3:4-9. https://doi.org/10.9999/bee. 2001.7",
                          "2. Poe B. Wasps. Dances. 2002;4:1-3. https://example.org/wasps",
                          "3. Roe C. Ants. Dances. 2003;5:1-2. doi: 10.9999/ant",
                          "4. Doe D. Moths. Dances. 2004;6:7-9."));
  const char* unnumbered =
      "Bees dance.\n\nReferences\n\nMoe, A. (2001). Bees. Dances, 3, 4-9.\n\nhttps://example.org/bees\n\n"
      "Poe, B. (2002). Wasps. Dances, 4, 1-3. https://example.org/wasps\n\nhttps://example.org/page\n";
  // What stands below an entry that has its address is the page's.
  EXPECT_THAT(of_kind(unnumbered, BlockKind::reference),
              ElementsAre("Moe, A. (2001). Bees. Dances, 3, 4-9. https://example.org/bees",
                          "Poe, B. (2002). Wasps. Dances, 4, 1-3. https://example.org/wasps"));
}

TEST(PlainStructure, LinesOfLinksAreNoPartOfEntries) {
  for (const char* links : {"Article PubMed Google Scholar", "\nView Article\nPubMed\nGoogle Scholar\n",
                            "[PubMed]\n[CrossRef]", "\nView in Scopus Google Scholar\n"}) {
    const auto entries = [&](const std::string& first, const std::string& second) {
      return of_kind("Bees dance.\n\nReferences\n\n" + first + "Moe A. Bees. Dances. 2001;3:4-9.\n" + links +
                         "\n" + second + "Poe B. Wasps. Dances. 2002;4:1-3.\n" + links +
                         "\n\nDownload references\n\nHives\n\nThey are of wax. They are warm.\n",
                     BlockKind::reference);
    };
    EXPECT_THAT(entries("", ""),
                ElementsAre("Moe A. Bees. Dances. 2001;3:4-9.", "Poe B. Wasps. Dances. 2002;4:1-3."))
        << links;
    EXPECT_THAT(entries("1. ", "2. "),
                ElementsAre("1. Moe A. Bees. Dances. 2001;3:4-9.", "2. Poe B. Wasps. Dances. 2002;4:1-3."))
        << links;
  }
}

TEST(PlainStructure, AnEntryEndsWithItsLinks) {
  const char* text =
      "Bees dance.\n\nReferences\n\n1. Moe A. Bees. Dances. 2001;3:4-9. [PubMed]\n"
      "2. Poe B. Wasps. Dances. 2002;4:1-3. [CrossRef] [PubMed]\nThe hive is kept by the Bee Trust\n";
  EXPECT_EQ(of_kind(text, BlockKind::reference).back(),
            "2. Poe B. Wasps. Dances. 2002;4:1-3. [CrossRef] [PubMed]");
}

TEST(PlainStructure, HeadingsOfListsAsTheyArePrinted) {
  for (const char* heading :
       {"References (2)", "References [2]", "VI. REFERENCES", "7. References", "Reference(s)",
        "Source:", "Source(s):", "Key references", "References and further reading", "Scientific references",
        "Literatura", "References[edit]", "References [ edit | edit source ]"}) {
    const std::string text = std::string("Bees dance.\n\n") + heading +
                             "\n\nMoe, A. (2001). Bees. Dances, 3, 4-9.\n\nPoe, B. (2002). Wasps. Dances, 4, "
                             "1-3.\n";
    EXPECT_EQ(of_kind(text, BlockKind::reference).size(), 2u) << heading;
  }
  for (const char* line : {"References 45", "Source of wax", "Reference values"})
    EXPECT_FALSE(is_reference_heading(line)) << line;
}

TEST(PlainStructure, AListMayHaveParts) {
  const std::string text =
      "Bees dance.\n\nReferences\n\nBooks\n\nMoe, A. (2001). Bees. Kiel: Hive.\n\nJournal articles\n\n"
      "Poe, B. (2002). Wasps. Dances, 4, 1-3.\n\nWebsites\n\nBee Trust. (2003). Ants. "
      "https://example.org/ants\n";
  EXPECT_THAT(of_kind(text, BlockKind::reference),
              ElementsAre("Moe, A. (2001). Bees. Kiel: Hive.", "Poe, B. (2002). Wasps. Dances, 4, 1-3.",
                          "Bee Trust. (2003). Ants. https://example.org/ants"));
  EXPECT_EQ(of_kind("Bees dance.\n\nReferences\nBooks\nMoe, A. (2001). Bees. Kiel: Hive.\nArticles\nPoe, B. "
                    "(2002). Wasps. Dances, 4, 1-3.\n",
                    BlockKind::reference)
                .size(),
            2u);
  EXPECT_EQ(of_kind("Bees dance.\n\nReferences\n\nBooks\n\n1. Moe A. Bees. Kiel: Hive; 2001.\n\nArticles\n\n"
                    "2. Poe B. Wasps. Dances. 2002;4:1-3.\n",
                    BlockKind::reference)
                .size(),
            2u);
  // What is told of the article ends its list.
  EXPECT_EQ(
      of_kind("Bees dance.\n\nReferences\n\nMoe, A. (2001). Bees. Kiel: Hive.\n\nFunding\n\nThe Bee Trust "
              "paid for it in 2001.\n",
              BlockKind::reference)
          .size(),
      1u);
}

std::vector<std::string> listed(const std::string& list) {
  return of_kind("Bees dance.\n\nReferences\n\n" + list, BlockKind::reference);
}

TEST(PlainStructure, IndentsTellWhereEntriesOpen) {
  for (const char* between : {"", "\n"}) {
    EXPECT_THAT(
        listed(std::string("Moe, A. B., Poe, C., Roe, D., &\n    Doe, E. F. (2001). Bees of the coast.\n"
                           "    World of Bees, 3, 4-9.\n") +
               between +
               "Poe, C., & Roe, D. (2002). Wasps.\n    Moe, A. (Ed.), Dances of the year 1990,\n    10-"
               "19.\n"),
        ElementsAre("Moe, A. B., Poe, C., Roe, D., & Doe, E. F. (2001). Bees of the coast. World of Bees, 3, "
                    "4-9.",
                    "Poe, C., & Roe, D. (2002). Wasps. Moe, A. (Ed.), Dances of the year 1990, 10-19."));
  }
}

TEST(PlainStructure, BlankLinesTellWhereEntriesOpen) {
  EXPECT_EQ(
      listed(
          "Moe, A. B., Poe, C., &\nDoe, E. F. (2001). Bees of the coast.\nWorld of Bees, 3, 4-9.\n\n"
          "Poe, C. (2002). Wasps. In Moe's\nRoe, D. (Ed.), Dances. Kiel: Hive.\n\nRoe, D. (2003).\nAnts.\n")
          .size(),
      3u);
}

TEST(PlainStructure, WordsTellWhereEntriesOpen) {
  const char* dates_first =
      "Moe, A. B., Poe, C. D., Roe, D. E., Fay, G., Lee, H., Ray, I., &\nDoe, E. F. (2001). Bees of the "
      "northern "
      "coast and their dances.\nWorld of Bees, 3, 4-9.\nPoe, C., & Roe, D. (in press). Wasps of the coast "
      "and what "
      "they eat\nin the winter. World of Wasps.\nBee Trust. (2003). Ants. Kiel: Hive.\n";
  EXPECT_THAT(
      listed(dates_first),
      ElementsAre(
          "Moe, A. B., Poe, C. D., Roe, D. E., Fay, G., Lee, H., Ray, I., & Doe, E. F. (2001). Bees of "
          "the northern coast and their dances. World of Bees, 3, 4-9.",
          "Poe, C., & Roe, D. (in press). Wasps of the coast and what they eat in the winter. World of "
          "Wasps.",
          "Bee Trust. (2003). Ants. Kiel: Hive."));
  const char* dates_last =
      "Moe AB, Poe CD, van den Roe D. Bees of the northern coast and their\ndances. World of Bees. "
      "2001;3:4-9.\n"
      "Bee Trust. Report on wasps and on what they eat in the winter. Kiel:\nHive; 2002.\n";
  EXPECT_THAT(
      listed(dates_last),
      ElementsAre(
          "Moe AB, Poe CD, van den Roe D. Bees of the northern coast and their dances. World of Bees. "
          "2001;3:4-9.",
          "Bee Trust. Report on wasps and on what they eat in the winter. Kiel: Hive; 2002."));
}

std::vector<std::string> labels_of(const std::string& text) {
  std::vector<std::string> labels;
  for (const Block& block : structure(text).blocks)
    if (block.kind == BlockKind::reference) labels.push_back(block.label);
  return labels;
}

TEST(PlainStructure, MarkersNumberAListThatLostItsNumbers) {
  const std::string list =
      "References\n\nMoe A. Bees. Dances. 2001;3:4-9.\n\nPoe B. Wasps. Dances. 2002;4:1-3.\n\n"
      "Roe C. Ants. Dances. 2003;5:6-7.\n";
  EXPECT_THAT(labels_of("Bees dance [1]. Wasps do not [2, 3].\n\n" + list), ElementsAre("1", "2", "3"));
  for (const char* text :
       {"Bees dance [1]. Wasps do not [2].\n\n", "Bees dance [1]. Wasps do not [2-4].\n\n",
        "Bees dance [2]. Wasps do not [3].\n\n", "Bees dance [1-3]. Wasps do not (Poe, 2002).\n\n",
        "Bees dance [1-3]. Poe et al. (2002) saw wasps.\n\n", "Bees dance.\n\n"})
    EXPECT_THAT(labels_of(text + list), ElementsAre("", "", "")) << text;
}

TEST(PlainStructure, NumberedStepsAreNoReferences) {
  const char* text = "Honey\n\n1. Open the hive.\n2. Take the comb.\n3. Close the hive.\n";
  EXPECT_TRUE(of_kind(text, BlockKind::reference).empty());
}

TEST(PlainStructure, AMarkerAtItsEndMakesNoSentenceAHeading) {
  for (const char* marker :
       {".^1", ".^{1,2}", ".\u207D\u00B2\u207E", ".(6)", ".(6, 7)", ".(6\u20138)", ".[6]^", "."}) {
    const std::string text = std::string("About bees\n\nBees dance at noon") + marker + "\n\nWasps do not.\n";
    EXPECT_EQ(of_kind(text, BlockKind::paragraph).size(), 2u) << marker;
  }
  EXPECT_EQ(
      of_kind("About bees\n\nBees dance at noon. Wasps rest then^2\n\nAnts work.\n", BlockKind::paragraph)
          .size(),
      2u);
  for (const char* heading : {"Dance (2001)", "What helps? A review", "2.1. Bees vs. Wasps",
                              "Panel of Figure 1. Bees", "Dr. Moe and St. John"})
    EXPECT_THAT(
        of_kind(std::string("Bees\n\nBees dance.\n\n") + heading + "\n\nWasps do not.\n", BlockKind::heading),
        ElementsAre(heading));
}

TEST(PlainStructure, CaptionsAreToldFromText) {
  const char* text = "Bees\n\nFigure 2 Number of hives.\n\nFigure 2 shows the hives of the coast.\n";
  EXPECT_THAT(of_kind(text, BlockKind::caption), ElementsAre("Figure 2 Number of hives."));
}

TEST(PlainStructure, CarriageReturnsAndBlanksOfAnyKind) {
  const char* text = "Bees\r\n\u00A0\r\nBees dance.\u00A0\r\n\r\nWasps sting.";
  EXPECT_THAT(of_kind(text, BlockKind::paragraph), ElementsAre("Bees dance.", "Wasps sting."));
}

/// Paragraphs of a text whose pages a converter left in it.
std::vector<std::string> paged(std::string text, BlockKind kind = BlockKind::paragraph) {
  const size_t size = text.size();
  blank_page_furniture(text);
  EXPECT_EQ(text.size(), size);
  return of_kind(text, kind);
}

bool has_furniture(const std::string& text) {
  std::string blanked = text;
  blank_page_furniture(blanked);
  return blanked != text;
}

TEST(PlainStructure, PagesEndNoSentence) {
  const std::string before = "Bees\n\nBees of the northern coast dance in the hive at noon, which\n\n";
  const std::string after = "\n\nhas been known for years. They sing at night.\n";
  for (const char* furniture : {"12", "- 12 -", "Moe et al. Bee Notes (2019) 1:2      Page 2 of 9", "Page 3",
                                "PAGE 2 OF 9 | Bee Notes", "12\n\nPage 3 of 4"})
    EXPECT_THAT(
        paged(before + furniture + after),
        ElementsAre("Bees of the northern coast dance in the hive at noon, which has been known for years. "
                    "They sing at night."))
        << furniture;
  for (const char* text : {"[12]", "12%", "12.", "Page of 9 bees", "Wax"})
    EXPECT_FALSE(has_furniture(before + text + after)) << text;
  // A form feed parts pages too.
  EXPECT_EQ(paged(before + "\f" + after.substr(2)).size(), 1U);
  // What a page begins with may be a name, where the line above is full.
  EXPECT_EQ(paged("Bees\n\nBees of the northern coast dance in the hive at noon and\nin the meadow, and they "
                  "do so much like their\n\nPage 2 of 3\n\nEuropean cousins. They sing.\n")
                .size(),
            1U);
}

TEST(PlainStructure, EntriesGoOnBehindAPage) {
  EXPECT_THAT(paged("Bees\n\nBees dance [1].\n\nReferences\n\n1. Moe A. Dances of bees in hives by\n\n14\n\n"
                    "the northern coast. J Bees. 2001;1:2-3.\n2. Poe B. Wasps. J Bees. 2002;2:3-4.\n",
                    BlockKind::reference),
              ElementsAre("1. Moe A. Dances of bees in hives by the northern coast. J Bees. 2001;1:2-3.",
                          "2. Poe B. Wasps. J Bees. 2002;2:3-4."));
}

TEST(PlainStructure, HeadsOfPagesAreToldByTheirRepetitionAmidSentences) {
  const std::string first = "Bees\n\nBees of the northern coast dance in the hive at noon, which\n\n";
  const std::string second = "\n\nhas been known for years. Bees of the southern coast sing, and\n\n";
  const std::string third = "\n\nthey sleep. Some work.\n";
  EXPECT_EQ(paged(first + "124   A. MOE ET AL." + second + "126   A. MOE ET AL." + third).size(), 1U);
  EXPECT_EQ(paged(first + "Journal of Bees" + second + "Journal of Bees" + third).size(), 1U);
  EXPECT_FALSE(has_furniture(first + "Journal of Bees" + second + "Journal of Wasps" + third));
  // A heading that stands twice is no head of a page.
  EXPECT_THAT(paged("Bees of all kinds that live by the coast\n\nNorthern bees\n\nbees dance.\n\nNorthern "
                    "bees\n\nThey sing.\n",
                    BlockKind::heading),
              ElementsAre("Northern bees", "Northern bees"));
}

TEST(PlainStructure, NumbersThatRiseFarApartAreThoseOfPages) {
  std::string lines, list, pages;
  for (int line = 0; line < 12; ++line) lines += "Bees of the northern coast dance in the hive at noon.\n";
  for (int page = 7; page < 10; ++page) {
    list += std::to_string(page) + "\nHive\n\n";
    pages += lines + "\n" + std::to_string(page) + "\n\n";
  }
  const size_t size = pages.size();
  blank_page_furniture(pages);
  EXPECT_EQ(pages.find_first_of("789"), std::string::npos);
  EXPECT_EQ(pages.size(), size);
  EXPECT_FALSE(has_furniture(list));
  // Years that part a history go up too.
  EXPECT_FALSE(has_furniture(lines + "\n1998\n\n" + lines + "\n1999\n\n" + lines));
}

void expect_sound(std::string_view text, const std::string& name) {
  uint64_t end = 0;
  for (const Block& block : structure(text).blocks) {
    ASSERT_GE(block.span.start, end) << name;
    ASSERT_GT(block.span.end, block.span.start) << name;
    ASSERT_LE(block.span.end, text.size()) << name;
    EXPECT_EQ(text::squeeze(text.substr(end, block.span.start - end)), "") << name;
    end = block.span.end;
  }
  EXPECT_EQ(text::squeeze(text.substr(end)), "") << name;
}

TEST(PlainStructure, BlocksCoverAllThatIsNotBlank) {
  for (const char* text :
       {"", "\n\n", ".", "...", "... ...", "[1]", "1.", "1. ^", "References", "\xC2\xA0", "a\rb\r\nc"}) {
    expect_sound(text, text);
  }
  const std::filesystem::path data(EVIDENT_SHARED_DATA);
  if (!std::filesystem::is_directory(data / "seeds")) GTEST_SKIP() << "no shared data at " << data;
  for (const auto& folder : {data / "seeds", data / "jats" / "dev50_txt" / "txt"}) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      std::ifstream stream(entry.path(), std::ios::binary);
      const std::string text{std::istreambuf_iterator<char>(stream), {}};
      expect_sound(text, entry.path().string());
    }
  }
}

TEST(PlainStructure, HostileTextTakesLinearTime) {
  for (const char* unit :
       {"1. a\n", "1. ^\n", "]", "[1]", "References\n\n1. a\n", "a\n", "... ", "\n", "\xC2\xA0", "A. B. ",
        "References\nx 2001\n\n", "[1] a b\n", "References\na 2001\nPubMed\n", "10.1\n\n",
        "References\n Moe, A.\nPoe, B. (2001)\n", "References\n1. A b. 2. C d. ", "12\n\n",
        "Of bees, a\n\n3\n\n", "Bees 12\n\n\f"}) {
    std::string text;
    while (text.size() < 400000) text += unit;
    const auto start = evident::test::CpuClock::now();
    blank_page_furniture(text);
    expect_sound(text, unit);
    EXPECT_LT(evident::test::CpuClock::now() - start, std::chrono::seconds(5)) << unit;
  }
}

}  // namespace
}  // namespace evident::read::plain
