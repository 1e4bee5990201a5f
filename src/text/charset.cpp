// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/charset.hpp"

#include <unicode/ucnv.h>

#include <cstring>
#include <memory>

#include "text/normal.hpp"

namespace evident::text {

namespace {
struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
}  // namespace

std::optional<Transcoded> transcode(std::string_view bytes, const std::string& charset) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, Close> converter(ucnv_open(charset.c_str(), &error));
  if (U_FAILURE(error)) return std::nullopt;
  Transcoded out;
  out.text.reserve(bytes.size() + bytes.size() / 8);
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  while (at < end) {
    const char* const start = at;
    error = U_ZERO_ERROR;
    UChar32 c = ucnv_getNextUChar(converter.get(), &at, end, &error);
    if (error == U_INDEX_OUTOFBOUNDS_ERROR) break;  // what is left is a shift sequence
    if (U_FAILURE(error)) {
      c = 0xFFFD;
      if (at == start) ++at;
    }
    out.invalid += c == 0xFFFD;
    const size_t size = out.text.size();
    append_utf8(out.text, static_cast<char32_t>(c));
    out.offsets.add(size, out.text.size() - size, static_cast<uint64_t>(start - bytes.data()),
                    static_cast<uint64_t>(at - start));
  }
  return out;
}

bool is_utf8(std::string_view bytes) {
  size_t at = 0;
  while (at < bytes.size()) {
    // Many bytes at a time: most text is ASCII.
    while (at + 32 <= bytes.size()) {
      uint64_t words[4];
      std::memcpy(words, bytes.data() + at, sizeof words);
      if (((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080U) != 0) break;
      at += 32;
    }
    while (at + 8 <= bytes.size()) {
      uint64_t word = 0;
      std::memcpy(&word, bytes.data() + at, 8);
      if ((word & 0x8080808080808080U) != 0) break;
      at += 8;
    }
    if (at >= bytes.size()) break;
    if ((bytes[at] & 0x80) == 0) {
      ++at;
      continue;
    }
    const size_t start = at;
    next_code_point(bytes, at);
    if (at - start == 1) return false;  // an invalid byte is read alone
  }
  return true;
}

}  // namespace evident::text
