// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/xml/entities.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "text/encoding.hpp"
#include "text/normal.hpp"

namespace evident::read::xml {

namespace {

constexpr size_t longest_name = 64;
constexpr size_t longest_value = 512;               // of a declared entity; more is no character's name
constexpr size_t most_expanded = size_t{4} << 20U;  // of all declared entities of one document
constexpr int deepest_nesting = 4;
constexpr size_t longest_old_name = 6;  // "frac12"

/// Names of the ISO entity sets that article DTDs include and HTML does not know.
constexpr std::array<std::pair<std::string_view, char16_t>, 44> iso_names{{
    {"ap", 0x2248},     {"apos", 0x27},     {"ast", 0x2A},      {"bsol", 0x5C},     {"caron", 0x2C7},
    {"colon", 0x3A},    {"comma", 0x2C},    {"commat", 0x40},   {"dash", 0x2010},   {"dollar", 0x24},
    {"emsp13", 0x2004}, {"equals", 0x3D},   {"excl", 0x21},     {"ges", 0x2A7E},    {"hairsp", 0x200A},
    {"half", 0xBD},     {"horbar", 0x2015}, {"hyphen", 0x2010}, {"lcub", 0x7B},     {"les", 0x2A7D},
    {"lowbar", 0x5F},   {"lpar", 0x28},     {"lsqb", 0x5B},     {"mgr", 0x3BC},     {"nldr", 0x2025},
    {"num", 0x23},      {"numsp", 0x2007},  {"percnt", 0x25},   {"period", 0x2E},   {"phis", 0x3C6},
    {"plus", 0x2B},     {"puncsp", 0x2008}, {"quest", 0x3F},    {"rcub", 0x7D},     {"rpar", 0x29},
    {"rsqb", 0x5D},     {"semi", 0x3B},     {"sol", 0x2F},      {"square", 0x25A1}, {"squf", 0x25AA},
    {"utri", 0x25B5},   {"verbar", 0x7C},   {"xutri", 0x25B3},  {"yen", 0xA5},
}};

static_assert(std::is_sorted(iso_names.begin(), iso_names.end(),
                             [](const auto& left, const auto& right) { return left.first < right.first; }));

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         c == '.' || c == ':' || (c & 0x80) != 0;
}

/// "&#233;" or "&#xE9;", from behind the "#"; nullopt where it is no character of XML.
std::optional<std::string> character(std::string_view digits) {
  const int base = digits.starts_with('x') || digits.starts_with('X') ? 16 : 10;
  if (base == 16) digits.remove_prefix(1);
  uint32_t code = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, base);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  const bool allowed = code == '\t' || code == '\n' || code == '\r' || (code >= 0x20 && code < 0xD800) ||
                       (code >= 0xE000 && code <= 0x10FFFF && code != 0xFFFE && code != 0xFFFF);
  if (!allowed) return std::nullopt;
  std::string out;
  text::append_utf8(out, code);
  return out;
}

std::optional<std::string> known(std::string_view name) {
  if (name == "amp") return "&";
  if (name == "lt") return "<";
  if (name == "gt") return ">";
  if (name == "quot") return "\"";
  std::string out;
  const auto* iso =
      std::lower_bound(iso_names.begin(), iso_names.end(), name,
                       [](const auto& entry, std::string_view key) { return entry.first < key; });
  if (iso != iso_names.end() && iso->first == name) {
    text::append_utf8(out, iso->second);
    return out;
  }
  const auto* html = htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(name).c_str()));
  if (html == nullptr) return std::nullopt;
  text::append_utf8(out, html->value);
  return out;
}

/// Names that HTML knew first may go without ";": the longest one that the text begins with.
std::optional<Entities::Reference> old_name(std::string_view name) {
  for (size_t size = std::min(name.size(), longest_old_name); size >= 2; --size) {
    const std::string candidate(name.substr(0, size));
    const auto* found = htmlEntityLookup(reinterpret_cast<const xmlChar*>(candidate.c_str()));
    if (found == nullptr || found->value > 0xFF) continue;
    Entities::Reference out;
    out.size = size + 1;
    out.text.emplace();
    text::append_utf8(*out.text, found->value);
    return out;
  }
  return std::nullopt;
}

}  // namespace

