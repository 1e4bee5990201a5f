// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "text/offset_map.hpp"

namespace evident::text {

enum class Encoding { utf8, utf8_bom, utf16le, utf16be, windows1252 };

struct Decoded {
  std::string
      text;  ///< valid UTF-8; line ends as in the source (CRLF is kept, so that offsets stay one to one)
  OffsetMap offsets;
  Encoding encoding = Encoding::utf8;
};

/// Makes sure that a file's bytes are text. A few NUL bytes in them become blanks, and "nul-bytes" is
/// reported. False where there are more, outside UTF-16, or too many control characters: "binary-content" is
/// reported, with the first of them.
bool admit_text(std::string& bytes, const std::string& path, DiagnosticSink& sink);

/// True where the bytes are UTF-32, with or without a byte order mark; nothing decodes it.
bool is_utf32(std::string_view bytes);

/// Decodes by BOM, else by what fits: valid UTF-8, UTF-16 without BOM (zero bytes at every other place), else
/// Windows-1252. A stray invalid byte in what is otherwise UTF-8 becomes U+FFFD and is reported
/// ("invalid-utf8", with line and byte).
Decoded decode(std::string_view bytes, const std::string& path, DiagnosticSink& sink);

/// What a byte means in Windows-1252; the five unassigned ones stay control characters.
char32_t windows1252(unsigned char byte);

}  // namespace evident::text
