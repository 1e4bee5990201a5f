// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "read/html/signs.hpp"
#include "read/html/tree.hpp"

namespace evident::read::html {

/// What is known of the elements of a page before any of it is written: how much text each holds, how much of
/// that leads elsewhere, what its attributes tell, and what its ids name.
class Survey {
 public:
  explicit Survey(const Tree& tree);

  /// Not shown: <script> and the like, and what mark-up hides, with all in it.
  bool is_hidden(xml::SourceNode node) const { return m_facts[node.index()].hidden; }
  /// Signs of an element. What would take most of the page's prose away is none of its furniture.
  uint32_t signs(xml::SourceNode node) const { return m_facts[node.index()].signs; }
  bool has(xml::SourceNode node, uint32_t sign) const { return (signs(node) & sign) != 0; }

  uint32_t text(xml::SourceNode node) const { return m_facts[node.index()].text; }  ///< bytes but blanks
  uint32_t linked(xml::SourceNode node) const {
    return m_facts[node.index()].linked;
  }                                                                                   ///< of these, in links
  uint32_t prose(xml::SourceNode node) const { return m_facts[node.index()].prose; }  ///< in longer runs

  /// The sibling before a node; none where it is the first.
  xml::SourceNode before(xml::SourceNode node) const { return {&m_tree, m_facts[node.index()].before}; }
  /// The element that an address within the page means; none where there is none.
  xml::SourceNode by_id(std::string_view id) const;
  /// The element that holds the text of the page; the root where nothing tells.
  xml::SourceNode main() const { return m_main; }

  /// The words that are shown, squeezed.
  std::string shown_text(xml::SourceNode node) const;

 private:
  struct Facts {
    uint32_t signs = 0;
    uint32_t text = 0;
    uint32_t linked = 0;
    uint32_t prose = 0;
    bool hidden = false;
    bool in_link = false;
    uint32_t before = xml::SourceNode().index();
  };

  void collect();
  void sum();
  void settle();
  void find_main();
  void gather(xml::SourceNode node, std::string& out) const;

  const Tree& m_tree;
  std::vector<Facts> m_facts;
  std::map<std::string, uint32_t, std::less<>> m_ids;
  xml::SourceNode m_main;
};

}  // namespace evident::read::html
