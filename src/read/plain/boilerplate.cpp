// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/plain/boilerplate.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "read/plain/lines.hpp"

namespace evident::read::plain {
namespace {

using Words = std::vector<std::string>;

constexpr size_t longest_notice = 30;  // words: the line that says whose the page is

/// Whole lines, as words.
constexpr std::array<std::string_view, 63> whole_lines = {"share",
                                                          "tweet",
                                                          "print",
                                                          "email",
                                                          "e mail",
                                                          "like",
                                                          "pin it",
                                                          "save",
                                                          "comments",
                                                          "comment",
                                                          "reply",
                                                          "menu",
                                                          "home",
                                                          "search",
                                                          "login",
                                                          "log in",
                                                          "sign in",
                                                          "sign up",
                                                          "register",
                                                          "subscribe",
                                                          "newsletter",
                                                          "advertisement",
                                                          "advertiser disclosure",
                                                          "how we make money",
                                                          "our promise to you",
                                                          "discussion comments",
                                                          "editors picks",
                                                          "editor s picks",
                                                          "editors choice",
                                                          "copy this link",
                                                          "copy link",
                                                          "skip to content",
                                                          "skip to main content",
                                                          "privacy policy",
                                                          "cookie policy",
                                                          "terms of use",
                                                          "terms of service",
                                                          "contact us",
                                                          "about us",
                                                          "your name",
                                                          "your email",
                                                          "your email address",
                                                          "your comment",
                                                          "your website",
                                                          "name",
                                                          "website",
                                                          "submit",
                                                          "post comment",
                                                          "leave a comment",
                                                          "leave a reply",
                                                          "add a comment",
                                                          "related articles",
                                                          "you might also like",
                                                          "you may also like",
                                                          "back to top",
                                                          "download references",
                                                          "see all",
                                                          "top",
                                                          "next",
                                                          "go to",
                                                          "open in a separate window",
                                                          "read this next",
                                                          "current version"};

/// How a line of the page's own begins, were it a sentence.
constexpr std::array<std::string_view, 13> certain_openings = {"this page was last",
                                                               "this article was last",
                                                               "text is available under",
                                                               "content is available under",
                                                               "by using this site",
                                                               "retrieved from http",
                                                               "by clicking accept",
                                                               "this article has been viewed",
                                                               "this page has been viewed",
                                                               "this content is for informational purposes",
                                                               "the information on this site is not",
                                                               "disclaimer the information on this",
                                                               "disclaimer this content is"};

/// How a line of the page's own begins that is no prose.
constexpr std::array<std::string_view, 58> openings = {"read more about",
                                                       "read more",
                                                       "learn more about",
                                                       "other articles related to",
                                                       "articles related to",
                                                       "related articles",
                                                       "related topics",
                                                       "from wikipedia the free",
                                                       "views",
                                                       "last updated",
                                                       "updated",
                                                       "published on",
                                                       "last modified",
                                                       "got something to say",
                                                       "make a comment",
                                                       "leave a comment",
                                                       "share this",
                                                       "share on",
                                                       "follow us",
                                                       "like us on",
                                                       "sign up for",
                                                       "subscribe to",
                                                       "click here",
                                                       "click to",
                                                       "copyright",
                                                       "advertisement",
                                                       "sponsored",
                                                       "log in to",
                                                       "sign in to",
                                                       "jump to",
                                                       "skip to",
                                                       "cookies",
                                                       "this site uses",
                                                       "this website uses",
                                                       "copy this",
                                                       "download pdf",
                                                       "download the",
                                                       "print this",
                                                       "email this",
                                                       "your email address will not",
                                                       "required fields are marked",
                                                       "save my name",
                                                       "you must be logged in",
                                                       "continue reading",
                                                       "story continues below",
                                                       "article continues below",
                                                       "was this article helpful",
                                                       "was this page helpful",
                                                       "was this helpful",
                                                       "did you find this article helpful",
                                                       "did you find this page helpful",
                                                       "categories",
                                                       "category",
                                                       "updated on",
                                                       "posted on",
                                                       "medically reviewed by",
                                                       "written by",
                                                       "how we reviewed this"};

/// What stands before the name of another page: "Related: Ten foods", "READ NEXT: Wasps".
constexpr std::array<std::string_view, 8> link_labels = {"related",   "related reading", "also read",
                                                         "read also", "read next",       "up next",
                                                         "see more",  "recommended"};

/// Nouns that, after "our", show a site speaking of itself.
constexpr std::array<std::string_view, 31> site_nouns = {
    "website", "site",        "readers",     "articles",   "article",    "content",    "editorial",
    "editors", "advertising", "advertisers", "affiliate",  "affiliates", "newsletter", "newsletters",
    "links",   "partners",    "company",     "promise",    "operations", "privacy",    "cookie",
    "terms",   "visitors",    "users",       "commitment", "dedication", "page",       "list",
    "free",    "services",    "experts"};

constexpr std::array<std::string_view, 34> telling_phrases = {"ad supported",
                                                              "advertising supported",
                                                              "affiliate",
                                                              "affiliates",
                                                              "stay updated",
                                                              "stay informed",
                                                              "click on the",
                                                              "click on certain",
                                                              "click on an",
                                                              "click here",
                                                              "click the",
                                                              "learn more",
                                                              "sign up",
                                                              "subscribe to",
                                                              "newsletter",
                                                              "your inbox",
                                                              "you can trust",
                                                              "readers",
                                                              "editorial policy",
                                                              "editorial team",
                                                              "editorial process",
                                                              "fact checking",
                                                              "earn a commission",
                                                              "receive a commission",
                                                              "advertisements",
                                                              "make a purchase",
                                                              "brand new journey",
                                                              "set alert",
                                                              "we use cookies",
                                                              "uses cookies",
                                                              "turn to us",
                                                              "citable articles",
                                                              "sourcing guidelines",
                                                              "tertiary references"};

bool at_phrase(const Words& list, size_t at, std::string_view phrase) {
  for (size_t start = 0; start <= phrase.size();) {
    const size_t end = std::min(phrase.find(' ', start), phrase.size());
    if (at >= list.size() || list[at] != phrase.substr(start, end - start)) return false;
    ++at;
    start = end + 1;
  }
  return true;
}

bool is_address(std::string_view line) {
  const bool scheme = line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www.");
  return scheme && line.find(' ') == std::string_view::npos;
}

/// "By A. Writer": a name of two to four capitalised words and nothing else.
bool is_byline(std::string_view line) {
  if (!line.starts_with("By ") && !line.starts_with("by ")) return false;
  size_t count = 0;
  for (size_t at = 3; at < line.size();) {
    const size_t end = std::min(line.find(' ', at), line.size());
    if (!starts_upper(line.substr(at, end - at))) return false;
    ++count;
    at = end + 1;
  }
  return count >= 1 && count <= 4 && !ends_sentence(line);
}

/// "[Home] [About] [Contact]": buttons, and nothing between them.
bool is_row_of_buttons(std::string_view line) {
  constexpr size_t fewest = 2;
  size_t buttons = 0;
  for (size_t at = 0; at < line.size(); ++buttons) {
    const size_t close = line.find(']', at);
    if (line[at] != '[' || close == std::string_view::npos) return false;
    const std::string_view words = line.substr(at + 1, close - at - 1);
    if (!starts_upper(words) || words.find_first_of("0123456789[") != std::string_view::npos) return false;
    at = std::min(line.find_first_not_of(" |", close + 1), line.size());
  }
  return buttons >= fewest;
}

/// "RELATED: Ten foods that help": the name of another page, which is no sentence.
bool is_labelled_link(std::string_view line) {
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos || ends_sentence(line)) return false;
  const std::string label = join(words(line.substr(0, colon)));
  return std::find(link_labels.begin(), link_labels.end(), label) != link_labels.end();
}

bool is_trail(std::string_view line) {
  return line.find(" > ") != std::string_view::npos && line.size() < 120 && !ends_sentence(line) &&
         line.find(" > ") != line.rfind(" > ");
}

}  // namespace

