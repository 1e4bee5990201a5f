// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/link.hpp"

#include <map>
#include <set>

#include "extract/extract.hpp"
#include "extract/same_claim/same_claim.hpp"

namespace evident::ingest {

namespace {

model::Edge refers_to(const model::Article& article, const model::Reference& reference,
                      const std::string& work) {
  model::Edge edge;
  edge.kind = model::EdgeKind::refers_to;
  edge.from = reference_id(article, reference);
  edge.to = work;
  edge.quote = reference.text;
  edge.path = article.path;
  edge.source = reference.source;
  edge.id = edge_id(edge);
  return edge;
}

/// Remembers the works that a linking run has looked at, so that their findings are at hand.
class RememberingSource final : public resolve::WorkSource {
 public:
  explicit RememberingSource(resolve::WorkSource& source) : m_source(source) {}
  std::vector<model::WorkRecord> works_with(const std::vector<std::string>& keys, size_t limit) override {
    auto works = m_source.works_with(keys, limit);
    for (const auto& work : works) m_studies.emplace(work_id(work), Study{work.title, work.study.findings});
    return works;
  }
  /// What a stance is taken from.
  struct Study {
    std::string title;
    std::vector<model::Finding> findings;
  };
  const Study* study(const std::string& work) const {
    const auto found = m_studies.find(work);
    return found == m_studies.end() ? nullptr : &found->second;
  }

 private:
  resolve::WorkSource& m_source;
  std::map<std::string, Study> m_studies;
};

/// The link from a claim to the finding of a study that answers it best.
std::optional<model::Edge> rests_on(const model::Article& article, const model::Sentence& sentence,
                                    const std::string& work, const RememberingSource::Study& study) {
  auto [finding, answer] = extract::best_finding(extract::bare_text(sentence), study.findings, study.title);
  if (finding == nullptr) return std::nullopt;
  model::Edge edge;
  edge.finding = finding->number;
  edge.stance = extract::to_string(answer.stance);
  edge.score = answer.score;
  edge.cues = std::move(answer.cues);
  edge.quote = finding->text;
  edge.kind = model::EdgeKind::rests_on;
  edge.from = claim_id(article, sentence);
  edge.to = work;
  edge.rule = "finding";
  edge.path = article.path;
  edge.source = sentence.source;
  edge.id = edge_id(edge);
  return edge;
}

}  // namespace

Links link_article(const model::Article& article, resolve::WorkSource& source) {
  Links links;
  RememberingSource works(source);

  std::vector<resolve::Resolution> resolutions;
  resolutions.reserve(article.references.size());
  for (const auto& reference : article.references) {
    const auto& resolution = resolutions.emplace_back(resolve::resolve(reference, works));
    if (resolution.status == resolve::Status::unresolved) {
      // The "Ibid." of one article is not that of another.
      if (extract::names_no_work(reference)) continue;
      const auto& ghost = links.ghosts.emplace_back(ghost_of(article, reference));
      auto& edge = links.edges.emplace_back(refers_to(article, reference, work_id(ghost)));
      edge.rule = "ghost";
      continue;
    }
    const bool ambiguous = resolution.status == resolve::Status::ambiguous;
    for (const auto& candidate : resolution.candidates) {
      auto& edge = links.edges.emplace_back(refers_to(article, reference, candidate.work));
      edge.rule = resolution.rule.empty() ? "fields" : resolution.rule;
      edge.score = candidate.score;
      edge.fields = candidate.fields;
      edge.ambiguous = ambiguous;
      if (!ambiguous) break;
    }
  }

  std::map<int, std::set<std::string>> works_of;  // by sentence number
  for (const auto& sentence : article.sentences) {
    for (const auto& citation : sentence.citations) {
      for (int index : citation.references) {
        const auto& resolution = resolutions.at(static_cast<size_t>(index));
        if (resolution.status == resolve::Status::resolved)
          works_of[sentence.number].insert(resolution.candidates.front().work);
      }
    }
  }
  // The store may hold the article's own record: what it says of itself is no mention.
  const model::Identifiers& own = article.ids;
  const std::set<std::string> own_works = {"pmid:" + own.pmid, "doi:" + own.doi, "pmcid:" + own.pmcid};
  for (const auto& mention : resolve::mentions(article, resolutions, works)) {
    if (own_works.contains(mention.candidate.work)) continue;
    model::Edge edge;
    edge.kind = model::EdgeKind::mentions;
    edge.from = article.key + "#" + std::to_string(mention.sentence);
    edge.to = mention.candidate.work;
    edge.rule = mention.rule;
    edge.score = mention.candidate.score;
    edge.fields = mention.candidate.fields;
    edge.quote = mention.quote;
    edge.path = article.path;
    edge.source = mention.source;
    edge.id = edge_id(edge);
    links.edges.push_back(std::move(edge));
    works_of[mention.sentence].insert(mention.candidate.work);
  }
  for (const auto& sentence : article.sentences) {
    if (!sentence.claim) continue;
    for (const auto& work : works_of[sentence.number]) {
      const auto* study = works.study(work);
      if (study == nullptr) continue;
      if (auto edge = rests_on(article, sentence, work, *study)) links.edges.push_back(std::move(*edge));
    }
  }
  return links;
}

}  // namespace evident::ingest
