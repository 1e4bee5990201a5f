// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace evident::text {

/// How a word may be spelt elsewhere: British and American ("oesophageal", "randomised", "tumour"), Greek
/// letters and their names ("α", "alpha"). Made by rules that know no words, so some of what they give is no
/// word at all: ask a vocabulary. The word itself is not among them. REQUIRES small letters.
std::vector<std::string> spelling_variants(std::string_view word);

}  // namespace evident::text
