// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "query/retraction.hpp"
#include "query/version.hpp"
#include "render/people.hpp"
#include "render/study.hpp"
#include "render/text.hpp"

namespace evident::render {

namespace {

class Sheet {
 public:
  explicit Sheet(const Terminal& terminal) : m_terminal(terminal) {}

  void row(const std::string& name, const std::string& value, Ink ink = Ink::plain) {
    if (value.empty()) return;
    // Painted after wrapping, so that the columns are counted without the codes.
    const std::string lead = fmt::format("{:<11}", name);
    const std::string body = m_terminal.wrap(printable(value), lead, ink);
    m_text += m_terminal.paint(lead, Ink::dim) + body.substr(lead.size());
  }
  void gap() { m_text += "\n"; }
  void add(const std::string& text) { m_text += text; }
  const std::string& text() const { return m_text; }

 private:
  const Terminal& m_terminal;
  std::string m_text;
};

std::string fields_line(const model::Edge& edge) {
  std::string line;
  for (const auto& [field, score] : edge.fields)
    line += fmt::format("{}{} {:.2f}", line.empty() ? "" : ", ", field, score);
  return line;
}

std::string joined(const std::vector<std::string>& words) {
  std::string line;
  for (const auto& word : words) line += (line.empty() ? "" : ", ") + word;
  return line;
}

/// "pubmed-xml file.xml, bytes 10 to 99: title, authors": what each record of a work gave, where several met.
void add_provenance(Sheet& sheet, const index::MergedWork& merged) {
  if (merged.records.size() < 2) return;
  std::vector<std::string> given(merged.records.size());
  for (const auto& [field, records] : merged.fields) {
    for (const size_t record : records) given[record] += (given[record].empty() ? "" : ", ") + field;
  }
  for (size_t i = 0; i < given.size(); ++i) {
    const auto& record = merged.records[i];
    sheet.row(i == 0 ? "records" : "",
              fmt::format("{} {}, bytes {} to {}: {}", record.format, record.path, record.source.start,
                          record.source.end, given[i].empty() ? "nothing that the others lack" : given[i]));
  }
}

void add_work(Sheet& sheet, const std::string& id, const index::MergedWork& merged) {
  const model::WorkRecord& work = merged.work;
  sheet.row("work", call_name(work), Ink::bold);
  if (!work.authors.empty()) sheet.row("", work.title);
  sheet.row("", study_line(work));
  sheet.row("", study_details(work), Ink::dim);
  sheet.row("", id + (work.ghost ? ", no record in the store" : ""), Ink::dim);
  const std::string by = query::notices_of(
      work, work.retracted ? model::WorkRelation::retracted_by : model::WorkRelation::concern_raised_by);
  sheet.row("", standing(work) + (by.empty() ? "" : ": " + by), Ink::red);
  add_provenance(sheet, merged);
}

}  // namespace

std::string text_why(const query::Passport& passport, const Terminal& terminal) {
  const auto& edge = passport.edge;
  Sheet sheet(terminal);
  sheet.row("link",
            fmt::format("{}  {}", edge.id,
                        passport.relation.empty() ? model::to_string(edge.kind) : passport.relation),
            Ink::bold);
  sheet.row("from", edge.from);
  sheet.row("to", edge.to);
  sheet.row("rule", fmt::format("{}, score {:.2f}{}", edge.rule, edge.score,
                                edge.ambiguous ? ", only a candidate" : ""));
  sheet.row("fields", fields_line(edge));
  sheet.row("marker", edge.marker);
  sheet.row("stance", edge.stance, stance_ink(edge.stance));
  // Of claims that say the same: what both have, and what one has alone, a row each.
  if (edge.kind == model::EdgeKind::same_claim && passport.relation.empty()) {
    for (const auto& cue : edge.cues) sheet.row(&cue == edge.cues.data() ? "cues" : "", cue);
  } else {
    sheet.row("cues", joined(edge.cues));
  }
  sheet.row("quote", edge.quote);
  sheet.gap();

  const auto& context = passport.context;
  sheet.row("file", context.path);
  sheet.row("sha256", context.sha256);
  sheet.row("bytes", fmt::format("{} to {}", context.source.start, context.source.end));
  if (context.source.page != 0) sheet.row("page", std::to_string(context.source.page));
  sheet.row("problem", context.problem, Ink::red);
  if (!context.marked.empty()) {
    // Without colours the words are told by brackets of their own.
    const bool color = terminal.color();
    sheet.row("text", context.before + (color ? "\x02" : "»") + context.marked + (color ? "\x03" : "«") +
                          context.after);
  }
  if (passport.claim && passport.claim->sentence.text != edge.quote)
    sheet.row("claim", passport.claim->sentence.text);
  if (passport.carried_from) {
    sheet.gap();
    sheet.row("comes from", passport.carried_from->sentence.text);
    sheet.row("",
              fmt::format("{}, why {}; score and fields are those of its link", passport.carried_from->id,
                          passport.carried_edge),
              Ink::dim);
  }
  if (passport.same) {
    sheet.gap();
    sheet.row("same as", passport.same->sentence.text);
    sheet.row("file", passport.same->path);
    sheet.row("bytes", fmt::format("{} to {}", passport.same->sentence.source.start,
                                   passport.same->sentence.source.end));
  }
  if (passport.reference) {
    sheet.gap();
    const auto& reference = passport.reference->reference;
    sheet.row("reference", (reference.label.empty() ? "" : reference.label + ". ") + reference.text);
    sheet.row("", passport.reference->id, Ink::dim);
  }
  const auto add_link = [&](const char* name, const model::Edge& link) {
    sheet.gap();
    sheet.row(name, fmt::format("{}  {}, score {:.2f}{}", link.id, link.rule, link.score,
                                link.ambiguous ? ", only a candidate" : ""));
    sheet.row("fields", fields_line(link));
    for (const auto& [id, work] : passport.works) {
      if (id == link.to) add_work(sheet, id, work);
    }
  };
  for (const auto& next : passport.next) add_link("leads to", next);
  if (passport.by) {
    sheet.gap();
    add_work(sheet, edge.from, *passport.by);
  }
  if (passport.work) {
    sheet.gap();
    add_work(sheet, edge.to, *passport.work);
  }
  for (const auto& other : passport.others) add_link("or to", other);
  if (passport.finding) {
    const auto& finding = *passport.finding;
    sheet.row("finding", finding.text);
    if (passport.work)
      sheet.row("",
                fmt::format("{}, bytes {} to {}", passport.work->work.findings_path(), finding.source.start,
                            finding.source.end),
                Ink::dim);
  }
  sheet.gap();
  sheet.row("made by", fmt::format("evident {}", query::program_version));
  return sheet.text();
}

}  // namespace evident::render
