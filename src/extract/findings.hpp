// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/work.hpp"

namespace evident::extract {

/// Adds the sentences of a record's abstract that tell a result to its findings: those of result sections,
/// also where their headings stand in the text, and of an abstract without any those that say what came out,
/// and the last one that is no notice or plan.
void add_findings(model::WorkRecord& record);

}  // namespace evident::extract
