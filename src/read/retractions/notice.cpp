// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/retractions/notice.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "read/record/identifiers.hpp"
#include "read/record/values.hpp"
#include "text/normal.hpp"

namespace evident::read::retractions {

namespace {

/// A string of an object, or of an object in it; empty where it is none.
std::string text_of(const nlohmann::json& object, const char* key) {
  if (!object.is_object()) return "";
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

std::string iso(const model::Date& date) {
  const auto two = [](int number) { return (number < 10 ? "-0" : "-") + std::to_string(number); };
  if (date.year == 0) return "";
  return std::to_string(date.year) + (date.month > 0 ? two(date.month) : "") +
         (date.day > 0 ? two(date.day) : "");
}

/// "+Error in Data;+Notice - Limited or No Information;": reasons as words.
std::string reasons(const std::string& printed) {
  std::string out;
  for (std::string reason : record::split(printed, ';')) {
    if (reason.front() == '+') reason.erase(0, 1);
    out += (out.empty() ? "" : "; ") + reason;
  }
  return out;
}

}  // namespace

model::WorkRelation relation_of(std::string_view nature) {
  const std::string folded = text::fold(nature);
  const auto holds = [&](std::string_view word) { return folded.find(word) != std::string::npos; };
  if (holds("concern")) return model::WorkRelation::concern_raised_by;
  // Also misspelt, as lists have it.
  if (folded.starts_with("retra") || folded.starts_with("retration") || holds("withdraw") || holds("removal"))
    return model::WorkRelation::retracted_by;
  if (holds("reinstate")) return model::WorkRelation::republished_by;
  if (holds("comment") || holds("discuss") || holds("correspondence"))
    return model::WorkRelation::commented_by;
  return model::WorkRelation::corrected_by;
}

bool WatchColumns::find(const std::vector<std::string>& header) {
  m_names.clear();
  for (const auto& name : header) m_names.push_back(text::fold(name));
  const auto has = [&](std::string_view name) {
    return std::find(m_names.begin(), m_names.end(), name) != m_names.end();
  };
  return (has("originalpaperdoi") || has("originalpaperpubmedid")) && has("retractionnature");
}

std::string WatchColumns::cell(const std::vector<std::string>& cells, std::string_view name) const {
  for (size_t i = 0; i < m_names.size() && i < cells.size(); ++i) {
    if (m_names[i] == name) return text::squeeze(cells[i]);
  }
  return "";
}

model::WorkRecord WatchColumns::notice(const std::vector<std::string>& cells) const {
  model::WorkRecord notice;
  notice.notice = true;
  record::take_doi(notice.ids, cell(cells, "originalpaperdoi"));
  record::take_pmid(notice.ids, cell(cells, "originalpaperpubmedid"));
  notice.title = cell(cells, "title");
  const std::string nature = cell(cells, "retractionnature");
  model::WorkLink link;
  link.relation = relation_of(nature);
  record::take_doi(link.target, cell(cells, "retractiondoi"));
  record::take_pmid(link.target, cell(cells, "retractionpubmedid"));
  // Where a publisher retracts under the paper's own number, the notice has none of its own.
  if (link.target.doi == notice.ids.doi) link.target.doi.clear();
  if (link.target.pmid == notice.ids.pmid) link.target.pmid.clear();
  link.printed = nature;
  if (const std::string day = iso(record::date(cell(cells, "retractiondate"))); !day.empty())
    link.printed += " " + day;
  if (const std::string why = reasons(cell(cells, "reason")); !why.empty()) link.printed += ": " + why;
  notice.retracted = link.relation == model::WorkRelation::retracted_by;
  notice.links.push_back(std::move(link));
  if (auto words = cell(cells, "notes"); !words.empty()) notice.notes.push_back(std::move(words));
  return notice;
}

model::WorkRecord open_notice(const nlohmann::json& entry) {
  model::WorkRecord notice;
  notice.notice = true;
  const auto identifier = entry.find("identifier");
  if (identifier != entry.end()) {
    record::take_doi(notice.ids, text_of(*identifier, "doi"));
    record::take_pmid(notice.ids, text_of(*identifier, "pmid"));
  }
  notice.title = text_of(entry, "title");
  // The list says by itself whether the paper is retracted: a withdrawal may be an update.
  const auto retracted = entry.find("retracted");
  notice.retracted = retracted != entry.end() && retracted->is_boolean() && retracted->get<bool>();
  const auto updates = entry.find("updates");
  for (const auto& update : updates != entry.end() && updates->is_array() ? *updates : nlohmann::json()) {
    model::WorkLink link;
    link.printed = text_of(update, "type");
    std::replace(link.printed.begin(), link.printed.end(), '_', ' ');
    link.relation = relation_of(link.printed);
    if (update.is_object()) {
      if (const auto of = update.find("identifier"); of != update.end())
        record::take_doi(link.target, text_of(*of, "doi"));
    }
    if (link.target.doi == notice.ids.doi) link.target.doi.clear();
    notice.links.push_back(std::move(link));
  }
  if (notice.retracted && notice.links.empty())
    notice.links.push_back({model::WorkRelation::retracted_by, {}, "retraction"});
  return notice;
}

}  // namespace evident::read::retractions
