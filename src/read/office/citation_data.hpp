// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"
#include "model/work.hpp"

namespace evident::read::office {

/// True where the code of a field (or the name of a mark) is a reference manager's citation.
bool is_citation_code(std::string_view code);
/// True where it is a reference manager's bibliography.
bool is_bibliography_code(std::string_view code);

/// The works that a citation's code carries: CSL-JSON of Zotero and Mendeley, XML of EndNote.
std::vector<model::WorkRecord> cited_works(std::string_view code);

/// The entry that prints a work, by identifier, title, or first author and year; nullopt where none or
/// several do. `entries` are folded.
std::optional<size_t> entry_of(const model::WorkRecord& work, const std::vector<std::string>& entries);

model::MarkedReference marked_reference(const model::WorkRecord& work, std::string label);

}  // namespace evident::read::office
