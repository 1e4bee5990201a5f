// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "read/office/story.hpp"
#include "read/xml/source_tree.hpp"

namespace evident::read::odt {

/// What styles.xml and the automatic styles of content.xml tell.
class Styles {
 public:
  /// Takes the styles below a node; a name that is known stays as it is.
  void read(xml::SourceNode root);

  /// Of a text:p or text:h.
  office::ParagraphStyle of(xml::SourceNode paragraph) const;
  bool is_raised(const std::string& style) const;      ///< of a text:span
  bool numbers_items(const std::string& style) const;  ///< of a text:list

 private:
  struct Style {
    std::string parent;
    std::string name;  ///< as shown, lower case
    bool raised = false;
  };

  std::map<std::string, Style> m_styles;
  std::map<std::string, bool> m_lists;
};

}  // namespace evident::read::odt
