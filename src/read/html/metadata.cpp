// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/html/metadata.hpp"

#include <algorithm>
#include <string_view>

#include "read/html/json_ld.hpp"
#include "read/html/links.hpp"
#include "read/record/identifiers.hpp"
#include "read/record/people.hpp"
#include "read/record/values.hpp"
#include "read/xml/plain_text.hpp"
#include "text/normal.hpp"

namespace evident::read::html {

namespace {

struct Tag {
  std::string name;  ///< lower case; "bepress_" and the like dropped
  std::string content;
  Span span;
};

using Tags = std::vector<Tag>;

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return text;
}

Tags tags_of(const Tree& tree) {
  Tags tags;
  tree.root().each_below(tag::meta, [&](xml::SourceNode node) {
    Tag tag;
    tag.name = lower(node.attribute("name"));
    if (tag.name.empty()) tag.name = lower(node.attribute("property"));
    if (tag.name.empty()) return;
    for (std::string_view prefix : {"bepress_", "wkhealth_"}) {
      if (tag.name.starts_with(prefix)) tag.name.erase(0, prefix.size());
    }
    tag.content = text::squeeze(node.attribute("content"));
    tag.span = node.span();
    if (!tag.content.empty()) tags.push_back(std::move(tag));
  });
  return tags;
}

std::string first(const Tags& tags, std::initializer_list<std::string_view> names) {
  for (std::string_view name : names) {
    for (const Tag& tag : tags) {
      if (tag.name == name) return tag.content;
    }
  }
  return "";
}

template <typename Visit>
void each(const Tags& tags, std::string_view name, Visit visit) {
  for (const Tag& tag : tags) {
    if (tag.name == name) visit(tag.content);
  }
}

std::vector<std::string> split(std::string_view list, std::string_view separators) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    const size_t end = std::min(list.find_first_of(separators), list.size());
    std::string part = text::squeeze(list.substr(0, end));
    if (!part.empty()) parts.push_back(std::move(part));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return parts;
}

void take_authors(const Tags& tags, model::WorkRecord& record) {
  const auto add = [&](const std::string& name) {
    model::Person who = record::person_in_any_order(name);
    if (!who.family.empty()) record.authors.push_back(std::move(who));
  };
  for (std::string_view name : {"citation_author", "dc.creator", "dcterms.creator", "dc.contributor"}) {
    if (record.authors.empty()) each(tags, name, add);
  }
  if (record.authors.empty()) {
    each(tags, "citation_authors", [&](const std::string& all) {
      for (const std::string& name : split(all, ";")) add(name);
    });
  }
  each(tags, "citation_author_institution", [&](const std::string& place) {
    auto& known = record.affiliations;
    if (std::find(known.begin(), known.end(), place) == known.end()) known.push_back(place);
  });
}

void take_ids(const Tags& tags, model::Identifiers& ids) {
  for (std::string_view name :
       {"citation_doi", "prism.doi", "dc.identifier", "dc.identifier.doi", "dcterms.identifier"}) {
    each(tags, name, [&](const std::string& value) {
      if (value.find("10.") != std::string::npos) record::take_doi(ids, value);
    });
  }
  each(tags, "citation_pmid", [&](const std::string& value) { record::take_pmid(ids, value); });
  each(tags, "citation_pmcid", [&](const std::string& value) { record::take_pmcid(ids, value); });
}

model::WorkType type_of(const Tags& tags) {
  const auto has = [&](std::string_view name) { return !first(tags, {name}).empty(); };
  if (has("citation_dissertation_institution") || has("citation_dissertation_name"))
    return model::WorkType::thesis;
  if (has("citation_technical_report_institution")) return model::WorkType::report;
  if (has("citation_conference_title") || has("citation_conference")) return model::WorkType::conference;
  if (has("citation_inbook_title")) return model::WorkType::chapter;
  if (has("citation_journal_title") || has("prism.publicationname") || has("citation_journal_abbrev"))
    return model::WorkType::article;
  if (has("citation_book_title") || has("citation_isbn")) return model::WorkType::book;
  return has("citation_title") ? model::WorkType::article : model::WorkType::webpage;
}

void take_place(const Tags& tags, model::WorkRecord& record) {
  record.container =
      first(tags, {"citation_journal_title", "prism.publicationname", "citation_conference_title",
                   "citation_conference", "citation_inbook_title", "citation_book_title", "dc.source",
                   "dcterms.ispartof", "dc.relation.ispartof"});
  record.container_abbrev = first(tags, {"citation_journal_abbrev"});
  record.issn = first(tags, {"citation_issn", "prism.issn", "dc.source.issn"});
  record.publisher = first(tags, {"citation_publisher", "dc.publisher", "dcterms.publisher"});
  record.volume = first(tags, {"citation_volume", "prism.volume", "dc.source.volume"});
  record.issue = first(tags, {"citation_issue", "prism.number", "dc.source.issue"});
  record.pages = record::pages(first(tags, {"citation_firstpage", "prism.startingpage"}),
                               first(tags, {"citation_lastpage", "prism.endingpage"}));
}

