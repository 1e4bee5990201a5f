// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/merge.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace evident::index {

namespace {

/// Which of two records of a work is trusted first: a record before a ghost, then the newer, then a fixed
/// order.
bool trusted_before(const model::WorkRecord& left, const model::WorkRecord& right) {
  return std::tie(left.ghost, right.version, right.revised, left.path, left.source.start) <
         std::tie(right.ghost, left.version, left.revised, right.path, right.source.start);
}

template <typename Value>
void fill(Value& value, const Value& other) {
  if (value == Value{}) value = other;
}

}  // namespace

model::WorkRecord merged_work(std::vector<model::WorkRecord> records) {
  std::sort(records.begin(), records.end(), trusted_before);
  model::WorkRecord work = std::move(records.front());
  for (size_t i = 1; i < records.size(); ++i) {
    const model::WorkRecord& other = records[i];
    if (other.ghost && !work.ghost) break;
    fill(work.ids.pmid, other.ids.pmid);
    fill(work.ids.doi, other.ids.doi);
    fill(work.ids.pmcid, other.ids.pmcid);
    fill(work.title, other.title);
    fill(work.authors, other.authors);
    fill(work.issued, other.issued);
    fill(work.container, other.container);
    fill(work.container_abbrev, other.container_abbrev);
    fill(work.volume, other.volume);
    fill(work.issue, other.issue);
    fill(work.pages, other.pages);
    fill(work.url, other.url);
    if (work.abstract.empty()) {
      work.abstract = other.abstract;
      work.study = other.study;
    }
    for (const auto& tag : other.tags) {
      if (std::find(work.tags.begin(), work.tags.end(), tag) == work.tags.end()) work.tags.push_back(tag);
    }
    for (const auto& note : other.notes) {
      if (std::find(work.notes.begin(), work.notes.end(), note) == work.notes.end())
        work.notes.push_back(note);
    }
    fill(work.keywords, other.keywords);
    work.retracted = work.retracted || other.retracted;
  }
  return work;
}

void apply_notices(model::WorkRecord& work, std::vector<model::WorkRecord> notices) {
  std::sort(notices.begin(), notices.end(), [](const auto& left, const auto& right) {
    return std::tie(left.path, left.source.start) < std::tie(right.path, right.source.start);
  });
  for (auto& notice : notices) {
    work.retracted = work.retracted || notice.retracted;
    for (auto& link : notice.links) {
      if (std::find(work.links.begin(), work.links.end(), link) == work.links.end())
        work.links.push_back(std::move(link));
    }
  }
}

std::vector<model::WorkRecord> merged_works(std::vector<model::WorkRecord> records) {
  std::map<std::string, std::vector<model::WorkRecord>> by_id;
  for (auto& record : records) by_id[work_id(record)].push_back(std::move(record));
  std::vector<model::WorkRecord> works;
  works.reserve(by_id.size());
  for (auto& [id, of_work] : by_id) works.push_back(merged_work(std::move(of_work)));
  return works;
}

}  // namespace evident::index
