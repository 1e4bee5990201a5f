// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "extract/parsing/labels.hpp"
#include "extract/parsing/tokens.hpp"

namespace evident::eval {

/// A printed reference whose parts people marked.
struct TaggedReference {
  struct Part {
    extract::parsing::Label label;
    Span span;  ///< bytes in the text
  };
  std::string text;
  std::vector<Part> parts;  ///< in order; what lies between them is unmarked
};

/// <sequence><author>...</author> ...</sequence>: the parts in print order, joined by blanks.
std::vector<TaggedReference> read_anystyle(const std::filesystem::path& file);
/// TEI <bibl> with text between the elements, of all .xml files below a folder.
std::vector<TaggedReference> read_tei(const std::filesystem::path& folder);
/// One reference a line, <author> ... </author> <title> ... </title>.
std::vector<TaggedReference> read_cora(const std::filesystem::path& file);

/// The mark-up of a JATS citation as a style sheet prints it: a blank between the parts of a name, a comma
/// between names, and without identifiers, which journals keep in the mark-up only.
std::string printed_markup(std::string_view markup);
/// False where parts follow each other without a mark between them, so that no style was printed.
bool parts_are_parted(std::string_view markup);
/// JATS <mixed-citation> of all .nxml files below a folder that name their source; of each file so many,
/// spread evenly.
std::vector<TaggedReference> read_jats(const std::filesystem::path& folder, size_t most_a_file);

/// The label of each token. What is unmarked goes with the part behind it where it announces that ("Vol.",
/// "pp.", "In"), else with the part before it; an issue inside a volume ("12(3)") is told apart.
std::vector<extract::parsing::Label> labels_of(const TaggedReference& reference,
                                               const std::vector<extract::parsing::Token>& tokens);

}  // namespace evident::eval
