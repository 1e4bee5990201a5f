// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "read/xml/entities.hpp"
#include "read/xml/source_tree.hpp"

namespace evident::read::jats {

/// One <ref>, which may hold several works.
struct Ref {
  struct Cited {
    std::string label;        ///< unique in its list
    xml::SourceNode printed;  ///< what is shown of it: the citation as printed, else the tagged one
    xml::SourceNode tagged;   ///< what its parts are taken from
  };
  xml::SourceNode node;
  xml::SourceNode label;  ///< its <label>, where that is what cited.front().label was made of
  std::vector<Cited> cited;
  bool written = false;
};

/// The references of one article, in order. A sub-article that has no list of its own cites from the list of
/// the article around it.
class ReferenceList {
 public:
  /// Takes every <ref> below `article` but those of its sub-articles.
  ReferenceList(xml::SourceNode article, const xml::Entities& entities, const ReferenceList* around);

  /// The number of the <ref> that has this id, or that holds what has it: its place in the list, or beyond
  /// the list's end one of the list around.
  std::optional<size_t> find(const std::string& id) const;
  /// The number of a <ref> of this list.
  std::optional<size_t> find(xml::SourceNode ref) const;
  /// How many numbers there are.
  size_t numbers() const { return m_own + (m_around == nullptr ? 0 : m_around->numbers()); }
  /// The reference of a number; one of the list around is entered here when it is first asked for.
  const Ref& at(size_t number);
  /// Those of this list and those that were entered.
  std::vector<Ref>& entries() { return m_refs; }

 private:
  const Ref& original(size_t number) const;
  void collect(xml::SourceNode article);
  void add(xml::SourceNode ref);
  void set_labels();
  std::string unique(std::string label);

  const xml::Entities& m_entities;
  const ReferenceList* m_around;
  std::vector<Ref> m_refs;
  size_t m_own = 0;                    // of m_refs; what follows was entered
  std::map<size_t, size_t> m_entered;  // numbers of the list around, and where they are in m_refs
  std::unordered_map<std::string, size_t> m_by_id;
  std::unordered_map<std::string, int> m_labels;  // how many bear it
};

}  // namespace evident::read::jats
