// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "model/document.hpp"
#include "model/work.hpp"
#include "read/xml/source_text.hpp"

namespace evident::read::html {

/// A page taken apart.
struct Page {
  model::Document document;                 ///< without blocks where the page shows no text
  std::optional<model::WorkRecord> record;  ///< of the page itself, where it says that it is a work
};

/// Reads HTML or XHTML, or a piece of it. `place` tells where the bytes stand: offsets of the result count
/// from place.offset, diagnostics name place.path. Document::sha256 and name are left to the caller.
Page page(std::string_view bytes, xml::SourceText::Place place, std::string_view format,
          DiagnosticSink& sink);

}  // namespace evident::read::html
