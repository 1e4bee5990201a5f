// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "index/store.hpp"

namespace evident::index {

/// A writer overtook what was reading.
struct StoreChanged : StoreError {
  using StoreError::StoreError;
};

/// Reads the citations of a whole store in the order in which its terms and documents lie. Takes 4 bytes a
/// document; what it hands over is the caller's to keep.
///
/// Nodes are the articles and works (ghosts among them), numbered from 0 by their ids as indexed
/// (indexed_id()). A citation leads from an article to each work that one of its references or claims means
/// without doubt, and from a work to those that its own record names; those the store knows nothing of are
/// left out. Citations come in no order, some more than once.
struct CitationScan {
  std::function<void(const std::string& id)> node;  ///< all nodes, before the first citation
  std::function<void(uint32_t from, uint32_t to)> citation;

  /// Returns the revision that was read. Throws StoreChanged when a writer overtook it: the store has been
  /// reopened, and all is to be done again.
  std::string run(const Store& store) const;
};

/// The form of an id that orders nodes: itself, unless it is too long for a term.
std::string indexed_id(std::string_view id);

}  // namespace evident::index
