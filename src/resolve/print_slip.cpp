// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve/print_slip.hpp"

#include <algorithm>

#include "text/normal.hpp"

namespace evident::resolve {

bool is_slip(std::string_view left, std::string_view right, size_t least) {
  if (left == right || std::min(left.size(), right.size()) < least) return false;
  const std::string_view longer = left.size() >= right.size() ? left : right;
  const std::string_view shorter = left.size() >= right.size() ? right : left;
  const size_t more = longer.size() - shorter.size();
  if (more > 1) return false;
  const auto at = static_cast<size_t>(std::mismatch(shorter.begin(), shorter.end(), longer.begin()).first -
                                      shorter.begin());
  if (more == 1) return longer.substr(at + 1) == shorter.substr(at);
  if (longer.substr(at + 1) == shorter.substr(at + 1)) return true;
  return at + 1 < longer.size() && longer[at] == shorter[at + 1] && longer[at + 1] == shorter[at] &&
         longer.substr(at + 2) == shorter.substr(at + 2);
}

std::string first_page(std::string_view pages) {
  const auto words = text::fold_words(pages);
  return words.empty() ? "" : words.front();
}

}  // namespace evident::resolve
