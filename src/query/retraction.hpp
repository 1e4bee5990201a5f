// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/work.hpp"

namespace evident::query {

/// What is known of a work's retraction, for people: "Retraction 2019-03-01: reasons (doi:...)"; empty where
/// no notice is known.
std::string retraction_of(const model::WorkRecord& work);

}  // namespace evident::query
