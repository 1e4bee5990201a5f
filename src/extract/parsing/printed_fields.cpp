// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/parsing/printed_fields.hpp"

#include <algorithm>

#include "extract/field/scan.hpp"
#include "extract/parsing/features.hpp"
#include "text/normal.hpp"

namespace evident::extract::parsing {

namespace {

bool is_number(Label label) {
  return label == Label::date || label == Label::volume || label == Label::issue || label == Label::pages;
}

/// Where no date was found, the last year that was taken for a number or a remark is the date.
void find_date(const std::vector<Token>& tokens, std::vector<Label>& labels) {
  size_t last = tokens.size();
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::digits || field::find_year(tokens[i].lower) != 0) continue;
    if (labels[i] == Label::date) return;
    if (labels[i] == Label::volume || labels[i] == Label::note || labels[i] == Label::issue ||
        labels[i] == Label::publisher || labels[i] == Label::place)
      last = i;
  }
  if (last < tokens.size()) labels[last] = Label::date;
}

}  // namespace

PrintedFields printed_fields(std::string_view text, const std::vector<Token>& tokens,
                             const Tagging& tagging) {
  PrintedFields fields;
  for (size_t i = 0; i < tokens.size();) {
    size_t end = i;
    bool words = false;
    float least = 1;
    for (; end < tokens.size() && tagging.labels[end] == tagging.labels[i]; ++end) {
      if (tokens[end].kind == TokenKind::mark) continue;
      words = true;
      if (!tagging.confidence.empty()) least = std::min(least, tagging.confidence[end]);
    }
    Label label = tagging.labels[i];
    // People named behind the title of a work that has authors are those of the book around it.
    if (label == Label::author && !of(fields, Label::author).text.empty() &&
        !of(fields, Label::title).text.empty())
      label = Label::editor;
    PrintedField& field = fields[static_cast<size_t>(label)];
    const std::string_view run =
        text.substr(tokens[i].span.start, tokens[end - 1].span.end - tokens[i].span.start);
    if (words && (field.text.empty() || (is_number(label) && least > field.confidence))) {
      field = {std::string(run), least};
    } else if (words && !is_number(label)) {
      field.text += ' ';
      field.text += run;
      field.confidence = std::min(field.confidence, least);
    }
    i = end;
  }
  for (auto& field : fields) field.text = text::squeeze(field::trimmed(field.text, " \t\r\n,;:/"));
  return fields;
}

PrintedFields printed_fields(std::string_view text, const Model& model) {
  const auto words = tokens(text);
  Tagging tagging = tag(model, features(words));
  find_date(words, tagging.labels);
  return printed_fields(text, words, tagging);
}

}  // namespace evident::extract::parsing
