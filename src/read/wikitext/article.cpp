// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/wikitext/article.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "read/wikitext/footnotes.hpp"
#include "read/wikitext/inline.hpp"
#include "read/wikitext/outline.hpp"
#include "read/wikitext/page.hpp"
#include "read/wikitext/page_writer.hpp"
#include "read/wikitext/works.hpp"

namespace evident::read::wikitext {

namespace {

constexpr size_t longest_subject = 120;
constexpr size_t told_one_by_one = 20;  // of one kind in one page

/// Reports in the order of the page, each kind so often at most, and then sums up.
class Reporter {
 public:
  /// `page` is the title, where there are others.
  Reporter(const xml::SourceText& source, const std::string& page, Sink& sink)
      : m_source(source), m_page(page.empty() ? "" : page + ": "), m_sink(sink) {}
  void add(Severity severity, const char* code, Span span, const std::string& message) {
    size_t& count = m_counts[code];
    if (++count > told_one_by_one) return;
    m_sink.report({severity, code, m_source.place().path, m_source.line_at(span.start),
                   m_source.to_source(span), m_page + message});
  }
  void sum_up() {
    for (const auto& [code, count] : m_counts) {
      if (count > told_one_by_one)
        m_sink.report({Severity::note, code, m_source.place().path, m_source.place().line,
                       m_source.to_source({0, 0}),
                       m_page + std::to_string(count - told_one_by_one) + " more of these on the page"});
    }
  }

 private:
  const xml::SourceText& m_source;
  std::string m_page;
  Sink& m_sink;
  std::map<std::string, size_t> m_counts;
};

void report_unclosed(const Page& page, const Outline& outline, Reporter& reporter) {
  std::vector<Unclosed> unclosed = page.markup.unclosed();
  std::sort(unclosed.begin(), unclosed.end(),
            [](const Unclosed& left, const Unclosed& right) { return left.at < right.at; });
  for (const Unclosed& what : unclosed) {
    const Span span{what.at, std::min<uint64_t>(what.at + 2, page.markup.text().size())};
    switch (what.mark) {
      case Mark::template_:
        reporter.add(Severity::warning, "unclosed-template", span,
                     "\"{{\" has no \"}}\"; it was read as text");
        break;
      case Mark::link:
        reporter.add(Severity::note, "unclosed-link", span, "\"[[\" has no \"]]\"; it was read as text");
        break;
      case Mark::comment:
        reporter.add(Severity::warning, "unclosed-comment", span,
                     "\"<!--\" has no \"-->\"; what follows was read as part of the page");
        break;
      default:
        if (what.tag == Tag::ref) {
          reporter.add(Severity::warning, "unclosed-reference", span,
                       "<ref> has no </ref> before the next one; citations behind it were kept, other words "
                       "read as text");
        } else {
          reporter.add(Severity::warning, "unclosed-tag", span,
                       "the tag has no end tag; what follows was read as text");
        }
    }
  }
  for (uint32_t at : outline.unclosed_tables)
    reporter.add(Severity::warning, "unclosed-table", {at, at + 2},
                 "\"{|\" has no \"|}\"; the table was taken to end at the next paragraph");
}

/// The bold words that a page's text begins with name its subject; empty where it has none.
std::string subject_of(const Page& page, const Outline& outline) {
  for (const Line& line : outline.lines) {
    if (line.kind == LineKind::heading) break;
    if (line.kind != LineKind::text) continue;
    const std::string_view words = page.markup.text(line.range.span());
    const size_t start = words.find("'''");
    if (start == std::string_view::npos) continue;
    const size_t end = words.find("'''", start + 3);
    if (end == std::string_view::npos || end - start > longest_subject) break;
    const auto at = [&](size_t offset) { return line.range.start + static_cast<uint32_t>(offset); };
    return plain(page, page.markup.upto(page.markup.from(line.range, at(start + 3)), at(end)));
  }
  return "";
}

/// Letters, digits and blanks alone make a key that no other title makes; others get their page's number.
std::string name_of(const PageName& page) {
  const bool simple = std::all_of(page.title.begin(), page.title.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ';
  });
  if (simple || page.id.empty()) return page.title;
  return page.title + "." + page.id;
}

}  // namespace

bool is_redirect(std::string_view page) {
  const size_t start = page.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos || page[start] != '#') return false;
  const std::string_view line = page.substr(start, page.find('\n', start) - start);
  const size_t link = line.find("[[");
  // "#REDIRECT [[", "#WEITERLEITUNG [[": one word, perhaps with a colon; a list item has more.
  if (link == std::string_view::npos || link < 3) return false;
  std::string_view word = line.substr(1, link - 1);
  while (!word.empty() && (word.back() == ' ' || word.back() == ':')) word.remove_suffix(1);
  while (!word.empty() && word.front() == ' ') word.remove_prefix(1);
  return word.size() >= 5 && word.size() <= 40 && word.find(' ') == std::string_view::npos &&
         std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void write_article(const xml::SourceText& source, const PageName& name, Sink& sink) {
  const Page page(source, name.title);
  const Outline outline = outline_of(page.markup, page.markup.whole());
  const Footnotes footnotes = footnotes_of(page, outline);
  const Works works(page, footnotes);
  model::Document document;
  document.path = source.place().path;
  document.format = format;
  document.title = name.title.empty() ? subject_of(page, outline) : name.title;
  document.name = name_of(name);
  document.text.reserve(source.utf8().size());
  PageWriter(page, outline, footnotes, works, document).write();

  Reporter reporter(source, name.title, sink);
  report_unclosed(page, outline, reporter);
  for (const auto* problems : {&footnotes.problems, &works.problems()}) {
    for (const Problem& problem : *problems)
      reporter.add(Severity::note, problem.code.c_str(), {problem.at, problem.at}, problem.message);
  }
  reporter.sum_up();
  if (document.blocks.empty()) {
    sink.report({Severity::warning, "empty-article", source.place().path, source.place().line,
                 source.to_source({0, source.utf8().size()}), "the page holds no text"});
    return;
  }
  sink.document(std::move(document));
}

}  // namespace evident::read::wikitext
