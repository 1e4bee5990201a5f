// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace evident::eval {

// Just enough of mark-up for marked corpora, whose files are not always well-formed.

std::string read_file(const std::filesystem::path& file);
/// All files of an extension below a folder, in order of their names.
std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder,
                                               std::string_view extension);

/// The five entities of XML and character numbers; others stay as they stand.
std::string unescaped(std::string_view raw);

/// A tag: its name, and its attributes as they stand.
struct Tag {
  std::string name, attributes;
  bool closes = false, empty = false;
  bool has(std::string_view words) const { return attributes.find(words) != std::string::npos; }
};

/// Text and tags of a run of mark-up, in order; either function may be called with nothing to say.
void scan_markup(std::string_view markup, const std::function<void(std::string_view raw)>& on_text,
                 const std::function<void(const Tag&)>& on_tag);

/// What stands inside each element of a name, nested ones of the same name not told apart.
struct Element {
  Tag tag;
  std::string_view inside;
};
std::vector<Element> elements(std::string_view all, std::string_view name);

}  // namespace evident::eval
