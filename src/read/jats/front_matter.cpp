// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/jats/front_matter.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "read/jats/citation_fields.hpp"
#include "read/jats/names.hpp"
#include "read/jats/people.hpp"
#include "read/xml/mapped_text.hpp"
#include "read/xml/plain_text.hpp"
#include "text/normal.hpp"

namespace evident::read::jats {

namespace {

using model::WorkRecord;
using model::WorkRelation;
using xml::SourceNode;

bool skip_marks(uint16_t role) {
  return role == tag::xref || role == tag::fn || role == tag::tex_math || role == tag::graphic;
}
bool skip_labels(uint16_t role) {
  return skip_marks(role) || role == tag::label || role == tag::sup || role == tag::institution_id ||
         role == tag::email;
}
bool skip_headings(uint16_t role) {
  return skip_marks(role) || role == tag::title || role == tag::label;
}

SourceNode meta_of(SourceNode article) {
  for (SourceNode child : article) {
    if (!child.is_element()) continue;
    if (child.role() == tag::front_stub) return child;
    if (child.role() == tag::front) {
      const SourceNode meta = child.child(tag::article_meta);
      return meta ? meta : child;
    }
  }
  return {};
}

int number(const std::string& words) {
  int value = 0;
  std::from_chars(words.data(), words.data() + words.size(), value);
  return value;
}

int month(const std::string& words) {
  constexpr std::array<std::string_view, 12> names{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};
  if (const int value = number(words); value >= 1 && value <= 12) return value;
  const std::string start = text::fold(words).substr(0, 3);
  const auto* found = std::find(names.begin(), names.end(), start);
  return found == names.end() ? 0 : static_cast<int>(found - names.begin()) + 1;
}

/// Gathers one record.
class Front {
 public:
  Front(SourceNode article, const xml::SourceText& source, const xml::Entities& entities)
      : m_article(article), m_source(source), m_entities(entities) {}
  WorkRecord read();

 private:
  std::string words(SourceNode node, bool (*skips)(uint16_t) = skip_marks) const {
    return xml::plain_text(node, m_entities, skips);
  }
  model::Date date(SourceNode node) const;
  void journal(SourceNode meta);
  void titles(SourceNode group);
  void contributors(SourceNode group);
  void affiliation(SourceNode node);
  void dates(SourceNode meta);
  void abstract(SourceNode node);
  void keywords(SourceNode group);
  void related(SourceNode node);
  void kind();

