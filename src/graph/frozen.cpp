// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/frozen.hpp"

#include <algorithm>
#include <set>

#include <boost/graph/graph_concepts.hpp>

namespace evident::graph {

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<CsrGraph>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<CsrGraph>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<CsrGraph>));

FrozenGraph freeze(const index::Store& store) {
  FrozenGraph frozen;
  frozen.revision = store.revision();
  frozen.names = store.work_ids();
  const auto articles = store.articles();
  for (const auto& article : articles) frozen.names.push_back(article.key);
  std::sort(frozen.names.begin(), frozen.names.end());

  std::set<std::pair<size_t, size_t>> edges;
  const auto add = [&](const std::string& from, const std::string& to) {
    const auto number = [&](const std::string& name) {
      return std::lower_bound(frozen.names.begin(), frozen.names.end(), name);
    };
    const auto start = number(from), end = number(to);
    if (end == frozen.names.end() || *end != to)
      return;  // cited, but known to no record or reference of the store
    edges.emplace(start - frozen.names.begin(), end - frozen.names.begin());
  };
  for (const auto& article : articles) {
    const auto add_links = [&](const std::string& node) {
      for (const auto& edge : store.edges_from(node)) {
        if (edge.ambiguous) continue;
        if (edge.kind == model::EdgeKind::refers_to || edge.kind == model::EdgeKind::mentions)
          add(article.key, edge.to);
      }
    };
    for (const auto& reference : store.references_of(article.key)) add_links(reference.id);
    for (const auto& claim : store.claims_of(article.key)) add_links(claim.id);
  }
  for (const auto& work : store.work_ids()) {
    for (const auto& cited : store.works_cited_by(work)) add(work, cited);
  }
  frozen.graph = CsrGraph(boost::edges_are_sorted, edges.begin(), edges.end(), frozen.names.size());
  return frozen;
}

}  // namespace evident::graph
