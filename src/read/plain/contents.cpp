// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/plain/contents.hpp"

#include <algorithm>
#include <string>

#include "read/plain/line_shapes.hpp"
#include "text/one_of.hpp"

namespace evident::read::plain {
namespace {

constexpr size_t longest_heading = 40;  // bytes
constexpr size_t fewest_items = 2;

/// "Contents", "Table of contents", "Contents [hide]".
bool heads_contents(std::string_view line) {
  if (line.size() > longest_heading) return false;
  return text::one_of(join(words(line)),
                      {"contents", "table of contents", "contents hide", "contents show", "page contents",
                       "article contents", "contents of this page", "on this page"});
}

/// The number of a section before its name, as its parts: {2, 1} of "2.1 By mouth"; empty where there is
/// none.
std::vector<int> section_number(std::string_view line) {
  constexpr size_t most_digits = 3;
  std::vector<int> out;
  for (size_t at = 0; at < line.size();) {
    const size_t end = line.find_first_not_of("0123456789", at);
    if (end == std::string_view::npos || end == at || end - at > most_digits) break;
    out.push_back(std::stoi(std::string(line.substr(at, end - at))));
    at = end + (line[end] == '.' ? 1 : 0);
    if (at == line.size()) break;
    if (line[at] == ' ' || line[at] == '\t') return out;
    if (at == end) break;
  }
  return {};
}

/// True where a section may follow another in a table of contents: "2.1" and "3" follow "2", "3" follows
/// "2.4".
bool follows(const std::vector<int>& before, const std::vector<int>& number) {
  if (number.empty()) return false;
  if (before.empty()) return number.size() == 1 && number[0] <= 1;
  if (number.size() == before.size() + 1)
    return std::equal(before.begin(), before.end(), number.begin()) && number.back() <= 1;
  if (number.size() > before.size()) return false;
  const auto last = static_cast<std::ptrdiff_t>(number.size() - 1);
  return std::equal(number.begin(), number.begin() + last, before.begin()) &&
         number.back() == before[number.size() - 1] + 1;
}

/// The line behind the last item of a table that is headed at a line; that line where it is no table.
size_t behind_table(std::string_view text, const std::vector<Line>& lines, size_t heading) {
  std::vector<int> before;
  size_t items = 0;
  size_t after = heading;
  for (size_t index = heading + 1; index < lines.size(); ++index) {
    if (lines[index].blank()) continue;
    const std::string_view line = cut(text, lines[index].span);
    std::vector<int> number = section_number(line);
    if (!is_short(line) || ends_sentence(line) || !follows(before, number)) break;
    before = std::move(number);
    ++items;
    after = index + 1;
  }
  return items >= fewest_items ? after : heading;
}

}  // namespace

std::vector<Span> take_contents(std::string_view text, std::vector<Line>& lines) {
  std::vector<Span> out;
  for (size_t index = 0; index < lines.size(); ++index) {
    if (lines[index].blank() || !heads_contents(cut(text, lines[index].span))) continue;
    const size_t after = behind_table(text, lines, index);
    if (after == index) continue;
    out.push_back({lines[index].span.start, lines[after - 1].span.end});
    for (size_t taken = index; taken < after; ++taken) lines[taken].span.end = lines[taken].span.start;
    index = after - 1;
  }
  return out;
}

}  // namespace evident::read::plain
