// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/csr_graph.hpp"

#include <boost/graph/graph_concepts.hpp>

namespace evident::graph {

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<CsrGraph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<CsrGraph>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<CsrGraph>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<CsrGraph>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<CsrGraph>));

void damaged_graph() {
  throw DamagedGraph("the frozen citation graph is damaged: a number in it is out of bounds");
}

}  // namespace evident::graph
