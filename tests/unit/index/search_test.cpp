// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/search.hpp"

#include <algorithm>

#include <set>

#include <gtest/gtest.h>

#include "base/error.hpp"
#include "index/compact.hpp"
#include "support/temporary_folder.hpp"

namespace evident::index {
namespace {

model::WorkRecord work(const std::string& pmid, const std::string& title, const std::string& abstract,
                       int year) {
  model::WorkRecord work;
  work.ids.pmid = pmid;
  work.title = title;
  work.abstract = {{"", "", abstract}};
  work.authors = {{"Moss", "Ada", "A", "", false}};
  work.issued.year = year;
  work.container = "Journal of Ferns";
  work.path = "/records.xml";
  return work;
}

struct SearchTest : testing::Test {
  void SetUp() override {
    Writer writer(path);
    model::Article article;
    article.key = "Ferns-0123abcd";
    article.title = "Ferns at home";
    article.path = "/Ferns.txt";
    model::Sentence sentence;
    sentence.number = 1;
    sentence.text = "Regular watering keeps ferns alive.[1]";
    sentence.claim = true;
    sentence.citations = {{"[1]", {0, 3}, {0}, {}, "numeric-bracket"}};
    article.sentences = {sentence};
    sentence.number = 2;
    sentence.text = "Ferns dislike the sun & dust.";
    sentence.citations.clear();
    article.sentences.push_back(sentence);
    model::Reference reference;
    reference.label = "1";
    article.references = {reference};
    writer.put(index::Preparer().article(article, {}, {{}}));
    writer.put_file({"/Ferns.txt", "aa", "plain-text", 1, 0, {}});
    auto cited = work("100", "Watering of ferns", "Ferns were watered daily in a cohort.", 2001);
    cited.ids.doi = "10.1016/s0140-6736(07)61814-5";
    cited.study.design = model::StudyDesign::cohort;
    writer.put(index::Preparer().work(cited, {}));
    cited.version = 2;  // a second record of the same work
    writer.put(index::Preparer().work(cited, {}));
    auto citing = work("200", "Mosses and light", "Mosses grow in shade.", 2008);
    citing.links = {{model::WorkRelation::cites, cited.ids, ""}};
    writer.put(index::Preparer().work(citing, {}));
    writer.put_file({"/records.xml", "bb", "pubmed-xml", 0, 3, {}});
    writer.commit();
  }

  std::vector<std::string> ids(const std::string& query) {
    SearchRequest request;
    request.query = query;
    return ids(request);
  }
  std::vector<std::string> ids(const SearchRequest& request) {
    std::vector<std::string> found;
    for (const auto& hit : search(Store(path), request).hits) found.push_back(hit.id);
    std::sort(found.begin(), found.end());
    return found;
  }

