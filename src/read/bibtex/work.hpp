// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/work.hpp"
#include "read/bibtex/entry.hpp"

namespace evident::read::bibtex {

/// The record that an entry of BibTeX or BibLaTeX describes, without its place.
model::WorkRecord work_of(const Entry& entry);

}  // namespace evident::read::bibtex
