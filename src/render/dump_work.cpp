// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/dump_work.hpp"

#include <algorithm>

#include "model/edge.hpp"
#include "render/csl.hpp"
#include "render/people.hpp"
#include "render/study.hpp"

namespace evident::render {

namespace {

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

Json dump_record_edge(const query::RecordEdge& edge) {
  Json json = {{"edge", edge.name}, {"id", edge.id},        {"from", edge.from},
               {"to", edge.to},     {"rule", "record"},     {"score", 1.0},
               {"stance", nullptr}, {"status", "resolved"}, {"source", json_source(edge.path, edge.source)}};
  if (!edge.printed.empty()) json["printed"] = edge.printed;
  return json;
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