  test::TemporaryFolder folder;
  std::filesystem::path path = folder.path() / "store";
  using Ids = std::vector<std::string>;
};

TEST_F(SearchTest, FindsOtherSpellingsOfAWord) {
  {
    Writer writer(path);
    writer.put(index::Preparer().work(work("300", "Randomised shade", "Tumours of ferns.", 2010), {}));
    writer.put(index::Preparer().work(work("400", "Randomized shade", "Tumors of ferns.", 2011), {}));
    writer.commit();
  }
  const std::vector<std::string> both{"pmid:300", "pmid:400"};
  EXPECT_EQ(ids("randomised"), both);
  EXPECT_EQ(ids("randomized"), both);
  EXPECT_EQ(ids("title:randomized AND tumour"), both);
  EXPECT_EQ(ids("shade NOT randomized"), std::vector<std::string>{"pmid:200"});
  EXPECT_EQ(ids("\"randomized shade\""), std::vector<std::string>{"pmid:400"});  // as it was typed
}

TEST_F(SearchTest, AnArticleShowsItsClaimThatHasTheWords) {
  SearchRequest request;
  request.query = "ferns dust";
  request.kind = "article";
  const auto found = search(Store(path), request);
  ASSERT_EQ(found.hits.size(), 1u);
  EXPECT_EQ(found.hits[0].text, "Ferns dislike the sun & dust.");
  EXPECT_NE(found.hits[0].snippet.find("\x02"
                                       "dust\x03"),
            std::string::npos);
}

TEST_F(SearchTest, OfManyMatchesEveryOrderTellsTheSameTotal) {
  {
    Writer writer(path);
    for (int i = 0; i < 6000; ++i) {
      const std::string words = i % 3 == 0 ? "Lichens grow. " : "Grow, lichens. ";
      writer.put(index::Preparer().work(
          work(std::to_string(1000 + i), "Walls", words + std::string(static_cast<size_t>(2 * (i % 50)), 'x'),
               1990 + i % 20),
          {}));
    }
    writer.put_file({"/many.xml", "cc", "pubmed-xml", 0, 6000, {}});
    writer.commit();
  }
  SearchRequest request;
  request.query = "\"lichens grow\"";
  const auto best = search(Store(path), request);
  EXPECT_TRUE(best.estimated);
  EXPECT_NEAR(static_cast<double>(best.total), 2000, 200);
  request.sort = SortOrder::year;
  EXPECT_EQ(search(Store(path), request).total, best.total);
  request.sort = SortOrder::cited;
  EXPECT_EQ(search(Store(path), request).total, best.total);
}

TEST_F(SearchTest, TheTotalIsACountWhereAllWereLookedAt) {
  {
    Writer writer(path);
    for (int i = 0; i < 1100; ++i)
      writer.put(
          index::Preparer().work(work(std::to_string(1000 + i), "Lichens", "Lichens grow.", 2001), {}));
    writer.put_file({"/many.xml", "cc", "pubmed-xml", 0, 1100, {}});
    writer.commit();
  }
  SearchRequest request;
  request.query = "lichens";
  EXPECT_TRUE(search(Store(path), request).estimated);
  request.limit = 2000;
  const auto all = search(Store(path), request);
  EXPECT_FALSE(all.estimated);
  EXPECT_EQ(all.total, 1100U);
  EXPECT_EQ(all.hits.size(), 1100U);
}

TEST_F(SearchTest, FindsWordsPhrasesAndFields) {
  EXPECT_EQ(ids("title:watering"), Ids{"pmid:100"});
  EXPECT_EQ(ids("\"regular watering\""), Ids{"Ferns-0123abcd#1"});
  EXPECT_EQ(ids("author:moss year:2001"), Ids{"pmid:100"});
  EXPECT_EQ(ids("author:moss NOT ferns journal:ferns"), Ids{"pmid:200"});
  EXPECT_EQ(ids("mos* kind:WORK title:mosses"), Ids{"pmid:200"});
  EXPECT_EQ(ids("kind:claim (mosses OR sun) NOT kind:work"), Ids{"Ferns-0123abcd#2"});
}

TEST_F(SearchTest, FindsByFieldAlone) {
  EXPECT_EQ(ids("year:2004..2010"), Ids{"pmid:200"});
  EXPECT_EQ(ids("YEAR:..2004"), Ids{"pmid:100"});
  EXPECT_EQ(ids("pmid:200"), Ids{"pmid:200"});
  EXPECT_EQ(ids("(doi:10.1016/S0140-6736(07)61814-5)"), Ids{"pmid:100"});
  EXPECT_EQ(ids("design:Cohort"), Ids{"pmid:100"});
  EXPECT_EQ(ids("design:\"Cohort Studies\""), Ids{"pmid:100"});
  EXPECT_EQ(ids("design:\"case reports\""), Ids());
  EXPECT_EQ(ids("article:ferns kind:claim"), (Ids{"Ferns-0123abcd#1", "Ferns-0123abcd#2"}));
  EXPECT_EQ(ids("article:Ferns-0123abcd kind:claim cited:no"), Ids{"Ferns-0123abcd#2"});
  EXPECT_EQ(ids("cited:yes"), (Ids{"Ferns-0123abcd#1", "pmid:100"}));
}

TEST_F(SearchTest, CitedFindsTheWorksThatSomethingLeadsTo) {
  EXPECT_EQ(ids("cited:yes kind:work"), Ids{"pmid:100"});
  EXPECT_EQ(ids("cited:no kind:work"), Ids{"pmid:200"});
  EXPECT_EQ(ids("cited:yes ferns"), (Ids{"Ferns-0123abcd#1", "pmid:100"}));
}

TEST_F(SearchTest, AccentsAreNoMatter) {
  {
    Writer writer(path);
    auto accented =
        work("300", "Caf\u00E9s of M\u00FCnchen", "TNF-\u03B1 in na\u00EFve \u0141\u00F3d\u017A.", 2010);
    accented.authors = {{"M\u00FCller", "", "K", "", false}};
    writer.put(index::Preparer().work(accented, {}));
    writer.commit();
  }
  for (const char* query : {"author:muller", "author:M\u00FCller", "cafes", "author: muller",
                            "\"cafes of munchen\"", "naive lodz", "caf\u00E9*", "alpha", "\u03B1"})
    EXPECT_EQ(ids(query), Ids{"pmid:300"}) << query;
}

TEST_F(SearchTest, RelaxesToAnyWordOnlyWhereNothingHasAll) {
  SearchRequest request;
  request.query = "the mosses zebra";
  const auto result = search(Store(path), request);
  EXPECT_TRUE(result.relaxed);
  std::set<std::string> found;
  for (const auto& hit : result.hits) found.insert(hit.id);
  EXPECT_EQ(found, (std::set<std::string>{"pmid:100", "pmid:200"}))
      << "an author's name, Moss, has the same stem";
  request.query = "mosses AND zebra";
  EXPECT_TRUE(search(Store(path), request).hits.empty());
}

TEST_F(SearchTest, TakesRunningTextAsItIs) {
  SearchRequest request;
  request.any_word = true;
  request.query = "Do mosses (see NOT year:abc) AND";
  EXPECT_EQ(ids(request), (Ids{"pmid:100", "pmid:200"})) << "operators and prefixes are words here";
}

TEST_F(SearchTest, MarksHitsInPlainText) {
  SearchRequest request;
  request.query = "sun dust";
  const auto result = search(Store(path), request);
  ASSERT_EQ(result.hits.size(), 2u);  // the claim, and its article
  for (const auto& hit : result.hits) {
    if (hit.kind == "claim") {
      EXPECT_EQ(hit.snippet,
                "Ferns dislike the \x02sun\x03 & \x02"
                "dust\x03.");
    }
  }
}

TEST_F(SearchTest, SortsAndCounts) {
  SearchRequest request;
  request.query = "author:moss";
  request.sort = SortOrder::year;
  EXPECT_EQ(search(Store(path), request).hits.at(0).id, "pmid:200");
  request.sort = SortOrder::cited;
  request.facets = {"year", "kind"};
  const auto result = search(Store(path), request);
  EXPECT_EQ(result.hits.size(), 2u);
  EXPECT_EQ(result.hits.at(0).id, "pmid:100");
  ASSERT_EQ(result.facets.at("year").size(), 2u);
  EXPECT_EQ(result.facets.at("year")[0].first, "2001");
}

TEST_F(SearchTest, SaysWhatIsWrongWithAQuery) {
  for (const char* query :
       {"", "\"open", "AND ferns", "year:20x1", "year:2010..2004", "ferns author:", "(title: )",
        "author:\"\"", "design:unheard", "kind:link", "pmid:x", "cited:maybe", "autor:moss"})
    EXPECT_THROW(ids(query), UsageError) << query;
  SearchRequest request;
  request.query = "ferns";
  request.kind = "link";
  EXPECT_THROW(ids(request), UsageError);
  request.kind = "";
  request.facets = {"colour"};
  EXPECT_THROW(ids(request), UsageError);
}

TEST_F(SearchTest, FindsTheSameAfterCompacting) {
  const Ids before = ids("ferns");
  const auto result = compact(path);
  EXPECT_GT(result.bytes_before, 0u);
  EXPECT_GT(result.bytes_after, 0u);
  EXPECT_EQ(ids("ferns"), before);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
  EXPECT_THROW(compact(folder.path() / "absent"), StoreError);
}

TEST_F(SearchTest, SuggestsTheWordThatMayHaveBeenMeant) {
  const auto suggestion = [&](const std::string& query) {
    SearchRequest request;
    request.query = query;
    return search(Store(path), request).suggestion;
  };
  EXPECT_EQ(suggestion("watring ferns"), "watering ferns");
  EXPECT_EQ(suggestion("dislyke"), "dislike");
  EXPECT_EQ(suggestion("aWtering"), "watering");  // first letters swapped
  EXPECT_EQ(suggestion("title:wattering AND frens"), "title:watering AND ferns");
  EXPECT_EQ(suggestion("zyzzyva"), "");
  EXPECT_EQ(suggestion("pmid:999"), "");
  EXPECT_EQ(suggestion("watering ferns"), "");
}

}  // namespace
}  // namespace evident::index
