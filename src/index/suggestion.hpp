// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <xapian.h>

namespace evident::index {

/// What the user may have meant: the typed query with each word that no document has replaced by the nearest
/// one that some have; empty where every word is known or nothing is near. The terms of the index are the
/// dictionary, so that writing costs nothing for it.
std::string suggestion(const Xapian::Database& database, const std::string& typed);

/// The term that a misspelt one, which no document has, was most likely meant to be: the nearest, then the
/// most frequent. `prefix` stands before both. Empty where nothing is near.
std::string nearest_term(const Xapian::Database& database, const std::string& stem,
                         const std::string& prefix);

}  // namespace evident::index
