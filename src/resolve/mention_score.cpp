// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve/mention_score.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "extract/design.hpp"
#include "extract/extract.hpp"
#include "extract/topic.hpp"
#include "resolve/word_evidence.hpp"
#include "text/normal.hpp"

namespace evident::resolve {
namespace {

using model::Quantity;
using model::QuantityKind;

std::string last_word(const std::string& folded) {
  size_t blank = folded.rfind(' ');
  return blank == std::string::npos ? folded : folded.substr(blank + 1);
}

bool contains(const std::vector<std::string>& list, const std::string& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

enum class Verdict { absent, agrees, contradicts };

/// Adds up agreement; remembers how many independent kinds agreed and whether one of them singles a work out.
struct Tally {
  MentionScore result;
  int kinds = 0;
  bool selective = false;

  void add(const std::string& field, double agreement, double weight, int kind, bool singles_out) {
    result.fields[field] = std::max(agreement, 0.0);
    result.score += agreement * weight;
    kinds += kind;
    selective = selective || singles_out;
  }
};

Verdict add_person(Tally& tally, const MentionContext& context, const MentionTarget& target) {
  bool heading = context.person == nullptr;
  std::string family = heading ? context.heading_family : context.person->family;
  const std::string& given = heading ? context.heading_given : context.person->given;
  if (family.empty()) return Verdict::absent;
  family = last_word(family);
  for (size_t at = 0; at < target.families.size(); ++at) {
    if (target.families[at] != family) continue;
    const model::Person& author = target.work.authors[at];
    std::string known = text::fold(author.given.empty() ? author.initials : author.given);
    if (!given.empty() && !known.empty() && given[0] != known[0]) continue;
    bool first = at == 0, last = at + 1 == target.families.size();
    double agreement = first ? 1 : last ? 0.85 : 0.6;
    if (!first && !heading && context.person->et_al) agreement = 0.3;
    tally.add("person", agreement, heading ? 0.25 : 0.35, agreement >= 0.5 ? 1 : 0, agreement >= 0.5);
    return Verdict::agrees;
  }
  return heading ? Verdict::absent : Verdict::contradicts;
}

Verdict add_journal(Tally& tally, const MentionContext& context, const MentionTarget& target) {
  bool sure = false;
  for (const JournalCue& journal : context.cues.journals) {
    sure = sure || journal.sure;
    bool same =
        (!target.work.container.empty() && same_journal(journal.name, target.work.container)) ||
        (!target.work.container_abbrev.empty() && same_journal(journal.name, target.work.container_abbrev));
    if (same && journal.may_name()) {
      tally.add("journal", 1, 0.3, 1, false);
      return Verdict::agrees;
    }
  }
  bool known = !target.work.container.empty() || !target.work.container_abbrev.empty();
  if (sure && known) return Verdict::contradicts;
  return Verdict::absent;
}

Verdict add_year(Tally& tally, const MentionContext& context, const MentionTarget& target) {
  if (context.cues.years.empty() || target.work.issued.year == 0) return Verdict::absent;
  int nearest = 1000;
  for (int year : context.cues.years) {
    nearest = std::min(nearest, std::abs(year - target.work.issued.year));
    if (target.work.electronic.year > 0)
      nearest = std::min(nearest, std::abs(year - target.work.electronic.year));
  }
  if (nearest > 1) return Verdict::contradicts;
  tally.add("year", nearest == 0 ? 1 : 0.7, 0.2, 1, false);
  return Verdict::agrees;
}

/// "The University of Bologna followed 2,345 nurses": a study, though no word says so.
bool counts_people(const StudyCues& cues) {
  return std::any_of(cues.quantities.begin(), cues.quantities.end(), [](const Quantity& figure) {
    return figure.kind == QuantityKind::sample_size && figure.value >= 10;
  });
}

/// True where the country that the text gives the study is the work's own.
Verdict add_place(Tally& tally, const MentionContext& context, const MentionTarget& target) {
  const StudyCues& cues = context.cues;
  for (const std::string& institution : cues.institutions) {
    bool same =
        std::any_of(target.institutions.begin(), target.institutions.end(), [&](const std::string& own) {
          return own == institution || (" " + own + " ").find(" " + institution + " ") != std::string::npos;
        });
    if (same && (cues.study_word || counts_people(cues))) {
      tally.add("institution", 1, 0.3, 1, true);
      return Verdict::agrees;
    }
  }
  if (!cues.study_countries.empty() && !target.work.study.countries.empty()) {
    for (const std::string& country : cues.study_countries)
      if (contains(target.work.study.countries, country)) {
        tally.add("place", 1, 0.2, 1, false);
        return Verdict::agrees;
      }
    return Verdict::contradicts;
  }
  for (const std::string& place : target.places)
    if (cues.study_word && cues.capitals.count(place) > 0) {
      tally.add("place", 0.8, 0.2, 1, false);
      return Verdict::agrees;
    }
  return Verdict::absent;
}

Verdict add_figures(Tally& tally, const MentionContext& context, const MentionTarget& target) {
  const std::vector<Quantity>& told = context.cues.quantities;
  const std::vector<Quantity>& known = target.work.study.quantities;
  if (told.empty() || known.empty()) return Verdict::absent;
  auto has = [&](double value, auto&& accepts) {
    return std::any_of(known.begin(), known.end(), [&](const Quantity& own) {
      return accepts(own) && (std::abs(own.value - value) < 1e-6 ||
                              (own.kind == QuantityKind::fraction && std::abs(own.of - value) < 1e-6));
    });
  };
  auto any = [](const Quantity&) { return true; };
  double largest = 0;
  bool same_size = false, other_size = false, same_time = false;
  int plain = 0;
  if (other_percentages(told, known)) return Verdict::contradicts;
  for (const Quantity& figure : told) {
    if (figure.kind == QuantityKind::sample_size && figure.value >= 5) {
      largest = std::max(largest, figure.value);
      if (figure.value == target.work.study.sample_size)
        same_size = true;
      else if (!has(figure.value, any))
        other_size = true;
    } else if (figure.kind == QuantityKind::duration) {
      same_time = same_time || std::any_of(known.begin(), known.end(), [&](const Quantity& own) {
                    return own.kind == QuantityKind::duration && same_duration(own.value, figure.value);
                  });
    } else if (figure.kind == QuantityKind::dose || figure.kind == QuantityKind::percentage ||
               figure.kind == QuantityKind::fraction) {
      if (has(figure.value, [&](const Quantity& own) { return own.kind == figure.kind; })) ++plain;
    }
  }
  if (target.work.study.sample_size > 0 && largest > 0 && !same_size && other_size)
    return Verdict::contradicts;
  const FigureMatch match = match_figures(figures_of(told), target.figures);
  int shared = 0;
  // The number studied is one number of a record; that it is the same says more than a number among others.
  const double evidence = match.evidence + (same_size && largest >= 10 ? 2 : 0);
  const bool singles_out =
      match.matched >= 2 && evidence + word_evidence(context.cues.topics, target, shared) >= against_any;
  if (same_size) tally.add("sample size", 1, largest >= 10 ? 0.25 : 0.1, largest >= 10 ? 1 : 0, singles_out);
  if (same_time) tally.add("duration", 1, 0.15, 1, singles_out);
  if (match.matched > 0) {
    const int count = singles_out ? 2 : evidence >= 3 ? 1 : 0;
    tally.add("figures", static_cast<double>(match.matched) / (match.matched + match.missing), 0, count,
              singles_out);
    tally.result.score += (same_size ? 0.1 : 0.2) * count;
  }
  if (plain > 0) tally.result.score += 0.05 * std::min(plain, 3);
  return same_size || same_time || match.evidence >= 3 ? Verdict::agrees : Verdict::absent;
}

struct TopicMatch {
  int title = 0, abstract = 0;
  size_t told = 0;
  double weight() const { return std::min(1.0, (title + 0.5 * abstract) / 4.0); }
  /// So many words of the title, and so great a share of the text's words, that they speak for the work.
  bool strong(int words, double share) const {
    return title >= words && told > 0 &&
           static_cast<double>(title + abstract) / static_cast<double>(told) >= share;
  }
  bool strong() const { return strong(3, 0.6); }
};

TopicMatch topics(const MentionContext& context, const MentionTarget& target) {
  TopicMatch match;
  const std::string family = context.person == nullptr ? "" : extract::stem(context.person->family);
  const auto count = [&](const std::string& word) {
    const bool titled = target.title_topics.contains(word);
    const bool told = !titled && target.abstract_topics.contains(word);
    match.title += titled;
    match.abstract += told;
    return titled || told;
  };
  for (const std::string& word : context.cues.topics) {
    if (word == family) continue;
    // "Dr. Moss of the University of Utrecht, who led the trial, found": where somebody works and what he
    // did there are no words of the matter.
    if (count(word) || context.cues.subject.contains(word)) ++match.told;
  }
  for (const std::string& word : context.article_topics)
    if (word != family && !context.cues.topics.contains(word)) count(word);
  return match;
}

std::string rule_of(const FieldScores& fields) {
  auto has = [&](const char* field) {
    const auto found = fields.find(field);
    return found != fields.end() && found->second > 0;
  };
  if (has("person") && has("journal")) return has("year") ? "person-journal-year" : "person-journal";
  if (has("person") && has("self experiment")) return "person-self-experiment";
  if (has("person")) return has("year") ? "person-year" : "person-description";
  if (has("figures") || has("sample size")) return "description-by-figures";
  if (has("institution")) return "institution-design";
  if (has("place")) return "place-topic";
  if (has("journal") && has("year")) return "journal-year";
  return "description";
}

}  // namespace

MentionTarget::MentionTarget(model::WorkRecord record) : work(std::move(record)), id(model::work_id(work)) {
  if (work.study == model::StudyFacts{}) extract::study_facts(work);
  std::string abstract;
  for (const model::AbstractSection& section : work.abstract) abstract += section.text + " ";
  told = text::fold(work.title + " " + abstract);
  title_topics = extract::topic_set(work.title);
  abstract_topics = extract::topic_set(abstract);
  // The list of a consortium names nothing: "Bowman et al." is the first person.
  std::erase_if(work.authors, [](const model::Person& author) { return author.collective; });
  for (const model::Person& author : work.authors) families.push_back(last_word(text::fold(author.family)));
  for (const std::string& country : work.study.countries) places.push_back(text::fold(country));
  for (const std::string& city : work.study.cities) cities.push_back(text::fold(city));
  places.insert(places.end(), cities.begin(), cities.end());
  for (const std::string& affiliation : work.affiliations) whereabouts += text::fold(affiliation) + " ";
  for (const std::string& name : work.study.institutions) institutions.push_back(text::fold(name));
  self_experiment = extract::tells_self_experiment(work.title + ". " + abstract);
  names = study_names(work);
  figures = figures_of(work.study.quantities);
  acronyms = resolve::acronyms(work.title + ". " + abstract);
}

std::optional<MentionScore> score_mention(const MentionContext& context, const MentionTarget& target) {
  const StudyCues& cues = context.cues;
  if (other_treatment(cues.traits, target)) return std::nullopt;
  if (context.person == nullptr && (other_origin(cues, target) || cues.traits.planned || context.own_study))
    return std::nullopt;
  Tally tally;
  Verdict person = add_person(tally, context, target);
  Verdict journal = add_journal(tally, context, target);
  Verdict year = add_year(tally, context, target);
  Verdict place = add_place(tally, context, target);
  Verdict figures = add_figures(tally, context, target);
  for (Verdict verdict : {person, journal, year, place, figures})
    if (verdict == Verdict::contradicts) return std::nullopt;
  // "In his 2008 book ...": a book is no journal article.
  if (cues.book && journal != Verdict::agrees && target.work.type == model::WorkType::article &&
      person != Verdict::absent)
    return std::nullopt;

  bool self = cues.self_experiment && target.self_experiment;
  if (self) tally.add("self experiment", 1, 0.3, 1, true);
  double design = extract::design_agreement(cues.design, target.work.study.design);
  if (design < 0) {
    // A report on oneself may call for trials; what the person did decides then.
    if (!self) tally.result.score -= 0.3;
    tally.result.fields["design"] = 0;  // the passport tells what did not agree
  } else if (design > 0) {
    tally.add("design", design, 0.15, 1, false);
  }

  TopicMatch topic = topics(context, target);
  bool named = person == Verdict::agrees && journal == Verdict::agrees;
  bool titled = !target.title_topics.empty();
  int needed = named || self ? 1 : 2;
  if (titled && topic.title + topic.abstract < needed) return std::nullopt;
  tally.result.fields["topic"] = topic.weight();
  tally.result.score += 0.3 * topic.weight();
  // "An Italian study", "a study in the Lancet in 2007" or "Moss's report", and nearly all words of the
  // title: the words then count as a kind of their own.
  const bool published = journal == Verdict::agrees && year == Verdict::agrees;
  // The number studied makes up for one of them.
  const bool sized = tally.result.fields.contains("sample size");
  const bool worded = topic.strong() || (sized && topic.strong(2, 0.5));
  // Who wrote one work on a matter wrote others.
  const bool authored = person == Verdict::agrees && tally.selective && topic.strong(4, 0.75);
  if (((worded && (place == Verdict::agrees || published)) || authored) && cues.study_word) {
    tally.kinds += 1;
    tally.selective = true;
    tally.result.score += 0.05;
  }
  if (tally.kinds < 2 || !tally.selective || tally.result.score < 0.5) return std::nullopt;
  // A person and a design are many works; a person and a year few.
  if (person == Verdict::agrees && !named && year != Verdict::agrees && !self && figures != Verdict::agrees &&
      !topic.strong())
    return std::nullopt;
  tally.result.score = std::min(tally.result.score, 1.0);
  tally.result.rule = rule_of(tally.result.fields);
  return tally.result;
}

}  // namespace evident::resolve
