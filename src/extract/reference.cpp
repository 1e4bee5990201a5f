// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "extract/extract.hpp"
#include "extract/field/fields.hpp"
#include "extract/field/scan.hpp"
#include "text/normal.hpp"

namespace evident::extract {

namespace {

using field::trimmed;

/// The end of a list of authors in Vancouver style: the first full stop behind which a new sentence begins
/// and before which no initial stands alone ("Smith J, Doe A. Title"). npos where none.
size_t authors_end(std::string_view text) {
  // "et al" ends it also where its full stop was lost.
  if (const size_t al = field::find_word(text, "et al"); al != std::string_view::npos && al + 6 < text.size())
    return al + 5;
  for (size_t at = text.find('.'); at != std::string_view::npos; at = text.find('.', at + 1)) {
    if (at + 2 >= text.size() || text[at + 1] != ' ') continue;
    if (text.substr(0, at).ends_with("et al")) return at;
    size_t word = at;
    while (word > 0 && !field::is_blank(text[word - 1]) && text[word - 1] != ',') --word;
    const std::string_view before = text.substr(word, at - word);
    // "J. A. Smith": the stop of an initial; "Smith J. Title": too, unless a word follows that is no initial
    // or name part.
    size_t next_end = at + 2;
    while (next_end < text.size() && (field::is_letter(text[next_end]) || text[next_end] == '-')) ++next_end;
    const bool initial = before.size() <= 2 && !before.empty() && field::is_upper(before[0]);
    const bool next_is_initial =
        next_end < text.size() && next_end - at - 2 <= 2 && (text[next_end] == '.' || text[next_end] == ',');
    if (next_is_initial) continue;
    if (initial && next_end < text.size() &&
        (text[next_end] == ',' || text[next_end] == ';' || text[next_end] == '.'))
      continue;
    return at;
  }
  return std::string_view::npos;
}

/// The end of a title that ends with a sentence.
size_t sentence_end(std::string_view text, size_t from) {
  for (size_t at = text.find_first_of(".?!", from); at != std::string_view::npos;
       at = text.find_first_of(".?!", at + 1)) {
    if (at + 1 >= text.size()) return at;
    if (!field::is_blank(text[at + 1])) continue;
    if (text[at] == '.' && at >= 2 && field::is_upper(text[at - 1]) && !field::is_letter(text[at - 2]))
      continue;  // an initial
    if (text.substr(0, at).ends_with(" vs") || text.substr(0, at).ends_with(" sp")) continue;
    return text[at] == '.' ? at : at + 1;
  }
  return std::string_view::npos;
}

std::string container_of(std::string_view text) {
  text = trimmed(text, " \t\r\n,;:.([\"'");
  if (text.starts_with("In: ") || text.starts_with("In ")) text.remove_prefix(text[2] == ':' ? 4 : 3);
  for (std::string_view end : {", vol", ", Vol", " vol.", " v."}) {
    if (text.ends_with(end)) text.remove_suffix(end.size());
  }
  return text::squeeze(trimmed(text, " \t\r\n,;:([\"'"));
}

/// Takes container, volume, issue and pages from what follows the title; returns what is left over.
std::string place(const std::string& rest, size_t from, model::ReferenceFields& fields) {
  const size_t at = field::location(rest, from, fields);
  if (at != std::string::npos) {
    fields.container = container_of(std::string_view(rest).substr(from, at - from));
    return "";
  }
  const std::string_view tail =
      trimmed(std::string_view(rest).substr(std::min(from, rest.size())), " \t\r\n,;.");
  const size_t stop = tail.find(". ");
  fields.container = container_of(tail.substr(0, std::min(stop, tail.size())));
  return stop == std::string_view::npos ? "" : text::squeeze(trimmed(tail.substr(stop)));
}

}  // namespace

model::Reference reference(std::string_view printed) {
  model::Reference reference;
  reference.text = text::squeeze(printed);
  auto& fields = reference.fields;
  std::string rest = reference.text;
  field::identifiers(rest, reference.ids, fields.url);
  fields.accessed = field::accessed(rest);

  const auto title = field::quoted_title(rest, 0);
  // The date stands outside the title, whatever years the title speaks of.
  std::string outside = rest;
  if (title) field::blank_out(outside, title->span.start, title->span.end);
  const auto date = field::date(outside);
  if (date) {
    fields.year = date->year;
    fields.date = date->printed;
  }
  const auto without_date = [&](size_t from) {
    std::string text = rest;
    if (date && date->span.start >= from) field::blank_out(text, date->span.start, date->span.end);
    return text;
  };

  size_t authors_to = 0;
  if (title) {
    authors_to = std::min<size_t>(title->span.start - 1,
                                  date && date->span.start < title->span.start ? date->span.start : SIZE_MAX);
    fields.title =
        std::string(trimmed(std::string_view(rest).substr(title->span.start, title->span.size()), " ,;."));
    reference.unparsed = place(without_date(title->end), title->end, fields);
  } else if (date && date->in_brackets && date->span.start > 2 && date->span.end + 3 < rest.size() &&
             authors_end(std::string_view(rest).substr(0, date->span.start)) == std::string_view::npos) {
    // "Author, A. (2001). Title. Container"
    authors_to = date->span.start;
    const size_t start = rest.find_first_not_of(" .,:;", date->span.end);
    const size_t end = start == std::string::npos ? std::string::npos : sentence_end(rest, start);
    if (start != std::string::npos) {
      fields.title =
          std::string(trimmed(std::string_view(rest).substr(start, std::min(end, rest.size()) - start)));
      if (end != std::string::npos) reference.unparsed = place(rest, end, fields);
    }
  } else if (const size_t end = authors_end(rest); end != std::string_view::npos) {
    // "Author A, Author B. Title. Container. 2001;1:2-3."
    authors_to = end;
    size_t start = end + 1;
    if (date && date->in_brackets && date->span.start >= end && date->span.start < end + 4)
      start = date->span.end;
    start = std::min(rest.find_first_not_of(" .,:;", start), rest.size());
    const size_t title_end = sentence_end(rest, start);
    fields.title =
        std::string(trimmed(std::string_view(rest).substr(start, std::min(title_end, rest.size()) - start)));
    if (title_end != std::string_view::npos)
      reference.unparsed = place(without_date(title_end), title_end, fields);
  } else {
    reference.unparsed = text::squeeze(trimmed(rest));
  }
  if (authors_to > 0)
    fields.authors = field::authors(std::string_view(rest).substr(0, authors_to), fields.et_al);
  fields.type = field::type(reference);
  reference.parsed = !fields.title.empty() || (!fields.authors.empty() && fields.year > 0);
  return reference;
}

}  // namespace evident::extract
