// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/suggestion.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "index/nodes.hpp"
#include "index/postings.hpp"
#include "index/schema.hpp"
#include "index/word_stem.hpp"
#include "text/normal.hpp"

namespace evident::index {

namespace {

constexpr size_t shortest_word = 4;    // below, everything is near to everything
constexpr size_t documents_read = 20;  // to find the word that a stem was made of

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (size_t at = 0; at < text.size();) points += text::next_code_point(text, at);
  return points;
}

/// Letters to add, drop, change or swap to make one word of the other; `most` + 1 where that is not enough.
size_t edit_distance(const std::u32string& left, const std::u32string& right, size_t most) {
  const size_t longer = std::max(left.size(), right.size()), shorter = std::min(left.size(), right.size());
  if (longer - shorter > most) return most + 1;
  std::vector<size_t> before, above(right.size() + 1), row(right.size() + 1);
  for (size_t j = 0; j <= right.size(); ++j) above[j] = j;
  for (size_t i = 1; i <= left.size(); ++i) {
    row[0] = i;
    size_t least = i;
    for (size_t j = 1; j <= right.size(); ++j) {
      const size_t change = left[i - 1] == right[j - 1] ? 0 : 1;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > most) return most + 1;
    before = above;
    std::swap(above, row);
  }
  return above[right.size()];
}

/// The texts that a document was indexed by, as far as it keeps them.
std::vector<std::string> texts_of(const Xapian::Document& document) {
  const std::string kind = kind_of(document);
  if (kind == "claim") return {claim_node(document).sentence.text};
  if (kind != "work") return {};
  const model::WorkRecord work = work_record(document);
  std::vector<std::string> texts{work.title, abstract_text(work), work.container, work.container_abbrev};
  for (const auto& author : work.authors) texts.push_back(author.given + " " + author.family);
  texts.insert(texts.end(), work.mesh.begin(), work.mesh.end());
  texts.insert(texts.end(), work.keywords.begin(), work.keywords.end());
  return texts;
}

}  // namespace

/// The first letter is taken to be right, or swapped with the second.
std::string nearest_term(const Xapian::Database& database, const std::string& stem,
                         const std::string& prefix) {
  const std::u32string wanted = code_points(stem);
  std::string best;
  size_t best_distance = wanted.size() < 6 ? 1 : 2;
  Xapian::doccount best_count = 0;
  for (const char32_t first : {wanted.at(0), wanted.at(1)}) {
    std::string begin = prefix;
    text::append_utf8(begin, first);
    for (auto term = database.allterms_begin(begin); term != database.allterms_end(begin); ++term) {
      const std::string candidate = *term;
      const size_t distance = edit_distance(
          wanted, code_points(std::string_view(candidate).substr(prefix.size())), best_distance);
      if (distance > best_distance) continue;
      const Xapian::doccount count = term.get_termfreq();
      if (distance == best_distance && count <= best_count) continue;
      if (!any_with(database, candidate)) continue;
      best = candidate;
      best_distance = distance;
      best_count = count;
    }
    if (wanted[0] == wanted[1]) break;
  }
  return best;
}

namespace {

bool is_letter(char byte) {
  const auto c = static_cast<unsigned char>(byte);
  return c >= 0x80 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

class Dictionary {
 public:
  explicit Dictionary(const Xapian::Database& database) : m_database(database) {}

  /// A word near to one that no document has; nullopt where the word is known, or nothing is near.
  std::optional<std::string> corrected(const std::string& word, std::string_view prefix) const {
    const std::string lower = Xapian::Unicode::tolower(word);
    const std::string stem = m_stemmer(lower);
    if (lower.size() < shortest_word || any_with(m_database, std::string(prefix) + stem)) return std::nullopt;
    const std::string term = nearest_term(m_database, stem, std::string(prefix));
    if (term.empty()) return std::nullopt;
    return word_of(term, prefix.size());
  }

 private:
  /// A word whose stem is the term's, as some document has it.
  std::string word_of(const std::string& term, size_t prefix_size) const {
    const std::string stem = term.substr(prefix_size);
    size_t read = 0;
    for (auto posting = m_database.postlist_begin(term);
         posting != m_database.postlist_end(term) && read < documents_read; ++posting, ++read) {
      for (const auto& text : texts_of(m_database.get_document(*posting))) {
        for (size_t at = 0; at < text.size();) {
          const size_t start = at;
          while (at < text.size() && is_letter(text[at])) ++at;
          const std::string word = Xapian::Unicode::tolower(text.substr(start, at - start));
          if (!word.empty() && m_stemmer(word) == stem) return word;
          while (at < text.size() && !is_letter(text[at])) ++at;
        }
      }
    }
    return stem;
  }

  const Xapian::Database& m_database;
  Xapian::Stem m_stemmer = word_stem();
};

/// The prefix of the terms that a field's words stand under; nullopt for a field whose values are no words.
std::optional<std::string_view> prefix_of(const std::string& field) {
  if (field == "title") return prefix::title;
  if (field == "author") return prefix::author;
  if (field == "journal") return prefix::journal;
  return std::nullopt;
}

}  // namespace

std::string suggestion(const Xapian::Database& database, const std::string& typed) {
  const Dictionary dictionary(database);
  std::string query;
  bool changed = false;
  std::optional<std::string_view> prefix = "";
  for (size_t at = 0; at < typed.size();) {
    const size_t start = at;
    while (at < typed.size() && is_letter(typed[at])) ++at;
    const std::string word = typed.substr(start, at - start);
    const char next = at < typed.size() ? typed[at] : ' ';
    const bool beside_digit = next >= '0' && next <= '9';
    if (next == ':') {
      prefix = prefix_of(Xapian::Unicode::tolower(word));
      query += word;
    } else if (word.empty() || !prefix || next == '*' || beside_digit || word == "AND" || word == "OR" ||
               word == "NOT") {
      query += word;
    } else {
      const auto corrected = dictionary.corrected(word, *prefix);
      changed = changed || corrected;
      query += corrected.value_or(word);
    }
    for (; at < typed.size() && !is_letter(typed[at]); ++at) {
      query += typed[at];
      // A field holds for the word behind it alone.
      if (typed[at] == ' ') prefix = "";
    }
  }
  return changed ? query : "";
}

}  // namespace evident::index
