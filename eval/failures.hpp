// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "eval/measure.hpp"

namespace evident::eval {

/// What a measure found wrong, by cause. A cause that begins with "wrong" is shown before what is missed.
class Failures {
 public:
  void add(const std::string& cause, std::string told) { m_told[cause].push_back(std::move(told)); }
  /// Appends the causes by their number to the table, and up to `most` failures, taken in turn from each
  /// cause.
  void report(Result& result, size_t most = 10) const;

 private:
  std::map<std::string, std::vector<std::string>> m_told;
};

/// How a field that was read differs from what is wanted: "title missed", "title too long".
std::string field_cause(std::string_view field, const std::string& wanted, const std::string& found);

}  // namespace evident::eval
