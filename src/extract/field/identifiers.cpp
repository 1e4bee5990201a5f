// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "extract/field/fields.hpp"
#include "extract/field/scan.hpp"
#include "model/stated_identifiers.hpp"
#include "text/year.hpp"

namespace evident::extract::field {

namespace {

size_t word_end(const std::string& text, size_t at) {
  while (at < text.size() && !is_blank(text[at]) && text[at] != '"' && text[at] != '<' && text[at] != '>')
    ++at;
  return at;
}

/// The end of a DOI that starts at `at`. Old ones of Wiley hold a SICI (ANSI/NISO Z39.56) with angle
/// brackets: "10.1002/(SICI)1097-0142(19990101)85:1<1::AID-CNCR1>3.0.CO;2-9"; its check character ends it.
size_t doi_end(const std::string& text, size_t at) {
  // What was printed behind without a blank: "….2007.x.Epub 2007", "…/317437https://…".
  const size_t end = std::min({word_end(text, at), text.find(".Epub", at), text.find("http", at)});
  if (end == text.size() || text[end] != '<' ||
      find_word(text.substr(at, end - at), "sici") == std::string::npos)
    return end;
  size_t blank = end;
  while (blank < text.size() && !is_blank(text[blank]) && text[blank] != '"') ++blank;
  const size_t check = text.substr(0, blank).find(";2-", end);
  return check == std::string::npos || check + 4 > blank ? end : check + 4;
}

/// A word behind "PMID" that may be its number, both of them as bytes of the text.
struct Numbered {
  size_t start = 0;
  size_t number = 0;
  size_t end = 0;
};

Numbered number_behind(std::string_view text, size_t start, size_t label) {
  Numbered out{start, start + label, 0};
  while (out.number < text.size() &&
         (is_blank(text[out.number]) || text[out.number] == ':' || text[out.number] == '.'))
    ++out.number;
  out.end = out.number;
  while (out.end < text.size() && (is_digit(text[out.end]) || is_letter(text[out.end]))) ++out.end;
  return out;
}

/// True where a number stands by itself behind the name of a catalogue: no year, volume or page.
bool stands_alone(std::string_view text, const Numbered& found) {
  constexpr size_t fewest = 5, most = 8;
  const size_t digits = found.end - found.number;
  const std::string_view behind = text.substr(found.end);
  return digits >= fewest && digits <= most &&
         (behind.empty() || is_blank(behind.front()) ||
          std::string_view(".;,])").find(behind.front()) != std::string_view::npos);
}

/// The number behind "PMID", "PubMed:" or "PubMed"; also takes "PMID: PMC207867", which is none.
void take_pmid(std::string& rest, model::Identifiers& ids) {
  for (std::string_view label : {"pmid", "pubmed:", "pubmed id", "pubmed", "medline"}) {
    const bool sure = label == "pmid" || label == "pubmed:";
    for (size_t at = find_word(rest, label); at != std::string::npos;
         at = find_word(rest, label, at + label.size())) {
      Numbered found = number_behind(rest, at, label.size());
      if (!sure && !stands_alone(rest, found)) continue;
      const std::string value = rest.substr(found.number, found.end - found.number);
      const auto pmid = model::normal_pmid(value);
      const auto pmcid = model::normal_pmcid(value);
      if (pmid && ids.pmid.empty()) ids.pmid = *pmid;
      if (pmcid && ids.pmcid.empty()) ids.pmcid = *pmcid;
      if (at > 0 && rest[at - 1] == '[' && found.end < rest.size() && rest[found.end] == ']')
        --found.start, ++found.end;
      if (pmid || pmcid) blank_out(rest, found.start, found.end);
    }
  }
}

void take_pmcid(std::string& rest, model::Identifiers& ids) {
  for (size_t at = rest.find("PMC"); at != std::string::npos; at = rest.find("PMC", at + 3)) {
    size_t end = at + 3;
    while (end < rest.size() &&
           (is_digit(rest[end]) || rest.compare(end, 3, "PMC") == 0 || rest[end] == 'M' || rest[end] == 'C' ||
            rest[end] == 'P' || rest[end] == ' ') &&
           end - at < 20) {
      ++end;
    }
    const auto pmcid = model::normal_pmcid(trimmed(std::string_view(rest).substr(at, end - at)));
    if (!pmcid) continue;
    if (ids.pmcid.empty()) ids.pmcid = *pmcid;
    blank_out(rest, at, end);
  }
}

/// A DOI that a blank cuts, behind a sign that does not end one: "10.1371/journal.pone. 0016974".
struct CutDoi {
  std::string_view head, tail;  ///< the tail without what closes the sentence
  bool cut = false;
  bool whole = false;  ///< the tail goes on with the head, beyond doubt
};

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_digit);
}

