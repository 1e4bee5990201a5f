// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "model/document.hpp"

namespace evident::read::html {

/// A reference as COinS states it (the title of <span class="Z3988">: an OpenURL context object in
/// key-value form); nullopt where it names no work.
std::optional<model::MarkedReference> coins(std::string_view context_object);

}  // namespace evident::read::html
