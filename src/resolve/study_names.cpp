// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve/study_names.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "extract/extract.hpp"
#include "resolve/mention_cues.hpp"
#include "resolve/text_words.hpp"

namespace evident::resolve {
namespace {

void add_once(std::vector<std::string>& list, std::string item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(std::move(item));
}

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

/// "COMBINE", "UKPDS", "STAR*D", "CATIE-AD"; shorter ones (MRI, HIV, RCT) are methods and diseases.
bool is_trial_name(std::string_view word) {
  constexpr size_t least_letters = 4;
  size_t capitals = 0, letters = 0;
  for (char c : word) {
    letters += is_letter(c) ? 1 : 0;
    capitals += c >= 'A' && c <= 'Z' ? 1 : 0;
  }
  return letters >= least_letters && capitals + 1 >= letters && word.size() <= 16 && word.front() >= 'A' &&
         word.front() <= 'Z' && !acronyms(word).empty();
}

/// In the singular: "CHMI studies" are studies of a kind.
bool calls_study(std::string_view folded) {
  static constexpr std::array<std::string_view, 5> words = {"trial", "study", "cohort", "rct",
                                                            "investigators"};
  return std::find(words.begin(), words.end(), folded) != words.end();
}

std::string in_capitals(std::string_view word) {
  std::string name;
  for (char c : word)
    if (std::isalnum(static_cast<unsigned char>(c)) != 0)
      name += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return name;
}

void add_called(std::string_view text, StudyNames& names) {
  // Nearly all sentences end here: a name has two capitals in a row.
  if (std::adjacent_find(text.begin(), text.end(), [](char left, char right) {
        return left >= 'A' && left <= 'Z' && right >= 'A' && right <= 'Z';
      }) == text.end())
    return;
  const std::vector<TextWord> words = text_words(text);
  for (size_t at = 0; at + 1 < words.size(); ++at)
    if (!words[at].closed && calls_study(words[at + 1].folded) && is_trial_name(words[at].text))
      add_once(names.trials, in_capitals(words[at].text));
}

void add_set_apart(std::string_view title, StudyNames& names) {
  const std::vector<TextWord> words = text_words(title);
  // A title that is no study's sets instruments and diseases apart.
  if (std::none_of(words.begin(), words.end(), [](const TextWord& word) { return calls_study(word.folded); }))
    return;
  for (const TextWord& word : words) {
    const bool bracketed =
        word.start > 0 && title[word.start - 1] == '(' && word.end < title.size() && title[word.end] == ')';
    const bool before_colon = word.end < title.size() && title[word.end] == ':';
    if ((bracketed || before_colon) && is_trial_name(word.text))
      add_once(names.trials, in_capitals(word.text));
  }
}

}  // namespace

StudyNames study_names(std::string_view text) {
  StudyNames names;
  names.registrations = extract::registrations(text);
  add_called(text, names);
  return names;
}

StudyNames study_names(const model::WorkRecord& work) {
  StudyNames names;
  names.registrations = work.study.registrations;
  add_called(work.title, names);
  add_set_apart(work.title, names);
  for (const model::AbstractSection& section : work.abstract) add_called(section.text, names);
  return names;
}

std::vector<std::string> study_name_keys(const StudyNames& names) {
  constexpr size_t most = 6;  // of each kind; who lists more tells of many
  std::vector<std::string> keys;
  for (size_t at = 0; at < std::min(names.registrations.size(), most); ++at)
    keys.push_back("m:reg:" + names.registrations[at].substr(0, 40));
  for (size_t at = 0; at < std::min(names.trials.size(), most); ++at)
    keys.push_back("m:trial:" + names.trials[at]);
  return keys;
}

}  // namespace evident::resolve
