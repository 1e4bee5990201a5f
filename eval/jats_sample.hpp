// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "eval/measure.hpp"
#include "model/document.hpp"
#include "model/work.hpp"

namespace evident::eval {

/// An article of ei_bench as its reader hands it over, and the record that it gives of itself.
struct JatsArticle {
  model::Document document;
  model::WorkRecord own;
};

/// `count` articles of ei_bench in a fixed random order, the first `skipped` of that order left out;
/// sub-articles and files that give no record are passed over.
std::vector<JatsArticle> read_jats_sample(const Options& options, size_t skipped, size_t count);

}  // namespace evident::eval
