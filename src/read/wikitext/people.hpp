// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/work.hpp"

namespace evident::read::wikitext {

/// A person of two parameters.
model::Person person_of(std::string_view family, std::string_view given);

/// The people of one parameter: "Smith, John", "John Smith", "Smith JA, Doe B", "Smith, J.; Doe, B. and
/// others". What looks like no person is a collective.
std::vector<model::Person> people_of(std::string_view printed, bool& et_al);

}  // namespace evident::read::wikitext
