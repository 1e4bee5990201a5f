// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/section_names.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "text/normal.hpp"
#include "text/one_of.hpp"

namespace evident::read {

namespace {

// As text::fold() leaves them.
constexpr std::string_view about_article[] = {"acknowledgement",
                                              "acknowledgements",
                                              "acknowledgment",
                                              "acknowledgments",
                                              "agradecimentos",
                                              "agradecimientos",
                                              "apoio financeiro",
                                              "author contribution",
                                              "author contributions",
                                              "author information",
                                              "authors contribution",
                                              "authors contributions",
                                              "authorship",
                                              "autoria",
                                              "availability of data and materials",
                                              "competing interest",
                                              "competing interests",
                                              "conflict of interest",
                                              "conflict of interest disclosure",
                                              "conflict of interest statement",
                                              "conflict of interests",
                                              "conflicto de intereses",
                                              "conflictos de intereses",
                                              "conflicts of interest",
                                              "conflito de interesse",
                                              "conflito de interesses",
                                              "conflitos de interesse",
                                              "consent for publication",
                                              "contribucion de los autores",
                                              "contribuciones de los autores",
                                              "contribuicao dos autores",
                                              "contribuicoes dos autores",
                                              "contributors",
                                              "danksagung",
                                              "data availability",
                                              "data availability statement",
                                              "declaration of competing interest",
                                              "declaration of interest",
                                              "declaration of interests",
                                              "disclosure",
                                              "disclosures",
                                              "disponibilidade de dados",
                                              "ethics approval and consent to participate",
                                              "financiacion",
                                              "financial support",
                                              "financiamento",
                                              "financiamiento",
                                              "funding",
                                              "funding information",
                                              "pre publication history",
                                              "publisher s note",
                                              "remerciements",
                                              "ringraziamenti"};

constexpr std::string_view reference_lists[] = {"bibliografia",
                                                "bibliographie",
                                                "bibliography",
                                                "bibliography and references",
                                                "bronnen",
                                                "citations",
                                                "cited literature",
                                                "cited references",
                                                "einzelnachweise",
                                                "endnotes",
                                                "fontes",
                                                "fonti",
                                                "footnotes",
                                                "fuentes",
                                                "full references",
                                                "general references",
                                                "kallor",
                                                "key references",
                                                "list of references",
                                                "literatur",
                                                "literatura",
                                                "literatura citada",
                                                "literatura cytowana",
                                                "literature",
                                                "literature cited",
                                                "literature references",
                                                "literaturhinweise",
                                                "literaturverzeichnis",
                                                "literaturliste",
                                                "literatuur",
                                                "litteratur",
                                                "notas",
                                                "note",
                                                "notes",
                                                "notes and references",
                                                "notes et references",
                                                "pismiennictwo",
                                                "primary references",
                                                "quellen",
                                                "quellenverzeichnis",
                                                "referanser",
                                                "reference",
                                                "reference list",
                                                "reference s",
                                                "reference section",
                                                "references",
                                                "references and notes",
                                                "references and further reading",
                                                "references and sources",
                                                "references bibliographiques",
                                                "references cited",
                                                "referencia",
                                                "referencias",
                                                "referencias bibliograficas",
                                                "referenser",
                                                "referenties",
                                                "riferimenti",
                                                "riferimenti bibliografici",
                                                "scientific references",
                                                "selected references",
                                                "sources",
                                                "sources and references",
                                                "sources cited",
                                                "works cited"};

constexpr std::string_view end_matter[] = {"about the author",
                                           "about the authors",
                                           "add a comment",
                                           "advertisement",
                                           "article history",
                                           "article metrics",
                                           "author information",
                                           "categories",
                                           "cite this article",
                                           "cited by",
                                           "como citar",
                                           "como citar este articulo",
                                           "como citar este artigo",
                                           "contact",
                                           "contact us",
                                           "contents",
                                           "copyright",
                                           "datas de publicacao",
                                           "datas de publicacao e historico",
                                           "edited by",
                                           "editor s choice",
                                           "enlaces externos",
                                           "external links",
                                           "fechas de publicacion",
                                           "follow us",
                                           "further reading",
                                           "historico",
                                           "how to cite",
                                           "how to cite this article",
                                           "join the conversation",
                                           "key words",
                                           "keywords",
                                           "latest articles",
                                           "latest news",
                                           "leave a comment",
                                           "leave a reply",
                                           "licence",
                                           "license",
                                           "liens externes",
                                           "ligacoes externas",
                                           "metrics",
                                           "more from",
                                           "most popular",
                                           "most read",
                                           "navigation",
                                           "navigation menu",
                                           "newsletter",
                                           "palabras clave",
                                           "palavras chave",
                                           "permissions",
                                           "post a comment",
                                           "publication dates",
                                           "publication history",
                                           "publisher s note",
                                           "read more",
                                           "recommended",
                                           "recommended articles",
                                           "recommended reading",
                                           "related articles",
                                           "related content",
                                           "related posts",
                                           "related stories",
                                           "related topics",
                                           "reviewed by",
                                           "rights and permissions",
                                           "see also",
                                           "share",
                                           "share this",
                                           "share this article",
                                           "siehe auch",
                                           "sign up",
                                           "similar articles",
                                           "sponsored content",
                                           "subscribe",
                                           "supplementary material",
                                           "supporting information",
                                           "table of contents",
                                           "tags",
                                           "trending",
                                           "vease tambien",
                                           "ver tambem",
                                           "voir aussi",
                                           "weblinks",
                                           "you may also like",
                                           "you might also like"};

bool is_one_of(std::span<const std::string_view> names, std::string_view folded) {
  return std::find(names.begin(), names.end(), folded) != names.end();
}

/// "References (12)", "References [12]": without the count of what the section holds. A bare number may be
/// that of a page.
std::string_view without_count(std::string_view heading) {
  heading = heading.substr(0, heading.find_last_not_of(" \t\r\n:.") + 1);
  if (heading.empty() || (heading.back() != ')' && heading.back() != ']')) return heading;
  const size_t open = heading.find_last_of("([");
  if (open == std::string_view::npos) return heading;
  const std::string_view inside = heading.substr(open + 1, heading.size() - open - 2);
  const bool count = !inside.empty() && inside.find_first_not_of("0123456789") == std::string_view::npos;
  return count ? heading.substr(0, open) : heading;
}

/// Bytes of the number before a folded heading, be it a roman one: "7 ", "vi ".
size_t number_before(std::string_view folded) {
  const size_t digits = std::min(folded.find_first_not_of("0123456789 "), folded.size());
  if (digits > 0) return digits;
  const size_t roman = folded.find_first_not_of("ivx");
  return roman != std::string_view::npos && roman > 0 && folded[roman] == ' ' ? roman + 1 : 0;
}

/// Folded, without the number before it, and links and counts behind it.
std::string name_of(std::string_view heading) {
  if (heading.size() > 100) return "";
  std::string folded = text::fold(without_count(without_edit_links(heading)));
  folded.erase(0, number_before(folded));
  return folded;
}

}  // namespace

std::string_view without_edit_links(std::string_view heading) {
  const size_t end = heading.find_last_not_of(" \t\r\n") + 1;
  const size_t open = heading.substr(0, end).rfind('[');
  if (open == std::string_view::npos || open == 0 || heading[end - 1] != ']') return heading;
  const std::vector<std::string> list = text::fold_words(heading.substr(open));
  const bool links = !list.empty() && list.front() == "edit" &&
                     std::all_of(list.begin(), list.end(), [](const std::string& word) {
                       return text::one_of(word, {"edit", "source", "section"});
                     });
  return links ? heading.substr(0, open) : heading;
}

bool is_about_article(std::string_view heading) {
  const std::string name = name_of(heading);
  if (name.starts_with("authors ") && name.find("contribution") != std::string::npos) return true;
  return is_one_of(about_article, name);
}

bool is_reference_heading(std::string_view heading) {
  return is_one_of(reference_lists, name_of(heading));
}

bool is_note_heading(std::string_view heading) {
  constexpr std::string_view names[] = {"notes", "footnotes", "endnotes", "notas", "note"};
  return is_one_of(names, name_of(heading));
}

bool is_end_matter(std::string_view heading) {
  return is_one_of(end_matter, name_of(heading));
}

}  // namespace evident::read
