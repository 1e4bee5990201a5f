// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/short_reference.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "extract/author_year.hpp"
#include "extract/field/fields.hpp"
#include "extract/field/scan.hpp"

namespace evident::extract {

namespace {

constexpr size_t longest = 80;  // bytes

struct ShortForm {
  std::string names;  ///< "Moss & Fern"
  std::string year;   ///< "1998a"
};

/// "p. 25", "pp. 3-5", "S. 12", or nothing.
bool is_page(std::string_view text) {
  text = field::trimmed(text, " .,;:()");
  if (text.empty()) return true;
  const size_t word = text.find_first_of(" .0123456789");
  if (word == std::string_view::npos) return false;
  constexpr std::array<std::string_view, 7> words{"p", "pp", "page", "pages", "S", "Seite", "pag"};
  if (std::find(words.begin(), words.end(), text.substr(0, word)) == words.end()) return false;
  return std::none_of(text.begin() + static_cast<std::ptrdiff_t>(word), text.end(), field::is_letter) ||
         text.find_first_of("\xE2") != std::string_view::npos;
}

/// Family names with what joins them: "Moss", "Moss & Fern", "van der Moss et al."; no titles and no given
/// names written out.
bool are_names(std::string_view text) {
  bool expects_name = true;
  size_t names = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t start = text.find_first_not_of(' ', at);
    if (start == std::string_view::npos) break;
    const size_t end = std::min(text.find(' ', start), text.size());
    const std::string_view word = text.substr(start, end - start);
    at = end;
    constexpr std::array<std::string_view, 8> joining{"and", "&", "et", "und", "y", "al", "al.", "al.,"};
    constexpr std::array<std::string_view, 10> particles{"van", "von", "de", "der", "den",
                                                         "du",  "la",  "le", "di",  "ten"};
    if (std::find(joining.begin(), joining.end(), word) != joining.end()) {
      expects_name = true;
    } else if (std::find(particles.begin(), particles.end(), word) != particles.end()) {
      continue;
    } else {
      const bool capital = field::is_upper(word.front()) || (word.front() & 0x80) != 0;
      if (!capital || !expects_name || word.find_first_of("0123456789:.\"()[]") != std::string_view::npos)
        return false;
      ++names;
      expects_name = word.ends_with(',');
    }
  }
  return names > 0 && names <= 4;
}

std::optional<ShortForm> short_form(std::string_view text) {
  if (text.size() > longest) return std::nullopt;
  const size_t year = field::find_year(text);
  if (year == std::string_view::npos) return std::nullopt;
  size_t end = year + 4;
  if (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
  if (end < text.size() && std::string_view(" .,;:)").find(text[end]) == std::string_view::npos)
    return std::nullopt;
  const std::string_view names = field::trimmed(text.substr(0, year), " ,(");
  if (!are_names(names) || !is_page(text.substr(end))) return std::nullopt;
  return ShortForm{std::string(names), std::string(text.substr(year, end - year))};
}

}  // namespace

void read_short_references(std::vector<model::Reference>& references) {
  std::vector<model::Reference> whole;
  std::vector<size_t> places;  // of the short ones
  for (size_t i = 0; i < references.size(); ++i) {
    // What mark-up names is no guess.
    const bool marked = references[i].parsed && references[i].fields.confidence.empty();
    if (!marked && references[i].ids.empty() && references[i].fields.url.empty() &&
        short_form(references[i].text)) {
      places.push_back(i);
    } else {
      whole.push_back(references[i]);
    }
  }
  if (places.empty()) return;
  const AuthorYearReader reader(whole);
  for (const size_t place : places) {
    model::Reference& reference = references[place];
    const ShortForm form = *short_form(reference.text);
    const auto meant = reader.read("(" + form.names + " " + form.year + ")");
    const auto index_of = [](const model::Reference& other) { return other.index; };
    if (meant.size() == 1 && meant.front().references.size() == 1 && meant.front().dangling.empty()) {
      const auto found = std::ranges::find(whole, meant.front().references.front(), index_of);
      if (found != whole.end()) {
        reference.fields = found->fields;
        reference.ids = found->ids;
        reference.parsed = found->parsed;
        continue;
      }
    }
    bool et_al = false;
    model::ReferenceFields known;
    known.authors = field::authors(form.names, et_al);
    known.et_al = et_al;
    known.year = field::year_at(form.year, 0);
    known.date = form.year;
    reference.fields = std::move(known);
    reference.unparsed.clear();
  }
}

}  // namespace evident::extract
