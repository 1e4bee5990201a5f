// SPDX-License-Identifier: GPL-3.0-or-later
// Words anywhere on a page: four numbers and a letter each.
#include <cstring>

#include "fuzz.hpp"
#include "input/page_layout.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::vector<evident::PageWord> words;
  size_t letters = 0;
  for (size_t at = 0; at + 8 <= size; at += 8) {
    int16_t numbers[3];
    std::memcpy(numbers, data + at, sizeof numbers);
    const double left = numbers[0] / 8.0, top = numbers[1] / 8.0;
    const double font = 1 + data[at + 5] / 4.0;
    const std::string text(1 + data[at + 6] % 9, "a4,-"[data[at + 6] % 4]);
    letters += text.size();
    words.push_back({left, top, left + numbers[2] / 64.0, top + font, font, (data[at + 7] & 1) != 0,
                     (data[at + 7] & 2) != 0, text});
  }
  const std::string drawn = evident::drawn(evident::columns_of(std::move(words)));
  evident::fuzz::require(drawn.size() >= letters, "no word is lost");
  return 0;
}
