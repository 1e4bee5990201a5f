// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>

#include "model/work.hpp"

namespace evident::eval {

/// SciFact's abstracts (corpus.jsonl) as works with a title and an abstract without headings, by their ids.
std::map<long, model::WorkRecord> read_abstracts(const std::filesystem::path& file);

}  // namespace evident::eval
