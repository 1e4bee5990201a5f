// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/reference.hpp"
#include "read/wikitext/page.hpp"
#include "read/wikitext/template.hpp"

namespace evident::read::wikitext {

/// A work as a citation template tells it.
struct Citation {
  model::ReferenceFields fields;
  model::Identifiers ids;
  std::string printed;               ///< much as the template would print it
  std::vector<std::string> anchors;  ///< what short citations call it, see anchor_of
};

Citation citation_of(const Page& page, const Template& use);

/// What joins a short citation to the full one: names and year, folded, without blanks.
std::string anchor_of(const std::vector<std::string>& names, std::string_view year);

}  // namespace evident::read::wikitext
