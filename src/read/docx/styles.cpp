// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/docx/styles.hpp"

#include <algorithm>
#include <cstdlib>

#include "read/docx/names.hpp"

namespace evident::read::docx {
namespace {

using model::BlockKind;

constexpr int longest_chain = 20;  // of styles that are based on others
constexpr int body_level = 9;      // w:outlineLvl of what is no heading

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

}  // namespace

std::string value_of(xml::SourceNode node, uint16_t role) {
  const xml::SourceNode child = node ? node.child(role) : xml::SourceNode();
  return child ? child.attribute("val") : "";
}

Styles::Styles(std::string_view styles, std::string_view numbering) {
  read_styles(styles);
  read_numbering(numbering);
}

void Styles::read_styles(std::string_view xml) {
  xml::SourceTree tree(names());
  tree.parse(xml);
  tree.root().each_below(tag::style, [&](xml::SourceNode node) {
    if (node.attribute("type") != "paragraph") return;
    Style style;
    style.name = lower(value_of(node, tag::style_name));
    style.based_on = value_of(node, tag::based_on);
    const xml::SourceNode properties = node.child(tag::p_properties);
    style.level = value_of(properties, tag::outline_level);
    if (properties) style.number = value_of(properties.child(tag::number_properties), tag::number_id);
    m_styles.emplace(node.attribute("styleId"), std::move(style));
  });
}

void Styles::read_numbering(std::string_view xml) {
  xml::SourceTree tree(names());
  tree.parse(xml);
  std::map<std::string, bool> numbered;  // by w:abstractNumId
  tree.root().each_below(tag::abstract_number, [&](xml::SourceNode node) {
    // The first format below it is that of the outermost level.
    const xml::SourceNode format = node.descendant(tag::number_format);
    numbered[node.attribute("abstractNumId")] = format && format.attribute("val") == "decimal";
  });
  tree.root().each_below(tag::number, [&](xml::SourceNode node) {
    m_lists[node.attribute("numId")].numbered = numbered[value_of(node, tag::abstract_number_id)];
  });
}

void Styles::take_name(const std::string& name, office::ParagraphStyle& style) const {
  if (name == "title") {
    style.kind = BlockKind::title;
  } else if (name.starts_with("heading ")) {
    style.kind = BlockKind::heading;
    style.level = std::max(1, std::atoi(name.c_str() + 8));
  } else if (name == "caption" || name == "table caption" || name == "image caption") {
    style.kind = BlockKind::caption;
  } else if (name == "bibliography" || name == "endnote bibliography") {
    style.entry = true;
  } else if (name.starts_with("toc ") || name == "table of figures" || name == "header" || name == "footer" ||
             name == "author" || name == "date") {
    style.kind = BlockKind::boilerplate;
  }
}

office::ParagraphStyle Styles::of(xml::SourceNode properties) {
  office::ParagraphStyle out;
  if (!properties) return out;
  std::string number = value_of(properties.child(tag::number_properties), tag::number_id);
  std::string level = value_of(properties, tag::outline_level);
  auto style = m_styles.find(value_of(properties, tag::p_style));
  for (int depth = 0; style != m_styles.end() && depth < longest_chain; ++depth) {
    if (!out.kind && !out.entry) take_name(style->second.name, out);
    if (level.empty()) level = style->second.level;
    if (number.empty()) number = style->second.number;
    style = m_styles.find(style->second.based_on);
  }
  if (!out.kind && !level.empty() && std::atoi(level.c_str()) < body_level) {
    out.kind = BlockKind::heading;
    out.level = std::atoi(level.c_str()) + 1;
  }
  const auto list = m_lists.find(number);
  if (list == m_lists.end() || out.kind) return out;
  const std::string depth = value_of(properties.child(tag::number_properties), tag::list_level);
  out.kind = BlockKind::list_item;
  if (list->second.numbered && (depth.empty() || depth == "0"))
    out.label = std::to_string(++list->second.count);
  return out;
}

}  // namespace evident::read::docx
