// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/style_writer.hpp"

#include <algorithm>
#include <cctype>

#include "eval/style_words.hpp"
#include "text/normal.hpp"

namespace evident::eval {

using extract::parsing::Label;
using Words = std::vector<std::string_view>;

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

std::string title_case(std::string text) {
  bool start = true;
  for (size_t i = 0; i < text.size(); ++i) {
    const size_t end = std::min(text.find(' ', i), text.size());
    if (start && (end - i > 3 || i == 0))
      text[i] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[i])));
    start = text[i] == ' ';
  }
  return text;
}

void Writer::choose_style() {
  Style& s = m_style;
  s.inverted = m_random.chance(70);
  s.inverted_first_only = s.inverted && m_random.chance(20);
  s.given_names = m_random.chance(s.inverted_first_only ? 70 : 22);
  s.capitals = m_random.chance(7);
  s.comma = s.given_names || s.inverted_first_only || m_random.chance(45);
  s.initial_stop = m_random.chance(s.comma || !s.inverted ? 85 : 25) ? "." : "";
  s.initial_gap = !s.initial_stop.empty() && m_random.chance(50) ? " " : "";
  s.separator = any({", ", ", ", ", ", ", ", "; ", "; ", " and ", " / ", " - ", " & "});
  if (s.comma && m_random.chance(25)) s.separator = "; ";
  s.last_separator = any({" and ", " and ", ", and ", ", and ", " & ", ", & ", ", & ", " et ", " und ",
                          " u. ", " y ", " e ", ", ", ", ", "; ", " og ", " en "});
  if (m_random.chance(25)) s.last_separator = s.separator;
  s.et_al = any({" et al.", ", et al.", ", et al", " et al", ", et al.", " and others", " u.a.", " y cols.",
                 " [et al.]", " et coll.", " и др."});
  s.et_al_from = m_random.chance(35) ? (m_random.chance(40) ? 3 : m_random.chance(50) ? 1 : 6) : 30;
  s.dash = any({"-", "-", "–", "–", "–", "--", "—", " - ", " – ", "−"});
  s.page_word = any({"pp. ", "pp. ", "pp ", "p. ", "p.", "pp.", "pages ", "pags. ", "S. ", "str. ", "P. ",
                     "Seite ", "s. ", "pág. "});
  s.volume_word = any(
      {"vol. ", "vol. ", "Vol. ", "vol ", "Vol ", "volume ", "v. ", "Bd. ", "t. ", "T. ", "Band ", "tome "});
  s.issue_word = any(
      {"no. ", "no. ", "No. ", "no ", "n. ", "n° ", "nº ", "Nr. ", "issue ", "H. ", "núm. ", "№ ", "Heft "});
  const Words open{"\xE2\x80\x9C", "\"", "'", "\xE2\x80\x98", "\xC2\xAB ", "\xE2\x80\x9E", "``"};
  const Words close{"\xE2\x80\x9D", "\"", "'", "\xE2\x80\x99", " \xC2\xBB", "\xE2\x80\x9C", "''"};
  const size_t quote = m_random.chance(60) ? m_random.below(2) : m_random.below(open.size());
  s.quote_open = open[quote];
  s.quote_close = close[quote];
}

