// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/jats/root.hpp"

#include <algorithm>
#include <string>

namespace evident::read::jats {

namespace {

/// Behind the declarations, instructions and comments that may stand before the root.
size_t skip_prolog(std::string_view text) {
  size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  for (;;) {
    at = text.find_first_not_of(" \t\r\n", at);
    if (at == std::string_view::npos) return text.size();
    const std::string_view rest = text.substr(at);
    size_t end = std::string_view::npos;
    if (rest.starts_with("<?")) {
      end = text.find("?>", at);
      if (end != std::string_view::npos) end += 2;
    } else if (rest.starts_with("<!--")) {
      end = text.find("-->", at);
      if (end != std::string_view::npos) end += 3;
    } else if (rest.starts_with("<!")) {
      // A document type: its subset in brackets holds declarations of its own.
      end = text.find_first_of("[>", at);
      if (end != std::string_view::npos && text[end] == '[') {
        end = text.find(']', end);
        if (end != std::string_view::npos) end = text.find('>', end);
      }
      if (end != std::string_view::npos) ++end;
    } else {
      return at;
    }
    if (end == std::string_view::npos) return text.size();
    at = end;
  }
}

bool has_tag(std::string_view text, std::string_view start) {
  for (size_t at = text.find(start); at != std::string_view::npos; at = text.find(start, at + 1)) {
    const size_t end = at + start.size();
    if (end < text.size() && std::string_view(" \t\r\n>").find(text[end]) != std::string_view::npos)
      return true;
  }
  return false;
}

}  // namespace

bool is_wide(std::string_view head) {
  using namespace std::string_view_literals;
  return head.starts_with("\xFF\xFE"sv) || head.starts_with("\xFE\xFF"sv) || head.starts_with("<\0"sv) ||
         head.starts_with("\0<"sv);
}

bool is_jats(std::string_view head) {
  std::string narrow;
  if (is_wide(head)) {
    // Only names of elements are looked for: they are ASCII.
    std::copy_if(head.begin(), head.end(), std::back_inserter(narrow),
                 [](char c) { return c != '\0' && (c & 0x80) == 0; });
    head = narrow;
  }
  const size_t root = skip_prolog(head);
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
  return skip_prolog(bytes) == bytes.size();
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
