// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "model/work.hpp"

namespace evident::extract {

/// The design that a record states: publication types first, then the words of title and abstract.
model::StudyDesign design_of(const model::WorkRecord& work);

/// The design that words name ("a double-blind trial", "published a case report", "in rats"); unknown where
/// they name none.
model::StudyDesign design_in(std::string_view text);

/// How far two designs agree: 1 the same, 0.7 one is a kind of the other (trial and randomised controlled
/// trial), 0 unrelated or unknown, -1 they exclude each other (a trial and a case report).
double design_agreement(model::StudyDesign left, model::StudyDesign right);

/// True where a person is said to have tried something on himself ("experimented on himself", "self-case
/// report").
bool tells_self_experiment(std::string_view text);

}  // namespace evident::extract
