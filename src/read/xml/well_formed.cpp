// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/xml/well_formed.hpp"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <climits>
#include <cstring>
#include <memory>
#include <optional>

#include "text/normal.hpp"

namespace evident::read::xml {

namespace {

/// Every entity is this one: a single character that leads nowhere.
xmlEntityPtr some_entity(void*, const xmlChar*) noexcept {
  static xmlChar content[] = "?";
  static xmlEntity entity = [] {
    xmlEntity made;
    std::memset(&made, 0, sizeof made);
    made.type = XML_ENTITY_DECL;
    made.etype = XML_INTERNAL_PREDEFINED_ENTITY;
    made.name = content;
    made.content = content;
    made.orig = content;
    made.length = 1;
    return made;
  }();
  return &entity;
}

/// The first error is the cause; those that follow are its consequences.
void keep_first(void* data, xmlErrorPtr error) noexcept {
  auto* context = static_cast<xmlParserCtxt*>(data);
  auto* flaw = static_cast<std::optional<Flaw>*>(context->_private);
  if (error == nullptr || error->level < XML_ERR_ERROR || flaw->has_value()) return;
  flaw->emplace();
  (*flaw)->message = error->message == nullptr ? "not well-formed" : text::squeeze(error->message);
  if (error->line > 0) (*flaw)->line = static_cast<uint64_t>(error->line);
  if (const long at = xmlByteConsumed(context); at > 0) (*flaw)->offset = static_cast<uint64_t>(at);
}

struct Free {
  void operator()(xmlParserCtxt* context) const {
    if (context->myDoc != nullptr) xmlFreeDoc(context->myDoc);
    context->myDoc = nullptr;
    xmlFreeParserCtxt(context);
  }
};

}  // namespace

std::optional<Flaw> flaw_of(std::string_view utf8) {
  static const bool ready = [] {
    xmlInitParser();
    return true;
  }();
  static_cast<void>(ready);
  if (utf8.size() > INT_MAX) return Flaw{"too large", 1, 0};
  const std::unique_ptr<xmlParserCtxt, Free> context(
      xmlCreateMemoryParserCtxt(utf8.data(), static_cast<int>(utf8.size())));
  if (!context) return Flaw{"nothing to read", 1, 0};
  // Nothing is built: only errors are wanted. The context owns its handler, so that it is emptied in place.
  std::memset(context->sax, 0, sizeof *context->sax);
  context->sax->initialized = XML_SAX2_MAGIC;
  context->sax->getEntity = some_entity;
  context->sax->serror = keep_first;
  std::optional<Flaw> flaw;
  context->_private = &flaw;
  xmlCtxtUseOptions(context.get(), XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  xmlParseDocument(context.get());
  if (context->wellFormed != 0) return std::nullopt;
  if (!flaw) flaw.emplace(Flaw{"not well-formed", 1, 0});
  flaw->offset = std::min<uint64_t>(flaw->offset, utf8.size());
  return flaw;
}

}  // namespace evident::read::xml
