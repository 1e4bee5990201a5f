// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/work.hpp"
#include "read/csv/columns.hpp"

namespace evident::read::csv {

/// The record of a row, without its place. Cells beyond the columns are left out.
model::WorkRecord work_of(const std::vector<Column>& columns, const std::vector<std::string>& cells);

/// The cell of a column that holds something, the first where there are several; empty where none does.
std::string first_of(const std::vector<Column>& columns, const std::vector<std::string>& cells,
                     Column column);

}  // namespace evident::read::csv
