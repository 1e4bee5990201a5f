// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/style_writer.hpp"

#include <algorithm>

#include "eval/style_words.hpp"
#include "text/normal.hpp"

namespace evident::eval {

using extract::parsing::Label;
using Words = std::vector<std::string_view>;

TaggedReference Writer::book() {
  const bool early = m_random.chance(45), edited = m_random.chance(12);
  const std::string role(edited ? any({" (Ed.)", " (Eds.)", ", editor", ", editors", ", eds.", ", ed.",
                                       " (dir.)", " (Hrsg.)", " (Hg.)", " (coord.)"})
                                : "");
  const std::string stop =
      m_authors.ends_with('.') && role.empty() ? " " : std::string(any({". ", ", ", ": ", ". "}));
  m_out.part(edited ? Label::editor : Label::author, m_authors + role, "",
             early ? any({" ", ", ", ". "}) : std::string_view(stop));
  if (early) early_date(m_year);
  m_out.part(Label::title, m_title);
  if (m_random.chance(10)) translated();
  edition(any({", ", " (", ". "}), ")");
  if (m_random.chance(10))
    m_out.part(Label::volume, std::to_string(1 + m_random.below(6)),
               any({" (Vol. ", ", vol. ", ", t. ", " Bd. "}));
  if (m_random.chance(10))
    m_out.part(Label::series, m_random.of(words::series), any({" (", ". ", ", "}),
               m_random.chance(50) ? ")" : "");
  if (m_random.chance(25) && !early) {
    m_out.mark(" (");
    imprint(static_cast<int>(m_random.below(4)));
    m_out.part(Label::date, m_year, ", ", ")");
  } else {
    m_out.mark(any({".", ".", ",", ";"}));
    imprint(static_cast<int>(m_random.below(5)));
    if (!early) m_out.part(Label::date, m_year, any({", ", "; ", " ", ". ", ", "}));
  }
  if (m_random.chance(18))
    m_out.part(Label::pages, std::to_string(90 + m_random.below(700)), any({", ", ". "}),
               any({" p.", " pp.", " pages", " S.", "p"}));
  else if (m_random.chance(15))
    m_out.part(Label::pages, std::to_string(9 + m_random.below(300)),
               any({", p. ", ", S. ", ", ", ", pp. "}));
  closing();
  return m_out.done();
}

TaggedReference Writer::chapter(bool meeting) {
  std::string container = m_facts.container;
  if (meeting) {
    std::string number = std::to_string(1 + m_random.below(38)) + "th";
    if (m_random.chance(20)) number = any({"Third", "Fifth", "Twelfth", "2nd", "1st", "First"});
    if (m_random.chance(15)) number = m_year.substr(0, 4);
    const auto topic = text::fold_words(m_facts.title);
    std::string about;
    for (size_t i = 0; i < topic.size() && about.size() < 12; ++i) {
      if (topic[i].size() > 4) about += (about.empty() ? "" : " ") + title_case(topic[i]);
    }
    container = replaced(std::string(m_random.of(words::meetings)), "{}", "\x01");
    container.replace(container.find('\x01'), 1, number);
    container.replace(container.find('\x01'), 1, about.empty() ? "Computing" : about);
    if (m_random.chance(30)) container += " (" + upper(about.substr(0, 3)) + " " + m_year.substr(0, 4) + ")";
  }
  const bool early = m_random.chance(45), quotes = m_random.chance(35);
  m_out.part(Label::author, m_authors, "",
             early                      ? any({" ", ", "})
             : m_authors.ends_with('.') ? " "
                                        : any({". ", ", ", ": "}));
  if (early) early_date(m_year);
  m_out.part(Label::title, quotes ? quoted() : m_title, "", any({". ", ", ", ". ", ", "}));
  std::string editors;
  if (!m_facts.editors.empty() || (!meeting && m_random.chance(40))) {
    std::vector<model::Person> people = m_facts.editors.empty() ? m_facts.authors : m_facts.editors;
    if (m_facts.editors.empty()) std::reverse(people.begin(), people.end());
    people.resize(std::min<size_t>(people.size(), 1 + m_random.below(3)));
    m_style.inverted = m_style.inverted && m_random.chance(60);
    editors = names(people);
  }
  const std::string in(any({"In: ", "In ", "in: ", "in ", "In: ", "En: ", "dans ", "In "}));
  std::string pages = m_pages;
  const std::string page_word(m_style.page_word);
  bool pages_done = false;
  if (!editors.empty() && m_random.chance(60)) {
    m_out.part(Label::editor,
               in + editors +
                   std::string(any({", editors", ", editor", " (Eds.)", " (Ed.)", ", eds.", " (eds)",
                                    " (Hrsg.)", " (dir.)", ", ed", " (éds.)"})),
               "", any({". ", ", ", " ", ": "}));
    m_out.part(Label::container, container);
  } else {
    m_out.part(Label::container, container, meeting && m_random.chance(30) ? "" : in);
    if (!editors.empty())
      m_out.part(
          Label::editor,
          std::string(any({"edited by ", "ed. ", "eds. ", "hrsg. von ", "Eds. ", "sous la direction de "})) +
              editors,
          any({", ", ". ", " "}));
  }
  edition(", ", "");
  if (m_random.chance(15))
    m_out.part(Label::volume, std::to_string(1 + m_random.below(400)),
               any({", vol. ", ", volume ", " (Vol. ", ", Bd. ", " "}), "");
  if (m_random.chance(15)) m_out.part(Label::series, m_random.of(words::series), any({", ", " of ", ". "}));
  if (!pages.empty() && m_random.chance(45)) {
    const bool brackets = m_random.chance(50);
    m_out.part(Label::pages, page_word + pages, brackets ? " (" : ", ", brackets ? ")" : "");
    pages_done = true;
  }
  if (!m_random.chance(meeting ? 45 : 10)) {
    m_out.mark(any({".", ".", ",", ";"}));
    imprint(static_cast<int>(m_random.below(5)));
  }
  if (!early)
    m_out.part(Label::date, meeting && m_random.chance(35) ? month() + " " + m_year : m_year,
               any({", ", "; ", ". ", " ("}));
  if (!pages_done && !pages.empty()) m_out.part(Label::pages, page_word + pages, any({", ", ". ", ": "}));
  closing();
  return m_out.done();
}

TaggedReference Writer::thesis() {
  const bool early = m_random.chance(45);
  m_out.part(Label::author, m_authors, "", early ? " " : m_authors.ends_with('.') ? " " : any({". ", ", "}));
  if (early) early_date(m_year);
  m_out.part(Label::title, m_random.chance(25) ? quoted() : m_title, "", any({". ", ", ", " "}));
  m_out.part(Label::note,
             any({"PhD thesis", "Ph.D. thesis", "PhD dissertation", "Doctoral dissertation",
                  "Master's thesis", "(Unpublished doctoral dissertation)", "[Dissertation]", "M.Sc. thesis",
                  "Dissertation", "Diss.", "thèse de doctorat", "Thèse", "Tesis doctoral", "Diplomarbeit",
                  "(Doctoral dissertation)", "[thesis]"}),
             "", any({", ", ". ", ": ", " "}));
  m_out.part(Label::publisher, m_random.of(words::universities));
  if (m_random.chance(45)) m_out.part(Label::place, m_place, ", ");
  if (!early)
    m_out.part(Label::date, m_random.chance(30) ? month() + " " + m_year : m_year,
               any({", ", ", ", ". ", " ("}));
  closing();
  return m_out.done();
}

TaggedReference Writer::report() {
  const bool early = m_random.chance(45), body = m_random.chance(50);
  const std::string author = body ? std::string(m_random.of(words::bodies)) : m_authors;
  m_out.part(Label::author, author, "",
             early                   ? any({" ", ", ", ". "})
             : author.ends_with('.') ? " "
                                     : any({". ", ", ", ": "}));
  if (early) early_date(m_year);
  m_out.part(Label::title, m_random.chance(20) ? quoted() : m_title, "", any({". ", ", ", " "}));
  const std::string number = std::to_string(1 + m_random.below(900));
  const std::string kind(any({"Technical Report ", "Tech. Rep. ", "Technical report TR-", "(Report No. ",
                              "Report ", "Working Paper ", "NBER Working Paper No. ", "Research Report RR-",
                              "Discussion paper ", "Technical Report CS-"}));
  m_out.part(Label::note, kind + number + (kind[0] == '(' ? ")" : ""), "", any({", ", ". "}));
  if (m_random.chance(80))
    m_out.part(Label::publisher,
               body && m_random.chance(50) ? m_random.of(words::bodies) : m_random.of(words::universities));
  if (m_random.chance(50)) m_out.part(Label::place, m_place, ", ");
  if (!early)
    m_out.part(Label::date, m_random.chance(40) ? month() + " " + m_year : m_year, any({", ", ". ", "; "}));
  closing();
  return m_out.done();
}

}  // namespace evident::eval
