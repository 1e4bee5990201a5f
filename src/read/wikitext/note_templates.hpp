// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/wikitext/page.hpp"
#include "read/wikitext/template.hpp"

namespace evident::read::wikitext {

/// Templates that make footnotes or short citations.
enum class NoteTemplate {
  none,
  footnote,     ///< "{{refn|text|name=|group=}}", "{{#tag:ref|text}}"
  note,         ///< the same, in a group of its own: "{{efn|text}}"
  reuse,        ///< "{{r|name|name}}"
  short_note,   ///< "{{sfn|Smith|2001|p=3}}"
  short_notes,  ///< "{{sfnm|1a1=Smith|1y=2001|2a1=Doe|2y=2003}}"
  brackets,     ///< "{{harv}}": "(Smith 2001)"
  bare,         ///< "{{harvnb}}": "Smith 2001"
  sentence,     ///< "{{harvtxt}}": "Smith (2001)"
  list          ///< "{{reflist}}", with footnotes in an argument
};

NoteTemplate note_template(std::string_view name);
/// True for those that give a work's author and year.
inline bool is_short(NoteTemplate kind) {
  return kind >= NoteTemplate::short_note && kind <= NoteTemplate::sentence;
}
/// The group that the name of a note implies: "lower-alpha".
std::string_view group_of_note(std::string_view name);

/// A short citation, which the lists of the page spell out.
struct ShortCitation {
  std::vector<std::string> names;
  std::string year;   ///< with its letter: "2001a"
  std::string pages;  ///< ", p. 3"

  std::string printed(NoteTemplate form) const;
};

std::vector<ShortCitation> short_citations(const Page& page, const Template& use);

/// Those of plain words: "Smith & Doe 2001, p. 3; Roe (2003), pp. 4-5". Empty where the words are anything
/// else.
std::vector<ShortCitation> short_citations(std::string_view words);

}  // namespace evident::read::wikitext
