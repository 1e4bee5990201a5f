// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/author_year.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include "model/printed_date.hpp"
#include "text/normal.hpp"

namespace evident::extract {
namespace {

constexpr size_t longest_part = 160;
constexpr size_t longest_parenthesis = 1500;
constexpr size_t most_leading_words = 5;

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

/// The "b" of "2004a, b".
bool lone_letter_at(std::string_view text, size_t at) {
  return text[at] >= 'b' && text[at] <= 'h' && at > 1 && (text[at - 1] == ' ' || text[at - 1] == ',') &&
         (at + 1 == text.size() || text[at + 1] == ',' || text[at + 1] == ' ');
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

/// Bytes before the first name: "see", "e.g.", "for a review, see" and the like.
size_t leading_words(std::string_view names) {
  for (std::string_view word : split_words(names))
    if (is_name_start(word) || is_particle(word)) return static_cast<size_t>(word.data() - names.data());
  return 0;
}

std::string_view without_possessive(std::string_view word) {
  for (std::string_view ending : {"'s", "\xE2\x80\x99s"})
    if (word.ends_with(ending)) return word.substr(0, word.size() - ending.size());
  return word;
}

/// The first letters of the words of a folded name; the small words' too where asked for.
std::string first_letters(const std::string& folded_name, bool of_all) {
  constexpr size_t most = 12;
  std::string letters;
  for (size_t at = 0; at < folded_name.size() && letters.size() < most; ++at) {
    if (at > 0 && folded_name[at - 1] != ' ') continue;
    const size_t end = std::min(folded_name.find(' ', at), folded_name.size());
    if (of_all || !text::is_stop_word(folded_name.substr(at, end - at))) letters += folded_name[at];
  }
  return letters;
}

/// "who" of "World Health Organization"; nothing for the name of a person.
std::string initials_of(const std::string& folded_name) {
  constexpr std::ptrdiff_t most_blanks_of_person = 1;
  if (std::count(folded_name.begin(), folded_name.end(), ' ') <= most_blanks_of_person) return "";
  return first_letters(folded_name, false).substr(0, 8);
}

bool is_subsequence(std::string_view letters, std::string_view of) {
  for (char letter : of)
    if (!letters.empty() && letters[0] == letter) letters.remove_prefix(1);
  return letters.empty();
}

constexpr std::string_view capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// The first "(NICE)" or "[NICE]", without its brackets; empty where there is none.
Span acronym_in_brackets(std::string_view text) {
  for (size_t open = text.find_first_of("(["); open != std::string_view::npos;
       open = text.find_first_of("([", open + 1)) {
    const size_t end = text.find_first_not_of(capitals, open + 1);
    if (end != std::string_view::npos && end - open > 2 && text[end] == (text[open] == '(' ? ')' : ']'))
      return {open + 1, end};
  }
  return {};
}

/// "American Academy of Ponds [AAP], ": a name with the acronym of its words, as APA has a first citation;
/// the name, or empty.
std::string_view name_with_acronym(std::string_view names) {
  const Span acronym = acronym_in_brackets(names);
  if (acronym.empty() || names.find_first_not_of(", ", acronym.end + 1) != std::string_view::npos) return {};
  std::string_view name = names.substr(0, acronym.start - 1);
  name.remove_prefix(std::min(name.find_first_of(capitals), name.size()));
  const std::string initials = first_letters(text::fold(name), true);
  const std::string letters = text::fold(names.substr(acronym.start, acronym.size()));
  return !initials.empty() && letters[0] == initials[0] && is_subsequence(letters, initials)
             ? name
             : std::string_view();
}

/// Words that send a reader to a work: "see also", "but cf.".
bool are_signals(std::string_view words) {
  static constexpr std::array<std::string_view, 14> signals = {"see",    "also", "but",     "cf.",     "cf",
                                                               "e.g.",   "eg",   "i.e.",    "and",     "for",
                                                               "review", "a",    "compare", "reviewed"};
  const auto list = split_words(words);
  return std::all_of(list.begin(), list.end(), [](std::string_view word) {
    return std::find(signals.begin(), signals.end(), word) != signals.end();
  });
}

/// What else a body that an entry begins with is cited as: "NICE" where the entry begins with "National
/// Institute for Health and Care Excellence (NICE)", or where it has that word and its letters begin words of
/// the name in their order. Folded.
std::set<std::string> names_of_body(std::string_view printed) {
  constexpr size_t longest_name = 160;
  std::set<std::string> names;
  const std::string_view head = printed.substr(0, std::min(printed.find(". "), longest_name));
  const std::string initials = initials_of(text::fold(head));
  if (initials.empty()) return names;
  if (const Span acronym = acronym_in_brackets(head); !acronym.empty()) {
    for (std::string_view name : {head.substr(0, acronym.start - 1), head.substr(0, acronym.end),
                                  head.substr(acronym.start, acronym.size())})
      names.insert(text::fold(name));
  }
  if (head.find(',') != std::string_view::npos) return names;  // persons
  const auto is_letter = [&](size_t at) {
    return at < printed.size() && !text::fold(printed.substr(at, 1)).empty();
  };
  for (size_t at = printed.find_first_of(capitals); at != std::string_view::npos;) {
    const size_t end = std::min(printed.find_first_not_of(capitals, at), printed.size());
    const std::string word = text::fold(printed.substr(at, end - at));
    const bool whole = (at == 0 || !is_letter(at - 1)) && !is_letter(end);
    if (whole && word.size() >= 3 && word[0] == initials[0] && is_subsequence(word, initials))
      names.insert(word);
    at = printed.find_first_of(capitals, end);
  }
  return names;
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

/// "Green and colleagues" are Green et al.
bool is_others(std::string_view word) {
  static constexpr std::array<std::string_view, 6> words = {"colleagues", "co-workers", "coworkers",
                                                            "associates", "co-authors", "others"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Where names begin behind a year that others follow with a year of their own; the size of the text where
/// none do.
size_t next_names(std::string_view text, size_t at) {
  size_t start = text.find_first_not_of(" ,&", at);
  if (start != std::string_view::npos && text.substr(start).starts_with("and ")) start += 4;
  if (start == std::string_view::npos || start == at) return text.size();
  const std::string_view word = text.substr(start, text.find_first_of(" ,", start) - start);
  const bool locator = word.starts_with("Tab") || word.starts_with("Fig") || word.starts_with("Chap") ||
                       word.starts_with("Vol");
  return (is_name_start(word) && !locator) || is_particle(word) ? start : text.size();
}

/// Blanks of any kind as plain ones, as many as they had bytes, so that offsets stay.
std::string with_plain_blanks(std::string_view text) {
  std::string out(text);
  for (std::string_view blank : {"\xC2\xA0", "\xE2\x80\x89", "\xE2\x80\xAF"})
    for (size_t at = out.find(blank); at != std::string::npos; at = out.find(blank, at))
      out.replace(at, blank.size(), blank.size(), ' ');
  return out;
}

/// Spans of round and square brackets, those inside others too, in order of their beginnings.
std::vector<Span> brackets_in(std::string_view text) {
  std::vector<Span> all;
  std::vector<size_t> open;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '(' || text[at] == '[') {
      open.push_back(at);
    } else if ((text[at] == ')' || text[at] == ']') && !open.empty()) {
      const size_t start = open.back();
      if ((text[start] == '(') == (text[at] == ')') && at - start < longest_parenthesis)
        all.push_back({start, at});
      open.pop_back();
    }
  }
  std::sort(all.begin(), all.end(),
            [](const Span& left, const Span& right) { return left.start < right.start; });
  return all;
}

/// What tells an entry's work; the entry itself where it has no title.
std::string work_key(const model::Reference& reference) {
  const auto& fields = reference.fields;
  if (fields.title.empty()) return std::to_string(reference.index);
  std::string key;
  for (const std::string& part :
       {fields.title, fields.authors.empty() ? std::string() : fields.authors.front().family,
        std::to_string(fields.year), fields.date, fields.container, fields.volume, fields.pages,
        reference.ids.pmid, reference.ids.doi})
    key += part + '|';
  return key;
}

/// "Nobody, 1999"; "Boston, MA, 1999" and "March, 1999" are other things.
bool is_name_comma_year(std::string_view printed) {
  const size_t comma = printed.find(',');
  if (comma == std::string_view::npos || comma < 2) return false;
  const std::string_view name = printed.substr(0, comma);
  if (name.size() == 2 && !(name[1] >= 'a' && name[1] <= 'z')) return false;  // "MA, 1999"
  std::string_view rest = printed.substr(comma + 1);
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  return name.find(' ') == std::string_view::npos && is_name_start(name) && model::month(name) == 0 &&
         year_at(rest, 0) == rest.size();
}

/// "Moss 2001; Fern 2002": of several names with years none is a place or a month.
bool are_names_with_years(std::string_view inside) {
  size_t parts = 0;
  for (size_t at = 0; at <= inside.size();) {
    const size_t end = std::min(inside.find(';', at), inside.size());
    std::string_view part = inside.substr(at, end - at);
    while (part.starts_with(' ')) part.remove_prefix(1);
    const size_t blank = part.find(' ');
    std::string_view name = part.substr(0, blank);
    if (name.ends_with(',')) name.remove_suffix(1);
    if (blank == std::string_view::npos || !is_name_start(name) || model::month(name) != 0 ||
        year_at(part, blank + 1) != part.size() - blank - 1)
      return false;
    ++parts;
    at = end + 1;
  }
  return parts > 1;
}

}  // namespace

AuthorYearReader::AuthorYearReader(const std::vector<model::Reference>& references) {
  std::set<std::string> known;
  for (const model::Reference& reference : references) {
    // An entry that is short for another one, or repeats it, is no second work of that year.
    if (!known.insert(work_key(reference)).second) continue;
    const std::string family = first_family(reference);
    const std::string year = printed_year(reference);
    if (family.empty() || year.empty()) continue;
    Work work;
    work.index = reference.index;
    work.authors = reference.fields.authors.size() + (reference.fields.et_al ? 2 : 0);
    if (reference.fields.authors.size() > 1) work.second = text::fold(reference.fields.authors[1].family);
    std::set<std::string> names = names_of_body(reference.text);
    names.insert({family, without_particles(family)});
    // "CDC" of "Centers for Disease Control and Prevention": not all words need count.
    const std::string initials = initials_of(family);
    for (size_t size = 3; size <= initials.size(); ++size) names.insert(initials.substr(0, size));
    for (const std::string& name : names) {
      m_works[name + " " + year].push_back(work);
      if (year.size() == 5) m_works[name + " " + year.substr(0, 4)].push_back(work);
    }
    if (reference.fields.authors.empty())
      m_unnamed[year.substr(0, 4)].push_back({reference.index, text::fold(reference.text.substr(0, 200))});
  }
}

bool AuthorYearReader::take_names(std::string_view names, Mention& mention) const {
  const std::vector<std::string_view> list = split_words(names);
  // "see", "e.g.", "for a review, see" and the like come before the name.
  size_t at = 0;
  while (at < list.size() && !is_name_start(list[at]) && !is_particle(list[at])) ++at;
  if (at == list.size() || at > most_leading_words) return false;
  std::array<std::string, 2> family;
  size_t which = 0;
  for (; at < list.size(); ++at) {
    const std::string_view word = list[at];
    if (word == "et" && at + 1 < list.size() && list[at + 1].starts_with("al")) {
      mention.et_al = true;
      ++at;
    } else if (is_others(word)) {
      mention.et_al = true;
    } else if (word == "and" || word == "&" || word == "und" || word == "y" || word == "et") {
      which += family[which < 2 ? which : 1].empty() ? 0 : 1;
    } else if (!family[0].empty() && is_initials(word)) {
      continue;  // "Smith J, 2010"
    } else if (is_name_start(word) || is_particle(word)) {
      if (which < 2 && word.find('.') == std::string_view::npos)
        family[which] += (family[which].empty() ? "" : " ") + text::fold(without_possessive(word));
    } else {
      return false;
    }
    // "Mokdad, Marks & Stroup": a comma ends a name as "and" does.
    const char* behind = word.data() + word.size();
    if (behind < names.data() + names.size() && *behind == ',' && which < 2 && !family[which].empty())
      ++which;
  }
  // Three names and more are told as "et al." tells them.
  mention.et_al = mention.et_al || (which >= 2 && !family[1].empty());
  mention.family = family[0];
  mention.second = family[1];
  return !mention.family.empty();
}

std::string AuthorYearReader::body_in(std::string_view names, const std::string& year) const {
  std::vector<std::string> ways = {text::fold(names)};
  if (const Span acronym = acronym_in_brackets(names); !acronym.empty()) {
    ways.push_back(text::fold(names.substr(0, acronym.start - 1)));
    ways.push_back(text::fold(names.substr(acronym.start, acronym.size())));
  }
  const auto found = std::find_if(ways.begin(), ways.end(), [&](const std::string& way) {
    return !way.empty() && m_works.contains(way + " " + year);
  });
  return found == ways.end() ? std::string() : *found;
}

std::vector<AuthorYearReader::Mention> AuthorYearReader::mentions(std::string_view part) const {
  std::vector<Mention> out;
  size_t at = 0;
  while (at < part.size() && year_at(part, at) == 0) ++at;
  if (at == part.size() || part.size() > longest_part) return out;
  std::string_view names = part.substr(0, at);
  // "(IIP, Horowitz et al., 1988)": what stands before a comma may be no name at all.
  Mention mention;
  size_t first = 0;  // where the names begin
  for (;;) {
    Mention named;
    named.year = part.substr(at, year_at(part, at));
    const std::string name = body_in(names, named.year);
    const bool body = !name.empty();
    const bool known = (body || take_names(names, named)) && (body || resolve(named) >= 0);
    if (body) named.family = name;
    if (known || mention.family.empty()) {
      mention = named;
      first = static_cast<size_t>(names.data() - part.data());
      if (!body) first += leading_words(names);
    }
    const size_t next = names.find_first_of(",:");
    if (known || next == std::string_view::npos) break;
    names.remove_prefix(next + 1);
  }
  if (const auto name = name_with_acronym(part.substr(0, at)); mention.family.empty() && !name.empty()) {
    mention.family = text::fold(name);
    mention.year = part.substr(at, year_at(part, at));
    mention.has_acronym = true;
    first = static_cast<size_t>(name.data() - part.data());
  }
  if (mention.family.empty()) return out;
  for (; at < part.size();) {
    size_t size = year_at(part, at);
    const bool letter = size == 0 && mention.year.size() == 5 && lone_letter_at(part, at);
    if (size == 0 && !letter) {
      ++at;  // "2004, p. 12": what is no year says where in the work
      continue;
    }
    // "2004a, b"
    mention.year = letter ? mention.year.substr(0, 4) + part[at] : std::string(part.substr(at, size));
    if (letter) size = 1;
    mention.printed = text::squeeze(part.substr(first, at + size - first));
    mention.introduced = !are_signals(part.substr(0, first));
    out.push_back(mention);
    at += size;
    // "Jones 2002 and Green et al. 2001", "Jones 2002, Green 2001": other names go before the next year.
    const size_t next = next_names(part, at);
    std::vector<Mention> others = mentions(part.substr(next));
    // "Jones 2002, chap. 3, and Green 2001"
    for (size_t behind = at; next == part.size() && others.empty() && behind < part.size(); ++behind) {
      if (year_at(part, behind) > 0) break;
      if (part[behind] == ',' || part.substr(behind).starts_with(" and "))
        others = mentions(part.substr(next_names(part, behind)));
    }
    out.insert(out.end(), others.begin(), others.end());
    if (next < part.size() || !others.empty()) break;
  }
  return out;
}

const std::vector<AuthorYearReader::Work>* AuthorYearReader::works_of(const Mention& mention) const {
  auto found = m_works.find(mention.family + " " + mention.year);
  if (found == m_works.end()) found = m_works.find(without_particles(mention.family) + " " + mention.year);
  // The text may tell two works of a year apart where the list does not.
  if (found == m_works.end() && mention.year.size() == 5)
    found = m_works.find(mention.family + " " + mention.year.substr(0, 4));
  return found == m_works.end() ? nullptr : &found->second;
}

int AuthorYearReader::resolve(const Mention& mention) const {
  const std::vector<Work>* found = works_of(mention);
  if (found == nullptr) return resolve_unnamed(mention);
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

/// An entry in which no author was told apart, but which begins with the name.
int AuthorYearReader::resolve_unnamed(const Mention& mention) const {
  const auto found = m_unnamed.find(mention.year.substr(0, 4));
  if (found == m_unnamed.end() || mention.family.find(' ') == std::string::npos) return -1;
  int index = -1;
  for (const Unnamed& work : found->second) {
    if (!work.beginning.starts_with(mention.family + " ")) continue;
    if (index >= 0) return -1;
    index = work.index;
  }
  return index;
}

bool AuthorYearReader::lists(const std::string& family) const {
  const auto found = m_works.lower_bound(family + " ");
  return found != m_works.end() && found->first.starts_with(family + " ");
}

void AuthorYearReader::settle(const std::vector<Mention>& list, AuthorYearMarker& marker, bool likely) const {
  for (const Mention& mention : list) {
    const int index = resolve(mention);
    if (index < 0) {
      // "(May 2004)" and "(Rome 2004)" look alike; several authors show that a work is meant, and so do
      // several entries that answer. A comma before the year makes it likely.
      const bool certain =
          mention.et_al || mention.has_acronym || !mention.second.empty() || works_of(mention) != nullptr ||
          // "(Brown, 2010; see also Nobody, 2012)": what stands beside a work is one.
          (!marker.references.empty() && !mention.introduced && is_name_comma_year(mention.printed)) ||
          (likely && lists(mention.family));
      if (certain && !m_works.empty())
        marker.dangling.push_back(mention.printed);
      else if (certain || likely || (!mention.introduced && is_name_comma_year(mention.printed)))
        marker.doubtful.push_back(mention.printed);
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
    const std::string_view word = without_possessive(text.substr(span.start, span.size()));
    const bool link = is_others(word) || word == "and" || word == "&" || word == "et" || word == "al." ||
                      word == "al" || is_particle(word);
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
    // "De la Cruz" begins a sentence, or is printed so.
    if (!is_particle(text::fold(text.substr(span.start, span.size())))) break;
    best = span.start;
  }
  return best;
}

size_t AuthorYearReader::body_before(std::string_view text, size_t open, const std::string& year) const {
  constexpr size_t most_words = 14;
  constexpr size_t longest = 200;
  const size_t from = open > longest ? open - longest : 0;
  const std::vector<std::string_view> words = split_words(text.substr(from, open - from));
  const auto is_small = [](std::string_view word) {
    return word == "of" || word == "for" || word == "and" || word == "the" || word == "on" ||
           is_particle(word);
  };
  for (size_t count = 0; count < std::min(words.size(), most_words); ++count) {
    const std::string_view word = words[words.size() - 1 - count];
    const bool is_acronym = count == 0 && !acronym_in_brackets(word).empty();
    const bool ends_sentence =
        count > 0 && std::string_view(".;:").find(word.back()) != std::string_view::npos;
    if (ends_sentence || !(is_acronym || is_name_start(word) || is_small(word))) break;
    if (!is_name_start(word)) continue;
    const size_t start = static_cast<size_t>(word.data() - text.data());
    const std::string_view names = text.substr(start, open - start);
    const bool whole =
        !initials_of(text::fold(names)).empty() && m_works.contains(text::fold(names) + " " + year);
    if (whole || (!name_with_acronym(names).empty() && !body_in(names, year).empty())) return start;
  }
  return open;
}

std::vector<AuthorYearMarker> AuthorYearReader::read(std::string_view printed) const {
  std::vector<AuthorYearMarker> out;
  const std::string plain = with_plain_blanks(printed);
  const std::string_view text = plain;
  size_t done = 0;
  for (const auto& [open, close] : brackets_in(text)) {
    if (open < done) continue;
    const std::string_view inside = text.substr(open + 1, close - open - 1);
    AuthorYearMarker marker;
    marker.span = {open, close + 1};
    if (const size_t year = year_at(inside, 0); year > 0) {
      // The names stand before the parenthesis, in the sentence itself: take as many words back as are names.
      // "The Animal (2014 film)" is none that lacks an entry.
      const bool bare =
          year == inside.size() || std::string_view(",;:").find(inside[year]) != std::string_view::npos;
      const size_t body = body_before(text, open, std::string(inside.substr(0, year)));
      const size_t best = body < open ? body : names_before(text, open, inside.substr(0, year));
      if (best < open) {
        marker.span.start = best;
        settle(mentions(std::string(text.substr(best, open - best)) + std::string(inside)), marker, bare);
      }
    } else {
      const bool several = are_names_with_years(inside);
      std::vector<Mention> before;
      for (size_t at = 0; at <= inside.size();) {
        const size_t end = std::min(inside.find(';', at), inside.size());
        std::string_view part = inside.substr(at, end - at);
        while (part.starts_with(' ')) part.remove_prefix(1);
        // "(Marinho et al., 2009; 2011)": the same authors.
        if (const size_t size = year_at(part, 0); size > 0 && !before.empty()) {
          before.resize(1);
          before.front().year = part.substr(0, size);
        } else {
          before = mentions(part);
        }
        settle(before, marker, several);
        at = end + 1;
      }
    }
    if (!marker.references.empty() || !marker.dangling.empty() || !marker.doubtful.empty()) {
      out.push_back(std::move(marker));
      done = close;
    }
  }
  return out;
}

}  // namespace evident::extract
