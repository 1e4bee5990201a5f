// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "extract/author_year.hpp"
#include "extract/numeric_marker.hpp"
#include "model/article.hpp"

namespace evident::extract {

/// A citation marker found in running text.
struct Marker {
  Span span;  ///< bytes of the text it was found in
  std::vector<int> references;
  std::vector<std::string> dangling;
  std::string rule;   ///< "numeric-bracket", "label-bracket", "superscript", "lost-superscript",
                      ///< "parenthesis", "author-year"
  uint64_t line = 0;  ///< of the file, where mark-up names what is no reference
};

/// Reads the markers of one article. The article's texts and list tell which style it cites in, and only that
/// one is read.
class MarkerReader {
 public:
  MarkerReader(const std::vector<model::Reference>& references, const std::vector<std::string_view>& texts);
  /// In order, not overlapping.
  std::vector<Marker> read(std::string_view text) const;
  /// What may be a citation and is as likely something else, so that read() leaves it out; what has no entry
  /// is dangling. Lists of numbers in the page's style of which the reference list has some and not others,
  /// "(4, 6, 7)" of six; one name and a year of no entry, "(Rome, 1999)"; without a list, all names and
  /// years.
  std::vector<Marker> doubtful(std::string_view text) const;

 private:
  void learn_brackets(const std::vector<std::string_view>& texts);
  /// Citations by name and year that an entry answers to.
  size_t named(const std::vector<std::string_view>& texts) const;
  /// How numbers of one form are used in all texts.
  struct Style {
    size_t found = 0, outside = 0;  ///< in the list or not
    size_t used = 0, in_order = 0;  ///< different ones, and those that come in the order of the list
  };
  Style style(const std::vector<std::string_view>& texts,
              std::vector<NumericMarker> (*find)(std::string_view)) const;
  /// `telling`: the form itself is seldom anything but a citation.
  bool is_style(const Style& style, bool telling) const;
  bool uses_the_list_in_order(const Style& style) const;
  bool is_citation(const NumericMarker& marker) const;
  /// Of the style that is not brackets, if the page has one; what is no entry of the list is dangling.
  std::vector<Marker> unbracketed(std::string_view text) const;
  Marker settled(const NumericMarker& marker, std::string rule) const;
  void read_labels(std::string_view text, std::vector<Marker>& out) const;

  std::map<std::string, int, std::less<>> m_labels;
  AuthorYearReader m_author_year;
  size_t m_answered = 0;  ///< bracket markers that an entry answers to
  size_t m_stacks = 0;    ///< "[1][2]"
  bool m_numbered = false;
  bool m_keyed = false;  ///< the list has labels that are no numbers
  bool m_superscript = false;
  bool m_lost_superscript = false;
  bool m_parenthesis = false;
  bool m_names = false;
};

}  // namespace evident::extract
