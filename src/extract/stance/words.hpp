// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// What extract::stance() is made of: which words of a sentence speak of success, failure and change.
namespace evident::extract::stances {

/// Folded words of a sentence, in order.
using Words = std::vector<std::string>;

bool starts_with_any(const std::string& word, std::initializer_list<std::string_view> starts);

/// Says by itself that something works.
bool asserts_success(const std::string& word);
/// "keeps", "kept": what stands behind tells whether that is good.
bool keeps(const std::string& word);
/// Says by itself that something does not work.
bool asserts_failure(const std::string& word);
/// Says by itself that something makes it worse.
bool asserts_harm(const std::string& word);
/// Says that something went down or up; what it was decides whether that is good.
bool goes_down(const std::string& word);
bool goes_up(const std::string& word);
/// Goes down, or is prevented or relieved.
bool is_kept_down(const std::string& word);
/// "women at increased risk": a change that is not told of, but that some have.
bool is_attribute(const Words& words, size_t at);
/// Where the word at `at` is of a change of a change or effect ("prevents a rise", "reduced the effect"):
/// which word is the other.
std::optional<size_t> changed_change(const Words& words, size_t at);
bool wanted_outcome(const std::string& word);
bool unwanted_outcome(const std::string& word);
bool negates(const std::string& word);
/// Any of success, failure, change or effect.
bool is_polar(const std::string& word);

/// Words of one field that name the same outcome, so that "relapse" speaks of "alcohol dependence".
std::string field_of(const std::string& stemmed);
/// Topic words with the words of polarity left out: those are not what the sentence is about.
std::set<std::string> subject_words(std::string_view sentence);

}  // namespace evident::extract::stances
