// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/bibliography.hpp"

#include <fmt/format.h>

#include "render/csl.hpp"
#include "render/study.hpp"
#include "render/text.hpp"

namespace evident::render {

namespace {

std::string sentence(std::string text) {
  if (text.empty()) return text;
  if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  const char last = text.back();
  if (last != '.' && last != '?' && last != '!') text += '.';
  return text;
}

std::string place_of(const index::ClaimNode& claim) {
  std::string place = claim.article_title.empty() ? claim.article : claim.article_title;
  if (!claim.sentence.section.empty()) place += ", " + claim.sentence.section;
  if (claim.sentence.source.page != 0) place += ", p. " + std::to_string(claim.sentence.source.page);
  return place;
}

/// Characters that Markdown would take for mark-up in running text.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char byte : printable(text)) {
    if (std::string_view("\\`*_[]<>#|").find(byte) != std::string_view::npos) out += '\\';
    out += byte;
  }
  return out;
}

/// "2010 May 3", of a work whose address is told.
std::string accessed_words(const model::WorkRecord& work) {
  const std::string words = date_words(work.accessed);
  return words.empty() ? "" : " (accessed " + words + ")";
}

/// An address as Markdown's own link; text that may be none as it stands.
std::string linked(const std::string& url) {
  const bool bare = url.starts_with("www.");
  if ((!bare && !url.starts_with("http://") && !url.starts_with("https://")) ||
      url.find_first_of("<> \t\n") != std::string::npos)
    return escaped(url);
  return fmt::format("[{}](<{}>)", escaped(url), (bare ? "http://" : "") + printable(url));
}

std::string standing_words(const model::WorkRecord& work) {
  return work.retracted ? "Retracted" : under_concern(work) ? "Under an expression of concern" : "";
}

/// What is wrong, and which claim or reference says it.
std::string caution(const query::Problem& problem) {
  return problem.node.empty() ? problem.message : fmt::format("{} ({})", problem.message, problem.node);
}

std::string study_of(const model::WorkRecord& work) {
  const std::string line = study_line(work), details = study_details(work);
  return line.empty() || details.empty() ? line + details : line + "; " + details;
}

/// What a study's finding is to the question; by itself it only is what was found.
std::string to_question(const query::BibEntry& entry) {
  return entry.answer.is_clear() ? " (" + entry.answer.stance + ")" : "";
}

/// What the study is to a claim on it, with the finding that says so where it is not the one told
/// ("(disputes: ...)").
std::string to_claim(const query::BibEntry& entry, const query::CitedFor& cited) {
  const query::Answer& answer = cited.evidence.to_claim;
  if (!answer.is_clear() || !answer.finding) return "";
  const bool told = entry.answer.finding && entry.answer.finding->text == answer.finding->text;
  return told ? fmt::format(" ({})", answer.stance)
              : fmt::format(" ({}: \"{}\")", answer.stance, answer.finding->text);
}

}  // namespace

std::string annotation(const query::BibEntry& entry) {
  std::string note;
  const auto add = [&note](const std::string& text) {
    if (!text.empty()) note += (note.empty() ? "" : " ") + text;
  };
  add(sentence(standing_words(entry.work)));
  add(sentence(study_of(entry.work)));
  if (entry.answer.finding) add("Found" + to_question(entry) + ": " + sentence(entry.answer.finding->text));
  if (entry.work.ghost) add("Known from reference lists alone.");
  for (const auto& cited : entry.cited_by) {
    add(fmt::format("{} by {} for: \"{}\"{}", cited.evidence.via == "mention" ? "Mentioned" : "Cited",
                    place_of(cited.claim), cited.claim.sentence.text, to_claim(entry, cited)));
  }
  for (const auto& problem : entry.problems) add("Note: " + sentence(caution(problem)));
  return note;
}

