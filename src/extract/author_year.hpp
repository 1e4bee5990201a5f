// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "model/article.hpp"

namespace evident::extract {

/// "(Ameisen, 2005)", "(Hites 2004; Law et al. 2003)", "Addolorato et al. (2007)", "[Lee 2007a, b]",
/// "Moss (in press)".
struct AuthorYearMarker {
  Span span;
  std::vector<int> references;        ///< indices of entries
  std::vector<std::string> dangling;  ///< "Law et al. 2003": no entry, or more than one, answers to it
  std::vector<std::string> doubtful;  ///< "Law, 2003": the same, but one name alone may be of a place;
                                      ///< without a list all are
};

/// Finds citations by name and year, and the entries of one list that they mean.
class AuthorYearReader {
 public:
  explicit AuthorYearReader(const std::vector<model::Reference>& references);
  std::vector<AuthorYearMarker> read(std::string_view text) const;

 private:
  struct Mention {
    std::string family;  ///< folded
    std::string second;  ///< folded; empty where none is named
    bool et_al = false;
    bool has_acronym = false;  ///< "American Academy of Ponds [AAP]"
    std::string year;          ///< with its letter, "2004a"
    std::string printed;       ///< from the first name on
    bool introduced = false;   ///< words stand before that which send to no work, "in May 2003"
  };
  struct Work {
    int index = 0;
    std::string second;
    size_t authors = 0;
  };
  /// "see Hites and Law 2003, 2004a": mentions of one part between semicolons; none where it is no citation.
  std::vector<Mention> mentions(std::string_view part) const;
  /// A body of the list that is named here by its whole name, small words and all, or by the acronym behind
  /// it: as the list has it, or empty.
  std::string body_in(std::string_view names, const std::string& year) const;
  bool take_names(std::string_view names, Mention& mention) const;
  const std::vector<Work>* works_of(const Mention& mention) const;
  int resolve(const Mention& mention) const;
  int resolve_unnamed(const Mention& mention) const;
  /// Where the names begin that stand before a year in brackets; `open` where there are none.
  size_t names_before(std::string_view text, size_t open, std::string_view year) const;
  /// Where the name of a body of the list begins that stands there; `open` where none does.
  size_t body_before(std::string_view text, size_t open, const std::string& year) const;
  /// True where an entry of whatever year has this first author.
  bool lists(const std::string& family) const;
  /// `likely`: the names are words of the sentence and the year alone stands in brackets, or several names
  /// with years stand beside each other.
  void settle(const std::vector<Mention>& mentions, AuthorYearMarker& marker, bool likely) const;

  struct Unnamed {
    int index = 0;
    std::string beginning;  ///< folded
  };
  std::map<std::string, std::vector<Work>, std::less<>> m_works;       ///< by "family year"
  std::map<std::string, std::vector<Unnamed>, std::less<>> m_unnamed;  ///< by year
};

}  // namespace evident::extract
