// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "base/diagnostic.hpp"
#include "input/input.hpp"
#include "read/reader.hpp"

namespace evident::read::wikitext {

/// True where a file begins as an export of MediaWiki.
bool is_dump(std::string_view head);

/// Reads each article of an export, one at a time.
void read_dump(Input& input, const std::string& path, Sink& sink);

}  // namespace evident::read::wikitext
