// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/html/entries.hpp"

#include <algorithm>
#include <utility>

#include "read/plain/entry_shapes.hpp"

namespace evident::read::html {

namespace {
constexpr uint32_t most_text = 6000;  // bytes; more is a chapter
}

bool is_list(uint16_t role) {
  return role == tag::ol || role == tag::ul || role == tag::dl || role == tag::table;
}

FoundEntry entry_of(const Survey& survey, std::vector<xml::SourceNode> nodes) {
  FoundEntry out;
  for (xml::SourceNode node : nodes) {
    const std::string words = survey.shown_text(node);
    if (!out.text.empty() && !words.empty()) out.text += ' ';
    out.text += words;
  }
  out.nodes = std::move(nodes);
  return out;
}

std::vector<xml::SourceNode> entry_around(const Survey& survey, xml::SourceNode target) {
  for (xml::SourceNode node = target; node.parent(); node = node.parent()) {
    const uint16_t role = node.role();
    const uint32_t text = survey.text(node);
    if (is_heading(role) || role == tag::figure || role == tag::table || role == tag::body ||
        role == tag::main || role == tag::article || text > most_text || survey.has(node, sign::caption))
      return {};
    if (role == tag::li || role == tag::tr || role == tag::dd) return {node};
    if (role == tag::dt) {
      std::vector<xml::SourceNode> pair{node};
      for (xml::SourceNode next = node.next(); next; next = next.next()) {
        if (!next.is_element()) continue;
        if (next.role() == tag::dd) pair.push_back(next);
        break;
      }
      return pair;
    }
    if (survey.text(node) == 0 && node.parent() && survey.text(node.parent()) > most_text / 4) {
      xml::SourceNode next = node.next();
      while (next && !next.is_element()) next = next.next();
      if (next && traits_of(next.role()).block && survey.text(next) >= least_entry) {
        node = next;
        if (is_heading(node.role())) return {};
      }
    }
    if (!traits_of(role).block || text < least_entry) continue;
    // The item around it, where it holds little else: "[12]" before it, links behind.
    xml::SourceNode item = node;
    for (int level = 0; level < 3 && item; ++level, item = item.parent()) {
      if (item.role() == tag::li && survey.text(item) <= 2 * survey.text(node) + 150) return {item};
    }
    if (node.descendant(tag::h2) || node.descendant(tag::h3) || node.descendant(tag::table)) return {};
    return {node};
  }
  return {};
}

std::vector<FoundEntry> members(const Survey& survey, xml::SourceNode container) {
  std::vector<FoundEntry> out;
  const auto add = [&](std::vector<xml::SourceNode> nodes) {
    FoundEntry found = entry_of(survey, std::move(nodes));
    if (!found.text.empty()) out.push_back(std::move(found));
  };
  if (container.role() == tag::table) {
    container.each_below(tag::tr, [&](xml::SourceNode row) {
      const bool heads = row.child(tag::th) && !row.child(tag::td);
      if (!heads && !row.descendant(tag::table) && !survey.is_hidden(row)) add({row});
    });
    return out;
  }
  std::vector<xml::SourceNode> term;
  for (xml::SourceNode child : container) {
    if (!child.is_element() || survey.is_hidden(child)) continue;
    const uint16_t role = child.role();
    if (role == tag::dt) {
      if (!term.empty()) add(std::move(term));
      term = {child};
    } else if (role == tag::dd) {
      term.push_back(child);
      add(std::move(term));
      term.clear();
    } else if (role == tag::li || (!is_list(container.role()) && (role == tag::p || role == tag::div))) {
      add({child});
    }
  }
  if (!term.empty()) add(std::move(term));
  return out;
}

bool split_lines(const Survey& survey, xml::SourceNode node, std::vector<FoundEntry>& out) {
  if (!node.child(tag::br)) return false;
  std::vector<FoundEntry> lines;
  std::vector<xml::SourceNode> line;
  const auto end = [&] {
    if (line.empty()) return;
    FoundEntry found = entry_of(survey, std::move(line));
    line.clear();
    if (!found.text.empty()) lines.push_back(std::move(found));
  };
  for (xml::SourceNode child : node) {
    if (child.is_element() && child.role() == tag::br) {
      end();
    } else if (!survey.is_hidden(child)) {
      line.push_back(child);
    }
  }
  end();
  const bool entries =
      lines.size() >= 2 && std::all_of(lines.begin(), lines.end(), [](const FoundEntry& found) {
        return found.text.size() >= least_entry && plain::looks_like_reference(found.text);
      });
  if (!entries) return false;
  for (FoundEntry& found : lines) out.push_back(std::move(found));
  return true;
}

std::vector<FoundEntry> paragraphs_from(const Survey& survey, xml::SourceNode first) {
  std::vector<FoundEntry> out;
  for (xml::SourceNode node = first; node; node = node.next()) {
    if (!node.is_element() || survey.is_hidden(node)) continue;
    if (is_heading(node.role()) || is_list(node.role()) || node.role() == tag::section) break;
    if (node.role() != tag::p && node.role() != tag::div) continue;
    if (node.role() == tag::div && (node.child(tag::p) || node.child(tag::div))) break;
    if (split_lines(survey, node, out)) continue;
    FoundEntry found = entry_of(survey, {node});
    if (found.text.size() >= least_entry) out.push_back(std::move(found));
  }
  return out;
}

double share_that_looks_it(const std::vector<FoundEntry>& entries) {
  const auto looks = std::count_if(entries.begin(), entries.end(), [](const FoundEntry& entry) {
    return plain::looks_like_reference(entry.text);
  });
  return entries.empty() ? 0 : static_cast<double>(looks) / static_cast<double>(entries.size());
}

}  // namespace evident::read::html
