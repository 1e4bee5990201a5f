// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/office/citation_data.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "read/csl_json/work.hpp"
#include "read/endnote_xml/record.hpp"
#include "read/xml/dom.hpp"
#include "text/normal.hpp"

namespace evident::read::office {
namespace {

using nlohmann::json;

constexpr size_t telling_title = 15;  // bytes; shorter ones may stand in other entries too

std::vector<model::WorkRecord> csl_works(std::string_view code) {
  std::vector<model::WorkRecord> works;
  const size_t start = code.find('{');
  const size_t end = code.rfind('}');
  if (start == std::string_view::npos || end == std::string_view::npos || end < start) return works;
  const json data = json::parse(code.substr(start, end + 1 - start), nullptr, false);
  if (!data.is_object()) return works;
  const auto items = data.find("citationItems");
  if (items == data.end() || !items->is_array()) return works;
  for (const json& item : *items) {
    if (!item.is_object()) continue;
    const auto work = item.find("itemData");
    if (work == item.end() || !work->is_object()) continue;
    if (auto record = csl_json::work_of(*work)) works.push_back(std::move(*record));
  }
  return works;
}

std::vector<model::WorkRecord> endnote_works(std::string_view code) {
  std::vector<model::WorkRecord> works;
  const size_t start = code.find("<EndNote>");
  if (start == std::string_view::npos) return works;
  xml::Parser parser;
  const xml::Node root = parser.parse(code.substr(start), "");
  if (!root) return works;
  for (const xml::Node cite : root) {
    if (cite.name() != "Cite") continue;
    model::WorkRecord work;
    if (const xml::Node record = cite.child("record")) work = endnote_xml::work_of(record);
    if (work.authors.empty() && cite.child("Author")) {
      model::Person person;
      person.family = cite.child("Author").text();
      work.authors.push_back(std::move(person));
    }
    if (work.issued.year == 0 && cite.child("Year"))
      work.issued.year = std::atoi(cite.child("Year").text().c_str());
    works.push_back(std::move(work));
  }
  return works;
}

/// The only entry that holds both words; nullopt where none or several do.
std::optional<size_t> only_with(const std::string& first, const std::string& second,
                                const std::vector<std::string>& entries) {
  std::optional<size_t> found;
  if (first.empty()) return found;
  for (size_t at = 0; at < entries.size(); ++at) {
    if (entries[at].find(first) == std::string::npos || entries[at].find(second) == std::string::npos)
      continue;
    if (found) return std::nullopt;
    found = at;
  }
  return found;
}

}  // namespace

bool is_citation_code(std::string_view code) {
  return code.find("CSL_CITATION") != std::string_view::npos ||
         code.find("ADDIN EN.CITE") != std::string_view::npos;
}

bool is_bibliography_code(std::string_view code) {
  return code.find("ZOTERO_BIBL") != std::string_view::npos ||
         code.find("CSL_BIBLIOGRAPHY") != std::string_view::npos ||
         code.find("ADDIN EN.REFLIST") != std::string_view::npos;
}

std::vector<model::WorkRecord> cited_works(std::string_view code) {
  return code.find("CSL_CITATION") != std::string_view::npos ? csl_works(code) : endnote_works(code);
}

std::optional<size_t> entry_of(const model::WorkRecord& work, const std::vector<std::string>& entries) {
  for (const std::string& telling : {work.ids.doi, work.title}) {
    const std::string folded = text::fold(telling);
    if (folded.size() < telling_title) continue;
    if (auto found = only_with(folded, "", entries)) return found;
  }
  if (work.authors.empty() || work.issued.year == 0) return std::nullopt;
  const std::string family = text::fold(work.authors.front().family);
  const std::string year = std::to_string(work.issued.year);
  const std::string title = text::fold(work.title);
  if (!title.empty()) {
    if (auto found = only_with(family, title, entries)) return found;
  }
  return only_with(family, year, entries);
}

model::MarkedReference marked_reference(const model::WorkRecord& work, std::string label) {
  model::MarkedReference marked;
  marked.label = std::move(label);
  marked.ids = work.ids;
  marked.fields.authors = work.authors;
  marked.fields.year = work.issued.year;
  marked.fields.title = work.title;
  marked.fields.container = work.container.empty() ? work.container_abbrev : work.container;
  marked.fields.volume = work.volume;
  marked.fields.issue = work.issue;
  marked.fields.pages = work.pages;
  marked.fields.editors = work.editors;
  marked.fields.publisher = work.publisher;
  marked.fields.place = work.place;
  marked.fields.url = work.url;
  marked.fields.type = work.type;
  return marked;
}

}  // namespace evident::read::office
