// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/pages.hpp"

namespace evident::render {

std::pair<std::string, std::string> page_range(const std::string& pages) {
  const auto is_number = [](const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  };
  constexpr std::string_view en_dash = "\xE2\x80\x93";
  size_t dash = pages.find('-'), behind = dash + 1;
  if (const size_t at = pages.find(en_dash); dash == std::string::npos && at != std::string::npos) {
    dash = at;
    behind = at + en_dash.size();
  }
  if (dash == std::string::npos) return {pages, ""};
  const std::string first = pages.substr(0, dash);
  std::string last = pages.substr(behind);
  if (last.find_first_of("-,;") != std::string::npos) return {pages, ""};
  // MEDLINE leaves out the digits that both have.
  if (is_number(first) && is_number(last) && last.size() < first.size())
    last.insert(0, first, 0, first.size() - last.size());
  return {first, last};
}

}  // namespace evident::render
