// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace evident::extract::stances {

/// The parts of a sentence that negation does not reach across, folded.
std::vector<std::string> clauses(std::string_view sentence);
/// Without what reads as a denial and is none: "not surprisingly", "no doubt".
std::string without_emphasis(std::string_view sentence);
/// True for parts on harm, which say nothing of whether a treatment works.
bool about_harm(const std::string& folded);
/// "we cannot exclude the possibility that ...", "further trials are needed": a clause that asserts nothing.
bool asserts_nothing(const std::string& folded);
/// "it is a myth that ...", "critics deny that ...", a question: what is told, not held, the whole of it.
bool is_told_not_held(std::string_view sentence);

/// Where a sentence tells what it leaves out, in bytes.
struct Exclusion {
  size_t start = 0, end = 0;
};
std::vector<Exclusion> exclusions(std::string_view sentence);
/// A sentence without what it leaves out: ", but not in men", "rather than rest".
std::string without_exclusions(std::string_view sentence);
/// Both speak of a thing or both of its absence ("quitting smoking"), and not one of people and the other of
/// animals.
bool of_the_same(std::string_view claim, std::string_view finding);
/// Both deny equally often, and both or neither hold anything back.
bool asserts_alike(std::string_view claim, std::string_view finding);

}  // namespace evident::extract::stances
