// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/link_names.hpp"

#include <gtest/gtest.h>

namespace evident::text {
namespace {

TEST(LinkNames, StandBehindAReference) {
  const std::string_view entry = "Moe A. Bees. Dances 2001;3:4-9.";
  for (const std::string_view links :
       {" Article PubMed Google Scholar", " CAS Article Google Scholar", " View in Scopus Google Scholar",
        " View Article | PubMed | CrossRef", " [PMC free article] [PubMed] [Google Scholar]",
        " [DOI] [PMC free article] [PubMed]", " [PubMed].", " [Abstract/Free Full Text]",
        "\nADS\nCAS\nPubMed Central", " [Crossref], [PubMed]"})
    EXPECT_EQ(link_names_at_end(std::string(entry) + std::string(links)), entry.size() + 1) << links;
}

TEST(LinkNames, MayBeWordsOfAReference) {
  for (const std::string_view entry :
       {"Moe A. Bees. Dances 2001;3:4-9.", "Moe A. A comparison of Scopus and Google Scholar",
        "Moe A. Profile. 2001. Google Scholar.", "Moe A. Bees. Dances 2001;3:4-9. PubMed 90000001",
        "Moe A. Bees. 2001. Article", "Moe A. Bees. Dances 2001;3:4-9. doi: 10.9999/bee", "PubMed", ""})
    EXPECT_EQ(link_names_at_end(entry), entry.size()) << entry;
}

TEST(LinkNames, MayHaveALineOfTheirOwn) {
  for (const std::string_view line : {"Article PubMed Google Scholar", "View Article", "[PubMed]",
                                      "CAS\u00A0 Article\u00A0 Google Scholar", "PubMed \u00B7 CrossRef"})
    EXPECT_TRUE(is_link_names(line)) << line;
  for (const std::string_view line : {"", "[]", "Searching PubMed", "PubMed 90000001", "article", "Scopus."})
    EXPECT_FALSE(is_link_names(line)) << line;
}

}  // namespace
}  // namespace evident::text
