// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/failures.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace evident::eval {

void Failures::report(Result& result, size_t most) const {
  std::vector<std::pair<size_t, std::string>> causes;
  for (const auto& [cause, told] : m_told) causes.emplace_back(told.size(), cause);
  std::sort(causes.rbegin(), causes.rend());
  if (!causes.empty()) result.table += "\n| failures by cause | |\n|---|---|\n";
  for (const auto& [count, cause] : causes) result.table += fmt::format("| {} | {} |\n", cause, count);
  std::stable_partition(causes.begin(), causes.end(),
                        [](const auto& cause) { return cause.second.starts_with("wrong"); });
  const size_t end = result.failures.size() + most;
  for (size_t turn = 0; result.failures.size() < end; ++turn) {
    bool any = false;
    for (const auto& [count, cause] : causes) {
      if (turn >= count || result.failures.size() >= end) continue;
      result.failures.push_back(cause + ": " + m_told.at(cause)[turn]);
      any = true;
    }
    if (!any) break;
  }
}

std::string field_cause(std::string_view field, const std::string& wanted, const std::string& found) {
  return fmt::format("{} {}", field,
                     found.empty()                             ? "missed"
                     : wanted.empty()                          ? "where none is"
                     : found.find(wanted) != std::string::npos ? "too long"
                     : wanted.find(found) != std::string::npos ? "too short"
                                                               : "other");
}

}  // namespace evident::eval
