// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/article.hpp"
#include "model/document.hpp"

namespace evident::eval {

/// A reference that a marker of the article pointed to.
struct MarkedStudy {
  Place source;       ///< of the marker
  int reference = 0;  ///< index in the references of the article as it was
  bool named =
      false;  ///< the sentence, its marker taken off, still prints the first author's surname and the year
  bool sole = false;  ///< the marker pointed to this reference alone
};

/// An article whose markers and reference list were taken off, and what they had said.
///
/// Numbers and other marks go, and with them brackets that then hold nothing. Where the running text itself
/// names the author ("Smith et al. (2005) found"), the words stay and lose their link. What is printed in
/// brackets by name and year ("(Smith et al., 2005)") goes as a marker does, or stays as bare print.
enum class Bracketed { goes, stays };
struct UnmarkedArticle {
  model::Article article;
  std::vector<MarkedStudy> studies;
};

/// `references` are those of the article as it was (extract::article of the document).
UnmarkedArticle unmark(model::Document document, const std::vector<model::Reference>& references,
                       Bracketed bracketed = Bracketed::goes);

/// The last word of the folded surname of a reference's first author; "" where none is known.
std::string first_family(const model::Reference& reference);

}  // namespace evident::eval
