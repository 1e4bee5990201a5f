// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/export.hpp"

#include <boost/graph/graphml.hpp>
#include <boost/graph/graphviz.hpp>
#include <boost/property_map/dynamic_property_map.hpp>
#include <boost/property_map/function_property_map.hpp>

#include "base/error.hpp"

namespace evident::graph {

namespace {

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

}  // namespace

void export_graph(const FrozenGraph& frozen, const std::string& format, std::ostream& out) {
  if (format != "graphml" && format != "dot" && format != "csv") {
    throw UsageError("\"" + format + "\" is no graph format; use graphml, dot or csv");
  }
  const CsrGraph& graph = frozen.graph();
  if (format == "csv") {
    out << "from,to\n";
    for (auto [edge, end] = edges(graph); edge != end; ++edge)
      out << csv_field(frozen.name((*edge).from)) << ',' << csv_field(frozen.name((*edge).to)) << '\n';
    return;
  }
  const auto names = boost::make_function_property_map<CsrGraph::Vertex>(
      [&frozen](CsrGraph::Vertex vertex) { return frozen.name(vertex); });
  if (format == "dot") {
    boost::write_graphviz(out, graph, boost::make_label_writer(names));
    return;
  }
  boost::dynamic_properties properties;
  properties.property("id", names);
  boost::write_graphml(out, graph, get(boost::vertex_index, graph), properties, true);
}

}  // namespace evident::graph
