// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <xapian.h>

namespace evident::index {

/// Where something that a concept stands for is.
struct Occurrence {
  Xapian::termpos place = 0;
  size_t notion = 0;
  double value = 0;
};

/// The most that concepts within one passage are worth together, each once. `concepts`: their number.
double best_passage(std::vector<Occurrence> all, size_t concepts);

}  // namespace evident::index
