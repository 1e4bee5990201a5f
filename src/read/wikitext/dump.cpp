// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/wikitext/dump.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "read/wikitext/article.hpp"
#include "read/xml/plain_text.hpp"
#include "read/xml/record_scanner.hpp"
#include "read/xml/source_text.hpp"
#include "read/xml/source_tree.hpp"
#include "read/xml/well_formed.hpp"

namespace evident::read::wikitext {

namespace {

enum Role : uint16_t { other, page, title, ns, id, redirect, revision, text, model_ };

const xml::NameTable& names() {
  static constexpr std::pair<std::string_view, Role> all[] = {
      {"page", page},         {"title", title},       {"ns", ns},     {"id", id},
      {"redirect", redirect}, {"revision", revision}, {"text", text}, {"model", model_}};
  static const xml::NameTable table(all);
  return table;
}

/// What stands between the tags of an element, in the piece.
Span content_of(xml::SourceNode node, std::string_view utf8) {
  const Span span = node.span();
  const std::string_view whole = utf8.substr(span.start, span.size());
  Span content{node.content_start(), span.end};
  if (whole.ends_with('>')) {
    const size_t close = whole.rfind("</");
    if (close != std::string_view::npos && span.start + close >= content.start)
      content.end = span.start + close;
  }
  if (content.end < content.start) content.end = content.start;
  return content;
}

/// Text with its references undone, which knows where it was.
xml::SourceText undone(Span content, const xml::SourceText& source, const xml::SourceText::Place& place) {
  const std::string_view raw = source.utf8().substr(content.start, content.size());
  const xml::Entities entities;
  std::string made;
  text::OffsetMap offsets;
  made.reserve(raw.size());
  const auto copy = [&](size_t from, size_t to) {
    offsets.add(made.size(), to - from, from, to - from);
    made.append(raw, from, to - from);
  };
  size_t copied = 0;
  for (size_t at = raw.find('&'); at != std::string_view::npos; at = raw.find('&', at)) {
    const auto reference = entities.reference(raw.substr(at));
    if (!reference || !reference->text) {
      ++at;
      continue;
    }
    copy(copied, at);
    offsets.add(made.size(), reference->text->size(), at, reference->size);
    made += *reference->text;
    copied = at += reference->size;
  }
  copy(copied, raw.size());
  return {std::move(made), std::move(offsets), source, place};
}

class Run {
 public:
  Run(const std::string& path, Sink& sink) : m_path(path), m_sink(sink) {}
  void read(Input& input);

 private:
  void page_of(const xml::Piece& piece);
  void sum_up();
  void report(Severity severity, const char* code, uint64_t line, Span span, std::string message) {
    m_sink.report({severity, code, m_path, line, span, std::move(message)});
  }

