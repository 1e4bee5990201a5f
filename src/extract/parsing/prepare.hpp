// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "model/identifier.hpp"

namespace evident::extract::parsing {

/// A printed reference after everything that a rule reads without doubt was taken out of it.
struct Prepared {
  std::string text;  ///< as long as what was printed; what was taken is blank
  model::Identifiers ids;
  std::string url;
  std::string accessed;  ///< "2009-03-26" of "Retrieved 2009-03-26"
  std::string remarks;   ///< what else was taken out and is no field: "S2CID 32016657"
};

/// Takes out identifiers, addresses, dates of access, remarks on copies, names of links, remains of mark-up
/// and the number in front of an entry. The trainer and the tagger share this, as they share the features.
Prepared prepare(std::string_view printed);

}  // namespace evident::extract::parsing
