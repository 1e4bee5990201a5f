// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "read/wikitext/markup.hpp"
#include "read/xml/entities.hpp"
#include "read/xml/source_text.hpp"

namespace evident::read::wikitext {

/// One page as it is read.
struct Page {
  Page(const xml::SourceText& text, std::string name)
      : source(text), title(std::move(name)), markup(text.utf8()) {}

  const xml::SourceText& source;
  std::string title;  ///< empty where the file does not tell
  xml::Entities entities;
  Markup markup;
};

}  // namespace evident::read::wikitext
