// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/plain/structure.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "read/plain/boilerplate.hpp"
#include "read/plain/comments.hpp"
#include "read/plain/contents.hpp"
#include "read/plain/line_shapes.hpp"
#include "read/plain/lines.hpp"
#include "read/plain/page_breaks.hpp"
#include "read/plain/paragraphs.hpp"
#include "read/plain/reference_list.hpp"
#include "read/section_names.hpp"
#include "text/normal.hpp"
#include "text/one_of.hpp"

namespace evident::read::plain {
namespace {

using model::Block;
using model::BlockKind;

/// Sections of papers, under which the headings that follow stand.
constexpr std::array<std::string_view, 24> main_sections = {"background",
                                                            "introduction",
                                                            "methods",
                                                            "method",
                                                            "materials and methods",
                                                            "patients and methods",
                                                            "results",
                                                            "discussion",
                                                            "conclusion",
                                                            "conclusions",
                                                            "results and discussion",
                                                            "abstract",
                                                            "summary",
                                                            "references",
                                                            "acknowledgements",
                                                            "subjects and methods",
                                                            "external links",
                                                            "acknowledgments",
                                                            "authors contributions",
                                                            "author contributions",
                                                            "competing interests",
                                                            "conflicts of interest",
                                                            "conflict of interest",
                                                            "funding"};

bool is_body(BlockKind kind) {
  return kind == BlockKind::paragraph || kind == BlockKind::list_item || kind == BlockKind::reference;
}

/// A remark is text, and the sign before it that leads back to its place is none.
void add_entry(std::string_view text, const Entry& entry, std::vector<Block>& blocks) {
  if (!entry.remark) {
    blocks.push_back({BlockKind::reference, entry.span, "", entry.label});
    return;
  }
  const uint64_t sign = entry.span.start + (text[entry.span.start] == '^' ? 1 : 3);  // of an arrow
  const Span words = trim(text, {sign, entry.span.end});
  blocks.push_back({BlockKind::boilerplate, {entry.span.start, sign}, "", ""});
  if (!words.empty()) blocks.push_back({BlockKind::paragraph, words, "", ""});
}

void add_entry_with_links(std::string_view text, const Entry& entry, std::vector<Block>& blocks) {
  add_entry(text, entry, blocks);
  if (!entry.links.empty()) blocks.push_back({BlockKind::boilerplate, entry.links, "", ""});
}

std::vector<Block> blocks_of(std::string_view text, std::vector<Line> lines) {
  std::vector<Block> blocks;
  std::vector<Line> chunk;
  const auto flush = [&] {
    if (chunk.empty()) return;
    for (const Piece& piece : pieces_of(text, chunk)) blocks.push_back({piece.kind, piece.span, "", ""});
    chunk.clear();
  };
  const std::vector<Span> tables = take_contents(text, lines);
  auto table = tables.begin();
  const std::vector<Entry> entries = find_references(text, lines);
  auto entry = entries.begin();
  for (size_t index = 0; index < lines.size(); ++index) {
    if (table != tables.end() && lines[index].span.start == table->start) {
      flush();
      blocks.push_back({BlockKind::boilerplate, *table++, "", ""});
    } else if (entry != entries.end() && index == entry->first_line) {
      flush();
      // Several entries may share a line.
      for (; entry != entries.end() && entry->first_line <= index; ++entry) {
        add_entry_with_links(text, *entry, blocks);
        index = entry->last_line;
      }
    } else if (lines[index].blank()) {
      flush();
    } else if (is_reference_heading(cut(text, lines[index].span))) {
      flush();
      blocks.push_back({BlockKind::heading, lines[index].span, "", ""});
    } else {
      chunk.push_back(lines[index]);
    }
  }
  flush();
  return blocks;
}

void part_edit_links(std::string_view text, std::vector<Block>& blocks) {
  std::vector<Block> out;
  out.reserve(blocks.size());
  for (Block& block : blocks) {
    const size_t links = block.kind == BlockKind::heading ? without_edit_links(cut(text, block.span)).size()
                                                          : block.span.size();
    const Block rest{BlockKind::boilerplate, {block.span.start + links, block.span.end}, "", ""};
    block.span = trim(text, {block.span.start, rest.span.start});
    out.push_back(std::move(block));
    if (!rest.span.empty()) out.push_back(rest);
  }
  blocks = std::move(out);
}

/// "Read this next", and below it, each with the link to the whole of it, how other pages begin.
void drop_teasers(std::string_view text, std::vector<Block>& blocks) {
  constexpr size_t size = 3;      // blocks: the name of the page, its first words, the link
  constexpr size_t longest = 40;  // bytes, of a link
  const auto says = [&](size_t at, std::initializer_list<std::string_view> phrases) {
    const Span& span = blocks[at].span;
    return span.size() <= longest && text::one_of(join(words(cut(text, span))), phrases);
  };
  const auto is_teaser = [&](size_t at) {
    return at + size <= blocks.size() && blocks[at].kind == BlockKind::heading &&
           blocks[at + 1].kind == BlockKind::paragraph && !has_marker(cut(text, blocks[at + 1].span)) &&
           says(at + 2, {"read more", "learn more", "continue reading", "read article", "see more"});
  };
  for (size_t at = 0; at < blocks.size(); ++at) {
    if (!says(at, {"read this next", "read next", "up next", "what to read next", "more like this",
                   "related articles", "you might also like", "you may also like"}))
      continue;
    while (is_teaser(at + 1)) {
      for (size_t part = 0; part < size; ++part) blocks[++at].kind = BlockKind::boilerplate;
    }
  }
}

/// Headings that nothing follows are links and buttons.
void drop_trailing_headings(std::vector<Block>& blocks) {
  for (auto block = blocks.rbegin(); block != blocks.rend() && !is_body(block->kind); ++block) {
    if (block->kind == BlockKind::heading) block->kind = BlockKind::boilerplate;
  }
}

/// A first line by itself that is no sentence: a title too long to look like a heading.
bool is_long_title(std::string_view text, const std::vector<Block>& blocks) {
  if (blocks.size() < 2 || blocks[0].kind != BlockKind::paragraph) return false;
  const std::string_view line = cut(text, blocks[0].span);
  if (line.size() > 500 || line.find('\n') != std::string_view::npos || has_marker(line) ||
      starts_lower(line))
    return false;
  if (text.substr(blocks[0].span.end, blocks[1].span.start - blocks[0].span.end).find('\n') ==
      std::string_view::npos) {
    return false;
  }
  return line.back() == '?' || !ends_sentence(line);
}

constexpr size_t byline_within = 40;     // blocks: further down, "By ..." is of the text
constexpr size_t longest_byline = 8;     // words
constexpr size_t longest_headline = 40;  // words

/// "By M. Fletcher", alone or as the first line of a block of dates and counts.
bool is_byline(std::string_view block) {
  const std::string_view line = block.substr(0, block.find('\n'));
  if (!line.starts_with("By ") || ends_sentence(line)) return false;
  const std::vector<std::string> list = words(line);
  return list.size() >= 2 && list.size() <= longest_byline && line.size() > 3 && line[3] >= 'A' &&
         line[3] <= 'Z';
}

/// The line above the author's name is the headline, and what stands above that is the site's.
std::optional<size_t> find_headline(std::string_view text, std::vector<Block>& blocks) {
  const size_t end = std::min(blocks.size(), byline_within);
  for (size_t byline = 1; byline < end; ++byline) {
    if (!is_byline(cut(text, blocks[byline].span))) continue;
    size_t title = byline - 1;
    while (title > 0 && is_boilerplate_line(cut(text, blocks[title].span))) --title;
    const std::string_view line = cut(text, blocks[title].span);
    if (line.find('\n') != std::string_view::npos || words(line).size() > longest_headline ||
        line.ends_with('.')) {
      continue;
    }
    for (size_t index = 0; index <= byline; ++index) blocks[index].kind = BlockKind::boilerplate;
    blocks[title].kind = BlockKind::title;
    return title;
  }
  return std::nullopt;
}

/// A page of a database may open with its name on top of its data: that line is the title, the rest is the
/// box.
bool part_named_box(std::string_view text, std::vector<Block>& blocks) {
  constexpr size_t longest_name = 8;  // words
  if (blocks.empty() || blocks[0].kind != BlockKind::info_box) return false;
  const std::string_view box = cut(text, blocks[0].span);
  const std::vector<Line> lines = split_lines(box);
  const std::string_view name = cut(box, lines.front().span);
  if (is_label_value(name) || ends_sentence(name) || words(name).size() > longest_name) return false;
  const auto told = std::count_if(lines.begin() + 1, lines.end(),
                                  [&](const Line& line) { return is_label_value(cut(box, line.span)); });
  if (static_cast<size_t>(told) * 2 < lines.size() - 1) return false;
  Block rest = blocks[0];
  blocks[0].span.end = blocks[0].span.start + lines.front().span.end;
  blocks[0].kind = BlockKind::heading;
  rest.span = trim(text, {blocks[0].span.end, rest.span.end});
  blocks.insert(blocks.begin() + 1, rest);
  return true;
}

/// "Moss: Wikis", "Moss - Wikipedia, the free encyclopedia": without what kind of site it is.
std::string without_site(std::string title) {
  constexpr std::array<std::string_view, 5> kinds{"wiki", "wikis", "wikipedia", "encyclopedia",
                                                  "encyclopaedia"};
  constexpr std::array<std::string_view, 6> beside{"the", "free", "open", "online", "mirror", "article"};
  for (const std::string_view mark : {": ", " - ", " | ", " \xE2\x80\x93 ", " \xE2\x80\x94 "}) {
    const size_t at = title.rfind(mark);
    if (at == std::string::npos || at == 0) continue;
    bool names_kind = false, others = false;
    for (const std::string& word : words(std::string_view(title).substr(at + mark.size()))) {
      const bool kind = std::find(kinds.begin(), kinds.end(), word) != kinds.end();
      names_kind = names_kind || kind;
      others = others || (!kind && std::find(beside.begin(), beside.end(), word) == beside.end());
    }
    if (names_kind && !others) title.resize(at);
  }
  return title;
}

/// The first heading after the last running text that is boilerplate; where there is none, the last one
/// before the body. What stands above the title is navigation.
std::optional<size_t> find_title(std::string_view text, std::vector<Block>& blocks) {
  if (const auto headline = find_headline(text, blocks)) return headline;
  if (part_named_box(text, blocks)) {
    blocks[0].kind = BlockKind::title;
    return 0;
  }
  if (is_long_title(text, blocks)) blocks[0].kind = BlockKind::heading;
  const auto body =
      std::find_if(blocks.begin(), blocks.end(), [](const Block& block) { return is_body(block.kind); });
  std::optional<size_t> title;
  std::optional<size_t> last;
  for (auto block = blocks.begin(); block != body; ++block) {
    const size_t index = static_cast<size_t>(block - blocks.begin());
    if (block->kind == BlockKind::heading) {
      if (!title) title = index;
      last = index;
    } else if (block->kind == BlockKind::boilerplate && ends_sentence(cut(text, block->span))) {
      title.reset();
    }
  }
  if (!title) title = last;
  if (!title || is_reference_heading(cut(text, blocks[*title].span))) return std::nullopt;
  const std::vector<std::string> list = words(cut(text, blocks[*title].span));
  if (list.size() == 1 &&
      std::find(main_sections.begin(), main_sections.end(), list[0]) != main_sections.end()) {
    return std::nullopt;
  }
  for (size_t index = 0; index < *title; ++index) {
    if (blocks[index].kind == BlockKind::heading) blocks[index].kind = BlockKind::boilerplate;
  }
  blocks[*title].kind = BlockKind::title;
  return title;
}

void name_sections(std::string_view text, std::vector<Block>& blocks) {
  std::string outer;
  std::string section;
  for (Block& block : blocks) {
    block.section = section;
    if (block.kind != BlockKind::heading) continue;
    const std::string heading = text::squeeze(cut(text, block.span));
    std::string joined;
    for (const std::string& word : words(heading)) {
      const bool number = joined.empty() && word.find_first_not_of("0123456789") == std::string::npos;
      if (!number) joined += (joined.empty() ? "" : " ") + word;  // "2. Methods"
    }
    if (std::find(main_sections.begin(), main_sections.end(), joined) != main_sections.end()) {
      block.section.clear();
      outer = section = heading;
    } else {
      block.section = outer;
      section = outer.empty() ? heading : outer + " > " + heading;
    }
  }
}

}  // namespace

Structure structure(std::string_view text) {
  Structure out;
  out.blocks = blocks_of(text, without_page_breaks(text, split_lines(text)));
  part_edit_links(text, out.blocks);
  drop_comments(text, out.blocks);
  drop_teasers(text, out.blocks);
  drop_trailing_headings(out.blocks);
  if (const std::optional<size_t> title = find_title(text, out.blocks)) {
    out.title = text::squeeze(cut(text, out.blocks[*title].span));
    if (out.title.ends_with(':')) out.title.pop_back();
    out.title = without_site(std::move(out.title));
  }
  name_sections(text, out.blocks);
  return out;
}

}  // namespace evident::read::plain
