// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "index/store.hpp"
#include "model/ledger.hpp"

namespace evident::query {

/// Something in an article that a reader should know of.
struct Problem {
  std::string code;  ///< stable, kebab-case: "dangling-citation", "retracted-evidence" ...
  Severity severity = Severity::warning;
  std::string message;
  std::string node;  ///< id of the claim or reference it is about; empty where it is the file
  std::string work;  ///< id of the work it is about; empty where none
  std::string path;
  Place source;
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

/// First author (where it is a slip), year, volume and page of a printed reference that differ from the
/// record's.
std::vector<Problem> reference_problems(const index::ReferenceNode& reference, const std::string& work_id,
                                        const model::WorkRecord& work);

}  // namespace evident::query
