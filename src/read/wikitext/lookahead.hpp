// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string_view>

#include "read/wikitext/tags.hpp"

namespace evident::read::wikitext {

/// True where a line that begins at `line` is a heading: "== x ==".
bool is_heading(std::string_view text, size_t line);

/// Looks for what comes next in a text, once for each thing though it is asked for often: so that mark-up
/// without end costs no more than other text. Places are asked for in ascending order; npos where nothing
/// comes.
class Lookahead {
 public:
  explicit Lookahead(std::string_view text) : m_text(text) {}
  size_t comment_end(size_t at) { return find(m_comment_end, "-->", at); }
  size_t end_tag(const TagName& name, size_t at) { return end_tag(m_end_tags[name.name], name, at); }
  size_t ref(size_t at);      ///< the start tag of a <ref> with content
  size_t heading(size_t at);  ///< the line break before it

 private:
  /// True from `from` to `found`.
  struct Ahead {
    size_t from = std::string_view::npos;
    size_t found = 0;
    bool knows(size_t at) const { return from != std::string_view::npos && from <= at && at <= found; }
  };
  size_t find(Ahead& ahead, std::string_view needle, size_t at);
  size_t end_tag(Ahead& ahead, const TagName& name, size_t at);

  std::string_view m_text;
  Ahead m_comment_end, m_ref, m_heading;
  std::map<std::string_view, Ahead> m_end_tags;
  Ahead m_comment_end_before_ref, m_nowiki_end_before_ref;  // asked for places further ahead
};

}  // namespace evident::read::wikitext
