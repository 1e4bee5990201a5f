// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/stated_years.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <initializer_list>

#include "text/normal.hpp"

namespace evident::query {

namespace {

constexpr int first_year = 1850, last_year = 2100;
constexpr size_t digits = 4;

bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

/// The year at `at`, standing by itself; 0 where none does.
int year_at(std::string_view text, size_t at) {
  if (at + digits > text.size() || (at > 0 && is_word(text[at - 1])) ||
      (at + digits < text.size() && is_word(text[at + digits])))
    return 0;
  int year = 0;
  const char* end = text.data() + at + digits;
  const auto [stop, error] = std::from_chars(text.data() + at, end, year);
  return error == std::errc() && stop == end && year >= first_year && year <= last_year ? year : 0;
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return text.ends_with(ending); });
}

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view beginning) { return text.starts_with(beginning); });
}

/// "published in": when the study came out.
bool tells_publication(const std::string& before) {
  return ends_with_any(before, {" published in", " reported in", " described in", " appeared in"});
}

/// "trial of": a study that may have been made years before it came out.
bool names_study(const std::string& before) {
  return ends_with_any(before, {" trial of", " trial from", " study of", " study from", " report of",
                                " report from", " paper of", " paper from", " article of", " review of"});
}

/// "In 2009, an Italian team showed": what a study found, then; not what was done or began.
bool opens_finding(const std::string& before, std::string_view after) {
  if (before != " in") return false;
  const std::vector<std::string> words = text::fold_words(after);
  constexpr size_t reach = 6;  // words of the phrase that names who found it
  for (size_t at = 0; at + 1 < words.size() && at < reach; ++at) {
    static constexpr std::array<std::string_view, 8> finders = {
        "team", "researchers", "investigators", "scientists", "authors", "trial", "study", "group"};
    static constexpr std::array<std::string_view, 6> verbs = {"showed",       "found",     "reported",
                                                              "demonstrated", "concluded", "published"};
    if (std::find(finders.begin(), finders.end(), words[at]) != finders.end())
      return std::find(verbs.begin(), verbs.end(), words[at + 1]) != verbs.end();
  }
  return false;
}

/// "2009 nurses" is a number of them.
bool counts_something(std::string_view behind) {
  if (behind.size() < 2 || behind[0] != ' ' || std::islower(static_cast<unsigned char>(behind[1])) == 0)
    return false;
  const std::string_view word = behind.substr(1, behind.find_first_of(" ,.;", 1) - 1);
  return word.ends_with('s') || word == "people" || word == "children" || word == "men" || word == "women";
}

/// Where so many words before `at` begin.
size_t words_back(std::string_view text, size_t at, size_t words) {
  while (words-- > 0 && at > 1) {
    const size_t blank = text.find_last_of(' ', at - 2);
    at = blank == std::string_view::npos ? 0 : blank + 1;
  }
  return at;
}

}  // namespace

std::vector<StatedYear> stated_years(std::string_view claim, const model::WorkRecord& work) {
  const std::string author = work.authors.empty() ? "" : text::fold(work.authors.front().family);
  std::vector<StatedYear> found;
  for (size_t at = 0; at < claim.size(); ++at) {
    const int year = year_at(claim, at);
    if (year == 0) continue;
    const size_t from = at > 40 ? at - 40 : 0;
    const std::string before = " " + text::fold(claim.substr(from, at - from));
    const std::string_view behind = claim.substr(at + digits);
    const std::string after = text::fold(behind.substr(0, 30));
    const bool adjective =
        starts_with_any(after, {"trial ", "study ", "paper ", "report ", "article ", "review "});
    const bool inside = before.ends_with(" in") && !author.empty() && after.starts_with(author + " ");
    const bool named = !author.empty() && at > 0 && claim[at - 1] == '(' &&
                       (before.ends_with(" " + author) || before.ends_with(" " + author + " et al"));
    // A trial may have been made years before its paper.
    const bool paper = starts_with_any(after, {"paper ", "report ", "article ", "review "});
    const bool opening = opens_finding(before, behind);
    const bool published = named || tells_publication(before) || paper;
    const bool behind_study = names_study(before) && !counts_something(behind);
    if (!(published || adjective || inside || opening || behind_study)) continue;
    const size_t words = adjective                           ? 0
                         : (inside || opening) && !published ? 1
                                                             : 2;  // of those before it that tell it
    const size_t start = words_back(claim, at, words);
    const size_t end = adjective ? std::min(claim.find_first_of(" ,.;", at + digits + 1), claim.size())
                                 : at + digits + (named ? 1 : 0);
    found.push_back({year, std::string(claim.substr(start, end - start)), published});
  }
  return found;
}

}  // namespace evident::query
