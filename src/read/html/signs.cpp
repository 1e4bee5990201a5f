// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/html/signs.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "read/html/names.hpp"

namespace evident::read::html {

namespace {

struct Word {
  std::string_view word;
  uint32_t signs;
};

/// Values of role and epub:type. The vocabulary is the same but for "doc-".
constexpr std::array<Word, 41> roles{{
    {"alert", sign::furniture},         {"alertdialog", sign::furniture},
    {"backlink", sign::back_link},      {"banner", sign::furniture},
    {"bibliography", sign::references}, {"biblioref", sign::callout},
    {"complementary", sign::furniture}, {"contentinfo", sign::furniture},
    {"cover", sign::furniture},         {"dialog", sign::dialog},
    {"endnote", sign::notes},           {"endnotes", sign::notes},
    {"footnote", sign::notes},          {"footnotes", sign::notes},
    {"form", sign::furniture},          {"index", sign::furniture},
    {"landmarks", sign::furniture},     {"loi", sign::furniture},
    {"lot", sign::furniture},           {"main", sign::main},
    {"menu", sign::furniture},          {"menubar", sign::furniture},
    {"navigation", sign::furniture},    {"none", sign::layout},
    {"noteref", sign::callout},         {"page-list", sign::furniture},
    {"pagebreak", sign::hidden},        {"presentation", sign::layout},
    {"rearnote", sign::notes},          {"rearnotes", sign::notes},
    {"referrer", sign::back_link},      {"search", sign::furniture},
    {"status", sign::furniture},        {"switch", sign::furniture},
    {"tablist", sign::furniture},       {"titlepage", sign::furniture},
    {"toc", sign::furniture},           {"toolbar", sign::furniture},
    {"tooltip", sign::hidden},          {"tree", sign::furniture},
    {"treeitem", sign::furniture},
}};

/// Whole names of classes.
constexpr std::array<Word, 39> classes{{
    {"articlebody", sign::main},
    {"article-body", sign::main},
    {"article-content", sign::main},
    {"article-text", sign::main},
    {"articletext", sign::main},
    {"authority-control", sign::furniture},
    {"ambox", sign::furniture},
    {"catlinks", sign::furniture},
    {"cs1-hidden-error", sign::hidden},
    {"cs1-maint", sign::hidden},
    {"entry-content", sign::main},
    {"entry-meta", sign::byline},
    {"gallerytext", sign::caption},
    {"hatnote", sign::furniture},
    {"infobox", sign::info_box},
    {"portable-infobox", sign::info_box},
    {"inline-template", sign::hidden},
    {"jump-to-nav", sign::furniture},
    {"maincontent", sign::main},
    {"main-content", sign::main},
    {"metadata", sign::furniture},
    {"mw-cite-backlink", sign::back_link},
    {"mw-content-text", sign::main},
    {"mw-editsection", sign::hidden},
    {"mw-empty-elt", sign::hidden},
    {"mw-jump-link", sign::furniture},
    {"mw-parser-output", sign::main},
    {"navbox", sign::furniture},
    {"noprint", sign::furniture},
    {"post-content", sign::main},
    {"printfooter", sign::furniture},
    {"reflist", sign::references},
    {"screen-reader-text", sign::hidden},
    {"shortdescription", sign::furniture},
    {"sr-only", sign::hidden},
    {"story-body", sign::main},
    {"thumbcaption", sign::caption},
    {"visually-hidden", sign::hidden},
    {"visuallyhidden", sign::hidden},
}};

/// Words within names of classes and ids.
constexpr std::array<Word, 95> words{{
    {"ad", sign::furniture},
    {"ads", sign::furniture},
    {"adsbygoogle", sign::furniture},
    {"advert", sign::furniture},
    {"advertisement", sign::furniture},
    {"advertising", sign::furniture},
    {"adverts", sign::furniture},
    {"aff", sign::byline},
    {"affiliation", sign::byline},
    {"affiliations", sign::byline},
    {"author", sign::byline},
    {"authors", sign::byline},
    {"backlink", sign::back_link},
    {"backref", sign::back_link},
    {"banner", sign::furniture},
    {"biblio", sign::references},
    {"bibliography", sign::references},
    {"breadcrumb", sign::furniture},
    {"breadcrumbs", sign::furniture},
    {"button", sign::furniture},
    {"buttons", sign::furniture},
    {"byline", sign::byline},
    {"caption", sign::caption},
    {"captions", sign::caption},
    {"citations", sign::references},
    {"comment", sign::furniture},
    {"commentlist", sign::furniture},
    {"comments", sign::furniture},
    {"consent", sign::furniture},
    {"contrib", sign::byline},
    {"contributor", sign::byline},
    {"contributors", sign::byline},
    {"cookie", sign::furniture},
    {"cookies", sign::furniture},
    {"copyright", sign::furniture},
    {"dateline", sign::byline},
    {"disqus", sign::furniture},
    {"donate", sign::furniture},
    {"dropdown", sign::furniture},
    {"endnote", sign::notes},
    {"endnotes", sign::notes},
    {"fig", sign::caption},
    {"figcaption", sign::caption},
    {"figure", sign::caption},
    {"fn", sign::notes},
    {"follow", sign::furniture},
    {"footer", sign::furniture},
    {"footnote", sign::notes},
    {"footnotes", sign::notes},
    {"gdpr", sign::furniture},
    {"infobox", sign::info_box},
    {"keywords", sign::byline},
    {"license", sign::furniture},
    {"login", sign::furniture},
    {"masthead", sign::furniture},
    {"menu", sign::furniture},
    {"metrics", sign::furniture},
    {"modal", sign::dialog},
    {"nav", sign::furniture},
    {"navbar", sign::furniture},
    {"navbox", sign::furniture},
    {"navigation", sign::furniture},
    {"newsletter", sign::furniture},
    {"overlay", sign::dialog},
    {"pager", sign::furniture},
    {"pagination", sign::furniture},
    {"paywall", sign::furniture},
    {"popular", sign::furniture},
    {"popup", sign::dialog},
    {"promo", sign::furniture},
    {"promotion", sign::furniture},
    {"recommended", sign::furniture},
    {"references", sign::references},
    {"reflist", sign::references},
    {"refs", sign::references},
    {"related", sign::furniture},
    {"reply", sign::furniture},
    {"respond", sign::furniture},
    {"search", sign::furniture},
    {"share", sign::furniture},
    {"sharebar", sign::furniture},
    {"sharing", sign::furniture},
    {"sidebar", sign::furniture},
    {"signup", sign::furniture},
    {"skip", sign::furniture},
    {"social", sign::furniture},
    {"sponsor", sign::furniture},
    {"sponsored", sign::furniture},
    {"subscribe", sign::furniture},
    {"subscription", sign::furniture},
    {"tags", sign::furniture},
    {"toc", sign::furniture},
    {"toolbar", sign::furniture},
    {"trending", sign::furniture},
    {"widget", sign::furniture},
}};

uint32_t look_up(std::span<const Word> table, std::string_view word) {
  uint32_t signs = 0;
  for (const Word& entry : table) {
    if (entry.word == word) signs |= entry.signs;
  }
  return signs;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}
bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (is_capital(c)) c = static_cast<char>(c + 32);
  }
  return out;
}

