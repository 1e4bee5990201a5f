// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/csl_json/work.hpp"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "read/record/identifiers.hpp"
#include "read/record/labels.hpp"
#include "read/record/people.hpp"
#include "read/record/values.hpp"
#include "read/record/work_types.hpp"
#include "text/normal.hpp"

namespace evident::read::csl_json {

namespace {

using nlohmann::json;

/// A string, a number, or the first of several as text without mark-up.
std::string text_of(const json& value) {
  if (value.is_string()) return record::without_markup(value.get_ref<const std::string&>());
  if (value.is_number_integer()) return std::to_string(value.get<int64_t>());
  if (value.is_array() && !value.empty() && !value.front().is_array()) return text_of(value.front());
  return "";
}

std::string first(const json& item, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    const auto found = item.find(key);
    if (found == item.end()) continue;
    if (std::string text = text_of(*found); !text.empty()) return text;
  }
  return "";
}

std::vector<model::Person> people(const json& item, const char* role) {
  std::vector<model::Person> all;
  const auto list = item.find(role);
  if (list == item.end()) return all;
  if (list->is_string()) return record::people_of(list->get_ref<const std::string&>());
  if (!list->is_array()) return all;
  for (const json& name : *list) {
    if (name.is_string()) {
      all.push_back(record::person_in_any_order(name.get_ref<const std::string&>()));
      continue;
    }
    if (!name.is_object()) continue;
    std::string family = first(name, {"family"});
    const std::string literal = first(name, {"literal", "name"});
    if (family.empty() && !literal.empty()) {
      all.push_back(literal.find(',') != std::string::npos ? record::person(literal)
                                                           : record::collective(literal));
      continue;
    }
    const std::string particle = first(name, {"non-dropping-particle"});
    const std::string dropping = first(name, {"dropping-particle"});
    for (const auto& part : {particle, dropping}) {
      if (!part.empty()) family = part + (part.back() == '\'' ? "" : " ") + family;
    }
    std::string given = first(name, {"given"});
    if (family.empty()) std::swap(family, given);
    if (!family.empty())
      all.push_back(record::person_of(std::move(family), std::move(given), first(name, {"suffix"})));
  }
  return all;
}

int number(const json& value) {
  if (value.is_number_integer()) return static_cast<int>(std::clamp<int64_t>(value.get<int64_t>(), 0, 9999));
  const std::string text = text_of(value);
  const bool digits =
      !text.empty() && text.size() <= 4 && text.find_first_not_of("0123456789") == std::string::npos;
  return digits ? std::stoi(text) : 0;
}

/// {"date-parts": [[2007, 12, 8]]}, {"raw": "..."}, or a text.
model::Date date(const json& item, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    const auto value = item.find(key);
    if (value == item.end()) continue;
    model::Date date;
    if (value->is_object()) {
      const auto parts = value->find("date-parts");
      if (parts != value->end() && parts->is_array() && !parts->empty() && parts->front().is_array()) {
        const json& begin = parts->front();
        if (!begin.empty()) date.year = number(begin[0]);
        if (begin.size() > 1) date.month = number(begin[1]);
        if (begin.size() > 2) date.day = number(begin[2]);
        if (date.month > 12) date.month = 0;
        if (date.day > 31 || date.month == 0) date.day = 0;
        const std::string season = first(*value, {"season"});
        if (date.year != 0 && parts->size() > 1 && (*parts)[1].is_array() && !(*parts)[1].empty())
          date.printed = std::to_string(date.year) + "-" + std::to_string(number((*parts)[1][0]));
        if (date.year != 0 && date.printed.empty() && !season.empty())
          date.printed = std::to_string(date.year) + " " + season;
      } else {
        date = record::date(first(*value, {"raw", "literal", "year"}));
      }
    } else {
      date = record::date(text_of(*value));
    }
    if (date.year != 0) return date;
  }
  return {};
}

model::WorkType type_of(const std::string& name) {
  if (name.empty()) return model::WorkType::article;
  const auto type = model::work_type(name);
  return type != model::WorkType::other ? type : record::work_type(name);
}

}  // namespace

bool is_telling(std::string_view key) {
  constexpr std::array<std::string_view, 8> telling{"id",   "type",   "title",  "DOI",
                                                    "PMID", "author", "issued", "container-title"};
  return std::find(telling.begin(), telling.end(), key) != telling.end();
}

std::optional<model::WorkRecord> work_of(const json& item) {
  if (!item.is_object()) return std::nullopt;
  const auto has = [&](std::initializer_list<const char*> keys) {
    return std::any_of(keys.begin(), keys.end(), [&](const char* key) { return item.contains(key); });
  };
  const bool bare = has({"type"}) && has({"id"});  // to be told of as empty
  if ((!bare && !has({"title", "DOI", "PMID", "PMCID"})) ||
      !has({"type", "author", "editor", "issued", "container-title", "DOI"}))
    return std::nullopt;
  model::WorkRecord work;
  work.type = type_of(first(item, {"type"}));
  record::take_doi(work.ids, first(item, {"DOI", "doi"}));
  record::take_pmid(work.ids, first(item, {"PMID", "pmid"}));
  const std::string pmcid = first(item, {"PMCID", "pmcid"});
  record::take_pmcid(work.ids, pmcid.starts_with("PMC") ? pmcid : "PMC" + pmcid);
  record::take_from_link(work.ids, first(item, {"URL"}));
  record::take_from_note(work.ids, first(item, {"note"}));
  work.ids.key = first(item, {"citation-key", "id"});
  work.title = record::title(first(item, {"title"}));
  work.authors = people(item, "author");
  if (!work.authors.empty() && record::stands_for_others(work.authors.back().family)) {
    work.authors.pop_back();
    work.more_authors = true;
  }
  work.editors = people(item, "editor");
  work.issued = date(item, {"issued", "published-print", "published-online", "year"});
  work.container = first(item, {"container-title", "journal"});
  work.container_abbrev =
      first(item, {"container-title-short", "journalAbbreviation", "short-container-title"});
  work.volume = first(item, {"volume"});
  work.issue = first(item, {"issue"});
  work.pages = record::pages(first(item, {"page", "article-number", "number"}));
  work.issn = first(item, {"ISSN"});
  work.publisher = first(item, {"publisher"});
  work.place = first(item, {"publisher-place"});
  work.page_count = first(item, {"number-of-pages"});
  work.language = first(item, {"language"});
  work.url = first(item, {"URL"});
  work.accessed = date(item, {"accessed"});
  if (std::string text = first(item, {"abstract"}); !text.empty())
    work.abstract.push_back({"", "", std::move(text)});
  const std::string words = first(item, {"keyword"});
  work.keywords = record::split(words, words.find(';') != std::string::npos ? ';' : ',');
  for (const char* key : {"note", "annote"}) record::add_note(work, first(item, {key}));
  if (const auto categories = item.find("categories"); categories != item.end() && categories->is_array()) {
    for (const json& category : *categories) record::add_tag(work, text_of(category));
  }
  return work;
}

}  // namespace evident::read::csl_json
