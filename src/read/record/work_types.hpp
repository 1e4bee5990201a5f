// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "model/work.hpp"

namespace evident::read::record {

/// The type that a word of some format names ("journalArticle", "Conference Proceedings", "phdthesis",
/// "JOUR"); other where nothing is known of it.
model::WorkType work_type(std::string_view name);

}  // namespace evident::read::record
