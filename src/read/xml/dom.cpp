// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/xml/dom.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include "text/normal.hpp"

namespace evident::read::xml {

namespace {

constexpr int options =
    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT | XML_PARSE_NOCDATA;

xmlParserInputPtr no_external_entity(const char*, const char*, xmlParserCtxtPtr) noexcept {
  return nullptr;
}

/// Readers may be used from several threads: libxml2 is set up once, before the first parse.
void set_up_once() {
  static const bool done = [] {
    xmlInitParser();
    xmlSetExternalEntityLoader(no_external_entity);
    return true;
  }();
  static_cast<void>(done);
}

_xmlNode* next_element(_xmlNode* node) {
  while (node != nullptr && node->type != XML_ELEMENT_NODE) node = node->next;
  return node;
}

void append_text(const _xmlNode* node, std::string& out) {
  for (; node != nullptr; node = node->next) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      out += reinterpret_cast<const char*>(node->content);
    } else if (node->type == XML_ELEMENT_NODE) {
      append_text(node->children, out);
    }
  }
}

}  // namespace

std::string_view Node::name() const {
  return m_node == nullptr ? std::string_view() : reinterpret_cast<const char*>(m_node->name);
}

std::string Node::attribute(const char* name) const {
  if (m_node == nullptr) return "";
  for (const _xmlAttr* attribute = m_node->properties; attribute != nullptr; attribute = attribute->next) {
    if (std::string_view(reinterpret_cast<const char*>(attribute->name)) != name) continue;
    std::string value;
    append_text(attribute->children, value);
    return value;
  }
  return "";
}

Node Node::first_child() const {
  return Node(m_node == nullptr ? nullptr : next_element(m_node->children));
}
Node Node::next() const {
  return Node(m_node == nullptr ? nullptr : next_element(m_node->next));
}

Node Node::child(std::string_view name) const {
  for (Node child : *this) {
    if (child.name() == name) return child;
  }
  return Node();
}

std::string Node::text() const {
  std::string all;
  if (m_node != nullptr) append_text(m_node->children, all);
  return text::squeeze(all);
}

struct Parser::Tree {
  xmlParserCtxtPtr context = xmlNewParserCtxt();
  xmlDocPtr document = nullptr;

  ~Tree() {
    clear();
    xmlFreeParserCtxt(context);
  }
  void clear() {
    if (document != nullptr) xmlFreeDoc(document);
    document = nullptr;
  }
};

Parser::Parser() {
  set_up_once();
  m_tree = std::make_unique<Tree>();
}
Parser::~Parser() = default;

Node Parser::parse(std::string_view bytes, const std::string& encoding) {
  m_tree->clear();
  m_tree->document = xmlCtxtReadMemory(m_tree->context, bytes.data(), static_cast<int>(bytes.size()), nullptr,
                                       encoding.empty() ? "UTF-8" : encoding.c_str(), options);
  if (m_tree->document == nullptr) {
    const xmlError* error = xmlCtxtGetLastError(m_tree->context);
    m_failure.message =
        error == nullptr || error->message == nullptr ? "not well-formed" : text::squeeze(error->message);
    m_failure.line = error == nullptr ? 0 : error->line;
    return Node();
  }
  return Node(xmlDocGetRootElement(m_tree->document));
}

std::optional<std::string> with_character_references(std::string_view bytes, std::string& unknown) {
  unknown.clear();
  std::string out;
  size_t copied = 0;
  for (size_t at = bytes.find('&'); at != std::string_view::npos; at = bytes.find('&', at + 1)) {
    size_t end = at + 1;
    while (end < bytes.size() && end - at < 40 && std::isalnum(static_cast<unsigned char>(bytes[end])) != 0)
      ++end;
    if (end == at + 1 || end >= bytes.size() || bytes[end] != ';') continue;
    const std::string name(bytes.substr(at + 1, end - at - 1));
    if (name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos") continue;
    out.append(bytes, copied, at - copied);
    const htmlEntityDesc* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
    if (entity != nullptr) {
      out += "&#" + std::to_string(entity->value) + ";";
    } else {
      out += "&amp;" + name + ";";
      if (unknown.empty()) unknown = name;
    }
    copied = end + 1;
  }
  if (copied == 0) return std::nullopt;
  out.append(bytes, copied);
  return out;
}

}  // namespace evident::read::xml
