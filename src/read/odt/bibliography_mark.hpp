// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/work.hpp"
#include "read/xml/source_tree.hpp"

namespace evident::read::odt {

/// The work that a text:bibliography-mark tells in its attributes.
model::WorkRecord marked_work(xml::SourceNode mark);

}  // namespace evident::read::odt