bool is_boilerplate_line(std::string_view line) {
  if (line.size() > 400) return false;
  if (is_address(line) || is_byline(line) || is_trail(line) || is_row_of_buttons(line) ||
      is_labelled_link(line))
    return true;
  if (line.starts_with("\xC2\xA9")) return true;
  const Words list = words(line);
  if (list.empty()) return true;  // rules and ornaments
  const std::string joined = join(list);
  if (std::find(whole_lines.begin(), whole_lines.end(), joined) != whole_lines.end()) return true;
  const auto opens = [&](std::string_view opening) { return at_phrase(list, 0, opening); };
  if (std::any_of(certain_openings.begin(), certain_openings.end(), opens)) return true;
  const bool prose = ends_sentence(line) && list.size() > 12;
  if (!prose) {
    for (std::string_view opening : openings) {
      if (!opens(opening)) continue;
      // "Views differ." is prose; "Views: 12" and "Updated: May 2024" are not.
      const bool one_word = opening.find(' ') == std::string_view::npos;
      if (!one_word || line.find(':') == opening.size() || list.size() <= 2) return true;
    }
  }
  if (list.size() <= longest_notice && joined.find("all rights reserved") != std::string::npos) return true;
  return list.size() <= 8 && joined.find("in your inbox") != std::string::npos;
}

bool is_self_talk(std::string_view paragraph) {
  const Words list = words(paragraph);
  size_t hits = 0;
  size_t persons = 0;
  for (size_t at = 0; at < list.size(); ++at) {
    const std::string& word = list[at];
    if (word == "we" || word == "our" || word == "us" || word == "you" || word == "your") ++persons;
    if (word == "our") {
      for (size_t next = at + 1; next < list.size() && next <= at + 2; ++next) {
        if (std::find(site_nouns.begin(), site_nouns.end(), list[next]) == site_nouns.end()) continue;
        ++hits;
        break;
      }
    }
    hits += static_cast<size_t>(
        std::count_if(telling_phrases.begin(), telling_phrases.end(),
                      [&](std::string_view phrase) { return at_phrase(list, at, phrase); }));
  }
  // Papers say "our" and "we" too: a citation shows an author speaking, and a single hit shows nothing in a
  // long text.
  if (persons == 0 || hits == 0 || has_marker(paragraph)) return false;
  if (hits == 1) return list.size() <= 12;
  return hits * 30 >= list.size();
}

}  // namespace evident::read::plain
