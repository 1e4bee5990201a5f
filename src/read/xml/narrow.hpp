// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "input/input.hpp"
#include "read/xml/source_text.hpp"

namespace evident::read::xml {

/// True where a file begins as UTF-16 does: with its byte order mark, or with a "<" of two bytes.
bool is_wide(std::string_view head);

/// The ASCII letters of a head, where it is wide; as it is where it is not. For telling a format by names.
std::string narrow_head(std::string_view head);

/// Records are looked for in bytes, so that text of two bytes a letter is made narrow first, as a whole (up
/// to 128 MiB; more is reported and left). Calls `read` with the input: `whole` is then the file as UTF-8,
/// which knows where its bytes stand; null where the input is the file itself.
void read_narrow(Input& input, const std::string& path, DiagnosticSink& sink,
                 const std::function<void(Input& input, const SourceText* whole)>& read);

}  // namespace evident::read::xml
