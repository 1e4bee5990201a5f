// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/standing.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>
#include <random>

#include "model/file_order.hpp"

namespace {

using evident::index::Member;
using evident::index::Standing;
using State = Standing::State;

Member made(const std::string& pmid, const std::string& doi = "", const std::string& pmcid = "") {
  Member member;
  member.ids.pmid = pmid;
  member.ids.doi = doi;
  member.ids.pmcid = pmcid;
  return member;
}
Member in(Member member, const std::string& path, uint64_t start = 0) {
  member.from_pubmed = true;
  member.path = path;
  member.start = start;
  return member;
}
Member deletion(const std::string& pmid, const std::string& path, uint64_t start = 0) {
  Member member = in(made(pmid), path, start);
  member.deletion = true;
  return member;
}

/// The works of some members, held to hold in any order of them.
std::vector<std::string> works(const std::vector<Member>& members) {
  std::vector<std::string> expected;
  for (const auto& standing : standings(members)) expected.push_back(standing.work);
  std::vector<size_t> order(members.size());
  std::iota(order.begin(), order.end(), 0);
  std::mt19937 random(1);
  for (int round = 0; round < 20; ++round) {
    std::shuffle(order.begin(), order.end(), random);
    std::vector<Member> shuffled;
    for (size_t at : order) shuffled.push_back(members[at]);
    const auto found = standings(shuffled);
    for (size_t i = 0; i < order.size(); ++i) EXPECT_EQ(found[i].work, expected[order[i]]);
  }
  return expected;
}

TEST(FileOrder, NumbersCountAsNumbers) {
  using evident::model::compare_files;
  EXPECT_LT(compare_files("a/pubmed25n9.xml", "a/pubmed25n0010.xml"), 0);
  EXPECT_LT(compare_files("z/pubmed25n0001.xml.gz", "a/pubmed25n0002.xml"), 0);
  EXPECT_LT(compare_files("a/x1.xml", "b/x1.xml"), 0);
  EXPECT_EQ(compare_files("a/x1.xml", "a/x1.xml"), 0);
  EXPECT_EQ(evident::model::file_series("/x/pubmed25n0001.xml.gz"), "pubmed#n#");
}

TEST(Standings, APmidThatTwoStateMakesOneWork) {
  EXPECT_THAT(works({made("1", "10.9999/a"), made("1", "10.9999/b")}), testing::Each("pmid:1"));
}

TEST(Standings, ADoiBelongsToTheOneWorkThatStatesIt) {
  EXPECT_THAT(works({made("1", "10.9999/a"), made("", "10.9999/a"), made("", "10.9999/b")}),
              testing::ElementsAre("pmid:1", "pmid:1", "doi:10.9999/b"));
  EXPECT_THAT(works({made("1", "10.9999/a"), made("2", "10.9999/a"), made("", "10.9999/a")}),
              testing::ElementsAre("pmid:1", "pmid:2", "doi:10.9999/a"));
}

TEST(Standings, APmcidJoinsOnlyWhereNoDoiSpeaksAgainstIt) {
  EXPECT_THAT(works({made("1", "", "PMC1"), made("", "10.9999/a", "PMC1")}), testing::Each("pmid:1"));
  EXPECT_THAT(works({made("1", "10.9999/b", "PMC1"), made("", "10.9999/a", "PMC1")}),
              testing::ElementsAre("pmid:1", "doi:10.9999/a"));
  EXPECT_THAT(works({made("1", "", "PMC1"), made("", "10.9999/a", "PMC1"), made("", "10.9999/a"),
                     made("", "", "PMC1")}),
              testing::Each("pmid:1"));
}

TEST(Standings, TwoDoisAreOneWhereARecordStatesBoth) {
  Member both = made("", "10.9999/b");
  both.ids.also = {"doi:10.9999/a"};
  EXPECT_THAT(works({made("", "10.9999/a"), both, made("", "10.9999/b")}), testing::Each("doi:10.9999/a"));
}

TEST(Standings, DeletionsAndNewerFilesInFileOrder) {
  const auto states = [](const std::vector<Member>& members) {
    std::vector<State> all;
    for (const auto& standing : standings(members)) all.push_back(standing.state);
    return all;
  };
  EXPECT_THAT(states({in(made("1"), "p2.xml"), deletion("1", "p9.xml"), in(made("1"), "p10.xml")}),
              testing::ElementsAre(State::deleted, State::live, State::live));
  EXPECT_THAT(states({in(made("1"), "p1.xml"), in(made("1"), "p2.xml"), in(made("1"), "efetch.xml")}),
              testing::ElementsAre(State::replaced, State::live, State::live));
  EXPECT_THAT(states({in(made("1"), "p1.xml", 5), deletion("1", "p1.xml", 9), in(made("1"), "p1.xml", 20)}),
              testing::ElementsAre(State::deleted, State::live, State::live));
  Member other_format = made("1");
  other_format.path = "a.nbib";
  EXPECT_THAT(states({other_format, deletion("1", "p9.xml")}),
              testing::ElementsAre(State::live, State::live));
}

}  // namespace
