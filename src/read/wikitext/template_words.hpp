// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace evident::read::wikitext {

/// What a template prints of what it is given.
enum class Prints {
  unknown,
  nothing,
  first,   ///< its first argument
  last,    ///< its last argument without a name
  second,  ///< its second, else its first
  joined,  ///< all, with nothing between them
  list,    ///< all, parted by commas
  dashed,  ///< numbers of a date
  fraction,
  quantity,  ///< number and unit, with a conversion that is left out
  sign,      ///< what TemplateWords::words says
  labelled,  ///< these words, and then the first argument
  quote      ///< the text of a quotation
};

struct TemplateWords {
  std::string_view name;
  Prints prints = Prints::unknown;
  std::string_view words;
};

/// By its name as in Template::name.
TemplateWords words_of_template(std::string_view name);

/// An info box, by the words that such names have in many languages.
bool is_box(std::string_view name);

}  // namespace evident::read::wikitext
