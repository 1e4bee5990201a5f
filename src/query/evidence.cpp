// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/evidence.hpp"

#include <algorithm>
#include <set>

#include "extract/extract.hpp"
#include "extract/same_claim/same_claim.hpp"

namespace evident::query {

Answer best_answer(std::string_view text, const model::WorkRecord& work) {
  auto [finding, answer] = extract::best_finding(text, work.study.findings, work.title);
  if (finding == nullptr) return {};
  return {*finding, std::string(extract::to_string(answer.stance)), answer.score, std::move(answer.cues)};
}

const model::WorkRecord& EvidenceReader::work(const std::string& id) {
  auto found = m_works.find(id);
  if (found == m_works.end())
    found = m_works.emplace(id, m_store.work(id).value_or(model::WorkRecord{})).first;
  return found->second;
}

void EvidenceReader::add_citation(const model::Edge& cites, std::vector<Evidence>& all) {
  const auto reference = m_store.reference(cites.to);
  for (const auto& link : m_store.edges_from(cites.to)) {
    if (link.kind != model::EdgeKind::refers_to) continue;
    Evidence evidence;
    evidence.edge = cites.id;
    evidence.via = "citation";
    evidence.marker = cites.marker;
    evidence.rule = cites.rule;
    evidence.reference = cites.to;
    if (reference) evidence.reference_text = reference->reference.text;
    evidence.refers_to = link.id;
    evidence.refers_to_rule = link.rule;
    evidence.work_id = link.to;
    evidence.work = work(link.to);
    evidence.status = link.ambiguous ? "ambiguous" : link.rule == "ghost" ? "unresolved" : "resolved";
    // A ghost is what the reference itself says: there was nothing to match it with.
    evidence.score = link.rule == "ghost" ? cites.score : cites.score * link.score;
    all.push_back(std::move(evidence));
  }
}

void EvidenceReader::add_mention(const model::Edge& mention, std::vector<Evidence>& all) {
  Evidence evidence;
  evidence.edge = mention.id;
  evidence.via = "mention";
  evidence.marker = mention.quote;
  evidence.rule = mention.rule;
  evidence.score = mention.score;
  evidence.status = mention.ambiguous ? "ambiguous" : "resolved";
  evidence.work_id = mention.to;
  evidence.work = work(mention.to);
  all.push_back(std::move(evidence));
}

Answer EvidenceReader::stored_answer(const index::ClaimNode& claim, const Evidence& evidence,
                                     const std::map<std::string, model::Edge>& rests_on) const {
  const auto edge = rests_on.find(evidence.work_id);
  if (edge == rests_on.end()) return best_answer(extract::bare_text(claim.sentence), evidence.work);
  Answer answer;
  answer.stance = edge->second.stance;
  answer.score = edge->second.score;
  answer.cues = edge->second.cues;
  for (const auto& finding : evidence.work.study.findings) {
    if (finding.number == edge->second.finding) answer.finding = finding;
  }
  return answer;
}

std::vector<Evidence> EvidenceReader::of_claim(const index::ClaimNode& claim, std::string_view text) {
  std::vector<Evidence> all;
  std::map<std::string, model::Edge> rests_on;
  auto edges = m_store.edges_from(claim.id);
  // In the order of the text, so that the reader finds the markers again.
  std::stable_sort(edges.begin(), edges.end(), [](const model::Edge& left, const model::Edge& right) {
    return left.source.start < right.source.start;
  });
  for (const auto& edge : edges) {
    if (edge.kind == model::EdgeKind::cites) add_citation(edge, all);
    if (edge.kind == model::EdgeKind::rests_on) rests_on.emplace(edge.to, edge);
  }
  for (const auto& edge : edges) {
    if (edge.kind == model::EdgeKind::mentions) add_mention(edge, all);
  }

  std::set<std::pair<std::string, std::string>> seen;
  std::erase_if(all, [&](const Evidence& item) { return !seen.emplace(item.work_id, item.via).second; });
  for (auto& item : all) {
    item.to_claim = stored_answer(claim, item, rests_on);
    item.answer = text.empty() ? item.to_claim : best_answer(text, item.work);
  }
  return all;
}

std::set<std::string> EvidenceReader::works_of(const std::string& claim) const {
  std::set<std::string> works;
  for (const auto& edge : m_store.edges_from(claim)) {
    if (edge.kind == model::EdgeKind::mentions && !edge.ambiguous) works.insert(edge.to);
    if (edge.kind != model::EdgeKind::cites) continue;
    for (const auto& link : m_store.edges_from(edge.to)) {
      if (link.kind == model::EdgeKind::refers_to && !link.ambiguous) works.insert(link.to);
    }
  }
  return works;
}

index::FirstIds EvidenceReader::claims_on(const std::string& work, size_t most) const {
  std::vector<std::string> mentioning, references;
  for (const auto& edge : m_store.edges_to(work)) {
    if (edge.kind == model::EdgeKind::mentions) mentioning.push_back(edge.from);
    if (edge.kind == model::EdgeKind::refers_to) references.push_back(edge.from);
  }
  return m_store.claims_citing(references, std::move(mentioning), most);
}

}  // namespace evident::query
