// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "base/span.hpp"
#include "eval/failures.hpp"
#include "eval/pair_score.hpp"

namespace evident::eval {

/// A plain text of which it is known what its markers point to.
struct MarkedText {
  struct Callout {
    Span span;
    std::set<size_t> references;  ///< 0-based, in the order of the list
  };
  struct Entry {
    std::string text, pmid, doi;
    bool with_identifiers = false;  ///< pmid and doi stand in the text, and no others
  };
  std::string name, text;
  std::vector<Callout> callouts;
  std::vector<Span> unscored;  ///< markers of which it is not known what they point to
  std::vector<Entry> references;
};

/// A twin with its gold, as the shared data have them.
MarkedText read_marked_text(const std::filesystem::path& gold_file);

/// How the markers and the lists of plain texts are read.
class MarkerScore {
 public:
  /// `kind` is told behind each cause.
  explicit MarkerScore(Failures& failures, std::string kind = "")
      : m_failures(failures), m_kind(std::move(kind)) {}
  void add(const MarkedText& gold);
  const PairScore& markers() const { return m_markers; }
  const PairScore& entries() const { return m_entries; }
  const PairScore& pmids() const { return m_pmids; }
  const PairScore& dois() const { return m_dois; }

 private:
  PairScore m_markers, m_entries, m_pmids, m_dois;
  Failures& m_failures;
  std::string m_kind;
};

}  // namespace evident::eval
