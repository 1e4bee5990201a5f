// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/wikitext/footnotes.hpp"

#include <algorithm>

#include "read/wikitext/citation_names.hpp"
#include "read/wikitext/cites.hpp"
#include "read/wikitext/groups.hpp"
#include "read/wikitext/inline.hpp"
#include "read/wikitext/sections.hpp"
#include "read/wikitext/works.hpp"
#include "text/normal.hpp"

namespace evident::read::wikitext {

namespace {

/// Goes through the tokens of a page in order.
class Collector {
 public:
  Collector(const Page& page, const Outline& outline)
      : m_page(page), m_markup(page.markup), m_outline(outline) {}
  Footnotes run();

 private:
  struct Note {
    std::string group, name, follow, extends;
    std::optional<Range> content;
  };

  void line(size_t number);
  bool is_entry(const Line& line) const;
  uint32_t token(uint32_t number);
  void element(uint32_t number);
  void template_use(uint32_t number);
  void note(uint32_t number, Note note);
  void call(uint32_t number, size_t footnote) { m_out.callouts[number].footnotes.push_back(footnote); }
  size_t named(const std::string& group, const std::string& name);
  size_t add(Footnote footnote);
  size_t define(uint32_t number, size_t footnote, Range content);
  void set_numbers();
  std::string words(const Template& use, std::string_view argument) const;

