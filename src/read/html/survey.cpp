// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/html/survey.hpp"

#include <algorithm>
#include <utility>

#include "read/xml/plain_text.hpp"
#include "text/normal.hpp"

namespace evident::read::html {

namespace {

constexpr uint32_t prose_run = 40;  // bytes of text without mark-up that no menu has
constexpr double most = 0.4;        // of the page's prose: what holds more is the page itself

/// Not shown whatever the page says.
bool is_unshown(uint16_t role) {
  switch (role) {
    case tag::head:
    case tag::title:
    case tag::script:
    case tag::style:
    case tag::template_:
    case tag::iframe:
    case tag::noframes:
    case tag::svg:
    case tag::object:
    case tag::audio:
    case tag::video:
    case tag::canvas:
    case tag::annotation:
    case tag::datalist:
    case tag::map:
    case tag::rt:
    case tag::rp:
      return true;
    default:
      return false;
  }
}

bool is_furniture(uint16_t role) {
  switch (role) {
    case tag::nav:
    case tag::footer:
    case tag::aside:
    case tag::form:
    case tag::button:
    case tag::select:
    case tag::textarea:
    case tag::menu:
    case tag::noscript:
      return true;
    default:
      return false;
  }
}

uint32_t letters(std::string_view raw) {
  return static_cast<uint32_t>(
      std::count_if(raw.begin(), raw.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; }));
}

}  // namespace

Survey::Survey(const Tree& tree) : m_tree(tree), m_facts(tree.size()), m_main(tree.root()) {
  collect();
  sum();
  settle();
  find_main();
}

void Survey::collect() {
  std::vector<uint32_t> last(m_facts.size(), xml::SourceNode().index());  // child of each that was met
  for (uint32_t at = 1; at < m_facts.size(); ++at) {
    const xml::SourceNode node(&m_tree, at);
    const Facts& parent = m_facts[node.parent().index()];
    Facts& facts = m_facts[at];
    facts.before = std::exchange(last[node.parent().index()], at);
    facts.hidden = parent.hidden;
    facts.in_link = parent.in_link;
    if (!node.is_element()) {
      if (facts.hidden) continue;
      facts.text = letters(node.raw());
      if (facts.in_link) facts.linked = facts.text;
      if (!facts.in_link && facts.text >= prose_run) facts.prose = facts.text;
      continue;
    }
    const uint16_t role = node.role();
    facts.hidden = facts.hidden || is_unshown(role);
    facts.signs = signs_of(node);
    // What is shown on demand is hidden until then.
    if ((facts.signs & sign::dialog) != 0) facts.signs &= ~uint32_t{sign::hidden};
    if (is_furniture(role)) facts.signs |= sign::furniture;
    if (role == tag::figcaption || role == tag::figure) facts.signs |= sign::caption;
    if (role == tag::main) facts.signs |= sign::main;
    facts.in_link = facts.in_link || (role == tag::a && node.has_attribute("href"));
    for (std::string_view attribute : {"id", "xml:id", "data-bib-id", "name"}) {
      if (attribute == "name" && role != tag::a) continue;
      std::string id = node.attribute(attribute);
      if (!id.empty()) m_ids.emplace(std::move(id), at);
    }
  }
}

void Survey::sum() {
  for (size_t at = m_facts.size(); at-- > 1;) {
    const Facts& facts = m_facts[at];
    Facts& parent = m_facts[xml::SourceNode(&m_tree, static_cast<uint32_t>(at)).parent().index()];
    parent.text += facts.text;
    parent.linked += facts.linked;
    parent.prose += facts.prose;
  }
}

/// Now that it is known where the prose stands: takes back signs that would lose most of it, and hides.
void Survey::settle() {
  const double whole = m_facts.empty() ? 0 : m_facts[0].prose;
  constexpr uint32_t lists = sign::references | sign::notes;
  constexpr uint32_t away =
      sign::furniture | sign::hidden | sign::dialog | sign::byline | sign::caption | sign::info_box | lists;
  std::vector<bool> apart(m_facts.size());  // of the page, not of its text
  for (uint32_t at = 0; at < m_facts.size(); ++at) {
    const xml::SourceNode node(&m_tree, at);
    Facts& facts = m_facts[at];
    if (at > 0) {
      const bool list = node.role() == tag::ol || node.role() == tag::ul || node.role() == tag::dl;
      if (whole > 0 && facts.prose > most * whole) facts.signs &= ~(list ? away & ~lists : away);
      const uint32_t parent = node.parent().index();
      facts.hidden = facts.hidden || m_facts[parent].hidden || (facts.signs & sign::hidden) != 0;
      apart[at] = apart[parent] || (facts.signs & sign::furniture) != 0;
    }
    if (node.is_element() || facts.hidden) facts.text = facts.linked = facts.prose = 0;
    if (apart[at]) facts.prose = 0;
  }
  sum();
}

void Survey::find_main() {
  const auto best = [&](auto wanted) {
    xml::SourceNode found;
    for (uint32_t at = 1; at < m_facts.size(); ++at) {
      const xml::SourceNode node(&m_tree, at);
      if (!node.is_element() || m_facts[at].hidden || !wanted(node)) continue;
      if (!found || m_facts[at].prose > m_facts[found.index()].prose) found = node;
    }
    return found;
  };
  if (m_facts.empty()) return;
  const double whole = m_facts[0].prose;
  // Of several claims to be it, the first that holds most of the prose is believed.
  for (const auto& candidate : {best([](xml::SourceNode node) { return node.role() == tag::article; }),
                                best([&](xml::SourceNode node) { return has(node, sign::main); })}) {
    if (candidate && whole > 0 && m_facts[candidate.index()].prose >= 0.6 * whole) {
      m_main = candidate;
      return;
    }
  }
}

xml::SourceNode Survey::by_id(std::string_view id) const {
  const auto found = m_ids.find(id);
  return found == m_ids.end() ? xml::SourceNode() : xml::SourceNode(&m_tree, found->second);
}

void Survey::gather(xml::SourceNode node, std::string& out) const {
  for (xml::SourceNode child : node) {
    if (is_hidden(child)) continue;
    if (!child.is_element()) {
      out += child.raw();
      continue;
    }
    const bool apart = traits_of(child.role()).block || child.role() == tag::br;
    if (apart) out += ' ';
    gather(child, out);
    if (apart) out += ' ';
  }
}

std::string Survey::shown_text(xml::SourceNode node) const {
  std::string raw;
  if (node && !node.is_element()) raw = node.raw();
  if (node) gather(node, raw);
  return text::squeeze(xml::decoded(raw, nullptr));
}

}  // namespace evident::read::html
