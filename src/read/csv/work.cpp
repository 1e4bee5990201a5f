// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/csv/work.hpp"

#include <algorithm>

#include "read/record/identifiers.hpp"
#include "read/record/labels.hpp"
#include "read/record/people.hpp"
#include "read/record/values.hpp"
#include "read/record/work_types.hpp"
#include "text/normal.hpp"

namespace evident::read::csv {

namespace {

/// Tables print what is not there in several ways.
bool is_nothing(std::string_view cell) {
  return cell.empty() || cell == "nan" || cell == "NaN" || cell == "NA" || cell == "None" || cell == "NULL" ||
         cell == "null";
}

std::vector<std::string> words_of(const std::string& cell) {
  if (cell.size() > 3 && cell.front() == '[' && cell.back() == ']') {
    std::vector<std::string> words;
    for (auto word : record::split(std::string_view(cell).substr(1, cell.size() - 2), ',')) {
      word.erase(std::remove_if(word.begin(), word.end(), [](char c) { return c == '\'' || c == '"'; }),
                 word.end());
      if (!word.empty()) words.push_back(std::move(word));
    }
    return words;
  }
  const char separator = cell.find(';') != std::string::npos   ? ';'
                         : cell.find('|') != std::string::npos ? '|'
                                                               : ',';
  return record::split(cell, separator);
}

/// "Wilson, Lauren N. (58975547800)": the number is the person's at the database.
std::string without_numbers(const std::string& names) {
  std::string out;
  for (size_t at = 0; at < names.size();) {
    const size_t close = names[at] == '(' ? names.find(')', at) : std::string::npos;
    const bool number = close != std::string::npos && close > at + 1 &&
                        std::all_of(names.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                    names.begin() + static_cast<std::ptrdiff_t>(close),
                                    [](char c) { return c >= '0' && c <= '9'; });
    at = number ? close + 1 : at + 1;
    if (!number) out += names[at - 1];
  }
  return out;
}

/// One row as it becomes a record.
class Row {
 public:
  Row(const std::vector<Column>& columns, const std::vector<std::string>& cells)
      : m_columns(columns), m_cells(cells) {}

  model::WorkRecord run() {
    m_work.title = record::title(first(Column::title));
    m_work.vernacular_title = first(Column::vernacular_title);
    if (m_work.title.empty()) m_work.title = m_work.vernacular_title;
    add_identifiers();
    const std::string full = first(Column::full_authors);
    m_work.authors = record::people_of(full.empty() ? first(Column::authors) : without_numbers(full));
    m_work.editors = record::people_of(first(Column::editors));
    add_date();
    add_place();
    for (size_t i = 0; i < m_cells.size() && i < m_columns.size(); ++i) {
      if (std::string cell = text::squeeze(m_cells[i]); !is_nothing(cell)) add(m_columns[i], std::move(cell));
    }
    return std::move(m_work);
  }

 private:
  std::string first(Column column) const { return first_of(m_columns, m_cells, column); }

  void add_identifiers() {
    auto& ids = m_work.ids;
    for (size_t i = 0; i < m_cells.size() && i < m_columns.size(); ++i) {
      std::string_view cell = m_cells[i];
      if (m_columns[i] == Column::doi) record::take_doi(ids, cell);
      // "PUBMED 90000001"
      if (m_columns[i] == Column::pmid)
        record::take_pmid(ids, cell.starts_with("PUBMED ") ? cell.substr(7) : cell);
      if (m_columns[i] == Column::pmcid) record::take_pmcid(ids, cell);
      if (m_columns[i] == Column::link) record::take_from_link(ids, cell);
      if (m_columns[i] == Column::notes) record::take_from_note(ids, cell);
    }
    ids.key = first(Column::key);
  }

  void add_date() {
    const model::Date year = record::date(first(Column::year));
    m_work.issued = record::date(first(Column::date));
    if (m_work.issued.year == 0 || (year.year != 0 && year.year != m_work.issued.year)) m_work.issued = year;
    const std::string month = first(Column::month);
    if (m_work.issued.month == 0 && m_work.issued.year != 0 && !month.empty())
      m_work.issued =
          record::date(month + " " + first(Column::day) + " " + std::to_string(m_work.issued.year));
  }

  void add_place() {
    m_work.container = first(Column::journal);
    m_work.container_abbrev = first(Column::journal_abbreviation);
    m_work.volume = first(Column::volume);
    m_work.issue = first(Column::issue);
    const std::string begin = first(Column::first_page);
    m_work.pages =
        begin.empty() ? record::pages(first(Column::pages)) : record::pages(begin, first(Column::last_page));
    if (m_work.pages.empty()) m_work.pages = record::pages(first(Column::article_number));
    add_source(first(Column::source));
    add_citation(first(Column::citation));
  }

