// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/jats/reference_list.hpp"

#include <algorithm>

#include "read/jats/names.hpp"
#include "read/xml/plain_text.hpp"

namespace evident::read::jats {

namespace {

/// "[12]", "12.", "(12)": the number.
std::string bare(const std::string& label) {
  const size_t from = label.find_first_not_of("[]().:, ");
  if (from == std::string::npos) return "";
  return label.substr(from, label.find_last_not_of("[]().:, ") - from + 1);
}

/// The citations of a <ref>: one of each <citation-alternatives>.
void cited_works(xml::SourceNode node, std::vector<Ref::Cited>& out) {
  uint16_t before = tag::other;
  for (xml::SourceNode child : node) {
    if (!child.is_element()) continue;
    if (is_citation(child.role())) {
      // One work as printed, and again with its parts told apart, in either order.
      if (child.role() == tag::element_citation && before == tag::mixed_citation) {
        out.back().tagged = child;
      } else if (child.role() == tag::mixed_citation && before == tag::element_citation) {
        out.back().printed = child;
      } else {
        out.push_back({"", child, child});
        before = child.role();
        continue;
      }
    } else if (child.role() == tag::citation_alternatives) {
      Ref::Cited one;
      for (xml::SourceNode version : child) {
        if (!version.is_element() || !is_citation(version.role())) continue;
        if (!one.printed || version.role() == tag::mixed_citation) one.printed = version;
        if (!one.tagged || version.role() == tag::element_citation) one.tagged = version;
      }
      if (one.printed) out.push_back(one);
    } else if (child.role() != tag::label) {
      cited_works(child, out);
    }
    before = tag::other;  // what follows a pair is another work
  }
}

}  // namespace

ReferenceList::ReferenceList(xml::SourceNode article, const xml::Entities& entities,
                             const ReferenceList* around)
    : m_entities(entities), m_around(around) {
  collect(article);
  m_own = m_refs.size();
  set_labels();
}

void ReferenceList::collect(xml::SourceNode article) {
  article.each_below(tag::ref, [&](xml::SourceNode ref) {
    for (xml::SourceNode node = ref.parent(); node && !(node == article); node = node.parent()) {
      if (node.role() == tag::sub_article || node.role() == tag::response || node.role() == tag::ref) return;
    }
    add(ref);
  });
}

void ReferenceList::add(xml::SourceNode node) {
  Ref ref;
  ref.node = node;
  cited_works(node, ref.cited);
  if (ref.cited.empty()) ref.cited.push_back({"", node, {}});
  m_refs.push_back(std::move(ref));
}

std::string ReferenceList::unique(std::string label) {
  int& times = m_labels[label];
  if (times++ == 0) return label;
  // From here on, as all smaller numbers are taken.
  for (int number = times;; ++number) {
    std::string candidate = label + "+" + std::to_string(number);
    if (m_labels[candidate]++ == 0) return candidate;
  }
}

void ReferenceList::set_labels() {
  std::vector<std::string> printed;
  std::unordered_map<std::string, int> times;
  for (Ref& ref : m_refs) {
    ref.label = ref.node.child(tag::label);
    if (!ref.label && ref.cited.size() == 1 && ref.cited[0].printed)
      ref.label = ref.cited[0].printed.child(tag::label);
    printed.push_back(ref.label ? bare(xml::plain_text(ref.label, m_entities)) : "");
    ++times[printed.back()];
  }
  for (size_t at = 0; at < m_refs.size(); ++at) {
    Ref& ref = m_refs[at];
    const std::string id = ref.node.attribute("id");
    std::string label = printed[at];
    // A list that is numbered anew in each part, or not at all, is told apart by its ids.
    if (label.empty() || times[label] > 1 || ref.cited.size() > 1) ref.label = {};
    if (label.empty() || times[label] > 1) label = id.empty() ? std::to_string(at + 1) : id;
    char letter = 'a';
    for (Ref::Cited& cited : ref.cited) {
      cited.label = unique(ref.cited.size() == 1 ? label : label + letter);
      if (letter < 'z') ++letter;
      const std::string own = cited.printed.attribute("id");
      if (!own.empty()) m_by_id.emplace(own, at);
    }
    if (!id.empty()) m_by_id.insert_or_assign(id, at);
  }
}

std::optional<size_t> ReferenceList::find(const std::string& id) const {
  if (const auto found = m_by_id.find(id); found != m_by_id.end()) return found->second;
  if (m_around == nullptr) return std::nullopt;
  const auto found = m_around->find(id);
  return found ? std::optional(m_own + *found) : std::nullopt;
}

std::optional<size_t> ReferenceList::find(xml::SourceNode ref) const {
  // They were collected in document order.
  const auto end = m_refs.begin() + static_cast<std::ptrdiff_t>(m_own);
  const auto found = std::lower_bound(m_refs.begin(), end, ref, [](const Ref& known, xml::SourceNode wanted) {
    return known.node.span().start < wanted.span().start;
  });
  return found != end && found->node == ref ? std::optional(static_cast<size_t>(found - m_refs.begin()))
                                            : std::nullopt;
}

const Ref& ReferenceList::original(size_t number) const {
  return number < m_own ? m_refs[number] : m_around->original(number - m_own);
}

const Ref& ReferenceList::at(size_t number) {
  if (number < m_own) return m_refs[number];
  const auto [entered, first] = m_entered.emplace(number, m_refs.size());
  if (first) {
    Ref ref = original(number);
    ref.written = false;
    for (Ref::Cited& cited : ref.cited) {
      std::string label = unique(cited.label);
      if (label != cited.label) ref.label = {};
      cited.label = std::move(label);
    }
    m_refs.push_back(std::move(ref));
  }
  return m_refs[entered->second];
}

}  // namespace evident::read::jats
