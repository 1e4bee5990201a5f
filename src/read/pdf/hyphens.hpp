// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace evident::read::pdf {

/// Bytes of the hyphen that a line ends with (also a soft one); 0 where it ends with none behind a letter.
size_t hyphen_at_end(std::string_view line);

/// Tells the hyphens that a line break put into words from those that belong there, by the other words of the
/// text.
class Hyphens {
 public:
  explicit Hyphens(std::string_view text);

  /// What becomes of the break between two lines.
  enum class Join { blank, without_hyphen, with_hyphen /**< or without any, where an address goes on */ };
  Join join(std::string_view line, std::string_view next) const;

 private:
  size_t count(const std::string& word) const;
  std::unordered_map<std::string, size_t> m_words;  // lower-case, with the hyphens inside them
};

}  // namespace evident::read::pdf
