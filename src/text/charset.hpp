// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/offset_map.hpp"

namespace evident::text {

/// Text in a named character set as UTF-8.
struct Transcoded {
  std::string text;
  OffsetMap offsets;   ///< from text to the bytes given
  size_t invalid = 0;  ///< places that the character set does not allow; each became U+FFFD
};

/// Decodes by the name that a file declares ("ISO-8859-1", "Shift_JIS"); nullopt where the name is unknown.
std::optional<Transcoded> transcode(std::string_view bytes, const std::string& charset);

/// True where every byte is part of a well-formed UTF-8 sequence.
bool is_utf8(std::string_view bytes);

}  // namespace evident::text
