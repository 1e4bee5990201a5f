// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/style_writer.hpp"

#include "eval/style_words.hpp"
#include "text/normal.hpp"

namespace evident::eval {

using extract::parsing::Label;
using Words = std::vector<std::string_view>;

TaggedReference Writer::web() {
  const bool author = m_random.chance(75), early = m_random.chance(50);
  if (author)
    m_out.part(Label::author, m_random.chance(60) ? std::string(m_random.of(words::bodies)) : m_authors, "",
               early ? any({" ", ". "}) : any({". ", ", "}));
  const std::string date =
      m_random.chance(40) ? m_year + any({", ", " "}).data() + month() + " " + day() : m_year;
  if (early) early_date(date);
  m_out.part(Label::title, m_random.chance(25) ? quoted() : m_title);
  m_out.part(Label::note,
             any({"", "", " [Internet]", " [online]", " [Web page]", " [homepage on the Internet]"}));
  m_out.mark(". ");
  if (m_random.chance(25)) m_out.part(Label::place, m_place, "", any({": ", "; "}));
  if (!early) m_out.part(Label::date, date, "", any({". ", ", ", " "}));
  const std::string visited = day() + " " + month() + " " + std::to_string(1998 + m_random.below(25));
  m_out.part(Label::note,
             std::string(any({"Retrieved ", "Accessed ", "[cited ", "Available from: ", "Available at ",
                              "(accessed ", "Abgerufen am ", "consulté le ", "Last accessed "})) +
                 (m_random.chance(60) ? visited : ""),
             "", any({", ", " ", "] ", ", from "}));
  if (m_random.chance(85)) m_out.part(Label::url, url());
  return m_out.done();
}

TaggedReference Writer::news() {
  const std::string paper(m_random.of(words::newspapers));
  const std::string date =
      m_random.chance(50) ? day() + " " + month() + " " + m_year : month() + " " + day() + ", " + m_year;
  const bool early = m_random.chance(40);
  if (m_random.chance(75))
    m_out.part(Label::author, m_authors, "",
               early                      ? " "
               : m_authors.ends_with('.') ? " "
                                          : any({". ", ", "}));
  if (early)
    m_out.part(Label::date, m_random.chance(50) ? m_year + ", " + month() + " " + day() : date, "(", "). ");
  m_out.part(Label::title, m_random.chance(60) ? quoted() : m_title, "", any({". ", ", ", " "}))
      .part(Label::container, paper, any({"", "", "In: "}));
  if (!early) m_out.part(Label::date, date, any({", ", ". ", " (", ", "}), "");
  if (m_random.chance(35))
    m_out.part(Label::pages, std::string(any({"A", "B", "", "C"})) + std::to_string(1 + m_random.below(40)),
               any({", p. ", ", S. ", ", ", ": "}));
  closing();
  return m_out.done();
}

TaggedReference Writer::patent() {
  m_out.part(Label::author, m_authors, "", any({", inventors; ", ". ", ", inventor. ", ", "}));
  if (m_random.chance(40))
    m_out.part(Label::publisher, std::string(m_random.of(words::bodies)), "",
               any({", assignee. ", ". ", ", "}));
  m_out.part(Label::title, m_random.chance(20) ? quoted() : m_title, "", any({". ", ", "}));
  m_out.part(Label::note,
             std::string(any({"United States patent US ", "U.S. Patent ", "US Patent No. ",
                              "European Patent EP ", "WO ", "DE "})) +
                 std::to_string(1 + m_random.below(9)) + "," + std::to_string(100 + m_random.below(900)) +
                 "," + std::to_string(100 + m_random.below(900)),
             "", any({". ", ", ", " ("}));
  m_out.part(Label::date, m_random.chance(50)
                              ? m_year + " " + std::string(m_random.of(words::short_months)) + " " + day()
                              : m_year);
  closing();
  return m_out.done();
}

}  // namespace evident::eval
