// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/trace.hpp"

#include <algorithm>
#include <map>

#include "base/error.hpp"
#include "graph/store_graph.hpp"
#include "index/meaning.hpp"
#include "model/identifier.hpp"

namespace evident::query {

namespace {

constexpr size_t claim_candidates = 50;
constexpr size_t work_candidates = 10;
constexpr size_t claims_per_work = 20;
constexpr double near_best = 0.6;  // of the share of the question that the nearest work has

/// True where the graph leads from the claim to anything but others that say the same.
bool has_evidence(const index::Store& store, const std::string& claim) {
  const auto visits = graph::neighbourhood(store, claim, 1);
  return std::any_of(visits.begin() + 1, visits.end(),
                     [](const graph::Visit& visit) { return visit.via_kind != model::EdgeKind::same_claim; });
}

/// What the words may be about: claims that say it, and claims on the studies that say it. With the share of
/// the question that each has.
std::map<std::string, double> candidates(const index::Meaning& meaning, const EvidenceReader& reader,
                                         const std::vector<index::Likeness>& works) {
  std::map<std::string, double> shares;
  // What has nothing of the question has words in common with what has it, and says other things.
  for (const auto& likeness : meaning.nearest("claim", claim_candidates)) {
    if (likeness.coverage > 0) shares.emplace(likeness.id, likeness.coverage);
  }
  for (size_t i = 0; i < works.size() && i < work_candidates; ++i) {
    // Claims on a study that has little of the question say other things.
    if (works[i].coverage < near_best * works.front().coverage) continue;
    for (const auto& id : reader.claims_on(works[i].id, claims_per_work).ids) {
      const auto [share, fresh] = shares.emplace(id, 0);
      if (fresh) share->second = meaning.coverage(id);
    }
  }
  return shares;
}

bool is_clear(const Evidence& evidence) {
  return evidence.answer.is_clear();
}

/// Letters alone.
bool is_plain_word(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  });
}

void order(std::vector<TracedClaim>& claims) {
  std::sort(claims.begin(), claims.end(), [](const TracedClaim& left, const TracedClaim& right) {
    return left.score != right.score ? left.score > right.score
                                     : model::stands_before(left.claim.id, right.claim.id);
  });
}

/// Words: claims with evidence before claims without, those that say more of the question first, and those
/// whose studies answer it before those that merely speak of the same.
void trace_words(const index::Store& store, EvidenceReader& reader, const TraceRequest& request,
                 Trace& trace) {
  trace.of_words = true;
  const index::Meaning meaning(store, request.query);
  auto works = meaning.nearest("work", std::max(request.limit, work_candidates));
  std::erase_if(works, [](const index::Likeness& work) { return work.coverage == 0; });
  for (const auto& [id, share] : candidates(meaning, reader, works)) {
    auto claim = store.claim(id);
    if (!claim) continue;
    const bool evidence = has_evidence(store, id);
    if (share == 0 && !evidence) continue;
    trace.claims.push_back({std::move(*claim), 0.6 * share + (evidence ? 0.2 : 0), {}, {}, 0});
  }
  trace.total = trace.claims.size();
  order(trace.claims);
  // The findings are compared for the best few only: each comparison reads abstracts.
  if (trace.claims.size() > 3 * request.limit + 10) trace.claims.resize(3 * request.limit + 10);
  for (auto& traced : trace.claims) {
    traced.evidence = reader.of_claim(traced.claim, request.query);
    traced.studies = traced.evidence.size();
    if (std::any_of(traced.evidence.begin(), traced.evidence.end(), is_clear)) traced.score += 0.2;
  }
  order(trace.claims);
  for (size_t i = 0; i < works.size() && i < request.limit; ++i) {
    const auto& work = reader.work(works[i].id);
    trace.works.push_back({works[i], work, best_answer(request.query, work)});
  }
}

void trace_claims(const index::Store& store, EvidenceReader& reader, const index::FirstIds& first,
                  const std::string& only_work, size_t limit, Trace& trace) {
  trace.total = first.total;
  for (const auto& id : first.ids) {
    if (trace.claims.size() == limit) break;
    auto claim = store.claim(id);
    if (!claim) {
      --trace.total;
      continue;
    }
    auto evidence = reader.of_claim(*claim);
    const size_t studies = evidence.size();
    if (!only_work.empty())
      std::erase_if(evidence, [&](const Evidence& item) { return item.work_id != only_work; });
    trace.claims.push_back({std::move(*claim), 1, std::move(evidence), {}, studies});
  }
}

}  // namespace

bool looks_like_id(const std::string& text) {
  if (text.find_first_of(" \t\n") != std::string::npos) return false;
  for (const char* scheme : {"pmid:", "doi:", "pmcid:", "key:", "PMID:", "DOI:", "PMCID:"}) {
    if (text.rfind(scheme, 0) == 0) return true;
  }
  if (text.find('#') != std::string::npos) return true;
  if (text.size() == 11 && text.rfind("NCT", 0) == 0) return true;
  if (text.rfind("PMC", 0) == 0 && model::normal_pmcid(text)) return true;
  return text.find("10.") != std::string::npos && model::normal_doi(text).has_value();
}

namespace {

/// "PMID 18068515", "doi: 10.1000/1", as they stand in print: the scheme and its value as one word.
std::string as_one_word(const std::string& text) {
  for (const std::string_view scheme : {"pmid", "pmcid", "doi", "PMID", "PMCID", "DOI"}) {
    if (!text.starts_with(scheme)) continue;
    const size_t value = text.find_first_not_of(": ", scheme.size());
    if (value == std::string::npos || value == scheme.size() || text.find(' ', value) != std::string::npos)
      continue;
    const std::string word = std::string(scheme) + ":" + text.substr(value);
    if (looks_like_id(word)) return word;
  }
  return text;
}

}  // namespace

Trace trace(const index::Store& store, const TraceRequest& asked) {
  const TraceRequest request{as_one_word(asked.query), asked.limit};
  if (request.query.find_first_not_of(" \t\n") == std::string::npos) {
    throw UsageError("trace needs some words, a claim id or a work's identifier");
  }
  Trace trace;
  trace.query = asked.query;
  EvidenceReader reader(store);
  const bool one_word = request.query.find_first_of(" \t\n") == std::string::npos;
  const auto id = one_word ? store.find_id(request.query) : std::nullopt;
  if (id && store.claim(*id)) {
    trace_claims(store, reader, {{*id}, 1}, {}, request.limit, trace);
  } else if (id && store.article(*id)) {
    // A word of the language may happen to name an article: there only the whole key means it.
    if (*id != request.query && is_plain_word(request.query)) {
      trace.article = *id;
      trace_words(store, reader, request, trace);
    } else {
      index::FirstIds claims;
      for (const auto& claim : store.claims_of(*id)) {
        if (has_evidence(store, claim.id)) claims.ids.push_back(claim.id);
      }
      claims.total = claims.ids.size();
      trace_claims(store, reader, claims, {}, request.limit, trace);
    }
  } else if (id && (trace.work = store.work(*id))) {
    trace.work_id = *id;
    trace_claims(store, reader, reader.claims_on(*id, request.limit), *id, request.limit, trace);
  } else if (!looks_like_id(request.query)) {
    trace_words(store, reader, request, trace);
  }
  if (trace.claims.size() > request.limit) trace.claims.resize(request.limit);
  for (auto& traced : trace.claims) traced.repeats = repeats_of(store, reader, traced.claim);
  return trace;
}

}  // namespace evident::query
