// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <type_traits>

#include "base/diagnostic.hpp"
#include "model/article.hpp"
#include "model/deletion.hpp"
#include "model/edge.hpp"
#include "model/work.hpp"

/// The fields that the store keeps of each value, and their names: one list for writing (json_writer.hpp) and
/// reading (json_reader.hpp). A field that has its default value is left out. An archive is called as
/// archive(name, field), archive.word(name, enumeration, to word, from word), or archive.number(name,
/// enumeration), which is always written.
namespace evident::model {

/// Value, const or not.
template <typename T, typename Value>
concept Like = std::same_as<std::remove_const_t<T>, Value>;

template <typename Archive, Like<Identifiers> T>
void fields(Archive& archive, T& ids) {
  archive("pmid", ids.pmid);
  archive("doi", ids.doi);
  archive("pmcid", ids.pmcid);
  archive("key", ids.key);
  archive("also", ids.also);
}

template <typename Archive, Like<Person> T>
void fields(Archive& archive, T& person) {
  archive("family", person.family);
  archive("given", person.given);
  archive("initials", person.initials);
  archive("suffix", person.suffix);
  archive("collective", person.collective);
}

template <typename Archive, Like<Date> T>
void fields(Archive& archive, T& date) {
  archive("year", date.year);
  archive("month", date.month);
  archive("day", date.day);
  archive("printed", date.printed);
}

template <typename Archive, Like<AbstractSection> T>
void fields(Archive& archive, T& section) {
  archive("label", section.label);
  archive("category", section.category);
  archive("text", section.text);
}

template <typename Archive, Like<Quantity> T>
void fields(Archive& archive, T& quantity) {
  archive.number("kind", quantity.kind);
  archive("value", quantity.value);
  archive("of", quantity.of);
  archive("unit", quantity.unit);
  archive("printed", quantity.printed);
  archive("span", quantity.span);
}

template <typename Archive, Like<Finding> T>
void fields(Archive& archive, T& finding) {
  archive("number", finding.number);
  archive("text", finding.text);
  archive("source", finding.source);
}

template <typename Archive, Like<Arm> T>
void fields(Archive& archive, T& arm) {
  archive("label", arm.label);
  archive("size", arm.size);
}

template <typename Archive, Like<StudyFacts> T>
void fields(Archive& archive, T& study) {
  archive.word(
      "design", study.design, [](StudyDesign design) { return to_string(design); },
      [](const std::string& word) { return study_design(word); });
  archive("sample_size", study.sample_size);
  archive("arms", study.arms);
  archive("quantities", study.quantities);
  archive("countries", study.countries);
  archive("cities", study.cities);
  archive("institutions", study.institutions);
  archive("registrations", study.registrations);
  archive("findings", study.findings);
}

template <typename Archive, Like<WorkLink> T>
void fields(Archive& archive, T& link) {
  archive.word(
      "relation", link.relation, [](WorkRelation relation) { return to_string(relation); },
      [](const std::string& word) { return work_relation(word); });
  archive("target", link.target);
  archive("printed", link.printed);
}

template <typename Archive, typename T>
void type_field(Archive& archive, T& type) {
  archive.word(
      "type", type, [](WorkType value) { return to_string(value); },
      [](const std::string& word) { return work_type(word); });
}

template <typename Archive, Like<WorkRecord> T>
void fields(Archive& archive, T& work) {
  archive("ids", work.ids);
  type_field(archive, work.type);
  archive("title", work.title);
  archive("vernacular_title", work.vernacular_title);
  archive("authors", work.authors);
  archive("more_authors", work.more_authors);
  archive("editors", work.editors);
  archive("issued", work.issued);
  archive("electronic", work.electronic);
  archive("entered", work.entered);
  archive("container", work.container);
  archive("container_abbrev", work.container_abbrev);
  archive("issn", work.issn);
  archive("publisher", work.publisher);
  archive("place", work.place);
  archive("volume", work.volume);
  archive("issue", work.issue);
  archive("pages", work.pages);
  archive("page_count", work.page_count);
  archive("language", work.language);
  archive("url", work.url);
  archive("accessed", work.accessed);
  archive("abstract", work.abstract);
  archive("mesh", work.mesh);
  archive("keywords", work.keywords);
  archive("notes", work.notes);
  archive("tags", work.tags);
  archive("publication_types", work.publication_types);
  archive("affiliations", work.affiliations);
  archive("registrations", work.registrations);
  archive("links", work.links);
  archive("study", work.study);
  archive("retracted", work.retracted);
  archive("ghost", work.ghost);
  archive("notice", work.notice);
  archive("path", work.path);
  archive("format", work.format);
  archive("source", work.source);
  archive.number("version", work.version);
  archive("revised", work.revised);
}

template <typename Archive, Like<Deletion> T>
void fields(Archive& archive, T& deletion) {
  archive("pmid", deletion.pmid);
  archive.number("version", deletion.version);
  archive("path", deletion.path);
  archive("source", deletion.source);
  archive("line", deletion.line);
}

template <typename Archive, Like<ReferenceFields> T>
void fields(Archive& archive, T& printed) {
  archive("authors", printed.authors);
  archive("et_al", printed.et_al);
  archive("editors", printed.editors);
  archive("year", printed.year);
  archive("title", printed.title);
  archive("container", printed.container);
  archive("volume", printed.volume);
  archive("issue", printed.issue);
  archive("pages", printed.pages);
  archive("page_count", printed.page_count);
  archive("publisher", printed.publisher);
  archive("place", printed.place);
  archive("date", printed.date);
  archive("accessed", printed.accessed);
  archive("url", printed.url);
  type_field(archive, printed.type);
  archive("confidence", printed.confidence);
}

template <typename Archive, Like<Reference> T>
void fields(Archive& archive, T& reference) {
  archive("index", reference.index);
  archive("label", reference.label);
  archive("text", reference.text);
  archive("source", reference.source);
  archive("fields", reference.fields);
  archive("ids", reference.ids);
  archive("parsed", reference.parsed);
  archive("back_links", reference.back_links);
  archive("unparsed", reference.unparsed);
}

template <typename Archive, Like<Citation> T>
void fields(Archive& archive, T& citation) {
  archive("marker", citation.marker);
  archive("source", citation.source);
  archive("references", citation.references);
  archive("dangling", citation.dangling);
  archive("rule", citation.rule);
}

template <typename Archive, Like<Sentence> T>
void fields(Archive& archive, T& sentence) {
  archive("number", sentence.number);
  archive("paragraph", sentence.paragraph);
  archive("section", sentence.section);
  archive("text", sentence.text);
  archive("source", sentence.source);
  archive("claim", sentence.claim);
  archive("citations", sentence.citations);
}

template <typename Archive, Like<Edge> T>
void fields(Archive& archive, T& edge) {
  archive("id", edge.id);
  archive.number("edge", edge.kind);
  archive("from", edge.from);
  archive("to", edge.to);
  archive("rule", edge.rule);
  archive("score", edge.score);
  archive("fields", edge.fields);
  archive("ambiguous", edge.ambiguous);
  archive("marker", edge.marker);
  archive("quote", edge.quote);
  archive("stance", edge.stance);
  archive("cues", edge.cues);
  archive("finding", edge.finding);
  archive("path", edge.path);
  archive("source", edge.source);
}

template <typename Archive, Like<Diagnostic> T>
void fields(Archive& archive, T& diagnostic) {
  archive.number("severity", diagnostic.severity);
  archive("code", diagnostic.code);
  archive("path", diagnostic.path);
  archive("line", diagnostic.line);
  archive("source", diagnostic.source);
  archive("message", diagnostic.message);
}

}  // namespace evident::model
