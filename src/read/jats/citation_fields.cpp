// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/jats/citation_fields.hpp"

#include <algorithm>
#include <charconv>

#include "read/jats/names.hpp"
#include "read/jats/people.hpp"
#include "read/xml/plain_text.hpp"

namespace evident::read::jats {

namespace {

using model::WorkType;

bool skip_apart(uint16_t role) {
  return role == tag::tex_math || role == tag::xref || role == tag::fn;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

/// A title or name of a container without the stop that the style prints behind it.
std::string without_stop(std::string text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == ',' || text.back() == ';')) text.pop_back();
  if (text.size() > 1 && text.back() == '.' && text[text.size() - 2] != '.') text.pop_back();
  return text;
}

/// The digits behind "pubmed/" of an address, and the like.
std::string digits_after(const std::string& text, std::string_view start) {
  const size_t at = lower(text).find(start);
  if (at == std::string::npos) return "";
  const size_t from = at + start.size();
  const size_t end = std::min(text.find_first_not_of("0123456789", from), text.size());
  return text.substr(from, end - from);
}

struct Reading {
  const xml::Entities& entities;
  model::MarkedReference out;
  std::string month, year, day;

  std::string words(xml::SourceNode node) const { return xml::plain_text(node, entities, skip_apart); }
  void fill(std::string& field, xml::SourceNode node) const {
    if (field.empty()) field = without_stop(words(node));
  }
  void people(xml::SourceNode group, std::vector<model::Person>& list);
  void visit(xml::SourceNode node);
  void links(xml::SourceNode node);
};

void Reading::people(xml::SourceNode group, std::vector<model::Person>& list) {
  for (xml::SourceNode node : group) {
    if (!node.is_element()) continue;
    if (node.role() == tag::etal) {
      out.fields.et_al = true;
    } else if (auto who = person(node, entities)) {
      list.push_back(std::move(*who));
    } else if (node.role() == tag::other) {
      people(node, list);
    }
  }
}

void Reading::links(xml::SourceNode node) {
  std::string address = node.attribute("href");
  if (address.empty()) address = words(node);
  const std::string stated = lower(node.attribute("ext-link-type"));
  const std::string where = lower(address);
  if (stated == "doi" || where.find("doi.org/") != std::string::npos) {
    take_identifier("doi", address, out.ids);
  } else if (stated == "pmid" || stated == "pubmed" ||
             where.find("ncbi.nlm.nih.gov/pubmed/") != std::string::npos ||
             where.find("pubmed.ncbi.nlm.nih.gov/") != std::string::npos) {
    take_identifier("pmid", address, out.ids);
  } else if (stated == "pmc" || stated == "pmcid" || where.find("/pmc/articles/") != std::string::npos) {
    take_identifier("pmcid", address, out.ids);
  } else if (out.fields.url.empty() && where.starts_with("http")) {
    out.fields.url = address;
  }
}

void Reading::visit(xml::SourceNode node) {
  auto& fields = out.fields;
  for (xml::SourceNode child : node) {
    if (!child.is_element()) continue;
    switch (child.role()) {
      case tag::person_group:
      case tag::name:
      case tag::string_name:
      case tag::name_alternatives:
      case tag::collab:
      case tag::collab_alternatives:
        break;  // read in one go, by kind of group
      case tag::etal:
        fields.et_al = true;
        break;
      case tag::article_title:
      case tag::chapter_title:
      case tag::data_title:
      case tag::part_title:
        fill(fields.title, child);
        break;
      case tag::source:
      case tag::conf_name:
        fill(fields.container, child);
        break;
      case tag::year: {
        if (year.empty()) year = words(child);
        if (fields.year == 0) fields.year = year_in(year);
        if (fields.year == 0) fields.year = year_in(child.attribute("iso-8601-date"));
        break;
      }
      case tag::month:
      case tag::season:
        if (month.empty()) month = words(child);
        break;
      case tag::day:
        if (day.empty()) day = words(child);
        break;
      case tag::volume:
        fill(fields.volume, child);
        break;
      case tag::issue:
        fill(fields.issue, child);
        break;
      case tag::fpage: {
        const std::string first = without_stop(words(child));
        fields.pages =
            fields.pages.empty() || fields.pages.front() == '-' ? first + fields.pages : fields.pages;
        break;
      }
      case tag::lpage: {
        const std::string last = without_stop(words(child));
        if (!last.empty() && last != fields.pages && fields.pages.find('-') == std::string::npos)
          fields.pages += "-" + last;
        break;
      }
      case tag::page_range:
      case tag::elocation_id:
        fill(fields.pages, child);
        break;
      case tag::publisher_name:
        fill(fields.publisher, child);
        break;
      case tag::publisher_loc:
        fill(fields.place, child);
        break;
      case tag::date_in_citation:
        fill(fields.accessed, child);
        break;
      case tag::pub_id:
        take_identifier(lower(child.attribute("pub-id-type")), words(child), out.ids);
        break;
      case tag::ext_link:
      case tag::uri:
        links(child);
        break;
      default:
        visit(child);
    }
  }
}

WorkType type_of(const std::string& stated, const model::ReferenceFields& fields) {
  const auto says = [&](std::string_view word) { return stated.find(word) != std::string::npos; };
  if (says("journal") || says("article")) return WorkType::article;
  if (says("book"))
    return fields.title.empty() || fields.container.empty() ? WorkType::book : WorkType::chapter;
  if (says("conf")) return WorkType::conference;
  if (says("thesis") || says("dissertation")) return WorkType::thesis;
  if (says("web") || says("database")) return WorkType::webpage;
  if (says("report") || says("gov")) return WorkType::report;
  if (says("patent")) return WorkType::patent;
  if (says("preprint")) return WorkType::preprint;
  if (says("news")) return WorkType::news;
  return !fields.title.empty() && !fields.container.empty() && !fields.volume.empty() ? WorkType::article
                                                                                      : WorkType::other;
}

}  // namespace

