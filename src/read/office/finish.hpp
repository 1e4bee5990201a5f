// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/office/package.hpp"
#include "read/reader.hpp"
#include "read/xml/entities.hpp"
#include "read/xml/source_text.hpp"
#include "read/xml/source_tree.hpp"

namespace evident::read::office {

/// The XML of a document's parts, joined; damage in any of them is reported ("damaged-xml").
class Source {
 public:
  Source(const Joined& joined, const Package& package, const std::vector<std::string>& parts,
         DiagnosticSink& sink);
  std::string_view utf8() const { return m_text.utf8(); }
  const xml::SourceText& text() const { return m_text; }
  const xml::Entities& entities() const { return m_entities; }

 private:
  xml::SourceText m_text;
  xml::Entities m_entities;
};

/// What a document is, beside its text.
struct Origin {
  const std::string& path;   ///< of the file
  const std::string& parts;  ///< of the parts that its places count in
  std::string_view format;
  std::string title;  ///< that the file gives itself
};

/// Names a document and hands it over; reports one that holds no text ("empty-document").
void finish(model::Document document, const Origin& origin, Sink& sink);

}  // namespace evident::read::office
