// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "read/wikitext/note_templates.hpp"
#include "read/wikitext/outline.hpp"
#include "read/wikitext/page.hpp"

namespace evident::read::wikitext {

/// What the marker of a footnote leads to.
struct Footnote {
  std::string group, name;
  std::optional<Range> content;
  std::vector<Range> additions;            ///< of <ref follow=...>
  std::vector<ShortCitation> short_forms;  ///< of {{sfn}}, which has no other content
  std::string number;                      ///< as the page prints it: "3", "note 2", "b"
};

/// One place of the text that cites.
struct Callout {
  std::vector<size_t> footnotes;  ///< prints their numbers
  NoteTemplate form = NoteTemplate::none;
  std::vector<ShortCitation> short_forms;  ///< of a short citation that prints itself: "(Smith 2001)"
  bool in_footnote = false;                ///< of these: read with the footnote unless that is prose
};

/// An item of a list of literature: it prints where it stands, and no marker leads to it.
struct Entry {
  size_t line = 0;
  Range range;
};

struct Problem {
  std::string code;
  uint32_t at = 0;
  std::string message;
};

/// The footnotes and literature of a page, as they were collected.
struct Footnotes {
  std::vector<Footnote> all;             ///< those that are called first, in the order of their numbers
  std::map<uint32_t, Callout> callouts;  ///< by their tokens
  std::vector<Entry> entries;
  std::vector<Problem> problems;
};

Footnotes footnotes_of(const Page& page, const Outline& outline);

}  // namespace evident::read::wikitext
