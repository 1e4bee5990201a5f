// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <xapian.h>

#include "index/prepared.hpp"

namespace evident::index {

struct Documents {
  std::vector<Xapian::Document> items;
};

}  // namespace evident::index
