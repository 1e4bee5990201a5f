// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "query/bibliography.hpp"
#include "render/citation_style.hpp"
#include "render/json.hpp"
#include "render/terminal.hpp"

namespace evident::render {

std::string markdown_bibliography(const query::Bibliography& bibliography, Style style);
std::string text_bibliography(const query::Bibliography& bibliography, Style style, const Terminal& terminal);
/// CSL-JSON items with the annotation in `note` and the evidence behind it under `custom.evident`.
Json csl_bibliography(const query::Bibliography& bibliography);
std::string bibtex_bibliography(const query::Bibliography& bibliography);
std::string ris_bibliography(const query::Bibliography& bibliography);

/// What there is to say of an entry, in a few sentences.
std::string annotation(const query::BibEntry& entry);

}  // namespace evident::render
