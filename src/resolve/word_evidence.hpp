// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>

#include "resolve/mention_score.hpp"

namespace evident::resolve {

/// What must be outweighed for one of very many studies to be the one that is meant.
constexpr double against_any = 10.5;

/// How far the words of a text speak for a study, in nats; `shared` are those that both have.
double word_evidence(const std::set<std::string>& told, const MentionTarget& target, int& shared);

}  // namespace evident::resolve
