// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/text_counts.hpp"

#include <algorithm>

#include "index/schema.hpp"

namespace evident::index {

size_t WantedTerms::number_of(const std::string& term) {
  const auto at = std::lower_bound(m_terms.begin(), m_terms.end(), std::pair(term, size_t{0}));
  if (at != m_terms.end() && at->first == term) return at->second;
  const size_t number = m_terms.size();
  m_terms.emplace(at, term, number);
  return number;
}

bool is_text_term(const std::string& term) {
  return !term.empty() && (term[0] < 'A' || term[0] > 'Z');
}

TermList::TermList(const Xapian::Database& database, Xapian::docid number) {
  const auto end = database.termlist_end(number);
  for (auto at = database.termlist_begin(number); at != end; ++at) {
    std::string term = *at;
    if (is_text_term(term) || term[0] == prefix::title[0])
      m_terms.emplace_back(std::move(term), at.get_wdf());
  }
}

TextCounts TermList::counts(const WantedTerms& wanted) const {
  TextCounts counts;
  counts.of.resize(wanted.size());
  auto next = wanted.sorted().begin();
  const auto last = wanted.sorted().end();
  for (const auto& [term, count] : m_terms) {
    (is_text_term(term) ? counts.length : counts.title_length) += count;
    while (next != last && next->first < term) ++next;
    if (next != last && next->first == term) counts.of[next->second] = count;
  }
  return counts;
}

std::vector<Xapian::termpos> places(const Xapian::Database& database, Xapian::docid number,
                                    const std::vector<std::string>& terms) {
  std::vector<Xapian::termpos> found(database.positionlist_begin(number, terms.at(0)),
                                     database.positionlist_end(number, terms.at(0)));
  for (size_t i = 1; i < terms.size() && !found.empty(); ++i) {
    const std::vector<Xapian::termpos> others(database.positionlist_begin(number, terms[i]),
                                              database.positionlist_end(number, terms[i]));
    std::erase_if(found, [&](Xapian::termpos place) {
      return !std::binary_search(others.begin(), others.end(), place + static_cast<Xapian::termpos>(i));
    });
  }
  return found;
}

}  // namespace evident::index
