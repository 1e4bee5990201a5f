// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "extract/extract.hpp"
#include "extract/field/fields.hpp"
#include "extract/field/scan.hpp"
#include "extract/parsing/prepare.hpp"
#include "extract/parsing/printed_fields.hpp"
#include "text/normal.hpp"
#include "text/organisation.hpp"

namespace evident::extract {

namespace {

using parsing::Label;

constexpr std::array<std::pair<Label, std::string_view>, 7> confident_fields{
    {{Label::title, "title"},
     {Label::container, "container"},
     {Label::date, "year"},
     {Label::volume, "volume"},
     {Label::issue, "issue"},
     {Label::pages, "pages"},
     {Label::publisher, "publisher"}}};

constexpr std::array<std::string_view, 6> publisher_words{"press",      "verlag", "publishers",
                                                          "publishing", "books",  "springer"};

/// To three digits: more are kept in no one's head, and cost room in every record.
double rounded(float confidence) {
  return std::round(1000.0 * static_cast<double>(confidence)) / 1000.0;
}

/// What no field of a reference takes: series, remarks.
std::string left_over(const parsing::PrintedFields& printed) {
  std::string out;
  for (const Label label : {Label::number, Label::series, Label::note, Label::identifier, Label::url}) {
    const std::string& text = of(printed, label).text;
    if (text.empty()) continue;
    out += (out.empty() ? "" : " ") + text;
  }
  return out;
}

/// "Geneva: World Health Organization" as one: the place goes before the colon, where that is no publisher.
void part_place(model::ReferenceFields& fields) {
  const size_t colon = fields.publisher.find(": ");
  if (!fields.place.empty() || colon == std::string::npos) return;
  const std::string before = fields.publisher.substr(0, colon);
  constexpr std::ptrdiff_t most_blanks = 3;  // "New York, NY"
  const bool is_publisher = text::names_organisation(before) ||
                            std::any_of(publisher_words.begin(), publisher_words.end(), [&](auto word) {
                              return field::find_word(before, word) != std::string::npos;
                            });
  if (is_publisher || std::count(before.begin(), before.end(), ' ') > most_blanks) return;
  fields.place = field::publisher(before);
  fields.publisher = field::publisher(fields.publisher.substr(colon + 1));
}

/// The length of a book: its unit may be read as a remark behind the number ("312 p.").
std::string page_count(std::string_view text, const std::string& pages) {
  const size_t at = pages.empty() ? std::string_view::npos : text.rfind(pages);
  if (at == std::string_view::npos) return field::page_count(pages);
  const size_t behind = at + pages.size();
  const size_t unit = text.find_first_not_of(" ", behind);
  if (unit == std::string_view::npos || !field::is_letter(text[unit])) return field::page_count(pages);
  const size_t end = std::min(text.find_first_of(" .,;)", unit), text.size());
  return field::page_count(pages + " " + std::string(text.substr(unit, end - unit)));
}

}  // namespace

model::Reference reference(std::string_view text) {
  return reference(text, parsing::shipped_model());
}

model::Reference reference(std::string_view text, const parsing::Model& model) {
  model::Reference reference;
  reference.text = text::squeeze(text);
  const parsing::Prepared prepared = parsing::prepare(reference.text);
  reference.ids = prepared.ids;
  auto& fields = reference.fields;
  fields.url = prepared.url;
  fields.accessed = prepared.accessed;

  const auto printed = parsing::printed_fields(prepared.text, model);
  const bool edited = of(printed, Label::author).text.empty();
  const auto& people = of(printed, edited ? Label::editor : Label::author);
  fields.authors = field::authors(people.text, fields.et_al);
  fields.title = field::title(of(printed, Label::title).text);
  fields.container = field::container(of(printed, Label::container).text);
  const auto date = field::date(of(printed, Label::date).text);
  fields.year = date.year;
  fields.date = date.printed;
  fields.volume = field::number(of(printed, Label::volume).text);
  fields.issue = field::number(of(printed, Label::issue).text);
  fields.page_count = page_count(prepared.text, of(printed, Label::pages).text);
  if (fields.page_count.empty()) fields.pages = field::pages(of(printed, Label::pages).text);
  fields.publisher = field::publisher(of(printed, Label::publisher).text);
  fields.place = field::publisher(of(printed, Label::place).text);
  part_place(fields);
  if (!edited) fields.editors = field::editors(of(printed, Label::editor).text);
  for (const auto& [label, name] : confident_fields) {
    if (!of(printed, label).text.empty())
      fields.confidence[std::string(name)] = rounded(of(printed, label).confidence);
  }
  if (!fields.authors.empty()) fields.confidence["authors"] = rounded(people.confidence);
  reference.unparsed = left_over(printed);
  if (!prepared.remarks.empty())
    reference.unparsed += (reference.unparsed.empty() ? "" : " ") + prepared.remarks;
  fields.type = field::type(reference, !edited && !of(printed, Label::editor).text.empty());
  reference.parsed = !fields.title.empty() || (!fields.authors.empty() && fields.year > 0);
  return reference;
}

}  // namespace evident::extract
