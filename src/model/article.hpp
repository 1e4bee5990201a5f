// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "model/identifier.hpp"
#include "model/reference.hpp"
#include "model/work.hpp"

namespace evident::model {

/// One occurrence of a marker in the text.
struct Citation {
  std::string marker;  ///< as printed: "[3-5]", "(Ameisen, 2005)"
  Place source;        ///< of the marker in the file
  std::vector<int>
      references;  ///< indices into Article::references, in printed order, ranges expanded, no duplicates
  std::vector<std::string> dangling;  ///< labels or author-years that no entry of the list answers to
  std::string rule;  ///< what read it: "numeric-bracket", "superscript", "author-year", "markup" ...
};

/// A sentence of the body.
struct Sentence {
  int number = 0;     ///< 1-based in the article; the claim's address is "<article key>#<number>"
  int paragraph = 0;  ///< 1-based; sentences of one paragraph share it
  std::string section;
  std::string text;  ///< the words that were read, white space squeezed, markers included
  Place source;  ///< in the file: cutting it out and squeezing gives `text` (for mark-up formats, `text` with
                 ///< mark-up; where a page ends in it, with that page's number and head)
  bool claim = false;
  std::vector<Citation> citations;
};

/// One entry of the reference list.
struct Reference {
  int index = 0;      ///< 0-based in the article
  std::string label;  ///< number as printed, "12"
  std::string text;   ///< as printed, squeezed, without number and back-links
  Place source;       ///< of the entry in the file, number and back-links included
  ReferenceFields fields;
  Identifiers ids;
  bool parsed = false;   ///< at least a title or (author and year) came out
  int back_links = 0;    ///< occurrences that "^ a b" announces
  std::string unparsed;  ///< what no field took, as printed
};

/// One text that was read, taken apart. Depends on the file alone, never on the store.
struct Article {
  std::string key;  ///< "<stem>-<8 hex digits of the content's SHA-256>"
  std::string title;
  std::string path;
  std::string format;
  std::string sha256;
  Identifiers ids;  ///< of the article itself where it says so
  Place source;     ///< from its first to its last block in the file
  std::vector<Sentence> sentences;
  std::vector<Reference> references;
};

std::string claim_id(const Article& article, const Sentence& sentence);  ///< "<key>#<number>"
/// The order in which a reader meets claims: by their articles' keys, then by number ("a#9" before "a#10").
bool stands_before(std::string_view left_claim, std::string_view right_claim);
std::string reference_id(const Article& article,
                         const Reference& reference);  ///< "<key>/ref/<label or index+1>", unique

/// What is known of a work from a reference alone: the record of a ghost.
WorkRecord ghost_of(const Article& article, const Reference& reference);

}  // namespace evident::model
