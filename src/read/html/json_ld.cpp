// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/html/json_ld.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <nlohmann/json.hpp>

#include "read/html/links.hpp"
#include "read/record/identifiers.hpp"
#include "read/record/people.hpp"
#include "read/record/values.hpp"
#include "text/normal.hpp"

namespace evident::read::html {

namespace {

using Json = nlohmann::json;
constexpr int deepest = 8;

/// A value that may be told as a text, an object with a name, or a list of these: the first.
std::string words(const Json& value, int depth = 0) {
  if (depth > deepest) return "";
  if (value.is_string()) return text::squeeze(value.get_ref<const std::string&>());
  if (value.is_number_integer()) return std::to_string(value.get<int64_t>());
  if (value.is_array() && !value.empty()) return words(value.front(), depth + 1);
  if (!value.is_object()) return "";
  for (const char* key : {"name", "@value", "value"}) {
    if (const auto found = value.find(key); found != value.end()) return words(*found, depth + 1);
  }
  return "";
}

std::string member(const Json& object, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    const auto found = object.find(key);
    if (found == object.end()) continue;
    std::string value = words(*found);
    if (!value.empty()) return value;
  }
  return "";
}

bool is_of_type(const Json& object, std::string_view type) {
  const auto found = object.find("@type");
  if (found == object.end()) return false;
  const auto is = [&](const Json& value) {
    return value.is_string() && value.get_ref<const std::string&>().ends_with(type);
  };
  return is(*found) || (found->is_array() && std::any_of(found->begin(), found->end(), is));
}

struct Type {
  std::string_view name;
  model::WorkType type;
};

constexpr std::array<Type, 12> types{{{"ScholarlyArticle", model::WorkType::article},
                                      {"NewsArticle", model::WorkType::news},
                                      {"BlogPosting", model::WorkType::webpage},
                                      {"TechArticle", model::WorkType::webpage},
                                      {"MedicalWebPage", model::WorkType::webpage},
                                      {"Report", model::WorkType::report},
                                      {"Thesis", model::WorkType::thesis},
                                      {"Chapter", model::WorkType::chapter},
                                      {"Book", model::WorkType::book},
                                      {"Article", model::WorkType::webpage},
                                      {"Posting", model::WorkType::webpage},
                                      {"Review", model::WorkType::webpage}}};

const Json* find_work(const Json& value, model::WorkType& type, int depth) {
  if (depth > deepest) return nullptr;
  if (value.is_object()) {
    for (const Type& candidate : types) {
      if (!is_of_type(value, candidate.name)) continue;
      type = candidate.type;
      return &value;
    }
    for (const char* key : {"@graph", "mainEntity"}) {
      const auto inner = value.find(key);
      if (inner == value.end()) continue;
      if (const Json* found = find_work(*inner, type, depth + 1)) return found;
    }
  } else if (value.is_array()) {
    for (const Json& item : value) {
      if (const Json* found = find_work(item, type, depth + 1)) return found;
    }
  }
  return nullptr;
}

void take_authors(const Json& value, model::WorkRecord& record, int depth) {
  if (depth > deepest) return;
  if (value.is_array()) {
    for (const Json& item : value) take_authors(item, record, depth + 1);
    return;
  }
  model::Person who;
  if (value.is_object()) {
    who.family = member(value, {"familyName"});
    who.given = member(value, {"givenName"});
    if (!who.family.empty()) {
      who = record::person_of(who.family, who.given);
    } else if (const std::string name = member(value, {"name"}); !name.empty()) {
      who = record::person_in_any_order(name);
      if (is_of_type(value, "Organization")) who = record::collective(name);
    }
  } else if (value.is_string()) {
    who = record::person_in_any_order(words(value));
  }
  if (!who.family.empty()) record.authors.push_back(std::move(who));
}

/// Issue, volume and journal are each a part of the next.
void take_place(const Json& value, model::WorkRecord& record, int depth) {
  if (depth > deepest) return;
  if (value.is_array()) {
    for (const Json& item : value) take_place(item, record, depth + 1);
  }
  if (!value.is_object()) return;
  if (record.volume.empty()) record.volume = member(value, {"volumeNumber"});
  if (record.issue.empty()) record.issue = member(value, {"issueNumber"});
  if (record.issn.empty()) record.issn = member(value, {"issn"});
  const bool part = is_of_type(value, "PublicationVolume") || is_of_type(value, "PublicationIssue");
  if (record.container.empty() && !part) record.container = member(value, {"name"});
  if (const auto around = value.find("isPartOf"); around != value.end())
    take_place(*around, record, depth + 1);
}

void take_ids(const Json& value, model::Identifiers& ids, int depth) {
  if (depth > deepest) return;
  if (value.is_array()) {
    for (const Json& item : value) take_ids(item, ids, depth + 1);
  } else if (value.is_object()) {
    if (const auto inner = value.find("value"); inner != value.end()) take_ids(*inner, ids, depth + 1);
  } else if (value.is_string()) {
    const auto& id = value.get_ref<const std::string&>();
    if (id.starts_with("10.") || id.starts_with("doi:")) record::take_doi(ids, id);
    take_ids_of_address(id, ids);
  }
}

}  // namespace

bool take_json_ld(std::string_view text, model::WorkRecord& record) {
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return false;
  model::WorkType type = model::WorkType::webpage;
  const Json* work = find_work(json, type, 0);
  if (work == nullptr) return false;
  const auto take = [](std::string& field, std::string value) {
    if (field.empty()) field = std::move(value);
  };
  const bool first = record.title.empty();
  take(record.title, member(*work, {"headline", "name"}));
  if (first) record.type = type;
  if (const auto authors = work->find("author"); record.authors.empty() && authors != work->end())
    take_authors(*authors, record, 0);
  if (record.issued.year == 0) record.issued = record::date(member(*work, {"datePublished", "dateCreated"}));
  if (const auto around = work->find("isPartOf"); around != work->end()) take_place(*around, record, 0);
  if (const auto pages = member(*work, {"pagination"}); !pages.empty()) take(record.pages, pages);
  take(record.pages, record::pages(member(*work, {"pageStart"}), member(*work, {"pageEnd"})));
  take(record.publisher, member(*work, {"publisher"}));
  take(record.language, member(*work, {"inLanguage"}));
  take(record.url, member(*work, {"url"}));
  for (const char* key : {"identifier", "sameAs", "@id", "doi"}) {
    if (const auto ids = work->find(key); ids != work->end()) take_ids(*ids, record.ids, 0);
  }
  const std::string abstract = member(*work, {"abstract"});
  if (record.abstract.empty() && !abstract.empty()) record.abstract.push_back({"", "", abstract});
  return true;
}

}  // namespace evident::read::html
