// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/wikitext/markup.hpp"

namespace evident::read::wikitext {

struct Argument {
  std::string name;  ///< of one without a name, its number: "1"
  bool named = false;
  Range name_range;  ///< of one with a name
  Range value;       ///< without white space at its ends
};

/// A template's use, taken apart.
struct Template {
  std::string name;     ///< lower case, single blanks; of a parser function with its sign: "#if", "formatnum"
  std::string printed;  ///< the name as it stands
  bool function = false;
  std::vector<Argument> arguments;

  const Argument* find(std::string_view argument) const;  ///< nullptr where it is absent or blank
  /// The first of several that is there and not blank.
  const Argument* find(std::initializer_list<std::string_view> names) const;
  bool has_names() const;  ///< any argument has a name that is no number
};

/// `open` is the token of the template.
Template template_at(const Markup& markup, uint32_t open);

/// Only the name of the template at a token, as in Template::name.
std::string template_name(const Markup& markup, uint32_t open);

/// Lower case, "_" as a blank, white space squeezed.
std::string normal_name(std::string_view name);

}  // namespace evident::read::wikitext
