// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/span.hpp"

namespace evident::model {

enum class EdgeKind { cites, refers_to, mentions, rests_on, same_claim };
std::string to_string(EdgeKind kind);  ///< "cites", "refers_to", "mentions", "rests_on", "same_claim"

/// A link between two nodes with what is needed to check it (its passport).
///   cites      claim -> reference  (one per marker and reference)
///   refers_to  reference -> work   (one; when ambiguous, one per candidate)
///   mentions   claim -> work
///   rests_on   claim -> work, with the finding that answers the claim best (Edge::finding) and its stance
///   same_claim claim -> claim of another article that says the same; it has no direction, and is kept once,
///   from
///              the id that sorts first. The rule tells how it says it ("verbatim", "near-duplicate",
///              "paraphrase"), the cues which words both have and which one alone.
struct Edge {
  std::string id;  ///< edge_id(): short, stable
  EdgeKind kind = EdgeKind::cites;
  std::string from;  ///< id of a claim or a reference
  std::string to;    ///< id of a reference, a work or a claim
  std::string rule;
  double score = 0;                      ///< 0..1
  std::map<std::string, double> fields;  ///< score by field or feature
  bool ambiguous = false;
  std::string marker;  ///< of a citation, as printed
  std::string quote;   ///< words that were read
  std::string stance;  ///< of rests_on: "supports" ...
  std::vector<std::string> cues;
  int finding = 0;   ///< of rests_on: Finding::number, 0 for none
  std::string path;  ///< file and bytes of the quote
  Place source;
  bool operator==(const Edge&) const = default;
};

/// "e" and 12 hexadecimal digits of kind, from, to and source span.
std::string edge_id(const Edge& edge);

}  // namespace evident::model
