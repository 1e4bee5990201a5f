// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/json.hpp"

#include "render/people.hpp"

namespace evident::render {

Json json_ids(const model::Identifiers& ids) {
  Json json = Json::object();
  if (!ids.pmid.empty()) json["pmid"] = ids.pmid;
  if (!ids.doi.empty()) json["doi"] = ids.doi;
  if (!ids.pmcid.empty()) json["pmcid"] = ids.pmcid;
  if (!ids.key.empty()) json["key"] = ids.key;
  if (!ids.also.empty()) json["also"] = ids.also;
  return json;
}

Json json_source(const std::string& path, const Place& source) {
  Json json = {{"path", path}, {"start", source.start}, {"end", source.end}};
  if (source.page != 0) json["page"] = source.page;
  return json;
}

Json json_work(const std::string& id, const model::WorkRecord& work) {
  Json authors = Json::array();
  for (const auto& person : work.authors) authors.push_back(short_name(person));
  Json json;
  json["id"] = id;
  json["type"] = model::to_string(work.type);
  json["title"] = work.title;
  json["authors"] = std::move(authors);
  json["year"] = work.issued.year == 0 ? Json() : Json(work.issued.year);
  json["container"] = container(work);
  json["ids"] = json_ids(work.ids);
  json["design"] = model::to_string(work.study.design);
  json["sample_size"] = work.study.sample_size == 0 ? Json() : Json(work.study.sample_size);
  json["ghost"] = work.ghost;
  json["retracted"] = work.retracted;
  json["concern"] = model::under_concern(work);
  return json;
}

Json json_provenance(const index::MergedWork& merged) {
  Json json = {{"records", Json::array()}, {"provenance", Json::object()}};
  for (const auto& record : merged.records) {
    Json item = {{"format", record.format}, {"source", json_source(record.path, record.source)}};
    if (record.version != 1) item["version"] = record.version;
    if (!record.revised.empty()) item["revised"] = record.revised;
    json["records"].push_back(std::move(item));
  }
  for (const auto& [field, records] : merged.fields) json["provenance"][field] = records;
  return json;
}

namespace {

/// What a study says, with where it says it.
void add_answer(Json& json, const query::Answer& answer, const model::WorkRecord& work) {
  json["finding"] = nullptr;
  if (answer.finding) {
    json["finding"] = {{"text", answer.finding->text},
                       {"source", json_source(work.findings_path(), answer.finding->source)}};
  }
  json["stance"] = answer.stance.empty() ? "unknown" : answer.stance;
  json["cues"] = answer.cues;
}

}  // namespace

Json json_evidence(const query::Evidence& evidence) {
  Json json;
  json["edge"] = evidence.edge;
  json["via"] = evidence.via;
  json["marker"] = evidence.marker;
  json["rule"] = evidence.rule;
  json["score"] = evidence.score;
  json["status"] = evidence.status;
  json["reference"] = evidence.reference.empty() ? Json() : Json(evidence.reference);
  json["reference_text"] = evidence.reference_text;
  json["refers_to"] = evidence.refers_to.empty() ? Json() : Json(evidence.refers_to);
  json["refers_to_rule"] = evidence.refers_to_rule;
  json["work"] = json_work(evidence.work_id, evidence.work);
  add_answer(json, evidence.answer, evidence.work);
  return json;
}

namespace {

/// The search engine marks hits with control characters; HTML's <b> is what other programs expect.
std::string with_tags(const std::string& snippet) {
  std::string out;
  for (const char byte : snippet) {
    if (byte == '\x02') {
      out += "<b>";
    } else if (byte == '\x03') {
      out += "</b>";
    } else {
      out += byte;
    }
  }
  return out;
}

}  // namespace

Json json_hit(const index::Hit& hit) {
  Json json;
  json["kind"] = hit.kind;
  json["id"] = hit.id;
  json["score"] = hit.score;
  json["title"] = hit.title;
  json["text"] = hit.text;
  json["snippet"] = with_tags(hit.snippet);
  json["year"] = hit.year == 0 ? Json() : Json(hit.year);
  json["ids"] = json_ids(hit.ids);
  json["source"] = json_source(hit.path, hit.source);
  if (hit.kind == "work") {
    json["retracted"] = hit.retracted;
    json["concern"] = hit.concern;
  }
  return json;
}

Json json_search(const std::string& query, const index::SearchResult& result) {
  Json json;
  json["query"] = query;
  json["total"] = result.total;
  if (result.estimated) json["total_estimated"] = true;
  json["relaxed"] = result.relaxed;
  if (!result.suggestion.empty()) json["suggestion"] = result.suggestion;
  json["hits"] = Json::array();
  for (const auto& hit : result.hits) json["hits"].push_back(json_hit(hit));
  if (result.facets.empty()) return json;
  Json facets = Json::object();
  for (const auto& [field, values] : result.facets) {
    facets[field] = Json::array();
    for (const auto& [value, count] : values) facets[field].push_back({{"value", value}, {"count", count}});
  }
  json["facets"] = std::move(facets);
  return json;
}

namespace {

Json json_repeats(const query::Repeats& repeats) {
  Json json;
  json["articles"] = repeats.articles;
  json["without_evidence"] = repeats.without;
  json["studies"] = Json::array();
  for (const auto& study : repeats.studies)
    json["studies"].push_back({{"articles", study.articles}, {"work", json_work(study.id, study.work)}});
  json["claims"] = Json::array();
  for (const auto& repeat : repeats.claims) {
    json["claims"].push_back(
        {{"edge", repeat.edge},
         {"kind", repeat.kind},
         {"score", repeat.score},
         {"id", repeat.claim.id},
         {"text", repeat.claim.sentence.text},
         {"article", {{"id", repeat.claim.article}, {"title", repeat.claim.article_title}}},
         {"section", repeat.claim.sentence.section},
         {"works", repeat.works},
         {"source", json_source(repeat.claim.path, repeat.claim.sentence.source)}});
  }
  return json;
}

}  // namespace

Json json_claim(const query::TracedClaim& traced) {
  const auto& claim = traced.claim;
  Json json;
  json["id"] = claim.id;
  json["text"] = claim.sentence.text;
  json["score"] = traced.score;
  json["article"] = {{"id", claim.article}, {"title", claim.article_title}};
  json["section"] = claim.sentence.section;
  json["source"] = json_source(claim.path, claim.sentence.source);
  json["evidence"] = Json::array();
  for (const auto& evidence : traced.evidence) json["evidence"].push_back(json_evidence(evidence));
  if (!traced.repeats.claims.empty()) json["same_claim"] = json_repeats(traced.repeats);
  return json;
}

Json json_trace(const query::Trace& trace) {
  Json json;
  json["query"] = trace.query;
  json["stance_to"] = trace.of_words ? "query" : "claim";
  if (trace.work) json["work"] = json_work(trace.work_id, *trace.work);
  json["total"] = trace.total;
  json["claims"] = Json::array();
  for (const auto& traced : trace.claims) json["claims"].push_back(json_claim(traced));
  if (trace.works.empty()) return json;
  json["works"] = Json::array();
  for (const auto& [likeness, work, answer] : trace.works) {
    Json item = {{"score", likeness.score}, {"work", json_work(likeness.id, work)}};
    add_answer(item, answer, work);
    json["works"].push_back(std::move(item));
  }
  return json;
}

std::string to_text(const Json& json, bool indented) {
  return json.dump(indented ? 2 : -1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace evident::render
