// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "extract/field/bodies.hpp"
#include "extract/field/fields.hpp"
#include "extract/field/initials.hpp"
#include "extract/field/scan.hpp"
#include "text/normal.hpp"

namespace evident::extract::field {

namespace {

bool is_suffix(std::string_view word) {
  return word == "Jr" || word == "Jr." || word == "Sr" || word == "II" || word == "III" || word == "3rd" ||
         word == "2nd";
}

/// A suffix that stuck to the initials before it ("STJr", "J. T.Jr."): where it begins; npos where none does.
size_t stuck_suffix(std::string_view word) {
  for (std::string_view suffix : {"Jr.", "Jr", "Sr.", "Sr"}) {
    if (word.size() <= suffix.size() || !word.ends_with(suffix)) continue;
    const char before = word[word.size() - suffix.size() - 1];
    if (is_upper(before) || before == '.') return word.size() - suffix.size();
  }
  return std::string_view::npos;
}

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

/// Puts back what was lost between names and initials ("RodrigoAH, JhaAP", "BrickN. E.MacIntyreT. E."): no
/// family name ends in capitals, and where initials stick to the name before them, names stick to the
/// initials.
std::string unstuck(std::string_view list) {
  std::string out;
  bool stuck = false;
  for (size_t at = 0; at < list.size(); ++at) {
    if (at > 1 && is_upper(list[at])) {
      size_t end = at;
      while (end < list.size() && (is_upper(list[end]) || list[end] == '-')) ++end;
      const bool ends =
          end == list.size() || std::string_view(",;. ").find(list[end]) != std::string_view::npos;
      if (is_lower(list[at - 1]) && ends && end - at <= 4) {
        stuck = true;
        out += ' ';
      } else if (stuck && list[at - 1] == '.' && at + 1 < list.size() && is_lower(list[at + 1])) {
        out += ", ";
      }
    }
    out += list[at];
  }
  return out;
}

/// One name as printed: "Smith JA", "J. A. Smith", "Smith, John A.".
model::Person person(std::string_view name) {
  name = trimmed(name, " \t\r\n,;:");
  model::Person person;
  if (is_body(name)) {
    person.family = text::squeeze(without_acronym(name));
    person.collective = true;
    return person;
  }
  const size_t comma = name.find(',');
  if (comma != std::string_view::npos) {
    person.family = text::squeeze(name.substr(0, comma));
    std::string given = text::squeeze(trimmed(name.substr(comma + 1), " ,;"));
    if (are_initials(given)) {
      person.initials = initials_of(given);
    } else {
      person.initials = first_letters(given);
      person.given = std::move(given);
    }
    return person;
  }
  std::vector<std::string_view> words;
  for (size_t at = 0; at < name.size();) {
    const size_t start = name.find_first_not_of(' ', at);
    if (start == std::string_view::npos) break;
    const size_t end = std::min(name.find(' ', start), name.size());
    words.push_back(name.substr(start, end - start));
    at = end;
  }
  if (words.size() > 1 && is_suffix(words.back())) {
    person.suffix = words.back();
    words.pop_back();
  }
  if (!words.empty()) {
    if (const size_t at = stuck_suffix(words.back()); at != std::string_view::npos) {
      person.suffix = words.back().substr(at);
      words.back() = words.back().substr(0, at);
    }
  }
  size_t first_initials = words.size();
  while (first_initials > 1 && are_initials(words[first_initials - 1])) --first_initials;
  size_t leading = 0;
  while (leading + 1 < words.size() && are_initials(words[leading]) &&
         words[leading].find('.') != std::string_view::npos)
    ++leading;
  const auto join = [&](size_t from, size_t to) {
    std::string out;
    for (size_t i = from; i < to; ++i) out += (i > from ? " " : "") + std::string(words[i]);
    return out;
  };
  if (leading > 0) {
    person.initials = initials_of(join(0, leading));
    person.family = join(leading, words.size());
  } else if (first_initials < words.size()) {
    person.family = join(0, first_initials);
    person.initials = initials_of(join(first_initials, words.size()));
  } else if (words.size() > 1 && words.size() <= 4 && words.back().size() > 1) {
    // "John Smith": no initials, the family name stands last; a longer run of words is a body.
    size_t family = words.size() - 1;
    while (family > 1 && is_lower(words[family - 1].front())) --family;  // "Paula de Vos"
    person.given = join(0, family);
    person.initials = first_letters(person.given);
    person.family = join(family, words.size());
  } else {
    person.family = join(0, words.size());
    person.collective = words.size() > 4;
  }
  return person;
}

bool ends_in_initials(std::string_view name) {
  name = trimmed(name, " \t");
  const size_t blank = name.rfind(' ');
  return are_initials(blank == std::string_view::npos ? name : name.substr(blank + 1));
}

/// The length of " and " at a place, in the languages that articles are written in; 0 where there is none.
/// "y" and "e" join the parts of a family name too ("Ramón y Cajal"): they part names behind initials alone.
size_t joining_word(std::string_view list, size_t at, std::string_view before) {
  for (std::string_view word : {" and ", " et ", " und ", " och ", " og ", " en "}) {
    if (list.compare(at, word.size(), word) == 0) return word.size();
  }
  for (std::string_view word : {" y ", " e "}) {
    if (list.compare(at, word.size(), word) == 0 && ends_in_initials(before)) return word.size();
  }
  return 0;
}

/// What stands between the commas, semicolons and joining words of a list; an empty part behind each
/// semicolon.
std::vector<std::string> parts_of(std::string_view printed) {
  std::vector<std::string> parts;
  std::string current;
  const auto flush = [&] {
    if (const auto part = trimmed(current, " \t\r\n,;:&"); !part.empty()) parts.emplace_back(part);
    current.clear();
  };
  for (size_t at = 0; at < printed.size(); ++at) {
    const size_t joining = joining_word(printed, at, current);
    if (printed[at] == ';' || printed[at] == '&' || joining > 0 || printed[at] == ',') {
      // "Addolorato, G.; Leggio L, Abenavoli L": semicolons and commas may be mixed, so that both part names.
      flush();
      if (joining > 0) at += joining - 2;
      if (printed[at] == ';') parts.emplace_back();
      continue;
    }
    current += printed[at];
  }
  flush();
  return parts;
}

/// The names of a list. A comma parts names ("Smith J, Doe A") or a name from its initials ("Smith, J., Doe,
/// A.").
std::vector<std::string> names(std::string_view printed) {
  const bool semicolons = printed.find(';') != std::string_view::npos;
  const std::vector<std::string> parts = parts_of(printed);
  std::vector<std::string> joined;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].empty()) continue;
    const bool previous_open =
        !joined.empty() && i > 0 && !parts[i - 1].empty() && joined.back().find(',') == std::string::npos;
    const bool previous_has_initials = previous_open && [&] {
      const std::string& before = joined.back();
      const size_t blank = before.rfind(' ');
      return blank != std::string::npos && are_initials(std::string_view(before).substr(blank + 1));
    }();
    if (previous_open && are_initials(parts[i]) && !previous_has_initials) {
      joined.back() += ", " + parts[i];
    } else if (!joined.empty() && is_suffix(parts[i])) {
      joined.back() += " " + parts[i];
    } else if (semicolons && previous_open && !previous_has_initials &&
               parts[i].find(' ') == std::string::npos && i + 1 <= parts.size()) {
      joined.back() += ", " + parts[i];
    } else {
      joined.push_back(parts[i]);
    }
  }
  return joined;
}

