// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/style_writer.hpp"

#include "eval/style_words.hpp"
#include "text/normal.hpp"

namespace evident::eval {

using extract::parsing::Label;
using Words = std::vector<std::string_view>;

TaggedReference Writer::article() {
  const Facts& f = m_facts;
  int form = static_cast<int>(m_random.below(18));
  // Headers of articles and short notes: a journal and numbers, nobody and nothing else.
  if (m_random.chance(4)) {
    form = m_random.chance(50) ? 0 : 9;
    m_authors.clear();
    m_title.clear();
  }
  const std::string page_word = m_random.chance(25) ? std::string(m_style.page_word) : "";
  const auto pages = [&](std::string_view before) {
    if (!m_pages.empty()) m_out.mark(before).part(Label::pages, page_word + m_pages);
  };
  const auto bare_pages = [&](std::string_view before) { m_out.part(Label::pages, m_pages, before); };
  const std::string after_authors = m_authors.ends_with('.') ? " " : ". ";
  const auto title_stop = [&] {
    if (m_title.empty()) return;

    m_out.part(Label::note, m_remark).mark(m_title.ends_with('?') || m_title.ends_with('!') ? " " : ". ");
  };
  switch (form) {
    case 0:
    case 1: {  // Vancouver, AMA
      m_out.part(Label::author, m_authors, "", after_authors).part(Label::title, m_title);
      title_stop();
      std::string date = m_year;
      if (m_random.chance(30))
        date +=
            " " + std::string(m_random.of(words::short_months)) + (m_random.chance(50) ? " " + day() : "");
      m_out.part(Label::container, f.container, "", any({". ", " ", ". ", ", "}))
          .part(Label::date, date, "", any({";", ";", "; ", ": ", ";"}));
      volume_issue("(");
      bare_pages(any({":", ":", ": "}));
      break;
    }
    case 2:
    case 3: {  // APA, Harvard
      m_out.part(Label::author, m_authors, "", any({" ", " ", ", "}));
      early_date(m_year);
      if (m_random.chance(20))
        m_out.part(Label::title, quoted(), "", any({", ", ". ", " "}));
      else {
        m_out.part(Label::title, m_title);
        m_random.chance(85) ? title_stop() : void(m_out.mark(any({", ", " "})));
      }
      m_out.part(Label::container, f.container, "", any({", ", " ", ". ", ", "}));
      if (m_random.chance(25)) m_out.mark(m_style.volume_word);
      volume_issue(m_random.chance(75) ? "(" : std::string(", ") + std::string(m_style.issue_word));
      pages(any({", ", ": ", ":", ", "}));
      break;
    }
    case 4:
    case 5: {  // Chicago, MLA, notes
      const std::string stop(any({", ", ". "}));
      m_out.part(Label::author, m_authors, "", stop == ". " ? after_authors : stop);
      const std::string quote = std::string(m_style.quote_open) + m_title +
                                (m_random.chance(65) ? (stop == ", " ? "," : ".") : "") +
                                std::string(m_style.quote_close);
      m_out.part(Label::title, quote, "",
                 quote.find(",") == quote.size() - 4 || m_random.chance(70) ? " " : ", ");
      m_out.part(Label::container, f.container, "", any({" ", ", ", " "}));
      volume_issue(any({", no. ", ".", "/", ":", "("}));
      m_out.part(Label::date, m_random.chance(25) ? month() + " " + m_year : m_year, " (", ")");
      pages(any({": ", ", ", ":"}));
      break;
    }
    case 6: {  // IEEE
      m_out.part(Label::author, m_authors, "", ", ");
      m_out
          .part(Label::title,
                std::string(m_style.quote_open) + m_title + "," + std::string(m_style.quote_close), "", " ")
          .part(Label::container, f.container, "", ", ");
      m_out.part(Label::volume, m_volume, m_style.volume_word);
      if (!f.issue.empty())
        m_out.part(Label::issue, f.issue, std::string(", ") + std::string(m_style.issue_word));
      m_out.part(Label::pages, m_pages, std::string(", ") + std::string(m_style.page_word));
      m_out.part(Label::date, m_random.chance(60) ? month() + " " + m_year : m_year, ", ");
      break;
    }
    case 7: {  // Nature
      m_out.part(Label::author, m_authors, "", m_authors.ends_with('.') ? " " : any({". ", ", "}));
      m_out.part(Label::title, m_title);
      m_random.chance(80) ? title_stop() : void(m_out.mark(", "));
      m_out.part(Label::container, f.container, "", any({" ", ", "})).part(Label::volume, m_volume);
      bare_pages(", ");
      m_out.part(Label::date, m_year, " (", ")");
      break;
    }
    case 8: {  // German, Springer
      m_out.part(Label::author, m_authors, "", any({": ", ":", " "}));
      const bool early = m_random.chance(50);
      if (early) early_date(m_year);
      m_out.part(Label::title, m_title);
      m_random.chance(70) ? title_stop() : void(m_out.mark(", "));
      m_out.part(Label::container, f.container, any({"", "", "In: ", "in: "}), any({" ", ", "}));
      if (m_random.chance(30)) m_out.mark(m_style.volume_word);
      volume_issue(any({"(", ", H. ", ", Nr. ", "/"}));
      if (!early && m_random.chance(50)) {
        m_out.part(Label::date, m_year, " (", ")");
        pages(any({", ", ": ", " "}));
      } else {
        pages(any({":", ": ", ", "}));
        if (!early) m_out.part(Label::date, m_year, any({", ", " ("}));
      }
      break;
    }
    case 9:
    case 16: {  // of chemistry, physics and astronomy: no title
      m_out.part(Label::author, m_authors, "", any({", ", ", ", " ", "; ", ". "}));
      const bool early = m_random.chance(20);
      if (early) m_out.part(Label::date, m_year, "", ", ");
      std::string container = f.container;
      if (m_random.chance(15))
        container = any({"ApJ", "AJ", "A&A", "MNRAS", "JHEP", "PRL", "PRD", "JCAP", "PASP", "ApJS", "PoS",
                         "Nature", "Science"});
      const std::string letter(m_random.chance(15) ? any({"A", "B", "D", "C", "E"}) : "");
      if (!letter.empty() && m_random.chance(50)) container += " " + letter;
      m_out.part(Label::container, container, "", any({" ", ", ", " "}));
      const std::string volume =
          !letter.empty() && !container.ends_with(letter) ? letter + m_volume : m_volume;
      const std::string number =
          m_random.chance(20) ? "0" + std::to_string(10000 + m_random.below(80000)) : m_pages;
      if (early) {
        m_out.part(Label::volume, volume, "", ", ").part(Label::pages, number);
      } else if (m_random.chance(35)) {
        m_out.part(Label::date, m_year, "", any({", ", ";"})).part(Label::volume, volume);
        m_out.part(Label::pages, number, any({", ", ":"}));
      } else {
        m_out.part(Label::volume, volume);
        if (m_random.chance(25))
          m_out.part(Label::issue, std::to_string(1 + m_random.below(12)), any({", no. ", "(", " ("}), "");
        if (m_random.chance(40)) {
          m_out.part(Label::date, m_year, " (", any({") ", "), ", ")"})).part(Label::pages, number);
        } else {
          m_out.part(Label::pages, number, any({", ", " "}));
          m_out.part(Label::date, m_year, any({" (", ", "}), ")");
        }
      }
      break;
    }
    case 17: {  // nothing but blanks between the parts
      m_out.part(Label::author, m_authors, "", " ")
          .part(Label::date, m_year, "", " ")
          .part(Label::title, m_title, "", " ");
      m_out.part(Label::container, f.container, "", " ")
          .part(Label::volume, m_volume, "", " ")
          .part(Label::pages, m_pages);
      break;
    }
    case 10: {  // French
      m_out.part(Label::author, m_authors, "", ", ");
      m_out.part(Label::title, "\xC2\xAB " + m_title + " \xC2\xBB", "", ", ")
          .part(Label::container, f.container, any({"", "", "in "}), ", ");
      m_out.part(Label::volume, m_volume, any({"vol. ", "t. ", "", "n° "}))
          .part(Label::issue, f.issue, any({", n° ", ", no ", ", n "}));
      m_out.part(Label::date, m_random.chance(30) ? month() + " " + m_year : m_year, ", ");
      m_out.part(Label::pages, m_pages, any({", p. ", ", pp. ", ", p."}));
      break;
    }
    case 11: {  // Russian, Spanish
      m_out.part(Label::author, m_authors, "", after_authors)
          .part(Label::title, m_title, "", any({" // ", ". ", ". "}));
      m_out.part(Label::container, f.container, "", any({". ", ", "}))
          .part(Label::date, m_year, any({"", "– "}), any({". ", ", ", "; "}));
      m_out.part(Label::volume, m_volume, any({"T. ", "Vol. ", "V. ", "", "vol. "}))
          .part(Label::issue, f.issue, any({". No. ", ", n.º ", ". № ", "("}));
      m_out.part(Label::pages, m_pages, any({". P. ", ", p. ", ": ", ". S. ", ", pp. "}));
      break;
    }
    case 12: {  // title first
      m_out.part(Label::title, m_random.chance(30) ? quoted() : m_title);
      m_random.chance(80) ? title_stop() : void(m_out.mark(", "));
      m_out.part(Label::author, m_authors, "", m_random.chance(50) ? ", " : after_authors)
          .part(Label::container, f.container, "", any({", ", ". ", " "}));
      m_out.part(Label::date, m_year, "", any({";", ", ", "; "}));
      volume_issue("(");
      pages(any({":", ", "}));
      break;
    }
    case 13: {  // year after the container
      m_out.part(Label::author, m_authors, "", any({", ", ". ", ": "}))
          .part(Label::title, m_title, "", any({", ", ". "}));
      m_out.part(Label::container, f.container, "", any({" ", ", "}));
      if (m_random.chance(50)) {
        m_out.part(Label::date, m_year, any({"(", "", ""}), any({") ", ", ", " "}));
        volume_issue("(");
      } else {
        volume_issue("(");
        m_out.part(Label::date, m_year, any({", ", " ("}));
      }
      pages(any({", ", ":", ": "}));
      break;
    }
    case 14: {  // everything between commas
      m_out.part(Label::author, m_authors, "", ", ")
          .part(Label::date, m_year, m_random.chance(30) ? "(" : "", ", ");
      m_out.part(Label::title, m_random.chance(50) ? quoted() : m_title, "", ", ")
          .part(Label::container, f.container, "", ", ");
      m_out.part(Label::volume, m_volume, m_random.chance(70) ? m_style.volume_word : "")
          .part(Label::issue, f.issue, std::string(", ") + std::string(m_style.issue_word));
      pages(", ");
      break;
    }
    default: {  // computer science: "A. T. C, V(I):P, M Y."
      m_out.part(Label::author, m_authors, "", after_authors).part(Label::title, m_title);
      title_stop();
      m_out.part(Label::container, f.container, "", ", ");
      volume_issue("(");
      pages(any({":", ": ", ", "}));
      m_out.part(Label::date, m_random.chance(50) ? month() + " " + m_year : m_year, ", ");
    }
  }
  closing();
  return m_out.done();
}

}  // namespace evident::eval
