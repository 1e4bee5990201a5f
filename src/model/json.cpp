// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/json.hpp"

#include <nlohmann/json.hpp>

namespace evident {

void to_json(nlohmann::json& json, const Span& span) {
  json = nlohmann::json::array({span.start, span.end});
}
void from_json(const nlohmann::json& json, Span& span) {
  span.start = json.at(0).get<uint64_t>();
  span.end = json.at(1).get<uint64_t>();
}

void to_json(nlohmann::json& json, const Place& place) {
  to_json(json, static_cast<const Span&>(place));
  if (place.page != 0) json.push_back(place.page);
}
void from_json(const nlohmann::json& json, Place& place) {
  from_json(json, static_cast<Span&>(place));
  place.page = json.size() > 2 ? json.at(2).get<uint32_t>() : 0;
}

}  // namespace evident

namespace evident::model {

namespace {

using nlohmann::json;

/// Writes a member unless it has its default value, so that stored records stay small.
template <typename T>
void put(json& out, const char* name, const T& value) {
  if (!(value == T{})) out[name] = value;
}

template <typename T>
void get(const json& in, const char* name, T& value) {
  if (auto found = in.find(name); found != in.end()) found->get_to(value);
}

}  // namespace

void to_json(json& out, const Identifiers& ids) {
  out = json::object();
  put(out, "pmid", ids.pmid);
  put(out, "doi", ids.doi);
  put(out, "pmcid", ids.pmcid);
  put(out, "key", ids.key);
  put(out, "also", ids.also);
}
void from_json(const json& in, Identifiers& ids) {
  get(in, "pmid", ids.pmid);
  get(in, "doi", ids.doi);
  get(in, "pmcid", ids.pmcid);
  get(in, "key", ids.key);
  get(in, "also", ids.also);
}

void to_json(json& out, const Person& person) {
  out = json::object();
  put(out, "family", person.family);
  put(out, "given", person.given);
  put(out, "initials", person.initials);
  put(out, "suffix", person.suffix);
  put(out, "collective", person.collective);
}
void from_json(const json& in, Person& person) {
  get(in, "family", person.family);
  get(in, "given", person.given);
  get(in, "initials", person.initials);
  get(in, "suffix", person.suffix);
  get(in, "collective", person.collective);
}

void to_json(json& out, const Date& date) {
  out = json::object();
  put(out, "year", date.year);
  put(out, "month", date.month);
  put(out, "day", date.day);
  put(out, "printed", date.printed);
}
void from_json(const json& in, Date& date) {
  get(in, "year", date.year);
  get(in, "month", date.month);
  get(in, "day", date.day);
  get(in, "printed", date.printed);
}

void to_json(json& out, const AbstractSection& section) {
  out = json::object();
  put(out, "label", section.label);
  put(out, "category", section.category);
  put(out, "text", section.text);
}
void from_json(const json& in, AbstractSection& section) {
  get(in, "label", section.label);
  get(in, "category", section.category);
  get(in, "text", section.text);
}

void to_json(json& out, const Quantity& quantity) {
  out = json::object();
  out["kind"] = static_cast<int>(quantity.kind);
  put(out, "value", quantity.value);
  put(out, "of", quantity.of);
  put(out, "unit", quantity.unit);
  put(out, "printed", quantity.printed);
  put(out, "span", quantity.span);
}
void from_json(const json& in, Quantity& quantity) {
  quantity.kind = static_cast<QuantityKind>(in.at("kind").get<int>());
  get(in, "value", quantity.value);
  get(in, "of", quantity.of);
  get(in, "unit", quantity.unit);
  get(in, "printed", quantity.printed);
  get(in, "span", quantity.span);
}

void to_json(json& out, const Finding& finding) {
  out = json::object();
  put(out, "number", finding.number);
  put(out, "text", finding.text);
  put(out, "source", finding.source);
}
void from_json(const json& in, Finding& finding) {
  get(in, "number", finding.number);
  get(in, "text", finding.text);
  get(in, "source", finding.source);
}

void to_json(json& out, const Arm& arm) {
  out = json::object();
  put(out, "label", arm.label);
  put(out, "size", arm.size);
}
void from_json(const json& in, Arm& arm) {
  get(in, "label", arm.label);
  get(in, "size", arm.size);
}

void to_json(json& out, const StudyFacts& study) {
  out = json::object();
  put(out, "design", to_string(study.design));
  put(out, "sample_size", study.sample_size);
  put(out, "arms", study.arms);
  put(out, "quantities", study.quantities);
  put(out, "countries", study.countries);
  put(out, "cities", study.cities);
  put(out, "institutions", study.institutions);
  put(out, "registrations", study.registrations);
  put(out, "findings", study.findings);
}
void from_json(const json& in, StudyFacts& study) {
  if (auto design = in.find("design"); design != in.end())
    study.design = study_design(design->get<std::string>());
  get(in, "sample_size", study.sample_size);
  get(in, "arms", study.arms);
  get(in, "quantities", study.quantities);
  get(in, "countries", study.countries);
  get(in, "cities", study.cities);
  get(in, "institutions", study.institutions);
  get(in, "registrations", study.registrations);
  get(in, "findings", study.findings);
}

void to_json(json& out, const WorkLink& link) {
  out = json::object();
  out["relation"] = to_string(link.relation);
  put(out, "target", link.target);
  put(out, "printed", link.printed);
}
void from_json(const json& in, WorkLink& link) {
  link.relation = work_relation(in.at("relation").get<std::string>());
  get(in, "target", link.target);
  get(in, "printed", link.printed);
}

void to_json(json& out, const WorkRecord& work) {
  out = json::object();
  put(out, "ids", work.ids);
  out["type"] = to_string(work.type);
  put(out, "title", work.title);
  put(out, "vernacular_title", work.vernacular_title);
  put(out, "authors", work.authors);
  put(out, "editors", work.editors);
  put(out, "issued", work.issued);
  put(out, "electronic", work.electronic);
  put(out, "entered", work.entered);
  put(out, "container", work.container);
  put(out, "container_abbrev", work.container_abbrev);
  put(out, "issn", work.issn);
  put(out, "publisher", work.publisher);
  put(out, "volume", work.volume);
  put(out, "issue", work.issue);
  put(out, "pages", work.pages);
  put(out, "language", work.language);
  put(out, "url", work.url);
  put(out, "abstract", work.abstract);
  put(out, "mesh", work.mesh);
  put(out, "keywords", work.keywords);
  put(out, "notes", work.notes);
  put(out, "tags", work.tags);
  put(out, "publication_types", work.publication_types);
  put(out, "affiliations", work.affiliations);
  put(out, "registrations", work.registrations);
  put(out, "links", work.links);
  put(out, "study", work.study);
  put(out, "retracted", work.retracted);
  put(out, "ghost", work.ghost);
  put(out, "notice", work.notice);
  put(out, "path", work.path);
  put(out, "format", work.format);
  put(out, "source", work.source);
  if (work.version != 1) out["version"] = work.version;
  put(out, "revised", work.revised);
}
void from_json(const json& in, WorkRecord& work) {
  get(in, "ids", work.ids);
  if (auto type = in.find("type"); type != in.end()) work.type = work_type(type->get<std::string>());
  get(in, "title", work.title);
  get(in, "vernacular_title", work.vernacular_title);
  get(in, "authors", work.authors);
  get(in, "editors", work.editors);
  get(in, "issued", work.issued);
  get(in, "electronic", work.electronic);
  get(in, "entered", work.entered);
  get(in, "container", work.container);
  get(in, "container_abbrev", work.container_abbrev);
  get(in, "issn", work.issn);
  get(in, "publisher", work.publisher);
  get(in, "volume", work.volume);
  get(in, "issue", work.issue);
  get(in, "pages", work.pages);
  get(in, "language", work.language);
  get(in, "url", work.url);
  get(in, "abstract", work.abstract);
  get(in, "mesh", work.mesh);
  get(in, "keywords", work.keywords);
  get(in, "notes", work.notes);
  get(in, "tags", work.tags);
  get(in, "publication_types", work.publication_types);
  get(in, "affiliations", work.affiliations);
  get(in, "registrations", work.registrations);
  get(in, "links", work.links);
  get(in, "study", work.study);
  get(in, "retracted", work.retracted);
  get(in, "ghost", work.ghost);
  get(in, "notice", work.notice);
  get(in, "path", work.path);
  get(in, "format", work.format);
  get(in, "source", work.source);
  get(in, "version", work.version);
  get(in, "revised", work.revised);
}

void to_json(json& out, const ReferenceFields& fields) {
  out = json::object();
  put(out, "authors", fields.authors);
  put(out, "et_al", fields.et_al);
  put(out, "year", fields.year);
  put(out, "title", fields.title);
  put(out, "container", fields.container);
  put(out, "volume", fields.volume);
  put(out, "issue", fields.issue);
  put(out, "pages", fields.pages);
  put(out, "publisher", fields.publisher);
  put(out, "date", fields.date);
  put(out, "accessed", fields.accessed);
  put(out, "url", fields.url);
  out["type"] = to_string(fields.type);
  put(out, "confidence", fields.confidence);
}
void from_json(const json& in, ReferenceFields& fields) {
  get(in, "authors", fields.authors);
  get(in, "et_al", fields.et_al);
  get(in, "year", fields.year);
  get(in, "title", fields.title);
  get(in, "container", fields.container);
  get(in, "volume", fields.volume);
  get(in, "issue", fields.issue);
  get(in, "pages", fields.pages);
  get(in, "publisher", fields.publisher);
  get(in, "date", fields.date);
  get(in, "accessed", fields.accessed);
  get(in, "url", fields.url);
  fields.type = work_type(in.at("type").get<std::string>());
  get(in, "confidence", fields.confidence);
}

void to_json(json& out, const Reference& reference) {
  out = json::object();
  out["index"] = reference.index;
  put(out, "label", reference.label);
  put(out, "text", reference.text);
  put(out, "source", reference.source);
  out["fields"] = reference.fields;
  put(out, "ids", reference.ids);
  put(out, "parsed", reference.parsed);
  put(out, "back_links", reference.back_links);
  put(out, "unparsed", reference.unparsed);
}
void from_json(const json& in, Reference& reference) {
  get(in, "index", reference.index);
  get(in, "label", reference.label);
  get(in, "text", reference.text);
  get(in, "source", reference.source);
  get(in, "fields", reference.fields);
  get(in, "ids", reference.ids);
  get(in, "parsed", reference.parsed);
  get(in, "back_links", reference.back_links);
  get(in, "unparsed", reference.unparsed);
}

void to_json(json& out, const Citation& citation) {
  out = json::object();
  put(out, "marker", citation.marker);
  put(out, "source", citation.source);
  put(out, "references", citation.references);
  put(out, "dangling", citation.dangling);
  put(out, "rule", citation.rule);
}
void from_json(const json& in, Citation& citation) {
  get(in, "marker", citation.marker);
  get(in, "source", citation.source);
  get(in, "references", citation.references);
  get(in, "dangling", citation.dangling);
  get(in, "rule", citation.rule);
}

void to_json(json& out, const Sentence& sentence) {
  out = json::object();
  out["number"] = sentence.number;
  put(out, "paragraph", sentence.paragraph);
  put(out, "section", sentence.section);
  put(out, "text", sentence.text);
  put(out, "source", sentence.source);
  put(out, "claim", sentence.claim);
  if (!sentence.citations.empty()) out["citations"] = sentence.citations;
}
void from_json(const json& in, Sentence& sentence) {
  get(in, "number", sentence.number);
  get(in, "paragraph", sentence.paragraph);
  get(in, "section", sentence.section);
  get(in, "text", sentence.text);
  get(in, "source", sentence.source);
  get(in, "claim", sentence.claim);
  get(in, "citations", sentence.citations);
}

void to_json(json& out, const Edge& edge) {
  out = json::object();
  out["id"] = edge.id;
  out["edge"] = static_cast<int>(edge.kind);
  out["from"] = edge.from;
  out["to"] = edge.to;
  put(out, "rule", edge.rule);
  put(out, "score", edge.score);
  put(out, "fields", edge.fields);
  put(out, "ambiguous", edge.ambiguous);
  put(out, "marker", edge.marker);
  put(out, "quote", edge.quote);
  put(out, "stance", edge.stance);
  put(out, "cues", edge.cues);
  put(out, "finding", edge.finding);
  put(out, "path", edge.path);
  put(out, "source", edge.source);
}
void from_json(const json& in, Edge& edge) {
  in.at("id").get_to(edge.id);
  edge.kind = static_cast<EdgeKind>(in.at("edge").get<int>());
  in.at("from").get_to(edge.from);
  in.at("to").get_to(edge.to);
  get(in, "rule", edge.rule);
  get(in, "score", edge.score);
  get(in, "fields", edge.fields);
  get(in, "ambiguous", edge.ambiguous);
  get(in, "marker", edge.marker);
  get(in, "quote", edge.quote);
  get(in, "stance", edge.stance);
  get(in, "cues", edge.cues);
  get(in, "finding", edge.finding);
  get(in, "path", edge.path);
  get(in, "source", edge.source);
}

}  // namespace evident::model
