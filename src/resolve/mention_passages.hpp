// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "model/article.hpp"

namespace evident::resolve {

/// Consecutive sentences that speak of one study, [first, last] in Article::sentences. A sentence that no
/// study word ties to its neighbours is a passage of its own.
struct Passage {
  size_t first = 0;
  size_t last = 0;
  bool introduced = false;  ///< the first sentence brings up a study
};

/// True where a passage may speak of a study: it brings one up, or a person who may have done or written
/// something. All others are not looked up, so that a large store is not asked about every sentence.
bool may_mention(const model::Article& article, const Passage& passage);

std::vector<Passage> passages(const model::Article& article);

}  // namespace evident::resolve