void Entities::declare(std::string_view prolog) {
  constexpr std::string_view blanks = " \t\r\n";
  for (size_t at = prolog.find("<!ENTITY"); at != std::string_view::npos;
       at = prolog.find("<!ENTITY", at + 1)) {
    size_t name = prolog.find_first_not_of(blanks, at + 8);
    if (name == std::string_view::npos || name == at + 8 || prolog[name] == '%') continue;
    const size_t name_end = prolog.find_first_of(blanks, name);
    const size_t quote = prolog.find_first_not_of(blanks, std::min(name_end, prolog.size()));
    // SYSTEM and PUBLIC lead elsewhere; nobody goes there.
    if (quote == std::string_view::npos || (prolog[quote] != '"' && prolog[quote] != '\'')) continue;
    const size_t end = prolog.find(prolog[quote], quote + 1);
    if (end == std::string_view::npos) return;
    const std::string_view value = prolog.substr(quote + 1, end - quote - 1);
    if (name_end - name <= longest_name && value.size() <= longest_value)
      m_declared.emplace(prolog.substr(name, name_end - name), value);
    at = end;
  }
}

std::optional<std::string> Entities::declared(std::string_view name) const {
  const auto found = m_declared.find(name);
  if (found == m_declared.end()) return std::nullopt;
  std::string value = found->second;
  for (int round = 0; round < deepest_nesting && value.find('&') != std::string::npos; ++round) {
    std::string next;
    for (size_t at = 0; at < value.size() && next.size() <= longest_value;) {
      const std::string_view rest = std::string_view(value).substr(at);
      const size_t end = rest.find(';');
      if (rest[0] != '&' || end == std::string_view::npos) {
        next += rest[0];
        ++at;
        continue;
      }
      const std::string_view inner = rest.substr(1, end - 1);
      const auto other = m_declared.find(inner);
      if (other != m_declared.end()) {
        next += other->second;
      } else if (const auto text = inner.starts_with('#') ? character(inner.substr(1)) : known(inner)) {
        next += *text;
      }
      at += end + 1;
    }
    value = std::move(next);
  }
  if (value.size() > longest_value || value.find('<') != std::string::npos) return std::nullopt;
  m_expanded += value.size();
  if (m_expanded > most_expanded) return std::nullopt;
  return value;
}

/// "&#233;", from its "&".
std::optional<Entities::Reference> Entities::number(std::string_view text) const {
  const bool hex = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const size_t start = hex ? 3 : 2;
  const auto is_digit = [&](char c) {
    return (c >= '0' && c <= '9') || (hex && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
  };
  size_t end = start;
  while (end < text.size() && end <= longest_name && is_digit(text[end])) ++end;
  const bool closed = end < text.size() && text[end] == ';';
  const bool html = m_language == Language::html;
  if (end == start || (!closed && !html)) return std::nullopt;
  Reference out;
  out.size = closed ? end + 1 : end;
  out.text = character(text.substr(2, end - 2));
  uint32_t code = 0;
  if (html) std::from_chars(text.data() + start, text.data() + end, code, hex ? 16 : 10);
  if (code >= 0x80 && code < 0xA0) {
    out.text.emplace();
    text::append_utf8(*out.text, text::windows1252(static_cast<unsigned char>(code)));
  }
  return out;
}

std::optional<Entities::Reference> Entities::reference(std::string_view text) const {
  if (text.size() > 1 && text[1] == '#') return number(text);
  size_t end = 1;
  while (end < text.size() && end <= longest_name && is_name_byte(text[end])) ++end;
  if (end == 1) return std::nullopt;
  const std::string_view name = text.substr(1, end - 1);
  const bool closed = end < text.size() && text[end] == ';';
  Reference out;
  out.size = end + 1;
  if (closed) {
    out.text = declared(name);
    if (!out.text) out.text = known(name);
  }
  if (m_language == Language::html && !out.text) {
    if (auto old = old_name(name)) return old;
  }
  return closed ? std::optional(out) : std::nullopt;
}

}  // namespace evident::read::xml