/// "0016974", "01.002": a number with a nought before it is no year, volume or PMID; "01.05.2010" is a date.
bool is_padded_number(std::string_view word) {
  const std::string_view last = word.substr(word.rfind('.') + 1);
  return word.size() >= 3 && word.front() == '0' && !text::is_year(last) &&
         word.find_first_not_of("0123456789.") == std::string_view::npos;
}

/// The rest of "10.1016/j.name.2010.11.012" behind its year.
bool is_month_and_number(std::string_view head, std::string_view word) {
  constexpr size_t year = 5;  // with its stop
  return head.size() > year && text::is_year(head.substr(head.size() - year, year - 1)) && word.size() == 6 &&
         word[2] == '.' && word.find_first_not_of("0123456789.") == std::string_view::npos;
}

/// "635.356640" behind "10.1145/356": no date, page or volume has such a stop.
bool is_rest_of_number(std::string_view word) {
  constexpr size_t shortest = 6;
  return word.size() >= shortest && std::count(word.begin(), word.end(), '.') == 1 &&
         is_digit(word.front()) && is_digit(word.back()) &&
         word.find_first_not_of("0123456789.") == std::string_view::npos;
}

CutDoi cut_at(std::string_view text, size_t at) {
  constexpr size_t shortest_prefix = 7;  // "10.1000"
  const size_t end = std::min(text.find_first_of(" \t\r\n\"<>", at), text.size());
  CutDoi out{text.substr(at, end - at), {}};
  const size_t slash = out.head.find('/');
  if (slash == std::string_view::npos || slash < shortest_prefix || end + 1 >= text.size() ||
      !is_blank(text[end]))
    return out;
  const char sign = out.head.back();
  out.tail = text.substr(end + 1, text.find_first_of(" \t\r\n", end + 1) - end - 1);
  out.tail = out.tail.substr(0, out.tail.find_last_not_of(".,;") + 1);
  if (out.tail.empty()) return out;
  const char first = out.tail.front();
  if (sign == '/' && slash + 1 == out.head.size()) {
    out.cut = true;
    out.whole = is_digit(first) || is_letter(first) || first == '(';
  } else if (sign == '/' || sign == '-') {
    // An address may end in a stroke; no DOI ends in a hyphen.
    out.whole = is_digit(first) && !text::is_year(out.tail);
    out.cut = out.whole || (sign == '-' && is_digit(first));
  } else if (sign == '.' && is_digit(first)) {
    const bool bare = !has_digit(out.head.substr(slash));
    out.whole = is_padded_number(out.tail) || is_month_and_number(out.head, out.tail) ||
                (bare && !text::is_year(out.tail) && out.tail.find_first_of(":;(") == std::string_view::npos);
    out.cut = out.whole || bare;
  } else if (is_digit(sign) && is_rest_of_number(out.tail)) {
    out.cut = true;
  }
  return out;
}

/// "10.1177/ 2047487319894685": an entry's line broke within its DOI.
void join_broken_doi(std::string& rest, size_t at) {
  constexpr int most_breaks = 3;
  for (int breaks = 0; breaks < most_breaks; ++breaks) {
    const CutDoi found = cut_at(rest, at);
    if (!found.whole) return;
    rest.erase(at + found.head.size(), 1);
  }
}

/// How many bytes of a printed DOI it is made of; it may be printed with escapes ("%2F").
size_t printed_length(std::string_view printed, const std::string& doi) {
  size_t length = printed.size();
  while (length > 0 && model::normal_doi(printed.substr(0, length - 1)) == doi) --length;
  return length;
}

