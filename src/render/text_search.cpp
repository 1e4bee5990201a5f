// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "render/text.hpp"

namespace evident::render {

std::string text_search(const index::SearchResult& result, size_t offset, const Terminal& terminal) {
  std::string out;
  if (result.relaxed)
    out += terminal.paint("Nothing has all of the words; these have some of them.\n\n", Ink::yellow);
  if (!result.suggestion.empty())
    out += "Did you mean: " + terminal.paint(printable(result.suggestion), Ink::bold) + "?\n\n";
  size_t number = offset;
  for (const auto& hit : result.hits) {
    std::string title = hit.title.empty() ? hit.id : hit.title;
    if (hit.year != 0) title += fmt::format(" ({})", hit.year);
    const std::string lead = fmt::format("{:>3}. {:<8}", ++number, hit.kind);
    out += terminal.wrap(printable(title), lead, Ink::bold);
    const std::string& words = hit.snippet.empty() ? hit.text : hit.snippet;
    if (!hit.text.empty()) out += terminal.wrap(printable(words), "     ");
    std::string ids = ids_line(hit.ids);
    if (ids.empty()) ids = hit.id;
    out += terminal.paint(fmt::format("     {}", ids), Ink::dim);
    if (const auto word = standing(hit.retracted, hit.concern); !word.empty())
      out += terminal.paint("  " + word, Ink::red);
    out += "\n\n";
  }
  for (const auto& [field, values] : result.facets) {
    out += terminal.paint(field, Ink::bold) + "\n";
    for (const auto& [value, count] : values)
      out += terminal.wrap(printable(value), fmt::format("  {:>8}  ", count));
    out += "\n";
  }
  if (result.total > result.hits.size()) {
    out += terminal.paint(fmt::format("{} of {}{} matches\n", result.hits.size(),
                                      result.estimated ? "about " : "", result.total),
                          Ink::dim);
  }
  return out;
}

}  // namespace evident::render