void Writer::choose_facts() {
  m_title = m_facts.title;
  if (m_random.chance(18)) m_title = title_case(m_title);
  if (m_random.chance(2)) m_title = upper(m_title);
  // A long title cut at its subtitle makes a short one.
  if (const size_t colon = m_title.find(": ");
      colon != std::string::npos && colon > 15 && m_random.chance(30))
    m_title.resize(colon);
  if (m_random.chance(2))
    m_remark = any({" (in Russian)", " [in German]", " (abstract)", " [Abstract]", " (in Japanese)",
                    " [Article in French]"});
  m_year = m_facts.year.substr(0, 4);
  if (m_random.chance(25)) m_year = std::to_string(1890 + m_random.below(130));
  if (m_random.chance(5)) m_year += static_cast<char>('a' + m_random.below(3));
  m_pages = m_facts.first_page;
  std::string last = m_facts.last_page;
  if (m_random.chance(40) && last.size() == m_pages.size() && m_pages.size() > 1) {
    const auto same = std::mismatch(m_pages.begin(), m_pages.end() - 1, last.begin()).second;
    last.erase(last.begin(), same);
  }
  if (!last.empty() && last != m_pages && m_random.chance(92)) m_pages += std::string(m_style.dash) + last;
  m_authors = m_random.chance(4) ? "" : names(m_facts.authors);  // some works name nobody
  if (m_random.chance(2)) m_authors = any({"———", "---", "———.", "–––", "______"});
  if (m_random.chance(2))
    m_authors += replaced(any({" (@ Collaboration)", " [@ collaboration]", ", @ Collaboration",
                               " for the @ Group", "; @ Investigators"})
                              .data(),
                          "@", any({"ATLAS", "CMS", "SCAN", "DIAMOND", "Belle", "TRIAL-2", "Study"}));
  m_volume = m_facts.volume;
  if (m_random.chance(4))
    m_volume = any({"XLIII", "XIV", "II", "IV", "VII", "IX", "XX", "LXXV", "III", "CXX", "xii"});
  m_publisher = m_facts.publisher.empty() || m_random.chance(40) ? std::string(m_random.of(words::publishers))
                                                                 : m_facts.publisher;
  m_place =
      m_facts.place.empty() || m_random.chance(40) ? std::string(m_random.of(words::places)) : m_facts.place;
  if (m_random.chance(10))
    m_place += any({", UK", ", USA", ", Germany", ", France", ", The Netherlands", "/New York"});
}

std::string Writer::given(const model::Person& person, bool full) {
  std::string letters = person.initials;
  if (letters.empty()) {
    bool start = true;
    for (const char c : person.given) {
      if (start && std::isupper(static_cast<unsigned char>(c)) != 0) letters += c;
      start = c == ' ' || c == '.' || c == '-' || std::isupper(static_cast<unsigned char>(c)) != 0;
      if (letters.size() == 3) break;
    }
  }
  if (letters.empty()) return person.given;
  if (full) {
    std::string name = person.given;
    if (name.size() < 4 || name.find('.') != std::string::npos) name = m_random.of(words::given_names);
    if (letters.size() > 1 && name.find(' ') == std::string::npos && m_random.chance(50))
      name += std::string(" ") + letters[1] + ".";
    return name;
  }
  std::string out;
  const bool dashed = letters.size() == 2 && m_random.chance(6);
  for (size_t i = 0; i < letters.size(); ++i) {
    if (static_cast<unsigned char>(letters[i]) >= 0x80) return letters;
    if (i > 0) out += dashed ? "-" : std::string(m_style.initial_gap);
    out += letters[i];
    out += m_style.initial_stop;
  }
  return out;
}

std::string Writer::name(const model::Person& person, bool first) {
  std::string family = m_style.capitals ? upper(person.family) : person.family;
  if (person.collective) return family;
  const std::string before = given(person, m_style.given_names);
  if (before.empty()) return family;
  if (m_style.inverted && (first || !m_style.inverted_first_only))
    return family + (m_style.comma ? ", " : " ") + before;
  return before + " " + family;
}

std::string Writer::names(const std::vector<model::Person>& people) {
  std::string out;
  size_t shown = people.size();
  if (shown > m_style.et_al_from) shown = m_style.et_al_from;
  if (shown > 8 && m_random.chance(60)) shown = 3;
  if (people.size() > 1 && m_random.chance(25))
    shown = 1 + m_random.below(std::min<size_t>(people.size(), 3));
  const bool others = shown < people.size() && m_random.chance(60);
  for (size_t i = 0; i < shown; ++i) {
    if (i > 0) out += i + 1 == shown && !others ? m_style.last_separator : m_style.separator;
    out += name(people[i], i == 0);
  }
  if (others) out += m_style.et_al;
  return out;
}

std::string Writer::url() {
  std::string words =
      replaced(text::fold(m_facts.title).substr(0, 5 + m_random.below(25)), " ", any({"-", "_", "/", ""}));
  return std::string(any({"http://www.", "https://www.", "http://", "https://"})) + words.substr(0, 4) +
         std::string(any({".org/", ".com/", ".gov/", ".ac.uk/", ".fr/", ".de/"})) + words +
         std::string(any({"", ".html", ".pdf", "/"}));
}

