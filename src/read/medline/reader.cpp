// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/medline/reader.hpp"

#include <algorithm>
#include <array>

#include "read/tagged/scanner.hpp"
#include "text/normal.hpp"

namespace evident::read {

namespace {

using tagged::Record;

constexpr std::string_view format = "medline";

tagged::Dialect dialect() {
  tagged::Dialect dialect;
  dialect.longest_tag = 4;
  dialect.first_tag = "PMID";
  dialect.lead_tag = "PMC";  // of PMC's exports
  return dialect;
}

/// Notes of one record on another: "Lancet. 2007;370:1884. PMID: 18068504".
constexpr std::array<std::pair<std::string_view, model::WorkRelation>, 18> relations{{
    {"RIN", model::WorkRelation::retracted_by},
    {"ROF", model::WorkRelation::retracts},
    {"CIN", model::WorkRelation::commented_by},
    {"CON", model::WorkRelation::comments_on},
    {"EIN", model::WorkRelation::corrected_by},
    {"EFR", model::WorkRelation::corrects},
    {"CRI", model::WorkRelation::corrected_by},
    {"CRF", model::WorkRelation::corrects},
    {"ECI", model::WorkRelation::concern_raised_by},
    {"ECF", model::WorkRelation::concern_about},
    {"RPI", model::WorkRelation::republished_by},
    {"RPF", model::WorkRelation::republishes},
    {"RRI", model::WorkRelation::republished_by},
    {"RRF", model::WorkRelation::republishes},
    {"UIN", model::WorkRelation::version_of},
    {"UOF", model::WorkRelation::version_of},
    {"SPIN", model::WorkRelation::related},
    {"ORI", model::WorkRelation::related},
}};

void add_relations(const Record& record, model::WorkRecord& work) {
  for (const auto& field : record.fields) {
    const auto relation = std::find_if(relations.begin(), relations.end(),
                                       [&](const auto& known) { return known.first == field.tag; });
    if (relation == relations.end()) continue;
    model::WorkLink link;
    link.relation = relation->second;
    link.printed = field.value;
    if (const size_t at = field.value.rfind("PMID:"); at != std::string::npos) {
      link.printed = text::squeeze(field.value.substr(0, at));
      tagged::take_pmid(link.target, text::squeeze(field.value.substr(at + 5)));
    }
    work.retracted = work.retracted || field.tag == "RIN" || field.tag == "RRI";
    work.links.push_back(std::move(link));
  }
}

/// "10.1016/x [doi]", "S0140-6736(07)61814-5 [pii]".
void add_location_ids(const Record& record, model::Identifiers& ids) {
  for (const auto& value : record.all({"LID", "AID"})) {
    const size_t kind = value.rfind(" [doi]");
    if (kind != std::string::npos) tagged::take_doi(ids, value.substr(0, kind));
  }
  tagged::take_pmcid(ids, record.first({"PMC"}));
}

void add_people(const Record& record, model::WorkRecord& work) {
  // The full names are given beside the short ones in newer records.
  const bool full = !record.first({"FAU"}).empty();
  for (const auto& field : record.fields) {
    if (field.tag == (full ? "FAU" : "AU") && !field.value.empty()) {
      work.authors.push_back(tagged::person(field.value));
    } else if (field.tag == "CN" && !field.value.empty()) {
      model::Person group;
      group.family = field.value;
      group.collective = true;
      work.authors.push_back(std::move(group));
    } else if (field.tag == "FED" && !field.value.empty()) {
      work.editors.push_back(tagged::person(field.value));
    } else if (field.tag == "AD" && !field.value.empty()) {
      auto& known = work.affiliations;
      if (std::find(known.begin(), known.end(), field.value) == known.end()) known.push_back(field.value);
    }
  }
}

model::WorkRecord work_of(const Record& record) {
  model::WorkRecord work;
  tagged::take_pmid(work.ids, record.first({"PMID"}));
  add_location_ids(record, work.ids);
  work.title = tagged::title(record.first({"TI", "BTI"}));
  work.vernacular_title = record.first({"TT"});
  add_people(record, work);
  work.container = record.first({"JT", "BTI"});
  work.container_abbrev = record.first({"TA"});
  work.volume = record.first({"VI"});
  work.issue = record.first({"IP"});
  work.pages = record.first({"PG"});
  work.issued = tagged::date(record.first({"DP"}));
  work.electronic = tagged::date(record.first({"DEP"}));
  work.entered = tagged::date(record.first({"CRDT", "EDAT", "DA"}));
  work.issn = record.first({"IS"}).substr(0, 9);
  work.publisher = record.first({"PB"});
  work.language = record.first({"LA"});
  if (const auto text = record.first({"AB"}); !text.empty()) work.abstract.push_back({"", "", text});
  for (std::string heading : record.all({"MH"})) {
    heading.erase(std::remove(heading.begin(), heading.end(), '*'), heading.end());
    heading.resize(std::min(heading.size(), heading.find('/')));
    if (std::find(work.mesh.begin(), work.mesh.end(), heading) == work.mesh.end())
      work.mesh.push_back(std::move(heading));
  }
  for (std::string word : record.all({"OT"})) {
    if (word.starts_with('*')) word.erase(0, 1);
    work.keywords.push_back(std::move(word));
  }
  work.publication_types = record.all({"PT"});
  work.retracted = std::find(work.publication_types.begin(), work.publication_types.end(),
                             "Retracted Publication") != work.publication_types.end();
  for (const auto& bank : record.all({"SI"})) {
    const size_t slash = bank.find('/');
    if (slash != std::string::npos) work.registrations.push_back(bank.substr(slash + 1));
  }
  if (!record.first({"BTI"}).empty())
    work.type = record.first({"TI"}).empty() ? model::WorkType::book : model::WorkType::chapter;
  add_relations(record, work);
  return work;
}

class MedlineReader final : public Reader {
 public:
  std::string_view name() const override { return format; }
  std::string_view description() const override { return "MEDLINE text, as PubMed saves it (.nbib, .txt)"; }

  bool accepts(std::string_view head) const override {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    const size_t begin = head.find_first_not_of(" \t\r\n");
    return begin != std::string_view::npos &&
           (head.substr(begin).starts_with("PMID- ") || head.substr(begin).starts_with("PMC - "));
  }

  void read(Input& input, const std::string& path, Sink& sink) const override {
    tagged::Scanner scanner(input, dialect(), path, sink);
    while (const auto record = scanner.next()) {
      model::WorkRecord work = work_of(*record);
      const auto report = [&](Severity severity, const char* code, std::string message) {
        sink.report({severity, code, path, record->line, record->source, std::move(message)});
      };
      if (work.ids.pmid.empty()) {
        report(Severity::warning, "bad-pmid",
               "\"" + record->first({"PMID"}) + "\" is no PMID; the record is kept without it");
      }
      if (work.ids.empty() && work.title.empty()) {
        report(Severity::error, "empty-record",
               "the record has neither identifier nor title; it was skipped");
        continue;
      }
      work.path = path;
      work.format = format;
      work.source = record->source;
      sink.work(std::move(work));
    }
  }
};

}  // namespace

const Reader& medline_reader() {
  static const MedlineReader reader;
  return reader;
}

}  // namespace evident::read
