// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace evident::query {

/// Of the program; passports bear it, so that a link can be told from one that another version made.
inline constexpr const char* program_version = "0.1.0";

}  // namespace evident::query