std::string Writer::month() {
  const size_t month = m_random.below(11);
  if (m_random.chance(7))
    return std::string(any({"Winter", "Spring", "Summer", "Fall", "Autumn", "printemps", "Herbst"}));
  if (m_random.chance(10))
    return std::string(words::short_months[month]) + std::string(any({"-", "/", "–"})) +
           std::string(words::short_months[month + 1]);
  if (m_random.chance(12)) return std::string(words::months[month]) + " " + day() + ",";
  if (m_random.chance(12)) return day() + " " + std::string(words::months[month]);
  return std::string(m_random.chance(50) ? words::months[month] : words::short_months[month]);
}

/// The date between authors and title.
void Writer::early_date(const std::string& date) {
  if (m_random.chance(75))
    m_out.part(Label::date, date, "(", any({"). ", "). ", ") ", "): ", "), "}));
  else
    m_out.part(Label::date, date, "", any({". ", ". ", ", ", ": ", " "}));
}

void Writer::volume_issue(std::string_view between_issue) {
  m_out.part(Label::volume, m_volume);
  std::string issue = m_facts.issue;
  if (issue.empty() && m_random.chance(35)) issue = std::to_string(1 + m_random.below(12));
  if (issue.empty() || m_random.chance(25) || m_volume.empty()) return;
  if (m_random.chance(12)) issue += std::string(m_style.dash) + std::to_string(1 + m_random.below(12));
  if (m_random.chance(12)) between_issue = any({":", ", Issue ", " ", ", ", ": ", " no.", "."});
  if (between_issue == "(") {
    m_out.part(Label::issue, issue, m_random.chance(15) ? " (" : "(", ")");
  } else {
    m_out.part(Label::issue, issue, between_issue);
  }
}

void Writer::edition(std::string_view before, std::string_view after) {
  if (!m_random.chance(18)) return;
  m_out.part(Label::note,
             any({"2nd ed.", "2nd edition", "3rd edn", "2. Aufl.", "2e éd.", "4th ed", "rev. ed.", "1st ed.",
                  "3a ed."}),
             before, after);
}

/// Those who translated or edited a book, behind its title.
void Writer::translated() {
  m_style.inverted = false;
  const model::Person person{std::string(m_facts.authors.empty() ? "Young" : m_facts.authors.back().family),
                             std::string(m_random.of(words::given_names)), "", "", false};
  m_style.given_names = m_random.chance(80);
  m_out.part(Label::editor,
             std::string(any({"trans. ", "Trans. ", "Translated by ", "Edited by ", "ed. ", "translated by ",
                              "übers. v. ", "hrsg. v. ", "trad. ", "Ed. by "})) +
                 name(person, false),
             any({". ", ", ", " (", ". "}));
}

void Writer::imprint(int form) {
  switch (form) {
    case 0:
      m_out.part(Label::place, m_place, " ", ": ").part(Label::publisher, m_publisher);
      break;
    case 1:
      m_out.part(Label::publisher, m_publisher, " ").part(Label::place, m_place, ", ");
      break;
    case 2:
      m_out.part(Label::place, m_place, " ").part(Label::publisher, m_publisher, ", ");
      break;
    case 3:
      m_out.part(Label::publisher, m_publisher, " ");
      break;
    default:
      m_out.part(Label::place, m_place, " ");
      break;
  }
}

void Writer::closing() {
  if (m_random.chance(75)) m_out.mark(".");
  if (m_random.chance(6)) {
    m_out.part(
        Label::note,
        any({"(in Russian)", "[in German]", "In press.", "Review.", "doi:", "Print.", "Epub ahead of print.",
             "(Suppl.)", "Available from:", "Accessed 12 May 2009", "Retrieved March 3, 2011, from",
             "[Medline]", "[INSPIRE].", "[ INSPIRE]", "[Erratum-ibid. 12, 345 (1990)].", "(reprinted 1999)"}),
        " ");
  }
}

}  // namespace evident::eval
