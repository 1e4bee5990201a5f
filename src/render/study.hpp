// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/work.hpp"
#include "render/json.hpp"

// What a study did, as far as its record tells.
namespace evident::render {

/// "randomised controlled trial, 84 participants"; empty where neither is known.
std::string study_line(const model::WorkRecord& work);
/// "arms: baclofen 42, placebo 42; told: 12 weeks, 30 mg/day; Italy": which of the doses and durations in an
/// abstract were those of the treatment is not known, so that they are told as they stand. Empty where
/// nothing is known.
std::string study_details(const model::WorkRecord& work);
/// All of it, with every figure.
Json json_study(const model::StudyFacts& study);

}  // namespace evident::render