  SourceNode m_article;
  const xml::SourceText& m_source;
  const xml::Entities& m_entities;
  WorkRecord m_record;
};

model::Date Front::date(SourceNode node) const {
  model::Date date;
  date.year = year_in(words(node.child(tag::year)));
  if (date.year == 0) date.year = year_in(node.attribute("iso-8601-date"));
  if (date.year == 0) date.year = year_in(words(node.child(tag::string_date)));
  date.month = month(words(node.child(tag::month)));
  date.day = number(words(node.child(tag::day)));
  if (const SourceNode season = node.child(tag::season))
    date.printed = std::to_string(date.year) + " " + words(season);
  return date;
}

void Front::journal(SourceNode meta) {
  m_record.container = words(meta.descendant(tag::journal_title));
  m_record.publisher = words(meta.descendant(tag::publisher_name));
  for (SourceNode child : meta) {
    if (!child.is_element()) continue;
    if (child.role() == tag::journal_id) {
      const std::string type = child.attribute("journal-id-type");
      if (type == "nlm-ta" || (type == "iso-abbrev" && m_record.container_abbrev.empty()))
        m_record.container_abbrev = words(child);
    } else if (child.role() == tag::issn && m_record.issn.empty()) {
      m_record.issn = words(child);
    }
  }
  if (const SourceNode abbreviation = meta.descendant(tag::abbrev_journal_title);
      abbreviation && m_record.container_abbrev.empty()) {
    m_record.container_abbrev = words(abbreviation);
  }
  if (m_record.container.empty()) m_record.container = m_record.container_abbrev;
}

void Front::titles(SourceNode group) {
  m_record.title = title_of(m_article, m_entities);
  SourceNode translated = group.child(tag::trans_title);
  if (!translated) translated = group.descendant(tag::trans_title);
  if (!translated) return;
  std::string language = translated.attribute("lang");
  if (language.empty()) language = translated.parent().attribute("lang");
  // Records of the literature go by the English title and keep the other.
  if (language.starts_with("en") && !m_record.language.starts_with("en")) {
    m_record.vernacular_title = std::exchange(m_record.title, words(translated));
    if (m_record.title.empty()) m_record.title = m_record.vernacular_title;
  }
}

void Front::affiliation(SourceNode node) {
  const std::string place = words(node, skip_labels);
  auto& known = m_record.affiliations;
  if (!place.empty() && std::find(known.begin(), known.end(), place) == known.end()) known.push_back(place);
}

void Front::contributors(SourceNode group) {
  for (SourceNode child : group) {
    if (!child.is_element()) continue;
    if (child.role() == tag::aff) affiliation(child);
    if (child.role() == tag::aff_alternatives) affiliation(child.child(tag::aff));
    if (child.role() != tag::contrib) continue;
    std::string type = child.attribute("contrib-type");
    if (type.empty()) type = group.attribute("content-type");
    const bool editor = type.find("editor") != std::string::npos;
    if (!editor && !type.empty() && type.find("author") == std::string::npos && type != "collab" &&
        type != "group")
      continue;
    for (SourceNode part : child) {
      if (!part.is_element()) continue;
      if (part.role() == tag::aff) affiliation(part);
      if (auto who = person(part, m_entities))
        (editor ? m_record.editors : m_record.authors).push_back(std::move(*who));
    }
  }
}

void Front::dates(SourceNode meta) {
  model::Date print, both, collection, any;
  for (SourceNode child : meta) {
    if (!child.is_element() || child.role() != tag::pub_date) continue;
    const std::string type = child.attribute("pub-type") + child.attribute("date-type");
    const std::string format = child.attribute("publication-format");
    const model::Date day = date(child);
    if (day.year == 0) continue;
    const auto keep = [&](model::Date& field) {
      if (field.year == 0) field = day;
    };
    if (type == "ppub" || (type == "pub" && format == "print")) {
      keep(print);
    } else if (type == "epub-ppub") {
      keep(both);
    } else if (type == "collection") {
      keep(collection);
    } else if (type == "epub" || format == "electronic") {
      keep(m_record.electronic);
    } else if (type != "pmc-release" && type != "nihms-submitted" &&
               type.find("retract") == std::string::npos) {
      keep(any);
    }
  }
  for (const model::Date& day : {print, both, collection, m_record.electronic, any}) {
    if (m_record.issued.year == 0) m_record.issued = day;
  }
}

void Front::abstract(SourceNode node) {
  const std::string type = node.attribute("abstract-type");
  // Highlights and pictures for the table of contents are none.
  if (!type.empty() && type != "structured" && type != "section" && type != "summary" &&
      type != "executive-summary")
    return;
  const xml::MappedWords text(m_source, m_entities, skip_headings);
  xml::MappedText loose;
  const auto add_section = [&](std::string label, xml::MappedText words) {
    if (!words.text.empty())
      m_record.abstract.push_back({std::move(label), "", std::move(words.text), std::move(words.offsets)});
  };
  for (SourceNode child : node) {
    if (!child.is_element()) continue;
    if (child.role() == tag::sec) {
      std::string label = words(child.child(tag::title));
      while (!label.empty() && (label.back() == ':' || label.back() == '.')) label.pop_back();
      xml::MappedText part;
      for (SourceNode paragraph : child) {
        if (paragraph.is_element() && !skip_headings(paragraph.role())) text.add(paragraph, part);
      }
      add_section(std::move(label), std::move(part));
    } else if (child.role() != tag::title && child.role() != tag::label) {
      text.add(child, loose);
    }
  }
  add_section("", std::move(loose));
}

void Front::keywords(SourceNode group) {
  const bool mesh = text::fold(group.attribute("kwd-group-type")).find("mesh") != std::string::npos;
  for (SourceNode child : group) {
    if (!child.is_element()) continue;
    if (child.role() == tag::kwd || child.role() == tag::compound_kwd) {
      std::string keyword = words(child);
      if (!keyword.empty()) (mesh ? m_record.mesh : m_record.keywords).push_back(std::move(keyword));
    } else if (child.role() == tag::kwd_group) {
      keywords(child);
    }
  }
}

/// related-article-type, and what it says of the article that bears it.
constexpr std::array<std::pair<std::string_view, WorkRelation>, 19> relations{{
    {"retracted-article", WorkRelation::retracts},
    {"retraction-of", WorkRelation::retracts},
    {"retraction-forward", WorkRelation::retracted_by},
    {"retraction", WorkRelation::retracted_by},
    {"corrected-article", WorkRelation::corrects},
    {"addended-article", WorkRelation::corrects},
    {"correction-forward", WorkRelation::corrected_by},
    {"correction", WorkRelation::corrected_by},
    {"addendum", WorkRelation::corrected_by},
    {"commentary-article", WorkRelation::comments_on},
    {"commentary", WorkRelation::commented_by},
    {"article-reference", WorkRelation::comments_on},
    {"letter", WorkRelation::commented_by},
    {"object-of-concern", WorkRelation::concern_about},
    {"expression-of-concern", WorkRelation::concern_raised_by},
    {"concurrent-pub", WorkRelation::version_of},
    {"republished-article", WorkRelation::republishes},
    {"preprint", WorkRelation::version_of},
    {"companion", WorkRelation::part_of},
}};

void Front::related(SourceNode node) {
  const std::string type = node.attribute("related-article-type");
  const auto* found = std::find_if(relations.begin(), relations.end(),
                                   [&](const auto& known) { return known.first == type; });
  if (found == relations.end() || type == "companion") return;
  model::WorkLink link;
  link.relation = found->second;
  link.printed = words(node);
  const std::string address = node.attribute("href");
  std::string kind = node.attribute("ext-link-type");
  if (kind.empty() || kind == "uri") kind = address.find("10.") != std::string::npos ? "doi" : "pmid";
  take_identifier(kind, address, link.target);
  if (link.target.empty() && link.printed.empty()) return;
  m_record.retracted = m_record.retracted || link.relation == WorkRelation::retracted_by;
  m_record.links.push_back(std::move(link));
}

/// The words under which PubMed files a record's kind.
void Front::kind() {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 14> types{{
      {"research-article", "Journal Article"},
      {"brief-report", "Journal Article"},
      {"rapid-communication", "Journal Article"},
      {"review-article", "Review"},
      {"systematic-review", "Systematic Review"},
      {"meta-analysis", "Meta-Analysis"},
      {"case-report", "Case Reports"},
      {"editorial", "Editorial"},
      {"letter", "Letter"},
      {"reply", "Letter"},
      {"article-commentary", "Comment"},
      {"correction", "Published Erratum"},
      {"retraction", "Retraction of Publication"},
      {"news", "News"},
  }};
  const std::string type = m_article.attribute("article-type");
  const auto* found =
      std::find_if(types.begin(), types.end(), [&](const auto& known) { return known.first == type; });
  if (found != types.end()) m_record.publication_types.emplace_back(found->second);
  if (type == "preprint") m_record.type = model::WorkType::preprint;
  if (type == "news") m_record.type = model::WorkType::news;
}

WorkRecord Front::read() {
  m_record.language = m_article.attribute("lang");
  for (SourceNode child : m_article) {
    if (!child.is_element() || child.role() != tag::front) continue;
    if (const SourceNode meta = child.child(tag::journal_meta)) journal(meta);
  }
  const SourceNode meta = meta_of(m_article);
  std::string first, last, range, number_in_volume;
  for (SourceNode child : meta) {
    if (!child.is_element()) continue;
    switch (child.role()) {
      case tag::article_id:
        take_identifier(child.attribute("pub-id-type"), words(child), m_record.ids);
        break;
      case tag::title_group:
        titles(child);
        break;
      case tag::contrib_group:
        contributors(child);
        break;
      case tag::aff:
        affiliation(child);
        break;
      case tag::aff_alternatives:
        affiliation(child.child(tag::aff));
        break;
      case tag::volume:
        m_record.volume = words(child);
        break;
      case tag::issue:
        m_record.issue = words(child);
        break;
      case tag::fpage:
        first = words(child);
        break;
      case tag::lpage:
        last = words(child);
        break;
      case tag::page_range:
        range = words(child);
        break;
      case tag::elocation_id:
        number_in_volume = words(child);
        break;
      case tag::abstract:
        abstract(child);
        break;
      case tag::kwd_group:
        keywords(child);
        break;
      case tag::related_article:
        related(child);
        break;
      default:
        break;
    }
  }
  m_record.pages = !first.empty()   ? (last.empty() || last == first ? first : first + "-" + last)
                   : !range.empty() ? range
                                    : number_in_volume;
  dates(meta);
  kind();
  return std::move(m_record);
}

}  // namespace

std::string title_of(SourceNode article, const xml::Entities& entities) {
  const SourceNode group = meta_of(article).child(tag::title_group);
  std::string title = xml::plain_text(group.child(tag::article_title), entities, skip_marks);
  const std::string subtitle = xml::plain_text(group.child(tag::subtitle), entities, skip_marks);
  if (!title.empty() && !subtitle.empty())
    title += (title.back() == ':' || title.back() == '?' ? " " : ": ") + subtitle;
  if (title.empty()) title = subtitle;
  if (title.size() > 1 && title.back() == '.' && title[title.size() - 2] != '.') title.pop_back();
  return title;
}

model::WorkRecord front_matter(SourceNode article, const xml::SourceText& source,
                               const xml::Entities& entities) {
  return Front(article, source, entities).read();
}

}  // namespace evident::read::jats
