// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "model/work.hpp"
#include "read/wikitext/page.hpp"
#include "read/wikitext/template.hpp"

namespace evident::read::wikitext {

/// True for templates made to cite, by their names, in any language whose names for them are known here.
bool is_citation_name(std::string_view name);

/// True where the parameters name a title and something else of a work: a citation whatever its name. To be
/// asked only where a reference is expected, since info boxes of books have the same.
bool names_a_work(const Template& use);

/// True where a token is a template that cites, by its name or its parameters.
bool is_citation(const Page& page, uint32_t token);

/// The kind of work by the template's name; `other` where it does not tell.
model::WorkType type_by_name(std::string_view name);

}  // namespace evident::read::wikitext