void take_doi(std::string& rest, model::Identifiers& ids) {
  for (size_t at = rest.find("10."); at != std::string::npos; at = rest.find("10.", at + 3)) {
    if (at > 0 && (is_digit(rest[at - 1]) || is_letter(rest[at - 1]))) continue;
    join_broken_doi(rest, at);
    size_t end = doi_end(rest, at);
    while (end > at && rest[end - 1] == '[') --end;  // of what follows: "[arXiv:...]"
    const std::string_view printed = std::string_view(rest).substr(at, end - at);
    const auto doi = model::normal_doi(printed);
    if (!doi) continue;
    if (ids.doi.empty() && !cut_at(rest, at).cut) ids.doi = *doi;
    // "doi:" or a resolver's address before it goes with it.
    size_t start = at;
    while (start > 0 && !is_blank(rest[start - 1])) --start;
    size_t word = start;
    while (word > 0 && is_blank(rest[word - 1])) --word;
    if (word >= 4 && (rest.compare(word - 4, 4, "doi:") == 0 || rest.compare(word - 4, 4, "DOI:") == 0))
      start = word - 4;
    blank_out(rest, start, at + printed_length(printed, *doi));
  }
}

/// Words that announce an address, in lower case. Those of English are left to the tagger, which knows them.
constexpr auto address_words = std::to_array<std::string_view>(
    {"disponível em", "disponivel em", "disponible en", "recuperado de", "disponible sur",
     "disponible à l'adresse", "disponibile su", "disponibile all'indirizzo", "verfügbar unter",
     "online verfügbar unter", "abrufbar unter", "beschikbaar via", "beschikbaar op"});

/// Where the words before an address begin that announce it, with the bracket around it ("Disponível em:
/// <http"); the address itself where there are none.
size_t announced_from(std::string_view text, size_t address) {
  size_t end = address;
  if (end > 0 && text[end - 1] == '<') --end;
  const size_t start = end;
  while (end > 0 && (is_blank(text[end - 1]) || text[end - 1] == ':')) --end;
  for (const std::string_view words : address_words) {
    if (words.size() <= end &&
        find_word(text.substr(0, end), words, end - words.size()) == end - words.size())
      return end - words.size();
  }
  return start;
}

/// The first address, and the identifiers that any of them holds.
void take_url(std::string& rest, model::Identifiers& ids, std::string& url) {
  for (std::string_view scheme : {"https://", "http://", "www."}) {
    for (size_t at = rest.find(scheme); at != std::string::npos; at = rest.find(scheme, at + 4)) {
      const size_t end = word_end(rest, at);
      model::take_from_link(ids, std::string_view(rest).substr(at, end - at));
      if (url.empty()) url = trimmed(std::string_view(rest).substr(at, end - at), ".,;)>");
      const size_t closed =
          end < rest.size() && rest[end] == '>' && at > 0 && rest[at - 1] == '<' ? end + 1 : end;
      blank_out(rest, announced_from(rest, at), closed);
    }
  }
}

}  // namespace

void identifiers(std::string& rest, model::Identifiers& ids, std::string& url) {
  take_pmid(rest, ids);
  take_doi(rest, ids);
  take_url(rest, ids, url);
  take_pmcid(rest, ids);
}

std::string bad_pmid(std::string_view printed) {
  constexpr std::string_view label = "pmid";
  for (size_t at = find_word(printed, label); at != std::string::npos;
       at = find_word(printed, label, at + label.size())) {
    const Numbered found = number_behind(printed, at, label.size());
    const std::string_view number = printed.substr(found.number, found.end - found.number);
    const bool digits = !number.empty() && std::all_of(number.begin(), number.end(), is_digit);
    if (digits && !model::normal_pmid(number)) return std::string(number);
  }
  return "";
}

std::string cut_doi(std::string_view printed) {
  for (size_t at = printed.find("10."); at != std::string::npos; at = printed.find("10.", at + 3)) {
    if (at > 0 && (is_digit(printed[at - 1]) || is_letter(printed[at - 1]))) continue;
    const CutDoi found = cut_at(printed, at);
    if (found.cut && !found.whole) return std::string(found.head);
  }
  return "";
}

}  // namespace evident::extract::field
