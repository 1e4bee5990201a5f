// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/stated_identifiers.hpp"

namespace evident::read::record {

using model::take_doi;
using model::take_from_link;
using model::take_from_note;
using model::take_pmcid;
using model::take_pmid;

}  // namespace evident::read::record
