// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace evident::extract {

/// The sentences of a text whose citation marks are known. A number that only mark-up tells from the words
/// ("mood.4,5 Later") neither hides the end of a sentence nor begins one: it belongs to the sentence before
/// it. `marks` are in order.
std::vector<Span> sentences_around(std::string_view text, const std::vector<Span>& marks);

}  // namespace evident::extract
