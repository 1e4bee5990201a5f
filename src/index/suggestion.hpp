// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <xapian.h>

namespace evident::index {

/// What the user may have meant: the typed query with each word that no document has replaced by the nearest
/// one that some have; empty where every word is known or nothing is near. The terms of the index are the
/// dictionary, so that writing costs nothing for it.
std::string suggestion(const Xapian::Database& database, const std::string& typed);

}  // namespace evident::index
