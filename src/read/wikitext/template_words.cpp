// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/wikitext/template_words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/normal.hpp"

namespace evident::read::wikitext {

namespace {

/// Sorted by name. Templates whose arguments simply print are not in it.
constexpr auto table = std::to_array<TemplateWords>({
    {"!", Prints::sign, "|"},
    {"'", Prints::sign, "'"},
    {"'\"", Prints::sign, "'\""},
    {"'s", Prints::sign, "'s"},
    {"(", Prints::sign, "("},
    {")", Prints::sign, ")"},
    {"-", Prints::nothing, ""},
    {"=", Prints::sign, "="},
    {"abbr", Prints::first, ""},
    {"abbrlink", Prints::first, ""},
    {"anchor", Prints::nothing, ""},
    {"arxiv", Prints::labelled, "arXiv:"},
    {"as of", Prints::labelled, "As of "},
    {"audio", Prints::nothing, ""},
    {"bdo", Prints::last, ""},
    {"better source", Prints::nothing, ""},
    {"bibcode", Prints::labelled, "Bibcode:"},
    {"birth date", Prints::dashed, ""},
    {"birth date and age", Prints::dashed, ""},
    {"block indent", Prints::first, ""},
    {"blockquote", Prints::quote, ""},
    {"br", Prints::sign, " "},
    {"bull", Prints::sign, " · "},
    {"bullet", Prints::sign, " · "},
    {"by whom", Prints::nothing, ""},
    {"c.", Prints::labelled, "c. "},
    {"cbignore", Prints::nothing, ""},
    {"chem", Prints::joined, ""},
    {"chem2", Prints::joined, ""},
    {"circa", Prints::labelled, "c. "},
    {"citation needed", Prints::sign, "[citation needed]"},
    {"citation needed span", Prints::first, ""},
    {"clarify", Prints::nothing, ""},
    {"clear", Prints::nothing, ""},
    {"closed access", Prints::nothing, ""},
    {"cn", Prints::sign, "[citation needed]"},
    {"color", Prints::last, ""},
    {"convert", Prints::quantity, ""},
    {"coord", Prints::nothing, ""},
    {"cquote", Prints::quote, ""},
    {"cvt", Prints::quantity, ""},
    {"dead link", Prints::nothing, ""},
    {"death date", Prints::dashed, ""},
    {"death date and age", Prints::dashed, ""},
    {"decrease", Prints::nothing, ""},
    {"defn", Prints::first, ""},
    {"doi", Prints::labelled, "doi:"},
    {"dot", Prints::sign, " · "},
    {"dts", Prints::dashed, ""},
    {"dubious", Prints::nothing, ""},
    {"e", Prints::labelled, "×10^"},
    {"em dash", Prints::sign, "—"},
    {"emdash", Prints::sign, "—"},
    {"en dash", Prints::sign, "–"},
    {"end date", Prints::dashed, ""},
    {"endash", Prints::sign, "–"},
    {"eqm", Prints::nothing, ""},
    {"fact", Prints::sign, "[citation needed]"},
    {"failed verification", Prints::nothing, ""},
    {"flagicon", Prints::nothing, ""},
    {"flatlist", Prints::list, ""},
    {"font color", Prints::last, ""},
    {"frac", Prints::fraction, ""},
    {"fraction", Prints::fraction, ""},
    {"free access", Prints::nothing, ""},
    {"full citation needed", Prints::nothing, ""},
    {"gaps", Prints::joined, ""},
    {"google books", Prints::last, ""},
    {"harvid", Prints::nothing, ""},
    {"hlist", Prints::list, ""},
    {"i.e.", Prints::sign, "i.e."},
    {"ill", Prints::first, ""},
    {"in lang", Prints::nothing, ""},
    {"inconsistent citations", Prints::nothing, ""},
    {"increase", Prints::nothing, ""},
    {"inflation", Prints::nothing, ""},
    {"interlanguage link", Prints::first, ""},
    {"ipa", Prints::nothing, ""},
    {"isbn", Prints::labelled, "ISBN "},
    {"issn", Prints::labelled, "ISSN "},
    {"jstor", Prints::labelled, "JSTOR "},
    {"lang", Prints::second, ""},
    {"language icon", Prints::nothing, ""},
    {"languageicon", Prints::nothing, ""},
    {"legend", Prints::last, ""},
    {"link language", Prints::nothing, ""},
    {"link note", Prints::nothing, ""},
    {"listen", Prints::nothing, ""},
    {"lsj", Prints::nothing, ""},
    {"mdash", Prints::sign, "—"},
    {"middot", Prints::sign, " · "},
    {"mono", Prints::first, ""},
    {"nbsp", Prints::sign, " "},
    {"ndash", Prints::sign, "–"},
    {"nihongo", Prints::first, ""},
    {"notatypo", Prints::first, ""},
    {"nowrap", Prints::joined, ""},
    {"nts", Prints::first, ""},
    {"oclc", Prints::labelled, "OCLC "},
    {"open access", Prints::nothing, ""},
    {"page needed", Prints::nothing, ""},
    {"pd-notice", Prints::nothing, ""},
    {"pipe", Prints::sign, "|"},
    {"plainlist", Prints::list, ""},
    {"pmc", Prints::labelled, "PMC "},
    {"pmid", Prints::labelled, "PMID "},
    {"pull quote", Prints::quote, ""},
    {"quotation", Prints::quote, ""},
    {"quote", Prints::quote, ""},
    {"quote box", Prints::quote, ""},
    {"railgauge", Prints::first, ""},
    {"refbegin", Prints::nothing, ""},
    {"refend", Prints::nothing, ""},
    {"registration required", Prints::nothing, ""},
    {"respell", Prints::nothing, ""},
    {"rp", Prints::nothing, ""},
    {"rquote", Prints::quote, ""},
    {"sc", Prints::first, ""},
    {"self-published inline", Prints::nothing, ""},
    {"self-published source", Prints::nothing, ""},
    {"sfrac", Prints::fraction, ""},
    {"sic", Prints::joined, ""},
    {"snd", Prints::sign, " – "},
    {"sort", Prints::last, ""},
    {"space", Prints::sign, " "},
    {"spaced en dash", Prints::sign, " – "},
    {"spaced ndash", Prints::sign, " – "},
    {"spaces", Prints::sign, " "},
    {"ssub", Prints::joined, ""},
    {"start date", Prints::dashed, ""},
    {"start date and age", Prints::dashed, ""},
    {"steady", Prints::nothing, ""},
    {"su", Prints::nothing, ""},
    {"sub", Prints::joined, ""},
    {"subscription", Prints::nothing, ""},
    {"subscription required", Prints::nothing, ""},
    {"sup", Prints::joined, ""},
    {"text", Prints::first, ""},
    {"tooltip", Prints::first, ""},
    {"transl", Prints::last, ""},
    {"ubl", Prints::list, ""},
    {"ublist", Prints::list, ""},
    {"unbulleted list", Prints::list, ""},
    {"url", Prints::second, ""},
    {"val", Prints::quantity, ""},
    {"vanchor", Prints::first, ""},
    {"verification needed", Prints::nothing, ""},
    {"verify source", Prints::nothing, ""},
    {"visible anchor", Prints::first, ""},
    {"wayback", Prints::nothing, ""},
    {"webarchive", Prints::nothing, ""},
    {"when", Prints::nothing, ""},
    {"which", Prints::nothing, ""},
    {"who", Prints::nothing, ""},
    {"zwj", Prints::nothing, ""},
});

static_assert(std::is_sorted(table.begin(), table.end(),
                             [](const TemplateWords& left, const TemplateWords& right) {
                               return left.name < right.name;
                             }));

}  // namespace

TemplateWords words_of_template(std::string_view name) {
  const auto found =
      std::lower_bound(table.begin(), table.end(), name,
                       [](const TemplateWords& entry, std::string_view key) { return entry.name < key; });
  if (found != table.end() && found->name == name) return *found;
  if (name.starts_with("lang-")) return {name, Prints::first, ""};
  if (name.starts_with("ipa-") || name.starts_with("ipac-") || name.ends_with(" icon"))
    return {name, Prints::nothing, ""};
  return {};
}

bool is_box(std::string_view name) {
  constexpr std::array<std::string_view, 11> words{"box",          "boks",       "ficha ",   "infobulle",
                                                   "faktamall",    "sidebar",    "карточка", "картка",
                                                   "bilgi kutusu", "տեղեկաքարտ", "info/"};
  const bool ascii = std::all_of(name.begin(), name.end(), [](char c) { return (c & 0x80) == 0; });
  const std::string folded = ascii ? std::string(name) : text::fold(name);
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

}  // namespace evident::read::wikitext
