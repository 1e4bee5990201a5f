// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/organisation.hpp"

#include <algorithm>
#include <array>

#include "text/normal.hpp"

namespace evident::text {

bool names_organisation(std::string_view name) {
  constexpr auto words = std::to_array<std::string_view>(
      {"association",   "agency",       "bureau",       "center",     "centre",        "centers",
       "centres",       "college",      "committee",    "commission", "company",       "consortium",
       "collaboration", "council",      "department",   "federation", "foundation",    "group",
       "hospital",      "inc",          "initiative",   "institute",  "investigators", "ministry",
       "network",       "organisation", "organization", "party",      "society",       "team",
       "trial",         "trialists",    "union",        "university", "academy",       "administration",
       "authority",     "board",        "clinic",       "office",     "services"});
  const auto folded = fold_words(name);
  return std::any_of(folded.begin(), folded.end(), [&](const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  });
}

}  // namespace evident::text
