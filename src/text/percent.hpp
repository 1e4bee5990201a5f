// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace evident::text {

/// The bytes that "%3C" and the like stand for in an address (RFC 3986); what is no such escape stays.
std::string percent_decoded(std::string_view address);

}  // namespace evident::text
