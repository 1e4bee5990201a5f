// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/bibtex/entry.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace evident::read::bibtex {

namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

/// What may stand in the name of a field or macro.
bool is_name(char c) {
  return static_cast<unsigned char>(c) > ' ' &&
         std::string_view("\"#%'(),={}").find(c) == std::string_view::npos;
}

/// A line of a value that begins like a field ("year = {"): the value before it has lost its end.
bool holds_field(std::string_view value) {
  for (size_t comma = value.find(','); comma != std::string_view::npos; comma = value.find(',', comma + 1)) {
    size_t at = comma + 1;
    while (at < value.size() && is_space(value[at])) ++at;
    if (value.substr(comma, at - comma).find_first_of("\r\n") == std::string_view::npos) continue;
    const size_t name = at;
    while (at < value.size() && is_name(value[at])) ++at;
    if (at == name) continue;
    while (at < value.size() && is_space(value[at])) ++at;
    if (at < value.size() && value[at] == '=') return true;
  }
  return false;
}

class Parser {
 public:
  Parser(std::string_view text, const Macros& macros) : m_text(text), m_macros(macros) {}

  Parsed run() {
    ++m_at;  // "@"
    skip_space();
    m_out.entry.type = lower(name());
    skip_space();
    m_close = peek() == '(' ? ')' : '}';
    ++m_at;
    skip_space();
    // TeX's own words, which concern no entry.
    if (m_out.entry.type == "preamble") return std::move(m_out);
    if (m_out.entry.type != "string") key();
    while (!m_out.ended && m_at < m_text.size()) field();
    return std::move(m_out);
  }

 private:
  char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
  void skip_space() {
    while (m_at < m_text.size() && is_space(m_text[m_at])) ++m_at;
  }
  std::string_view name() {
    const size_t begin = m_at;
    while (m_at < m_text.size() && is_name(m_text[m_at])) ++m_at;
    return m_text.substr(begin, m_at - begin);
  }
  void flaw(const char* code, std::string message, size_t offset) {
    m_out.flaws.push_back({code, std::move(message), offset});
  }

  /// The key, unless a field stands in its place.
  void key() {
    const size_t begin = m_at;
    const size_t end = std::min(m_text.find_first_of(",=\n\"", m_at), m_text.size());
    std::string_view text = m_text.substr(begin, end - begin);
    if (end < m_text.size() && m_text[end] == '=') return;
    // "@misc{key}" has no comma.
    if (const size_t close = text.rfind(m_close); close != std::string_view::npos && end == m_text.size())
      text = text.substr(0, close);
    m_at = begin + text.size();
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    m_out.entry.key = text;
  }

  void field() {
    for (; m_at < m_text.size() && (is_space(peek()) || peek() == ',' || peek() == '%'); ++m_at) {
      // A field behind "%" was taken out.
      if (peek() == '%') m_at = std::min(m_text.find_first_of("\r\n", m_at), m_text.size() - 1);
    }
    if (peek() == m_close) {
      m_out.ended = true;
      return;
    }
    if (m_at >= m_text.size()) return;
    const size_t begin = m_at;
    // Some programs quote names.
    const bool quoted = peek() == '"';
    if (quoted) ++m_at;
    const std::string field_name = lower(name());
    if (quoted && peek() == '"') ++m_at;
    skip_space();
    if (field_name.empty() || peek() != '=') {
      flaw("malformed-field", "no field begins here; what stands before the next one was not read", begin);
      m_at = next_field(std::max(m_at, begin + 1));
      return;
    }
    ++m_at;
    auto value = this->value();
    if (!value) return;
    m_out.swallowed = m_out.swallowed || holds_field(*value);
    m_out.entry.fields.emplace(field_name, std::move(*value));
    skip_space();
    if (m_at >= m_text.size() || peek() == ',' || peek() == '%' || peek() == m_close) return;
    const size_t next = next_field(m_at);
    const std::string_view between = m_text.substr(m_at, next - m_at);
    if (between.empty()) {
      flaw("missing-comma", "no comma stands before this field", m_at);
    } else {
      flaw("malformed-field", "text behind the field \"" + field_name + "\" was not read", m_at);
    }
    m_at = next;
  }

  /// Where a field begins at or after `from` ("name ="), else the end of the entry.
  size_t next_field(size_t from) const {
    for (size_t at = from; at < m_text.size(); ++at) {
      if (m_text[at] == ',' || m_text[at] == m_close) return at;
      if (!is_name(m_text[at]) || (at > from && is_name(m_text[at - 1]))) continue;
      size_t end = at;
      while (end < m_text.size() && is_name(m_text[end])) ++end;
      size_t equals = end;
      while (equals < m_text.size() && is_space(m_text[equals])) ++equals;
      if (equals < m_text.size() && m_text[equals] == '=') return at;
      at = end - 1;
    }
    return m_text.size();
  }

  /// Strings, numbers and macros with "#" between them; nullopt where the text ends inside.
  std::optional<std::string> value() {
    std::string all;
    for (;;) {
      skip_space();
      const size_t begin = m_at;
      if (peek() == '{' || peek() == '"') {
        const auto string = delimited();
        if (!string) return std::nullopt;
        all += *string;
      } else {
        while (m_at < m_text.size() && !is_space(peek()) && peek() != ',' && peek() != '#' && peek() != '"' &&
               peek() != '{' && peek() != m_close && peek() != '}')
          ++m_at;
        const std::string_view word = m_text.substr(begin, m_at - begin);
        const auto macro = m_macros.find(lower(word));
        if (macro != m_macros.end()) {
          all += macro->second;
        } else {
          all += word;
          if (!word.empty() && !(word[0] >= '0' && word[0] <= '9') && word[0] != '-')
            flaw("undefined-macro", "\"" + std::string(word) + "\" is not defined; it was kept as text",
                 begin);
        }
      }
      skip_space();
      if (peek() != '#') return all;
      ++m_at;
    }
  }

  std::optional<std::string_view> delimited() {
    const char open = peek();
    const size_t begin = ++m_at;
    for (int depth = 0; m_at < m_text.size(); ++m_at) {
      const char c = m_text[m_at];
      if (c == '{') ++depth;
      if (c == (open == '{' ? '}' : '"') && depth == 0) return m_text.substr(begin, m_at++ - begin);
      if (c == '}' && depth > 0) --depth;
    }
    m_out.inside_value = true;
    return std::nullopt;
  }

  std::string_view m_text;
  const Macros& m_macros;
  size_t m_at = 0;
  char m_close = '}';
  Parsed m_out;
};

}  // namespace

std::string Entry::first(std::initializer_list<std::string_view> names) const {
  for (const auto name : names) {
    const auto found = fields.find(std::string(name));
    if (found != fields.end() && found->second.find_first_not_of(" \t\r\n{}") != std::string::npos)
      return found->second;
  }
  return "";
}

Macros month_macros() {
  return {{"jan", "January"},   {"feb", "February"}, {"mar", "March"},    {"apr", "April"},
          {"may", "May"},       {"jun", "June"},     {"jul", "July"},     {"aug", "August"},
          {"sep", "September"}, {"oct", "October"},  {"nov", "November"}, {"dec", "December"}};
}

Parsed parse_entry(std::string_view text, const Macros& macros) {
  return Parser(text, macros).run();
}

}  // namespace evident::read::bibtex
