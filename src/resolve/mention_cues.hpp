// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/quantity.hpp"
#include "model/work.hpp"

namespace evident::resolve {

/// A word of running text with its punctuation taken off.
struct TextWord {
  std::string_view text;
  std::string folded;
  bool capital = false;
  bool closed = false;  ///< punctuation other than a full stop of an abbreviation follows
  size_t start = 0, end = 0;
};
std::vector<TextWord> text_words(std::string_view text);

/// A person whom a text names as the one who did or wrote something, or merely names.
struct PersonCue {
  std::string family;  ///< folded
  std::string given;   ///< folded; empty where the text has the surname alone
  bool et_al = false;
  bool agent = false;  ///< "by X", "X et al.", "X reported ...": speaks of work of that person
  size_t start = 0, end = 0;
};

/// Persons by title ("Dr."), by "et al.", and those whose folded surname is in `known`.
std::vector<PersonCue> person_cues(std::string_view text, const std::set<std::string>& known);

/// A journal that a text names.
struct JournalCue {
  std::string name;
  bool sure = false;  ///< called a journal by the text, or said to be published in
};
std::vector<JournalCue> journal_cues(std::string_view text);

/// True where two journal names may be one: every significant word is the beginning of its counterpart ("J
/// Clin Psychopharmacol"), or one is the initials of the other ("JAMA").
bool same_journal(std::string_view left, std::string_view right);
/// First letters of the significant words of a journal's name: the same for full title and abbreviation.
std::string journal_initials(std::string_view name);

/// Words in capitals that stand for something of the text's own ("BACLAD", "NIV"), without those of
/// statistics and countries that every report has.
std::set<std::string> acronyms(std::string_view text);

/// What a stretch of text tells about a study that it speaks of.
struct StudyCues {
  std::vector<PersonCue> persons;
  std::vector<JournalCue> journals;
  std::vector<int> years;                    ///< of a publication: "in 2004", "(2004)", "the 2004 trial"
  std::vector<std::string> study_countries;  ///< "an Italian study"
  std::vector<std::string> countries;        ///< any
  std::set<std::string> capitals;            ///< folded capitalised words, for cities
  std::vector<std::string> institutions;     ///< folded
  std::vector<model::Quantity> quantities;
  model::StudyDesign design = model::StudyDesign::unknown;
  bool study_word = false;  ///< study, trial, report, paper, team ...
  bool self_experiment = false;
  bool book = false;
  std::set<std::string> topics;
};
StudyCues study_cues(std::string_view text, const std::set<std::string>& known_families);

bool is_study_word(std::string_view folded);
/// True for a sentence that brings up a study: "A trial was conducted", "An Italian study", "84 patients were
/// randomly ...".
bool introduces_study(std::string_view sentence);
/// True for a sentence that goes on about the study before it: "The trial lasted", "Results showed", "In his
/// paper".
bool continues_study(std::string_view sentence);

}  // namespace evident::resolve
