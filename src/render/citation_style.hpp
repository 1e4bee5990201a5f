// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/work.hpp"

namespace evident::render {

enum class Style { vancouver, author_year };

/// A work as an entry of a reference list, without a number and without identifiers.
std::string citation(const model::WorkRecord& work, Style style);

}  // namespace evident::render
