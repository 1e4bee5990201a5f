// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/wikitext/works.hpp"

#include <algorithm>

#include "read/record/values.hpp"
#include "read/wikitext/citation_names.hpp"
#include "read/wikitext/cites.hpp"
#include "read/wikitext/groups.hpp"
#include "read/wikitext/inline.hpp"
#include "text/normal.hpp"

namespace evident::read::wikitext {

std::vector<Work> works_in(const Page& page, Range range) {
  std::vector<Work> out;
  Walk walk(page.markup, range);
  while (walk.next()) {
    if (walk.is_text() || !is_citation(page, walk.number())) continue;
    Work work;
    work.range = range;
    work.token = walk.number();
    if (!out.empty()) {
      const auto start = static_cast<uint32_t>(walk.span().start);
      work.range = page.markup.from(range, start);
      out.back().range = page.markup.trimmed(page.markup.upto(out.back().range, start));
    }
    out.push_back(std::move(work));
  }
  if (out.empty()) out.push_back({"", range, no_token, {}});
  return out;
}

bool same_works(const Page& page, Range left, Range right) {
  if (text::squeeze(page.markup.text(left.span())) == text::squeeze(page.markup.text(right.span())))
    return true;
  const std::vector<Work> before = works_in(page, left), after = works_in(page, right);
  if (before.front().token == no_token || after.front().token == no_token)
    return text::fold(plain(page, left)) == text::fold(plain(page, right));
  const Citation first = citation_of(page, template_at(page.markup, before.front().token));
  const Citation second = citation_of(page, template_at(page.markup, after.front().token));
  const auto agree = [](const std::string& one, const std::string& other) {
    return !one.empty() && one == other;
  };
  return agree(first.ids.pmid, second.ids.pmid) || agree(first.ids.doi, second.ids.doi) ||
         agree(first.ids.pmcid, second.ids.pmcid) || agree(first.fields.url, second.fields.url) ||
         agree(text::fold(first.fields.title), text::fold(second.fields.title));
}

Works::Works(const Page& page, const Footnotes& footnotes) : m_page(page), m_footnotes(footnotes) {
  m_works.resize(footnotes.all.size());
  m_answers.resize(footnotes.all.size());
  for (size_t at = 0; at < footnotes.all.size(); ++at) {
    const Footnote& footnote = footnotes.all[at];
    if (!footnote.content) continue;
    std::vector<Work> works = works_in(page, *footnote.content);
    for (const Range& addition : footnote.additions) works.push_back({"", addition, no_token, {}});
    const bool only_words = works.size() == 1 && works.front().token == no_token;
    if (only_words && footnote.short_forms.empty() &&
        !cites(page, *footnote.content, is_group_of_notes(footnote.group))) {
      m_answers[at].prose = true;
      continue;
    }
    read(works, footnote.number);
    m_works[at] = std::move(works);
  }
  for (const Entry& entry : footnotes.entries) {
    std::vector<Work> works = works_in(page, entry.range);
    read(works, "");
    m_entries[entry.line] = std::move(works);
  }
  for (const auto& works : m_works) index(works);
  for (const Entry& entry : footnotes.entries) index(m_entries[entry.line]);
  for (size_t at = 0; at < m_works.size(); ++at) answer(at);
}

std::string Works::unique(const std::string& label) {
  std::string candidate = label;
  int& number = m_numbers[label];
  while (!m_labels.insert(candidate).second) candidate = label + "+" + std::to_string(++number + 1);
  return candidate;
}

/// `label` is the footnote's number; an item of a list is called by its first author and year.
void Works::read(std::vector<Work>& works, const std::string& label) {
  for (size_t at = 0; at < works.size(); ++at) {
    Work& work = works[at];
    if (work.token != no_token) work.citation = citation_of(m_page, template_at(m_page.markup, work.token));
    std::string own = label;
    if (label.empty()) {
      const auto* fields = work.citation ? &work.citation->fields : nullptr;
      own = fields == nullptr || fields->authors.empty() ? "entry" : fields->authors.front().family;
      if (fields != nullptr && fields->year > 0) own += " " + std::to_string(fields->year);
    } else if (works.size() > 1) {
      own += at < 26 ? std::string(1, static_cast<char>('a' + at)) : "+" + std::to_string(at);
    }
    work.label = unique(own);
  }
}

void Works::add_anchor(std::string anchor, const std::string& label) {
  const auto [found, first] = m_anchors.emplace(std::move(anchor), label);
  if (!first && found->second != label) found->second.clear();
}

void Works::index(const std::vector<Work>& works) {
  for (const Work& work : works) {
    if (work.citation) {
      for (const std::string& anchor : work.citation->anchors) m_anchors.insert_or_assign(anchor, work.label);
      const auto& fields = work.citation->fields;
      if (!fields.authors.empty() && fields.year > 0)
        add_anchor("1:" + anchor_of({fields.authors.front().family}, std::to_string(fields.year)),
                   work.label);
      continue;
    }
    // "Smith, John. The book. 2001": the words before the first comma, and the first year.
    const std::string words = plain(m_page, work.range);
    const int year = record::year_in(words);
    const size_t end = std::min({words.find(','), words.find(" ("), words.find('.')});
    if (year != 0 && end != std::string::npos && end < 40)
      add_anchor("1:" + anchor_of({words.substr(0, end)}, std::to_string(year)), work.label);
  }
}

/// The label of the work that a short citation means; empty where none or several could be meant.
std::string Works::find(const ShortCitation& form) const {
  if (const auto found = m_anchors.find(anchor_of(form.names, form.year)); found != m_anchors.end())
    return found->second;
  const std::string year = form.year.substr(0, 4);
  const auto found = m_anchors.find("1:" + anchor_of({form.names.front()}, year));
  return found == m_anchors.end() ? "" : found->second;
}

std::vector<std::string> Works::labels_of(const std::vector<ShortCitation>& forms) const {
  std::vector<std::string> labels;
  for (const ShortCitation& form : forms) {
    std::string label = find(form);
    if (label.empty()) label = form.printed(NoteTemplate::bare);
    labels.push_back(std::move(label));
  }
  return labels;
}

/// What a footnote says in short citations alone, be they templates or words.
std::vector<ShortCitation> Works::short_forms(const Footnote& footnote) const {
  if (!footnote.short_forms.empty()) return footnote.short_forms;
  std::vector<ShortCitation> out;
  Walk walk(m_page.markup, *footnote.content);
  while (walk.next()) {
    if (walk.is_text() || walk.token().mark != Mark::template_) continue;
    const NoteTemplate kind = note_template(template_name(m_page.markup, walk.number()));
    if (!is_short(kind)) continue;
    for (ShortCitation& form : short_citations(m_page, template_at(m_page.markup, walk.number())))
      out.push_back(std::move(form));
  }
  return out.empty() ? short_citations(plain(m_page, *footnote.content)) : out;
}

void Works::answer(size_t number) {
  const Footnote& footnote = m_footnotes.all[number];
  Answer& answer = m_answers[number];
  std::vector<Work>& works = m_works[number];
  if (answer.prose) return;
  if (works.empty()) {
    answer.labels = {footnote.name.empty() ? footnote.number : footnote.name};  // dangling
    return;
  }
  if (works.size() == 1 && works.front().token == no_token) {
    const std::vector<ShortCitation> forms = short_forms(footnote);
    std::vector<std::string> labels;
    for (const ShortCitation& form : forms) {
      if (std::string label = find(form); !label.empty()) labels.push_back(std::move(label));
    }
    const bool all = !forms.empty() && labels.size() == forms.size();
    if (all && std::find(labels.begin(), labels.end(), works.front().label) == labels.end()) {
      // The lists spell it out: the footnote is a pointer, not a work.
      works.clear();
      answer.labels = std::move(labels);
      return;
    }
    if (!footnote.short_forms.empty()) {
      Citation citation;
      const ShortCitation& form = forms.front();
      for (const std::string& name : form.names) {
        model::Person who;
        who.family = name;
        citation.fields.authors.push_back(std::move(who));
      }
      citation.fields.year = record::year_in(form.year);
      for (const ShortCitation& each : forms)
        citation.printed += (citation.printed.empty() ? "" : "; ") + each.printed(NoteTemplate::bare);
      works.front().citation = std::move(citation);
      works.front().token = footnote.content->first;
      m_problems.push_back({"unanswered-short-citation", footnote.content->start,
                            "no work of the page answers to \"" + works.front().citation->printed + "\""});
    }
  }
  for (const Work& work : works) answer.labels.push_back(work.label);
}

const std::vector<Work>* Works::works_of_line(size_t line) const {
  const auto found = m_entries.find(line);
  return found == m_entries.end() ? nullptr : &found->second;
}

}  // namespace evident::read::wikitext
