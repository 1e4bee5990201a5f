// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/dump_work.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "model/edge.hpp"
#include "render/csl.hpp"
#include "render/people.hpp"
#include "render/study.hpp"

namespace evident::render {

namespace {

using model::WorkRelation;

struct Relation {
  WorkRelation relation;
  const char* edge;
  bool reversed;  ///< the edge points to the work that says so
};

constexpr std::array<Relation, 14> relations{{
    {WorkRelation::cites, "cites", false},
    {WorkRelation::retracts, "retracts", false},
    {WorkRelation::retracted_by, "retracts", true},
    {WorkRelation::corrects, "corrects", false},
    {WorkRelation::corrected_by, "corrects", true},
    {WorkRelation::comments_on, "comments_on", false},
    {WorkRelation::commented_by, "comments_on", true},
    {WorkRelation::concern_about, "concern_about", false},
    {WorkRelation::concern_raised_by, "concern_about", true},
    {WorkRelation::republishes, "republishes", false},
    {WorkRelation::republished_by, "republishes", true},
    {WorkRelation::version_of, "version_of", false},
    {WorkRelation::part_of, "part_of", false},
    {WorkRelation::related, "related", false},
}};

const Relation& relation_of(const model::WorkLink& link) {
  return *std::find_if(relations.begin(), relations.end(),
                       [&](const Relation& relation) { return relation.relation == link.relation; });
}

/// True where the records of `other` hold the edge too, as theirs.
bool says_so_itself(const index::Store& store, const std::string& other, const std::string& id,
                    const Relation& relation) {
  const auto record = store.work(other);
  return record && std::any_of(record->links.begin(), record->links.end(), [&](const auto& link) {
           const Relation& its = relation_of(link);
           return !its.reversed && !link.target.empty() && its.edge == std::string_view(relation.edge) &&
                  store.id_of_target(link.target) == id;
         });
}

/// The record, or entry of a list, that says so: the first that has the link.
const model::WorkRecord& who_says(const model::WorkLink& link, const index::MergedWork& merged) {
  for (const auto* records : {&merged.records, &merged.notices}) {
    for (const auto& record : *records) {
      if (std::find(record.links.begin(), record.links.end(), link) != record.links.end()) return record;
    }
  }
  return merged.work;
}

Json json_date(const model::Date& date) {
  Json json = {{"year", date.year}};
  if (date.month != 0) json["month"] = date.month;
  if (date.day != 0) json["day"] = date.day;
  if (!date.printed.empty()) json["printed"] = date.printed;
  return json;
}

}  // namespace

Json dump_work(const std::string& id, const index::MergedWork& merged) {
  const model::WorkRecord& work = merged.work;
  Json json = {{"node", "work"}, {"id", id}};
  json.update(csl_item(id, work));
  // As the record has it: a dump is for programs.
  if (const std::string title = container(work); !title.empty()) json["container-title"] = title;
  json["ids"] = json_ids(work.ids);
  json["design"] = model::to_string(work.study.design);
  json["sample_size"] = work.study.sample_size == 0 ? Json() : Json(work.study.sample_size);
  json["ghost"] = work.ghost;
  json["retracted"] = work.retracted;
  json["concern"] = model::under_concern(work);
  json["findings"] = Json::array();
  for (const auto& finding : work.study.findings)
    json["findings"].push_back(
        {{"text", finding.text}, {"source", json_source(work.findings_path(), finding.source)}});
  json["study"] = json_study(work.study);
  const auto put = [&](const char* name, const std::vector<std::string>& values) {
    if (!values.empty()) json[name] = values;
  };
  put("mesh", work.mesh);
  put("keywords", work.keywords);
  put("notes", work.notes);
  put("tags", work.tags);
  put("publication_types", work.publication_types);
  put("affiliations", work.affiliations);
  put("registrations", work.registrations);
  if (!work.vernacular_title.empty()) json["vernacular_title"] = work.vernacular_title;
  if (!work.issued.printed.empty()) json["issued_as_printed"] = work.issued.printed;
  if (work.electronic.year != 0) json["electronic"] = json_date(work.electronic);
  if (work.entered.year != 0) json["entered"] = json_date(work.entered);
  const bool structured = std::any_of(work.abstract.begin(), work.abstract.end(), [](const auto& section) {
    return !section.label.empty() || !section.category.empty();
  });
  if (structured) {
    json["abstract_sections"] = Json::array();
    for (const auto& section : work.abstract)
      json["abstract_sections"].push_back(
          {{"label", section.label}, {"category", section.category}, {"text", section.text}});
  }
  json["source"] = json_source(work.path, work.source);
  for (const auto& notice : merged.notices)
    json["notices"].push_back(
        {{"format", notice.format}, {"source", json_source(notice.path, notice.source)}});
  if (!work.ghost) json.update(json_provenance(merged));
  return json;
}

std::vector<Json> dump_record_edges(const index::Store& store, const std::string& id,
                                    const index::MergedWork& merged) {
  std::vector<Json> edges;
  std::set<std::pair<std::string, std::string>> told;
  for (const auto& link : merged.work.links) {
    // What a reference list only prints is no node; a notice is one, whether it has a number or not.
    if (link.target.empty() && link.relation == WorkRelation::cites) continue;
    const Relation& relation = relation_of(link);
    const std::string other =
        link.target.empty() ? model::target_id(link, id) : store.id_of_target(link.target);
    if (other == id ||
        !told.insert({relation.edge + std::string(relation.reversed ? "<" : ">"), other}).second)
      continue;
    if (relation.reversed && says_so_itself(store, other, id, relation)) continue;
    model::Edge edge;
    edge.from = relation.reversed ? other : id;
    edge.to = relation.reversed ? id : other;
    const model::WorkRecord& record = who_says(link, merged);
    edge.source = record.source;
    Json json = {{"edge", relation.edge},
                 {"id", model::record_edge_id(relation.edge, edge)},
                 {"from", edge.from},
                 {"to", edge.to},
                 {"rule", "record"},
                 {"score", 1.0},
                 {"stance", nullptr},
                 {"status", "resolved"},
                 {"source", json_source(record.path, record.source)}};
    if (link.relation != WorkRelation::cites && !link.printed.empty()) json["printed"] = link.printed;
    edges.push_back(std::move(json));
  }
  std::sort(edges.begin(), edges.end(), [](const Json& left, const Json& right) {
    return std::tie(left.at("edge").get_ref<const std::string&>(),
                    left.at("from").get_ref<const std::string&>(),
                    left.at("to").get_ref<const std::string&>()) <
           std::tie(right.at("edge").get_ref<const std::string&>(),
                    right.at("from").get_ref<const std::string&>(),
                    right.at("to").get_ref<const std::string&>());
  });
  return edges;
}

Json dump_former(const index::FormerRecord& former) {
  return {{"node", "former"},
          {"id", model::work_id(former.record)},
          {"title", former.record.title},
          {"state", former.deleted ? "deleted" : "replaced"},
          {"by", former.by},
          {"version", former.record.version},
          {"source", json_source(former.record.path, former.record.source)}};
}

Json dump_deletion(const model::Deletion& deletion) {
  return {{"node", "deletion"},
          {"id", "pmid:" + deletion.pmid},
          {"version", deletion.version},
          {"source", json_source(deletion.path, deletion.source)}};
}

}  // namespace evident::render