std::string markdown_bibliography(const query::Bibliography& bibliography, Style style) {
  std::string out = fmt::format("# Bibliography: {}\n", escaped(bibliography.query));
  size_t number = 0;
  for (const auto& entry : bibliography.entries) {
    const auto& ids = entry.work.ids;
    out += fmt::format("\n{}. {}", ++number, escaped(citation(entry.work, style)));
    if (const auto words = standing_words(entry.work); !words.empty())
      out += fmt::format(" **{}**", sentence(words));
    if (!ids.doi.empty()) out += fmt::format(" doi:[{}](<https://doi.org/{}>)", escaped(ids.doi), ids.doi);
    if (!ids.pmid.empty()) out += fmt::format(" PMID:[{0}](https://pubmed.ncbi.nlm.nih.gov/{0}/)", ids.pmid);
    if (!ids.pmcid.empty()) out += fmt::format(" {}", ids.pmcid);
    if (needs_address(entry.work))
      out += fmt::format(" {}{}", linked(entry.work.url), escaped(accessed_words(entry.work)));
    out += "\n\n";
    if (const auto study = study_of(entry.work); !study.empty())
      out += fmt::format("   - *Study:* {}\n", escaped(study));
    if (entry.answer.finding) {
      out += fmt::format("   - *Found*{}: {}\n", to_question(entry), escaped(entry.answer.finding->text));
    }
    if (entry.work.ghost) out += "   - *No record in the store:* known from reference lists alone.\n";
    for (const auto& cited : entry.cited_by) {
      out += fmt::format("   - *{} by* {}: “{}”{}\n", cited.evidence.via == "mention" ? "Mentioned" : "Cited",
                         escaped(place_of(cited.claim)), escaped(cited.claim.sentence.text),
                         escaped(to_claim(entry, cited)));
    }
    for (const auto& problem : entry.problems)
      out += fmt::format("   - *Caution:* {}\n", escaped(caution(problem)));
  }
  return out;
}

std::string text_bibliography(const query::Bibliography& bibliography, Style style,
                              const Terminal& terminal) {
  std::string out;
  size_t number = 0;
  const auto row = [&](const std::string& name, const std::string& text, Ink ink = Ink::plain) {
    const std::string lead = fmt::format("    {:<10}", name);
    const std::string body = terminal.wrap(printable(text), lead, ink);
    out += terminal.paint(lead, Ink::dim) + body.substr(lead.size());
  };
  for (const auto& entry : bibliography.entries) {
    out += terminal.wrap(printable(citation(entry.work, style)), fmt::format("{:>2}. ", ++number), Ink::bold);
    if (const auto ids = ids_line(entry.work.ids); !ids.empty()) row("", ids, Ink::dim);
    if (needs_address(entry.work)) row("", entry.work.url + accessed_words(entry.work), Ink::dim);
    if (const auto word = standing(entry.work); !word.empty()) row("", word, Ink::red);
    if (const auto study = study_of(entry.work); !study.empty()) row("study", study);
    if (entry.answer.finding) {
      const std::string lead = entry.answer.is_clear() ? "(" + entry.answer.stance + ") " : "";
      row("found", lead + entry.answer.finding->text, stance_ink(entry.answer.stance));
    }
    if (entry.work.ghost) row("", "known from reference lists alone", Ink::yellow);
    for (const auto& cited : entry.cited_by) {
      row(cited.evidence.via == "mention" ? "mentioned" : "cited",
          fmt::format("{}: \"{}\"{}", place_of(cited.claim), cited.claim.sentence.text,
                      to_claim(entry, cited)));
    }
    for (const auto& problem : entry.problems) row("caution", caution(problem), Ink::yellow);
    out += "\n";
  }
  return out;
}

Json csl_bibliography(const query::Bibliography& bibliography) {
  Json items = Json::array();
  for (const auto& entry : bibliography.entries) {
    Json item = csl_item(entry.work_id, entry.work);
    item["note"] = annotation(entry);
    Json evident = json_work(entry.work_id, entry.work);
    evident["finding"] = nullptr;
    if (entry.answer.finding) {
      evident["finding"] = {
          {"text", entry.answer.finding->text},
          {"source", json_source(entry.work.findings_path(), entry.answer.finding->source)}};
    }
    evident["stance"] = entry.answer.stance;
    evident["evidence"] = Json::array();
    for (const auto& cited : entry.cited_by) {
      evident["evidence"].push_back(
          {{"edge", cited.evidence.edge},
           {"via", cited.evidence.via},
           {"marker", cited.evidence.marker},
           {"claim", cited.claim.id},
           {"text", cited.claim.sentence.text},
           {"article", {{"id", cited.claim.article}, {"title", cited.claim.article_title}}},
           {"section", cited.claim.sentence.section},
           {"stance", cited.evidence.to_claim.stance},
           {"source", json_source(cited.claim.path, cited.claim.sentence.source)}});
    }
    evident["problems"] = Json::array();
    for (const auto& problem : entry.problems) {
      evident["problems"].push_back({{"code", problem.code},
                                     {"message", problem.message},
                                     {"node", problem.node},
                                     {"source", json_source(problem.path, problem.source)}});
    }
    item["custom"] = {{"evident", std::move(evident)}};
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace evident::render
