// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/ris/reader.hpp"

#include <algorithm>

#include "read/record/finish.hpp"
#include "read/record/labels.hpp"
#include "read/tagged/scanner.hpp"
#include "text/normal.hpp"

namespace evident::read {

namespace {

using tagged::Record;

constexpr std::string_view format = "ris";

tagged::Dialect dialect() {
  tagged::Dialect dialect;
  dialect.first_tag = "TY";
  dialect.last_tag = "ER";
  dialect.list_tags = {"KW", "AU", "A1"};
  return dialect;
}

/// "NLM", "PubMed", "Medline": where the accession number is a PMID.
bool is_pubmed(const Record& record) {
  for (const auto& name : record.all({"DB", "DP"})) {
    const std::string folded = text::fold(name);
    if (folded == "nlm" || folded.find("pubmed") != std::string::npos ||
        folded.find("medline") != std::string::npos)
      return true;
  }
  return false;
}

void add_identifiers(const Record& record, model::Identifiers& ids) {
  for (const auto& value : record.all({"DO", "DI", "M3", "L3"})) {
    if (value.find("10.") != std::string::npos) record::take_doi(ids, value);
  }
  for (const auto& value : record.all({"C2", "C7"})) record::take_pmcid(ids, value);
  if (is_pubmed(record)) {
    for (const auto& value : record.all({"AN"})) {
      record::take_pmid(ids, value);
      record::take_from_note(ids, value);  // "PMID: 123"
    }
  }
  for (const auto& value : record.all({"UR", "L1", "L2", "LK"})) record::take_from_link(ids, value);
  for (const auto& value : record.all({"N1", "M2"})) record::take_from_note(ids, value);
  // "PUBMED 90000001,EMBASE 1234": accession numbers of a trials register.
  for (const auto& value : record.all({"C3"})) {
    if (const size_t at = value.find("PUBMED "); at != std::string::npos)
      record::take_pmid(ids, std::string_view(value).substr(at + 7, value.find(',', at) - at - 7));
  }
  ids.key = record.first({"ID"});
}

/// The year of one tag, month and day of another.
model::Date date_of(const Record& record) {
  model::Date best;
  for (const auto& value : record.all({"PY", "Y1", "DA", "YR"})) {
    const model::Date date = record::date(value);
    if (best.year == 0 || (date.year == best.year && best.month == 0 && date.month > 0)) best = date;
  }
  return best;
}

/// The first word: some exporters glue further fields to an address.
std::string address(const std::string& value) {
  return value.substr(0, value.find(' '));
}

model::WorkRecord work_of(const Record& record) {
  model::WorkRecord work;
  work.type = record::work_type(record.first({"TY"}));
  add_identifiers(record, work.ids);
  const bool part = work.type == model::WorkType::chapter || work.type == model::WorkType::conference;
  work.title = record::title(record.first({"TI", "T1", "CT", part ? "" : "BT"}));
  if (work.title.empty()) work.title = record::title(record.first({"BT", "ST"}));
  for (const auto& name : record.all({"AU", "A1"})) {
    if (record::stands_for_others(name)) {
      work.more_authors = true;
    } else {
      work.authors.push_back(record::person_in_any_order(name));
    }
  }
  for (const auto& name : record.all({"A2", "ED", "A3"}))
    work.editors.push_back(record::person_in_any_order(name));
  work.issued = date_of(record);
  // JO and T2 hold whichever form the exporter had; JA and J1 the abbreviation.
  work.container = record.first({"JF", "T2", "JO", part ? "BT" : "", "JA", "J2"});
  work.container_abbrev = record.first({"JA", "J1", "J2"});
  work.volume = record.first({"VL"});
  work.issue = record.first({"IS", "CP"});
  work.pages = record::pages(record.first({"SP", "PG"}), record.first({"EP"}));
  if (const auto number = record.first({"C7"}); work.pages.empty() && !model::normal_pmcid(number))
    work.pages = record::pages(number);
  work.issn = record.first({"SN"});
  work.publisher = record.first({"PB"});
  work.place = record.first({"CY", "PP"});
  work.language = record.first({"LA"});
  work.url = address(record.first({"UR", "L1"}));
  work.accessed = record::date(record.first({"Y2"}));
  if (const auto text = record.first({"AB", "N2"}); !text.empty()) work.abstract.push_back({"", "", text});
  work.keywords = record.all({"KW"});
  work.affiliations = record.all({"AD"});
  for (const auto& note : record.all({"N1", "RN"})) record::add_note(work, note);
  return work;
}

class RisReader final : public Reader {
 public:
  std::string_view name() const override { return format; }
  std::string_view description() const override {
    return "RIS, as reference managers and publishers export it";
  }

  bool accepts(std::string_view bytes) const override {
    const record::Head decoded(bytes);
    std::string_view head = decoded.text();
    size_t lines = 0, others = 0;
    // Some exports begin with a line or two about themselves. Where other tags come first, a record has lost
    // its beginning.
    while (!head.empty() && lines < 10) {
      const size_t end = std::min(head.find_first_of("\r\n"), head.size());
      const auto tag = tagged::tag_of(head.substr(0, end), dialect());
      if (tag && (tag->first == "TY" || ++others == 3)) return others == 0 || others == 3;
      if (end > 0) ++lines;
      head.remove_prefix(std::min(end + 1, head.size()));
    }
    return false;
  }

  void read(Input& input, const std::string& path, Sink& sink) const override {
    tagged::Scanner scanner(input, dialect(), path, sink);
    while (const auto record = scanner.next())
      record::finish(work_of(*record), {path, format, record->line, record->source}, record->first({"DO"}),
                     sink);
  }
};

}  // namespace

const Reader& ris_reader() {
  static const RisReader reader;
  return reader;
}

}  // namespace evident::read
