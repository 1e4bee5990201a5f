// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "read/xml/entities.hpp"
#include "read/xml/name_table.hpp"

namespace evident::read::xml {

class SourceNode;

/// A tree over a piece of XML that knows where everything stands in it, which libxml2's DOM does not say of
/// text. Any bytes give a tree: an element without end tag ends with its parent, a stray end tag counts for
/// nothing, a "<" that begins no tag is text. Where anything of the kind was met, regular() is false, and
/// what is wrong is for libxml2 to say (well_formed.hpp).
class SourceTree {
 public:
  /// `names` gives elements their roles, by their local names; it must outlive the tree.
  explicit SourceTree(const NameTable& names) : m_names(&names) {}

  /// `utf8` must outlive the tree. What the last piece gave is forgotten.
  void parse(std::string_view utf8);
  /// Holds the elements of the piece: an element without name around them.
  SourceNode root() const;
  std::string_view utf8() const { return m_text; }
  bool regular() const { return m_regular; }
  bool too_deep() const { return m_too_deep; }  ///< elements below `deepest` stand beside their parents

  size_t size() const { return m_entries.size(); }  ///< nodes, the root among them

  static constexpr size_t deepest = 256;

 protected:
  friend class SourceNode;
  static constexpr uint32_t none = UINT32_MAX;
  enum class Kind : uint8_t { element, text, cdata };
  struct Entry {
    uint32_t start = 0, end = 0;                  // whole node, tags included
    uint32_t content_start = 0, content_end = 0;  // between the tags; of text, the text
    uint32_t parent = none, first = none, next = none;
    uint16_t role = 0;
    uint16_t name_size = 0;
    Kind kind = Kind::element;
  };

  struct Open {
    uint32_t element = none;     // that is not closed yet
    uint32_t last_child = none;  // so far
  };

  /// For a tree that is built by the rules of HTML: attributes are read by them.
  SourceTree() = default;
  /// Forgets the last piece and opens the root.
  void begin(std::string_view utf8);
  Entry& add(Kind kind, size_t start, size_t end);
  /// What follows stands in an element just added; false, and nothing done, where that is too deep.
  bool enter(uint32_t index, size_t content_start);
  /// The innermost open element ends.
  void close_top(size_t content_end, size_t end);
  void close_all();

  std::string_view m_text;
  std::vector<Entry> m_entries;
  std::vector<Open> m_open;  // outermost first

 private:
  size_t open(size_t at);         ///< a start tag; where reading goes on
  size_t close(size_t at);        ///< an end tag
  size_t declaration(size_t at);  ///< a comment, CDATA section or declaration
  /// Where a start tag ends, from behind its name; npos where it does not.
  size_t tag_end(size_t at);
  /// Behind a mark, at or after `from`.
  size_t behind(std::string_view mark, size_t from);

  const NameTable* m_names = nullptr;  // null for a tree of HTML
  bool m_too_deep = false;
  bool m_regular = true;
};

/// An element, or a run of text, of a SourceTree; valid while that is and until it parses again.
class SourceNode {
 public:
  SourceNode() = default;
  SourceNode(const SourceTree* tree, uint32_t index) : m_tree(tree), m_index(index) {}
  explicit operator bool() const { return m_tree != nullptr && m_index != SourceTree::none; }
  bool operator==(const SourceNode& other) const { return m_index == other.m_index; }

  bool is_element() const { return entry().kind == SourceTree::Kind::element; }
  bool is_cdata() const { return entry().kind == SourceTree::Kind::cdata; }
  uint16_t role() const { return entry().role; }
  std::string_view name() const;  ///< without namespace prefix
  /// By its name without prefix, in HTML by its whole name in lower case; empty where absent.
  std::string attribute(std::string_view name) const;
  bool has_attribute(std::string_view name) const;
  /// Of text: as it stands, undecoded; of an element: all between its tags.
  std::string_view raw() const {
    const auto& node = entry();
    return {m_tree->m_text.data() + node.content_start, node.content_end - node.content_start};
  }
  Span span() const { return {entry().start, entry().end}; }  ///< in the piece, tags included
  uint64_t content_start() const { return entry().content_start; }
  uint32_t index() const { return m_index; }  ///< its number in document order, below SourceTree::size()

  bool holds_words() const;  ///< text that is not blank stands directly in it

  SourceNode parent() const { return {m_tree, entry().parent}; }
  SourceNode first() const { return {m_tree, entry().first}; }  ///< child, be it text or element
  SourceNode next() const { return {m_tree, entry().next}; }
  SourceNode child(uint16_t role) const;       ///< first child element of that role
  SourceNode descendant(uint16_t role) const;  ///< first below it, in order

  /// Calls `visit` for each element of that role below, in order.
  template <typename Visit>
  void each_below(uint16_t role, Visit visit) const {
    // Entries stand in document order: those below a node follow it and begin before it ends.
    const auto* const entries = m_tree->m_entries.data();
    const auto count = static_cast<uint32_t>(m_tree->m_entries.size());
    const uint32_t end = entry().end;
    for (uint32_t at = m_index + 1; at < count && entries[at].start < end; ++at) {
      if (entries[at].role == role) visit(SourceNode(m_tree, at));
    }
  }

  class Iterator {
   public:
    explicit Iterator(const SourceTree* tree, uint32_t index) : m_tree(tree), m_index(index) {}
    SourceNode operator*() const { return {m_tree, m_index}; }
    Iterator& operator++() {
      m_index = m_tree->m_entries[m_index].next;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return m_index != other.m_index; }

   private:
    const SourceTree* m_tree;
    uint32_t m_index;
  };
  /// Iteration over children.
  Iterator begin() const { return Iterator(m_tree, *this ? entry().first : SourceTree::none); }
  Iterator end() const { return Iterator(m_tree, SourceTree::none); }

 private:
  friend class Iterator;
  bool find_attribute(std::string_view name, std::string_view& value) const;
  const SourceTree::Entry& entry() const { return m_tree->m_entries[m_index]; }

  const SourceTree* m_tree = nullptr;
  uint32_t m_index = SourceTree::none;
};

}  // namespace evident::read::xml