/// "Moss, Anna", "Moss, Anna and Fern, Bert": each a family name with given names written out. Between ";"
/// and "and" stand just two parts then, where a list of family names has several or one.
std::vector<std::string> inverted_names(std::string_view printed) {
  constexpr std::ptrdiff_t most_blanks = 2;  // "van der Moss", "Anna Maria B."
  std::vector<std::string> all;
  for (size_t start = 0; start <= printed.size();) {
    size_t end = start, behind = printed.size() + 1;
    for (; end < printed.size(); ++end) {
      const size_t joining = joining_word(printed, end, printed.substr(start, end - start));
      if (printed[end] != ';' && printed[end] != '&' && joining == 0) continue;
      behind = end + std::max<size_t>(joining, 1);
      break;
    }
    const std::string_view name = trimmed(printed.substr(start, end - start), " \t\r\n,;:.&");
    const size_t comma = name.find(',');
    if (comma == std::string_view::npos || name.find(',', comma + 1) != std::string_view::npos) return {};
    for (const std::string_view part : {name.substr(0, comma), trimmed(name.substr(comma), " ,")}) {
      if (part.empty() || ends_in_initials(part.substr(0, part.find(' '))) || is_suffix(part) ||
          std::count(part.begin(), part.end(), ' ') > most_blanks || is_body(part))
        return {};
    }
    // "Moss A, Fern B" are two names.
    if (ends_in_initials(name.substr(0, comma))) return {};
    all.emplace_back(name);
    start = behind;
  }
  return all;
}

