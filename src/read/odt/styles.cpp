// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/odt/styles.hpp"

#include <algorithm>
#include <cstdlib>

#include "read/odt/names.hpp"

namespace evident::read::odt {
namespace {

using model::BlockKind;

constexpr int longest_chain = 20;  // of styles that are based on others

/// "Heading_20_1" is called "heading 1".
std::string shown_name(std::string name) {
  for (size_t at = name.find("_20_"); at != std::string::npos; at = name.find("_20_", at))
    name.replace(at, 4, " ");
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return name;
}

void take_name(const std::string& name, office::ParagraphStyle& style) {
  if (name == "title") {
    style.kind = BlockKind::title;
  } else if (name.starts_with("heading ") && name.find_first_not_of("0123456789", 8) == std::string::npos) {
    style.kind = BlockKind::heading;
    style.level = std::max(1, std::atoi(name.c_str() + 8));
  } else if (name == "caption" || name == "illustration" || name == "figure" || name == "table caption") {
    style.kind = BlockKind::caption;
  } else if (name.starts_with("bibliography ") && name != "bibliography heading") {
    style.entry = true;
  } else if (name == "header" || name == "footer" || name.starts_with("contents ") || name == "author" ||
             name == "date") {
    style.kind = BlockKind::boilerplate;
  }
}

}  // namespace

void Styles::read(xml::SourceNode root) {
  root.each_below(tag::style, [&](xml::SourceNode node) {
    Style style;
    style.parent = node.attribute("parent-style-name");
    style.name = shown_name(node.attribute("display-name").empty() ? node.attribute("name")
                                                                   : node.attribute("display-name"));
    const xml::SourceNode text = node.child(tag::text_properties);
    const std::string position = text ? text.attribute("text-position") : "";
    style.raised = position.starts_with("super") || (!position.empty() && std::atoi(position.c_str()) > 0);
    m_styles.emplace(node.attribute("name"), std::move(style));
  });
  root.each_below(tag::list_style, [&](xml::SourceNode node) {
    // The outermost level stands first.
    xml::SourceNode first = node.first();
    while (first && !first.is_element()) first = first.next();
    m_lists.emplace(node.attribute("name"),
                    first && first.role() == tag::list_level_number && first.attribute("num-format") == "1");
  });
}

office::ParagraphStyle Styles::of(xml::SourceNode paragraph) const {
  office::ParagraphStyle out;
  std::string name = paragraph.attribute("style-name");
  for (int depth = 0; depth < longest_chain && !name.empty() && !out.kind && !out.entry; ++depth) {
    const auto style = m_styles.find(name);
    take_name(style == m_styles.end() ? shown_name(name) : style->second.name, out);
    name = style == m_styles.end() ? "" : style->second.parent;
  }
  if (paragraph.role() == tag::h && out.kind != BlockKind::title) {
    out.kind = BlockKind::heading;
    out.level = std::max(1, std::atoi(paragraph.attribute("outline-level").c_str()));
  }
  return out;
}

bool Styles::is_raised(const std::string& style) const {
  const auto found = m_styles.find(style);
  return found != m_styles.end() && found->second.raised;
}

bool Styles::numbers_items(const std::string& style) const {
  const auto found = m_lists.find(style);
  return found != m_lists.end() && found->second;
}

}  // namespace evident::read::odt
