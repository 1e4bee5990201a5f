// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/epub/spine.hpp"

#include <map>

#include "read/record/identifiers.hpp"
#include "read/xml/plain_text.hpp"
#include "read/xml/source_tree.hpp"
#include "text/percent.hpp"

namespace evident::read::epub {
namespace {

enum Role : uint16_t { other, rootfile, title, creator, identifier, item, itemref };

const xml::NameTable& names() {
  static constexpr std::pair<std::string_view, Role> all[] = {
      {"rootfile", rootfile},     {"title", title}, {"creator", creator},
      {"identifier", identifier}, {"item", item},   {"itemref", itemref}};
  static const xml::NameTable table(all);
  return table;
}

/// "EPUB/" and "../a/b.xhtml" is "a/b.xhtml".
std::string resolved(std::string folder, std::string address) {
  address = text::percent_decoded(address.substr(0, address.find('#')));
  while (address.starts_with("../")) {
    address.erase(0, 3);
    const size_t slash = folder.size() < 2 ? std::string::npos : folder.rfind('/', folder.size() - 2);
    folder.resize(slash == std::string::npos ? 0 : slash + 1);
  }
  return folder + address;
}

}  // namespace

Spine spine_of(const office::Package& package) {
  Spine spine;
  const xml::Entities entities;
  const auto container = package.find("META-INF/container.xml");
  if (container == package.end()) return spine;
  xml::SourceTree tree(names());
  tree.parse(container->second);
  const xml::SourceNode root = tree.root().descendant(rootfile);
  const auto book = root ? package.find(root.attribute("full-path")) : package.end();
  if (book == package.end()) return spine;
  const size_t slash = book->first.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : book->first.substr(0, slash + 1);
  xml::SourceTree opf(names());
  opf.parse(book->second);
  std::map<std::string, std::string> pages;  // by id
  opf.root().each_below(item, [&](xml::SourceNode node) {
    const std::string type = node.attribute("media-type");
    const bool contents = node.attribute("properties").find("nav") != std::string::npos;
    if (!contents && (type == "application/xhtml+xml" || type == "text/html" || type.empty()))
      pages[node.attribute("id")] = resolved(folder, xml::decoded(node.attribute("href"), &entities));
  });
  opf.root().each_below(itemref, [&](xml::SourceNode node) {
    const auto page = pages.find(node.attribute("idref"));
    if (page == pages.end() || !package.contains(page->second)) return;
    spine.pages.push_back(page->second);
    pages.erase(page);  // each once
  });
  if (const xml::SourceNode node = opf.root().descendant(title))
    spine.title = xml::plain_text(node, entities);
  opf.root().each_below(
      creator, [&](xml::SourceNode node) { spine.creators.push_back(xml::plain_text(node, entities)); });
  opf.root().each_below(identifier, [&](xml::SourceNode node) {
    record::take_doi(spine.ids, xml::plain_text(node, entities));
  });
  return spine;
}

}  // namespace evident::read::epub
