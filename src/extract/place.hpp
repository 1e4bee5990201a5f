// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace evident::extract {

/// A place that a text names, with the words that named it.
struct Place {
  std::string country;        ///< English name, "Italy"
  bool adjective = false;     ///< told by nationality ("Italian")
  size_t start = 0, end = 0;  ///< bytes in the text
};

/// Countries named in running text, in order, by name or by nationality. Words must be capitalised.
std::vector<Place> places(std::string_view text);

/// The country at the end of an affiliation, English name; "" where none is named.
std::string affiliation_country(std::string_view affiliation);

/// The city of an affiliation by its place before the country; "" where the shape does not tell.
std::string affiliation_city(std::string_view affiliation);

/// Names of universities, institutes, hospitals ... in an affiliation or in running text, in order.
std::vector<std::string> institutions(std::string_view text);

}  // namespace evident::extract
