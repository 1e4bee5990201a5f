// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/wikitext/reader.hpp"

#include <string>
#include <utility>

#include "read/resumed_input.hpp"
#include "read/wikitext/article.hpp"
#include "read/wikitext/content.hpp"
#include "read/wikitext/dump.hpp"
#include "read/xml/source_text.hpp"
#include "text/encoding.hpp"

namespace evident::read {

namespace {

constexpr size_t largest_page = size_t{64} << 20U;

class WikitextReader final : public Reader {
 public:
  std::string_view name() const override { return wikitext::format; }
  std::string_view description() const override {
    return "MediaWiki wikitext: a page, or an export or dump of many (XML)";
  }
  bool accepts(std::string_view head) const override {
    return wikitext::is_dump(head) || wikitext::is_wikitext(head);
  }

  void read(Input& input, const std::string& path, Sink& sink) const override {
    // The head tells which of the two it is; the rest follows it.
    std::string head(4096, '\0');
    size_t size = 0;
    while (size < head.size()) {
      const size_t got = input.read(head.data() + size, head.size() - size);
      if (got == 0) break;
      size += got;
    }
    head.resize(size);
    const bool dump = wikitext::is_dump(head);
    ResumedInput resumed(head, &input);
    if (dump) {
      wikitext::read_dump(resumed, path, sink);
    } else {
      read_page(resumed, path, sink);
    }
  }

 private:
  static void read_page(Input& input, const std::string& path, Sink& sink) {
    const auto report = [&](Severity severity, const char* code, Span span, std::string message) {
      sink.report({severity, code, path, 0, span, std::move(message)});
    };
    std::string bytes = read_all(input, largest_page + 1);
    if (bytes.size() > largest_page) {
      report(Severity::warning, "file-too-large", {largest_page, bytes.size()},
             "the page is longer than 64 MiB; what follows was not read");
      bytes.resize(largest_page);
    }
    if (bytes.empty()) {
      report(Severity::warning, "empty-file", {}, "the file is empty; nothing was read");
      return;
    }
    if (!text::admit_text(bytes, path, sink)) return;
    const xml::SourceText source(bytes, "", {path, 0, 1}, sink);
    if (wikitext::is_redirect(source.utf8())) {
      report(Severity::note, "redirects", {0, bytes.size()},
             "the page leads to another page; it was left out");
      return;
    }
    wikitext::write_article(source, {}, sink);
  }
};

}  // namespace

const Reader& wikitext_reader() {
  static const WikitextReader reader;
  return reader;
}

}  // namespace evident::read
