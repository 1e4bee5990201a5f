// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/export.hpp"

#include <boost/graph/graphml.hpp>
#include <boost/graph/graphviz.hpp>
#include <boost/property_map/dynamic_property_map.hpp>

#include "base/error.hpp"
#include "graph/frozen.hpp"

namespace evident::graph {

namespace {

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

}  // namespace

void export_graph(const index::Store& store, const std::string& format, std::ostream& out) {
  if (format != "graphml" && format != "dot" && format != "csv") {
    throw UsageError("\"" + format + "\" is no graph format; use graphml, dot or csv");
  }
  FrozenGraph frozen = freeze(store);  // Boost's writers ask for names that could be written to
  if (format == "csv") {
    out << "from,to\n";
    for (auto [edge, end] = edges(frozen.graph); edge != end; ++edge) {
      out << csv_field(frozen.names[source(*edge, frozen.graph)]) << ','
          << csv_field(frozen.names[target(*edge, frozen.graph)]) << '\n';
    }
    return;
  }
  const auto names =
      boost::make_iterator_property_map(frozen.names.begin(), get(boost::vertex_index, frozen.graph));
  if (format == "dot") {
    boost::write_graphviz(out, frozen.graph, boost::make_label_writer(names));
    return;
  }
  boost::dynamic_properties properties;
  properties.property("id", names);
  boost::write_graphml(out, frozen.graph, get(boost::vertex_index, frozen.graph), properties, true);
}

}  // namespace evident::graph
