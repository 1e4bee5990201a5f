// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/article.hpp"
#include "model/document.hpp"
#include "model/work.hpp"

namespace evident::extract {

/// Takes a document apart: sentences, claims, citations attached to references, references split into fields.
/// All spans of the result are bytes of the source file.
model::Article article(const model::Document& document, DiagnosticSink& sink);

/// The key of the article that a document becomes: its name and the beginning of its hash.
std::string article_key(const model::Document& document);

/// True where a sentence of running text asserts something (not a question, instruction, heading or
/// navigation). `cites`: it bears a marker.
bool is_claim(std::string_view sentence, bool cites = false);

/// True for "Ibid." that stands for no entry.
bool names_no_work(const model::Reference& reference);

/// Splits a printed reference (number and back-links already removed). `text` is kept in Reference::text.
model::Reference reference(std::string_view text);
/// The same with another model than the one that ships.
namespace parsing {
class Model;
}
model::Reference reference(std::string_view text, const parsing::Model& model);

/// Every figure of a text, normalised, in order.
std::vector<model::Quantity> quantities(std::string_view text);

/// Registration numbers of trials in a text, by their shape ("NCT00525252", "ISRCTN12345678"), each once.
std::vector<std::string> registrations(std::string_view text);

/// Fills record.study from publication types, title, abstract and affiliations.
void study_facts(model::WorkRecord& record);

/// The finding that sums a study up: the last of its conclusions, else the last one. Null where there is
/// none.
const model::Finding* conclusion(const model::WorkRecord& record);

/// What a finding says about a claim, with the cues that decided.
enum class Stance { unknown, neutral, supports, disputes };
struct StanceResult {
  Stance stance = Stance::unknown;
  double score = 0;               ///< 0..1, how well the finding speaks of what the claim speaks of
  std::vector<std::string> cues;  ///< words of both that decided, for the passport
};
/// `title`: of the record of the finding; what the claim is about must stand there or in the finding.
StanceResult stance(std::string_view claim, std::string_view finding, std::string_view title = {});
std::string_view to_string(Stance stance);

/// The finding that answers a claim best: one that supports or disputes it before one that merely speaks of
/// the same, then the one that shares most with it. Null where none speaks of it.
struct BestFinding {
  const model::Finding* finding = nullptr;  ///< one of `findings`
  StanceResult answer;
};
BestFinding best_finding(std::string_view claim, const std::vector<model::Finding>& findings,
                         std::string_view title = {});

}  // namespace evident::extract
