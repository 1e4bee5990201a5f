// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/retraction.hpp"

namespace evident::query {

std::string notices_of(const model::WorkRecord& work, model::WorkRelation relation) {
  std::string all;
  for (const auto& link : work.links) {
    if (link.relation != relation) continue;
    const std::string id = model::work_id(link.target);
    std::string one = link.printed;
    if (!id.empty()) one += one.empty() ? id : " (" + id + ")";
    if (one.empty()) continue;
    all += (all.empty() ? "" : "; ") + one;
  }
  return all;
}

}  // namespace evident::query
