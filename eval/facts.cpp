// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/facts.hpp"

#include <algorithm>
#include <fstream>
#include <map>

#include "eval/markup.hpp"
#include "extract/field/fields.hpp"
#include "extract/field/scan.hpp"
#include "text/normal.hpp"

namespace evident::eval {

namespace {

using extract::field::trimmed;
using extract::parsing::Label;

std::string plain(std::string_view markup) {
  std::string out;
  scan_markup(
      markup, [&](std::string_view raw) { out += unescaped(raw); }, [](const Tag&) {});
  return text::squeeze(out);
}

std::string first(std::string_view markup, std::string_view name) {
  const auto found = elements(markup, name);
  return found.empty() ? "" : std::string(trimmed(plain(found.front().inside), " ,;."));
}

std::vector<model::Person> people(std::string_view markup) {
  std::vector<model::Person> all;
  for (const char* tag : {"name", "string-name"}) {
    for (const auto& name : elements(markup, tag)) {
      model::Person person;
      person.family = first(name.inside, "surname");
      person.given = first(name.inside, "given-names");
      if (!person.family.empty()) all.push_back(std::move(person));
    }
  }
  for (const auto& body : elements(markup, "collab")) {
    model::Person person;
    person.family = plain(body.inside);
    person.collective = true;
    if (all.empty() && !person.family.empty()) all.push_back(std::move(person));
  }
  return all;
}

Facts facts_of(const Element& citation) {
  const std::string_view inside = citation.inside;
  Facts facts;
  std::string authors(inside);
  for (const auto& group : elements(inside, "person-group")) {
    if (!group.tag.has("editor")) continue;
    facts.editors = people(group.inside);
    if (const size_t at = authors.find(group.inside); at != std::string::npos)
      authors.erase(at, group.inside.size());
  }
  facts.authors = people(authors);
  facts.title = first(inside, "article-title");
  if (facts.title.empty()) facts.title = first(inside, "chapter-title");
  facts.container = first(inside, "source");
  facts.year = first(inside, "year");
  facts.month = first(inside, "month");
  facts.volume = first(inside, "volume");
  facts.issue = first(inside, "issue");
  facts.first_page = first(inside, "fpage");
  facts.last_page = first(inside, "lpage");
  facts.publisher = first(inside, "publisher-name");
  facts.place = first(inside, "publisher-loc");
  facts.edition = first(inside, "edition");
  const bool journal = citation.tag.has("\"journal\"") ||
                       (facts.publisher.empty() && !facts.volume.empty() && !facts.title.empty());
  if (journal) return facts;
  if (facts.title.empty()) {
    facts.title = std::move(facts.container);
    facts.container.clear();
    facts.type = model::WorkType::book;
  } else {
    facts.type = model::WorkType::chapter;
  }
  return facts;
}

/// The cells of a line of CSV.
std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> all(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      all.emplace_back();
    } else {
      all.back() += c;
    }
  }
  return all;
}

}  // namespace

std::vector<Facts> read_jats_facts(const std::filesystem::path& folder, size_t most_articles_a_file) {
  std::vector<Facts> all;
  for (const auto& file : files_below(folder, ".nxml")) {
    const std::string bytes = read_file(file);
    for (const char* name : {"element-citation", "mixed-citation"}) {
      const auto citations = elements(bytes, name);
      const size_t step = std::max<size_t>(1, citations.size() / most_articles_a_file);
      for (size_t i = 0; i < citations.size(); ++i) {
        Facts facts = facts_of(citations[i]);
        const bool article = facts.type == model::WorkType::article;
        if (facts.title.size() < 8 || facts.year.empty() ||
            (article && (i % step != 0 || facts.container.empty())))
          continue;
        all.push_back(std::move(facts));
      }
    }
  }
  return all;
}

std::vector<JatsCitation> read_jats_citations(const std::filesystem::path& folder) {
  std::vector<JatsCitation> all;
  for (const char* extension : {".nxml", ".xml"}) {
    for (const auto& file : files_below(folder, extension)) {
      const std::string bytes = read_file(file);
      for (const auto& citation : elements(bytes, "mixed-citation")) {
        const std::string markup = printed_markup(citation.inside);
        if (!parts_are_parted(markup)) continue;
        JatsCitation found{plain(markup), facts_of(citation), ""};
        for (const auto& id : elements(citation.inside, "pub-id")) {
          if (id.tag.has("\"pmid\"")) found.pmid = plain(id.inside);
        }
        all.push_back(std::move(found));
      }
    }
  }
  return all;
}

Facts facts_of(const TaggedReference& reference) {
  Facts facts;
  const auto part = [&](Label label) {
    std::string text;
    for (const auto& each : reference.parts) {
      if (each.label == label)
        text += (text.empty() ? "" : " ") + reference.text.substr(each.span.start, each.span.size());
    }
    return std::string(trimmed(text, " .,;:\"'()[]"));
  };
  bool et_al = false;
  facts.authors = extract::field::authors(part(Label::author), et_al);
  facts.title = part(Label::title);
  for (std::string_view quote :
       {"\xE2\x80\x9C", "\xE2\x80\x9D", "\xC2\xAB", "\xC2\xBB", "\xE2\x80\x9E", "\""}) {
    for (size_t at = facts.title.find(quote); at != std::string::npos; at = facts.title.find(quote))
      facts.title.erase(at, quote.size());
  }
  facts.title = trimmed(facts.title, " .,;:");
  facts.container = part(Label::container);
  if (facts.container.starts_with("In")) facts.container = trimmed(facts.container.substr(2), " :");
  const std::string date = part(Label::date);
  if (const size_t year = extract::field::find_year(date); year != std::string::npos)
    facts.year = date.substr(year, 4);
  const auto number = [](const std::string& text, size_t from) {
    const size_t start = text.find_first_of("0123456789", from);
    if (start == std::string::npos) return std::string();
    return text.substr(start, text.find_first_not_of("0123456789", start) - start);
  };
  facts.volume = number(part(Label::volume), 0);
  const std::string pages = part(Label::pages);
  facts.first_page = number(pages, 0);
  facts.last_page =
      facts.first_page.empty() ? "" : number(pages, pages.find(facts.first_page) + facts.first_page.size());
  facts.publisher = part(Label::publisher);
  facts.place = part(Label::place);
  if (facts.container.empty()) {
    facts.type = model::WorkType::book;
  } else if (facts.volume.empty()) {
    facts.type = model::WorkType::chapter;
  }
  if (facts.year.empty() || facts.authors.empty() || facts.title.size() > 300) facts.title.clear();
  return facts;
}

std::vector<JournalName> read_journal_names(const std::filesystem::path& folder) {
  std::vector<JournalName> names;
  for (const auto& file : files_below(folder, ".csv")) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      auto row = cells(line);
      if (row.size() >= 2 && row[0].size() > 3 && row[1].size() > 2) names.push_back({row[0], row[1]});
    }
  }
  return names;
}

}  // namespace evident::eval
