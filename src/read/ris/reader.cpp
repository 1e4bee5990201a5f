// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/ris/reader.hpp"

#include <algorithm>
#include <array>

#include "read/tagged/scanner.hpp"
#include "text/normal.hpp"

namespace evident::read {

namespace {

using tagged::Record;

constexpr std::string_view format = "ris";

tagged::Dialect dialect() {
  return {2, 2, "TY", "ER"};
}

model::WorkType type_of(std::string_view code) {
  using model::WorkType;
  constexpr std::array<std::pair<std::string_view, WorkType>, 25> types{{
      {"JOUR", WorkType::article},    {"EJOUR", WorkType::article},     {"JFULL", WorkType::article},
      {"ABST", WorkType::article},    {"INPR", WorkType::article},      {"BOOK", WorkType::book},
      {"EBOOK", WorkType::book},      {"EDBOOK", WorkType::book},       {"SER", WorkType::book},
      {"CHAP", WorkType::chapter},    {"ECHAP", WorkType::chapter},     {"ENCYC", WorkType::chapter},
      {"THES", WorkType::thesis},     {"RPRT", WorkType::report},       {"GOVDOC", WorkType::report},
      {"CONF", WorkType::conference}, {"CPAPER", WorkType::conference}, {"NEWS", WorkType::news},
      {"MGZN", WorkType::news},       {"ELEC", WorkType::webpage},      {"WEB", WorkType::webpage},
      {"BLOG", WorkType::webpage},    {"ICOMM", WorkType::webpage},     {"PAT", WorkType::patent},
      {"UNPB", WorkType::preprint},
  }};
  const auto found =
      std::find_if(types.begin(), types.end(), [&](const auto& type) { return type.first == code; });
  return found == types.end() ? WorkType::other : found->second;
}

/// "PubMed", "Medline": where the accession number is a PMID.
bool is_pubmed(const Record& record) {
  for (const auto& name : record.all({"DB", "DP", "M2", "L2"})) {
    const std::string folded = text::fold(name);
    if (folded.find("pubmed") != std::string::npos || folded.find("medline") != std::string::npos)
      return true;
  }
  return false;
}

void add_identifiers(const Record& record, model::Identifiers& ids) {
  for (const auto& value : record.all({"DO", "DI", "M3", "UR", "L3"})) {
    if (value.find("10.") != std::string::npos) tagged::take_doi(ids, value);
  }
  for (const auto& value : record.all({"C2", "C7"})) {
    if (value.starts_with("PMC")) tagged::take_pmcid(ids, value);
  }
  if (is_pubmed(record)) {
    for (const auto& value : record.all({"AN", "ID", "C2"})) tagged::take_pmid(ids, value);
  }
  for (const auto& value : record.all({"UR", "L2"})) {
    for (std::string_view site : {"ncbi.nlm.nih.gov/pubmed/", "pubmed.ncbi.nlm.nih.gov/"}) {
      const size_t at = value.find(site);
      if (at == std::string::npos) continue;
      const std::string_view rest = std::string_view(value).substr(at + site.size());
      tagged::take_pmid(ids, rest.substr(0, rest.find_first_not_of("0123456789")));
    }
  }
  ids.key = record.first({"ID"});
}

std::string pages_of(const Record& record) {
  const std::string begin = record.first({"SP"}), end = record.first({"EP"});
  return begin.empty() || end.empty() || begin == end || begin.find('-') != std::string::npos
             ? begin
             : begin + "-" + end;
}

model::WorkRecord work_of(const Record& record) {
  model::WorkRecord work;
  work.type = type_of(record.first({"TY"}));
  add_identifiers(record, work.ids);
  const bool part = work.type == model::WorkType::chapter || work.type == model::WorkType::conference;
  work.title = tagged::title(record.first({"TI", "T1", "CT", part ? "" : "BT"}));
  if (work.title.empty()) work.title = tagged::title(record.first({"BT", "ST"}));
  for (const auto& name : record.all({"AU", "A1"})) work.authors.push_back(tagged::person(name));
  for (const auto& name : record.all({"A2", "ED", "A3"})) work.editors.push_back(tagged::person(name));
  work.issued = tagged::date(record.first({"PY", "Y1", "DA", "YR"}));
  // JO and T2 hold whichever form the exporter had; JA and J1 the abbreviation.
  work.container = record.first({"JF", "T2", "JO", part ? "BT" : "", "JA", "J2"});
  work.container_abbrev = record.first({"JA", "J1", "J2"});
  work.volume = record.first({"VL"});
  work.issue = record.first({"IS", "CP"});
  work.pages = pages_of(record);
  work.issn = record.first({"SN"});
  work.publisher = record.first({"PB"});
  work.language = record.first({"LA"});
  work.url = record.first({"UR", "L1"});
  if (const auto text = record.first({"AB", "N2"}); !text.empty()) work.abstract.push_back({"", "", text});
  work.keywords = record.all({"KW"});
  work.notes = record.all({"N1", "RN"});
  return work;
}

class RisReader final : public Reader {
 public:
  std::string_view name() const override { return format; }
  std::string_view description() const override {
    return "RIS, as reference managers and publishers export it";
  }

  bool accepts(std::string_view head) const override {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    size_t lines = 0;
    // Some exports begin with a line or two about themselves.
    while (!head.empty() && lines < 10) {
      const size_t end = std::min(head.find_first_of("\r\n"), head.size());
      const auto tag = tagged::tag_of(head.substr(0, end), dialect());
      if (tag) return tag->first == "TY";
      if (end > 0) ++lines;
      head.remove_prefix(std::min(end + 1, head.size()));
    }
    return false;
  }

  void read(Input& input, const std::string& path, Sink& sink) const override {
    tagged::Scanner scanner(input, dialect(), path, sink);
    while (const auto record = scanner.next()) {
      model::WorkRecord work = work_of(*record);
      const auto report = [&](Severity severity, const char* code, std::string message) {
        sink.report({severity, code, path, record->line, record->source, std::move(message)});
      };
      if (work.ids.empty() && work.title.empty()) {
        report(Severity::error, "empty-record",
               "the record has neither identifier nor title; it was skipped");
        continue;
      }
      if (const auto doi = record->first({"DO"}); !doi.empty() && !model::normal_doi(doi))
        report(Severity::warning, "bad-doi", "\"" + doi + "\" is no DOI; the record is kept without it");
      work.path = path;
      work.format = format;
      work.source = record->source;
      sink.work(std::move(work));
    }
  }
};

}  // namespace

const Reader& ris_reader() {
  static const RisReader reader;
  return reader;
}

}  // namespace evident::read
