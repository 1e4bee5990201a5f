// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/record/finish.hpp"

#include <utility>

namespace evident::read::record {

void finish(model::WorkRecord work, const Place& place, const std::string& printed_doi, Sink& sink) {
  const auto report = [&](Severity severity, const char* code, std::string message) {
    sink.report({severity, code, place.path, place.line, place.source, std::move(message)});
  };
  if (work.ids.empty() && work.title.empty()) {
    report(Severity::error, "empty-record", "the record has neither identifier nor title; it was skipped");
    return;
  }
  if (!printed_doi.empty() && work.ids.doi.empty())
    report(Severity::warning, "bad-doi", "\"" + printed_doi + "\" is no DOI; the record is kept without it");
  work.path = place.path;
  work.format = place.format;
  work.source = place.source;
  sink.work(std::move(work));
}

}  // namespace evident::read::record
