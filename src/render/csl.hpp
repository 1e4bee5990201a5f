// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/work.hpp"
#include "render/json.hpp"

namespace evident::render {

/// A work as a CSL-JSON item; absent fields are left out.
Json csl_item(const std::string& id, const model::WorkRecord& work);

}  // namespace evident::render
