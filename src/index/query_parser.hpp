// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <xapian.h>

namespace evident::index {

enum class JoinWords { with_and, with_or };

/// What the user typed as a query: words, "phrases", AND OR NOT, brackets, fields and wildcards. With
/// `with_or`, stop words are dropped. Throws UsageError with what is wrong.
Xapian::Query parse_query(const Xapian::Database& database, const std::string& typed, JoinWords join);

/// Any of the words of a running text, which is taken as it is: no operator and no field in it means
/// anything.
Xapian::Query any_word_of(const std::string& text);

}  // namespace evident::index
