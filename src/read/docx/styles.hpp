// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "read/office/story.hpp"
#include "read/xml/source_tree.hpp"

namespace evident::read::docx {

/// The value of a child element's w:val; empty where there is none.
std::string value_of(xml::SourceNode node, uint16_t role);

/// What styles.xml and numbering.xml tell of paragraphs. Names of built-in styles are English in every
/// language of the program.
class Styles {
 public:
  Styles(std::string_view styles, std::string_view numbering);

  /// Of a paragraph by its properties (w:pPr, which may be absent); numbers it where its list does.
  office::ParagraphStyle of(xml::SourceNode properties);

 private:
  struct Style {
    std::string name, based_on;
    std::string level, number;  ///< w:outlineLvl, w:numId
  };
  struct List {
    bool numbered = false;
    int count = 0;
  };

  void read_styles(std::string_view xml);
  void read_numbering(std::string_view xml);
  void take_name(const std::string& name, office::ParagraphStyle& style) const;

  std::map<std::string, Style> m_styles;
  std::map<std::string, List> m_lists;  // by w:numId, the outermost level
};

}  // namespace evident::read::docx
