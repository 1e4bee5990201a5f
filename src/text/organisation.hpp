// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace evident::text {

/// True where a word of a name shows that it is an organisation's ("World Health Organization"), not a
/// person's.
bool names_organisation(std::string_view name);

}  // namespace evident::text
