// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "read/reader.hpp"
#include "read/xml/source_text.hpp"

namespace evident::read::wikitext {

/// The reader's name, Document::format.
constexpr std::string_view format = "wikitext";

struct PageName {
  std::string title;
  std::string id;  ///< number in its wiki
};

/// "#REDIRECT [[Other page]]", in any language.
bool is_redirect(std::string_view page);

/// Reads one page; `name` is empty where the file does not tell it.
void write_article(const xml::SourceText& source, const PageName& name, Sink& sink);

}  // namespace evident::read::wikitext
