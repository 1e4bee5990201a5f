// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/work.hpp"

namespace evident::render {

/// "Addolorato G"; the whole name of a collective author.
std::string short_name(const model::Person& person);

/// "Addolorato G, Leggio L, Ferrulli A, et al": up to `most` names, all of them where that is one name more.
/// `more`: there are others, whom the source does not name.
std::string short_names(const std::vector<model::Person>& people, size_t most, bool more = false);

/// "Addolorato et al., 2007": what a reader calls the work by; its title where it has no author.
std::string call_name(const model::WorkRecord& work);

/// The full title of the journal or book as its record has it, its abbreviation where that is all there is.
std::string container(const model::WorkRecord& work);

}  // namespace evident::render
