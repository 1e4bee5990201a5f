// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "read/html/survey.hpp"

namespace evident::read::html {

constexpr uint32_t least_entry = 25;  ///< bytes of a reference; fewer are its number alone

/// One entry of a list of references.
struct FoundEntry {
  std::vector<xml::SourceNode> nodes;  ///< one behind the other: an <li>, or a <dt> and its <dd>
  std::string text;                    ///< as shown
  Span span() const { return {nodes.front().span().start, nodes.back().span().end}; }
};

bool is_list(uint16_t role);  ///< <ol>, <ul>, <dl> or <table>

FoundEntry entry_of(const Survey& survey, std::vector<xml::SourceNode> nodes);
/// What a link's target is the place of: the item, row or paragraph around it, or behind an empty anchor;
/// nothing where that is a chapter, a figure or the like.
std::vector<xml::SourceNode> entry_around(const Survey& survey, xml::SourceNode target);
/// The items of a list, rows of a table, pairs of a <dl>, or the blocks in a <div>.
std::vector<FoundEntry> members(const Survey& survey, xml::SourceNode container);
/// The paragraphs from one on, up to a heading or list.
std::vector<FoundEntry> paragraphs_from(const Survey& survey, xml::SourceNode first);
/// Adds the lines of a paragraph where they are entries of their own; else false.
bool split_lines(const Survey& survey, xml::SourceNode node, std::vector<FoundEntry>& out);

/// How many of the entries have what references have; 0 to 1.
double share_that_looks_it(const std::vector<FoundEntry>& entries);

}  // namespace evident::read::html
