// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve/text_words.hpp"

#include <algorithm>
#include <cctype>

#include "text/normal.hpp"

namespace evident::resolve {

std::vector<TextWord> text_words(std::string_view text) {
  std::vector<TextWord> words;
  for (size_t at = 0; at < text.size();) {
    if (std::isspace(static_cast<unsigned char>(text[at])) != 0) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < text.size() && std::isspace(static_cast<unsigned char>(text[end])) == 0) ++end;
    TextWord word;
    word.start = at;
    word.end = end;
    static constexpr std::string_view edges = ".,;:()[]{}\"'!?*";
    while (word.start < word.end && edges.find(text[word.start]) != std::string_view::npos) {
      if (std::string_view("([").find(text[word.start]) != std::string_view::npos && !words.empty())
        words.back().closed = true;
      ++word.start;
    }
    // Markers hang on words: "addiction[11]".
    size_t bracket = text.substr(word.start, word.end - word.start).find('[');
    if (bracket != std::string_view::npos && bracket > 0) {
      word.end = word.start + bracket;
      word.closed = true;
    }
    while (word.end > word.start && edges.find(text[word.end - 1]) != std::string_view::npos) {
      --word.end;
      if (text[word.end] != '.' || word.end - word.start > 3) word.closed = true;
    }
    at = end;
    if (word.start >= word.end) continue;
    word.text = text.substr(word.start, word.end - word.start);
    word.folded = text::fold(word.text);
    size_t offset = 0;
    char32_t first = text::next_code_point(word.text, offset);
    word.capital = (first >= 'A' && first <= 'Z') || (first >= 0xC0 && first <= 0xDE && first != 0xD7);
    words.push_back(std::move(word));
  }
  return words;
}

}  // namespace evident::resolve
