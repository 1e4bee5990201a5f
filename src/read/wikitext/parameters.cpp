// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/wikitext/parameters.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "text/normal.hpp"

namespace evident::read::wikitext {

namespace {

struct Name {
  std::string_view name;
  Param what;
};

/// Folded, without blanks and numbers, sorted. Languages: English, German, French, Spanish, Italian,
/// Portuguese, Dutch, Polish, Swedish, Czech, Russian.
constexpr auto names = std::to_array<Name>({
    {"abruf", Param::accessed},
    {"accessdate", Param::accessed},
    {"accesso", Param::accessed},
    {"acessodata", Param::accessed},
    {"achternaam", Param::family},
    {"annee", Param::year},
    {"anno", Param::year},
    {"ano", Param::year},
    {"apellido", Param::family},
    {"apellidos", Param::family},
    {"ar", Param::year},
    {"article", Param::chapter},
    {"at", Param::pages},
    {"aufl", Param::edition},
    {"auflage", Param::edition},
    {"auteur", Param::author},
    {"auteurs", Param::authors},
    {"author", Param::author},
    {"authorfirst", Param::given},
    {"authorgiven", Param::given},
    {"authorlast", Param::family},
    {"authors", Param::authors},
    {"authorsurname", Param::family},
    {"autor", Param::author},
    {"autore", Param::author},
    {"autores", Param::authors},
    {"band", Param::volume},
    {"besuchtam", Param::accessed},
    {"bezochtdatum", Param::accessed},
    {"booktitle", Param::book},
    {"buchtitel", Param::book},
    {"chapter", Param::chapter},
    {"citeseerx", Param::identifier},
    {"citta", Param::place},
    {"coauthor", Param::other_authors},
    {"coauthors", Param::other_authors},
    {"coautores", Param::other_authors},
    {"cognome", Param::family},
    {"conference", Param::book},
    {"consultele", Param::accessed},
    {"contribution", Param::chapter},
    {"czasopismo", Param::container},
    {"data", Param::date},
    {"dataaccesso", Param::accessed},
    {"datadostepu", Param::accessed},
    {"date", Param::date},
    {"datum", Param::date},
    {"dictionary", Param::container},
    {"displayauthors", Param::shown_authors},
    {"doi", Param::doi},
    {"ed", Param::edition},
    {"edicion", Param::edition},
    {"editeur", Param::publisher},
    {"editie", Param::edition},
    {"edition", Param::edition},
    {"editor", Param::editor},
    {"editora", Param::publisher},
    {"editore", Param::publisher},
    {"editorfirst", Param::editor_given},
    {"editorgiven", Param::editor_given},
    {"editorial", Param::publisher},
    {"editorlast", Param::editor_family},
    {"editors", Param::editor},
    {"editorsurname", Param::editor_family},
    {"encyclopaedia", Param::container},
    {"encyclopedia", Param::container},
    {"endpage", Param::last_page},
    {"entry", Param::chapter},
    {"erscheinungsdatum", Param::date},
    {"fecha", Param::date},
    {"fechaacceso", Param::accessed},
    {"first", Param::given},
    {"forename", Param::given},
    {"forlag", Param::publisher},
    {"fornavn", Param::given},
    {"given", Param::given},
    {"hamtdatum", Param::accessed},
    {"heft", Param::issue},
    {"herausgeber", Param::editor},
    {"hrsg", Param::editor},
    {"id", Param::identifier},
    {"imie", Param::given},
    {"isbn", Param::isbn},
    {"issue", Param::issue},
    {"jaar", Param::year},
    {"jahr", Param::year},
    {"jahrgang", Param::volume},
    {"jmeno", Param::given},
    {"journal", Param::container},
    {"kapitel", Param::chapter},
    {"last", Param::family},
    {"lieu", Param::place},
    {"lireenligne", Param::url},
    {"local", Param::place},
    {"location", Param::place},
    {"lugar", Param::place},
    {"luogo", Param::place},
    {"magazine", Param::container},
    {"mailinglist", Param::container},
    {"miejsce", Param::place},
    {"misto", Param::place},
    {"nachname", Param::family},
    {"name", Param::author},
    {"nazwisko", Param::family},
    {"newspaper", Param::container},
    {"nom", Param::family},
    {"nombre", Param::given},
    {"nome", Param::given},
    {"nr", Param::issue},
    {"number", Param::issue},
    {"numer", Param::issue},
    {"numero", Param::issue},
    {"nummer", Param::issue},
    {"obra", Param::container},
    {"offline", Param::identifier},
    {"online", Param::url},
    {"opublikowany", Param::container},
    {"ort", Param::place},
    {"p", Param::pages},
    {"page", Param::pages},
    {"pages", Param::pages},
    {"pagina", Param::pages},
    {"paginas", Param::pages},
    {"pagine", Param::pages},
    {"passage", Param::pages},
    {"people", Param::authors},
    {"periodical", Param::container},
    {"periodico", Param::container},
    {"periodique", Param::container},
    {"plaats", Param::place},
    {"place", Param::place},
    {"pmc", Param::pmc},
    {"pmid", Param::pmid},
    {"pp", Param::pages},
    {"prenom", Param::given},
    {"prijmeni", Param::family},
    {"primeiro", Param::given},
    {"publicacao", Param::container},
    {"publicacion", Param::container},
    {"publication", Param::container},
    {"publicationdate", Param::date},
    {"publicationplace", Param::place},
    {"publikation", Param::container},
    {"publisher", Param::publisher},
    {"ref", Param::anchor},
    {"revista", Param::container},
    {"revue", Param::container},
    {"rivista", Param::container},
    {"rok", Param::year},
    {"s", Param::pages},
    {"sammelwerk", Param::book},
    {"section", Param::chapter},
    {"seiten", Param::pages},
    {"sida", Param::pages},
    {"sidor", Param::pages},
    {"site", Param::container},
    {"sitioweb", Param::container},
    {"sito", Param::container},
    {"sobrenome", Param::family},
    {"spalten", Param::pages},
    {"startpage", Param::first_page},
    {"strany", Param::pages},
    {"strona", Param::pages},
    {"strony", Param::pages},
    {"surname", Param::family},
    {"tidning", Param::container},
    {"tidskrift", Param::container},
    {"tijdschrift", Param::container},
    {"titel", Param::title},
    {"title", Param::title},
    {"titolo", Param::title},
    {"titre", Param::title},
    {"titrechapitre", Param::chapter},
    {"titreouvrage", Param::book},
    {"titul", Param::title},
    {"titulo", Param::title},
    {"tome", Param::volume},
    {"tomo", Param::volume},
    {"transtitle", Param::title},
    {"tytul", Param::title},
    {"ubicacion", Param::place},
    {"uitgever", Param::publisher},
    {"ultimo", Param::family},
    {"url", Param::url},
    {"vauthors", Param::vancouver},
    {"veditors", Param::editor},
    {"verlag", Param::publisher},
    {"verlagsort", Param::place},
    {"vol", Param::volume},
    {"volume", Param::volume},
    {"volumen", Param::volume},
    {"voornaam", Param::given},
    {"vydavatel", Param::publisher},
    {"website", Param::container},
    {"werk", Param::container},
    {"wolumin", Param::volume},
    {"work", Param::container},
    {"wydanie", Param::edition},
    {"wydawca", Param::publisher},
    {"year", Param::year},
    {"zeitschrift", Param::container},
    {"zugriff", Param::accessed},
    {"автор", Param::author},
    {"год", Param::year},
    {"дата", Param::date},
    {"заглавие", Param::title},
    {"издание", Param::container},
    {"издательство", Param::publisher},
    {"место", Param::place},
    {"название", Param::title},
    {"номер", Param::issue},
    {"ссылка", Param::url},
    {"страницы", Param::pages},
    {"том", Param::volume},
});

const std::array<Name, names.size()>& sorted_names() {
  static const auto sorted = [] {
    auto copy = names;
    std::sort(copy.begin(), copy.end(),
              [](const Name& left, const Name& right) { return left.name < right.name; });
    return copy;
  }();
  return sorted;
}

}  // namespace

std::optional<Parameter> parameter_of(std::string_view name) {
  std::string key;
  std::string digits;
  for (const char c : text::fold(name)) {
    if (c >= '0' && c <= '9') {
      digits += c;
    } else if (c != ' ') {
      key += c;
    }
  }
  const auto& table = sorted_names();
  const auto found =
      std::lower_bound(table.begin(), table.end(), std::string_view(key),
                       [](const Name& entry, std::string_view wanted) { return entry.name < wanted; });
  if (found == table.end() || found->name != key) return std::nullopt;
  Parameter out;
  out.what = found->what;
  if (!digits.empty() && digits.size() <= 3)
    std::from_chars(digits.data(), digits.data() + digits.size(), out.number);
  return out;
}

}  // namespace evident::read::wikitext
