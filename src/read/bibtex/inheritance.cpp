// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/bibtex/inheritance.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "read/record/values.hpp"

namespace evident::read::bibtex {

namespace {

constexpr size_t kept_bytes = size_t{64} << 20U;
constexpr int deepest = 5;

/// What belongs to the entry that has it alone: a chapter has not its book's DOI.
bool is_own(const std::string& field) {
  constexpr std::array<std::string_view, 26> own{
      "abstract",   "addendum",   "annotation", "annote", "crossref", "doi",      "entryset",
      "eprint",     "eprinttype", "file",       "groups", "ids",      "keywords", "note",
      "options",    "pages",      "pagetotal",  "pmcid",  "pmid",     "related",  "relatedtype",
      "shorttitle", "sorttitle",  "url",        "xdata",  "xref"};
  return std::find(own.begin(), own.end(), field) != own.end();
}

bool is_part(std::string_view type) {
  return type.starts_with("in") || type == "bookinbook" || type == "suppbook" || type == "suppcollection" ||
         type == "conference";
}

/// The name under which a field of a parent is inherited; empty where it is not.
std::string inherited_name(const std::string& field, const std::string& parent, const std::string& child) {
  if (is_own(field)) return "";
  const bool title = field == "title" || field == "subtitle" || field == "titleaddon";
  if (title && is_part(child)) return (parent.starts_with("mv") ? "main" : "book") + field;
  if (title && parent == "periodical") return "journal" + field;
  if (title && parent.starts_with("mv")) return "main" + field;
  // The author of a book is not that of a paper in it, but for a part of one author's book.
  if (field == "author" && is_part(child) && child != "inbook" && child != "bookinbook") return "bookauthor";
  return field;
}

/// BibTeX compares keys without regard to case.
std::string folded(std::string key) {
  for (char& c : key) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return key;
}

}  // namespace

bool inherits(const Entry& entry) {
  return entry.has("crossref") || entry.has("xdata");
}

void Ancestors::add(const Entry& entry) {
  if (entry.key.empty() || m_full) return;
  Ancestor ancestor;
  ancestor.type = entry.type;
  size_t bytes = 200;
  for (const auto& [name, value] : entry.fields) {
    if (is_own(name) && name != "crossref" && name != "xdata" && entry.type != "xdata") continue;
    bytes += name.size() + value.size() + 100;
    ancestor.fields.emplace(name, value);
  }
  m_bytes += bytes;
  m_full = m_bytes > kept_bytes;
  m_entries.emplace(folded(entry.key), std::move(ancestor));
}

std::vector<std::string> Ancestors::give(Entry& entry) const {
  std::vector<std::string> unknown;
  give_from(entry, 0, unknown);
  return unknown;
}

void Ancestors::give_from(Entry& entry, int depth, std::vector<std::string>& unknown) const {
  if (depth > deepest) return;
  const auto parent_of = [&](const std::string& key) -> std::pair<const Ancestor*, Entry> {
    const auto found = m_entries.find(folded(key));
    if (found == m_entries.end()) {
      unknown.push_back(key);
      return {nullptr, {}};
    }
    Entry parent;
    parent.type = found->second.type;
    parent.key = key;
    parent.fields = found->second.fields;
    give_from(parent, depth + 1, unknown);
    return {&found->second, std::move(parent)};
  };
  for (const auto& key : record::split(entry.first({"xdata"}), ',')) {
    const auto [known, parent] = parent_of(key);
    if (known == nullptr) continue;
    for (const auto& [name, value] : parent.fields) {
      if (name != "xdata" && name != "crossref") entry.fields.emplace(name, value);
    }
  }
  const std::string key = entry.first({"crossref"});
  if (key.empty()) return;
  const auto [known, parent] = parent_of(key);
  if (known == nullptr) return;
  for (const auto& [name, value] : parent.fields) {
    const std::string inherited = inherited_name(name, parent.type, entry.type);
    if (!inherited.empty()) entry.fields.emplace(inherited, value);
  }
}

}  // namespace evident::read::bibtex
