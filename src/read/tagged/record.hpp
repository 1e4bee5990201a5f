// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "read/record/identifiers.hpp"
#include "read/record/people.hpp"
#include "read/record/values.hpp"
#include "read/record/work_types.hpp"

namespace evident::read::tagged {

struct Field {
  std::string tag;
  std::string value;  ///< continuation lines joined by a blank
};

/// One record of a format of tagged lines, in the order of the file.
struct Record {
  std::vector<Field> fields;
  Span source;
  uint64_t line = 0;  ///< of its first line

  /// The first value of the first of the tags that has one; empty where none has.
  std::string first(std::initializer_list<std::string_view> tags) const;
  std::vector<std::string> all(std::initializer_list<std::string_view> tags) const;
};

using record::date;
using record::person;
using record::take_doi;
using record::take_pmcid;
using record::take_pmid;
using record::title;

}  // namespace evident::read::tagged
