// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/version.hpp"
#include "render/json.hpp"

namespace evident::render {

namespace {

const char* name_of(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "warning";
}

Json json_edge(const model::Edge& edge) {
  Json json;
  json["id"] = edge.id;
  json["kind"] = model::to_string(edge.kind);
  json["from"] = edge.from;
  json["to"] = edge.to;
  json["rule"] = edge.rule;
  json["score"] = edge.score;
  json["fields"] = edge.fields;
  json["status"] = edge.ambiguous ? "ambiguous" : "resolved";
  if (!edge.marker.empty()) json["marker"] = edge.marker;
  json["quote"] = edge.quote;
  if (!edge.stance.empty()) json["stance"] = edge.stance;
  if (!edge.cues.empty()) json["cues"] = edge.cues;
  json["source"] = json_source(edge.path, edge.source);
  return json;
}

/// A work; where several records of it met, which of them gave each field.
Json json_merged(const std::string& id, const index::MergedWork& merged) {
  Json json = json_work(id, merged.work);
  if (merged.records.size() > 1) json.update(json_provenance(merged));
  return json;
}

Json json_claim_node(const index::ClaimNode& claim) {
  return {{"id", claim.id},
          {"text", claim.sentence.text},
          {"article", claim.article},
          {"source", json_source(claim.path, claim.sentence.source)}};
}

Json json_works(const query::Passport& passport) {
  Json json = Json::array();
  for (const auto& [id, work] : passport.works) json.push_back(json_merged(id, work));
  return json;
}

}  // namespace

Json json_why(const query::Passport& passport) {
  Json json;
  json["edge"] = json_edge(passport.edge);
  if (!passport.relation.empty()) json["edge"]["kind"] = passport.relation;
  const auto& context = passport.context;
  json["context"] = {
      {"path", context.path},          {"sha256", context.sha256},
      {"start", context.source.start}, {"end", context.source.end},
      {"before", context.before},      {"marked", context.marked},
      {"after", context.after},        {"problem", context.problem.empty() ? Json() : Json(context.problem)}};
  if (context.source.page != 0) json["context"]["page"] = context.source.page;
  if (passport.claim) json["claim"] = json_claim_node(*passport.claim);
  if (passport.carried_from) {
    json["carried_from"] = json_claim_node(*passport.carried_from);
    json["carried_from"]["edge"] = passport.carried_edge;
  }
  if (passport.same) json["same_as"] = json_claim_node(*passport.same);
  if (passport.reference) {
    const auto& node = *passport.reference;
    json["reference"] = {{"id", node.id},
                         {"number", node.reference.label},
                         {"text", node.reference.text},
                         {"source", json_source(node.path, node.reference.source)}};
  }
  if (passport.by) json["by"] = json_merged(passport.edge.from, *passport.by);
  if (passport.work) json["work"] = json_merged(passport.edge.to, *passport.work);
  if (!passport.others.empty()) {
    json["other_candidates"] = Json::array();
    for (const auto& edge : passport.others) json["other_candidates"].push_back(json_edge(edge));
    json["works"] = json_works(passport);
  }
  if (passport.finding) {
    const std::string path = passport.work ? passport.work->work.findings_path() : "";
    json["finding"] = {{"text", passport.finding->text},
                       {"source", json_source(path, passport.finding->source)}};
  }
  if (!passport.next.empty()) {
    json["next"] = Json::array();
    for (const auto& edge : passport.next) json["next"].push_back(json_edge(edge));
    json["works"] = json_works(passport);
  }
  json["program"] = {{"name", "evident"}, {"version", query::program_version}};
  return json;
}

Json json_article_audit(const query::ArticleAudit& audit) {
  const auto& ledger = audit.ledger;
  Json json;
  json["id"] = audit.article.key;
  json["path"] = audit.article.path;
  json["title"] = audit.article.title;
  json["ledger"] = {{"references",
                     {{"seen", ledger.references.seen},
                      {"parsed", ledger.references.parsed},
                      {"identified", ledger.references.identified},
                      {"resolved", ledger.references.resolved},
                      {"ambiguous", ledger.references.ambiguous},
                      {"unresolved", ledger.references.unresolved}}},
                    {"citations",
                     {{"seen", ledger.citations.seen},
                      {"attached", ledger.citations.attached},
                      {"dangling", ledger.citations.dangling}}},
                    {"claims",
                     {{"seen", ledger.claims.seen},
                      {"with_evidence", ledger.claims.with_evidence},
                      {"without_evidence", ledger.claims.without_evidence},
                      {"said_elsewhere", ledger.claims.said_elsewhere}}}};
  json["problems"] = Json::array();
  for (const auto& problem : audit.problems) {
    Json entry;
    entry["code"] = problem.code;
    entry["severity"] = name_of(problem.severity);
    entry["message"] = problem.message;
    if (!problem.node.empty()) entry["node"] = problem.node;
    if (!problem.work.empty()) entry["work"] = problem.work;
    entry["source"] = json_source(problem.path, problem.source);
    for (const auto& [edge, work, title, score] : problem.candidates)
      entry["candidates"].push_back({{"edge", edge}, {"work", work}, {"title", title}, {"score", score}});
    for (const auto& [field, printed, recorded] : problem.differences)
      entry["differences"].push_back({{"field", field}, {"printed", printed}, {"recorded", recorded}});
    json["problems"].push_back(std::move(entry));
  }
  return json;
}

Json json_audit(const query::Audit& audit) {
  Json json;
  json["articles"] = Json::array();
  for (const auto& article : audit.articles) json["articles"].push_back(json_article_audit(article));
  return json;
}

}  // namespace evident::render
