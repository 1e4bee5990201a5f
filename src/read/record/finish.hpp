// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "read/reader.hpp"

namespace evident::read::record {

/// Where a record stands.
struct Place {
  std::string path;
  std::string_view format;  ///< reader's name
  uint64_t line = 0;
  Span source;
};

/// Hands a record over with its place; one with neither identifier nor title is reported ("empty-record") and
/// left out. `printed_doi` is what the record gives as its DOI: reported ("bad-doi") where it is none.
void finish(model::WorkRecord work, const Place& place, const std::string& printed_doi, Sink& sink);

}  // namespace evident::read::record
