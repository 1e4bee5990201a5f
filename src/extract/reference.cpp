// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cmath>
#include <utility>

#include "extract/extract.hpp"
#include "extract/field/fields.hpp"
#include "extract/field/scan.hpp"
#include "extract/parsing/prepare.hpp"
#include "extract/parsing/printed_fields.hpp"
#include "text/normal.hpp"

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

/// To three digits: more are kept in no one's head, and cost room in every record.
double rounded(float confidence) {
  return std::round(1000.0 * static_cast<double>(confidence)) / 1000.0;
}

/// What no field of a reference takes: editors beside authors, places, series, remarks.
std::string left_over(const parsing::PrintedFields& printed, bool edited) {
  std::string out;
  for (const Label label : {Label::number, Label::editor, Label::series, Label::place, Label::note,
                            Label::identifier, Label::url}) {
    const std::string& text = of(printed, label).text;
    if (text.empty() || (edited && label == Label::editor)) continue;
    out += (out.empty() ? "" : " ") + text;
  }
  return out;
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
  fields.pages = field::pages(of(printed, Label::pages).text);
  fields.publisher = of(printed, Label::publisher).text;
  for (const auto& [label, name] : confident_fields) {
    if (!of(printed, label).text.empty())
      fields.confidence[std::string(name)] = rounded(of(printed, label).confidence);
  }
  if (!fields.authors.empty()) fields.confidence["authors"] = rounded(people.confidence);
  reference.unparsed = left_over(printed, edited);
  fields.type = field::type(reference, !edited && !of(printed, Label::editor).text.empty());
  reference.parsed = !fields.title.empty() || (!fields.authors.empty() && fields.year > 0);
  return reference;
}

}  // namespace evident::extract
