// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/plain/reader.hpp"

#include <algorithm>
#include <utility>

#include "input/archive.hpp"
#include "read/plain/markup.hpp"
#include "read/plain/page_breaks.hpp"
#include "read/plain/resemblance.hpp"
#include "read/plain/structure.hpp"
#include "read/xml/prolog.hpp"
#include "text/encoding.hpp"

namespace evident::read {
namespace {

constexpr size_t largest_file = size_t{64} << 20;

class PlainReader final : public Reader {
 public:
  std::string_view name() const override { return "plain-text"; }
  std::string_view description() const override {
    return "plain text, also copies of web pages: title, headings, paragraphs and reference list are told "
           "apart";
  }
  bool accepts(std::string_view head) const override { return !is_archive(head); }
  void read(Input& input, const std::string& path, Sink& sink) const override;
};

void complain(Sink& sink, const std::string& path, Severity severity, std::string code, std::string message) {
  Diagnostic diagnostic;
  diagnostic.severity = severity;
  diagnostic.code = std::move(code);
  diagnostic.path = path;
  diagnostic.message = std::move(message);
  sink.report(std::move(diagnostic));
}

/// Control characters other than white space: left by terminals and converters, kept in no sentence's
/// meaning.
void report_control_characters(const text::Decoded& decoded, const std::string& path, Sink& sink) {
  const std::string_view text = decoded.text;
  const auto is_control = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0x7F || (byte < 0x20 && (byte < 9 || byte > 13));
  };
  const auto first = std::find_if(text.begin(), text.end(), is_control);
  if (first == text.end()) return;
  Diagnostic diagnostic;
  diagnostic.severity = Severity::note;
  diagnostic.code = "control-characters";
  diagnostic.path = path;
  diagnostic.line = 1 + static_cast<uint64_t>(std::count(text.begin(), first, '\n'));
  const auto at = static_cast<uint64_t>(first - text.begin());
  diagnostic.source = decoded.offsets.to_source({at, at + 1});
  diagnostic.message = std::to_string(std::count_if(first, text.end(), is_control)) +
                       " control characters, the first on this line; they were kept";
  sink.report(std::move(diagnostic));
}

constexpr size_t longest_name = 60;  // of an element, as it is told

/// So many elements are no accident of prose.
constexpr size_t few_elements = 3;

void PlainReader::read(Input& input, const std::string& path, Sink& sink) const {
  std::string bytes = read_all(input, largest_file + 1);
  if (bytes.size() > largest_file) {
    complain(sink, path, Severity::warning, "file-too-large",
             "the text is longer than 64 MiB; what follows the first 64 MiB was not read");
    bytes.resize(largest_file);
  }
  if (bytes.empty()) {
    complain(sink, path, Severity::warning, "empty-file", "the file is empty; nothing was read");
    return;
  }
  if (!text::admit_text(bytes, path, sink)) return;
  text::Decoded decoded = text::decode(bytes, path, sink);
  const plain::Markup markup = plain::markup_of(decoded.text);
  if (markup.is_xml) {
    const std::string_view head = decoded.text;
    const std::string_view root = xml::first_tag_name(head.substr(xml::behind_prolog(head)));
    complain(sink, path, Severity::error, "unknown-xml",
             "XML" + (root.empty() ? "" : " (<" + std::string(root.substr(0, longest_name)) + ">)") +
                 " of a kind that is not read, or damaged at its head; nothing was read (evident formats "
                 "lists what is)");
    return;
  }
  if (const std::string_view like = plain::resemblance(decoded.text); !like.empty())
    complain(sink, path, Severity::warning, "read-as-text",
             "the file begins like " + std::string(like) +
                 ", but its head is damaged or too short for a reader of such files; it was read as text");
  if (markup.elements >= few_elements)
    complain(
        sink, path, Severity::warning, "markup-in-text",
        std::to_string(markup.elements) +
            " elements of XML or HTML stand in what no reader of such files knows; their tags were read as "
            "text");
  report_control_characters(decoded, path, sink);
  model::Document document;
  document.path = path;
  document.format = name();
  document.text = std::move(decoded.text);
  document.offsets = std::move(decoded.offsets);
  plain::blank_page_furniture(document.text);
  plain::Structure structure = plain::structure(document.text);
  document.title = std::move(structure.title);
  document.blocks = std::move(structure.blocks);
  if (document.blocks.empty()) {
    complain(sink, path, Severity::warning, "empty-file",
             "the file holds white space only; nothing was read");
    return;
  }
  sink.document(std::move(document));
}

}  // namespace

const Reader& plain_reader() {
  static const PlainReader reader;
  return reader;
}

}  // namespace evident::read
