// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/parsing/printed_fields.hpp"

#include <algorithm>

#include "extract/field/scan.hpp"
#include "extract/parsing/features.hpp"
#include "text/normal.hpp"

namespace evident::extract::parsing {

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
    if (words) {
      PrintedField& field = fields[static_cast<size_t>(tagging.labels[i])];
      field.confidence = field.text.empty() ? least : std::min(field.confidence, least);
      if (!field.text.empty()) field.text += ' ';
      field.text += text.substr(tokens[i].span.start, tokens[end - 1].span.end - tokens[i].span.start);
    }
    i = end;
  }
  for (auto& field : fields) field.text = text::squeeze(field::trimmed(field.text, " \t\r\n,;:/"));
  return fields;
}

PrintedFields printed_fields(std::string_view text, const Model& model) {
  const auto words = tokens(text);
  return printed_fields(text, words, tag(model, features(words)));
}

}  // namespace evident::extract::parsing
