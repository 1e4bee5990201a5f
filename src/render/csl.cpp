// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/csl.hpp"

#include "render/citation_style.hpp"
#include "render/people.hpp"

namespace evident::render {

namespace {

Json csl_name(const model::Person& person) {
  if (person.collective) return {{"literal", person.family}};
  Json name;
  name["family"] = person.family;
  const std::string given = person.given.empty() ? person.initials : person.given;
  if (!given.empty()) name["given"] = given;
  if (!person.suffix.empty()) name["suffix"] = person.suffix;
  return name;
}

Json csl_names(const std::vector<model::Person>& people) {
  Json names = Json::array();
  for (const auto& person : people) names.push_back(csl_name(person));
  return names;
}

/// What is more than a date is told as it stands.
Json csl_date(const model::Date& date) {
  if (date.year == 0) return {{"literal", date.printed}};
  Json parts = Json::array({date.year});
  if (date.month != 0) parts.push_back(date.month);
  if (date.month != 0 && date.day != 0) parts.push_back(date.day);
  return {{"date-parts", Json::array({std::move(parts)})}};
}

}  // namespace

Json csl_item(const std::string& id, const model::WorkRecord& work) {
  Json item;
  item["id"] = id;
  item["type"] = model::to_string(work.type);
  const auto put = [&item](const char* key, const std::string& value) {
    if (!value.empty()) item[key] = value;
  };
  put("title", work.title);
  if (!work.authors.empty()) {
    item["author"] = csl_names(work.authors);
    // CSL has no word for "et al." in an item; a name that says so is what citation processors print best.
    if (work.more_authors) item["author"].push_back({{"literal", "others"}});
  }
  if (!work.editors.empty()) item["editor"] = csl_names(work.editors);
  put("container-title", container_as_printed(work));
  put("container-title-short", work.container_abbrev);
  if (work.issued.year != 0) item["issued"] = csl_date(work.issued);
  put("volume", work.volume);
  put("issue", work.issue);
  put("page", work.pages);
  put("number-of-pages", work.page_count);
  put("publisher", work.publisher);
  put("publisher-place", work.place);
  put("ISSN", work.issn);
  put("DOI", work.ids.doi);
  put("PMID", work.ids.pmid);
  put("PMCID", work.ids.pmcid);
  put("URL", work.url);
  if (work.accessed.year != 0 || !work.accessed.printed.empty()) item["accessed"] = csl_date(work.accessed);
  put("language", work.language);
  put("abstract", model::abstract_text(work));
  return item;
}

}  // namespace evident::render
