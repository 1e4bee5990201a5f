// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

/// Keys of links (model/link_key.hpp) as terms. A work has dozens of facts that hardly another has, and in
/// Xapian such a term costs by its length; so six letters stand for each, a hash of 36 bits. Who meets by
/// chance is told apart by what is compared, not by the term.
namespace evident::index {

/// "XM" and the fact: on works.
std::string work_key_term(std::string_view fact);

/// "XN" and all facts that a key asks for: on articles.
std::string article_key_term(std::string_view key);

/// Works that have all facts of a key, in order of number; none where there are more than `limit`.
std::vector<Xapian::docid> documents_with_key(const Xapian::Database& database, std::string_view key,
                                              size_t limit);

/// Terms of article keys that a work answers. `known` tells which terms there are; what it has not committed
/// is not seen.
std::vector<std::string> answered_article_terms(const Xapian::Document& work, const Xapian::Database& known);

}  // namespace evident::index
