// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/styles.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>

#include "eval/style_words.hpp"
#include "extract/field/scan.hpp"
#include "text/normal.hpp"

namespace evident::eval {

namespace {

using extract::parsing::Label;
using model::WorkType;
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

/// The choices that a style makes once for all its names, numbers and marks.
struct Style {
  bool inverted = true, inverted_first_only = false, given_names = false, capitals = false, comma = false;
  std::string_view initial_stop, initial_gap, separator, last_separator, et_al;
  size_t et_al_from = 99;
  std::string_view dash, page_word, volume_word, issue_word, quote_open, quote_close;
};

/// A reference that grows part by part.
class Print {
 public:
  explicit Print(Random& random) : m_random(random) {}

  Print& mark(std::string_view text) {
    m_out.text += text;
    return *this;
  }
  /// A part; nothing where it is empty, and then the marks behind it are left out too.
  Print& part(Label label, std::string_view text, std::string_view before = "", std::string_view after = "") {
    if (text.empty()) return *this;
    m_out.text += before;
    const uint64_t start = m_out.text.size();
    m_out.text += text;
    m_out.parts.push_back({label, {start, m_out.text.size()}});
    // Styles choose both ends by themselves; brackets are closed where they were opened, and only there.
    const bool opened = before.ends_with('('), closed = after.starts_with(')');
    if (opened && !closed) m_out.text += ')';
    m_out.text += closed && !opened ? after.substr(1) : after;
    return *this;
  }
  TaggedReference done() {
    while (!m_out.text.empty() && std::string_view(" ,;").find(m_out.text.back()) != std::string_view::npos)
      m_out.text.pop_back();
    for (auto& each : m_out.parts) each.span.end = std::min<uint64_t>(each.span.end, m_out.text.size());
    return std::move(m_out);
  }

 private:
  Random& m_random;
  TaggedReference m_out;
};

/// One reference in one style.
class Writer {
 public:
  Writer(const Facts& facts, Random& random) : m_facts(facts), m_random(random), m_out(random) {
    choose_style();
    choose_facts();
  }
  TaggedReference article();
  TaggedReference book();
  TaggedReference chapter(bool meeting);
  TaggedReference thesis();
  TaggedReference report();
  TaggedReference web();
  TaggedReference news();
  TaggedReference patent();

 private:
  std::string_view any(const Words& words) { return m_random.of(words); }
  void choose_style();
  void choose_facts();
  std::string given(const model::Person& person, bool full);
  std::string name(const model::Person& person, bool first);
  std::string names(const std::vector<model::Person>& people);
  std::string month();
  std::string day() { return std::to_string(1 + m_random.below(28)); }
  std::string url();
  std::string quoted() {
    return std::string(m_style.quote_open) + m_title + std::string(m_style.quote_close);
  }
  void early_date(const std::string& date);
  void volume_issue(std::string_view between_issue);
  void edition(std::string_view before, std::string_view after);
  void imprint(int form);
  void translated();
  void closing();

  const Facts& m_facts;
  Random& m_random;
  Print m_out;
  Style m_style;
  std::string m_authors, m_volume, m_title, m_year, m_pages, m_publisher, m_place;
};

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
    m_out.part(Label::date, date, "", any({". ", ". ", ", ", ": "}));
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
    m_out.part(Label::note,
               any({"(in Russian)", "[in German]", "In press.", "Review.", "doi:", "Print.",
                    "Epub ahead of print.", "(Suppl.)", "Available from:", "Accessed 12 May 2009",
                    "Retrieved March 3, 2011, from", "[Medline]", "(reprinted 1999)"}),
               " ");
  }
}

