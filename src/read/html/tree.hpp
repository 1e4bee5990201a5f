// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "read/html/names.hpp"
#include "read/xml/source_tree.hpp"

namespace evident::read::html {

/// The tree of a page, built by the rules of HTML as far as they decide what is text and what stands in what:
/// elements without content, end tags that may be left out, content that is no mark-up, attributes without
/// quotes, names in any case. Any bytes give a tree. What browsers move about (text in tables outside cells,
/// crossing <b> and <i>) stays where it stands. XHTML is read too: "<a/>" is empty, CDATA is text.
class Tree : public xml::SourceTree {
 public:
  /// `utf8` must outlive the tree.
  void parse(std::string_view utf8);
  /// The page ends inside a tag, a comment or a script, so that some of it is missing.
  bool cut() const { return m_cut; }

 private:
  size_t start_tag(size_t at);
  size_t end_tag(size_t at);
  size_t declaration(size_t at, bool xml);
  size_t find_end_tag(std::string_view name, uint16_t role, size_t at);
  size_t verbatim(uint32_t index, size_t at, bool decoded);
  size_t comment_end(size_t at);
  void end_implied(uint16_t role, size_t at);

  uint16_t open_role(size_t depth) const { return m_entries[m_open[depth].element].role; }
  /// Ends the innermost open element that is wanted, with all in it, unless one that bars the way is met.
  template <typename Wanted, typename Bars>
  bool end_open(size_t at, size_t end, Wanted wanted, Bars bars);

  bool m_cut = false;
  bool m_in_head = false;
  bool m_open_comment = false;      ///< a comment was met that has no end
  std::vector<uint16_t> m_endless;  ///< roles of which no end tag follows
};

}  // namespace evident::read::html