void take_dates(const Tags& tags, model::WorkRecord& record) {
  record.electronic = record::date(first(tags, {"citation_online_date"}));
  record.issued =
      record::date(first(tags, {"citation_publication_date", "citation_date", "citation_cover_date",
                                "citation_year", "prism.publicationdate", "dc.date.issued", "dcterms.issued",
                                "dc.date", "dcterms.date", "dcterms.created", "article:published_time"}));
  if (record.issued.year == 0) record.issued = record.electronic;
}

/// "citation_title=...;citation_author=...;citation_doi=..." or the reference as printed.
ListedReference listed(const Tag& tag) {
  ListedReference out;
  out.span = tag.span;
  out.printed = tag.content;
  model::ReferenceFields& fields = out.stated.fields;
  if (tag.content.find("citation_") == std::string::npos) return out;
  std::string printed;
  for (const std::string& part : split(tag.content, ";")) {
    const size_t equals = part.find('=');
    if (!part.starts_with("citation_") || equals == std::string::npos) continue;
    const std::string name = part.substr(9, equals - 9);
    const std::string value = text::squeeze(part.substr(equals + 1));
    if (value.empty()) continue;
    if (name != "id") printed += (printed.empty() ? "" : ". ") + value;
    if (name == "title") fields.title = value;
    if (name == "author") fields.authors.push_back(record::person_in_any_order(value));
    if (name == "journal_title" || name == "inbook_title") fields.container = value;
    if (name == "publication_date" || name == "year" || name == "date") fields.year = record::year_in(value);
    if (name == "volume") fields.volume = value;
    if (name == "issue") fields.issue = value;
    if (name == "pages" || name == "firstpage") fields.pages = value;
    if (name == "doi") record::take_doi(out.stated.ids, value);
    if (name == "pmid") record::take_pmid(out.stated.ids, value);
  }
  out.printed = printed;
  return out;
}

/// The site's name stands behind the title, parted by a bar or a dash.
std::string without_site(std::string title, const std::string& site) {
  for (std::string_view separator :
       {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " :: ", " \xC2\xBB ", " \xC2\xB7 "}) {
    const size_t at = title.rfind(separator);
    if (at == std::string::npos || at == 0) continue;
    const std::string last = title.substr(at + separator.size());
    const auto blanks = std::count(last.begin(), last.end(), ' ');
    if (last == site || (blanks < 4 && last.size() < at)) title.resize(at);
  }
  return text::squeeze(title);
}

}  // namespace

Metadata metadata(const Tree& tree) {
  Metadata out;
  model::WorkRecord& record = out.record;
  const Tags tags = tags_of(tree);
  record.title = first(tags, {"citation_title", "dc.title", "dcterms.title", "prism.title"});
  const bool named = !record.title.empty();
  const bool scholarly =
      !first(tags, {"citation_title"}).empty() || !first(tags, {"prism.publicationname"}).empty();
  record.type = type_of(tags);
  take_authors(tags, record);
  take_ids(tags, record.ids);
  take_place(tags, record);
  take_dates(tags, record);
  record.language = first(tags, {"citation_language", "dc.language", "dcterms.language"});
  if (const xml::SourceNode root = tree.root().descendant(tag::html); record.language.empty() && root)
    record.language = root.attribute("lang");
  if (const std::string words = first(tags, {"citation_keywords"}); !words.empty())
    record.keywords = split(words, ";,");
  std::string abstract = first(tags, {"citation_abstract", "dcterms.abstract", "dc.description.abstract"});
  if (!abstract.empty()) record.abstract.push_back({"", "", std::move(abstract)});
  bool described = false;
  tree.root().each_below(tag::script, [&](xml::SourceNode script) {
    if (lower(script.attribute("type")) == "application/ld+json")
      described = take_json_ld(script.raw(), record) || described;
  });
  const std::string site = first(tags, {"og:site_name"});
  const bool article = lower(first(tags, {"og:type"})) == "article";
  if (record.title.empty()) record.title = first(tags, {"og:title", "twitter:title"});
  if (record.container.empty() && record.type != model::WorkType::article) record.container = site;
  if (record.url.empty())
    record.url = first(tags, {"og:url", "citation_public_url", "citation_fulltext_html_url"});
  const bool stated = named && (!record.authors.empty() || record.issued.year != 0 || !record.ids.empty());
  out.is_work = !record.title.empty() && (scholarly || stated || described || article);
  for (const Tag& tag : tags) {
    if (tag.name == "citation_reference") out.references.push_back(listed(tag));
  }
  if (const xml::SourceNode title = tree.root().descendant(tag::title)) {
    std::string words;
    for (xml::SourceNode text : title) words += text.raw();
    out.window_title = without_site(text::squeeze(xml::decoded(words, nullptr)), site);
  }
  return out;
}

}  // namespace evident::read::html
