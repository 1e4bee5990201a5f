// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/html/links.hpp"

#include <algorithm>
#include <map>

#include "read/record/identifiers.hpp"
#include "text/percent.hpp"

namespace evident::read::html {

namespace {

struct Address {
  xml::SourceNode anchor;
  std::string page;
  std::string place;
};

/// Ids by which a link back could mean an anchor: its own, and those of what stands tightly around it.
std::vector<std::string> own_ids(xml::SourceNode anchor) {
  std::vector<std::string> ids;
  for (int level = 0; level < 3 && anchor; ++level, anchor = anchor.parent()) {
    if (traits_of(anchor.role()).block) break;
    for (std::string_view attribute : {"id", "name"}) {
      std::string id = anchor.attribute(attribute);
      if (!id.empty()) ids.push_back(std::move(id));
    }
  }
  return ids;
}

/// The value of a parameter of a query, up to the next one.
std::string_view parameter(std::string_view address, std::string_view name) {
  for (size_t at = address.find(name); at != std::string_view::npos; at = address.find(name, at + 1)) {
    const bool begins =
        at > 0 && (address[at - 1] == '?' || address[at - 1] == '&' || address[at - 1] == ';');
    if (!begins) continue;
    const std::string_view value = address.substr(at + name.size());
    return value.substr(0, value.find_first_of("&#"));
  }
  return {};
}

}  // namespace

void take_ids_of_address(std::string_view address, model::Identifiers& ids) {
  record::take_from_link(ids, address);
  if (address.starts_with("info:pmid/")) record::take_pmid(ids, address.substr(10));
  for (std::string_view name : {"doi=", "DOI="}) {
    const std::string value = text::percent_decoded(parameter(address, name));
    if (value.starts_with("10.")) record::take_doi(ids, value);
  }
  for (std::string_view name : {"pmid=", "list_uids="}) record::take_pmid(ids, parameter(address, name));
}

std::vector<Link> links_within(const Tree& tree, const Survey& survey) {
  std::vector<Address> addresses;
  struct Count {
    size_t found = 0, all = 0;
  };
  std::map<std::string, Count, std::less<>> pages;
  tree.root().each_below(tag::a, [&](xml::SourceNode anchor) {
    const std::string href = anchor.attribute("href");
    const size_t hash = href.find('#');
    if (hash == std::string::npos || hash + 1 == href.size()) return;
    Address address{anchor, href.substr(0, hash), text::percent_decoded(href.substr(hash + 1))};
    Count& count = pages[address.page];
    ++count.all;
    count.found += static_cast<bool>(survey.by_id(address.place));
    addresses.push_back(std::move(address));
  });
  // "./Page#note" is of this page where most such places are found in it.
  const auto here = [&](const Address& address) {
    if (address.page.empty()) return true;
    const Count& count = pages[address.page];
    return count.found * 2 > count.all;
  };
  std::map<std::string, xml::SourceNode, std::less<>> links_to;  // by place, the last link that leads there
  for (const Address& address : addresses) links_to.insert_or_assign(address.place, address.anchor);
  std::vector<Link> links;
  for (const Address& address : addresses) {
    if (!here(address) || survey.is_hidden(address.anchor)) continue;
    xml::SourceNode target = survey.by_id(address.place);
    if (!target) {
      for (const std::string& id : own_ids(address.anchor)) {
        const auto back = links_to.find(id);
        if (!target && back != links_to.end() && !(back->second == address.anchor)) target = back->second;
      }
    }
    if (target) links.push_back({address.anchor, target, survey.shown_text(address.anchor)});
  }
  return links;
}

}  // namespace evident::read::html
