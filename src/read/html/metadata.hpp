// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/work.hpp"
#include "read/html/tree.hpp"

namespace evident::read::html {

/// A reference that the head of a page lists.
struct ListedReference {
  std::string printed;
  model::MarkedReference stated;
  Span span;  ///< of its <meta>
};

/// What a page says of itself for other programs.
struct Metadata {
  model::WorkRecord record;
  bool is_work = false;      ///< it says that it is an article, report ... that can be cited
  std::string window_title;  ///< <title>, without the site's name where that can be told
  std::vector<ListedReference> references;
};

/// Reads Highwire's tags (citation_...), Dublin Core, PRISM, Open Graph, and JSON-LD of schema.org, in that
/// order of trust: the first that tells a field keeps it. Provenance is the caller's to add.
Metadata metadata(const Tree& tree);

}  // namespace evident::read::html
