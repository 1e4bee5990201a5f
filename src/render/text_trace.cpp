// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <fmt/format.h>

#include "render/people.hpp"
#include "render/study.hpp"
#include "render/text.hpp"

namespace evident::render {

Ink stance_ink(const std::string& stance) {
  if (stance == "supports") return Ink::green;
  if (stance == "disputes") return Ink::red;
  return Ink::dim;
}

std::string standing(const model::WorkRecord& work) {
  return standing(work.retracted, under_concern(work));
}

std::string standing(bool retracted, bool concern) {
  return retracted ? "RETRACTED" : concern ? "EXPRESSION OF CONCERN" : "";
}

std::string ids_line(const model::Identifiers& ids) {
  std::string line;
  const auto add = [&line](const char* scheme, const std::string& value) {
    if (!value.empty()) line += fmt::format("{}{}:{}", line.empty() ? "" : ", ", scheme, value);
  };
  add("pmid", ids.pmid);
  add("doi", ids.doi);
  add("pmcid", ids.pmcid);
  return line;
}

namespace {

std::string place_of(const index::ClaimNode& claim) {
  std::string place = claim.article_title.empty() ? claim.article : claim.article_title;
  if (!claim.sentence.section.empty()) place += ", " + claim.sentence.section;
  if (claim.sentence.source.page != 0) place += ", p. " + std::to_string(claim.sentence.source.page);
  return printable(place);
}

std::string answer_text(const query::Answer& answer, const Terminal& terminal) {
  if (!answer.finding) return "";
  const std::string stance = terminal.paint(fmt::format("{:<9}", answer.stance), stance_ink(answer.stance));
  // The stance is painted by itself, so the text is wrapped under it by hand.
  const std::string body = terminal.wrap(printable(answer.finding->text), std::string(16, ' '));
  return fmt::format("      {} {}", stance, body.substr(16));
}

std::string head_of(const query::Evidence& evidence) {
  return printable(evidence.via == "mention" ? "mentions" : "cites " + evidence.marker);
}

std::string passport_of(const query::Evidence& evidence) {
  return fmt::format("[{} {:.2f}, why {}]", evidence.rule, evidence.score, evidence.edge);
}

std::string name_text(const model::WorkRecord& work, const Terminal& terminal) {
  std::string out = terminal.paint(printable(call_name(work)), Ink::bold);
  if (const auto word = standing(work); !word.empty()) out += terminal.paint("  " + word, Ink::red);
  if (work.ghost) out += terminal.paint("  no record in the store", Ink::yellow);
  return out;
}

/// A study's title, facts and finding, below its name.
std::string study_text(const model::WorkRecord& work, const query::Answer& answer, const Terminal& terminal) {
  std::string out;
  if (!work.title.empty() && !work.authors.empty()) out += terminal.wrap(printable(work.title), "      ");
  std::string facts = study_line(work);
  const std::string journal = work.container_abbrev.empty() ? work.container : work.container_abbrev;
  if (!journal.empty()) facts += (facts.empty() ? "" : "; ") + journal;
  if (!facts.empty()) out += terminal.wrap(printable(facts), "      ", Ink::dim);
  return out + answer_text(answer, terminal);
}

constexpr const char* only_a_candidate = "  only a candidate";

std::string evidence_text(const query::Evidence& evidence, const Terminal& terminal) {
  const auto& work = evidence.work;
  std::string out = terminal.paint(fmt::format("    {} -> ", head_of(evidence)), Ink::dim);
  out += name_text(work, terminal);
  if (evidence.status == "ambiguous") out += terminal.paint(only_a_candidate, Ink::yellow);
  out += "\n" + study_text(work, evidence.answer, terminal);
  const std::string id = ids_line(work.ids).empty() ? evidence.work_id : ids_line(work.ids);
  out += terminal.wrap(fmt::format("{} · {}", id, passport_of(evidence)), "      ", Ink::dim);
  return out;
}

/// Where all claims are on one work, which stands above them, only what differs is told.
std::string brief_evidence_text(const query::Evidence& evidence, const Terminal& terminal) {
  std::string out = answer_text(evidence.answer, terminal);
  std::string link = fmt::format("{} · {}", head_of(evidence), passport_of(evidence));
  if (evidence.status == "ambiguous") link += only_a_candidate;
  return out + terminal.wrap(link, "      ", Ink::dim);
}

constexpr size_t most_repeats = 5;  // shown of each claim
constexpr size_t most_studies = 3;

std::string counted(size_t number, const char* thing) {
  return fmt::format("{} {}{}", number, thing, number == 1 ? "" : "s");
}

/// "said by 5 articles; 4 of them trace to one study: Addolorato 2007; 1 names none"
std::string repeats_line(const query::Repeats& repeats) {
  std::string line = fmt::format("said by {}", counted(repeats.articles, "article"));
  const auto& studies = repeats.studies;
  if (studies.empty()) return line + "; none names a study";
  const size_t tracing = repeats.articles - repeats.without;
  std::string names;
  for (size_t i = 0; i < std::min(studies.size(), most_studies); ++i) {
    names += (i == 0 ? "" : "; ") + call_name(studies[i].work);
    if (studies.size() > 1) names += fmt::format(" ({})", counted(studies[i].articles, "article"));
  }
  if (studies.size() > most_studies) names += "; ...";
  line +=
      fmt::format("; {} trace{} to {}: {}",
                  repeats.without == 0 ? tracing == 2 ? "both" : "all" : std::to_string(tracing) + " of them",
                  repeats.without > 0 && tracing == 1 ? "s" : "",
                  studies.size() == 1 ? "one study" : fmt::format("{} studies", studies.size()), names);
  if (repeats.without > 0)
    line += fmt::format("; {} name{} none", repeats.without, repeats.without == 1 ? "s" : "");
  return line;
}

const char* relation_of(const std::string& kind) {
  if (kind == "verbatim") return "copied word for word";
  return kind == "near-duplicate" ? "nearly the same words" : "in other words";
}

std::string repeats_text(const query::Repeats& repeats, const Terminal& terminal) {
  if (repeats.claims.empty()) return "";
  std::string out = terminal.wrap(printable(repeats_line(repeats)), "    ", Ink::yellow);
  for (size_t i = 0; i < std::min(repeats.claims.size(), most_repeats); ++i) {
    const auto& repeat = repeats.claims[i];
    out += terminal.wrap(fmt::format("{}: {}", relation_of(repeat.kind), place_of(repeat.claim)), "    = ");
    if (repeat.kind != "verbatim") out += terminal.wrap(printable(repeat.claim.sentence.text), "      ");
    out += terminal.paint(fmt::format("      {}  [{} {:.2f}, why {}]\n", repeat.claim.id, repeat.kind,
                                      repeat.score, repeat.edge),
                          Ink::dim);
  }
  if (repeats.claims.size() > most_repeats)
    out += terminal.paint(fmt::format("      and {} more\n", repeats.claims.size() - most_repeats), Ink::dim);
  return out;
}

/// A study that has less of the question is shown to programs alone.
constexpr double least_coverage = 1.0 / 3;

/// Studies that speak of the same and stand behind none of the claims above.
std::string other_works_text(const query::Trace& trace, const Terminal& terminal) {
  std::set<std::string> shown;
  for (const auto& traced : trace.claims) {
    for (const auto& evidence : traced.evidence) shown.insert(evidence.work_id);
  }
  std::string out;
  for (const auto& [likeness, work, answer] : trace.works) {
    if (shown.contains(likeness.id) || likeness.coverage < least_coverage) continue;
    out += "    " + name_text(work, terminal) + "\n" + study_text(work, answer, terminal);
    const std::string ids = ids_line(work.ids);
    out += terminal.paint(fmt::format("      {}\n\n", ids.empty() ? likeness.id : ids), Ink::dim);
  }
  if (out.empty()) return out;
  return terminal.paint(
             trace.claims.empty() ? "Studies that speak of it\n" : "Other studies that speak of it\n",
             Ink::bold) +
         out;
}

}  // namespace

std::string text_trace(const query::Trace& trace, const Terminal& terminal) {
  std::string out;
  if (trace.work) {
    out += terminal.wrap(printable(call_name(*trace.work)), "", Ink::bold);
    if (const auto word = standing(*trace.work); !word.empty()) out += terminal.paint(word, Ink::red) + "\n";
    if (!trace.work->authors.empty()) out += terminal.wrap(printable(trace.work->title), "");
    for (const auto& facts : {study_line(*trace.work), study_details(*trace.work)}) {
      if (!facts.empty()) out += terminal.wrap(printable(facts), "", Ink::dim);
    }
    out += terminal.paint(ids_line(trace.work->ids), Ink::dim) + "\n\n";
  }
  size_t number = 0;
  for (const auto& traced : trace.claims) {
    out += terminal.wrap(printable(traced.claim.sentence.text), fmt::format("{:>2}. ", ++number));
    out += terminal.wrap(fmt::format("{} · {}", place_of(traced.claim), traced.claim.id), "    ", Ink::cyan);
    out += repeats_text(traced.repeats, terminal);
    if (traced.evidence.empty()) out += terminal.paint("    no evidence given", Ink::yellow) + "\n";
    for (const auto& evidence : traced.evidence)
      out += trace.work ? brief_evidence_text(evidence, terminal) : evidence_text(evidence, terminal);
    out += "\n";
  }
  if (trace.total > trace.claims.size()) {
    out += terminal.paint(
        fmt::format("{} of {} claims; see more with --limit\n", trace.claims.size(), trace.total), Ink::dim);
  }
  const std::string others = other_works_text(trace, terminal);
  out += (out.empty() || others.empty() ? "" : "\n") + others;
  if (!trace.of_words || out.empty()) return out;
  return terminal.wrap(printable("What each study says of \"" + trace.query + "\":"), "", Ink::dim) + "\n" +
         out;
}

}  // namespace evident::render
