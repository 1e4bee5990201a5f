// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "base/hash.hpp"
#include "resolve/mention_keys.hpp"
#include "resolve/resolve.hpp"
#include "text/normal.hpp"

namespace evident::resolve {

namespace {

constexpr size_t title_run = 3;  // words of a title that make a key

void add_identifier_keys(const model::Identifiers& ids, std::vector<std::string>& keys) {
  for (const auto& id : all_of(ids)) keys.push_back("i:" + id);
}

/// The first and the last words of a title that mean something, as two keys: a slip in one end leaves the
/// other.
void add_title_keys(const std::string& title, std::vector<std::string>& keys) {
  std::vector<std::string> words;
  for (auto& word : text::fold_words(title)) {
    if (!text::is_stop_word(word)) words.push_back(std::move(word));
  }
  if (words.empty()) return;
  const auto key = [&](size_t from) {
    std::string run;
    for (size_t i = from; i < std::min(from + title_run, words.size()); ++i) run += words[i] + ' ';
    keys.push_back("t:" + short_hash(run, 16));
  };
  key(0);
  if (words.size() > title_run) key(words.size() - title_run);
}

/// Family names as their last word: particles are printed or not.
std::string name_key(const model::Person& person) {
  const auto words = text::fold_words(person.family);
  return words.empty() ? "" : words.back().substr(0, 30);
}

void add_author_key(const std::string& name, int year, std::vector<std::string>& keys) {
  if (!name.empty() && year > 0) keys.push_back("a:" + name + ":" + std::to_string(year));
}

void add_page_key(const std::string& volume, const std::string& pages, std::vector<std::string>& keys) {
  const auto volume_words = text::fold_words(volume);
  const auto page_words = text::fold_words(pages);
  if (volume_words.empty() || page_words.empty()) return;
  keys.push_back("p:" + volume_words.front().substr(0, 20) + ":" + page_words.front().substr(0, 20));
}

}  // namespace

std::vector<std::string> work_keys(const model::WorkRecord& work) {
  std::vector<std::string> keys;
  add_identifier_keys(work.ids, keys);
  if (work.ids.empty()) keys.push_back("i:" + work_id(work));
  add_title_keys(work.title, keys);
  if (!work.vernacular_title.empty() && work.vernacular_title != work.title)
    add_title_keys(work.vernacular_title, keys);
  if (!work.authors.empty()) {
    add_author_key(name_key(work.authors.front()), work.issued.year, keys);
    if (work.electronic.year != work.issued.year)
      add_author_key(name_key(work.authors.front()), work.electronic.year, keys);
  }
  add_page_key(work.volume, work.pages, keys);
  for (auto& key : work_mention_keys(work)) keys.push_back(std::move(key));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::vector<std::string> reference_keys(const model::Reference& reference) {
  std::vector<std::string> keys;
  const auto& fields = reference.fields;
  add_identifier_keys(reference.ids, keys);
  add_title_keys(fields.title, keys);
  if (!fields.authors.empty()) {
    const std::string name = name_key(fields.authors.front());
    for (int year : {fields.year - 1, fields.year, fields.year + 1}) {
      if (fields.year > 0) add_author_key(name, year, keys);
    }
  }
  add_page_key(fields.volume, fields.pages, keys);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace evident::resolve
