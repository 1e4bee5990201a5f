// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>

#include "read/medline/reader.hpp"
#include "read/ris/reader.hpp"

namespace evident::read {
namespace {

class Text final : public Input {
 public:
  explicit Text(std::string_view text) : m_rest(text) {}
  size_t read(char* buffer, size_t size) override {
    // A byte at a time would do too: readers must not depend on where a read ends.
    const size_t count = std::min({size, m_rest.size(), size_t{7}});
    std::copy_n(m_rest.begin(), count, buffer);
    m_rest.remove_prefix(count);
    return count;
  }

 private:
  std::string_view m_rest;
};

struct Kept final : Sink {
  void document(model::Document) override { ADD_FAILURE() << "a record is no article"; }
  void work(model::WorkRecord work) override { works.push_back(std::move(work)); }
  void report(Diagnostic item) override { codes.push_back(item.code); }
  std::vector<model::WorkRecord> works;
  std::vector<std::string> codes;
};

Kept read(const Reader& reader, std::string_view text) {
  EXPECT_TRUE(reader.accepts(text));
  Text input(text);
  Kept kept;
  reader.read(input, "file", kept);
  return kept;
}

TEST(Medline, FieldsOfARecord) {
  constexpr std::string_view text =
      "\nPMID- 90000001\nTI  - Shade and the growth\n      of ferns.\nFAU - Fernleaf, Quentin R\nAU  - "
      "Fernleaf QR\n"
      "CN  - Fern Study Group\nJT  - Journal of made-up botany\nTA  - J Made-up Bot\nVI  - 7\nIP  - 2\nPG  - "
      "11-9\n"
      "DP  - 1991 May 3\nAID - 10.9999/ferns.1 [doi]\nAID - S1 [pii]\nPMC - PMC9999991\nMH  - *Ferns/growth\n"
      "PT  - Retracted Publication\nRIN - J Made-up Bot. 1992;8:1. PMID: 90000002\nSI  - "
      "ClinicalTrials.gov/NCT99999999\n";
  const Kept kept = read(medline_reader(), text);
  ASSERT_EQ(kept.works.size(), 1U);
  const model::WorkRecord& work = kept.works[0];
  EXPECT_EQ(work.ids.pmid, "90000001");
  EXPECT_EQ(work.ids.doi, "10.9999/ferns.1");
  EXPECT_EQ(work.ids.pmcid, "PMC9999991");
  EXPECT_EQ(work.title, "Shade and the growth of ferns");
  ASSERT_EQ(work.authors.size(), 2U);
  EXPECT_EQ(work.authors[0].family, "Fernleaf");
  EXPECT_EQ(work.authors[0].given, "Quentin R");
  EXPECT_EQ(work.authors[0].initials, "QR");
  EXPECT_TRUE(work.authors[1].collective);
  EXPECT_EQ(work.issued.year, 1991);
  EXPECT_EQ(work.issued.month, 5);
  EXPECT_EQ(work.issued.day, 3);
  EXPECT_EQ(work.mesh, std::vector<std::string>{"Ferns"});
  EXPECT_EQ(work.registrations, std::vector<std::string>{"NCT99999999"});
  EXPECT_TRUE(work.retracted);
  ASSERT_EQ(work.links.size(), 1U);
  EXPECT_EQ(work.links[0].relation, model::WorkRelation::retracted_by);
  EXPECT_EQ(work.links[0].target.pmid, "90000002");
  EXPECT_EQ(text.substr(work.source.start, work.source.size()), text.substr(1));
}

TEST(Medline, ABadIdentifierCostsNoRecord) {
  const Kept kept = read(medline_reader(), "PMID- x1\nTI  - One.\n\nPMID- 90000003\nTI  - Two.\n");
  ASSERT_EQ(kept.works.size(), 2U);
  EXPECT_EQ(kept.works[1].ids.pmid, "90000003");
  EXPECT_EQ(kept.codes, std::vector<std::string>{"bad-pmid"});
}

TEST(Medline, ThePmcidMayComeFirst) {
  const Kept kept =
      read(medline_reader(),
           "\nPMC - PMC9999991\nPMID- 90000001\nTI  - One\n\nPMC - PMC9999992\nPMID- 90000002\nTI  - Two\n\n"
           "PMID- 90000003\nTI  - Three\n\nPMC - PMC9999994\nTI  - Four\n");
  ASSERT_EQ(kept.works.size(), 4U);
  EXPECT_EQ(kept.works[0].ids.pmcid, "PMC9999991");
  EXPECT_EQ(kept.works[1].ids.pmcid, "PMC9999992");
  EXPECT_EQ(kept.works[2].ids.pmcid, "");
  EXPECT_EQ(kept.works[3].title, "Four");
  EXPECT_EQ(kept.codes, std::vector<std::string>{"bad-pmid"});
}

TEST(Ris, FieldsOfARecord) {
  const Kept kept = read(
      ris_reader(),
      "\xEF\xBB\xBFTY  - JOUR\r\nAU  - Fernleaf, Q. R.\r\nAU  - Moss, A, Jr\r\nTI  - Shade\r\nT2  - "
      "Journal of made-up botany\r\nPY  - 1991/05/03/\r\nVL  - 7\r\nSP  - 11\r\nEP  - 19\r\nDO  - "
      "https://doi.org/10.9999/FERNS.1\r\nID  - fern91\r\nKW  - ferns\r\nN1  - read twice\r\nER  - \r\n");
  ASSERT_EQ(kept.works.size(), 1U);
  const model::WorkRecord& work = kept.works[0];
  EXPECT_EQ(work.ids.doi, "10.9999/ferns.1");
  EXPECT_EQ(work.ids.key, "fern91");
  EXPECT_EQ(work.pages, "11-19");
  EXPECT_EQ(work.issued.month, 5);
  EXPECT_EQ(work.authors[0].initials, "QR");
  EXPECT_EQ(work.authors[1].suffix, "Jr");
  EXPECT_EQ(work.notes, std::vector<std::string>{"read twice"});
  EXPECT_TRUE(kept.codes.empty());
}

TEST(Ris, ARecordWithoutItsEndIsReadAndReported) {
  const Kept kept =
      read(ris_reader(),
           "TY  - JOUR\nTI  - One\n\nTY  - BOOK\nTI  - Two\nER  -\nloose words\nTY  - JOUR\nTI  - Three\n");
  ASSERT_EQ(kept.works.size(), 3U);
  EXPECT_EQ(kept.works[1].type, model::WorkType::book);
  EXPECT_EQ(kept.codes, (std::vector<std::string>{"missing-end", "text-between-records", "missing-end"}));
}

TEST(Ris, ARecordOfNothingIsReported) {
  const Kept kept = read(ris_reader(), "TY  - JOUR\nER  - \nTY  - JOUR\nTI  - One\nER  - \n");
  EXPECT_EQ(kept.works.size(), 1U);
  EXPECT_EQ(kept.codes, std::vector<std::string>{"empty-record"});
}

TEST(Tagged, ProseIsNeither) {
  for (std::string_view text : {"A text about TY  - tags", "", "PMIDs are numbers.\nPMID- 1"}) {
    EXPECT_FALSE(ris_reader().accepts(text));
    EXPECT_FALSE(medline_reader().accepts(text));
  }
}

}  // namespace
}  // namespace evident::read
