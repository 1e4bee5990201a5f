// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/citation_style.hpp"

#include <fmt/format.h>

#include "render/people.hpp"
#include "text/normal.hpp"

namespace evident::render {

namespace {

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
  std::string place = work.volume;
  if (!work.issue.empty()) place += "(" + work.issue + ")";
  if (!work.pages.empty()) place += (place.empty() ? "" : ":") + work.pages;
  return place;
}

/// "2007;370(9603):1915-22" or, without a year, what there is.
std::string place_with_year(const model::WorkRecord& work) {
  const std::string year = work.issued.year == 0 ? "" : std::to_string(work.issued.year);
  const std::string place = volume_and_pages(work);
  if (year.empty() || place.empty()) return year + place;
  return year + ";" + place;
}

}  // namespace

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
  std::string names = without_stop(short_names(work.authors, vancouver ? 6 : 20));
  if (!vancouver && work.issued.year != 0)
    names += fmt::format("{}({})", names.empty() ? "" : " ", work.issued.year);
  add_sentence(out, names);
  add_sentence(out, work.title);
  if (vancouver) {
    add_sentence(out, abbreviated);
    add_sentence(out, work.publisher);
    add_sentence(out, place_with_year(work));
  } else {
    const std::string place = volume_and_pages(work);
    add_sentence(out, full.empty() || place.empty() ? full + place : full + " " + place);
    add_sentence(out, work.publisher);
  }
  if (out.empty()) out = work.url.empty() ? "Untitled work." : work.url;
  return out;
}

}  // namespace evident::render
