// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/record_edges.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace evident::query {

namespace {

using model::WorkRelation;

struct Relation {
  WorkRelation relation;
  const char* edge;
  bool reversed;  ///< the edge points to the work that says so
};

constexpr std::array<Relation, 14> relations{{
    {WorkRelation::cites, "cites", false},
    {WorkRelation::retracts, "retracts", false},
    {WorkRelation::retracted_by, "retracts", true},
    {WorkRelation::corrects, "corrects", false},
    {WorkRelation::corrected_by, "corrects", true},
    {WorkRelation::comments_on, "comments_on", false},
    {WorkRelation::commented_by, "comments_on", true},
    {WorkRelation::concern_about, "concern_about", false},
    {WorkRelation::concern_raised_by, "concern_about", true},
    {WorkRelation::republishes, "republishes", false},
    {WorkRelation::republished_by, "republishes", true},
    {WorkRelation::version_of, "version_of", false},
    {WorkRelation::part_of, "part_of", false},
    {WorkRelation::related, "related", false},
}};

const Relation& relation_of(const model::WorkLink& link) {
  return *std::find_if(relations.begin(), relations.end(),
                       [&](const Relation& relation) { return relation.relation == link.relation; });
}

/// True where the records of `other` hold the edge too, as theirs.
bool says_so_itself(const index::Store& store, const std::string& other, const std::string& id,
                    const Relation& relation) {
  const auto record = store.work(other);
  return record && std::any_of(record->links.begin(), record->links.end(), [&](const auto& link) {
           const Relation& its = relation_of(link);
           return !its.reversed && !link.target.empty() && its.edge == std::string_view(relation.edge) &&
                  store.id_of_target(link.target) == id;
         });
}

/// The record, or entry of a list, that says so: the first that has the link.
const model::WorkRecord& who_says(const model::WorkLink& link, const index::MergedWork& merged) {
  for (const auto* records : {&merged.records, &merged.notices}) {
    for (const auto& record : *records) {
      if (std::find(record.links.begin(), record.links.end(), link) != record.links.end()) return record;
    }
  }
  return merged.work;
}

}  // namespace

std::vector<RecordEdge> record_edges(const index::Store& store, const std::string& id,
                                     const index::MergedWork& merged) {
  std::vector<RecordEdge> edges;
  std::set<std::pair<std::string, std::string>> told;
  for (const auto& link : merged.work.links) {
    // What a reference list only prints is no node; a notice is one, whether it has a number or not.
    if (link.target.empty() && link.relation == WorkRelation::cites) continue;
    const Relation& relation = relation_of(link);
    const std::string other =
        link.target.empty() ? model::target_id(link, id) : store.id_of_target(link.target);
    if (other == id ||
        !told.insert({relation.edge + std::string(relation.reversed ? "<" : ">"), other}).second)
      continue;
    if (relation.reversed && says_so_itself(store, other, id, relation)) continue;
    const model::WorkRecord& record = who_says(link, merged);
    RecordEdge edge;
    edge.name = relation.edge;
    edge.from = relation.reversed ? other : id;
    edge.to = relation.reversed ? id : other;
    edge.id = edge.from + "/" + edge.name + "/" + edge.to;
    edge.path = record.path;
    edge.source = record.source;
    if (link.relation != WorkRelation::cites) edge.printed = link.printed;
    edges.push_back(std::move(edge));
  }
  std::sort(edges.begin(), edges.end(), [](const RecordEdge& left, const RecordEdge& right) {
    return std::tie(left.name, left.from, left.to) < std::tie(right.name, right.from, right.to);
  });
  return edges;
}

std::optional<RecordEdge> record_edge(const index::Store& store, const std::string& edge_id) {
  for (const Relation& relation : relations) {
    const std::string between = std::string("/") + relation.edge + "/";
    const size_t at = edge_id.find(between);
    if (at == std::string::npos) continue;
    // Either end may be the one whose records state it.
    for (const std::string& end : {edge_id.substr(0, at), edge_id.substr(at + between.size())}) {
      const auto merged = store.work_with_records(end);
      if (!merged) continue;
      for (auto& edge : record_edges(store, end, *merged)) {
        if (edge.id == edge_id) return std::move(edge);
      }
    }
  }
  return std::nullopt;
}

}  // namespace evident::query
