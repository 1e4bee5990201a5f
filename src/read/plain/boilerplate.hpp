// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace evident::read::plain {

/// True for a short line that belongs to the page and not to its text: "Share", "Views: 12", a bare address,
/// a form's field.
bool is_boilerplate_line(std::string_view line);

/// True for running text in which a site speaks of itself, its advertising or its newsletter.
bool is_self_talk(std::string_view paragraph);

}  // namespace evident::read::plain
