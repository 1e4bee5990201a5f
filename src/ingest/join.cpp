// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/join.hpp"

#include "extract/same_claim/same_claim.hpp"

namespace evident::ingest {

namespace {

/// A line of the passport; left out where there is nothing to tell.
void add_cue(model::Edge& edge, const char* what, const std::vector<std::string>& words) {
  if (words.empty()) return;
  std::string cue = what;
  for (const auto& word : words) cue += " " + word;
  edge.cues.push_back(std::move(cue));
}

}  // namespace

std::optional<model::Edge> same_claim_edge(const index::ClaimNode& one, const index::ClaimNode& other) {
  const auto& [from, to] = one.id < other.id ? std::tie(one, other) : std::tie(other, one);
  const auto same = extract::same_claim(extract::bare_text(from.sentence), extract::bare_text(to.sentence));
  if (!same) return std::nullopt;
  model::Edge edge;
  edge.kind = model::EdgeKind::same_claim;
  edge.from = from.id;
  edge.to = to.id;
  edge.rule = extract::to_string(same->kind);
  edge.score = same->score;
  edge.fields = {{"words", same->words}, {"order", same->order}};
  add_cue(edge, "both:", same->shared);
  add_cue(edge, "figures of both:", same->figures);
  add_cue(edge, "from alone:", same->only_first);
  add_cue(edge, "to alone:", same->only_second);
  edge.quote = from.sentence.text;
  edge.path = from.path;
  edge.source = from.sentence.source;
  edge.id = edge_id(edge);
  return edge;
}

void join_claims(index::Writer& writer, Summary& summary, DiagnosticSink& sink) {
  const auto counts = writer.join(same_claim_edge);
  summary.same_claims = counts.edges;
  if (counts.common_keys == 0) return;
  sink.report(
      {Severity::note,
       "common-words",
       "",
       0,
       {},
       std::to_string(counts.common_keys) +
           " runs of three words stand in too many claims to tell them by: no claims were joined for them"});
}

}  // namespace evident::ingest
