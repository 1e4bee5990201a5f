// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace evident::model {

// Baseline and update files apply in the numeric order of their names, whatever order they were read in.

/// Less than, equal to or greater than 0. Runs of digits compare as numbers ("n9" before "n10"); names go
/// first, folders decide between equal names.
int compare_files(std::string_view left, std::string_view right);

/// What the names of one series share: the name up to its first dot, each run of digits as "#"
/// ("pubmed#n#" of ".../pubmed25n0001.xml.gz").
std::string file_series(std::string_view path);

}  // namespace evident::model
