// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/html/reader.hpp"

#include <utility>

#include "read/html/page.hpp"
#include "read/html/sniff.hpp"
#include "text/encoding.hpp"

namespace evident::read {

namespace {

constexpr size_t largest_file = size_t{64} << 20U;

class HtmlReader final : public Reader {
 public:
  std::string_view name() const override { return "html"; }
  std::string_view description() const override {
    return "HTML and XHTML pages: Wikipedia and other wikis, journals, magazines";
  }
  bool accepts(std::string_view head) const override { return html::is_html(head); }

  void read(Input& input, const std::string& path, Sink& sink) const override {
    std::string bytes = read_all(input, largest_file + 1);
    if (bytes.size() > largest_file) {
      sink.report({Severity::warning,
                   "file-too-large",
                   path,
                   0,
                   {},
                   "the page is longer than 64 MiB; what follows the first 64 MiB was not read"});
      bytes.resize(largest_file);
    }
    if (!text::admit_text(bytes, path, sink)) return;
    html::Page page = html::page(bytes, {path, 0, 1}, name(), sink);
    const bool shows = !page.document.blocks.empty();
    if (!shows && !page.record)
      sink.report({Severity::warning, "empty-page", path, 0, {}, "the page shows no text; nothing was read"});
    if (shows) sink.document(std::move(page.document));
    if (page.record) sink.work(std::move(*page.record));
  }
};

}  // namespace

const Reader& html_reader() {
  static const HtmlReader reader;
  return reader;
}

}  // namespace evident::read
