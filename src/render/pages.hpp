// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>

namespace evident::render {

/// First and last page of "1915-22" (1915, 1922), "e12-e15", "31"; the last is empty where there is one page,
/// or more than one range.
std::pair<std::string, std::string> page_range(const std::string& pages);

}  // namespace evident::render
