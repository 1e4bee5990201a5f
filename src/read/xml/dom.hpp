// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

// NOLINTBEGIN(bugprone-reserved-identifier): libxml2's own names
struct _xmlNode;
struct _xmlParserCtxt;
// NOLINTEND(bugprone-reserved-identifier)

namespace evident::read::xml {

/// An element of a parsed piece of XML; valid while its Parser is and until the next parse. Null where
/// absent.
class Node {
 public:
  Node() = default;
  explicit Node(_xmlNode* node) : m_node(node) {}
  explicit operator bool() const { return m_node != nullptr; }

  std::string_view name() const;
  std::string attribute(const char* name) const;  ///< empty where absent
  Node first_child() const;                       ///< element children only
  Node next() const;                              ///< next element sibling
  Node child(std::string_view name) const;        ///< first child element of that name
  /// child(a).child(b)...
  template <typename... Names>
  Node path(std::string_view name, Names... names) const {
    if constexpr (sizeof...(names) == 0) {
      return child(name);
    } else {
      return child(name).path(names...);
    }
  }
  /// All text below, mark-up dropped, white space squeezed.
  std::string text() const;

  class Iterator;
  /// Iteration over element children.
  Iterator begin() const;
  Iterator end() const;

 private:
  _xmlNode* m_node = nullptr;
};

class Node::Iterator {
 public:
  explicit Iterator(Node node) : m_node(node) {}
  Node operator*() const { return m_node; }
  Iterator& operator++() {
    m_node = m_node.next();
    return *this;
  }
  bool operator!=(const Iterator& other) const { return m_node.m_node != other.m_node.m_node; }

 private:
  Node m_node;
};

inline Node::Iterator Node::begin() const {
  return Iterator(first_child());
}
inline Node::Iterator Node::end() const {
  return Iterator(Node());
}

/// Parses pieces of XML (one record each), reusing its context. No network, no external entities, no DTD, no
/// huge nodes.
class Parser {
 public:
  Parser();
  ~Parser();
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  struct Failure {
    std::string message;  ///< libxml2's
    int line = 0;         ///< 1-based within the piece
  };
  /// The root element, or a null node; then failure() says why. `encoding` is empty for UTF-8.
  Node parse(std::string_view bytes, const std::string& encoding);
  const Failure& failure() const { return m_failure; }

 private:
  struct Tree;
  std::unique_ptr<Tree> m_tree;
  Failure m_failure;
};

/// Replaces named entities that XML does not know but HTML does ("&eacute;") by character references. An
/// unknown one becomes its own text ("&amp;foo;") and the first such name is returned through `unknown`.
/// nullopt where nothing had to change.
std::optional<std::string> with_character_references(std::string_view bytes, std::string& unknown);

}  // namespace evident::read::xml
