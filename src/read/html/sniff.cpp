// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/html/sniff.hpp"

#include <algorithm>
#include <iterator>

#include "read/html/names.hpp"
#include "read/xml/html_attribute.hpp"
#include "read/xml/source_text.hpp"
#include "text/charset.hpp"

namespace evident::read::html {

namespace {

constexpr size_t meta_within = 8192;  // bytes; browsers look at 1024

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

/// Behind blanks, the XML declaration, comments and a document type; what the type names is told.
size_t skip_prolog(std::string_view text, std::string& type) {
  size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  for (;;) {
    at = text.find_first_not_of(" \t\r\n\f", at);
    if (at == std::string_view::npos) return text.size();
    const std::string_view rest = text.substr(at);
    std::string_view close;
    if (rest.starts_with("<!--")) {
      close = "-->";
    } else if (rest.starts_with("<?") || rest.starts_with("<!")) {
      close = ">";
    } else {
      return at;
    }
    const size_t end = text.find(close, at);
    if (end == std::string_view::npos) return text.size();
    if (lower(rest.substr(0, 9)) == "<!doctype") type = lower(rest.substr(9, end - at - 9));
    at = end + close.size();
  }
}

/// Links, templates and references of wikitext.
bool holds_wikitext(std::string_view text) {
  return text.find("[[") != std::string_view::npos || text.find("{{") != std::string_view::npos ||
         text.find("<ref") != std::string_view::npos;
}

std::string_view first_name(std::string_view rest) {
  rest.remove_prefix(1);
  return rest.substr(0, rest.find_first_of(" \t\r\n\f/>"));
}

/// A piece of a page: elements of HTML, and hardly any others.
bool is_piece(std::string_view text) {
  size_t known = 0;
  size_t unknown = 0;
  for (size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::string name = lower(first_name(text.substr(at, 40)));
    if (name.empty() || name[0] < 'a' || name[0] > 'z') continue;
    const uint16_t role = role_of(name);
    const bool plain = name == "b" || name == "i" || name == "em" || name == "span" || name == "font" ||
                       name == "u" || name == "small";
    (role != tag::other || plain ? known : unknown) += 1;
  }
  return known > 0 && known >= 4 * unknown;
}

std::string charset_in(std::string_view content) {
  const std::string folded = lower(content);
  size_t at = folded.find("charset");
  if (at == std::string::npos) return "";
  at = folded.find_first_not_of(" =\"'", at + 7);
  if (at == std::string::npos) return "";
  return folded.substr(at, folded.find_first_of(" ;\"'", at) - at);
}

std::string meta_charset(std::string_view head) {
  for (size_t at = head.find('<'); at != std::string_view::npos; at = head.find('<', at + 1)) {
    if (!xml::equal_ignoring_case(head.substr(at + 1, 4), "meta")) continue;
    size_t from = at + 5;
    xml::HtmlAttribute attribute;
    std::string found;
    while (xml::next_html_attribute(head, from, attribute)) {
      if (xml::equal_ignoring_case(attribute.name, "charset")) return lower(attribute.value);
      if (xml::equal_ignoring_case(attribute.name, "content")) found = charset_in(attribute.value);
    }
    if (!found.empty()) return found;
  }
  return "";
}

}  // namespace

bool is_html(std::string_view head) {
  using namespace std::string_view_literals;
  std::string narrow;
  if (head.starts_with("\xFF\xFE"sv) || head.starts_with("\xFE\xFF"sv) || head.starts_with("<\0"sv) ||
      head.starts_with("\0<"sv)) {
    // Only names of elements are looked for: they are ASCII.
    std::copy_if(head.begin(), head.end(), std::back_inserter(narrow),
                 [](char c) { return c != '\0' && (c & 0x80) == 0; });
    head = narrow;
  }
  std::string type;
  const size_t root = skip_prolog(head, type);
  const size_t named = type.find_first_not_of(" \t\r\n");
  if (named != std::string::npos) return type.compare(named, 4, "html") == 0;
  if (root >= head.size() || head[root] != '<') return false;
  const std::string_view rest = head.substr(root);
  const std::string name = lower(first_name(rest));
  if (name == "html") return true;
  const bool declared = head.substr(0, root).find("<?xml") != std::string_view::npos;
  const uint16_t role = role_of(name);
  if (declared || (role == tag::other && name != "font" && name != "span" && name != "b")) return false;
  if (role == tag::head || role == tag::body || role == tag::meta || role == tag::script) return true;
  return is_piece(rest) && !holds_wikitext(rest);
}

std::string declared_charset(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF") || bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    return "";
  const std::string_view head = bytes.substr(0, meta_within);
  std::string name = meta_charset(head);
  if (name.empty()) name = lower(xml::declared_encoding(head));
  if (name.starts_with("utf")) return "";  // a name that could be read is none of UTF-16
  if (name == "iso-8859-1" || name == "latin1" || name == "latin-1" || name == "us-ascii" || name == "ascii")
    name = "windows-1252";
  // Pages that were saved again are UTF-8, whatever they still say; other sets hardly ever look like it.
  const bool shifts = bytes.find('\x1B') != std::string_view::npos;
  return !shifts && text::is_utf8(bytes) ? "" : name;
}

}  // namespace evident::read::html
