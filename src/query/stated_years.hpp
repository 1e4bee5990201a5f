// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/work.hpp"

namespace evident::query {

/// A year that a claim gives to a study, with the words that do so: "trial of 2009", "Lind (2011)".
struct StatedYear {
  int year = 0;
  std::string printed;
  bool published = false;  ///< that of publication; else the study may have been made then
};

/// The years that a claim says a study is of: "a 2005 trial", "the trial of 2009", "published in 2003", "In
/// 2003 Lind ..." of its first author. Those in which anything else happened are none.
std::vector<StatedYear> stated_years(std::string_view claim, const model::WorkRecord& work);

}  // namespace evident::query
