// SPDX-License-Identifier: GPL-3.0-or-later
// The first byte chooses the format, the rest is its main part (of one in four, the whole package).
#include <archive.h>
#include <archive_entry.h>

#include "fuzz.hpp"
#include "read/docx/reader.hpp"
#include "read/epub/reader.hpp"
#include "read/odt/reader.hpp"

namespace {

class Checks final : public evident::read::Sink {
 public:
  void document(evident::model::Document document) override {
    ++m_given;
    uint64_t last = 0;
    for (const auto& block : document.blocks) {
      evident::fuzz::require_inside(block.span, document.text.size(), "a block lies inside the text");
      evident::fuzz::require(last <= block.span.start, "blocks do not overlap");
      last = block.span.end;
    }
    last = 0;
    for (const auto& citation : document.citations) {
      evident::fuzz::require_inside(citation.span, document.text.size(), "a citation lies inside the text");
      evident::fuzz::require(last <= citation.span.start, "citations come in order");
      evident::fuzz::require(!citation.labels.empty(), "a citation has a target");
      last = citation.span.start;
    }
  }
  void work(evident::model::WorkRecord) override { ++m_given; }
  void report(evident::Diagnostic) override { ++m_given; }
  bool silent() const { return m_given == 0; }

 private:
  size_t m_given = 0;
};

std::string pack(const std::vector<std::pair<std::string, std::string_view>>& members) {
  size_t size = 16 * 1024;
  for (const auto& member : members) size += member.second.size() + 1024;
  std::string out(size, '\0');
  size_t used = 0;
  archive* writer = archive_write_new();
  archive_write_set_format_zip(writer);
  archive_write_zip_set_compression_store(writer);
  archive_write_open_memory(writer, out.data(), out.size(), &used);
  for (const auto& [name, bytes] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_write_header(writer, entry);
    archive_write_data(writer, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_free(writer);
  out.resize(used);
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string_view part = evident::fuzz::view(data + 1, size - 1);
  const std::string_view rest = part.substr(std::min(part.size(), part.find("\n\n\n")));
  const evident::read::Reader* reader = nullptr;
  std::string package;
  switch (data[0] % 3) {
    case 0:
      reader = &evident::read::docx_reader();
      package = pack({{"[Content_Types].xml", ""},
                      {"word/document.xml", part},
                      {"word/footnotes.xml", rest},
                      {"word/styles.xml", rest},
                      {"word/numbering.xml", rest}});
      break;
    case 1:
      reader = &evident::read::odt_reader();
      package = pack({{"mimetype", "application/vnd.oasis.opendocument.text"},
                      {"content.xml", part},
                      {"styles.xml", rest}});
      break;
    default:
      reader = &evident::read::epub_reader();
      package =
          pack({{"mimetype", "application/epub+zip"},
                {"META-INF/container.xml", "<container><rootfile full-path=\"a.opf\"/></container>"},
                {"a.opf", data[0] % 2 == 0 ? part
                                           : std::string_view("<package><item id=\"a\" href=\"a.xhtml\"/>"
                                                              "<itemref idref=\"a\"/></package>")},
                {"a.xhtml", part}});
  }
  if (data[0] >= 192) package = part;
  Checks sink;
  (void)reader->accepts(package);
  evident::fuzz::MemoryInput input(package);
  reader->read(input, "fuzz", sink);
  evident::fuzz::require(!sink.silent(), "no input ends in silence");
  return 0;
}
