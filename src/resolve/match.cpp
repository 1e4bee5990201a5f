// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve/match.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <vector>

#include "resolve/journal_cues.hpp"
#include "resolve/print_slip.hpp"
#include "text/normal.hpp"

namespace evident::resolve {

namespace {

/// Equal but for a slip; short words must be equal.
bool nearly_equal(const std::string& left, const std::string& right) {
  return left == right || is_slip(left, right, 5);
}

/// Length of the longest common subsequence of words.
size_t common_words(const std::vector<std::string>& left, const std::vector<std::string>& right) {
  std::vector<size_t> row(right.size() + 1, 0);
  for (const auto& word : left) {
    size_t diagonal = 0;
    for (size_t i = 0; i < right.size(); ++i) {
      const size_t above = row[i + 1];
      row[i + 1] = nearly_equal(word, right[i]) ? diagonal + 1 : std::max(above, row[i]);
      diagonal = above;
    }
  }
  return row.back();
}

/// Numbers of parts: "Bees. II. Dances".
bool is_part_number(const std::string& word) {
  constexpr std::array<std::string_view, 13> words{"i", "ii", "iii", "iv", "v", "vi", "vii",
                                                   "1", "2",  "3",   "4",  "5", "6"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Words that tell two works with otherwise the same title apart.
bool tells_apart(const std::string& word) {
  constexpr std::array<std::string_view, 10> words{"erratum",  "reply",      "comment",     "correction",
                                                   "author",   "retraction", "corrigendum", "commentary",
                                                   "response", "letter"};
  return is_part_number(word) || std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string> telling_words(const std::vector<std::string>& words, Parts parts) {
  std::vector<std::string> found;
  std::copy_if(words.begin(), words.end(), std::back_inserter(found), [&](const std::string& word) {
    return tells_apart(word) && !(parts == Parts::any && is_part_number(word));
  });
  std::sort(found.begin(), found.end());
  return found;
}

/// True where `words` are the title that stands before a subtitle.
bool is_main_title(const std::vector<std::string>& words, std::string_view whole) {
  constexpr size_t least_words = 4;
  if (words.size() < least_words) return false;
  for (const std::string_view mark : {": ", ". ", "? ", " - ", " \xE2\x80\x93 "}) {
    const size_t end = whole.find(mark);
    if (end != std::string_view::npos && text::fold_words(whole.substr(0, end)) == words) return true;
  }
  return false;
}

std::string first_word(const std::string& text) {
  const auto words = text::fold_words(text);
  return words.empty() ? "" : words.front();
}

std::string initials_of(const model::Person& person) {
  if (!person.initials.empty()) return text::fold(person.initials);
  std::string initials;
  for (const auto& name : text::fold_words(person.given)) initials += name.front();
  return initials;
}

/// True where neither first initial is among those of the other: people go by a second name, and the order of
/// names varies.
bool other_initials(const model::Person& printed, const model::Person& known) {
  const std::string left = initials_of(printed), right = initials_of(known);
  if (left.empty() || right.empty() || printed.collective || known.collective) return false;
  return right.find(left.front()) == std::string::npos && left.find(right.front()) == std::string::npos;
}

double family_score(const model::Person& printed, const model::Person& known) {
  const auto left = text::fold_words(printed.family);
  const auto right = text::fold_words(known.family);
  if (left.empty() || right.empty()) return 0;
  if (left == right || left.back() == right.back()) return 1;
  if (nearly_equal(left.back(), right.back())) return 0.9;
  // Family and given names may be swapped, or particles printed apart.
  const auto among = [](const std::string& word, const std::vector<std::string>& words) {
    return word.size() > 2 && std::find(words.begin(), words.end(), word) != words.end();
  };
  return among(left.front(), right) || among(right.front(), left) ? 0.8 : 0;
}

double name_score(const model::Person& printed, const model::Person& known) {
  constexpr double namesake = 0.4;
  const double score = family_score(printed, known);
  return other_initials(printed, known) ? namesake * score : score;
}

double author_score(const model::ReferenceFields& fields, const model::WorkRecord& work) {
  const double first = name_score(fields.authors.front(), work.authors.front());
  size_t found = 0, asked = 0;
  for (const auto& author : fields.authors) {
    if (++asked > 10) break;
    if (std::any_of(work.authors.begin(), work.authors.end(),
                    [&](const auto& known) { return name_score(author, known) >= 0.9; }))
      ++found;
  }
  const double share =
      static_cast<double>(found) / static_cast<double>(std::min<size_t>(fields.authors.size(), 10));
  return 0.6 * first + 0.4 * share;
}

/// A book, a thesis, a piece of news or a page of the web is not the paper of the same title in a journal.
bool printed_elsewhere(model::WorkType type) {
  return type == model::WorkType::book || type == model::WorkType::thesis || type == model::WorkType::news ||
         type == model::WorkType::webpage;
}

bool in_journal(const model::WorkRecord& work) {
  return work.type == model::WorkType::article && !work.container.empty();
}

/// The beginning of a word that very many journals have in their names.
bool of_many_journals(const std::string& word) {
  constexpr std::array<std::string_view, 14> words{
      "american", "annals",  "archives",      "british", "bulletin", "clinical", "european",
      "health",   "journal", "international", "medical", "medicine", "research", "science"};
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view common) { return common.starts_with(word); });
}

/// "Natl" and "National", "Psychiat" and "Psychiatry": names of journals are shortened in many ways.
bool may_shorten(const std::string& left, const std::string& right) {
  constexpr size_t alike = 3;
  const auto same = static_cast<size_t>(
      std::mismatch(left.begin(), left.end(), right.begin(), right.end()).first - left.begin());
  return same >= std::min({alike, left.size(), right.size()});
}

/// True where nothing in two names of journals says that they may be one.
bool plainly_other(std::string_view left_name, std::string_view right_name) {
  const auto left = text::fold_words(left_name);
  const auto right = text::fold_words(right_name);
  if (left.empty() || right.empty()) return false;
  return std::none_of(left.begin(), left.end(), [&](const std::string& word) {
    return !text::is_stop_word(word) && !of_many_journals(word) &&
           std::any_of(right.begin(), right.end(),
                       [&](const std::string& other) { return may_shorten(word, other); });
  });
}

double container_score(std::string_view printed, const model::WorkRecord& work) {
  const auto any_name = [&](const auto& fits) {
    return fits(printed, work.container) || fits(printed, work.container_abbrev);
  };
  if (any_name(same_container) || any_name(same_journal)) return 1;
  constexpr double doubtful = 0.2;  // names that share a word may be two prints of one
  return plainly_other(printed, work.container) &&
                 (work.container_abbrev.empty() || plainly_other(printed, work.container_abbrev))
             ? 0
             : doubtful;
}

double year_score(int printed, const model::WorkRecord& work) {
  const auto distance = [&](int year) { return year > 0 ? std::abs(printed - year) : 99; };
  const int least = std::min(distance(work.issued.year), distance(work.electronic.year));
  return least == 0 ? 1 : least == 1 ? 0.7 : 0;
}

struct Weight {
  const char* field;
  double weight;
};
/// Chosen so that a title with either an author or a place is certain and none of them alone is.
constexpr std::array<Weight, 6> weights{
    {{"title", 0.45}, {"author", 0.2}, {"year", 0.1}, {"volume", 0.1}, {"page", 0.15}, {"container", 0.1}}};

double field(const Candidate& candidate, const char* name, double absent) {
  const auto found = candidate.fields.find(name);
  return found == candidate.fields.end() ? absent : found->second;
}

/// The mean of the fields that were compared, but for one.
double agreement(const Candidate& candidate, std::string_view left_out) {
  double sum = 0, of = 0;
  for (const auto& [name, weight] : weights) {
    const auto found = candidate.fields.find(name);
    if (found == candidate.fields.end() || name == left_out) continue;
    sum += weight * found->second;
    of += weight;
  }
  // Few fields in common prove little, however well they agree.
  return of > 0 ? sum / std::max(of, 0.6) : 0;
}

/// Who, when and where agree: no other work stands there, whatever is printed of its title.
bool is_placed(const Candidate& candidate) {
  return field(candidate, "author", 0) >= 0.8 && field(candidate, "year", 0) == 1 &&
         field(candidate, "volume", 0) == 1 && field(candidate, "page", 0) == 1 &&
         field(candidate, "container", 1) > 0;
}

}  // namespace

double title_similarity(std::string_view left_title, std::string_view right_title, Parts parts) {
  const auto left = text::fold_words(left_title);
  const auto right = text::fold_words(right_title);
  if (left.empty() || right.empty()) return 0;
  const auto common = static_cast<double>(common_words(left, right));
  const double both = 2 * common / static_cast<double>(left.size() + right.size());
  const size_t shorter = std::min(left.size(), right.size());
  // A title without its subtitle: all words of the shorter one are there.
  const double contained = shorter >= 4 ? common / static_cast<double>(shorter) : 0;
  double score = std::max(both, contained >= 0.9 ? 0.5 * both + 0.5 * contained : both);
  constexpr double without_subtitle = 0.92;
  if (is_main_title(left, right_title) || is_main_title(right, left_title))
    score = std::max(score, without_subtitle);
  if (telling_words(left, parts) != telling_words(right, parts)) score *= 0.8;
  return score;
}

bool same_container(std::string_view left_name, std::string_view right_name) {
  const auto words_of = [](std::string_view name) {
    std::vector<std::string> words;
    for (auto& word : text::fold_words(name)) {
      if (!text::is_stop_word(word)) words.push_back(std::move(word));
    }
    return words;
  };
  const auto left = words_of(left_name);
  const auto right = words_of(right_name);
  if (left.empty() || right.empty()) return false;
  if (left == right) return true;
  const auto abbreviates = [](const std::vector<std::string>& abbreviated,
                              const std::vector<std::string>& full) {
    if (abbreviated.size() > full.size()) return false;
    size_t next = 0;
    for (const auto& word : abbreviated) {
      while (next < full.size() && !full[next].starts_with(word)) ++next;
      if (next++ == full.size()) return false;
    }
    return full.front().starts_with(abbreviated.front());
  };
  return abbreviates(left, right) || abbreviates(right, left);
}

bool names_no_part(std::string_view title) {
  const auto words = text::fold_words(title);
  return std::none_of(words.begin(), words.end(), is_part_number);
}

Candidate match(const model::Reference& reference, const model::WorkRecord& work, Parts parts) {
  const auto& fields = reference.fields;
  Candidate candidate;
  candidate.work = work_id(work);
  if (!fields.title.empty() && !work.title.empty()) {
    double score = title_similarity(fields.title, work.title, parts);
    if (!work.vernacular_title.empty())
      score = std::max(score, title_similarity(fields.title, work.vernacular_title, parts));
    candidate.fields["title"] = score;
  }
  if (!fields.authors.empty() && !work.authors.empty())
    candidate.fields["author"] = author_score(fields, work);
  if (fields.year > 0 && (work.issued.year > 0 || work.electronic.year > 0))
    candidate.fields["year"] = year_score(fields.year, work);
  if (!fields.volume.empty() && !work.volume.empty())
    candidate.fields["volume"] = first_word(fields.volume) == first_word(work.volume) ? 1 : 0;
  if (!fields.pages.empty() && !work.pages.empty())
    candidate.fields["page"] = first_page(fields.pages) == first_page(work.pages) ? 1 : 0;
  if (!fields.container.empty() && !work.container.empty())
    candidate.fields["container"] = container_score(fields.container, work);
  // What names the work's own journal was only taken for a book.
  if (printed_elsewhere(fields.type) && in_journal(work) && field(candidate, "container", 0) < 1)
    candidate.fields["type"] = 0;
  candidate.score = agreement(candidate, "");
  if (is_placed(candidate)) candidate.score = std::max(candidate.score, agreement(candidate, "title"));
  return candidate;
}

double probability(double score) {
  constexpr double slope = 28.9, middle = 0.768;
  return 1 / (1 + std::exp(-slope * (score - middle)));
}

bool certain(const Candidate& candidate) {
  const double title = field(candidate, "title", -1), author = field(candidate, "author", -1),
               year = field(candidate, "year", -1);
  const double volume = field(candidate, "volume", -1), page = field(candidate, "page", -1);
  const double container = field(candidate, "container", -1);
  if ((container == 0 || field(candidate, "type", -1) == 0) && !(volume == 1 && page == 1)) return false;
  const bool place = page == 1 && (volume == 1 || container == 1);
  if (year == 0 && !(title >= 0.95 && author >= 0.8 && (page == 1 || volume == 1))) return false;
  if (is_placed(candidate)) return true;
  if (title >= 0.85) {
    // Where place is told and all of it differs, it is another paper of the same title: a part, an abstract,
    // a reprint.
    if (volume == 0 && page == 0) return false;
    // Another year, another page and more or other words in the title: a protocol, an update, a part.
    if (page == 0 && year >= 0 && year < 1 && title < 1) return false;
    return author >= 0.55 || place ||
           (author < 0 && year >= 0.7 && (page == 1 || volume == 1 || container == 1));
  }
  if (title >= 0.6)
    return (author >= 0.55 || (volume == 1 && year == 1)) && (place || (page == 1 && year >= 0.7));
  return author >= 0.55 && year >= 0.7 && place && volume == 1 &&
         (title < 0 || title >= 0.4 || container == 1);
}

}  // namespace evident::resolve
