// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace evident::text {

/// True where any of a few pieces stands anywhere in the text, also inside a word.
bool contains_any(std::string_view text, std::initializer_list<std::string_view> pieces);

/// A list of phrases that are looked for in folded text, each from the beginning of a word; one that ends in
/// a blank must end with the word too. All are looked for at once, in one pass.
class Phrases {
 public:
  static constexpr size_t none = SIZE_MAX;

  /// Views must outlive it.
  template <typename Range>
  explicit Phrases(const Range& phrases) {
    for (const std::string_view phrase : phrases) add(phrase);
  }

  /// The first of the list (not of the text) that stands in the text, `none` where none does.
  size_t first_in(std::string_view folded) const;
  bool any_in(std::string_view folded) const { return first_in(folded) != none; }

 private:
  void add(std::string_view phrase);
  bool stands_at(std::string_view phrase, std::string_view rest) const;

  std::vector<std::string_view> m_phrases;
  std::array<std::vector<uint16_t>, 256> m_by_first;  ///< ascending places in the list, by first byte
};

}  // namespace evident::text
