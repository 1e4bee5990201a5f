// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/refer/reader.hpp"

#include <algorithm>

#include "read/record/finish.hpp"
#include "read/record/labels.hpp"
#include "read/tagged/scanner.hpp"

namespace evident::read {

namespace {

using tagged::Record;

constexpr std::string_view format = "refer";

tagged::Dialect dialect() {
  tagged::Dialect dialect;
  dialect.form = tagged::Dialect::Form::percent;
  dialect.first_tag = "%0";
  dialect.list_tags = {"%A", "%E", "%K"};
  return dialect;
}

model::WorkRecord work_of(const Record& record) {
  model::WorkRecord work;
  const std::string kind = record.first({"%0"});
  // refer itself has no types: what has a journal is an article.
  work.type = !kind.empty()                   ? record::work_type(kind)
              : !record.first({"%J"}).empty() ? model::WorkType::article
                                              : model::WorkType::book;
  record::take_doi(work.ids, record.first({"%R"}));
  record::take_pmid(work.ids, record.first({"%M"}));
  for (const auto& link : record.all({"%U", "%>"})) record::take_from_link(work.ids, link);
  work.ids.key = record.first({"%F"});
  work.title = record::title(record.first({"%T"}));
  if (work.title.empty()) work.title = record::title(record.first({"%B"}));
  for (const auto& name : record.all({"%A"})) work.authors.push_back(record::person_in_any_order(name));
  for (const auto& name : record.all({"%E"})) work.editors.push_back(record::person_in_any_order(name));
  work.issued = record::date(record.first({"%D"}));
  const model::Date day = record::date(record.first({"%8"}) + " " + record.first({"%D"}));
  if (day.year == work.issued.year && day.month > 0) work.issued = day;
  work.container = record.first({"%J", "%B"});
  if (work.container == work.title) work.container.clear();
  work.volume = record.first({"%V"});
  work.issue = record.first({"%N"});
  work.pages = record::pages(record.first({"%P"}));
  if (const auto number = record.first({"%@"}); number.size() == 9 && number[4] == '-') work.issn = number;
  work.publisher = record.first({"%I"});
  work.language = record.first({"%G"});
  work.url = record.first({"%U"});
  if (const auto text = record.first({"%X"}); !text.empty()) work.abstract.push_back({"", "", text});
  work.keywords = record.all({"%K"});
  for (const auto& note : record.all({"%Z", "%O", "%<"})) record::add_note(work, note);
  for (const auto& label : record.all({"%L"})) work.notes.push_back("call number: " + label);
  return work;
}

class ReferReader final : public Reader {
 public:
  std::string_view name() const override { return format; }
  std::string_view description() const override { return "refer and EndNote import (.enw)"; }

  bool accepts(std::string_view bytes) const override {
    const record::Head decoded(bytes);
    std::string_view head = decoded.text();
    const size_t begin = head.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return false;
    head.remove_prefix(begin);
    // "% a comment" of TeX is none; the second line must be a field too.
    size_t fields = 0, lines = 0;
    while (!head.empty() && lines < 4) {
      const size_t end = std::min(head.find_first_of("\r\n"), head.size());
      if (end > 0) {
        const auto tag = tagged::tag_of(head.substr(0, end), dialect());
        if (lines == 0 && !tag) return false;
        fields += tag && tag->first.find_first_of("%0ABCDEFGHIJKLMNOPQRSTUVXYZ789@<>", 1) == 1;
        ++lines;
      }
      head.remove_prefix(std::min(end + 1, head.size()));
    }
    return fields >= std::min<size_t>(lines, 2) && lines > 0;
  }

  void read(Input& input, const std::string& path, Sink& sink) const override {
    tagged::Scanner scanner(input, dialect(), path, sink);
    while (const auto record = scanner.next())
      record::finish(work_of(*record), {path, format, record->line, record->source}, "", sink);
  }
};

}  // namespace

const Reader& refer_reader() {
  static const ReferReader reader;
  return reader;
}

}  // namespace evident::read
