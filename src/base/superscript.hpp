// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace evident {

/// Numbers with commas and dashes between them ("4, 7-9") in superscript digits; empty for anything else.
std::string superscript(std::string_view text);

}  // namespace evident
