// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

namespace evident::index {

/// `query`, which `parser` made last, with each word met in its other spellings too ("randomised",
/// "randomized"), as far as the store has them. Phrases stay as they were typed.
Xapian::Query with_spellings(const Xapian::Database& database, const Xapian::QueryParser& parser,
                             const Xapian::Query& query);

}  // namespace evident::index
