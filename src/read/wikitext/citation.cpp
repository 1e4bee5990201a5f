// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/wikitext/citation.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "read/record/identifiers.hpp"
#include "read/record/values.hpp"
#include "read/wikitext/citation_names.hpp"
#include "read/wikitext/inline.hpp"
#include "read/wikitext/parameters.hpp"
#include "read/wikitext/people.hpp"
#include "text/normal.hpp"

namespace evident::read::wikitext {

namespace {

using model::WorkType;

constexpr size_t most_names = 4;  // in a short citation

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

WorkType type_of(std::string_view name, const model::ReferenceFields& fields, bool journal, bool chapter,
                 bool book) {
  WorkType type = type_by_name(name);
  if (type == WorkType::book && chapter) return WorkType::chapter;
  if (type != WorkType::other) return type;
  // A collection with numbered issues is a periodical ({{Literatur|Sammelwerk=...|Nummer=2}}).
  if (book && !fields.issue.empty()) return WorkType::article;
  if (chapter) return WorkType::chapter;
  if (journal && (!fields.volume.empty() || !fields.issue.empty())) return WorkType::article;
  if (!journal && !fields.publisher.empty() && fields.url.empty()) return WorkType::book;
  return fields.url.empty() ? WorkType::other : WorkType::webpage;
}

/// The words of each parameter, and of the numbered ones by number.
class Reading {
 public:
  Reading(const Page& page, const Template& use);
  Citation citation();

 private:
  std::string value(Param what) const;
  std::vector<std::string> values(Param what) const;
  void identifiers();
  void authors();
  void titles();
  void anchors();
  void print();

