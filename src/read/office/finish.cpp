// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/office/finish.hpp"

#include <utility>

#include "base/file_name.hpp"
#include "read/xml/well_formed.hpp"

namespace evident::read::office {
namespace {

/// The root element of a part, which is what libxml2 is asked about.
std::string_view root_element(std::string_view part) {
  size_t at = 0;
  while ((at = part.find('<', at)) != std::string_view::npos) {
    const char next = at + 1 < part.size() ? part[at + 1] : ' ';
    if (next != '?' && next != '!') return part.substr(at);
    ++at;
  }
  return {};
}

/// Parts of one encoding are joined as they are.
std::string encoding_of(const Joined& joined) {
  return xml::declared_encoding(std::string_view(joined.bytes).substr(0, 200));
}

}  // namespace

Source::Source(const Joined& joined, const Package& package, const std::vector<std::string>& parts,
               DiagnosticSink& sink)
    : m_text(joined.bytes, encoding_of(joined), {joined.path, 0, 1}, sink) {
  uint64_t before = 0;
  for (const std::string& name : parts) {
    const std::string_view part = package.find(name)->second;
    const std::string_view root = root_element(part);
    const bool narrow = m_text.as_is();
    const auto flaw = !narrow        ? std::nullopt
                      : root.empty() ? std::optional(xml::Flaw{"it holds no element", 1, 0})
                                     : xml::flaw_of(root);
    if (flaw) {
      const uint64_t at = before + (part.size() - root.size()) + flaw->offset;
      sink.report({Severity::error,
                   "damaged-xml",
                   joined.path,
                   0,
                   {at, at + 1},
                   name + ": " + flaw->message + "; what could be told was read on"});
    }
    before += part.size();
  }
}

void finish(model::Document document, const Origin& origin, Sink& sink) {
  if (document.blocks.empty()) {
    sink.report({Severity::warning, "empty-document", origin.path, 0, {}, "the document holds no text"});
    return;
  }
  document.path = origin.parts;
  document.format = origin.format;
  document.name = file_stem(origin.path);
  if (document.title.empty()) document.title = origin.title.empty() ? document.name : origin.title;
  sink.document(std::move(document));
}

}  // namespace evident::read::office
