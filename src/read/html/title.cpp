// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/html/title.hpp"

#include <algorithm>

#include "text/normal.hpp"

namespace evident::read::html {

namespace {

/// One begins with the other, and not by a word alone.
bool says_the_same(const std::string& heading, const std::string& stated) {
  if (heading.empty() || stated.empty()) return false;
  if (heading == stated) return true;
  const std::string& shorter = heading.size() < stated.size() ? heading : stated;
  const std::string& longer = heading.size() < stated.size() ? stated : heading;
  return shorter.size() * 3 >= longer.size() && longer.starts_with(shorter);
}

bool is_apart(const Survey& survey, xml::SourceNode node) {
  for (; node; node = node.parent()) {
    if (survey.has(node, sign::furniture | sign::dialog)) return true;
  }
  return false;
}

}  // namespace

Title find_title(const Tree& tree, const Survey& survey, const Metadata& about) {
  const std::string window = text::fold(about.window_title);
  const std::string stated = text::fold(about.record.title);
  Title first;
  for (uint32_t at = 1; at < tree.size(); ++at) {
    const xml::SourceNode node(&tree, at);
    if (!node.is_element() || (node.role() != tag::h1 && node.role() != tag::h2) || survey.is_hidden(node))
      continue;
    const std::string words = survey.shown_text(node);
    const std::string folded = text::fold(words);
    if (folded.empty()) continue;
    if (says_the_same(folded, stated) || says_the_same(folded, window)) return {words, node};
    if (!first.node && node.role() == tag::h1 && !is_apart(survey, node)) first = {words, node};
  }
  if (first.node) return first;
  first.words = about.record.title.empty() ? about.window_title : about.record.title;
  return first;
}

}  // namespace evident::read::html
