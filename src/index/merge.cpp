// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/merge.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "model/file_order.hpp"

namespace evident::index {

namespace {

using model::WorkRecord;

/// How far the format of a record is trusted: 0 is most.
int distrust(const WorkRecord& record) {
  if (record.ghost) return 4;
  if (record.format == "pubmed-xml") return 0;
  if (record.format == "medline") return 1;
  if (record.format == "jats") return 2;
  return 3;
}

bool trusted_before(const WorkRecord& left, const WorkRecord& right) {
  const auto key = [](const WorkRecord& record) { return std::tuple(distrust(record), -record.version); };
  if (key(left) != key(right)) return key(left) < key(right);
  if (left.revised != right.revised) return left.revised > right.revised;
  if (const int order = model::compare_files(left.path, right.path); order != 0) return order > 0;
  return left.source.start > right.source.start;
}

template <typename Value>
bool is_blank(const Value& value) {
  return value == Value{};
}
bool is_blank(const model::Date& date) {
  return date.year == 0;
}

template <typename Value>
bool contains(const std::vector<Value>& values, const Value& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

/// Two records name one target by whatever identifiers each has; what is only printed must be printed alike.
bool same_link(const model::WorkLink& left, const model::WorkLink& right) {
  if (left.relation != right.relation) return false;
  if (left.target.empty() || right.target.empty())
    return left.target.empty() && right.target.empty() && left.printed == right.printed;
  const auto others = all_of(right.target);
  const auto ids = all_of(left.target);
  return std::any_of(ids.begin(), ids.end(), [&](const auto& id) { return contains(others, id); });
}

class Merger {
 public:
  explicit Merger(MergedWork& merged) : m_merged(merged), m_work(merged.work) {}

  /// The first record that has the field gives it.
  template <typename Value>
  void first(const char* name, Value WorkRecord::*field) {
    for (size_t i = 0; i < m_merged.records.size(); ++i) {
      const Value& value = m_merged.records[i].*field;
      if (is_blank(value)) continue;
      m_work.*field = value;
      m_merged.fields[name] = {i};
      return;
    }
  }

  /// Each record adds what those before it lack.
  void united(const char* name, std::vector<std::string> WorkRecord::*field) {
    auto& values = m_work.*field;
    values.clear();
    for (size_t i = 0; i < m_merged.records.size(); ++i) {
      for (const auto& value : m_merged.records[i].*field) {
        if (contains(values, value)) continue;
        values.push_back(value);
        gave(name, i);
      }
    }
  }

  /// Whether there are more authors is told by the record that gives those named.
  void more_authors() {
    const auto giver = m_merged.fields.find("authors");
    m_work.more_authors =
        giver != m_merged.fields.end() && m_merged.records[giver->second.front()].more_authors;
  }

  void links() {
    m_work.links = m_merged.records.front().links;  // nearly always all of them
    if (!m_work.links.empty()) gave("links", 0);
    for (size_t i = 1; i < m_merged.records.size(); ++i) {
      for (const auto& link : m_merged.records[i].links) {
        const bool known = std::any_of(m_work.links.begin(), m_work.links.end(),
                                       [&](const auto& other) { return same_link(other, link); });
        if (known) continue;
        m_work.links.push_back(link);
        gave("links", i);
      }
    }
  }

  void identifiers() {
    model::Identifiers ids;
    for (size_t i = 0; i < m_merged.records.size(); ++i) {
      const model::Identifiers& other = m_merged.records[i].ids;
      const auto take = [&](const char* name, std::string& value, const std::string& offered,
                            std::string_view scheme) {
        if (offered.empty() || offered == value) return;
        if (value.empty()) {
          value = offered;
          m_merged.fields[name] = {i};
        } else if (!scheme.empty()) {
          keep(ids, std::string(scheme) + offered, i);
        }
      };
      take("pmid", ids.pmid, other.pmid, "pmid:");
      take("doi", ids.doi, other.doi, "doi:");
      take("pmcid", ids.pmcid, other.pmcid, "pmcid:");
      take("key", ids.key, other.key, "");
      for (const auto& id : other.also) keep(ids, id, i);
    }
    m_work.ids = std::move(ids);
  }

  /// The identifier by which the work is known comes first among those of its kind.
  void known_as(const std::string& id) {
    const auto prefer = [&](std::string& value, std::string_view scheme) {
      auto& also = m_work.ids.also;
      const auto found = std::find(also.begin(), also.end(), id);
      if (found == also.end() || !id.starts_with(scheme)) return;
      *found = std::string(scheme) + std::exchange(value, id.substr(scheme.size()));
    };
    prefer(m_work.ids.doi, "doi:");
    prefer(m_work.ids.pmcid, "pmcid:");
  }

  /// Facts belong to the text that they were found in; a design that it does not tell may come from another.
  void study() {
    const auto of_text = m_merged.fields.find("abstract");
    const WorkRecord& giver =
        m_merged.records[of_text == m_merged.fields.end() ? 0 : of_text->second.front()];
    m_work.study = giver.study;
    m_work.study.path = giver.path;
    for (const auto& record : m_merged.records) {
      if (m_work.study.design == model::StudyDesign::unknown) m_work.study.design = record.study.design;
      if (m_work.study.sample_size == 0) m_work.study.sample_size = record.study.sample_size;
    }
  }

  void retracted() {
    for (size_t i = 0; i < m_merged.records.size(); ++i) {
      if (!m_merged.records[i].retracted) continue;
      m_work.retracted = true;
      gave("retracted", i);
    }
  }

 private:
  void gave(const char* name, size_t record) {
    auto& records = m_merged.fields[name];
    if (!contains(records, record)) records.push_back(record);
  }
  void keep(model::Identifiers& ids, const std::string& id, size_t record) {
    if (contains(all_of(ids), id)) return;
    ids.also.push_back(id);
    gave("also", record);
  }

  MergedWork& m_merged;
  WorkRecord& m_work;
};

}  // namespace

MergedWork merged(std::vector<WorkRecord> records, const std::string& id) {
  std::sort(records.begin(), records.end(), trusted_before);
  if (!records.front().ghost) std::erase_if(records, [](const WorkRecord& record) { return record.ghost; });
  MergedWork merged;
  merged.work = records.front();
  merged.records = std::move(records);
  Merger merger(merged);
  merger.identifiers();
  merger.known_as(id);
  merger.first("title", &WorkRecord::title);
  merger.first("vernacular_title", &WorkRecord::vernacular_title);
  merger.first("authors", &WorkRecord::authors);
  merger.more_authors();
  merger.first("editors", &WorkRecord::editors);
  merger.first("issued", &WorkRecord::issued);
  merger.first("electronic", &WorkRecord::electronic);
  merger.first("entered", &WorkRecord::entered);
  merger.first("container", &WorkRecord::container);
  merger.first("container_abbrev", &WorkRecord::container_abbrev);
  merger.first("issn", &WorkRecord::issn);
  merger.first("publisher", &WorkRecord::publisher);
  merger.first("place", &WorkRecord::place);
  merger.first("volume", &WorkRecord::volume);
  merger.first("issue", &WorkRecord::issue);
  merger.first("pages", &WorkRecord::pages);
  merger.first("page_count", &WorkRecord::page_count);
  merger.first("language", &WorkRecord::language);
  merger.first("url", &WorkRecord::url);
  merger.first("accessed", &WorkRecord::accessed);
  merger.first("abstract", &WorkRecord::abstract);
  merger.first("affiliations", &WorkRecord::affiliations);
  merger.united("mesh", &WorkRecord::mesh);
  merger.united("keywords", &WorkRecord::keywords);
  merger.united("notes", &WorkRecord::notes);
  merger.united("tags", &WorkRecord::tags);
  merger.united("publication_types", &WorkRecord::publication_types);
  merger.united("registrations", &WorkRecord::registrations);
  merger.links();
  merger.retracted();
  merger.study();
  return merged;
}

WorkRecord merged_work(std::vector<WorkRecord> records, const std::string& id) {
  if (records.size() == 1) return std::move(records.front());
  return merged(std::move(records), id).work;
}

void apply_notices(WorkRecord& work, const std::vector<WorkRecord>& notices) {
  for (const auto& notice : notices) {
    work.retracted = work.retracted || notice.retracted;
    for (const auto& link : notice.links) {
      if (!contains(work.links, link)) work.links.push_back(link);
    }
  }
}

}  // namespace evident::index