  /// "Lancet (2007) 370:9603 (1915-1922). Date of Publication: 2007", or a journal's name.
  void add_source(const std::string& source) {
    if (!m_work.container.empty() || source.empty()) return;
    const size_t open = source.find(" (");
    const int year = open == std::string::npos ? 0 : record::year_in(source.substr(open, 7));
    m_work.container = year == 0 ? source : source.substr(0, open);
    if (year == 0) return;
    if (m_work.issued.year == 0) m_work.issued.year = year;
    const size_t close = source.find(')', open);
    if (close == std::string::npos) return;
    const size_t pages = source.find('(', close);
    place(source.substr(close + 1, pages == std::string::npos ? pages : pages - close - 1),
          pages == std::string::npos ? "" : source.substr(pages + 1, source.find(')', pages) - pages - 1));
  }

  /// "Eur J Med Genet. 2020 Feb;63(2):103640. doi: ..."
  void add_citation(const std::string& citation) {
    const size_t semicolon = citation.find(';');
    if (semicolon == std::string::npos) return;
    std::string rest = citation.substr(semicolon + 1);
    rest = rest.substr(0, rest.find(". "));
    const size_t colon = rest.find(':');
    std::string before = rest.substr(0, colon);
    std::replace(before.begin(), before.end(), '(', ':');
    before.erase(std::remove(before.begin(), before.end(), ')'), before.end());
    place(before, colon == std::string::npos ? "" : rest.substr(colon + 1));
  }

  /// "370:9603": volume and issue.
  void place(const std::string& numbers, std::string_view pages) {
    const size_t colon = numbers.find(':');
    if (m_work.volume.empty()) m_work.volume = text::squeeze(numbers.substr(0, colon));
    if (m_work.issue.empty() && colon != std::string::npos)
      m_work.issue = text::squeeze(numbers.substr(colon + 1));
    if (m_work.pages.empty()) m_work.pages = record::pages(pages);
  }

  /// Columns of which a table may have several.
  void add(Column column, std::string cell) {
    switch (column) {
      case Column::abstract:
        if (m_work.abstract.empty()) m_work.abstract.push_back({"", "", std::move(cell)});
        break;
      case Column::keywords:
        for (auto& word : words_of(cell)) {
          // Who screens in a reference manager writes the decision there.
          const bool plain = word.size() > 4;
          if (plain) record::add_tag(m_work, record::decision(word));
          m_work.keywords.push_back(std::move(word));
        }
        break;
      case Column::mesh:
        for (auto& word : words_of(cell)) m_work.mesh.push_back(word.substr(0, word.find('/')));
        break;
      case Column::link:
        if (m_work.url.empty()) m_work.url = cell.substr(0, cell.find(' '));
        break;
      case Column::issn:
        if (m_work.issn.empty())
          m_work.issn = cell.substr(0, std::min(cell.find_first_of(";|, "), cell.size()));
        break;
      case Column::publisher:
        if (m_work.publisher.empty()) m_work.publisher = std::move(cell);
        break;
      case Column::language:
        if (m_work.language.empty()) m_work.language = std::move(cell);
        break;
      case Column::type:
        if (m_work.publication_types.empty()) m_work.type = record::work_type(cell);
        m_work.publication_types.push_back(std::move(cell));
        break;
      case Column::affiliations:
        for (auto& place : record::split(cell, ';')) m_work.affiliations.push_back(std::move(place));
        break;
      case Column::registrations:
        for (auto& number : words_of(cell)) m_work.registrations.push_back(std::move(number));
        break;
      case Column::notes:
        record::add_note(m_work, cell);
        break;
      case Column::tags:
        for (auto& word : words_of(cell)) {
          const std::string decided = word.size() > 4 ? record::decision(word) : "";
          record::add_tag(m_work, decided.empty() ? word : decided);
        }
        break;
      case Column::decision: {
        const std::string decided = record::decision(cell);
        record::add_tag(m_work, decided.empty() ? "label=" + cell : decided);
        break;
      }
      case Column::retracted:
        m_work.retracted = record::decision(cell) == "included";  // "yes", "true", "1"
        break;
      default:
        break;
    }
  }

  const std::vector<Column>& m_columns;
  const std::vector<std::string>& m_cells;
  model::WorkRecord m_work;
};

}  // namespace

std::string first_of(const std::vector<Column>& columns, const std::vector<std::string>& cells,
                     Column column) {
  for (size_t i = 0; i < cells.size() && i < columns.size(); ++i) {
    if (columns[i] != column) continue;
    if (std::string cell = text::squeeze(cells[i]); !is_nothing(cell)) return cell;
  }
  return "";
}

model::WorkRecord work_of(const std::vector<Column>& columns, const std::vector<std::string>& cells) {
  return Row(columns, cells).run();
}

}  // namespace evident::read::csv
