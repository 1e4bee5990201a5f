// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/odt/bibliography_mark.hpp"

#include "read/record/identifiers.hpp"
#include "read/record/people.hpp"
#include "read/record/values.hpp"
#include "read/xml/plain_text.hpp"

namespace evident::read::odt {

model::WorkRecord marked_work(xml::SourceNode mark) {
  const auto value = [&](const char* name) { return xml::decoded(mark.attribute(name), nullptr); };
  model::WorkRecord work;
  work.title = record::title(value("title"));
  work.authors = record::people_of(value("author"));
  work.issued.year = record::year_in(value("year"));
  work.container = value("journal").empty() ? value("booktitle") : value("journal");
  work.volume = value("volume");
  work.issue = value("number");
  work.pages = value("pages");
  work.publisher = value("publisher");
  work.url = value("url");
  work.ids.key = value("identifier");
  record::take_doi(work.ids, work.url);
  return work;
}

}  // namespace evident::read::odt