  const std::string& m_path;
  Sink& m_sink;
  xml::SourceTree m_tree{names()};
  std::string m_encoding;
  size_t m_pages = 0, m_redirects = 0, m_older = 0, m_without_text = 0;
  std::map<std::string, size_t> m_namespaces;  // other than that of articles
};

void Run::page_of(const xml::Piece& piece) {
  ++m_pages;
  const xml::SourceText source(piece.bytes, m_encoding, {m_path, piece.source.start, piece.line}, m_sink);
  const std::string_view utf8 = source.utf8();
  m_tree.parse(utf8);
  const Span all = piece.source;
  if (piece.kind == xml::Piece::Kind::too_large) {
    report(Severity::error, "record-too-large", piece.line, all,
           "the page that begins here is larger than 64 MiB; what follows these was not read");
  } else if (piece.kind == xml::Piece::Kind::truncated) {
    report(Severity::error, "truncated-record", piece.line, all,
           "the <page> that begins here has no end; what there is of it was read");
  } else if (const auto flaw = m_tree.regular() ? std::nullopt : xml::flaw_of(utf8)) {
    report(Severity::error, "damaged-xml", piece.line + flaw->line - 1, all,
           flaw->message + "; what could be told was read on");
  }
  const xml::Entities entities;
  const xml::SourceNode node = m_tree.root().child(page);
  const auto words = [&](xml::SourceNode of, uint16_t role) {
    const xml::SourceNode child = of ? of.child(role) : xml::SourceNode();
    return child ? xml::plain_text(child, entities) : std::string();
  };
  PageName name{words(node, title), words(node, id)};
  const std::string space = words(node, ns);
  xml::SourceNode last;
  if (node) {
    for (xml::SourceNode child : node) {
      if (!child.is_element() || child.role() != revision) continue;
      if (last) ++m_older;
      last = child;
    }
    if (!last) last = node.child(text) ? node : xml::SourceNode();
  }
  const std::string kind = words(last, model_);
  if ((!space.empty() && space != "0") || (!kind.empty() && kind != "wikitext")) {
    ++m_namespaces[space.empty() || space == "0" ? kind : space];
    return;
  }
  if (node && node.child(redirect)) {
    ++m_redirects;
    return;
  }
  const xml::SourceNode body = last ? last.child(text) : xml::SourceNode();
  const Span content = body ? content_of(body, utf8) : Span{};
  if (content.empty()) {
    ++m_without_text;
    return;
  }
  const xml::SourceText made =
      undone(content, source, {m_path, content.start, source.line_at(content.start)});
  if (is_redirect(made.utf8())) {
    ++m_redirects;
    return;
  }
  write_article(made, name, m_sink);
}

void Run::sum_up() {
  if (m_pages == 0) {
    report(Severity::warning, "no-records", 0, {}, "the file holds no page");
    return;
  }
  if (m_redirects > 0)
    report(Severity::note, "redirects", 0, {},
           std::to_string(m_redirects) + " of " + std::to_string(m_pages) +
               " pages lead to another page; they were left out");
  if (!m_namespaces.empty()) {
    size_t count = 0;
    std::string spaces;
    for (const auto& [space, pages] : m_namespaces) {
      count += pages;
      spaces += (spaces.empty() ? "" : ", ") + space + ": " + std::to_string(pages);
    }
    report(Severity::note, "other-namespaces", 0, {},
           std::to_string(count) + " of " + std::to_string(m_pages) +
               " pages are no articles; they were left out (namespace: pages; " + spaces + ")");
  }
  if (m_older > 0)
    report(Severity::note, "older-revisions", 0, {},
           std::to_string(m_older) + " older revisions were left out; the last of each page was read");
  if (m_without_text > 0)
    report(Severity::warning, "empty-article", 0, {}, std::to_string(m_without_text) + " pages hold no text");
}

void Run::read(Input& input) {
  xml::RecordScanner scanner(input, {"page"});
  xml::Piece piece;
  bool first = true;
  std::string tail;
  uint64_t end = 0;
  while (scanner.next(piece)) {
    end = piece.source.end;
    if (piece.kind != xml::Piece::Kind::between) {
      tail.clear();
      page_of(piece);
    } else {
      if (first) m_encoding = xml::declared_encoding(piece.bytes);
      tail = piece.bytes.substr(piece.bytes.size() - std::min<size_t>(piece.bytes.size(), 200));
    }
    first = false;
  }
  if (m_pages > 0 && tail.find("</mediawiki") == std::string::npos)
    report(Severity::warning, "truncated-file", 0, {end, end},
           "the file ends without </mediawiki>: pages may be missing");
  sum_up();
}

}  // namespace

bool is_dump(std::string_view head) {
  head = head.substr(0, 4096);
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const size_t start = head.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos || head[start] != '<') return false;
  const size_t root = head.find("<mediawiki");
  if (root == std::string_view::npos || root + 10 >= head.size()) return false;
  // Declarations and comments alone stand before the root.
  const std::string_view before = head.substr(start, root - start);
  const char after = head[root + 10];
  for (size_t at = before.find('<'); at != std::string_view::npos; at = before.find('<', at + 1)) {
    if (at + 1 < before.size() && before[at + 1] != '?' && before[at + 1] != '!') return false;
  }
  return after == ' ' || after == '>' || after == '\n' || after == '\r' || after == '\t';
}

void read_dump(Input& input, const std::string& path, Sink& sink) {
  Run(path, sink).read(input);
}

}  // namespace evident::read::wikitext
