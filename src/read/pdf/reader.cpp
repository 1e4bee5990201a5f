// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/pdf/reader.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/file_name.hpp"
#include "input/pdf_text.hpp"
#include "read/pdf/document.hpp"
#include "read/pdf/own_identifiers.hpp"

namespace evident::read {
namespace {

/// The first page up to the reference list.
std::string_view first_page(std::string_view drawn, const model::Document& document) {
  size_t end = std::min(drawn.find('\f'), drawn.size());
  for (const model::Block& block : document.blocks) {
    if (block.kind != model::BlockKind::reference) continue;
    end = std::min<size_t>(end, document.offsets.to_source(block.span).start);
    break;
  }
  return drawn.substr(0, end);
}

class PdfReader final : public Reader {
 public:
  std::string_view name() const override { return "pdf"; }
  std::string_view description() const override {
    return "PDF with text in it: columns in reading order, page numbers kept";
  }
  bool accepts(std::string_view head) const override { return is_pdf(head); }

  void read(Input& input, const std::string& path, Sink& sink) const override {
    const std::string bytes = read_all(input, largest_pdf + 1);
    if (bytes.size() > largest_pdf) {
      sink.report({Severity::error,
                   "pdf-too-large",
                   path,
                   0,
                   {},
                   "PDF files are read up to 512 MiB; this one was left out"});
      return;
    }
    const PdfText drawn = pdf_text(bytes, path, sink);
    model::Document document = pdf::document_of(drawn.text, drawn.title, drawn.info_title);
    if (document.blocks.empty()) return;  // what was wrong is reported
    document.path = path + std::string(pdf_text_member);
    document.format = name();
    document.name = file_stem(path);
    if (document.title.empty()) document.title = document.name;
    document.ids = pdf::own_identifiers(first_page(drawn.text, document), drawn.metadata);
    sink.document(std::move(document));
  }
};

}  // namespace

const Reader& pdf_reader() {
  static const PdfReader reader;
  return reader;
}

}  // namespace evident::read
