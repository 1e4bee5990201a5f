// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/ingest.hpp"

#include <fstream>
#include <set>

#include <gtest/gtest.h>

#include "base/error.hpp"
#include "index/store.hpp"
#include "support/temporary_folder.hpp"

namespace evident::ingest {
namespace {

constexpr const char* record = R"(<?xml version="1.0"?>
<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">4711</PMID><Article><Journal><JournalIssue>
<Volume>12</Volume><Issue>3</Issue><PubDate><Year>1999</Year></PubDate></JournalIssue><Title>Journal of Fern Studies</Title>
<ISOAbbreviation>J Fern Stud</ISOAbbreviation></Journal><ArticleTitle>Daily watering and the growth of tree ferns in shaded
glasshouses: a randomised trial.</ArticleTitle><Pagination><MedlinePgn>101-9</MedlinePgn></Pagination>
<Abstract><AbstractText>We studied 60 ferns. Daily watering increased growth of tree ferns compared with weekly watering.</AbstractText></Abstract>
<AuthorList><Author><LastName>Mossman</LastName><ForeName>Ada</ForeName><Initials>A</Initials></Author></AuthorList>
</Article></MedlineCitation></PubmedArticle></PubmedArticleSet>
)";

constexpr const char* text = R"(Tree ferns

Tree ferns grow in wet forests and need shade through the whole summer. Daily watering increases the growth of tree ferns.[1]
They were brought to Europe in the nineteenth century by collectors.[2]

References
1. ^ Mossman A (1999). "Daily watering and the growth of tree ferns in shaded glasshouses: a randomised trial". J Fern Stud 12 (3): 101-9.
2. ^ Collector B (1890). "Travels with a trowel". London: Spade and Sons.
)";

class Silent final : public Observer {
 public:
  void progress(const Progress&) override {}
  void linking(uint64_t, uint64_t) override {}
  void diagnostic(const Diagnostic& diagnostic) override { codes.insert(diagnostic.code); }
  std::set<std::string> codes;
};

/// Everything a store says, in a stable order.
std::string contents(const index::Store& store) {
  std::string all;
  for (const auto& article : store.articles()) {
    all += article.key + ' ' + article.title + '\n';
    std::vector<std::string> nodes;
    for (const auto& claim : store.claims_of(article.key)) nodes.push_back(claim.id);
    for (const auto& reference : store.references_of(article.key)) nodes.push_back(reference.id);
    for (const auto& node : nodes) {
      for (const auto& edge : store.edges_from(node)) {
        all += edge.id + ' ' + edge.from + ' ' + edge.to + ' ' + edge.rule + ' ' +
               std::to_string(edge.score) + '\n';
      }
    }
  }
  for (const auto& id : store.work_ids()) {
    const auto work = store.work(id);
    all += id + ' ' + work->title + (work->ghost ? " (ghost)" : "") + '\n';
  }
  return all;
}

struct IngestTest : testing::Test {
  Summary run(const std::vector<std::filesystem::path>& paths, const std::string& name = "store",
              bool prune = false) {
    Options options;
    options.paths = paths;
    options.store = folder.path() / name;
    options.prune = prune;
    return ingest(options, observer);
  }
  index::Store open(const std::string& name = "store") { return index::Store(folder.path() / name); }

  test::TemporaryFolder folder;
  std::filesystem::path article = folder.write("in/ferns.txt", text);
  std::filesystem::path records = folder.write("in/records.xml", record);
  Silent observer;
};

TEST_F(IngestTest, ReferenceWithoutIdentifierFindsItsRecord) {
  run({folder.path() / "in"});
  const auto store = open();
  const auto edges = store.edges_to("pmid:4711");
  ASSERT_FALSE(edges.empty());
  const auto works = store.work_ids();
  EXPECT_EQ(works.size(), 2U) << "the trial, and the book as a ghost";
  EXPECT_EQ(store.counts().ghosts, 1U);
}

TEST_F(IngestTest, TheOrderOfIngestionDoesNotShow) {
  run({article}, "text-first");
  EXPECT_EQ(open("text-first").counts().ghosts, 2U);
  run({records}, "text-first");
  run({records}, "records-first");
  run({article}, "records-first");
  run({article, records}, "at-once");
  const std::string expected = contents(open("at-once"));
  EXPECT_EQ(contents(open("text-first")), expected);
  EXPECT_EQ(contents(open("records-first")), expected);
}

TEST_F(IngestTest, UnchangedFilesAreSkippedAndChangedOnesReplaced) {
  run({article, records});
  const std::string before = contents(open());
  EXPECT_EQ(run({article, records}).files_unchanged, 2U);
  EXPECT_EQ(contents(open()), before);

  std::ofstream(article, std::ios::app) << "\n";
  const auto summary = run({article, records});
  EXPECT_EQ(summary.files_unchanged, 1U);
  EXPECT_EQ(summary.files_read, 1U);
  EXPECT_EQ(open().articles().size(), 1U);
}

TEST_F(IngestTest, PruneTakesOutWhatIsGoneAndMakesItAGhostAgain) {
  run({folder.path() / "in"});
  std::filesystem::remove(records);
  run({folder.path() / "in"});
  EXPECT_EQ(open().counts().works, 1U) << "without --prune nothing goes";
  EXPECT_EQ(run({folder.path() / "in"}, "store", true).files_pruned, 1U);
  EXPECT_EQ(open().counts().works, 0U);
  EXPECT_EQ(open().counts().ghosts, 2U);
}

TEST_F(IngestTest, BadFilesAreReportedAndTheRestIsRead) {
  folder.write("in/empty.txt", "");
  folder.write("in/binary.txt", std::string("\0\1\2\0\0\7binary", 12));
  const auto summary = run({folder.path() / "in"});
  EXPECT_EQ(summary.files_seen, summary.files_read + summary.files_skipped + summary.files_unchanged);
  EXPECT_EQ(summary.files_read, 2U);
  EXPECT_TRUE(observer.codes.contains("empty-file"));
  EXPECT_TRUE(observer.codes.contains("binary-content"));
}

TEST_F(IngestTest, AnArticleWithoutAClaimIsToldOf) {
  folder.write("short/ferns.txt", "Ferns\n\nWhat is a fern?\n");
  run({article, folder.path() / "short"});
  EXPECT_FALSE(observer.codes.contains("no-claims"));
  run({folder.write("listed/ferns.txt", std::string("Ferns\n\nWhat is a fern?\n\n") +
                                            std::string(text).substr(std::string(text).find("References")))});
  EXPECT_TRUE(observer.codes.contains("no-claims"));
  observer.codes.clear();
  std::string questions = "Ferns\n\n";
  while (questions.size() < 2000) questions += "What is a fern? Which of them? ";
  run({folder.write("long/ferns.txt", questions)});
  EXPECT_TRUE(observer.codes.contains("no-claims"));
}

TEST_F(IngestTest, APathThatIsNotThereIsAnError) {
  EXPECT_THROW(run({folder.path() / "none"}), FileError);
}

}  // namespace
}  // namespace evident::ingest
