// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/author_year.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/normal.hpp"

namespace evident::extract {
namespace {

constexpr size_t longest_part = 120;
constexpr size_t longest_parenthesis = 600;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// A capital begins the word (ASCII, or a letter beyond it, whose case is not looked at).
bool is_name_start(std::string_view word) {
  return !word.empty() && ((word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) >= 0xC3);
}

bool is_particle(std::string_view word) {
  static constexpr std::array<std::string_view, 14> particles = {
      "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "ter"};
  return std::find(particles.begin(), particles.end(), word) != particles.end();
}

/// "in press" and the like in the place of a year: its length, or 0.
size_t undated_at(std::string_view text, size_t at) {
  static constexpr std::array<std::string_view, 5> words = {"in press", "forthcoming", "submitted",
                                                            "unpublished", "n.d."};
  const auto is_letter = [&](size_t place) {
    return place < text.size() &&
           ((text[place] >= 'a' && text[place] <= 'z') || (text[place] >= 'A' && text[place] <= 'Z'));
  };
  if (at > 0 && is_letter(at - 1)) return 0;
  for (std::string_view word : words) {
    if (text.substr(at).starts_with(word) && !is_letter(at + word.size())) return word.size();
  }
  return 0;
}

/// Year with its letter at the offset, or what stands for one: its length, or 0.
size_t year_at(std::string_view text, size_t at) {
  if (at >= text.size()) return 0;
  if (!is_digit(text[at])) return undated_at(text, at);
  if (at + 4 > text.size() || (at > 0 && is_digit(text[at - 1]))) return 0;
  const std::string_view century = text.substr(at, 2);
  if (century != "19" && century != "20" && century != "18") return 0;
  if (!is_digit(text[at + 2]) || !is_digit(text[at + 3])) return 0;
  size_t end = at + 4;
  if (end < text.size() && text[end] >= 'a' && text[end] <= 'h') ++end;
  if (end < text.size() && (is_digit(text[end]) || (text[end] >= 'a' && text[end] <= 'z'))) return 0;
  return end - at;
}

/// The "b" of "2004a, b", "2004a,b", "2004a and b": its offset; npos where no further letter follows.
size_t next_letter(std::string_view text, size_t at) {
  size_t next = text.find_first_not_of(" ,&", at);
  if (next != std::string_view::npos && text.substr(next).starts_with("and ")) next += 4;
  if (next == std::string_view::npos || next == at || next >= text.size() || text[next] < 'a' ||
      text[next] > 'h')
    return std::string_view::npos;
  const bool alone =
      next + 1 == text.size() || text[next + 1] == ',' || text[next + 1] == ' ' || text[next + 1] == ';';
  return alone ? next : std::string_view::npos;
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> out;
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size() && text[end] != ' ' && text[end] != '\n' && text[end] != ',' &&
           text[end] != '\r')
      ++end;
    if (end > at) out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

/// One or two capitals, which name nobody after a name.
bool is_initials(std::string_view word) {
  return word.size() <= 2 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string first_family(const model::Reference& reference) {
  if (!reference.fields.authors.empty()) return text::fold(reference.fields.authors.front().family);
  const std::vector<std::string_view> list = split_words(std::string_view(reference.text).substr(0, 80));
  std::string family;
  for (std::string_view word : list) {
    family += (family.empty() ? "" : " ") + text::fold(word);
    if (!is_particle(word)) return family;
  }
  return family;
}

/// "van den berg" is cited as "Berg" too.
std::string without_particles(std::string_view family) {
  while (true) {
    const size_t blank = family.find(' ');
    if (blank == std::string_view::npos || !is_particle(family.substr(0, blank))) return std::string(family);
    family.remove_prefix(blank + 1);
  }
}

/// "who" for a "World Health Organization" that is listed by its whole name; empty where the author is no
/// body.
std::string acronym(const model::Reference& reference) {
  std::string out;
  if (reference.fields.authors.empty() || !reference.fields.authors.front().collective) return out;
  for (std::string_view word : split_words(reference.fields.authors.front().family)) {
    if (word[0] >= 'A' && word[0] <= 'Z') out += static_cast<char>(word[0] - 'A' + 'a');
  }
  return out.size() >= 2 ? out : std::string();
}

std::string printed_year(const model::Reference& reference) {
  std::string undated;
  for (size_t at = 0; at < reference.text.size(); ++at) {
    const size_t size = year_at(reference.text, at);
    if (size == 0) continue;
    if (!is_digit(reference.text[at])) {
      if (undated.empty()) undated = reference.text.substr(at, size);
      continue;
    }
    const std::string year = reference.text.substr(at, size);
    if (reference.fields.year == 0 || year.substr(0, 4) == std::to_string(reference.fields.year)) return year;
  }
  return reference.fields.year == 0 ? undated : std::to_string(reference.fields.year);
}

}  // namespace

AuthorYearReader::AuthorYearReader(const std::vector<model::Reference>& references) {
  for (const model::Reference& reference : references) {
    const std::string family = first_family(reference);
    const std::string year = printed_year(reference);
    if (family.empty() || year.empty()) continue;
    Work work;
    work.index = reference.index;
    work.authors = reference.fields.authors.size() + (reference.fields.et_al ? 2 : 0);
    if (reference.fields.authors.size() > 1) work.second = text::fold(reference.fields.authors[1].family);
    add(family, year, work);
    if (const std::string bare = without_particles(family); bare != family) add(bare, year, work);
    if (const std::string letters = acronym(reference); !letters.empty()) add(letters, year, work);
  }
}

void AuthorYearReader::add(const std::string& family, const std::string& year, const Work& work) {
  m_works[family + " " + year].push_back(work);
  const bool lettered = year.size() == 5 && is_digit(year.front());
  if (lettered) m_works[family + " " + year.substr(0, 4)].push_back(work);
}

bool AuthorYearReader::take_names(std::string_view names, Mention& mention) const {
  std::vector<std::string_view> list = split_words(names);
  // "see", "e.g.", "reviewed in" and the like come before the name.
  size_t first = 0;
  while (first < list.size() && !is_name_start(list[first]) && !is_particle(list[first])) ++first;
  list.erase(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(first));
  if (list.empty() || first > 3) return false;
  std::array<std::string, 2> family;
  size_t which = 0;
  for (size_t at = 0; at < list.size(); ++at) {
    const std::string_view word = list[at];
    if (word == "et" && at + 1 < list.size() && list[at + 1].starts_with("al")) {
      mention.et_al = true;
      ++at;
    } else if (word == "and" || word == "&" || word == "und" || word == "y" || word == "et") {
      ++which;
    } else if (at > 0 && is_initials(word)) {
      continue;  // "Smith J, 2010"
    } else if (is_name_start(word) || is_particle(word)) {
      if (which < 2 && word.find('.') == std::string_view::npos) {
        family[which] += (family[which].empty() ? "" : " ") + text::fold(word);
      }
    } else {
      return false;
    }
  }
  mention.family = family[0];
  mention.second = family[1];
  return !mention.family.empty();
}

std::vector<AuthorYearReader::Mention> AuthorYearReader::mentions(std::string_view part) const {
  std::vector<Mention> out;
  size_t at = 0;
  while (at < part.size() && year_at(part, at) == 0) ++at;
  if (at == part.size() || part.size() > longest_part) return out;
  Mention mention;
  // A body is named by its whole name, small words and all.
  const std::string whole =
      text::fold(text::squeeze(part.substr(0, part.substr(0, at).find_last_not_of(" ,(\n") + 1)));
  if (m_works.contains(whole + " " + std::string(part.substr(at, year_at(part, at))))) {
    mention.family = whole;
  } else if (!take_names(part.substr(0, at), mention)) {
    return out;
  }
  for (; at < part.size();) {
    const size_t size = year_at(part, at);
    if (size == 0) {
      ++at;  // "2004, p. 12": what is no year says where in the work
      continue;
    }
    mention.year = part.substr(at, size);
    mention.printed = text::squeeze(part.substr(0, at + size));
    out.push_back(mention);
    at += size;
    if (mention.year.size() != 5) continue;
    for (size_t letter = next_letter(part, at); letter != std::string_view::npos;
         letter = next_letter(part, at)) {
      mention.year.back() = part[letter];
      mention.printed.back() = part[letter];
      out.push_back(mention);
      at = letter + 1;
    }
  }
  return out;
}

const std::vector<AuthorYearReader::Work>* AuthorYearReader::works_of(const Mention& mention) const {
  auto found = m_works.find(mention.family + " " + mention.year);
  if (found == m_works.end()) found = m_works.find(without_particles(mention.family) + " " + mention.year);
  return found == m_works.end() ? nullptr : &found->second;
}

int AuthorYearReader::resolve(const Mention& mention) const {
  const std::vector<Work>* found = works_of(mention);
  if (found == nullptr) return -1;
  const std::vector<Work>& works = *found;
  if (works.size() == 1) return works.front().index;
  // Several works of one first author and year: the other names must tell them apart.
  std::vector<int> fit;
  for (const Work& work : works) {
    const bool fits = mention.et_al             ? work.authors > 2
                      : !mention.second.empty() ? work.second == mention.second
                                                : work.authors <= 1;
    if (fits) fit.push_back(work.index);
  }
  return fit.size() == 1 ? fit.front() : -1;
}

void AuthorYearReader::settle(const std::vector<Mention>& list, AuthorYearMarker& marker) const {
  for (const Mention& mention : list) {
    const int index = resolve(mention);
    if (index < 0) {
      // "(May 2004)" and "(Rome 2004)" look alike; several authors show that a work is meant, and so do
      // several entries that answer.
      if (mention.et_al || !mention.second.empty() || works_of(mention) != nullptr)
        marker.dangling.push_back(mention.printed);
    } else if (std::find(marker.references.begin(), marker.references.end(), index) ==
               marker.references.end()) {
      marker.references.push_back(index);
    }
  }
}

size_t AuthorYearReader::names_before(std::string_view text, size_t open, std::string_view year) const {
  const auto word_before = [&](size_t end) {
    while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\n')) --end;
    size_t begin = end;
    while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\n' && text[begin - 1] != '(') --begin;
    return Span{begin, end};
  };
  size_t start = open;
  size_t best = open;
  size_t nearest = open;  // the family name alone, where no entry tells how far names go
  bool linked = true;
  bool known = false;
  for (size_t count = 0; count < 7 && start > 0; ++count) {
    const Span span = word_before(start);
    const std::string_view word = text.substr(span.start, span.size());
    const bool link =
        word == "and" || word == "&" || word == "et" || word == "al." || word == "al" || is_particle(word);
    if (!link && (!is_name_start(word) || word.back() == ';')) break;
    if (count > 0 && word.size() > 1 && word.back() == '.' && word != "al.") break;
    start = span.start;
    if (std::exchange(linked, link) && !link) nearest = span.start;
    if (link) continue;
    best = span.start;
    Mention mention;
    if (!take_names(text.substr(best, open - best), mention)) continue;
    mention.year = year;
    known = resolve(mention) >= 0;
    if (known) break;
  }
  if (!known) best = nearest;
  while (best > 0 && best < open) {
    const Span span = word_before(best);
    if (!is_particle(text.substr(span.start, span.size()))) break;
    best = span.start;
  }
  return best;
}

std::vector<AuthorYearMarker> AuthorYearReader::read(std::string_view text) const {
  std::vector<AuthorYearMarker> out;
  if (m_works.empty()) return out;
  for (size_t open = text.find_first_of("(["); open != std::string_view::npos;
       open = text.find_first_of("([", open + 1)) {
    // Only so far, or a text of opening brackets would take quadratic time.
    const size_t inside_size = text.substr(open, longest_parenthesis).find(text[open] == '(' ? ')' : ']');
    if (inside_size == std::string_view::npos) continue;
    const size_t close = open + inside_size;
    const std::string_view inside = text.substr(open + 1, close - open - 1);
    AuthorYearMarker marker;
    marker.span = {open, close + 1};
    if (const size_t year = year_at(inside, 0); year > 0) {
      // The names stand before the parenthesis, in the sentence itself: take as many words back as are names.
      const size_t names = names_before(text, open, inside.substr(0, year));
      if (names < open) {
        marker.span.start = names;
        settle(mentions(std::string(text.substr(names, open - names)) + std::string(inside)), marker);
      }
    } else {
      for (size_t at = 0; at <= inside.size();) {
        const size_t end = std::min(inside.find(';', at), inside.size());
        settle(mentions(inside.substr(at, end - at)), marker);
        at = end + 1;
      }
    }
    if (!marker.references.empty() || !marker.dangling.empty()) {
      out.push_back(std::move(marker));
      open = close;
    }
  }
  return out;
}

}  // namespace evident::extract
