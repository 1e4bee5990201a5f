// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "extract/parsing/labels.hpp"
#include "extract/parsing/tagger.hpp"
#include "extract/parsing/tokens.hpp"

namespace evident::extract::parsing {

/// The words of a field as printed, without the marks around them.
struct PrintedField {
  std::string text;      ///< "" where the reference lacks it
  float confidence = 0;  ///< probability that every word's label is right, at worst 0, at best 1
};
using PrintedFields = std::array<PrintedField, label_count>;

inline const PrintedField& of(const PrintedFields& fields, Label label) {
  return fields[static_cast<size_t>(label)];
}

/// What each label covers: of a date, volume, issue or pages the surest run, of other fields all runs.
/// `tagging.confidence` may be empty: then all is certain.
PrintedFields printed_fields(std::string_view text, const std::vector<Token>& tokens, const Tagging& tagging);

/// Takes apart the text of a prepared reference.
PrintedFields printed_fields(std::string_view text, const Model& model);

}  // namespace evident::extract::parsing
