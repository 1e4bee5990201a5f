// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/plain/comments.hpp"

#include <algorithm>
#include <string>

#include "read/plain/lines.hpp"
#include "read/plain/reference_list.hpp"
#include "text/one_of.hpp"

namespace evident::read::plain {
namespace {

using model::Block;
using model::BlockKind;

constexpr size_t longest_heading = 60;          // bytes
constexpr size_t longest_signature_line = 100;  // bytes
constexpr size_t longest_signature = 10;        // words
constexpr size_t signature_within = 4;          // blocks below the heading

bool is_number(const std::string& word) {
  return !word.empty() && word.find_first_not_of("0123456789") == std::string::npos;
}

enum class Heading { none, perhaps, sure };

/// How blogs count comments: "3 thoughts on Bees", "One response to Bees".
bool counts_responses(std::string_view line) {
  constexpr size_t longest = 200;  // bytes: the title of the page stands in it
  if (line.size() > longest) return false;
  const std::vector<std::string> list = words(line);
  return list.size() > 3 && (is_number(list[0]) || list[0] == "one") &&
         text::one_of(list[1], {"thought", "thoughts", "response", "responses", "reply", "replies", "comment",
                                "comments"}) &&
         text::one_of(list[2], {"on", "to"});
}

bool ends_quotation(std::string_view line) {
  return line.ends_with('"') || line.ends_with("\xE2\x80\x9D") || line.ends_with("\xC2\xBB");
}

/// "Comments" alone heads sections of papers too; "12 comments" and "Reader comments" do not.
Heading heading_of(std::string_view line) {
  if (line.find('\n') != std::string_view::npos || line.ends_with('.')) return Heading::none;
  if (counts_responses(line)) return Heading::perhaps;  // "2 Responses to heat" heads a section of a paper
  if (line.size() > longest_heading) return Heading::none;
  std::string joined;
  bool counted = false;
  for (const std::string& word : words(line)) {
    if (is_number(word)) {
      counted = true;
    } else {
      joined += (joined.empty() ? "" : " ") + word;
    }
  }
  if (text::one_of(joined,
                   {"discussion comments", "reader comments", "readers comments", "user comments",
                    "visitor comments", "comments from readers", "what readers say", "leave a comment",
                    "leave a reply", "post a comment", "add a comment", "join the conversation"}))
    return Heading::sure;
  if (joined == "comments") return counted ? Heading::sure : Heading::perhaps;
  return joined == "comment" ? Heading::perhaps : Heading::none;
}

/// "Jane D. on March 3, 2011 at 10:12 am", "anon 1234 says:", "3 days ago": whose a comment is, and when.
bool is_signature(std::string_view line) {
  line = line.substr(0, line.find('\n'));
  if (line.size() > longest_signature_line || line.ends_with('.')) return false;
  const std::vector<std::string> list = words(line);
  if (list.size() > longest_signature) return false;
  for (size_t at = 0; at < list.size(); ++at) {
    if (text::one_of(list[at], {"says", "wrote", "writes", "posted", "reply", "ago", "anonymous", "guest"}) ||
        list[at].starts_with("anon"))
      return true;
    if (at > 0 && text::one_of(list[at], {"am", "pm"}) && is_number(list[at - 1])) return true;
  }
  return false;
}

bool ends_comments(std::string_view text, const Block& block) {
  return block.kind == BlockKind::reference ||
         (block.kind == BlockKind::heading && is_reference_heading(cut(text, block.span)));
}

bool is_signed(std::string_view text, const std::vector<Block>& blocks, size_t heading) {
  const size_t end = std::min(blocks.size(), heading + 1 + signature_within);
  for (size_t at = heading + 1; at < end && !ends_comments(text, blocks[at]); ++at) {
    if (is_signature(cut(text, blocks[at].span))) return true;
  }
  return false;
}

}  // namespace

bool heads_comments(std::string_view line) {
  return heading_of(line) == Heading::sure || (counts_responses(line) && ends_quotation(line));
}

void drop_comments(std::string_view text, std::vector<Block>& blocks) {
  bool body = false, comments = false;
  for (size_t at = 0; at < blocks.size(); ++at) {
    Block& block = blocks[at];
    if (ends_comments(text, block)) comments = false;
    const Heading heading =
        block.kind == BlockKind::reference ? Heading::none : heading_of(cut(text, block.span));
    const bool begins =
        heading == Heading::sure || (heading == Heading::perhaps && is_signed(text, blocks, at));
    if (body && begins) comments = true;
    if (comments && block.kind != BlockKind::reference) block.kind = BlockKind::boilerplate;
    body = body || block.kind == BlockKind::paragraph;
  }
}

}  // namespace evident::read::plain
