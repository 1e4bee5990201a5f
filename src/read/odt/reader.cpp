// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/odt/reader.hpp"

#include <string>
#include <utility>

#include "read/odt/body.hpp"
#include "read/odt/names.hpp"
#include "read/odt/styles.hpp"
#include "read/office/finish.hpp"
#include "read/office/package.hpp"
#include "read/xml/plain_text.hpp"

namespace evident::read {
namespace {

constexpr const char* main_part = "content.xml";

bool is_wanted(std::string_view name) {
  return name == main_part || name == "styles.xml" || name == "meta.xml";
}

std::string_view part(const office::Package& package, std::string_view name) {
  const auto found = package.find(name);
  return found == package.end() ? std::string_view() : std::string_view(found->second);
}

/// The title that the file gives itself.
std::string meta_title(std::string_view meta) {
  xml::SourceTree tree(odt::names());
  tree.parse(meta);
  const xml::SourceNode title = tree.root().descendant(odt::tag::title);
  return title ? xml::plain_text(title, xml::Entities()) : "";
}

class OdtReader final : public Reader {
 public:
  std::string_view name() const override { return "odt"; }
  std::string_view description() const override {
    return "ODT: headings, notes, bibliography marks and reference managers' citations";
  }
  bool accepts(std::string_view head) const override {
    return office::mimetype_of(head).starts_with("application/vnd.oasis.opendocument.text");
  }

  void read(Input& input, const std::string& path, Sink& sink) const override {
    const office::Package package = office::unpack(input, path, sink, is_wanted);
    if (!package.contains(main_part)) {
      sink.report({Severity::error, "no-text", path, 0, {}, "the package holds no content.xml"});
      return;
    }
    const office::Joined joined = office::join(package, path, {main_part});
    const office::Source source(joined, package, {main_part}, sink);
    xml::SourceTree tree(odt::names());
    tree.parse(source.utf8());
    odt::Styles styles;
    styles.read(tree.root());
    xml::SourceTree style_tree(odt::names());
    style_tree.parse(part(package, "styles.xml"));
    styles.read(style_tree.root());
    model::Document document;
    office::Story story(source.text(), source.entities(), document);
    odt::BodyWriter(tree.root(), source.entities(), styles, story).write();
    story.finish();
    office::finish(std::move(document), {path, joined.path, name(), meta_title(part(package, "meta.xml"))},
                   sink);
  }
};

}  // namespace

const Reader& odt_reader() {
  static const OdtReader reader;
  return reader;
}

}  // namespace evident::read
