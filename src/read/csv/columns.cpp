// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/csv/columns.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/normal.hpp"

namespace evident::read::csv {

namespace {

/// Headers, folded, of PubMed, Scopus, Embase, Web of Science, CINAHL, Cochrane, Lens, OpenAlex, Google
/// Scholar, Zotero, Rayyan, ASReview, Covidence, abstrackr and of tables made by hand.
constexpr std::array headers = std::to_array<std::pair<std::string_view, Column>>({
    {"title", Column::title},
    {"article title", Column::title},
    {"primary title", Column::title},
    {"document title", Column::title},
    {"ti", Column::title},
    {"paper title", Column::title},
    {"display name", Column::title},
    {"original title", Column::vernacular_title},
    {"vernacular title", Column::vernacular_title},
    {"authors", Column::authors},
    {"author", Column::authors},
    {"author s", Column::authors},
    {"au", Column::authors},
    {"author names", Column::authors},
    {"first authors", Column::authors},
    {"authorships author display name", Column::authors},
    {"author full names", Column::full_authors},
    {"author full name", Column::full_authors},
    {"editors", Column::editors},
    {"editor", Column::editors},
    {"book editors", Column::editors},
    {"secondary authors", Column::editors},
    {"year", Column::year},
    {"publication year", Column::year},
    {"published year", Column::year},
    {"py", Column::year},
    {"pub year", Column::year},
    {"year of publication", Column::year},
    {"date", Column::date},
    {"publication date", Column::date},
    {"date published", Column::date},
    {"date of publication", Column::date},
    {"published", Column::date},
    {"month", Column::month},
    {"published month", Column::month},
    {"day", Column::day},
    {"journal", Column::journal},
    {"source title", Column::journal},
    {"journal title", Column::journal},
    {"publication title", Column::journal},
    {"journal book", Column::journal},
    {"publication", Column::journal},
    {"container title", Column::journal},
    {"journal name", Column::journal},
    {"so", Column::journal},
    {"primary location source display name", Column::journal},
    {"secondary title", Column::journal},
    {"journal abbreviation", Column::journal_abbreviation},
    {"abbreviated source title", Column::journal_abbreviation},
    {"journal iso abbreviation", Column::journal_abbreviation},
    {"volume", Column::volume},
    {"vl", Column::volume},
    {"biblio volume", Column::volume},
    {"issue", Column::issue},
    {"number", Column::issue},
    {"issue number", Column::issue},
    {"biblio issue", Column::issue},
    {"pages", Column::pages},
    {"page", Column::pages},
    {"page range", Column::pages},
    {"start page", Column::first_page},
    {"first page", Column::first_page},
    {"page start", Column::first_page},
    {"biblio first page", Column::first_page},
    {"end page", Column::last_page},
    {"last page", Column::last_page},
    {"page end", Column::last_page},
    {"biblio last page", Column::last_page},
    {"art no", Column::article_number},
    {"article number", Column::article_number},
    {"abstract", Column::abstract},
    {"abstract note", Column::abstract},
    {"notes abstract", Column::abstract},
    {"ab", Column::abstract},
    {"summary", Column::abstract},
    {"keywords", Column::keywords},
    {"author keywords", Column::keywords},
    {"index keywords", Column::keywords},
    {"keyword", Column::keywords},
    {"keywords plus", Column::keywords},
    {"automatic tags", Column::keywords},
    {"manual tags", Column::keywords},
    {"keywords display name", Column::keywords},
    {"emtree medical index terms", Column::keywords},
    {"emtree drug index terms", Column::keywords},
    {"emtree medical index terms major focus", Column::keywords},
    {"emtree drug index terms major focus", Column::keywords},
    {"subjects", Column::keywords},
    {"fields of study", Column::keywords},
    {"mesh", Column::mesh},
    {"mesh terms", Column::mesh},
    {"doi", Column::doi},
    {"digital object identifier", Column::doi},
    {"doi link", Column::doi},
    {"di", Column::doi},
    {"pmid", Column::pmid},
    {"pubmed id", Column::pmid},
    {"medline pmid", Column::pmid},
    {"ids pmid", Column::pmid},
    {"pubmedid", Column::pmid},
    {"pmcid", Column::pmcid},
    {"pmc id", Column::pmcid},
    {"pmc", Column::pmcid},
    {"ids pmcid", Column::pmcid},
    {"url", Column::link},
    {"link", Column::link},
    {"plink", Column::link},
    {"external url", Column::link},
    {"full text link", Column::link},
    {"source urls", Column::link},
    {"landing page url", Column::link},
    {"key", Column::key},
    {"id", Column::key},
    {"record id", Column::key},
    {"ref", Column::key},
    {"covidence", Column::key},
    {"lens id", Column::key},
    {"internal id", Column::key},
    {"central id", Column::key},
    {"eid", Column::key},
    {"embase accession id", Column::key},
    {"ut unique wos id", Column::key},
    {"accession number", Column::key},
    {"issn", Column::issn},
    {"issns", Column::issn},
    {"issn isbn", Column::issn},
    {"publisher", Column::publisher},
    {"book publisher", Column::publisher},
    {"language", Column::language},
    {"article language", Column::language},
    {"language of original document", Column::language},
    {"type", Column::type},
    {"item type", Column::type},
    {"document type", Column::type},
    {"doctype", Column::type},
    {"type of reference", Column::type},
    {"reference type", Column::type},
    {"publication type", Column::type},
    {"affiliations", Column::affiliations},
    {"author addresses", Column::affiliations},
    {"addresses", Column::affiliations},
    {"clinical trial numbers", Column::registrations},
    {"ctgov id", Column::registrations},
    {"ictrp id", Column::registrations},
    {"notes", Column::notes},
    {"note", Column::notes},
    {"extra", Column::notes},
    {"general notes", Column::notes},
    {"exclusion reason", Column::notes},
    {"comments", Column::notes},
    {"tags", Column::tags},
    {"labels", Column::tags},
    {"groups", Column::tags},
    {"collections", Column::tags},
    {"included", Column::decision},
    {"include", Column::decision},
    {"label included", Column::decision},
    {"final included", Column::decision},
    {"label", Column::decision},
    {"decision", Column::decision},
    {"screening decision", Column::decision},
    {"asreview label", Column::decision},
    {"consensus", Column::decision},
    {"relevant", Column::decision},
    {"inclusion", Column::decision},
    {"abstract screening", Column::decision},
    {"full text screening", Column::decision},
    {"is retracted", Column::retracted},
    {"retracted", Column::retracted},
    {"citation", Column::citation},
    {"source", Column::source},
});

}  // namespace

Column column_of(std::string_view header) {
  const std::string folded = text::fold(header);
  const auto found =
      std::find_if(headers.begin(), headers.end(), [&](const auto& known) { return known.first == folded; });
  return found == headers.end() ? Column::unknown : found->second;
}

std::optional<std::vector<Column>> columns_of(const std::vector<std::string>& cells) {
  std::vector<Column> columns;
  size_t fields = 0;
  bool title = false, identifier = false;
  for (const auto& cell : cells) {
    const Column column = columns.emplace_back(column_of(cell));
    title = title || column == Column::title;
    identifier = identifier || column == Column::doi || column == Column::pmid || column == Column::pmcid;
    // Other tables have keys, types, labels and notes too.
    fields += column != Column::unknown && column < Column::key;
  }
  if (fields < 2 || (!title && !identifier)) return std::nullopt;
  return columns;
}

}  // namespace evident::read::csv
