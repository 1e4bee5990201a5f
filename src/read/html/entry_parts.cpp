// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/html/entry_parts.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "read/html/coins.hpp"
#include "read/html/links.hpp"
#include "text/normal.hpp"
#include "text/percent.hpp"

namespace evident::read::html {

namespace {

/// Places where a reference can be had, as text::fold() leaves their names.
constexpr std::array<std::string_view, 58> services{"abstract",
                                                    "abstract free full text",
                                                    "ads",
                                                    "article",
                                                    "article pubmed pubmed central google scholar",
                                                    "cas",
                                                    "chemport",
                                                    "cited by",
                                                    "copy",
                                                    "crossref",
                                                    "crossref full text",
                                                    "crossref google scholar",
                                                    "crossref medline",
                                                    "crossref pubmed",
                                                    "doi",
                                                    "doi crossref",
                                                    "doi full text",
                                                    "doi pubmed",
                                                    "download",
                                                    "download citation",
                                                    "download references",
                                                    "europe pmc",
                                                    "export citation",
                                                    "find article",
                                                    "find it",
                                                    "free article",
                                                    "free full text",
                                                    "free pmc article",
                                                    "full text",
                                                    "full text free",
                                                    "full text pdf",
                                                    "full text via crossref",
                                                    "go to reference",
                                                    "google scholar",
                                                    "inspire",
                                                    "isi",
                                                    "jump to",
                                                    "link",
                                                    "mathscinet",
                                                    "medline",
                                                    "nasa ads",
                                                    "open in new tab",
                                                    "openurl",
                                                    "pdf",
                                                    "pmc",
                                                    "pmc free article",
                                                    "pmid",
                                                    "pubmed",
                                                    "pubmed abstract",
                                                    "pubmed abstract crossref full text",
                                                    "pubmed central",
                                                    "pubmed google scholar",
                                                    "scopus",
                                                    "search pubmed",
                                                    "view article",
                                                    "view record in scopus",
                                                    "web of science",
                                                    "worldcat"};

static_assert(std::is_sorted(services.begin(), services.end()));

bool is_service(std::string_view words) {
  const std::string folded = text::fold(words);
  return std::binary_search(services.begin(), services.end(), folded);
}

/// An arrow, letter or "Jump up": no number of the entry.
bool is_arrow(std::string_view words) {
  const bool digits = words.find_first_of("0123456789") != std::string_view::npos;
  return !digits && (words.size() <= 4 || words.starts_with("Jump") || words.starts_with("Back") ||
                     words.starts_with("Return") || words.starts_with("\xE2\x86"));
}

/// "» https://doi.org/10.1/x" behind an entry that prints the same: a link for the reader's mouse.
bool repeats_address(const Entry& entry, xml::SourceNode link, std::string_view words) {
  const size_t address = words.find("http");
  if (address == std::string_view::npos || address > 5 || !is_arrow(words.substr(0, address))) return false;
  words.remove_prefix(address);
  const size_t first = entry.text.find(words);
  return first != std::string::npos && entry.text.find(words, first + 1) != std::string::npos &&
         text::squeeze(link.attribute("href")) == words;
}

bool leads_out_of(const Entry& entry, xml::SourceNode link, const Survey& survey) {
  const std::string href = link.attribute("href");
  const size_t hash = href.find('#');
  if (hash == std::string::npos) return false;
  const xml::SourceNode target = survey.by_id(text::percent_decoded(href.substr(hash + 1)));
  return target && target.span().start < entry.span().start;
}

/// Between links to services nothing but brackets and bars stands.
bool is_punctuation(std::string_view words) {
  return std::none_of(words.begin(), words.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
  });
}

}  // namespace

bool is_beside_entry(const Survey& survey, xml::SourceNode node, const Entry& entry) {
  if (!node.is_element()) {
    if (!is_punctuation(node.raw()) || node.raw().find_first_not_of(" \t\r\n") == std::string_view::npos)
      return false;
    const xml::SourceNode before = survey.before(node);
    return before && before.is_element() && before.role() == tag::a && is_beside_entry(survey, before, entry);
  }
  if (survey.is_hidden(node) || survey.has(node, sign::back_link)) return true;
  if (survey.has(node, sign::links) && survey.linked(node) * 10 >= survey.text(node) * 7 &&
      !(node == entry.nodes.front()))
    return true;
  if (node.role() == tag::button || node.role() == tag::form) return true;
  if (node.role() != tag::a) return false;
  const std::string words = survey.shown_text(node);
  if (repeats_address(entry, node, words)) return true;
  if (survey.text(node) > 60) return false;
  return leads_out_of(entry, node, survey) ? is_arrow(words) : is_service(words);
}

model::MarkedReference stated_parts(const Entry& entry) {
  model::MarkedReference out;
  model::Identifiers linked;
  std::optional<model::MarkedReference> stated;
  size_t objects = 0;
  const auto look = [&](xml::SourceNode node) {
    if (node.role() == tag::a) take_ids_of_address(node.attribute("href"), linked);
    if (node.role() != tag::other || node.attribute("class").find("Z3988") == std::string::npos) return;
    ++objects;
    stated = coins(node.attribute("title"));
  };
  for (xml::SourceNode node : entry.nodes) {
    if (!node.is_element()) continue;
    look(node);
    for (uint16_t role : {tag::a, tag::other}) node.each_below(role, look);
  }
  // Several works in one entry: what is whose is for the print to tell.
  if (objects == 1 && stated) out = std::move(*stated);
  if (out.ids.doi.empty()) out.ids.doi = linked.doi;
  if (out.ids.pmid.empty()) out.ids.pmid = linked.pmid;
  if (out.ids.pmcid.empty()) out.ids.pmcid = linked.pmcid;
  return out;
}

}  // namespace evident::read::html
