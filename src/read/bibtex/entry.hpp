// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace evident::read::bibtex {

/// An entry with its strings put together; values are still LaTeX, without the delimiters around them.
struct Entry {
  std::string type;                           ///< lower case
  std::string key;                            ///< as printed; may be empty
  std::map<std::string, std::string> fields;  ///< by name in lower case; the first of several counts
  Span source;                                ///< bytes in the file
  uint64_t line = 0;

  /// The first of the fields that is there; empty where none is.
  std::string first(std::initializer_list<std::string_view> names) const;
  bool has(std::string_view name) const { return fields.contains(std::string(name)); }
};

using Macros = std::map<std::string, std::string>;  ///< by name in lower case

/// The names of the months, which every style defines.
Macros month_macros();

/// Something in an entry that is not as it should be.
struct Flaw {
  std::string code, message;
  size_t offset = 0;  ///< in the entry's text
};

struct Parsed {
  Entry entry;  ///< without place
  std::vector<Flaw> flaws;
  bool ended = false;         ///< its closing bracket was found where a field may end
  bool inside_value = false;  ///< the text ends within a value: nothing is known of where that should end
  bool swallowed = false;     ///< a value holds what looks like the next field
};

/// Takes "@type{key, name = value # value, ...}" apart; of "@string{name = value}" the definition is the one
/// field. What is wrong costs the field it stands in.
Parsed parse_entry(std::string_view text, const Macros& macros);

}  // namespace evident::read::bibtex
