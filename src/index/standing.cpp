// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/standing.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "model/file_order.hpp"

namespace evident::index {

namespace {

bool stands_before(const Member& left, const Member& right) {
  if (const int order = model::compare_files(left.path, right.path); order != 0) return order < 0;
  return left.start < right.start;
}

/// Deletions and newer files, for the members of one PMID and version in file order.
void apply_in_order(const std::vector<Member>& members, const std::vector<size_t>& in_order,
                    std::vector<Standing>& standings) {
  std::map<std::string, size_t> latest;  // by series
  for (const size_t at : in_order) {
    if (members[at].deletion) {
      for (const auto& [series, record] : latest) standings[record] = {Standing::State::deleted, "", at};
      latest.clear();
      continue;
    }
    const auto [known, added] = latest.emplace(model::file_series(members[at].path), at);
    if (added) continue;
    standings[known->second] = {Standing::State::replaced, "", at};
    known->second = at;
  }
}

/// Sets of records, told by a member of each.
class Sets {
 public:
  explicit Sets(size_t size) : m_parent(size) {
    for (size_t at = 0; at < size; ++at) m_parent[at] = at;
  }
  size_t of(size_t at) {
    while (m_parent[at] != at) at = m_parent[at] = m_parent[m_parent[at]];
    return at;
  }
  void join(size_t left, size_t right) { m_parent[of(right)] = of(left); }

 private:
  std::vector<size_t> m_parent;
};

std::vector<std::string> ids_of_scheme(const model::Identifiers& ids, std::string_view scheme) {
  std::vector<std::string> chosen;
  for (auto& id : all_of(ids)) {
    if (id.starts_with(scheme)) chosen.push_back(std::move(id));
  }
  return chosen;
}

class Works {
 public:
  Works(const std::vector<Member>& members, std::vector<size_t> live)
      : m_members(members), m_live(std::move(live)), m_sets(members.size()) {}

  void name(std::vector<Standing>& standings) {
    const auto has_pmid = [&](size_t at) { return !m_members[at].ids.pmid.empty(); };
    const auto has_doi = [&](size_t at) { return !m_members[at].ids.doi.empty(); };
    join("pmid:", has_pmid);
    join("doi:", [&](size_t at) { return !has_pmid(at); });
    join("pmcid:", [&](size_t at) { return !has_pmid(at) && !has_doi(at); });
    adopt("doi:", has_pmid, [&](size_t at) { return !has_pmid(at) && has_doi(at); });
    const auto identified = sets_with(has_pmid), located = sets_with(has_doi);
    adopt(
        "pmcid:", [&](size_t at) { return has_pmid(at) && !located.contains(m_sets.of(at)); },
        [&](size_t at) { return has_doi(at) && !identified.contains(m_sets.of(at)); });
    adopt(
        "pmcid:", [&](size_t at) { return has_pmid(at) || has_doi(at); },
        [&](size_t at) { return !has_pmid(at) && !has_doi(at); });
    std::map<size_t, std::string> ids;
    for (const size_t at : m_live) {
      std::string& best = ids[m_sets.of(at)];
      for (const auto& id : main_ids(m_members[at].ids)) {
        if (best.empty() || rank(id) < rank(best) || (rank(id) == rank(best) && id < best)) best = id;
      }
    }
    for (const size_t at : m_live) standings[at].work = ids[m_sets.of(at)];
  }

 private:
  static std::vector<std::string> main_ids(model::Identifiers ids) {
    ids.also.clear();
    return all_of(ids);
  }
  static int rank(const std::string& id) {
    return id.starts_with("pmid:") ? 0 : id.starts_with("doi:") ? 1 : 2;
  }

  /// Joins the chosen members that share an identifier of the scheme.
  template <typename Chosen>
  void join(std::string_view scheme, Chosen chosen) {
    std::map<std::string, size_t> first;
    for (const size_t at : m_live) {
      if (!chosen(at)) continue;
      for (const auto& id : ids_of_scheme(m_members[at].ids, scheme)) {
        const auto [known, added] = first.emplace(id, at);
        if (!added) m_sets.join(known->second, at);
      }
    }
  }

  /// Gives each set of seekers to the one set of owners that shares an identifier with it, if it is one.
  template <typename Owns, typename Seeks>
  void adopt(std::string_view scheme, Owns owns, Seeks seeks) {
    std::map<std::string, std::set<size_t>> owners;
    for (const size_t at : m_live) {
      if (!owns(at)) continue;
      for (const auto& id : ids_of_scheme(m_members[at].ids, scheme)) owners[id].insert(m_sets.of(at));
    }
    std::map<size_t, std::set<size_t>> found;
    for (const size_t at : m_live) {
      if (!seeks(at)) continue;
      for (const auto& id : ids_of_scheme(m_members[at].ids, scheme)) {
        if (const auto known = owners.find(id); known != owners.end())
          found[m_sets.of(at)].insert(known->second.begin(), known->second.end());
      }
    }
    for (const auto& [seeker, owning] : found) {
      if (owning.size() == 1) m_sets.join(*owning.begin(), seeker);
    }
  }

  template <typename Chosen>
  std::set<size_t> sets_with(Chosen chosen) {
    std::set<size_t> sets;
    for (const size_t at : m_live) {
      if (chosen(at)) sets.insert(m_sets.of(at));
    }
    return sets;
  }

  const std::vector<Member>& m_members;
  std::vector<size_t> m_live;
  Sets m_sets;
};

}  // namespace

std::vector<Standing> standings(const std::vector<Member>& members) {
  std::vector<Standing> standings(members.size());
  std::map<std::pair<std::string, int>, std::vector<size_t>> by_version;
  for (size_t at = 0; at < members.size(); ++at) {
    const Member& member = members[at];
    if (member.deletion || (member.from_pubmed && !member.ids.pmid.empty()))
      by_version[{member.ids.pmid, member.version}].push_back(at);
  }
  for (auto& [key, in_order] : by_version) {
    std::sort(in_order.begin(), in_order.end(),
              [&](size_t left, size_t right) { return stands_before(members[left], members[right]); });
    apply_in_order(members, in_order, standings);
  }
  std::vector<size_t> live;
  for (size_t at = 0; at < members.size(); ++at) {
    if (!members[at].deletion && standings[at].state == Standing::State::live) live.push_back(at);
  }
  Works(members, std::move(live)).name(standings);
  return standings;
}

}  // namespace evident::index
