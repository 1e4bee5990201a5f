// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace evident::text {

/// Splits one block of running text (a paragraph, without blank lines) into sentences. Spans are byte offsets
/// into `text`, start at the first and end after the last character that is not white space, and do not
/// overlap. A citation marker ("[3]", "[1][2]", "[5-8]") after the full stop belongs to the sentence before
/// it, also across a line break; so do closing quotes and brackets.
std::vector<Span> sentences(std::string_view text);

}  // namespace evident::text
