// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/identifier.hpp"
#include "read/office/package.hpp"

namespace evident::read::epub {

/// What the package document of a book tells.
struct Spine {
  std::vector<std::string> pages;  ///< members in the order of reading; tables of contents left out
  std::string title;
  std::vector<std::string> creators;
  model::Identifiers ids;
};

/// Follows META-INF/container.xml to the package document; no pages where either is missing.
Spine spine_of(const office::Package& package);

}  // namespace evident::read::epub
