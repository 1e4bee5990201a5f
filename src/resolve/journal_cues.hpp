// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace evident::resolve {

/// A journal that a text names.
struct JournalCue {
  std::string name;
  bool sure = false;      ///< called a journal by the text, or said to be published in
  bool of_study = false;  ///< "a JAMA study": may be a journal's name, or a place's, a trial's
  /// One word ("in Brain") is a journal only where the text calls it one or a study by it.
  bool may_name() const { return sure || of_study || name.find(' ') != std::string::npos; }
};
std::vector<JournalCue> journal_cues(std::string_view text);

/// A word, folded, that stands in the names of journals alone: "Journal", "Annals".
bool names_journal(std::string_view folded);

/// True where two journal names may be one: every significant word is the beginning of its counterpart ("J
/// Clin Psychopharmacol"), or one is the initials of the other ("JAMA").
bool same_journal(std::string_view left, std::string_view right);
/// First letters of the significant words of a journal's name: the same for full title and abbreviation.
std::string journal_initials(std::string_view name);

}  // namespace evident::resolve
