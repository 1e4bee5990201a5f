// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/jats/root.hpp"

#include <algorithm>
#include <string>

#include "read/xml/narrow.hpp"
#include "read/xml/prolog.hpp"

namespace evident::read::jats {

namespace {

bool has_tag(std::string_view text, std::string_view start) {
  for (size_t at = text.find(start); at != std::string_view::npos; at = text.find(start, at + 1)) {
    const size_t end = at + start.size();
    if (end < text.size() && std::string_view(" \t\r\n>").find(text[end]) != std::string_view::npos)
      return true;
  }
  return false;
}

}  // namespace

bool is_jats(std::string_view head) {
  std::string narrow;
  if (xml::is_wide(head)) {
    narrow = xml::narrow_head(head);
    head = narrow;
  }
  const size_t root = xml::behind_prolog(head);
  if (root >= head.size()) return false;
  std::string_view rest = head.substr(root);
  if (has_tag(rest.substr(0, 20), "<html")) return false;
  // The document type tells it even where the first tag is damaged.
  const std::string_view prolog = head.substr(0, root);
  if (prolog.find("//NLM//DTD") != std::string_view::npos ||
      prolog.find("//NISO//DTD JATS") != std::string_view::npos)
    return prolog.find("<!DOCTYPE article") != std::string_view::npos;
  if (!rest.starts_with('<')) return false;
  if (has_tag(rest.substr(0, 20), "<sub-article"))
    return has_tag(rest, "<front-stub") || has_tag(rest, "<body");
  if (has_tag(rest.substr(0, 40), "<pmc-articleset")) return true;
  const size_t article =
      std::min(rest.find("<article "), std::min(rest.find("<article>"), rest.find("<article\n")));
  if (article == std::string_view::npos) return false;
  // DocBook and HTML call something an article too.
  rest.remove_prefix(article);
  const std::string_view tag = rest.substr(0, rest.find('>'));
  return has_tag(rest, "<article-meta") || has_tag(rest, "<journal-meta") || has_tag(rest, "<front") ||
         tag.find("dtd-version=") != std::string_view::npos ||
         tag.find("article-type=") != std::string_view::npos;
}

bool is_prolog(std::string_view bytes) {
  return xml::behind_prolog(bytes) == bytes.size();
}

bool holds_text(std::string_view bytes) {
  while (!bytes.empty()) {
    const size_t at = std::min(bytes.find('<'), bytes.size());
    if (bytes.substr(0, at).find_first_not_of(" \t\r\n\xEF\xBB\xBF") != std::string_view::npos) return true;
    bytes.remove_prefix(at);
    const std::string_view close = bytes.starts_with("<!--") ? "-->" : ">";
    const size_t end = bytes.find(close);
    if (end == std::string_view::npos) return false;
    bytes.remove_prefix(end + close.size());
  }
  return false;
}

}  // namespace evident::read::jats
