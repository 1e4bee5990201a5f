// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/article.hpp"
#include "model/work.hpp"

namespace evident::resolve {

/// "m:kind:rest"; a long key by its hash, so that each has at most 60 bytes.
std::string mention_key(const std::string& kind, const std::string& rest);

/// The "m:" keys under which sentences that name or describe a work without a marker can find it. Sorted,
/// each once, each at most 60 bytes; the other half of mention_keys(article).
std::vector<std::string> work_mention_keys(const model::WorkRecord& work);

/// Keys of some consecutive sentences of an article taken as one description.
std::vector<std::string> passage_mention_keys(const std::vector<const model::Sentence*>& passage);

/// Keys of the figures of one sentence, which may tell the study without a word on it; none where it states
/// too few.
std::vector<std::string> fingerprint_keys(const model::Sentence& sentence);

}  // namespace evident::resolve
