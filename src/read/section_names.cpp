// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/section_names.hpp"

#include <algorithm>
#include <span>
#include <string>

#include "text/normal.hpp"

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
                                                "list of references",
                                                "literatur",
                                                "literature",
                                                "literature cited",
                                                "literature references",
                                                "literaturhinweise",
                                                "literaturverzeichnis",
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
                                                "reference section",
                                                "references",
                                                "references and notes",
                                                "references bibliographiques",
                                                "references cited",
                                                "referencia",
                                                "referencias",
                                                "referencias bibliograficas",
                                                "referenser",
                                                "referenties",
                                                "riferimenti",
                                                "riferimenti bibliografici",
                                                "selected references",
                                                "sources",
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

/// Folded, without the number before it.
std::string name_of(std::string_view heading) {
  if (heading.size() > 100) return "";
  std::string folded = text::fold(heading);
  folded.erase(0, std::min(folded.find_first_not_of("0123456789 "), folded.size()));
  return folded;
}

}  // namespace

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
