// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/wikitext/citation_names.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "read/wikitext/note_templates.hpp"
#include "read/wikitext/parameters.hpp"
#include "text/normal.hpp"

namespace evident::read::wikitext {

bool is_citation_name(std::string_view name) {
  const std::string folded = text::fold(name);
  constexpr std::array<std::string_view, 16> whole{
      "citation", "literatur",  "internetquelle",    "ouvrage",       "article",     "lien web",
      "chapitre", "bokref",     "webbref",           "tidskriftsref", "tidningsref", "книга",
      "статья",   "публикация", "harvard reference", "kilde www"};
  if (std::find(whole.begin(), whole.end(), folded) != whole.end()) return true;
  constexpr std::array<std::string_view, 4> not_these{"cite needed", "cite check", "cite note",
                                                      "citace potrebna"};
  if (std::find(not_these.begin(), not_these.end(), folded) != not_these.end()) return false;
  constexpr std::array<std::string_view, 9> first{"cite ",   "vcite ", "vancite ", "cita ",    "citar ",
                                                  "citace ", "cytuj ", "citeer ",  "citation "};
  for (std::string_view word : first) {
    if (!folded.starts_with(word)) continue;
    // "citation needed", "citation style" speak of citations.
    return word != "citation " || folded.starts_with("citation book") ||
           folded.starts_with("citation journal") || folded.starts_with("citation web");
  }
  return false;
}

bool names_a_work(const Template& use) {
  bool title = false, other = false;
  for (const Argument& argument : use.arguments) {
    if (!argument.named || argument.value.empty()) continue;
    const auto parameter = parameter_of(argument.name);
    if (!parameter) continue;
    if (parameter->what == Param::title) {
      title = true;
    } else if (parameter->what != Param::anchor && parameter->what != Param::date &&
               parameter->what != Param::place) {
      other = true;
    }
  }
  return title && other;
}

bool is_citation(const Page& page, uint32_t token) {
  if (page.markup.token(token).mark != Mark::template_) return false;
  const std::string name = template_name(page.markup, token);
  if (is_citation_name(name)) return true;
  return note_template(name) == NoteTemplate::none && names_a_work(template_at(page.markup, token));
}

model::WorkType type_by_name(std::string_view name) {
  using model::WorkType;
  struct Word {
    std::string_view word;
    WorkType type;
  };
  constexpr auto words = std::to_array<Word>({
      {"arxiv", WorkType::preprint},
      {"biorxiv", WorkType::preprint},
      {"medrxiv", WorkType::preprint},
      {"ssrn", WorkType::preprint},
      {"thesis", WorkType::thesis},
      {"patent", WorkType::patent},
      {"conference", WorkType::conference},
      {"report", WorkType::report},
      {"journal", WorkType::article},
      {"tidskrift", WorkType::article},
      {"tijdschrift", WorkType::article},
      {"pismo", WorkType::article},
      {"magazine", WorkType::news},
      {"news", WorkType::news},
      {"periodico", WorkType::news},
      {"noticia", WorkType::news},
      {"tidning", WorkType::news},
      {"encyclopedia", WorkType::chapter},
      {"encyclopaedia", WorkType::chapter},
      {"chapitre", WorkType::chapter},
      {"book", WorkType::book},
      {"libro", WorkType::book},
      {"livro", WorkType::book},
      {"ouvrage", WorkType::book},
      {"boek", WorkType::book},
      {"bok", WorkType::book},
      {"ksiazke", WorkType::book},
      {"monografie", WorkType::book},
      {"web", WorkType::webpage},
      {"internetquelle", WorkType::webpage},
      {"press release", WorkType::webpage},
      {"strone", WorkType::webpage},
      {"pubblicazione", WorkType::article},
      {"publicacion", WorkType::article},
      {"article", WorkType::article},
  });
  const std::string folded = text::fold(name);
  for (const Word& word : words) {
    if (folded.find(word.word) != std::string::npos) return word.type;
  }
  return WorkType::other;
}

}  // namespace evident::read::wikitext
