// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "eval/facts.hpp"
#include "eval/tagged_references.hpp"

namespace evident::eval {

/// All marked references and facts that there are to train on.
struct ReferenceCorpus {
  std::map<std::string, std::vector<TaggedReference>> marked;  ///< "anystyle", "grobid", "cora": also scored
  std::vector<TaggedReference> jats;
  std::vector<Facts> facts;
  std::vector<JournalName> journals;
};

/// `citations` holds anystyle_core.xml, anystyle_good.xml and cora.tagged.txt; `tei`, `jats` and `journals`
/// are searched for files.
ReferenceCorpus read_corpus(const std::filesystem::path& citations, const std::filesystem::path& tei,
                            const std::filesystem::path& jats, const std::filesystem::path& journals);
/// Only the sources that are scored.
ReferenceCorpus read_scored(const std::filesystem::path& citations, const std::filesystem::path& tei);

/// What may be learned from when `scored` is measured: nothing of that source, and nothing of any source
/// whose text or title stands in it. With "" everything.
std::vector<TaggedReference> training_set(const ReferenceCorpus& corpus, const std::string& scored);

}  // namespace evident::eval