TaggedReference Writer::article() {
  const Facts& f = m_facts;
  const int form = static_cast<int>(m_random.below(16));
  const std::string page_word = m_random.chance(25) ? std::string(m_style.page_word) : "";
  const auto pages = [&](std::string_view before) {
    if (!m_pages.empty()) m_out.mark(before).part(Label::pages, page_word + m_pages);
  };
  const auto bare_pages = [&](std::string_view before) { m_out.part(Label::pages, m_pages, before); };
  const std::string after_authors = m_authors.ends_with('.') ? " " : ". ";
  const auto title_stop = [&] { m_out.mark(m_title.ends_with('?') || m_title.ends_with('!') ? " " : ". "); };
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
    case 9: {  // of chemistry and physics: no title
      m_out.part(Label::author, m_authors, "", any({", ", " ", "; "}));
      m_out.part(Label::container, f.container, "", any({" ", ", "}));
      if (m_random.chance(50)) {
        m_out.part(Label::date, m_year, "", any({", ", ";"})).part(Label::volume, m_volume);
        bare_pages(any({", ", ":"}));
      } else {
        m_out.part(Label::volume, m_volume);
        if (m_random.chance(30)) {
          m_out.part(Label::date, m_year, " (", ") ");
          bare_pages("");
        } else {
          bare_pages(any({", ", " "}));
          m_out.part(Label::date, m_year, any({" (", ", "}), ")");
        }
      }
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

/// A text with one change; the parts move along.
void edit(TaggedReference& reference, size_t at, size_t length, std::string_view by) {
  reference.text.replace(at, length, by);
  const auto moved = [&](uint64_t where) -> uint64_t {
    if (where <= at) return where;
    return where >= at + length ? where - length + by.size() : at + by.size();
  };
  for (auto& part : reference.parts) part.span = {moved(part.span.start), moved(part.span.end)};
}

/// What scanners and typists do: blanks lost or gained at marks, words broken at a line's end.
void add_slips(TaggedReference& reference, Random& random) {
  for (unsigned slips = random.below(3); slips > 0; --slips) {
    const size_t at = 1 + random.below(reference.text.size() - 2);
    const size_t blank = reference.text.find(' ', at);
    if (blank == std::string::npos || blank == 0) continue;
    const bool behind_mark = std::ispunct(static_cast<unsigned char>(reference.text[blank - 1])) != 0;
    if (behind_mark) {
      edit(reference, blank, 1, "");
    } else if (random.chance(40) && static_cast<unsigned char>(reference.text[blank - 1]) < 0x80 &&
               blank > 5 && extract::field::is_letter(reference.text[blank - 4]) &&
               extract::field::is_letter(reference.text[blank - 3]) &&
               static_cast<unsigned char>(reference.text[blank - 3]) < 0x80) {
      edit(reference, blank - 3, 0, "- ");
    } else if (const size_t mark = reference.text.find_first_of(".,;", at);
               mark != std::string::npos && random.chance(50)) {
      edit(reference, mark, random.chance(60) ? 1 : 0, random.chance(50) ? " " : "");
    }
  }
}

}  // namespace

StyleGenerator::StyleGenerator(std::vector<JournalName> journals, uint32_t seed)
    : m_journals(std::move(journals)), m_random(seed) {}

TaggedReference StyleGenerator::print(const Facts& given) {
  Facts facts = given;
  WorkType type = facts.type;
  if (type == WorkType::article) {
    if (!m_journals.empty() && m_random.chance(45)) {
      const JournalName& name = m_random.of(m_journals);
      facts.container = m_random.chance(50) ? name.full : name.abbreviated;
      if (m_random.chance(15)) facts.container = replaced(facts.container, ".", "");
    }
    if (m_random.chance(5)) facts.volume.clear();
    // Titles of articles serve for what bibliographies of reports and theses lack here.
    const size_t other = m_random.below(100);
    type = other < 5    ? WorkType::thesis
           : other < 9  ? WorkType::report
           : other < 12 ? WorkType::webpage
           : other < 15 ? WorkType::news
           : other < 16 ? WorkType::patent
           : other < 24 ? WorkType::conference
           : other < 30 ? WorkType::book
           : other < 40 ? WorkType::chapter
                        : WorkType::article;
    // The work before it makes the book around it.
    if (type == WorkType::chapter) {
      facts.container = m_before.title.substr(0, m_before.title.find(": "));
      if (m_random.chance(50)) facts.container = title_case(facts.container);
      facts.editors = m_before.authors;
      facts.volume.clear();
    }
  } else if (type == WorkType::chapter && m_random.chance(25)) {
    type = WorkType::conference;
  }
  if (facts.container.empty() && type == WorkType::chapter) type = WorkType::book;
  m_before = given;
  Writer writer(facts, m_random);
  TaggedReference reference;
  switch (type) {
    case WorkType::article:
      reference = writer.article();
      break;
    case WorkType::chapter:
      reference = writer.chapter(false);
      break;
    case WorkType::conference:
      reference = writer.chapter(true);
      break;
    case WorkType::thesis:
      reference = writer.thesis();
      break;
    case WorkType::report:
      reference = writer.report();
      break;
    case WorkType::webpage:
      reference = writer.web();
      break;
    case WorkType::news:
      reference = writer.news();
      break;
    case WorkType::patent:
      reference = writer.patent();
      break;
    default:
      reference = writer.book();
      break;
  }
  if (reference.text.size() > 20 && m_random.chance(15)) add_slips(reference, m_random);
  return reference;
}

}  // namespace evident::eval
