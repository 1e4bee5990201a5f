// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/bibliography.hpp"

#include <gtest/gtest.h>

#include "extract/extract.hpp"
#include "support/temporary_folder.hpp"

namespace evident::query {
namespace {

TEST(Bibliography, AWorkThatNoClaimCitesTellsItsConclusion) {
  const test::TemporaryFolder folder;
  index::Writer writer(folder.path() / "store");
  index::Preparer preparer;
  model::WorkRecord work;
  work.ids.pmid = "90000001";
  work.title = "Moss for frogs";
  work.abstract = {{"RESULTS", "RESULTS", "Nine of ten frogs slept."},
                   {"CONCLUSION", "CONCLUSIONS", "Moss is effective for the sleep of frogs."}};
  extract::study_facts(work);
  writer.put(preparer.work(work, {}));
  writer.commit();

  const auto found = bibliography(index::Store(folder.path() / "store"), {"pmid:90000001"}, 5);
  ASSERT_EQ(found.entries.size(), 1u);
  ASSERT_TRUE(found.entries[0].answer.finding.has_value());
  EXPECT_EQ(found.entries[0].answer.finding->text, "Moss is effective for the sleep of frogs.");
  EXPECT_EQ(found.entries[0].answer.stance, "unknown");
}

TEST(Bibliography, TellsWhichIdentifiersNothingHas) {
  const test::TemporaryFolder folder;
  index::Writer writer(folder.path() / "store");
  index::Preparer preparer;
  model::WorkRecord work;
  work.ids.pmid = "90000001";
  work.title = "Moss for frogs";
  writer.put(preparer.work(work, {}));
  writer.commit();
  const auto found = bibliography(index::Store(folder.path() / "store"), {"pmid:90000001", "pmid:7"}, 5);
  EXPECT_EQ(found.entries.size(), 1u);
  EXPECT_EQ(found.missing, std::vector<std::string>{"pmid:7"});
}

}  // namespace
}  // namespace evident::query