/// "Moss, Anna B., Bert Fern, and Carl Lichen": the first name alone is turned round, all given names written
/// out, as in Chicago's style. Empty where the list is another.
std::vector<std::string> first_inverted_names(std::string_view printed) {
  if (printed.find_first_of(";&") != std::string_view::npos) return {};
  std::vector<std::string> parts = parts_of(printed);
  if (parts.size() < 3 || is_body(parts[0])) return {};
  const auto words_of = [](std::string_view name) { return std::count(name.begin(), name.end(), ' ') + 1; };
  const std::string_view given = std::string_view(parts[1]).substr(0, parts[1].find(' '));
  const bool particles = is_lower(parts[0].front());  // "van der Moss"
  if ((words_of(parts[0]) > 1 && !particles) || are_initials(parts[0]) || are_initials(given) ||
      is_suffix(given) || (words_of(parts[1]) > 1 && !ends_in_initials(parts[1])))
    return {};
  const bool natural = std::all_of(parts.begin() + 2, parts.end(), [&](const std::string& name) {
    return words_of(name) >= 2 && !ends_in_initials(name) &&
           !are_initials(std::string_view(name).substr(0, name.find(' ')));
  });
  if (!natural) return {};
  parts[0] += ", " + parts[1];
  parts.erase(parts.begin() + 1);
  return parts;
}

/// "MOSS (A.), FERN (B. C.)": initials in brackets, as French lists have them, lose these.
void unbracket_initials(std::string& list) {
  for (size_t open = list.find('('); open != std::string::npos; open = list.find('(', open + 1)) {
    const size_t close = list.find(')', open);
    if (close == std::string::npos) return;
    const std::string_view inside = std::string_view(list).substr(open + 1, close - open - 1);
    if (are_initials(inside) && !is_acronym(inside)) list[open] = list[close] = ' ';
  }
}

/// "ed. Anna Moss", "Quoted in Anna Moss", "Moss A, ed.": without what the persons did.
std::string_view without_roles(std::string_view list) {
  list = trimmed(list, " \t\r\n,;");
  for (const std::string_view role :
       {"ed. ", "eds. ", "trans. ", "edited by ", "Edited by ", "translated by ", "Translated by ",
        "quoted in ", "Quoted in ", "cited in ", "Cited in "})
    if (list.starts_with(role)) list.remove_prefix(role.size());
  for (const std::string_view role : {", ed.", ", ed", ", eds.", ", eds", ", trans.", ", trans"})
    if (list.ends_with(role)) list.remove_suffix(role.size());
  return list;
}

}  // namespace

std::vector<model::Person> authors(std::string_view printed, bool& et_al) {
  std::string list = unstuck(without_roles(printed));
  unbracket_initials(list);
  for (std::string_view words :
       {"et al", "and others", "u. a.", "et coll", "y cols", "y col", "e cols", "e col", "m. fl."}) {
    if (const size_t at = find_word(list, words); at != std::string::npos) {
      et_al = true;
      list.resize(at);
    }
  }
  for (std::string_view words : {"(eds.)", "(eds)", "(ed.)", "(ed)", "eds.", "editors", "editor", "(hrsg.)",
                                 "(hrsg)", "hrsg.", "(hg.)", "(dir.)", "(coord.)"}) {
    if (const size_t at = find_word(list, words); at != std::string::npos)
      blank_out(list, at, at + words.size());
  }
  std::vector<model::Person> people;
  // "National Institute for Health and Care Excellence": its "and" parts no names.
  const bool one_body = list.find_first_of(",;&") == std::string::npos && is_body(trimmed(list, " .:"));
  std::vector<std::string> parted = one_body ? std::vector<std::string>{list} : inverted_names(list);
  if (parted.empty()) parted = first_inverted_names(list);
  if (parted.empty()) parted = names(list);
  for (const auto& name : parted) {
    model::Person author = person(name);
    author.family = std::string(trimmed(author.family, " .,;:()[]"));
    if (!author.family.empty() && is_letter(author.family.front())) people.push_back(std::move(author));
  }
  return people;
}

std::vector<model::Person> editors(std::string_view printed) {
  for (std::string_view word : {"In: ", "in: ", "In:", "In ", "in ", "En: ", "Dans: ", "Dans ", "dans "}) {
    if (!printed.starts_with(word)) continue;
    printed.remove_prefix(word.size());
    break;
  }
  bool more = false;
  return authors(printed, more);
}

}  // namespace evident::extract::field
