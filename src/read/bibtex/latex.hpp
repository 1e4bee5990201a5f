// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace evident::read::bibtex {

/// LaTeX as plain Unicode text: accents and symbols composed, quotation marks and dashes, mark-up and braces
/// dropped with their words kept, mathematics as far as it is letters and signs. An unknown command is
/// dropped, its argument kept. White space is squeezed.
std::string unlatex(std::string_view latex);

/// A value that is no prose (an address, a DOI): braces and the backslashes before signs dropped, nothing
/// else.
std::string verbatim(std::string_view latex);

/// The end of the group that opens at `at` ("{"), behind its closing brace; the end of the text where it has
/// none.
size_t group_end(std::string_view latex, size_t at);

/// What a command without argument prints ("ss", "textendash", "alpha"); nullopt where it is not known.
std::optional<std::string_view> symbol_of(std::string_view command);
/// The combining character of an accent, a sign ("'") or letter ("v"); 0 where it is none.
char32_t accent_of(std::string_view command);
/// Commands whose argument is for TeX and not for readers: "noopsort", "label".
bool hides_argument(std::string_view command);

}  // namespace evident::read::bibtex
