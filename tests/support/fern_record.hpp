// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/work.hpp"

namespace evident::test {

/// One of as many records as a test of the store wants: PMID 90000000 and on, "Fern 0" and on, of one file.
inline model::WorkRecord fern_record(int number) {
  model::WorkRecord record;
  record.ids.pmid = std::to_string(90000000 + number);
  record.title = "Fern " + std::to_string(number);
  record.path = "/ferns.xml";
  record.format = "pubmed-xml";
  return record;
}

}  // namespace evident::test