  const Page& m_page;
  const Template& m_use;
  std::map<Param, std::map<size_t, std::string>> m_values;
  Citation m_out;
  bool m_chapter = false;
};

Reading::Reading(const Page& page, const Template& use) : m_page(page), m_use(use) {
  for (const Argument& argument : use.arguments) {
    if (!argument.named || argument.value.empty()) continue;
    const auto parameter = parameter_of(argument.name);
    if (!parameter) continue;
    if (parameter->what == Param::anchor) continue;  // names no part of the work
    std::string words = plain(page, argument.value);
    // Several names of one thing: the first that says something counts ("journal", "publisher" beside
    // "work").
    if (!words.empty()) m_values[parameter->what].emplace(parameter->number, std::move(words));
  }
}

std::string Reading::value(Param what) const {
  const auto found = m_values.find(what);
  return found == m_values.end() ? "" : found->second.begin()->second;
}

std::vector<std::string> Reading::values(Param what) const {
  std::vector<std::string> out;
  if (const auto found = m_values.find(what); found != m_values.end()) {
    for (const auto& [number, words] : found->second) out.push_back(words);
  }
  return out;
}

void Reading::identifiers() {
  record::take_doi(m_out.ids, value(Param::doi));
  record::take_pmid(m_out.ids, value(Param::pmid));
  const std::string pmc = value(Param::pmc);
  record::take_pmcid(m_out.ids, is_digits(pmc) ? "PMC" + pmc : pmc);
  // "{{cite pmid|123}}" and its like have one argument, which is the identifier.
  const Argument* first = m_use.find("1");
  if (first == nullptr) return;
  const std::string words = plain(m_page, first->value);
  if (m_use.name.ends_with("pmid")) record::take_pmid(m_out.ids, words);
  if (m_use.name.ends_with("doi")) record::take_doi(m_out.ids, words);
  if (m_use.name.ends_with("pmc")) record::take_pmcid(m_out.ids, is_digits(words) ? "PMC" + words : words);
}

void Reading::authors() {
  auto& fields = m_out.fields;
  const auto numbered = [&](Param family, Param given, Param whole, std::vector<model::Person>& list,
                            bool& more) {
    std::map<size_t, model::Person> people;
    if (const auto found = m_values.find(family); found != m_values.end()) {
      for (const auto& [number, words] : found->second) {
        const auto& givens = m_values[given];
        const auto own = givens.find(number);
        if (own == givens.end()) {
          size_t next = number * 100;
          for (auto& who : people_of(words, more)) people.emplace(next++, std::move(who));
        } else {
          people.emplace(number * 100, person_of(words, own->second));
        }
      }
    }
    if (const auto found = m_values.find(whole); found != m_values.end()) {
      for (const auto& [number, words] : found->second) {
        if (people.contains(number * 100)) continue;
        size_t next = number * 100;
        for (auto& who : people_of(words, more)) people.emplace(next++, std::move(who));
      }
    }
    for (auto& [number, who] : people) list.push_back(std::move(who));
  };
  numbered(Param::family, Param::given, Param::author, fields.authors, fields.et_al);
  for (Param several : {Param::vancouver, Param::authors, Param::other_authors}) {
    if (several == Param::authors && !fields.authors.empty()) continue;
    for (const std::string& words : values(several)) {
      for (auto& who : people_of(words, fields.et_al)) fields.authors.push_back(std::move(who));
    }
  }
  // A book that has editors alone is known by them.
  const bool edited = fields.authors.empty();
  bool more_editors = false;
  numbered(Param::editor_family, Param::editor_given, Param::editor, edited ? fields.authors : fields.editors,
           edited ? fields.et_al : more_editors);
  const std::string shown = value(Param::shown_authors);
  if (!shown.empty() && !is_digits(shown)) fields.et_al = true;
}

void Reading::titles() {
  auto& fields = m_out.fields;
  const std::string chapter = value(Param::chapter), book = value(Param::book);
  fields.title = record::title(value(Param::title));
  fields.container = value(Param::container);
  if (!chapter.empty()) {
    m_chapter = true;
    if (!fields.title.empty() && fields.container.empty()) fields.container = fields.title;
    fields.title = chapter;
  } else if (!book.empty() && !fields.title.empty()) {
    m_chapter = true;
    if (fields.container.empty()) fields.container = book;
  } else if (fields.title.empty()) {
    fields.title = book;
  }
}

void Reading::anchors() {
  std::vector<std::string> names;
  for (Param what : {Param::family, Param::author, Param::authors, Param::editor_family, Param::editor}) {
    if (names.empty()) names = values(what);
  }
  if (names.empty()) {
    for (const auto& who : m_out.fields.authors) names.push_back(who.family);
  }
  if (names.size() > most_names) names.resize(most_names);
  // "2001a" tells two works of one year apart.
  std::string year = value(Param::year);
  if (year.empty()) year = value(Param::date);
  const std::string number = std::to_string(m_out.fields.year);
  if (const size_t at = year.find(number); at != std::string::npos) {
    const char letter = at + 4 < year.size() ? year[at + 4] : ' ';
    year = number + (letter >= 'a' && letter <= 'z' ? std::string(1, letter) : "");
  }
  if (!names.empty()) m_out.anchors.push_back(anchor_of(names, year));
  std::vector<std::string> families;
  for (const auto& who : m_out.fields.authors) {
    if (families.size() < most_names) families.push_back(who.family);
  }
  if (!families.empty()) m_out.anchors.push_back(anchor_of(families, year));
  // "ref={{harvid|Name|2001}}", "ref=CITEREFName2001"
  for (const Argument& argument : m_use.arguments) {
    if (!argument.named || normal_name(argument.name) != "ref") continue;
    Walk walk(m_page.markup, argument.value);
    while (walk.next()) {
      if (walk.is_text()) {
        std::string_view words = m_page.markup.text(walk.span());
        if (words.starts_with("CITEREF")) m_out.anchors.push_back(anchor_of({}, words.substr(7)));
      } else if (walk.token().mark == Mark::template_) {
        std::string all;
        for (const Argument& name : template_at(m_page.markup, walk.number()).arguments)
          all += plain(m_page, name.value);
        m_out.anchors.push_back(anchor_of({}, all));
      }
    }
  }
}

void Reading::print() {
  const auto& fields = m_out.fields;
  std::string& out = m_out.printed;
  const auto add = [&](std::string_view before, const std::string& words, std::string_view after = "") {
    if (words.empty()) return;
    if (!out.empty()) out += ' ';
    out += before;
    out += words;
    out += after == "." && words.ends_with('.') ? "" : after;
  };
  std::string names;
  for (const auto& who : fields.authors) {
    if (!names.empty()) names += "; ";
    names += who.family;
    const std::string& given = who.given.empty() ? who.initials : who.given;
    if (!given.empty()) names += ", " + given;
    if (!who.suffix.empty()) names += ", " + who.suffix;
  }
  if (fields.et_al && !names.empty()) names += "; et al.";
  add("", names, fields.date.empty() ? "." : "");
  const bool named = !names.empty();
  if (named) add("(", fields.date, ").");
  add("\"", fields.title, "\".");
  add("", fields.container, ".");
  if (!named) add("", fields.date, ".");
  const std::string issue = fields.issue.empty() ? "" : "(" + fields.issue + ")";
  std::string place = fields.volume + (fields.volume.empty() || issue.empty() ? "" : " ") + issue;
  if (!fields.pages.empty()) place += (place.empty() ? "p. " : ": ") + fields.pages;
  add("", place, ".");
  add("", value(Param::edition), " ed.");
  add("", fields.publisher, ".");
  if (!m_out.ids.doi.empty()) add("doi:", m_out.ids.doi, ".");
  if (m_out.ids.doi.empty()) add("doi:", value(Param::doi), ".");
  add("PMID ", m_out.ids.pmid.empty() ? value(Param::pmid) : m_out.ids.pmid, ".");
  add("", m_out.ids.pmcid, ".");
  add("ISBN ", value(Param::isbn), ".");
  add("", value(Param::identifier), ".");
  add("", fields.url);
  add("Retrieved ", fields.accessed, ".");
  if (!out.empty()) return;
  // Nothing that this reader knows: what was given is shown.
  out = m_use.name;
  for (const Argument& argument : m_use.arguments) {
    if (argument.value.empty()) continue;
    out += " " + (argument.named ? argument.name + "=" : "") + plain(m_page, argument.value);
  }
}

Citation Reading::citation() {
  auto& fields = m_out.fields;
  identifiers();
  authors();
  titles();
  fields.publisher = value(Param::publisher);
  fields.place = value(Param::place);
  fields.volume = value(Param::volume);
  fields.issue = value(Param::issue);
  fields.pages = value(Param::pages);
  if (fields.pages.empty()) {
    fields.pages = value(Param::first_page);
    if (const std::string last = value(Param::last_page); !last.empty()) fields.pages += "-" + last;
  }
  fields.url = value(Param::url);
  fields.accessed = value(Param::accessed);
  const std::string year = value(Param::year), date = value(Param::date);
  fields.date = date.empty() ? year : date;
  fields.year = record::year_in(year);
  if (fields.year == 0) fields.year = record::year_in(date);
  fields.type = type_of(m_use.name, fields, m_values.contains(Param::container), m_chapter,
                        m_values.contains(Param::book));
  anchors();
  print();
  return std::move(m_out);
}

}  // namespace

Citation citation_of(const Page& page, const Template& use) {
  return Reading(page, use).citation();
}

std::string anchor_of(const std::vector<std::string>& names, std::string_view year) {
  std::string all;
  for (const std::string& name : names) all += name + " ";
  all += year;
  std::string out;
  for (const char c : text::fold(all)) {
    if (c != ' ') out += c;
  }
  return out;
}

}  // namespace evident::read::wikitext
