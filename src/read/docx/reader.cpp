// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/docx/reader.hpp"

#include <string>
#include <utility>

#include "read/docx/body.hpp"
#include "read/docx/names.hpp"
#include "read/docx/styles.hpp"
#include "read/office/finish.hpp"
#include "read/office/package.hpp"
#include "read/xml/plain_text.hpp"

namespace evident::read {
namespace {

constexpr std::string_view main_part = "word/document.xml";

bool is_wanted(std::string_view name) {
  return name == main_part || name == "word/footnotes.xml" || name == "word/endnotes.xml" ||
         name == "word/styles.xml" || name == "word/numbering.xml" || name == "docProps/core.xml";
}

std::string_view part(const office::Package& package, std::string_view name) {
  const auto found = package.find(name);
  return found == package.end() ? std::string_view() : std::string_view(found->second);
}

/// The title that the file gives itself.
std::string core_title(std::string_view core) {
  xml::SourceTree tree(docx::names());
  tree.parse(core);
  const xml::SourceNode title = tree.root().descendant(docx::tag::title);
  return title ? xml::plain_text(title, xml::Entities()) : "";
}

class DocxReader final : public Reader {
 public:
  std::string_view name() const override { return "docx"; }
  std::string_view description() const override {
    return "DOCX: headings, notes, reference managers' citations; tracked deletions left out";
  }
  bool accepts(std::string_view head) const override {
    return office::has_member(head, "[Content_Types].xml") &&
           (office::has_member(head, main_part) || head.find("word/") != std::string_view::npos);
  }

  void read(Input& input, const std::string& path, Sink& sink) const override {
    const office::Package package = office::unpack(input, path, sink, is_wanted);
    if (!package.contains(main_part)) {
      sink.report({Severity::error, "no-text", path, 0, {}, "the package holds no word/document.xml"});
      return;
    }
    // Notes stand in parts of their own; without text in them they are no part of the provenance.
    std::vector<std::string> parts = {std::string(main_part)};
    for (const char* notes : {"word/footnotes.xml", "word/endnotes.xml"}) {
      const std::string_view text = part(package, main_part);
      const bool referred =
          text.find(notes[5] == 'f' ? "footnoteReference" : "endnoteReference") != std::string_view::npos;
      if (referred && package.contains(notes)) parts.emplace_back(notes);
    }
    const office::Joined joined = office::join(package, path, parts);
    const office::Source source(joined, package, parts, sink);
    xml::SourceTree tree(docx::names());
    tree.parse(source.utf8());
    docx::Styles styles(part(package, "word/styles.xml"), part(package, "word/numbering.xml"));
    model::Document document;
    office::Story story(source.text(), source.entities(), document);
    docx::BodyWriter(tree.root(), source.entities(), styles, story).write();
    story.finish();
    office::finish(std::move(document),
                   {path, joined.path, name(), core_title(part(package, "docProps/core.xml"))}, sink);
  }
};

}  // namespace

const Reader& docx_reader() {
  static const DocxReader reader;
  return reader;
}

}  // namespace evident::read
