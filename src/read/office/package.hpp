// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "input/input.hpp"

namespace evident::read::office {

/// Members of a document that is packed as a zip archive, by name.
using Package = std::map<std::string, std::string, std::less<>>;

/// Unpacks the members that are wanted. Each is read up to 64 MiB, and all of them up to 256 MiB; what is
/// longer is reported ("member-too-large") and left out. Encrypted ones are reported ("encrypted-member").
Package unpack(Input& input, const std::string& path, DiagnosticSink& sink,
               const std::function<bool(std::string_view)>& wanted);

/// Several members as one text: their bytes one after the other, and the path that says so
/// ("a.docx!word/document.xml+word/footnotes.xml").
struct Joined {
  std::string bytes;
  std::string path;
};
Joined join(const Package& package, const std::string& path, const std::vector<std::string>& names);

/// True where the first bytes of a zip archive hold a member of that name.
bool has_member(std::string_view head, std::string_view name);
/// What a first member "mimetype" says; empty where there is none.
std::string mimetype_of(std::string_view head);

}  // namespace evident::read::office
