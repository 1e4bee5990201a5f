// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/work.hpp"

namespace evident::query {

/// What is known of the notices that retract a work, or raise a concern about it (`relation`), for people:
/// "Retraction 2019-03-01: reasons (doi:...)"; empty where nothing more is known than that there is one.
std::string notices_of(const model::WorkRecord& work, model::WorkRelation relation);

}  // namespace evident::query
