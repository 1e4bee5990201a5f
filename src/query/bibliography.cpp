// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/bibliography.hpp"

#include <algorithm>
#include <map>

#include "extract/extract.hpp"
#include "query/trace.hpp"

namespace evident::query {

namespace {

constexpr size_t claims_for_work = 50;
constexpr double enough_coverage = 0.6;  // of what the words say

class Compiler {
 public:
  Compiler(const index::Store& store, bool of_words, Bibliography& bibliography)
      : m_store(store), m_of_words(of_words), m_bibliography(bibliography) {}

  BibEntry& entry(const std::string& id, const model::WorkRecord& work) {
    const auto [place, fresh] = m_places.emplace(id, m_bibliography.entries.size());
    if (fresh) m_bibliography.entries.push_back({id, work, {}, m_of_words, {}, {}});
    return m_bibliography.entries[place->second];
  }

  void add(const Trace& trace) {
    if (trace.work) entry(trace.work_id, *trace.work);
    for (const auto& traced : trace.claims) {
      for (const auto& evidence : traced.evidence) {
        // A candidate among several is no source to put into a bibliography.
        if (evidence.status == "ambiguous") continue;
        add(entry(evidence.work_id, evidence.work), traced.claim, evidence, traced.studies == 1);
      }
    }
    // Studies that answer the words belong to the question, above all those that gainsay, and so do those
    // that speak of nearly all of it, though no claim leads to them.
    for (const TracedWork& traced : trace.works) {
      if (!traced.answer.is_clear() && traced.likeness.coverage < enough_coverage) continue;
      BibEntry& known = entry(traced.likeness.id, traced.work);
      if (!known.answer.finding || traced.answer.score > known.answer.score) known.answer = traced.answer;
    }
  }

  /// Where no question asks for a finding of a study, its own conclusion is told.
  void sum_up() {
    for (BibEntry& entry : m_bibliography.entries) {
      if (entry.to_question && entry.answer.finding) continue;
      const auto* conclusion = extract::conclusion(entry.work);
      if (conclusion != nullptr) entry.answer.finding = *conclusion;
      entry.answer.stance = Answer().stance;
      entry.answer.score = 0;
      entry.answer.cues.clear();
    }
  }

 private:
  void add(BibEntry& entry, const index::ClaimNode& claim, const Evidence& evidence, bool only_one) {
    const bool known = std::any_of(entry.cited_by.begin(), entry.cited_by.end(),
                                   [&](const CitedFor& cited) { return cited.claim.id == claim.id; });
    if (evidence.answer.finding && evidence.answer.score > entry.answer.score) entry.answer = evidence.answer;
    if (known) return;
    entry.cited_by.push_back({claim, evidence});
    if (entry.work.ghost) return;
    const auto keep = [&entry](Problem problem) {
      const bool told = std::any_of(entry.problems.begin(), entry.problems.end(), [&](const Problem& other) {
        return other.message == problem.message && other.path == problem.path;
      });
      if (!told) entry.problems.push_back(std::move(problem));
    };
    if (only_one) {
      for (auto& problem : figure_problems(claim, entry.work_id, entry.work)) keep(std::move(problem));
    }
    if (const auto reference = m_store.reference(evidence.reference)) {
      if (auto problem = reference_error(*reference, entry.work_id, entry.work)) keep(std::move(*problem));
    }
  }

  const index::Store& m_store;
  bool m_of_words;
  Bibliography& m_bibliography;
  std::map<std::string, size_t> m_places;
};

}  // namespace

Bibliography bibliography(const index::Store& store, const std::vector<std::string>& arguments,
                          size_t limit) {
  Bibliography result;
  for (const auto& argument : arguments) result.query += (result.query.empty() ? "" : " ") + argument;
  const bool ids = std::all_of(arguments.begin(), arguments.end(), [&](const std::string& argument) {
    return argument.find(' ') == std::string::npos &&
           (looks_like_id(argument) || store.find_id(argument).has_value());
  });
  Compiler compiler(store, !ids, result);
  if (ids) {
    for (const auto& argument : arguments) {
      const size_t before = result.entries.size();
      const Trace found = trace(store, {argument, claims_for_work});
      compiler.add(found);
      if (!found.work && result.entries.size() == before) result.missing.push_back(argument);
    }
  } else {
    compiler.add(trace(store, {result.query, limit}));
  }
  compiler.sum_up();
  return result;
}

}  // namespace evident::query
