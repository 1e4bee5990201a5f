// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "index/store.hpp"
#include "model/ledger.hpp"

namespace evident::query {

/// A field of a reference as it is printed and as the record of the work has it.
struct Difference {
  std::string field;  ///< "author", "title" (a word of it), "container", "year", "volume", "page"
  std::string printed, recorded;
};

/// A work that a reference may mean.
struct FittingWork {
  std::string edge, work, title;
  double score = 0;
};

/// Something in an article that a reader should know of.
struct Problem {
  std::string code;  ///< stable, kebab-case: "dangling-citation", "retracted-evidence" ...
  Severity severity = Severity::warning;
  std::string message;
  std::string node;  ///< id of the claim or reference it is about; empty where it is the file
  std::string work;  ///< id of the work it is about; empty where none
  std::string path;
  Place source;
  std::vector<FittingWork> candidates = {};  ///< of an ambiguous reference, the likeliest first
  std::vector<Difference> differences = {};  ///< of a reference error
};

struct ArticleAudit {
  index::ArticleNode article;
  model::Ledger ledger;
  std::vector<Problem> problems;  ///< by place in the file
};

struct Audit {
  std::vector<ArticleAudit> articles;
};

/// Audits one article, or all of them where `article_key` is empty.
Audit audit(const index::Store& store, const std::string& article_key);

/// What the claim says of a study that the study's record contradicts: its size, its year. Certain cases
/// only.
std::vector<Problem> figure_problems(const index::ClaimNode& claim, const std::string& work_id,
                                     const model::WorkRecord& work);

/// What is printed otherwise than the record of the work has it: slips in the first author and in a word or
/// two of the title, another journal, year, volume or first page.
std::vector<Difference> reference_differences(const model::ReferenceFields& fields,
                                              const model::WorkRecord& work);

/// All of it as one problem; nullopt where nothing differs.
std::optional<Problem> reference_error(const index::ReferenceNode& reference, const std::string& work_id,
                                       const model::WorkRecord& work);

}  // namespace evident::query
