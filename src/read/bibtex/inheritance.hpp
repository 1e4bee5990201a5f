// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "read/bibtex/entry.hpp"

namespace evident::read::bibtex {

/// True where an entry takes fields from another one (crossref, xdata), which may stand further down.
bool inherits(const Entry& entry);

/// What entries may inherit, by key, for one file. Bounded: where more than 64 MiB would gather, no more is
/// kept.
class Ancestors {
 public:
  void add(const Entry& entry);
  bool full() const { return m_full; }

  /// Adds to an entry the fields that it lacks and its ancestors have, under the names that BibLaTeX gives
  /// them (the title of a book is the book title of its chapter). Keys that no entry bears are returned.
  std::vector<std::string> give(Entry& entry) const;

 private:
  void give_from(Entry& entry, int depth, std::vector<std::string>& unknown) const;

  struct Ancestor {
    std::string type;
    std::map<std::string, std::string> fields;
  };
  std::map<std::string, Ancestor> m_entries;
  size_t m_bytes = 0;
  bool m_full = false;
};

}  // namespace evident::read::bibtex
