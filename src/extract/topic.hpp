// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace evident::extract {

/// A folded word without the endings of inflection and derivation, so that "abstinent" meets "abstinence".
std::string stem(std::string_view folded_word);

/// True for words that any report of research may hold ("study", "patients", "significant"): they tell no
/// topic.
bool is_research_word(std::string_view folded_word);

/// Stems of the words of a text that tell what it is about, each once, in order.
std::vector<std::string> topic_words(std::string_view text);
/// The same as a set, and with compounds ("high-dose") as words of their own: they tell more than their
/// parts.
std::set<std::string> topic_set(std::string_view text);

}  // namespace evident::extract
