// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

namespace evident::index {

/// One way to write a concept: a term, or several that stand side by side.
struct Form {
  std::vector<std::string> terms;
  double weight = 1;  ///< of one occurrence; 1 where it says the same
  bool operator<(const Form& other) const { return terms < other.terms; }
};

/// What one word of a question stands for, in all the ways in which the texts of a store write it.
struct Concept {
  std::vector<Form> forms;  ///< the word itself first
  double times = 1;         ///< in the question
  double rarity = 0;        ///< inverse document frequency of all its forms together
  double title_rarity = 0;  ///< the same in titles
};

/// The words of a text without those that carry no meaning. Their forms are other spellings, words that a
/// hyphen parts or joins ("IL-6", "IL6"), words of the same stem, and what the store's own texts define as
/// their abbreviation or its meaning. Only what some text has is among them, but for the words themselves.
std::vector<Concept> concepts(const Xapian::Database& database, const std::string& text);

/// How rare something is that so many of all documents have.
double rarity(Xapian::doccount having, Xapian::doccount all);
/// Number of documents with a text of their own: claims, works and articles.
Xapian::doccount text_count(const Xapian::Database& database);

/// Adds the terms by which concepts() finds what a text defines ("alcohol use disorder (AUD)").
void add_definitions(Xapian::Document& document, const Xapian::Stem& stemmer, const std::string& text);

}  // namespace evident::index
