// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/citation_style.hpp"

#include <array>

#include <fmt/format.h>

#include "render/people.hpp"
#include "text/normal.hpp"

namespace evident::render {

namespace {

constexpr size_t most_editors = 6;

std::string without_stop(std::string text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ' ')) text.pop_back();
  return text;
}

void add_sentence(std::string& out, const std::string& text) {
  const std::string bare = without_stop(text);
  if (bare.empty()) return;
  if (!out.empty()) out += ' ';
  out += bare;
  if (bare.back() != '?' && bare.back() != '!') out += '.';
}

std::string volume_and_pages(const model::WorkRecord& work) {
  // Of a book the bare numbers would say nothing.
  const bool in_book = work.volume.empty() && work.issue.empty() && work.type != model::WorkType::article;
  if (in_book) return work.pages.empty() ? "" : "p. " + work.pages;
  std::string place = work.volume;
  if (!work.issue.empty()) place += "(" + work.issue + ")";
  if (!work.pages.empty()) place += (place.empty() ? "" : ":") + work.pages;
  return place;
}

/// The year; the day too of what is not found by volume and page.
std::string when(const model::WorkRecord& work) {
  if (work.issued.year == 0) return "";
  const bool by_day = work.type != model::WorkType::article && work.volume.empty();
  return by_day ? date_words(work.issued) : std::to_string(work.issued.year);
}

/// "2007;370(9603):1915-22" or, without a year, what there is.
std::string place_with_year(const model::WorkRecord& work) {
  const std::string year = when(work);
  const std::string place = volume_and_pages(work);
  if (year.empty() || place.empty()) return year + place;
  return year + (place.starts_with("p. ") ? ". " : ";") + place;
}

/// "Oxford: Fern Press"
std::string publisher(const model::WorkRecord& work) {
  return work.place.empty() || work.publisher.empty() ? work.place + work.publisher
                                                      : work.place + ": " + work.publisher;
}

bool is_part(const model::WorkRecord& work) {
  return work.type == model::WorkType::chapter || work.type == model::WorkType::conference;
}

/// "In: Moss A, Fern B, editors": what goes before the title of the book around a chapter; of another edited
/// work the names alone.
std::string editors(const model::WorkRecord& work, bool vancouver) {
  // A book by its editors has them in the place of authors already.
  const std::string names = work.editors == work.authors ? "" : short_names(work.editors, most_editors);
  const bool inside = is_part(work) && !container(work).empty();
  if (names.empty()) return inside && vancouver ? "In: " : "";
  const bool one = work.editors.size() == 1;
  const std::string role = vancouver ? (one ? ", editor" : ", editors") : (one ? " (ed.)" : " (eds)");
  return (inside ? "In: " : "") + names + role + (inside ? vancouver ? ". " : ", " : "");
}

}  // namespace

bool needs_address(const model::WorkRecord& work) {
  return !work.url.empty() && work.ids.pmid.empty() && work.ids.doi.empty() && work.ids.pmcid.empty();
}

std::string date_words(const model::Date& date) {
  constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  if (!date.printed.empty() || date.year == 0) return date.printed;
  std::string words = std::to_string(date.year);
  if (date.month < 1 || date.month > 12) return words;
  words += fmt::format(" {}", months[static_cast<size_t>(date.month - 1)]);
  if (date.day > 0) words += fmt::format(" {}", date.day);
  return words;
}

std::string iso_date(const model::Date& date, char separator) {
  if (date.year == 0) return "";
  std::string out = fmt::format("{:04}", date.year);
  if (date.month > 0) out += fmt::format("{}{:02}", separator, date.month);
  if (date.month > 0 && date.day > 0) out += fmt::format("{}{:02}", separator, date.day);
  return out;
}

std::string container_as_printed(const model::WorkRecord& work) {
  std::string title = container(work);
  if (work.format.rfind("pubmed", 0) != 0 || work.type != model::WorkType::article) return title;
  const size_t bracket = title.rfind(" (");
  if (bracket != std::string::npos && bracket > 0 && title.back() == ')') title.erase(bracket);
  // Titles in other languages have their own rules of capitals.
  if (work.language != "eng" && !work.language.empty()) return title;
  bool first = true;
  for (size_t start = 0; start < title.size();) {
    const size_t end = std::min(title.find(' ', start), title.size());
    const std::string word = title.substr(start, end - start);
    const bool lower = !word.empty() && word[0] >= 'a' && word[0] <= 'z';
    if (lower && (first || !text::is_stop_word(word))) title[start] = static_cast<char>(word[0] - 'a' + 'A');
    first = false;
    start = end + 1;
  }
  return title;
}

std::string citation(const model::WorkRecord& work, Style style) {
  const std::string abbreviated = work.container_abbrev.empty() ? work.container : work.container_abbrev;
  const std::string full = container_as_printed(work);
  const bool vancouver = style == Style::vancouver;
  std::string out;
  std::string names = without_stop(short_names(work.authors, vancouver ? 6 : 20, work.more_authors));
  if (!vancouver && work.issued.year != 0)
    names += fmt::format("{}({})", names.empty() ? "" : " ", when(work));
  add_sentence(out, names);
  add_sentence(out, work.title);
  const std::string around = editors(work, vancouver);
  const bool opens = around.ends_with(' ');  // goes before the title of a book
  if (!opens) add_sentence(out, around);
  if (vancouver) {
    add_sentence(out, (opens ? around : "") + abbreviated);
    add_sentence(out, publisher(work));
    add_sentence(out, place_with_year(work));
  } else {
    const std::string place = volume_and_pages(work);
    const std::string whole = (opens ? around : "") + full;
    add_sentence(out, whole.empty() || place.empty() ? whole + place : whole + " " + place);
    add_sentence(out, publisher(work));
  }
  if (work.pages.empty() && !work.page_count.empty()) add_sentence(out, work.page_count + " p");
  if (out.empty()) out = work.url.empty() ? "Untitled work." : work.url;
  return out;
}

}  // namespace evident::render
