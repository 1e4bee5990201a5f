// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/work.hpp"

namespace evident::read::record {

/// The parts between the separators, without blanks around them; empty ones are left out.
std::vector<std::string> split(std::string_view text, char separator);

/// The first run of four digits that can be a year; 0 where none.
int year_in(std::string_view text);
/// "2002 Sep 14", "2002/09/14", "2002-09", "14 Sep 2002", "9/14/2002", "2002": year, month and day as far as
/// told; printed is kept where it is more ("2002 Spring", "2001-01/2001-03").
model::Date date(std::string_view text);
/// 1 to 12 of a number or the name of a month in English; 0 where it is neither.
int month(std::string_view word);

/// A title without its final full stop.
std::string title(std::string text);
/// Text of a note or title in HTML, its tags dropped.
std::string without_markup(std::string_view html);
/// "11-19": dashes of every kind as one hyphen, blanks around them left out.
std::string pages(std::string_view text);
/// First and last page as pages(); the last one may be missing.
std::string pages(const std::string& first, const std::string& last);

}  // namespace evident::read::record