int year_in(std::string_view words) {
  for (size_t at = 0; at + 4 <= words.size(); ++at) {
    const std::string_view four = words.substr(at, 4);
    if (four.find_first_not_of("0123456789") != std::string_view::npos) continue;
    int year = 0;
    std::from_chars(four.data(), four.data() + 4, year);
    if (year >= 1500 && year <= 2100) return year;
  }
  return 0;
}

void take_identifier(const std::string& type, const std::string& words, model::Identifiers& ids) {
  const auto take = [](std::string& field, const std::optional<std::string>& value) {
    if (field.empty() && value) field = *value;
  };
  if (type == "doi") {
    take(ids.doi, model::normal_doi(words));
  } else if (type == "pmid" || type == "pubmed") {
    take(ids.pmid, model::normal_pmid(words));
    for (std::string_view start : {"pubmed/", "nih.gov/", "list_uids=", "pmid:", "pmid "}) {
      if (!ids.pmid.empty()) break;
      const std::string digits = digits_after(words, start);
      take(ids.pmid, model::normal_pmid(digits));
    }
  } else if (type == "pmc" || type == "pmcid") {
    const bool digits = words.find_first_not_of("0123456789") == std::string::npos;
    take(ids.pmcid, model::normal_pmcid(digits ? "PMC" + words : words));
    if (!ids.pmcid.empty()) return;
    if (const std::string number = digits_after(words, "articles/pmc"); !number.empty())
      take(ids.pmcid, model::normal_pmcid("PMC" + number));
  }
}

bool names_parts(const model::MarkedReference& marked) {
  const auto& fields = marked.fields;
  return !fields.title.empty() || !fields.container.empty() || (!fields.authors.empty() && fields.year != 0);
}

model::MarkedReference citation_fields(xml::SourceNode citation, const xml::Entities& entities) {
  Reading reading{entities, {}, {}, {}, {}};
  std::string stated = citation.attribute("publication-type");
  if (stated.empty()) stated = citation.attribute("citation-type");
  reading.visit(citation);
  auto& fields = reading.out.fields;

  // Authors stand in a group that says so or in none; where a book has editors alone, they stand for it.
  xml::SourceNode authors, editors, others;
  for (xml::SourceNode child : citation) {
    if (!child.is_element() || child.role() != tag::person_group) continue;
    const std::string kind = lower(child.attribute("person-group-type"));
    if (!authors && (kind.empty() || kind == "author" || kind == "allauthors")) authors = child;
    if (!editors && kind == "editor") editors = child;
    if (!others) others = child;
  }
  if (authors) reading.people(authors, fields.authors);
  if (fields.authors.empty()) {
    for (xml::SourceNode child : citation) {
      if (!child.is_element()) continue;
      if (auto who = person(child, entities)) fields.authors.push_back(std::move(*who));
    }
  }
  if (fields.authors.empty() && others) {
    reading.people(others, fields.authors);
  } else if (editors) {
    reading.people(editors, fields.editors);
  }

  fields.type = type_of(lower(stated), fields);
  if (fields.title.empty() && fields.type != WorkType::article) std::swap(fields.title, fields.container);
  for (const std::string& piece : {reading.day, reading.month, reading.year}) {
    if (piece.empty()) continue;
    if (!fields.date.empty()) fields.date += ' ';
    fields.date += piece;
  }
  return std::move(reading.out);
}

}  // namespace evident::read::jats
