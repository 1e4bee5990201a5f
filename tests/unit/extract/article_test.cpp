// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/extract.hpp"
#include "extract/printed_entry.hpp"
#include "text/normal.hpp"

namespace evident::extract {
namespace {

using model::BlockKind;
using testing::ElementsAre;

/// A document of blocks that are separated by blank lines.
model::Document document(const std::vector<std::pair<BlockKind, std::string>>& parts) {
  model::Document out;
  out.path = "folder/bee dance.v2.txt";
  out.format = "plain-text";
  out.sha256 = "0123456789abcdef";
  for (const auto& [kind, text] : parts) {
    model::Block block;
    block.kind = kind;
    block.span = {out.text.size(), out.text.size() + text.size()};
    if (kind == BlockKind::reference) block.label = text.substr(0, text.find('.'));
    out.text += text + "\n\n";
    out.blocks.push_back(block);
  }
  return out;
}

TEST(ClaimIds, StandInTheOrderOfReading) {
  EXPECT_TRUE(model::stands_before("ferns-01#9", "ferns-01#10"));
  EXPECT_FALSE(model::stands_before("ferns-01#10", "ferns-01#9"));
  EXPECT_TRUE(model::stands_before("ferns-01#10", "moss-02#1"));
  EXPECT_FALSE(model::stands_before("ferns-01#10", "ferns-01#10"));
}

TEST(Article, KeyIsMadeOfStemAndHash) {
  DiagnosticList diagnostics;
  EXPECT_EQ(article(document({}), diagnostics).key, "bee-dance.v2-01234567");
  EXPECT_EQ(article(document({}), diagnostics).title, "bee dance.v2");
}

TEST(Article, SentencesAreNumberedThroughAndKeepTheirParagraph) {
  DiagnosticList diagnostics;
  const auto result = article(document({{BlockKind::heading, "Dance"},
                                        {BlockKind::paragraph, "Bees dance. They also sing."},
                                        {BlockKind::boilerplate, "Share this page with us."},
                                        {BlockKind::paragraph, "Wasps do not dance."}}),
                              diagnostics);
  ASSERT_EQ(result.sentences.size(), 3u);
  EXPECT_EQ(result.sentences[1].paragraph, 1);
  EXPECT_EQ(result.sentences[2].paragraph, 2);
  EXPECT_EQ(result.sentences[2].number, 3);
  EXPECT_TRUE(result.sentences[2].claim);
  EXPECT_EQ(model::claim_id(result, result.sentences[2]), "bee-dance.v2-01234567#3");
}

TEST(Article, MarkerBelongsToTheSentenceBeforeItAndDanglingIsReported) {
  DiagnosticList diagnostics;
  const auto result =
      article(document({{BlockKind::paragraph, "Bees are known to dance.[1]\n[7] Wasps are not."},
                        {BlockKind::reference, "1. ^ a b Hites R (2004). Lakes."}}),
              diagnostics);
  ASSERT_EQ(result.sentences.size(), 2u);
  ASSERT_EQ(result.sentences[0].citations.size(), 2u);
  EXPECT_THAT(result.sentences[0].citations[0].references, ElementsAre(0));
  EXPECT_THAT(result.sentences[0].citations[1].dangling, ElementsAre("7"));
  ASSERT_EQ(diagnostics.items.size(), 1u);
  EXPECT_EQ(diagnostics.items[0].code, "dangling-citation");
  EXPECT_EQ(diagnostics.items[0].line, 2u);
  EXPECT_EQ(result.references[0].back_links, 2);
  EXPECT_EQ(result.references[0].text, "Hites R (2004). Lakes.");
}

TEST(Article, NumbersOfWhichTheListHasSomeAreToldOf) {
  DiagnosticList diagnostics;
  const auto result =
      article(document({{BlockKind::paragraph, "Bees dance (1). They sing (2, 3),\nhum (4, 7) and fly (4)."},
                        {BlockKind::reference, "1. Hites R (2004). Lakes."},
                        {BlockKind::reference, "2. Law K (2003). Rivers."},
                        {BlockKind::reference, "3. Ode E (1999). Seas."},
                        {BlockKind::reference, "4. Poe A (1998). Ponds."}}),
              diagnostics);
  ASSERT_EQ(result.sentences.size(), 2u);
  EXPECT_EQ(result.sentences[1].citations.size(), 2u);
  ASSERT_EQ(diagnostics.items.size(), 1u);
  EXPECT_EQ(diagnostics.items[0].code, "unclear-marker");
  EXPECT_EQ(diagnostics.items[0].line, 2u);
  EXPECT_EQ(diagnostics.items[0].message,
            "the reference list has no entry for 7; \"(4, 7)\" was not taken for a citation");
}

TEST(Article, ANameAndYearOfNoEntryIsToldOf) {
  DiagnosticList diagnostics;
  const auto result = article(document({{BlockKind::paragraph,
                                         "Bees dance (Hites, 2004). They hum (Nobody, 1999) in spring "
                                         "(March, 2003) and in the hall (Rome 2004)."},
                                        {BlockKind::reference, "1. Hites R (2004). Lakes. J Lakes 3:1-2."}}),
                              diagnostics);
  ASSERT_EQ(diagnostics.items.size(), 1u);
  EXPECT_EQ(diagnostics.items[0].code, "unclear-marker");
  EXPECT_EQ(
      diagnostics.items[0].message,
      "the reference list has no entry for Nobody, 1999; \"(Nobody, 1999)\" was not taken for a citation");
}

TEST(Article, OneNameOfAMarkerWithoutAnEntryIsToldOf) {
  DiagnosticList diagnostics;
  const auto result = article(document({{BlockKind::paragraph, "Bees dance (Hites, 2004; Nobody, 1999)."},
                                        {BlockKind::reference, "1. Hites R (2004). Lakes. J Lakes 3:1-2."}}),
                              diagnostics);
  ASSERT_EQ(result.sentences.size(), 1U);
  EXPECT_EQ(result.sentences[0].citations.size(), 1U);
  ASSERT_EQ(diagnostics.items.size(), 1U);
  EXPECT_EQ(diagnostics.items[0].code, "dangling-citation");
  EXPECT_EQ(diagnostics.items[0].message,
            "the reference list has no entry for Nobody, 1999; the citation was kept without it");
}

TEST(Article, NamesAndYearsWithoutAListAreToldOfOnce) {
  DiagnosticList diagnostics;
  const auto result =
      article(document({{BlockKind::paragraph, "Bees dance in May. They\nhum (Law et al., 2003)."},
                        {BlockKind::paragraph, "Wasps do not (Hites and Law 2004)."}}),
              diagnostics);
  EXPECT_TRUE(result.sentences.at(1).citations.empty()) << "a mention may still find the work";
  ASSERT_EQ(diagnostics.items.size(), 1u);
  EXPECT_EQ(diagnostics.items[0].code, "no-reference-list");
  EXPECT_EQ(diagnostics.items[0].line, 2u);
  EXPECT_EQ(
      diagnostics.items[0].message,
      "the text has no reference list, and 2 citations by name and year, the first \"(Law et al., 2003)\": "
      "only works that the store holds can be linked");
}

TEST(Article, ACitationThatStandsAloneIsOfTheSentenceBefore) {
  DiagnosticList diagnostics;
  const auto result =
      article(document({{BlockKind::paragraph, "The study was small. (Green, 2000; Moe, 1999.) Bees sing."},
                        {BlockKind::reference, "1. Green B (2000). Lakes. J Lakes 3:1-2."},
                        {BlockKind::reference, "2. Moe T (1999). Seas. J Seas 4:5-6."}}),
              diagnostics);
  ASSERT_EQ(result.sentences.size(), 2u);
  ASSERT_EQ(result.sentences[0].citations.size(), 1u);
  EXPECT_THAT(result.sentences[0].citations[0].references, ElementsAre(0, 1));
  EXPECT_EQ(result.sentences[1].text, "Bees sing.");
}

TEST(Article, ANumberThatIsNoPmidIsReported) {
  DiagnosticList diagnostics;
  const auto result = article(document({{BlockKind::paragraph, "Bees are known to dance.[1]"},
                                        {BlockKind::reference, "1. Moe A. Bees. 2004. PMID: 99999999999"}}),
                              diagnostics);
  EXPECT_EQ(result.references.at(0).ids.pmid, "");
  ASSERT_EQ(diagnostics.items.size(), 1u);
  EXPECT_EQ(diagnostics.items[0].code, "bad-pmid");
}

TEST(Article, AShortEntryMeansTheFullOne) {
  DiagnosticList diagnostics;
  const auto result = article(
      document({{BlockKind::paragraph, "Moss was seen before (Fern 1998)."},
                {BlockKind::reference, "1. Fern A. Moss in ponds. J Ponds 1998;3:1-9. PMID: 90000001"},
                {BlockKind::reference, "2. Fern 1998, p. 4."},
                {BlockKind::reference, "3. Reed & Rush (1999), pp. 5-6."}}),
      diagnostics);
  const auto& references = result.references;
  ASSERT_EQ(references.size(), 3U);
  EXPECT_EQ(references[1].ids.pmid, "90000001");
  EXPECT_EQ(references[1].text, "Fern 1998, p. 4.");
  EXPECT_EQ(references[2].fields.title, "");
  EXPECT_EQ(references[2].fields.year, 1999);
  ASSERT_EQ(references[2].fields.authors.size(), 2U);
  EXPECT_EQ(references[2].fields.authors[1].family, "Rush");
  // The short entry is no second work of that name and year.
  ASSERT_EQ(result.sentences.at(0).citations.size(), 1U);
  EXPECT_THAT(result.sentences.at(0).citations[0].references, ElementsAre(0));
}

TEST(Article, IbidemMeansTheEntryBefore) {
  DiagnosticList diagnostics;
  const auto references =
      article(
          document({{BlockKind::reference, "1. Moe A. Bees of the coast. J Bees 2004;3:1-9. PMID: 90000001"},
                    {BlockKind::reference, "2. Ibid."},
                    {BlockKind::reference, "3. Idem, pp. 4-6."},
                    {BlockKind::reference, "4. Ibid. 1980;33:145."},
                    {BlockKind::reference, "5. Idem. Wasps of the coast. J Bees 2005;4:1-9."}}),
          diagnostics)
          .references;
  ASSERT_EQ(references.size(), 5u);
  for (const size_t same : {1U, 2U}) {
    EXPECT_EQ(references[same].ids.pmid, "90000001");
    EXPECT_EQ(references[same].fields.title, "Bees of the coast");
    EXPECT_TRUE(references[same].parsed);
  }
  EXPECT_EQ(references[1].text, "Ibid.");
  for (const size_t other : {3U, 4U}) EXPECT_EQ(references[other].ids.pmid, "");
  EXPECT_EQ(references[4].fields.title, "Wasps of the coast");
}

TEST(Article, ABulletIsNoWordOfItsSentence) {
  DiagnosticList diagnostics;
  const auto result = article(document({{BlockKind::list_item, "\u2022 Bees dance well."},
                                        {BlockKind::paragraph, "- Wasps do not dance."},
                                        {BlockKind::paragraph, "-5 degrees are too cold for bees."}}),
                              diagnostics);
  std::vector<std::string> texts;
  for (const auto& sentence : result.sentences) texts.push_back(sentence.text);
  EXPECT_THAT(texts,
              ElementsAre("Bees dance well.", "Wasps do not dance.", "-5 degrees are too cold for bees."));
}

TEST(Article, LostSuperscriptEndsItsSentence) {
  DiagnosticList diagnostics;
  const auto result =
      article(document({{BlockKind::paragraph, "Bees can dance.1 Wasps can sting.2 Ants are slow.3"},
                        {BlockKind::reference, "1. Hites R (2004). Lakes."},
                        {BlockKind::reference, "2. Law K (2003). Rivers."},
                        {BlockKind::reference, "3. Ode E (1999). Seas."}}),
              diagnostics);
  ASSERT_EQ(result.sentences.size(), 3u);
  EXPECT_EQ(result.sentences[1].text, "Wasps can sting.2");
  EXPECT_THAT(result.sentences[1].citations.at(0).references, ElementsAre(1));
}

TEST(Article, MarkupIsTakenAtItsWord) {
  auto input = document(
      {{BlockKind::paragraph, "Bees dance (3) and (4)."}, {BlockKind::reference, "3. Hites R. Lakes."}});
  input.citations.push_back({{11, 14}, {"3"}});
  DiagnosticList diagnostics;
  const auto result = article(input, diagnostics);
  ASSERT_EQ(result.sentences.at(0).citations.size(), 1u);
  EXPECT_EQ(result.sentences[0].citations[0].rule, "markup");
  EXPECT_THAT(result.sentences[0].citations[0].references, ElementsAre(0));
}

TEST(ReferenceId, IsUnique) {
  model::Article holder;
  holder.key = "k";
  for (const char* label : {"1", "1", "", "3"}) {
    model::Reference reference;
    reference.index = static_cast<int>(holder.references.size());
    reference.label = label;
    holder.references.push_back(reference);
  }
  std::vector<std::string> ids;
  for (const auto& reference : holder.references) ids.push_back(model::reference_id(holder, reference));
  EXPECT_THAT(ids, ElementsAre("k/ref/1", "k/ref/1+2", "k/ref/+3", "k/ref/3"));
}

TEST(PrintedEntry, NumberAndBackLinksAreTakenOff) {
  EXPECT_EQ(printed_entry("  12. ^ a b c A bee dances.", "12").text, "A bee dances.");
  EXPECT_EQ(printed_entry("  12. ^ a b c A bee dances.", "12").back_links, 3);
  EXPECT_EQ(printed_entry("[3] Hites R. Lakes.", "3").text, "Hites R. Lakes.");
  EXPECT_EQ(printed_entry("^ 1.0 1.1 Hites R. Lakes.", "").back_links, 2);
  EXPECT_EQ(printed_entry("19. ^ 19. Hites R. Lakes.", "19").text, "Hites R. Lakes.");
  EXPECT_EQ(printed_entry("12 Hites R. Lakes.", "12").text, "Hites R. Lakes.");
  EXPECT_EQ(printed_entry("\u00B9\u00B2Hites R. Lakes.", "12").text, "Hites R. Lakes.");
  EXPECT_EQ(printed_entry("^ a b Hites R. Lakes.", "3").text, "Hites R. Lakes.");
  EXPECT_EQ(printed_entry("2. a bee", "2").back_links, 0);
  EXPECT_EQ(printed_entry("^ a b Jump up to: Hites R. Lakes.", "").text, "Hites R. Lakes.");
  EXPECT_EQ(printed_entry("^ Jump up to: a b c Hites R. Lakes.", "").back_links, 3);
  EXPECT_EQ(printed_entry("2. Jump up ^ Hites R. Lakes.", "2").text, "Hites R. Lakes.");
  EXPECT_EQ(printed_entry("2. Jump upstream. Lakes.", "2").text, "Jump upstream. Lakes.");
}

}  // namespace
}  // namespace evident::extract
