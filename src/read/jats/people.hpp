// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "model/work.hpp"
#include "read/xml/entities.hpp"
#include "read/xml/source_tree.hpp"

namespace evident::read::jats {

/// A <name>, <string-name>, <collab> or what wraps one (<name-alternatives>); nullopt where it names nobody.
std::optional<model::Person> person(xml::SourceNode node, const xml::Entities& entities);

/// "John Ronald" and "J. R." to "JR"; "Jean-Paul" to "JP".
std::string initials(std::string_view given);

}  // namespace evident::read::jats
