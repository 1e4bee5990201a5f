// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/isi/reader.hpp"

#include <algorithm>

#include "read/record/finish.hpp"
#include "read/record/labels.hpp"
#include "read/tagged/scanner.hpp"

namespace evident::read {

namespace {

using tagged::Record;

constexpr std::string_view format = "isi";

tagged::Dialect dialect() {
  tagged::Dialect dialect;
  dialect.form = tagged::Dialect::Form::spaced;
  dialect.first_tag = "PT";
  dialect.last_tag = "ER";
  dialect.list_tags = {"AU", "AF", "BE", "ED", "CA", "C1", "CR"};
  dialect.quiet_tags = {"FN", "VR", "EF"};
  return dialect;
}

/// "Stillman, Andrew N. (a@example.org)" without what stands in brackets behind it.
std::string_view name_of(std::string_view printed) {
  return printed.substr(0, printed.find(" ("));
}

model::WorkType type_of(const Record& record) {
  // The document type tells more than the publication type: a paper of proceedings may stand in a journal.
  const std::string kind = record.first({"PT"});
  if (kind == "J") return model::WorkType::article;
  const auto type = record::work_type(record.first({"DT"}));
  return type != model::WorkType::other ? type : record::work_type(kind == "S" ? "book" : kind);
}

void add_people(const Record& record, model::WorkRecord& work) {
  const bool full = !record.first({"AF"}).empty();
  for (const auto& line : record.all({full ? "AF" : "AU"})) {
    for (const auto& name : record::split(line, ';')) work.authors.push_back(record::person(name_of(name)));
  }
  for (const auto& name : record.all({"CA"})) work.authors.push_back(record::collective(name));
  for (const auto& name : record.all({"BE", "ED"})) work.editors.push_back(record::person(name_of(name)));
}

model::WorkRecord work_of(const Record& record) {
  model::WorkRecord work;
  work.type = type_of(record);
  record::take_doi(work.ids, record.first({"DI"}));
  record::take_pmid(work.ids, record.first({"PM"}));
  const std::string accession = record.first({"UT"});
  if (accession.starts_with("MEDLINE:")) record::take_pmid(work.ids, accession.substr(8));
  work.ids.key = accession;
  work.title = record::title(record.first({"TI"}));
  work.vernacular_title = record.first({"FT"});
  add_people(record, work);
  const model::Date year = record::date(record.first({"PY"}));
  const std::string day = record.first({"PD"});
  // "AUG 1": the year stands apart.
  work.issued = record::date(record::year_in(day) > 0 ? day : day + " " + record.first({"PY"}));
  if (year.year != 0 && work.issued.year != year.year) work.issued = year;
  work.electronic = record::date(record.first({"EA"}));
  work.container = record.first({"SO"});
  work.container_abbrev = record.first({"JI", "J9"});
  work.volume = record.first({"VL"});
  work.issue = record.first({"IS"});
  work.pages = record::pages(record.first({"BP"}), record.first({"EP"}));
  if (work.pages.empty()) work.pages = record::pages(record.first({"PS", "AR"}));
  work.issn = record.first({"SN", "EI"});
  work.publisher = record.first({"PU"});
  work.language = record.first({"LA"});
  if (const auto text = record.first({"AB"}); !text.empty()) work.abstract.push_back({"", "", text});
  for (const auto& words : record.all({"DE", "ID"})) {
    for (auto& word : record::split(words, ';')) work.keywords.push_back(std::move(word));
  }
  work.affiliations = record.all({"C1"});
  for (const auto& reference : record.all({"CR"})) {
    model::WorkLink link;
    link.printed = reference;
    if (const size_t doi = reference.find("DOI "); doi != std::string::npos)
      record::take_doi(link.target, std::string_view(reference).substr(doi + 4));
    work.links.push_back(std::move(link));
  }
  if (const auto type = record.first({"DT"}); !type.empty()) work.publication_types.push_back(type);
  for (const auto& note : record.all({"N1"})) record::add_note(work, note);
  return work;
}

class IsiReader final : public Reader {
 public:
  std::string_view name() const override { return format; }
  std::string_view description() const override { return "Web of Science tagged text (.txt, .ciw, .isi)"; }

  bool accepts(std::string_view bytes) const override {
    const record::Head decoded(bytes);
    std::string_view head = decoded.text();
    const size_t begin = head.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return false;
    head.remove_prefix(begin);
    if (head.starts_with("FN ")) return head.find("\nVR ") < 200 || head.find("\rVR ") < 200;
    // Without the header: "PT J" and then another tag.
    if (!head.starts_with("PT ") || head.size() < 6 || (head[4] != '\r' && head[4] != '\n')) return false;
    const size_t next = head.find_first_not_of("\r\n", 4);
    return next != std::string_view::npos &&
           tagged::tag_of(head.substr(next, head.find_first_of("\r\n", next) - next), dialect()).has_value();
  }

  void read(Input& input, const std::string& path, Sink& sink) const override {
    tagged::Scanner scanner(input, dialect(), path, sink);
    while (const auto record = scanner.next())
      record::finish(work_of(*record), {path, format, record->line, record->source}, record->first({"DI"}),
                     sink);
  }
};

}  // namespace

const Reader& isi_reader() {
  static const IsiReader reader;
  return reader;
}

}  // namespace evident::read
