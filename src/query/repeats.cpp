// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/repeats.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace evident::query {

namespace {

/// A claim among those that say the same.
struct Voice {
  std::string article;
  std::string own_work;  // the article's own record, where the store has one
  std::set<std::string> cited;
};

std::string own_work_of(const index::Store& store, const std::string& article_key) {
  const auto article = store.article(article_key);
  if (!article || article->ids.empty()) return {};
  const std::string id = store.id_of_target(article->ids);
  return store.work(id) ? id : std::string();
}

Voice voice_of(const index::Store& store, const EvidenceReader& reader, const index::ClaimNode& claim) {
  return {claim.article, own_work_of(store, claim.article), reader.works_of(claim.id)};
}

/// Follows what voices cite to works that are none of theirs, or that cite nothing for it.
class Tracing {
 public:
  explicit Tracing(const std::vector<Voice>& voices) {
    for (const auto& voice : voices) {
      if (!voice.own_work.empty()) m_cited_by[voice.own_work].insert(voice.cited.begin(), voice.cited.end());
    }
  }
  std::set<std::string> ends_of(const Voice& voice) const {
    std::set<std::string> ends, seen{voice.own_work};
    for (const auto& work : voice.cited) follow(work, seen, ends);
    return ends;
  }

 private:
  void follow(const std::string& work, std::set<std::string>& seen, std::set<std::string>& ends) const {
    if (!seen.insert(work).second) return;
    const auto next = m_cited_by.find(work);
    if (next == m_cited_by.end() || next->second.empty()) {
      ends.insert(work);
      return;
    }
    for (const auto& cited : next->second) follow(cited, seen, ends);
  }
  std::map<std::string, std::set<std::string>> m_cited_by;  // by an article's own record
};

int rank_of(const std::string& kind) {
  return kind == "verbatim" ? 0 : kind == "near-duplicate" ? 1 : 2;
}

void order(std::vector<Repeat>& claims) {
  std::sort(claims.begin(), claims.end(), [](const Repeat& left, const Repeat& right) {
    if (left.kind != right.kind) return rank_of(left.kind) < rank_of(right.kind);
    return left.score != right.score ? left.score > right.score : left.claim.id < right.claim.id;
  });
}

}  // namespace

Repeats repeats_of(const index::Store& store, EvidenceReader& reader, const index::ClaimNode& claim) {
  Repeats repeats;
  for (const bool outward : {true, false}) {
    for (const auto& edge : outward ? store.edges_from(claim.id) : store.edges_to(claim.id)) {
      if (edge.kind != model::EdgeKind::same_claim) continue;
      auto other = store.claim(outward ? edge.to : edge.from);
      if (other) repeats.claims.push_back({edge.id, edge.rule, edge.score, std::move(*other), {}});
    }
  }
  if (repeats.claims.empty()) return repeats;
  order(repeats.claims);

  std::vector<Voice> voices{voice_of(store, reader, claim)};
  for (const auto& repeat : repeats.claims) voices.push_back(voice_of(store, reader, repeat.claim));
  const Tracing tracing(voices);
  std::map<std::string, std::set<std::string>> works_of_article, articles_of_work;
  std::vector<std::set<std::string>> ends;
  for (const auto& voice : voices) {
    ends.push_back(tracing.ends_of(voice));
    works_of_article[voice.article].insert(ends.back().begin(), ends.back().end());
    for (const auto& work : ends.back()) articles_of_work[work].insert(voice.article);
  }
  for (size_t i = 0; i < voices.size(); ++i) {
    const auto own = articles_of_work.find(voices[i].own_work);
    if (!ends[i].empty() || own == articles_of_work.end()) continue;
    ends[i].insert(own->first);
    works_of_article[voices[i].article].insert(own->first);
    own->second.insert(voices[i].article);
  }
  for (size_t i = 0; i < repeats.claims.size(); ++i)
    repeats.claims[i].works.assign(ends[i + 1].begin(), ends[i + 1].end());
  repeats.articles = works_of_article.size();
  for (const auto& [article, works] : works_of_article) repeats.without += works.empty() ? 1 : 0;
  for (const auto& [work, articles] : articles_of_work)
    repeats.studies.push_back({work, reader.work(work), articles.size()});
  std::stable_sort(repeats.studies.begin(), repeats.studies.end(),
                   [](const auto& left, const auto& right) { return left.articles > right.articles; });
  return repeats;
}

}  // namespace evident::query
