// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/work.hpp"

namespace evident::render {

enum class Style { vancouver, author_year };

/// A work as an entry of a reference list, without a number and without identifiers.
std::string citation(const model::WorkRecord& work, Style style);

/// The full title of the journal or book in the capitals of a title: NLM writes "Alcohol and alcoholism
/// (Oxford, Oxfordshire)", and its qualifier in brackets is for librarians.
std::string container_as_printed(const model::WorkRecord& work);

}  // namespace evident::render
