// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/article.hpp"

#include <algorithm>

#include "model/printed_date.hpp"

namespace evident::model {

namespace {

/// Month and day of a printed date count where its year is the one that was read for the work.
Date issued(const ReferenceFields& fields) {
  Date date = printed_date(fields.date);
  if (date.year != fields.year) date = {};
  date.year = fields.year;
  return date;
}

}  // namespace

std::string claim_id(const Article& article, const Sentence& sentence) {
  return article.key + "#" + std::to_string(sentence.number);
}

bool stands_before(std::string_view left_claim, std::string_view right_claim) {
  const size_t left = left_claim.rfind('#'), right = right_claim.rfind('#');
  const int articles = left_claim.substr(0, left).compare(right_claim.substr(0, right));
  if (articles != 0) return articles < 0;
  // Numbers have no zeros in front.
  return left_claim.size() != right_claim.size() ? left_claim.size() < right_claim.size()
                                                 : left_claim < right_claim;
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
  work.more_authors = reference.fields.et_al && !work.authors.empty();
  work.editors = reference.fields.editors;
  work.issued = issued(reference.fields);
  work.container = reference.fields.container;
  work.volume = reference.fields.volume;
  work.issue = reference.fields.issue;
  work.pages = reference.fields.pages;
  work.page_count = reference.fields.page_count;
  work.publisher = reference.fields.publisher;
  work.place = reference.fields.place;
  work.url = reference.fields.url;
  work.accessed = printed_date(reference.fields.accessed);
  if (work.accessed.year == 0) work.accessed.printed = reference.fields.accessed;
  work.path = article.path;
  work.format = article.format;
  work.source = reference.source;
  return work;
}

}  // namespace evident::model
