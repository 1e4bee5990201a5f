// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "resolve/text_words.hpp"

namespace evident::resolve {

/// A thing that was given, or what it was given for, as a text calls it.
struct NamedThing {
  std::set<std::string> stems;  ///< of the words of its name: "red wine"
  std::string kind;             ///< letter or number behind them, folded: "d" of "vitamin D", "b12"
};

/// The things that a list of nouns from `at` on names, "zinc, vitamin D or placebo", over amounts and over
/// those to whom they were given; none where what follows is no thing or a pronoun. Ends at the first
/// preposition or finite verb.
std::vector<NamedThing> named_things(std::string_view text, const std::vector<TextWord>& words, size_t at);
/// The same, but ends at a number, too: "for gout", not "for 12 weeks".
std::vector<NamedThing> named_reasons(std::string_view text, const std::vector<TextWord>& words, size_t at);

/// "d" of "D", "b12" of "B-12": which of several things a word behind their name says it is; "" where none.
std::string kind_of(const TextWord& word);

/// True where folded text tells of the kind near a word of that name: "vitamins C and E", "B vitamins".
bool tells_kind(const NamedThing& thing, std::string_view folded_text);

}  // namespace evident::resolve
