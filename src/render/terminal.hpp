// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace evident::render {

enum class Ink { plain, bold, dim, red, green, yellow, blue, cyan };

/// How text may be written to where it goes: how wide, and whether in colour.
class Terminal {
 public:
  Terminal(size_t width, bool color) : m_width(width), m_color(color) {}
  /// `color`: "auto", "always" or "never"; auto heeds NO_COLOR and whether anybody watches.
  static Terminal of_stdout(const std::string& color);
  static Terminal of_stderr(const std::string& color);

  size_t width() const { return m_width; }
  bool color() const { return m_color; }

  std::string paint(std::string_view text, Ink ink) const;
  /// Broken at blanks to the width, every line indented, the first one by `first` columns less filled
  /// already: `lead` is put before the first line, blanks as wide as it before the others.
  std::string wrap(std::string_view text, std::string_view lead, Ink ink = Ink::plain) const;
  /// The hits of a snippet (between U+0002 and U+0003) in bold, or between asterisks where there is no
  /// colour.
  std::string hits(std::string_view snippet) const;

 private:
  size_t m_width;
  bool m_color;
};

/// Without what a terminal would obey: control characters of text that others wrote become blanks.
std::string printable(std::string_view text);

}  // namespace evident::render