  const Page& m_page;
  const Markup& m_markup;
  const Outline& m_outline;
  Footnotes m_out;
  std::map<std::pair<std::string, std::string>, size_t> m_by_name;
  bool m_literature = false;    // under a heading of a list of literature
  bool m_entry = false;         // in an item of one
  bool m_words_before = false;  // of the line, at the token that is read
  // Tokens before these numbers stand inside of what the name says.
  uint32_t m_in_list = 0, m_in_content = 0, m_in_element = 0, m_in_template = 0;
  std::string m_list_group;
};

size_t Collector::add(Footnote footnote) {
  m_out.all.push_back(std::move(footnote));
  return m_out.all.size() - 1;
}

size_t Collector::named(const std::string& group, const std::string& name) {
  const auto [found, first] = m_by_name.emplace(std::pair(group, name), m_out.all.size());
  if (first) add({group, name, {}, {}, {}, ""});
  return found->second;
}

/// Gives a footnote its content. One that has other content already keeps it, and this becomes a footnote of
/// its own.
size_t Collector::define(uint32_t number, size_t footnote, Range content) {
  Footnote& known = m_out.all[footnote];
  if (!known.content) {
    known.content = content;
    return footnote;
  }
  if (same_works(m_page, *known.content, content)) return footnote;
  m_out.problems.push_back(
      {"redefined-reference", m_markup.token(number).start,
       "the reference \"" + known.name + "\" was something else before; both were kept"});
  return add({known.group, "", content, {}, {}, ""});
}

void Collector::note(uint32_t number, Note note) {
  const bool listed = number < m_in_list;
  if (listed && note.group.empty()) note.group = m_list_group;
  if (note.content && m_markup.trimmed(*note.content).empty()) note.content.reset();
  if (note.content) note.content = m_markup.trimmed(*note.content);
  if (!note.follow.empty()) {
    if (note.content) m_out.all[named(note.group, note.follow)].additions.push_back(*note.content);
    return;
  }
  if (!note.extends.empty() && (!note.content || works_in(m_page, *note.content).front().token == no_token)) {
    // A page of a work that another footnote names.
    call(number, named(note.group, note.extends));
    return;
  }
  if (note.name.empty() && !note.content) {
    m_out.problems.push_back(
        {"empty-reference", m_markup.token(number).start, "the reference has neither name nor content"});
    return;
  }
  size_t footnote = 0;
  if (note.name.empty()) {
    footnote = add({note.group, "", note.content, {}, {}, ""});
  } else {
    footnote = named(note.group, note.name);
    if (note.content) footnote = define(number, footnote, *note.content);
  }
  if (!listed) call(number, footnote);
}

void Collector::element(uint32_t number) {
  const Token& token = m_markup.token(number);
  const std::string_view tag = m_markup.text(Span{token.start, token.end});
  if (token.tag == Tag::references) {
    if (token.mark == Mark::element) {
      m_in_list = token.match;
      m_list_group = attribute(tag, "group");
    }
    return;
  }
  Note found;
  found.name = attribute(tag, "name");
  found.group = attribute(tag, "group");
  found.follow = attribute(tag, "follow");
  found.extends = attribute(tag, "extends");
  if (token.mark == Mark::element) {
    found.content = m_markup.inside(number);
    m_in_content = std::max(m_in_content, token.match);
    m_in_element = std::max(m_in_element, token.match);
  } else if (!tag.ends_with("/>") && found.name.empty()) {
    return;  // lost its end: what was meant for it is read as text
  }
  note(number, std::move(found));
}

std::string Collector::words(const Template& use, std::string_view argument) const {
  const Argument* found = use.find(argument);
  return found == nullptr ? "" : plain(m_page, found->value);
}

void Collector::template_use(uint32_t number) {
  const Token& token = m_markup.token(number);
  const std::string name = template_name(m_markup, number);
  const NoteTemplate kind = note_template(name);
  if (kind == NoteTemplate::none) {
    if (!is_citation_name(name)) {
      m_in_template = std::max(m_in_template, token.match);
      return;
    }
    if (number >= m_in_content && !(m_entry && number >= m_in_template)) {
      // A full citation in running text stands for a footnote.
      call(number, add({"", "", m_markup.around(number), {}, {}, ""}));
    }
    m_in_content = std::max(m_in_content, token.match);
    return;
  }
  const Template use = template_at(m_markup, number);
  switch (kind) {
    case NoteTemplate::footnote:
    case NoteTemplate::note: {
      const bool tag = use.name == "#tag";
      const std::string element = tag ? words(use, "1") : "ref";
      if (element == "references") {
        m_in_list = token.match;
        m_list_group = words(use, "group");
      }
      if (element != "ref") break;
      Note found;
      found.name = words(use, "name");
      found.group = words(use, "group");
      if (found.group.empty() && kind == NoteTemplate::note) found.group = group_of_note(name);
      if (found.group.empty() && name == "refn") found.group = "";
      found.follow = words(use, "follow");
      found.extends = words(use, "extends");
      if (const Argument* content = use.find(tag ? "2" : "1")) found.content = content->value;
      note(number, std::move(found));
      m_in_content = std::max(m_in_content, token.match);
      return;
    }
    case NoteTemplate::reuse:
      for (const Argument& argument : use.arguments) {
        const bool is_name = argument.name.find_first_not_of("0123456789") == std::string::npos;
        if (is_name && !argument.value.empty())
          call(number, named(words(use, "group"), plain(m_page, argument.value)));
      }
      return;
    case NoteTemplate::short_note:
    case NoteTemplate::short_notes: {
      if (number < m_in_element) return;  // not meant for it: says which work the footnote means
      std::vector<ShortCitation> forms = short_citations(m_page, use);
      if (forms.empty()) return;
      std::string key = "{{";  // as no name begins
      for (const ShortCitation& form : forms) key += form.printed(NoteTemplate::bare) + ";";
      const size_t footnote = named("", key);
      m_out.all[footnote].short_forms = std::move(forms);
      m_out.all[footnote].content = m_markup.around(number);
      call(number, footnote);
      return;
    }
    case NoteTemplate::brackets:
    case NoteTemplate::bare:
    case NoteTemplate::sentence: {
      Callout callout;
      callout.form = kind;
      callout.in_footnote = number < m_in_content;
      callout.short_forms = short_citations(m_page, use);
      if (!callout.short_forms.empty()) m_out.callouts[number] = std::move(callout);
      return;
    }
    default:
      m_in_list = token.match;
      m_list_group = words(use, "group");
      if (m_list_group.empty() && name.find("notelist") != std::string::npos)
        m_list_group = group_of_note(name.ends_with("-ua")   ? "efn-ua"
                                     : name.ends_with("-lr") ? "efn-lr"
                                                             : "efn");
  }
}

uint32_t Collector::token(uint32_t number) {
  const Token& token = m_markup.token(number);
  switch (token.mark) {
    case Mark::template_:
      template_use(number);
      break;
    case Mark::tag:
    case Mark::element:
      if (!token.closing && (token.tag == Tag::ref || token.tag == Tag::references)) element(number);
      break;
    case Mark::address: {
      // "[http://...]" alone is a footnote in all but name; with words it is a link.
      const std::string_view inside = m_markup.text(m_markup.inside(number).span());
      if (number >= m_in_content && number >= m_in_template && !m_entry && m_words_before &&
          inside.find_first_of(" \t") == std::string_view::npos)
        call(number, add({"", "", m_markup.around(number), {}, {}, ""}));
      break;
    }
    default:
      break;
  }
  return number + 1;
}

/// The first thing of the line, tags and apostrophes aside, is a template that cites; or it is an item under
/// the heading of a list of literature, and cites in words.
bool Collector::is_entry(const Line& line) const {
  if (line.kind != LineKind::text && line.kind != LineKind::list_item) return false;
  Walk walk(m_markup, line.range);
  while (walk.next()) {
    if (walk.is_text()) {
      if (m_markup.text(walk.span()).find_first_not_of(" \t'\"") != std::string_view::npos) break;
    } else if (walk.token().mark == Mark::template_) {
      const std::string name = template_name(m_markup, walk.number());
      if (is_citation_name(name)) return true;
      if (note_template(name) != NoteTemplate::none) return false;
    } else if (walk.token().mark == Mark::element) {
      return false;
    }
  }
  return m_literature && line.kind == LineKind::list_item && !m_markup.trimmed(line.range).empty() &&
         cites(m_page, line.range, true);
}

void Collector::line(size_t number) {
  const Line& line = m_outline.lines[number];
  if (line.kind == LineKind::heading) m_literature = is_literature(plain(m_page, line.range));
  m_entry = is_entry(line);
  if (m_entry) m_out.entries.push_back({number, m_markup.trimmed(line.range)});
  m_words_before = line.kind != LineKind::list_item;
  for (uint32_t at = line.range.first; at < line.range.last;) {
    if (!m_words_before) m_words_before = m_markup.token(at).start > m_markup.trimmed(line.range).start;
    at = token(at);
  }
}

/// Numbers go by the first callout; what is never called comes last.
void Collector::set_numbers() {
  std::vector<size_t> order;
  std::vector<bool> called(m_out.all.size(), false);
  for (const auto& [token, callout] : m_out.callouts) {
    for (size_t footnote : callout.footnotes) {
      if (!called[footnote]) order.push_back(footnote);
      called[footnote] = true;
    }
  }
  for (size_t at = 0; at < m_out.all.size(); ++at) {
    if (called[at]) continue;
    order.push_back(at);
    if (m_out.all[at].content && !m_out.all[at].name.empty())
      m_out.problems.push_back({"uncited-reference", m_out.all[at].content->start,
                                "no place of the text cites the reference \"" + m_out.all[at].name + "\""});
  }
  std::vector<size_t> place(m_out.all.size());
  std::vector<Footnote> sorted;
  std::map<std::string, size_t> numbers;
  for (size_t at = 0; at < order.size(); ++at) {
    place[order[at]] = at;
    Footnote& footnote = sorted.emplace_back(std::move(m_out.all[order[at]]));
    footnote.number = printed_number(footnote.group, ++numbers[footnote.group]);
  }
  m_out.all = std::move(sorted);
  for (auto& [token, callout] : m_out.callouts) {
    for (size_t& footnote : callout.footnotes) footnote = place[footnote];
  }
}

Footnotes Collector::run() {
  for (size_t at = 0; at < m_outline.lines.size(); ++at) line(at);
  set_numbers();
  return std::move(m_out);
}

}  // namespace

Footnotes footnotes_of(const Page& page, const Outline& outline) {
  return Collector(page, outline).run();
}

}  // namespace evident::read::wikitext
