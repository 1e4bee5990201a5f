// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/work.hpp"

namespace evident::render {

enum class Style { vancouver, author_year };

/// A work as an entry of a reference list, without a number, identifiers and address.
std::string citation(const model::WorkRecord& work, Style style);

/// True for a work that its address alone leads to: it has no identifier.
bool needs_address(const model::WorkRecord& work);

/// "2008 Dec 8", "2008 Dec", "2008", or as printed where that tells more; "" where nothing is known.
std::string date_words(const model::Date& date);

/// "2008-12-08", as far as told; "" without a year.
std::string iso_date(const model::Date& date, char separator = '-');

/// The full title of the journal or book in the capitals of a title: NLM writes "Alcohol and alcoholism
/// (Oxford, Oxfordshire)", and its qualifier in brackets is for librarians.
std::string container_as_printed(const model::WorkRecord& work);

}  // namespace evident::render
