// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "model/work.hpp"

namespace evident::model {

/// The first run of four digits that can be a year; 0 where none.
int year_in(std::string_view text);
/// "2002 Sep 14", "2002/09/14", "2002-09", "14 Sep 2002", "9/14/2002", "2002": year, month and day as far as
/// told; printed is kept where it is more ("2002 Spring", "2001-01/2001-03").
Date printed_date(std::string_view text);
/// 1 to 12 of a number or the name of a month; 0 where it is neither.
int month(std::string_view word);

}  // namespace evident::model
