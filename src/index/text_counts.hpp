// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

namespace evident::index {

/// Terms that are looked for in many documents, each with a number.
class WantedTerms {
 public:
  size_t number_of(const std::string& term);  ///< adds it where it is new
  size_t size() const { return m_terms.size(); }
  /// Terms with their numbers, sorted.
  const std::vector<std::pair<std::string, size_t>>& sorted() const { return m_terms; }

 private:
  std::vector<std::pair<std::string, size_t>> m_terms;
};

/// What a document's list of terms says of its text.
struct TextCounts {
  std::vector<double> of;  ///< occurrences of each wanted term
  double length = 0;       ///< words
  double title_length = 0;
};

/// The words of a document and of its title, as its list of terms has them. Reading that is dear, and more
/// than one question is asked of it.
class TermList {
 public:
  TermList(const Xapian::Database& database, Xapian::docid number);
  TextCounts counts(const WantedTerms& wanted) const;

 private:
  std::vector<std::pair<std::string, double>> m_terms;  // with their occurrences, sorted
};

/// True for a term that is a word of a text, not one with a prefix.
bool is_text_term(const std::string& term);

/// Positions at which these terms stand side by side, or at which the only one stands.
std::vector<Xapian::termpos> places(const Xapian::Database& database, Xapian::docid number,
                                    const std::vector<std::string>& terms);

}  // namespace evident::index