template <typename Visit>
void each_name(std::string_view names, Visit visit) {
  constexpr std::string_view blanks = " \t\r\n\f";
  for (size_t at = names.find_first_not_of(blanks); at != std::string_view::npos;) {
    const size_t end = std::min(names.find_first_of(blanks, at), names.size());
    visit(names.substr(at, end - at));
    at = names.find_first_not_of(blanks, end);
  }
}

uint32_t signs_of_names(std::string_view names, bool block) {
  uint32_t signs = 0;
  bool ref = false;
  bool list = false;
  for (const std::string& word : name_words(names)) {
    const uint32_t found = look_up(words, word);
    // Within a line such words name parts of the text: the comment of a reference, the author of a book.
    signs |= block ? found : found & (sign::back_link | sign::references);
    ref = ref || word == "ref" || word == "reference" || word == "citation";
    list = list || word == "list";
    if (!block && (word == "closed" || word == "tooltip" || word == "popover" || word == "popup"))
      signs |= sign::hidden;
    if (word == "label" || word == "number" || word == "order") signs |= sign::label;
    if (word == "links" || word == "reflinks" || word == "outlinks") signs |= sign::links;
  }
  if (ref && list) signs |= sign::references;
  each_name(names, [&](std::string_view name) { signs |= look_up(classes, lower(name)); });
  return signs;
}

bool is_undisplayed(std::string style) {
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  style = lower(style);
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

/// The id of a heading or section is made of its heading: "Related work" is no link to other pages.
uint32_t named_by_id(uint16_t role) {
  if (is_heading(role) || role == tag::section || role == tag::p || role == tag::li || role == tag::article)
    return sign::references | sign::notes;
  return ~uint32_t{sign::hidden | sign::label | sign::links};
}

}  // namespace

std::vector<std::string> name_words(std::string_view names) {
  std::vector<std::string> out;
  std::string word;
  const auto end = [&] {
    if (!word.empty()) out.push_back(std::move(word));
    word.clear();
  };
  for (size_t at = 0; at < names.size(); ++at) {
    if (!is_letter(names[at])) {
      end();
      continue;
    }
    // "refList" is two words, "SCIELO" one.
    if (is_capital(names[at]) && at > 0 && !is_capital(names[at - 1])) end();
    word += is_capital(names[at]) ? static_cast<char>(names[at] + 32) : names[at];
  }
  end();
  return out;
}

uint32_t signs_of(xml::SourceNode element) {
  uint32_t signs = 0;
  for (std::string_view attribute : {"role", "epub:type"}) {
    each_name(lower(element.attribute(attribute)), [&](std::string_view name) {
      if (name.starts_with("doc-")) name.remove_prefix(4);
      signs |= look_up(roles, name);
    });
  }
  const bool block = traits_of(element.role()).block;
  signs |= signs_of_names(element.attribute("class"), block);
  signs |= signs_of_names(element.attribute("id"), block) & named_by_id(element.role());
  if (element.has_attribute("hidden") || element.attribute("aria-hidden") == "true" ||
      is_undisplayed(element.attribute("style")))
    signs |= sign::hidden;
  if (element.role() == tag::dialog) signs |= sign::dialog;
  if (element.attribute("itemprop") == "articleBody") signs |= sign::main;
  return signs;
}

}  // namespace evident::read::html
