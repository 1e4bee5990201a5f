// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "eval/tagged_references.hpp"
#include "model/work.hpp"

namespace evident::eval {

/// What a bibliography knows of a work, from which a reference can be printed in any style. Empty: unknown.
struct Facts {
  model::WorkType type = model::WorkType::article;
  std::vector<model::Person> authors, editors;
  std::string title, container, year, month, volume, issue, first_page, last_page, publisher, place, edition;
};

/// Facts of the citations of all JATS files below a folder: all books and the like, and of each file
/// so many articles, spread evenly.
std::vector<Facts> read_jats_facts(const std::filesystem::path& folder, size_t most_articles_a_file);

/// A <mixed-citation> as a style sheet prints it, and what its mark-up names.
struct JatsCitation {
  std::string printed;
  Facts facts;
  std::string pmid;  ///< "" where the mark-up names none
};
std::vector<JatsCitation> read_jats_citations(const std::filesystem::path& folder);

/// Facts of a marked reference, as far as its parts tell; without title where they do not suffice.
Facts facts_of(const TaggedReference& reference);

/// Names of journals, of files "full,abbreviated" without a header line.
struct JournalName {
  std::string full, abbreviated;
};
std::vector<JournalName> read_journal_names(const std::filesystem::path& folder);

}  // namespace evident::eval
