// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/plain/marker_style.hpp"

#include <algorithm>

#include "read/plain/entry_shapes.hpp"
#include "read/plain/lines.hpp"

namespace evident::read::plain {
namespace {

/// Calls `take` with each number of a marker.
template <class Take>
void each_number(std::string_view marker, Take take) {
  constexpr size_t most = 100000;  // no list has more entries
  size_t number = 0;
  for (const char c : marker) {
    if (c >= '0' && c <= '9') {
      number = std::min(most, number * 10 + static_cast<size_t>(c - '0'));
    } else if (number > 0) {
      take(number);
      number = 0;
    }
  }
}

/// "Moe et al., 2001", "see Moe, 2001; Poe, 2002": a year behind a comma.
bool names_year(std::string_view inside) {
  for (size_t comma = inside.find(", "); comma != std::string_view::npos;
       comma = inside.find(", ", comma + 1))
    if (has_year(inside.substr(comma + 2, 4)) && comma > 0) return true;
  return false;
}

}  // namespace

size_t greatest_marker(std::string_view text) {
  size_t greatest = 0;
  bool first = false;
  for (size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
    each_number(text.substr(at, marker_at(text, at)), [&](size_t number) {
      greatest = std::max(greatest, number);
      first = first || number == 1;
    });
  }
  return first ? greatest : 0;
}

bool cites_by_year(std::string_view text) {
  constexpr size_t longest = 200;
  for (size_t open = text.find('('); open != std::string_view::npos; open = text.find('(', open + 1)) {
    const std::string_view rest = text.substr(open + 1, longest);
    const std::string_view inside = rest.substr(0, std::min(rest.find(')'), rest.size()));
    const bool named = text.substr(0, open).ends_with("et al. ") && has_year(inside);
    if (named || names_year(inside)) return true;
  }
  return false;
}

}  // namespace evident::read::plain
