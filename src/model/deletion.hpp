// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "base/span.hpp"

namespace evident::model {

/// A file's order that a record of earlier files is gone (PubMed's DeleteCitation). It holds for records of
/// that PMID and version that stand before it in file order (file_order.hpp); a later file may bring one
/// back.
struct Deletion {
  std::string pmid;
  int version = 1;
  std::string path;  ///< file
  Span source;       ///< bytes of the PMID's element in the (uncompressed) file
  uint64_t line = 0;
  bool operator==(const Deletion&) const = default;
};

}  // namespace evident::model
