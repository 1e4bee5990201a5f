// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "eval/styles.hpp"

namespace evident::eval {

std::string replaced(std::string text, std::string_view what, std::string_view by);
std::string upper(std::string text);
std::string title_case(std::string text);

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
  Print& part(extract::parsing::Label label, std::string_view text, std::string_view before = "",
              std::string_view after = "") {
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
  std::string_view any(const std::vector<std::string_view>& words) { return m_random.of(words); }
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
  std::string m_remark, m_authors, m_volume, m_title, m_year, m_pages, m_publisher, m_place;
};

}  // namespace evident::eval
