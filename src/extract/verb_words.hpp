// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace evident::extract {

/// How an English word may be a verb in finite form. Words in lower case.
enum class VerbForm {
  none,          ///< not known as one
  always,        ///< whatever surrounds it: "is", "wrote", "inhibits"
  plural_noun,   ///< or a noun in the plural: "increases", "measures"
  singular_noun  ///< or a noun in the singular: "increase", "measure"
};

/// What stands before a verb, joined by a hyphen: "up-regulated", "co-occur".
bool is_verb_prefix(std::string_view word);

VerbForm verb_form(std::string_view word);

/// A verb without an ending that names nothing: at the head of a sentence it tells the reader what to do.
bool is_plain_verb(std::string_view word);

}  // namespace evident::extract
