// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/xml/well_formed.hpp"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <climits>
#include <cstring>
#include <memory>

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
  xmlCtxtUseOptions(context.get(), XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  xmlParseDocument(context.get());
  if (context->wellFormed != 0) return std::nullopt;
  const xmlError* error = xmlCtxtGetLastError(context.get());
  Flaw flaw;
  flaw.message =
      error == nullptr || error->message == nullptr ? "not well-formed" : text::squeeze(error->message);
  if (error != nullptr && error->line > 0) flaw.line = static_cast<uint64_t>(error->line);
  if (const long at = xmlByteConsumed(context.get()); at > 0)
    flaw.offset = std::min<uint64_t>(static_cast<uint64_t>(at), utf8.size());
  return flaw;
}

}  // namespace evident::read::xml
