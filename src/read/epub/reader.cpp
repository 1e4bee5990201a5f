// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/epub/reader.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/file_name.hpp"
#include "read/epub/spine.hpp"
#include "read/html/page.hpp"
#include "read/office/package.hpp"

namespace evident::read {
namespace {

bool is_wanted(std::string_view name) {
  for (std::string_view ending : {".opf", ".xhtml", ".html", ".htm", ".xml"}) {
    if (name.ends_with(ending)) return true;
  }
  return false;
}

bool has_references(const model::Document& document) {
  return std::any_of(document.blocks.begin(), document.blocks.end(),
                     [](const model::Block& block) { return block.kind == model::BlockKind::reference; });
}

/// Reads one book.
class Run {
 public:
  Run(const std::string& path, Sink& sink) : m_path(path), m_sink(sink) {}

  void read(Input& input) {
    m_package = office::unpack(input, m_path, m_sink, is_wanted);
    m_spine = epub::spine_of(m_package);
    if (m_spine.pages.empty()) {
      m_sink.report({Severity::error,
                     "no-text",
                     m_path,
                     0,
                     {},
                     "the package names no page in an order of reading; nothing of it was read"});
      return;
    }
    size_t lists = 0;
    for (const std::string& name : m_spine.pages) {
      // Only to see what is in it: its problems are told when it is read.
      DiagnosticList unheard;
      const model::Document document =
          html::page(m_package.find(name)->second, {m_path, 0, 1}, format, unheard).document;
      lists += has_references(document);
    }
    if (lists == 1) {
      article(m_spine.pages, true);
    } else {
      const bool alone = m_spine.pages.size() == 1;
      for (const std::string& page : m_spine.pages) article({page}, alone);
    }
    if (m_articles == 0)
      m_sink.report({Severity::warning, "empty-document", m_path, 0, {}, "the book holds no text"});
  }

  static constexpr std::string_view format = "epub";

 private:
  /// Pages as one text; `whole` where they are all of the book.
  void article(const std::vector<std::string>& pages, bool whole) {
    const office::Joined joined = office::join(m_package, m_path, pages);
    model::Document document = html::page(joined.bytes, {joined.path, 0, 1}, format, m_sink).document;
    if (document.blocks.empty()) return;
    ++m_articles;
    document.name = file_stem(m_path);
    if (!whole) document.name += "-" + file_stem(pages.front());
    if (whole) {
      if (document.ids.empty()) document.ids = m_spine.ids;
      if (!m_spine.title.empty()) document.title = m_spine.title;
    }
    if (document.title.empty()) document.title = document.name;
    m_sink.document(std::move(document));
  }

  const std::string& m_path;
  Sink& m_sink;
  office::Package m_package;
  epub::Spine m_spine;
  size_t m_articles = 0;
};

class EpubReader final : public Reader {
 public:
  std::string_view name() const override { return Run::format; }
  std::string_view description() const override {
    return "EPUB: an article, or one a chapter where chapters have reference lists of their own";
  }
  bool accepts(std::string_view head) const override {
    return office::mimetype_of(head).starts_with("application/epub+zip") ||
           office::has_member(head, "META-INF/container.xml");
  }
  void read(Input& input, const std::string& path, Sink& sink) const override { Run(path, sink).read(input); }
};

}  // namespace

const Reader& epub_reader() {
  static const EpubReader reader;
  return reader;
}

}  // namespace evident::read
