// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/quantity.hpp"
#include "model/work.hpp"
#include "resolve/journal_cues.hpp"
#include "resolve/mention_vetoes.hpp"
#include "resolve/person_cues.hpp"

namespace evident::resolve {

/// Words in capitals that stand for something of the text's own ("BACLAD", "NIV"), without those of
/// statistics and countries that every report has.
std::set<std::string> acronyms(std::string_view text);

/// What a stretch of text tells about a study that it speaks of.
struct StudyCues {
  std::vector<PersonCue> persons;
  std::vector<JournalCue> journals;
  std::vector<int> years;                    ///< of a publication: "in 2004", "(2004)", "the 2004 trial"
  int latest_year = 0;                       ///< of all years that the text names
  std::vector<std::string> study_countries;  ///< "an Italian study"
  std::vector<std::string> countries;        ///< any
  std::set<std::string> capitals;            ///< folded capitalised words, for cities
  std::set<std::string> whereabouts;         ///< folded names behind "in", "from", "at": "rio de janeiro"
  std::vector<std::string> institutions;     ///< folded
  std::vector<model::Quantity> quantities;
  model::StudyDesign design = model::StudyDesign::unknown;
  bool study_word = false;  ///< study, trial, report, paper, team ...
  bool self_experiment = false;
  bool own_voice = false;  ///< the authors of the text tell of what they do: "we", "in the present study"
  bool book = false;
  StudyTraits traits;
  std::set<std::string> topics;
  std::set<std::string>
      subject;  ///< the topics without the words that name journals, places and people's trades
};
StudyCues study_cues(std::string_view text, const std::set<std::string>& known_families);

bool is_study_word(std::string_view folded);
/// True for those who do research, by their trade: "researchers", "psychiatrists", "surgeons".
bool is_researcher(std::string_view folded);
/// True for a sentence that brings up a study: "A trial was conducted", "An Italian study", "84 patients were
/// randomly ...".
bool introduces_study(std::string_view sentence);
/// "Dutch researchers found", "Doctors at the Hospital for Special Surgery compared", "according to a paper
/// in the Journal of Physics": who did what, or where it was printed, by name.
bool tells_origin(std::string_view sentence);
/// True for a sentence that goes on about the study before it: "The trial lasted", "Results showed", "In his
/// paper".
bool continues_study(std::string_view sentence);
/// "229 patients were assigned to mindfulness training. The training lasted ...": begins with something of
/// the sentence before.
bool names_again(std::string_view sentence, std::string_view before);

}  // namespace evident::resolve
