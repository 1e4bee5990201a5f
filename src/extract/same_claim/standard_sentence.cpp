// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>

#include "extract/same_claim/vocabulary.hpp"

namespace evident::extract::same {

bool is_standard_sentence(std::string_view sentence) {
  static constexpr std::string_view phrases[] = {
      "conflict of interest",
      "conflicts of interest",
      "competing interest",
      "competing interests",
      "competing financial",
      "creative commons",
      "informed consent",
      "written consent",
      "ethics committee",
      "ethics board",
      "ethical approval",
      "institutional review board",
      "declaration of helsinki",
      "read and approved the",
      "all rights reserved",
      "open access article",
      "no role in the design",
      "no role in study design",
      "supplementary material",
      "corresponding author",
      "trial registration",
      "was supported by",
      "were supported by",
      "funded by",
      "grant from",
      "the manuscript",
      "publication history",
      "unrestricted use distribution",
      "considered statistically significant",
      "considered significant",
      "considered to be statistically significant",
      "statistical package for the",
      "spss version",
      "sas institute",
      "intention to treat analysis was",
      "statistical significance was set",
      "privacy policy",
      "supporting information",
      "additional file",
      "consort",
      "mann whitney",
      "kolmogorov smirnov",
      "kruskal wallis",
      "intention to treat",
      "analysis of variance",
      "chi square",
      "fisher s exact",
      "student s t",
      "a p value",
      "p values less",
      "p values of",
      "shown in table",
      "shown in fig",
      "listed in table",
      "study design have been",
  };
  return std::any_of(std::begin(phrases), std::end(phrases), [&](std::string_view phrase) {
    return sentence.find(phrase) != std::string_view::npos;
  });
}

}  // namespace evident::extract::same
