// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/article.hpp"

#include <algorithm>

namespace evident::model {

std::string claim_id(const Article& article, const Sentence& sentence) {
  return article.key + "#" + std::to_string(sentence.number);
}

std::string reference_id(const Article& article, const Reference& reference) {
  const std::string position = std::to_string(reference.index + 1);
  if (reference.label.empty()) {
    // A position may be another entry's label: "+" keeps the two apart.
    const bool taken = std::any_of(article.references.begin(), article.references.end(),
                                   [&](const Reference& other) { return other.label == position; });
    return article.key + "/ref/" + (taken ? "+" : "") + position;
  }
  const bool repeated =
      std::any_of(article.references.begin(), article.references.end(), [&](const Reference& other) {
        return other.index < reference.index && other.label == reference.label;
      });
  return article.key + "/ref/" + reference.label + (repeated ? "+" + position : "");
}

WorkRecord ghost_of(const Article& article, const Reference& reference) {
  WorkRecord work;
  work.ghost = true;
  work.ids = reference.ids;
  work.type = reference.fields.type;
  work.title = reference.fields.title.empty() ? reference.text : reference.fields.title;
  work.authors = reference.fields.authors;
  work.issued.year = reference.fields.year;
  work.container = reference.fields.container;
  work.volume = reference.fields.volume;
  work.issue = reference.fields.issue;
  work.pages = reference.fields.pages;
  work.publisher = reference.fields.publisher;
  work.url = reference.fields.url;
  work.path = article.path;
  work.format = article.format;
  work.source = reference.source;
  return work;
}

}  // namespace evident::model
