// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/wikitext/note_templates.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "read/wikitext/inline.hpp"
#include "text/normal.hpp"

namespace evident::read::wikitext {

namespace {

constexpr size_t longest_short = 120;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_upper_or_foreign(char c) {
  return (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

/// "2001", "2001a", "c. 1850", "n.d."
bool is_year(std::string_view words) {
  if (words == "n.d." || words == "nd" || words == "forthcoming") return true;
  size_t digits = 0;
  for (const char c : words) digits = is_digit(c) ? digits + 1 : digits;
  return digits >= 3 && digits <= 8 && words.size() <= 12 && !words.empty() &&
         (is_digit(words[0]) || words[0] == 'c');
}

std::string pages_of(const Page& page, const Template& use) {
  const auto put = [&](std::initializer_list<std::string_view> names, std::string_view before) {
    const Argument* found = use.find(names);
    return found == nullptr ? "" : std::string(before) + plain(page, found->value);
  };
  for (const std::string& found :
       {put({"p", "page"}, ", p. "), put({"pp", "pages"}, ", pp. "), put({"loc", "at"}, ", ")}) {
    if (!found.empty()) return found;
  }
  return "";
}

/// "1a1", "2y": the work's number, what is told of it and, of an author, which.
struct SeveralName {
  size_t work = 0;
  char what = ' ';
};
SeveralName several_name(std::string_view name) {
  SeveralName out;
  size_t at = 0;
  while (at < name.size() && at < 3 && is_digit(name[at]))
    out.work = out.work * 10 + static_cast<size_t>(name[at++] - '0');
  if (out.work == 0 || at >= name.size()) return {};
  out.what = name[at];
  if (name.substr(at) == "pp") return out;
  const std::string_view rest = name.substr(at + 1);
  return std::all_of(rest.begin(), rest.end(), is_digit) ? out : SeveralName{};
}

std::vector<ShortCitation> several(const Page& page, const Template& use) {
  std::map<size_t, ShortCitation> works;
  size_t place = 0;
  for (const Argument& argument : use.arguments) {
    if (argument.value.empty()) continue;
    std::string words = plain(page, argument.value);
    if (!argument.named) {
      // "{{sfnm|Smith|2001|Doe|2003}}"
      if (is_year(words)) {
        works[place].year = std::move(words);
        ++place;
      } else {
        works[place].names.push_back(std::move(words));
      }
      continue;
    }
    const SeveralName name = several_name(argument.name);
    if (name.work == 0) continue;
    ShortCitation& work = works[name.work - 1];
    if (name.what == 'a')
      work.names.push_back(std::move(words));
    else if (name.what == 'y')
      work.year = std::move(words);
    else if (name.what == 'p')
      work.pages = ", p. " + words;
  }
  std::vector<ShortCitation> out;
  for (auto& [number, work] : works) {
    if (!work.names.empty()) out.push_back(std::move(work));
  }
  return out;
}

/// "Smith & Doe 2001, p. 3"
std::optional<ShortCitation> one_of(std::string_view words) {
  size_t year = 0;
  while (year + 4 <= words.size() && !(is_digit(words[year]) && is_digit(words[year + 1]) &&
                                       is_digit(words[year + 2]) && is_digit(words[year + 3])))
    ++year;
  if (year + 4 > words.size() || year < 3 || (words[year] != '1' && words[year] != '2')) return std::nullopt;
  size_t end = year + 4;
  if (end < words.size() && words[end] >= 'a' && words[end] <= 'z') ++end;
  ShortCitation out;
  out.year = words.substr(year, end - year);
  std::string_view rest = words.substr(end);
  while (!rest.empty() &&
         (rest[0] == ')' || rest[0] == ',' || rest[0] == ':' || rest[0] == '.' || rest[0] == ' '))
    rest.remove_prefix(1);
  const bool pages = rest.empty() || is_digit(rest[0]) || rest.starts_with("p.") || rest.starts_with("pp") ||
                     rest.starts_with("p ") || rest.starts_with("ch") || rest.starts_with("\xC2\xA7") ||
                     rest.starts_with("S. ");
  if (!pages) return std::nullopt;
  out.pages = rest.empty() ? "" : ", " + std::string(rest);
  std::string name;
  std::string before = text::squeeze(words.substr(0, year));
  for (std::string_view lead : {"See also ", "See ", "see ", "Cf. ", "cf. "}) {
    if (before.starts_with(lead)) before.erase(0, lead.size());
  }
  before += ',';
  for (size_t at = 0; at < before.size(); ++at) {
    const bool joint =
        before[at] == ',' || before[at] == '&' || before[at] == '(' || before.compare(at, 5, " and ") == 0;
    if (!joint) {
      name += before[at];
      continue;
    }
    if (before[at] == ' ') at += 3;
    name = text::squeeze(name);
    if (name.ends_with(" et al.") || name.ends_with(" et al")) name.resize(name.rfind(" et al"));
    if (name.empty()) continue;
    // More than a family name, or a word that is no name: the words are something else.
    if (!is_upper_or_foreign(name[0]) && name.find(' ') == std::string::npos) return std::nullopt;
    if (std::count(name.begin(), name.end(), ' ') > 2 ||
        name.find_first_of("\".'0123456789") != std::string::npos)
      return std::nullopt;
    out.names.push_back(std::move(name));
    name.clear();
  }
  if (out.names.empty() || out.names.size() > 4) return std::nullopt;
  return out;
}

}  // namespace

NoteTemplate note_template(std::string_view name) {
  if (name.starts_with("efn") || name == "notetag" || name == "adn") return NoteTemplate::note;
  if (name == "refn" || name == "#tag") return NoteTemplate::footnote;
  if (name == "r" || name == "ref name" || name == "refname") return NoteTemplate::reuse;
  if (name == "sfnm" || name == "sfnmp") return NoteTemplate::short_notes;
  if (name == "sfn" || name == "sfnp" || name == "sfnb" || name == "shortened footnote" ||
      name == "sfnref note")
    return NoteTemplate::short_note;
  if (name == "harv" || name == "harvcol" || name == "harvard citation" || name == "harvs" ||
      name == "harvtxtp")
    return NoteTemplate::brackets;
  if (name == "harvnb" || name == "harvnp" || name == "harvp" || name == "harvcolnb" || name == "harvardnb" ||
      name == "harvard citation no brackets" || name == "harvsp" || name == "harvid text")
    return NoteTemplate::bare;
  if (name == "harvtxt" || name == "harvcoltxt" || name == "harvard citation text")
    return NoteTemplate::sentence;
  for (std::string_view part :
       {"reflist", "references", "notelist", "listaref", "refs", "notefoot", "reference list",
        "r\xC3\xA9\x66\xC3\xA9rences", "note list", "przypisy",
        "\xD0\xBF\xD1\x80\xD0\xB8\xD0\xBC\xD0\xB5\xD1\x87\xD0\xB0\xD0\xBD\xD0\xB8\xD1\x8F"}) {
    if (name.find(part) != std::string_view::npos) return NoteTemplate::list;
  }
  return NoteTemplate::none;
}

std::string_view group_of_note(std::string_view name) {
  if (name == "efn-ua") return "upper-alpha";
  if (name == "efn-lr") return "lower-roman";
  if (name == "efn-ur") return "upper-roman";
  if (name == "efn-lg") return "lower-greek";
  if (name == "notetag") return "note";
  return "lower-alpha";
}

std::string ShortCitation::printed(NoteTemplate form) const {
  std::string out;
  if (names.size() > 3) {
    out = names.front() + " et al.";
  } else {
    for (size_t at = 0; at < names.size(); ++at) {
      if (at > 0) out += at + 1 == names.size() ? " & " : ", ";
      out += names[at];
    }
  }
  if (form == NoteTemplate::sentence) return out + " (" + year + pages + ")";
  if (!year.empty()) out += " " + year;
  out += pages;
  return form == NoteTemplate::brackets ? "(" + out + ")" : out;
}

std::vector<ShortCitation> short_citations(const Page& page, const Template& use) {
  if (note_template(use.name) == NoteTemplate::short_notes) return several(page, use);
  ShortCitation out;
  for (const Argument& argument : use.arguments) {
    if (argument.value.empty()) continue;
    const bool number = argument.name.find_first_not_of("0123456789") == std::string::npos;
    std::string words;
    if (number || argument.name.starts_with("last")) words = plain(page, argument.value);
    if (argument.name == "year") words = plain(page, argument.value);
    if (words.empty()) continue;
    if (argument.name == "year" || (number && !out.names.empty() && is_year(words))) {
      out.year = std::move(words);
    } else {
      out.names.push_back(std::move(words));
    }
  }
  out.pages = pages_of(page, use);
  if (out.names.empty()) return {};
  return {out};
}

std::vector<ShortCitation> short_citations(std::string_view words) {
  std::vector<ShortCitation> out;
  if (words.size() > longest_short) return out;
  while (true) {
    const size_t end = words.find(';');
    auto found = one_of(words.substr(0, end));
    if (!found) return {};
    out.push_back(std::move(*found));
    if (end == std::string_view::npos) return out;
    words.remove_prefix(end + 1);
  }
}

}  // namespace evident::read::wikitext
