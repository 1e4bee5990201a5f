// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/html/copies.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace evident::read::html {

namespace {

constexpr size_t first_look = 20;   // letters by which a copy is suspected
constexpr size_t least_equal = 30;  // and that it must have in common
constexpr size_t most_compared = 240;

/// Blanks, quotes and dashes beyond ASCII: U+0080 to U+00BF and U+2000 to U+206F.
bool is_sign(std::string_view text, size_t at) {
  return text[at] == '\xC2' || text.substr(at, 2) == "\xE2\x80" || text.substr(at, 2) == "\xE2\x81";
}

/// Appends the letters and digits below a node, shown or not, in lower case.
void gather(const Tree& tree, xml::SourceNode node, size_t most, std::string& out) {
  const uint64_t end = node.span().end;
  for (uint32_t at = node.index(); at < tree.size() && out.size() < most; ++at) {
    const xml::SourceNode part(&tree, at);
    if (at > node.index() && part.span().start >= end) break;
    if (part.is_element()) continue;
    const std::string_view raw = part.raw();
    for (size_t from = 0; from < raw.size();) {
      const char c = raw[from];
      if (c >= 'A' && c <= 'Z') {
        out += static_cast<char>(c + 32);
      } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                 ((c & 0x80) != 0 && !is_sign(raw, from))) {
        out += c;
      } else if ((c & 0x80) != 0) {
        from += c == '\xC2' ? 1 : 2;
      }
      ++from;
    }
  }
}

/// What an entry is compared by: its letters, without its number.
std::string key_of(const Tree& tree, const std::vector<xml::SourceNode>& nodes, size_t most) {
  std::string key;
  for (xml::SourceNode node : nodes) gather(tree, node, most + 8, key);
  key.erase(0, std::min(key.find_first_not_of("0123456789"), key.size()));
  key.resize(std::min(key.size(), most));
  return key;
}

bool is_hidden_role(uint16_t role) {
  return role == tag::script || role == tag::style || role == tag::head || role == tag::template_;
}

/// A number and the entry side by side: the copy is the second alone.
bool holds_marker(const Tree& tree, xml::SourceNode node) {
  bool marker = false;
  for (xml::SourceNode child : node) {
    std::string words;
    gather(tree, child, first_look, words);
    if (words.empty()) continue;
    if (marker || !child.is_element()) return marker && child.is_element();
    marker = words.find_first_not_of("0123456789") == std::string::npos;
    if (!marker) return false;
  }
  return false;
}

struct Candidate {
  std::string key;
  size_t entry;
};

size_t common(const std::string& left, const std::string& right) {
  const size_t size = std::min(left.size(), right.size());
  return static_cast<size_t>(
      std::mismatch(left.begin(), left.begin() + static_cast<std::ptrdiff_t>(size), right.begin()).first -
      left.begin());
}

}  // namespace

std::map<uint32_t, size_t> find_copies(const Tree& tree, const Survey& survey,
                                       const std::vector<FoundList>& lists) {
  std::multimap<std::string, Candidate> candidates;
  std::map<uint64_t, uint64_t> taken;  // where entries stand
  size_t number = 0;
  for (const FoundList& list : lists) {
    for (const FoundEntry& entry : list.entries) {
      std::string key = key_of(tree, entry.nodes, most_compared);
      std::string look = key.substr(0, first_look);
      if (key.size() >= least_equal) candidates.emplace(std::move(look), Candidate{std::move(key), number});
      taken.emplace(entry.span().start, entry.span().end);
      ++number;
    }
  }
  std::map<uint32_t, size_t> copies;
  uint64_t behind = 0;
  for (uint32_t at = 1; at < tree.size() && !candidates.empty(); ++at) {
    const xml::SourceNode node(&tree, at);
    const Span span = node.span();
    if (!node.is_element() || span.start < behind || span.size() < least_equal || is_hidden_role(node.role()))
      continue;
    auto entry = taken.upper_bound(span.start);
    if (entry != taken.begin() && std::prev(entry)->second > span.start) continue;
    if (entry != taken.end() && entry->first < span.end) continue;  // the list stands in it
    const auto [first, last] = candidates.equal_range(key_of(tree, {node}, first_look));
    if (first == last) continue;
    const std::string key = key_of(tree, {node}, most_compared);
    const Candidate* best = nullptr;
    size_t most = 0;
    for (auto candidate = first; candidate != last; ++candidate) {
      const size_t equal = common(candidate->second.key, key);
      if (equal <= most) continue;
      most = equal;
      best = &candidate->second;
    }
    // A marker may repeat how its entry begins; a copy repeats most of it.
    if (best == nullptr || most < best->key.size() * 7 / 10) continue;
    if (!survey.is_hidden(node) && holds_marker(tree, node)) continue;
    copies.emplace(at, best->entry);
    behind = span.end;
  }
  return copies;
}

}  // namespace evident::read::html
