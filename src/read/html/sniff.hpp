// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace evident::read::html {

/// True where the first bytes are a page or a piece of one: <html> or its document type, or elements that
/// HTML alone has. XML of other kinds and wikitext with tags in it are none.
bool is_html(std::string_view head);

/// The character set that <meta> or the XML declaration names, as browsers understand the name; empty where
/// none is named or where it can only be UTF-8.
std::string declared_charset(std::string_view bytes);

}  // namespace evident::read::html
