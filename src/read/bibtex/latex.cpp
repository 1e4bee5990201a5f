// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/bibtex/latex.hpp"

#include <algorithm>

#include "text/normal.hpp"

namespace evident::read::bibtex {

namespace {

constexpr int deepest = 20;  // accents upon accents

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

size_t skip_space(std::string_view text, size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

/// An odd number of "$" is no mathematics but money.
bool has_math(std::string_view latex) {
  size_t count = 0;
  for (size_t i = 0; i < latex.size(); ++i) {
    if (latex[i] == '\\') {
      ++i;
    } else if (latex[i] == '$') {
      ++count;
    }
  }
  return count % 2 == 0;
}

class Writer {
 public:
  Writer(std::string_view latex, int depth) : m_in(latex), m_math_signs(has_math(latex)), m_depth(depth) {}

  std::string run() {
    while (m_at < m_in.size()) step();
    return std::move(m_out);
  }

 private:
  bool starts(std::string_view what) const { return m_in.substr(m_at).starts_with(what); }

  void step() {
    const char c = m_in[m_at];
    switch (c) {
      case '\\':
        command();
        return;
      case '{':
      case '}':
        ++m_at;
        return;
      case '$':
        ++m_at;
        if (m_math_signs) {
          m_math = !m_math;
        } else {
          m_out += c;
        }
        return;
      case '~':
        // An address may hold one.
        m_out += m_at > 0 && m_in[m_at - 1] == '/' ? '~' : ' ';
        ++m_at;
        return;
      case '^':
      case '_':
        if (!m_math) m_out += c;
        ++m_at;
        return;
      default:
        if (!m_math && replace("---", "—")) return;
        if (!m_math && replace("--", "–")) return;
        if (replace("``", "“") || replace("''", m_math ? "″" : "”")) return;
        if (replace("?`", "¿") || replace("!`", "¡")) return;
        m_out += c;
        ++m_at;
    }
  }

  bool replace(std::string_view latex, std::string_view text) {
    if (!starts(latex)) return false;
    m_out += text;
    m_at += latex.size();
    return true;
  }

  void command() {
    ++m_at;
    if (m_at >= m_in.size()) return;
    if (!is_letter(m_in[m_at])) {
      sign();
      return;
    }
    const size_t begin = m_at;
    while (m_at < m_in.size() && is_letter(m_in[m_at])) ++m_at;
    const std::string_view name = m_in.substr(begin, m_at - begin);
    if (m_at < m_in.size() && m_in[m_at] == '*') ++m_at;
    m_at = skip_space(m_in, m_at);
    if (const char32_t accent = accent_of(name); accent != 0) {
      accented(accent);
    } else if (const auto symbol = symbol_of(name)) {
      m_out += *symbol;
    } else if (name == "url" || name == "path" || name == "nolinkurl") {
      m_out += verbatim(argument());
    } else if (name == "href" || name == "textcolor" || name == "foreignlanguage" ||
               name == "texorpdfstring") {
      argument();  // the words follow as the second one
    } else if (name == "enquote" || name == "mkbibquote") {
      m_out += "“" + inner(argument()) + "”";
    } else if (name == "frac") {
      const std::string above = inner(argument());
      m_out += above + "/" + inner(argument());
    } else if (hides_argument(name)) {
      argument();
    }
  }

  /// A command of one sign: an accent, a blank of some width, or the sign itself.
  void sign() {
    const std::string_view name = m_in.substr(m_at, 1);
    ++m_at;
    if (const char32_t accent = accent_of(name); accent != 0) {
      m_at = skip_space(m_in, m_at);
      accented(accent);
      return;
    }
    switch (name[0]) {
      case '\\':
      case ',':
      case ';':
      case ':':
      case ' ':
      case '\n':
      case '\t':
      case '\r':
        m_out += ' ';
        break;
      case '(':
      case ')':
      case '[':
      case ']':
        m_math = name[0] == '(' || name[0] == '[';
        break;
      case '-':
      case '/':
      case '!':
      case '@':
        break;
      default:
        m_out += name;
    }
  }

  /// A group without its braces, or one character or command.
  std::string_view argument() {
    m_at = skip_space(m_in, m_at);
    const size_t begin = m_at;
    if (m_at >= m_in.size() || m_in[m_at] == '}') return {};
    if (m_in[m_at] == '{') {
      m_at = group_end(m_in, m_at);
      const bool closed = m_at > begin + 1 && m_in[m_at - 1] == '}';
      return m_in.substr(begin + 1, m_at - begin - 1 - (closed ? 1 : 0));
    }
    // An accent upon an accent takes its letter along.
    while (m_at < m_in.size() && m_in[m_at] == '\\') {
      const size_t word = ++m_at;
      while (m_at < m_in.size() && is_letter(m_in[m_at])) ++m_at;
      if (m_at == word && m_at < m_in.size()) ++m_at;
      if (accent_of(m_in.substr(word, m_at - word)) == 0) return m_in.substr(begin, m_at - begin);
      m_at = skip_space(m_in, m_at);
      if (m_at < m_in.size() && m_in[m_at] == '{') {
        m_at = group_end(m_in, m_at);
        return m_in.substr(begin, m_at - begin);
      }
    }
    if (m_at >= m_in.size()) return m_in.substr(begin);
    text::next_code_point(m_in, m_at);
    return m_in.substr(begin, m_at - begin);
  }

  std::string inner(std::string_view latex) const {
    return m_depth >= deepest ? std::string(latex) : Writer(latex, m_depth + 1).run();
  }

  void accented(char32_t accent) {
    std::string base = inner(argument());
    if (base.empty()) return;
    size_t first = 0;
    const char32_t letter = text::next_code_point(base, first);
    // The dot of these gives way.
    if (letter == 0x131 || letter == 0x237) {
      m_out += letter == 0x131 ? 'i' : 'j';
    } else {
      m_out.append(base, 0, first);
    }
    text::append_utf8(m_out, accent);
    m_out.append(base, first);
  }

  std::string_view m_in;
  bool m_math_signs;
  int m_depth;
  size_t m_at = 0;
  bool m_math = false;
  std::string m_out;
};

}  // namespace

size_t group_end(std::string_view latex, size_t at) {
  int depth = 0;
  for (; at < latex.size(); ++at) {
    if (latex[at] == '\\' && at + 1 < latex.size()) {
      ++at;
    } else if (latex[at] == '{') {
      ++depth;
    } else if (latex[at] == '}' && --depth == 0) {
      return at + 1;
    }
  }
  return latex.size();
}

std::string unlatex(std::string_view latex) {
  if (latex.find_first_of("\\{}$~^_-`'?!") == std::string_view::npos) return text::squeeze(latex);
  return text::squeeze(text::compose(Writer(latex, 0).run()));
}

std::string verbatim(std::string_view latex) {
  std::string out;
  for (size_t at = 0; at < latex.size(); ++at) {
    const char c = latex[at];
    if (c == '{' || c == '}') continue;
    if (c == '\\' && at + 1 < latex.size() && !is_letter(latex[at + 1])) continue;
    if (latex.substr(at).starts_with("\\url")) {
      at += 3;
      continue;
    }
    out += c;
  }
  return text::squeeze(out);
}

}  // namespace evident::read::bibtex
