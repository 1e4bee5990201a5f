// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
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

  /// The place in the list of the <ref> that has this id, or that holds what has it. One of the list around
  /// is entered here first.
  std::optional<size_t> find(const std::string& id);
  /// The <ref> of this element.
  std::optional<size_t> find(xml::SourceNode ref) const;
  size_t size() const { return m_refs.size(); }
  Ref& operator[](size_t at) { return m_refs[at]; }
  std::vector<Ref>::iterator begin() { return m_refs.begin(); }
  std::vector<Ref>::iterator end() { return m_refs.end(); }

 private:
  void collect(xml::SourceNode node);
  void add(xml::SourceNode ref);
  void set_labels();
  std::string unique(std::string label);

  const xml::Entities& m_entities;
  const ReferenceList* m_around;
  std::vector<Ref> m_refs;
  std::map<std::string, size_t, std::less<>> m_by_id;
  std::map<std::string, int, std::less<>> m_labels;  // how many bear it
};

}  // namespace evident::read::jats
