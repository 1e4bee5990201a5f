// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/printed_date.hpp"

namespace evident::read::record {

/// The parts between the separators, without blanks around them; empty ones are left out.
std::vector<std::string> split(std::string_view text, char separator);

using model::month;
using model::year_in;
inline model::Date date(std::string_view text) {
  return model::printed_date(text);
}

/// A title without its final full stop.
std::string title(std::string text);
/// Text of a note or title in HTML, its tags dropped.
std::string without_markup(std::string_view html);
/// "11-19": dashes of every kind as one hyphen, blanks around them left out.
std::string pages(std::string_view text);
/// First and last page as pages(); the last one may be missing.
std::string pages(const std::string& first, const std::string& last);

}  // namespace evident::read::record
