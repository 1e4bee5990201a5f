// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace evident::extract::field {

/// "NICE", "WHO": three capitals or more, without stops.
bool is_acronym(std::string_view text);

/// "National Institute of Ponds" of "National Institute of Ponds (NIP)", "NIP (National Institute of Ponds)"
/// and "NIP. National Institute of Ponds".
std::string_view without_acronym(std::string_view name);

/// An organisation; "Center DB" and "Group J" are people.
bool is_body(std::string_view name);

}  // namespace evident::extract::field
