// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "index/store.hpp"
#include "model/work.hpp"

namespace evident::query {

/// What a study says about a text: the sentence of its own abstract that answers it best.
struct Answer {
  std::optional<model::Finding> finding;
  std::string stance = "unknown";  ///< "supports", "disputes", "neutral", "unknown"
  double score = 0;
  std::vector<std::string> cues;

  /// True where it supports or disputes the text.
  bool is_clear() const { return stance == "supports" || stance == "disputes"; }
};

/// A finding with a clear stance goes before a neutral one, then the one that speaks most of the same thing.
Answer best_answer(std::string_view text, const model::WorkRecord& work);

/// One way from a claim to a work.
struct Evidence {
  std::string edge;       ///< id of the "cites" or "mentions" edge
  std::string via;        ///< "citation" or "mention"
  std::string marker;     ///< as printed; of a mention the words that point to the study
  std::string rule;       ///< of the edge
  double score = 0;       ///< that this is the work that is meant
  std::string reference;  ///< id; empty for a mention
  std::string reference_text;
  std::string refers_to;  ///< id of the edge from the reference to the work; empty for a mention
  std::string refers_to_rule;
  std::string status;  ///< "resolved", "ambiguous", "unresolved" (a ghost)
  std::string work_id;
  model::WorkRecord work;
  Answer answer;    ///< to what was asked; where nothing was, to the claim
  Answer to_claim;  ///< as the store keeps it
};

/// Reads evidence, keeping the works it has seen: the claims of one question rest on few of them.
class EvidenceReader {
 public:
  explicit EvidenceReader(const index::Store& store) : m_store(store) {}

  /// All evidence of a claim, each way to a work once. The answers are to `text`; where it is empty, to the
  /// claim itself, as the store keeps them.
  std::vector<Evidence> of_claim(const index::ClaimNode& claim, std::string_view text = {});

  /// The claims that lead to a work, by citation or mention: the first `most` ids in order.
  index::FirstIds claims_on(const std::string& work, size_t most) const;

  /// Ids of the works that a claim leads to, by citation or mention; of ambiguous references none.
  std::set<std::string> works_of(const std::string& claim) const;

  const model::WorkRecord& work(const std::string& id);

 private:
  void add_citation(const model::Edge& cites, std::vector<Evidence>& all);
  void add_mention(const model::Edge& mention, std::vector<Evidence>& all);
  Answer stored_answer(const index::ClaimNode& claim, const Evidence& evidence,
                       const std::map<std::string, model::Edge>& rests_on) const;

  const index::Store& m_store;
  std::map<std::string, model::WorkRecord> m_works;
};

}  // namespace evident::query
