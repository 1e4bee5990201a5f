// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/work.hpp"

namespace evident::read::record {

/// "Family, Given Names, Suffix", "Family AB" or, without a comma and initials, a collective.
model::Person person(std::string_view printed);

/// The same, but names without a comma may be given first: "Jan van den Brink", "Q. R. Fernleaf Jr". A name
/// that speaks of an organisation ("World Health Organization") is a collective.
model::Person person_in_any_order(std::string_view printed);

/// The words of a name, given names first: the family name begins with the first word in lower case, else it
/// is the last one.
model::Person person_of_words(std::vector<std::string> words);

/// Names that stand in one text, parted by ";", "|", " and ", as a list of quoted strings, or by commas
/// ("Moss A, Fernleaf QR").
std::vector<model::Person> people_of(std::string_view printed);

/// "et al.", "others", "and others" in the place of a name.
bool stands_for_others(std::string_view name);

/// "Q R", "QR", "Quentin R." -> "QR".
std::string initials_of(std::string_view given);

/// A person of parts that a format keeps apart; initials are made of the given names, which stay where they
/// are more than initials.
model::Person person_of(std::string family, std::string given, std::string suffix = {});
model::Person collective(std::string name);

}  // namespace evident::read::record
