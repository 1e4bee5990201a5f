// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "read/wikitext/citation.hpp"
#include "read/wikitext/footnotes.hpp"

namespace evident::read::wikitext {

constexpr uint32_t no_token = UINT32_MAX;

/// One work of a footnote or of an item in a list of literature.
struct Work {
  std::string label;                 ///< unique in the page
  Range range;                       ///< what is shown of it
  uint32_t token = no_token;         ///< of the template that names its parts
  std::optional<Citation> citation;  ///< what that says
};

/// The works of a range: one for each citation template in it, else the whole. Citations are not read yet.
std::vector<Work> works_in(const Page& page, Range range);

/// True where two definitions of one reference mean the same.
bool same_works(const Page& page, Range left, Range right);

/// The reference list of a page: what each footnote and each item of a list of literature cites.
class Works {
 public:
  Works(const Page& page, const Footnotes& footnotes);

  struct Answer {
    std::vector<std::string> labels;  ///< of works; those that the list does not have are dangling
    bool prose = false;               ///< the footnote explains and cites nothing
  };
  const Answer& of_footnote(size_t number) const { return m_answers[number]; }
  const std::vector<Work>& works_of_footnote(size_t number) const { return m_works[number]; }
  /// nullptr where the line is no item of a list of literature.
  const std::vector<Work>* works_of_line(size_t line) const;
  std::vector<std::string> labels_of(const std::vector<ShortCitation>& short_forms) const;
  const std::vector<Problem>& problems() const { return m_problems; }

 private:
  void read(std::vector<Work>& works, const std::string& label);
  void index(const std::vector<Work>& works);
  void add_anchor(std::string anchor, const std::string& label);
  std::string find(const ShortCitation& form) const;
  std::vector<ShortCitation> short_forms(const Footnote& footnote) const;
  void answer(size_t number);
  std::string unique(const std::string& label);

  const Page& m_page;
  const Footnotes& m_footnotes;
  std::vector<std::vector<Work>> m_works;  // by footnote
  std::vector<Answer> m_answers;
  std::unordered_map<size_t, std::vector<Work>> m_entries;  // by line
  std::unordered_map<std::string, std::string> m_anchors;   // to labels; empty: several have it
  std::unordered_set<std::string> m_labels;
  std::unordered_map<std::string, int> m_numbers;  // the last that was put behind a label
  std::vector<Problem> m_problems;
};

}  // namespace evident::read::wikitext
