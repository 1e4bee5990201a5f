// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edge.hpp"

#include "base/hash.hpp"

namespace evident::model {

std::string to_string(EdgeKind kind) {
  switch (kind) {
    case EdgeKind::cites:
      return "cites";
    case EdgeKind::refers_to:
      return "refers_to";
    case EdgeKind::mentions:
      return "mentions";
    case EdgeKind::rests_on:
      return "rests_on";
    case EdgeKind::same_claim:
      return "same_claim";
  }
  return "";
}

std::string edge_id(const Edge& edge) {
  const std::string key = to_string(edge.kind) + '\n' + edge.from + '\n' + edge.to + '\n' +
                          std::to_string(edge.source.start) + '\n' + std::to_string(edge.source.end);
  return "e" + short_hash(key, 12);
}

}  // namespace evident::model
