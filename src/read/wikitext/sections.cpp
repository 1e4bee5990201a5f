// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/wikitext/sections.hpp"

#include <algorithm>
#include <array>

#include "read/plain/reference_list.hpp"
#include "text/normal.hpp"

namespace evident::read::wikitext {

bool is_literature(std::string_view heading) {
  if (plain::is_reference_heading(heading)) return true;
  constexpr auto names = std::to_array<std::string_view>(
      {"further reading", "general references", "general sources", "primary sources", "secondary sources",
       "publications", "selected bibliography", "selected publications", "books", "articles", "print sources",
       "web sources",
       // German, French, Spanish, Portuguese, Italian, Dutch, Polish, Swedish, Danish, Russian
       "literatur", "einzelnachweise", "quellen", "weblinks und literatur", "references", "bibliographie",
       "notes et references", "ouvrages", "referencias", "bibliografia", "fuentes", "lecturas adicionales",
       "referencias bibliograficas", "leitura adicional", "note", "fonti", "referenties", "bronnen",
       "literatuur", "przypisy", "zrodla", "kallor", "referenser", "litteratur", "noter", "referencer",
       "литература", "примечания", "источники"});
  const std::string folded = text::fold(heading);
  return std::find(names.begin(), names.end(), folded) != names.end();
}

bool is_about_elsewhere(std::string_view heading) {
  constexpr auto names = std::to_array<std::string_view>({"external links",
                                                          "external link",
                                                          "see also",
                                                          "weblinks",
                                                          "siehe auch",
                                                          "liens externes",
                                                          "voir aussi",
                                                          "articles connexes",
                                                          "enlaces externos",
                                                          "vease tambien",
                                                          "ligacoes externas",
                                                          "ver tambem",
                                                          "collegamenti externi",
                                                          "collegamenti esterni",
                                                          "voci correlate",
                                                          "externe links",
                                                          "zie ook",
                                                          "linki zewnetrzne",
                                                          "zobacz tez",
                                                          "externa lankar",
                                                          "se aven",
                                                          "ссылки",
                                                          "см также"});
  const std::string folded = text::fold(heading);
  return std::find(names.begin(), names.end(), folded) != names.end();
}

}  // namespace evident::read::wikitext
