// SPDX-License-Identifier: GPL-3.0-or-later
// Descriptions that name no person, "Dutch researchers gave 105 children melatonin": each thing that agrees
// says by how much likelier the words are if that study is meant, in natural logarithms.
#include <algorithm>
#include <cmath>
#include <string_view>

#include "extract/design.hpp"
#include "extract/topic.hpp"
#include "resolve/mention_score.hpp"
#include "resolve/text_words.hpp"
#include "resolve/word_evidence.hpp"
#include "text/normal.hpp"

namespace evident::resolve {
namespace {

using model::Quantity;
using model::QuantityKind;

/// What speaks for a study so far; `contradicted` where something rules it out.
struct Evidence {
  double sum = 0;
  int kinds = 0;  ///< independent things that agree, words apart
  bool contradicted = false;
  FieldScores fields;

  void agree(const char* field, double nats) {
    sum += nats;
    ++kinds;
    fields[field] = 1;
  }
};

bool has(const std::vector<std::string>& list, const std::string& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

/// A year is that of the publication, or one that the abstract tells of.
void weigh_year(const StudyCues& cues, const model::WorkRecord& work, Evidence& evidence) {
  constexpr double same = 3, next = 2;
  if (work.issued.year == 0) return;
  // Nobody reports what has not been yet.
  if (cues.latest_year > std::max(work.issued.year, work.electronic.year) + 1) {
    evidence.contradicted = true;
    return;
  }
  if (cues.years.empty()) return;
  int nearest = 1000;
  for (const int year : cues.years)
    for (const int own : {work.issued.year, work.electronic.year})
      nearest = std::min(nearest, std::abs(year - own));
  if (nearest <= 1) return evidence.agree("year", nearest == 0 ? same : next);
  const std::string abstract = model::abstract_text(work);
  const bool told = std::any_of(cues.years.begin(), cues.years.end(), [&](int year) {
    return abstract.find(std::to_string(year)) != std::string::npos;
  });
  if (told)
    evidence.agree("year", next);
  else
    evidence.contradicted = true;
}

void weigh_journal(const StudyCues& cues, const model::WorkRecord& work, Evidence& evidence) {
  constexpr double same = 4.5;
  bool sure = false;
  for (const JournalCue& journal : cues.journals) {
    if (same_journal(journal.name, work.container) || same_journal(journal.name, work.container_abbrev)) {
      if (!journal.may_name()) continue;
      evidence.agree("journal", same);
      return;
    }
    sure = sure || journal.sure;
  }
  if (sure && !(work.container.empty() && work.container_abbrev.empty())) evidence.contradicted = true;
}

/// The most exact of institution, city and country that agrees.
void weigh_place(const StudyCues& cues, const MentionTarget& target, Evidence& evidence) {
  constexpr double institution = 5, other_institution = 2, city = 3.5, country = 2.5;
  for (const std::string& told : cues.institutions)
    for (const std::string& own : target.institutions)
      if (stands_in(told, own) || stands_in(own, told)) return evidence.agree("institution", institution);
  for (const std::string& told : cues.whereabouts) {
    const bool several = told.find(' ') != std::string::npos;
    for (const std::string& own : target.institutions)
      if (several && stands_in(told, own)) return evidence.agree("institution", institution);
  }
  for (const std::string& told : cues.whereabouts) {
    // A country is told below; a region may be the subject itself.
    if (has(target.places, told) && !has(target.cities, told)) continue;
    if (has(target.cities, told) || stands_in(told, target.whereabouts) ||
        target.title_topics.count(extract::stem(told)) > 0)
      return evidence.agree("place", city);
  }
  // A record does not tell the institutions of all authors.
  if (!cues.institutions.empty() && !target.institutions.empty()) evidence.sum -= other_institution;
  const std::vector<std::string>& known = target.work.study.countries;
  if (known.empty()) return;
  const auto ours = [&](const std::string& told) { return has(known, told); };
  if (std::any_of(cues.countries.begin(), cues.countries.end(), ours))
    evidence.agree("place", country);
  else if (!cues.study_countries.empty())
    evidence.contradicted = true;
}

void weigh_design(const StudyCues& cues, const MentionTarget& target, Evidence& evidence) {
  constexpr double same = 1.5, other = 3;
  const double design = extract::design_agreement(cues.design, target.work.study.design);
  if (design > 0) {
    evidence.sum += same * design;
    evidence.fields["design"] = design;
  } else if (design < 0) {
    evidence.sum -= other;
    evidence.fields["design"] = 0;
  }
}

/// True where a number of people that the text gives is that of the study; contradicted where it gives
/// another.
void weigh_figures(const StudyCues& cues, const MentionTarget& target, Evidence& evidence) {
  constexpr double studied = 2;  // the number studied is one number of a record, not one among others
  constexpr double least = 1.5;
  constexpr double untold = 1.6;  // most abstracts give the number studied
  const int size = target.work.study.sample_size;
  bool same_size = false, other_size = false;
  double largest = 0;
  for (const Quantity& told : cues.quantities) {
    if (told.kind != QuantityKind::sample_size || told.value < 5) continue;
    largest = std::max(largest, told.value);
    const auto same = [&](const Quantity& own) { return own.value == told.value || own.of == told.value; };
    if (size > 0 && told.value == size)
      same_size = true;
    else if (std::none_of(target.work.study.quantities.begin(), target.work.study.quantities.end(), same))
      other_size = true;
  }
  if (size > 0 && largest > 0 && !same_size && other_size) {
    evidence.contradicted = true;
    return;
  }
  const FigureMatch match = match_figures(figures_of(cues.quantities), target.figures);
  const double figures =
      match.evidence + (same_size ? studied : 0) - (other_size && !target.work.abstract.empty() ? untold : 0);
  if (same_size) evidence.fields["sample size"] = 1;
  if (match.matched > 0)
    evidence.fields["figures"] = static_cast<double>(match.matched) / (match.matched + match.missing);
  evidence.sum += figures;
  if (figures >= least && (same_size || match.matched > 0)) ++evidence.kinds;
}

std::string rule_of(const FieldScores& fields) {
  if (fields.contains("sample size") || fields.contains("figures")) return "description-by-figures";
  if (fields.contains("institution")) return "institution-topic";
  if (fields.contains("journal")) return fields.contains("year") ? "journal-year" : "journal-topic";
  return "place-topic";
}

}  // namespace

std::optional<MentionScore> score_described(const MentionContext& context, const MentionTarget& target) {
  constexpr int least_words = 2;
  constexpr double nats_a_point = 30;  // as of figures: a margin of 0.1 is 3 nats
  const StudyCues& cues = context.cues;
  if (other_treatment(cues.traits, target) || other_origin(cues, target) || cues.traits.planned ||
      other_percentages(cues.quantities, target.work.study.quantities))
    return std::nullopt;
  Evidence evidence;
  weigh_year(cues, target.work, evidence);
  weigh_journal(cues, target.work, evidence);
  weigh_place(cues, target, evidence);
  weigh_figures(cues, target, evidence);
  if (evidence.contradicted || evidence.kinds == 0) return std::nullopt;
  weigh_design(cues, target, evidence);
  int shared = 0;
  const double words = word_evidence(cues.subject, target, shared);
  // What a study is about stands in its title.
  const bool titled = std::any_of(cues.subject.begin(), cues.subject.end(), [&](const std::string& word) {
    return target.title_topics.count(word) > 0;
  });
  if (shared < least_words || !titled) return std::nullopt;
  // Authors who tell of their own work tell of no other; a text with references tells of most studies with a
  // marker.
  constexpr double own_voice = 5, with_references = 3;
  const double against = cues.own_voice ? own_voice : context.with_references ? with_references : 0;
  const double beyond = evidence.sum + words - against_any - against;
  if (beyond < 0) return std::nullopt;
  MentionScore score;
  score.score = std::min(1.0, 0.5 + beyond / nats_a_point);
  score.fields = std::move(evidence.fields);
  score.fields["topic"] = static_cast<double>(shared) / static_cast<double>(cues.subject.size());
  score.rule = rule_of(score.fields);
  return score;
}

}  // namespace evident::resolve
