// SPDX-License-Identifier: GPL-3.0-or-later
// Compares the text of pages as the reader's tree has it with that of libxml2's HTML parser.
//
// usage: html_text_eval FILE...
// Per file: "same", or the words that one of the two has and the other has not. Exit status 1 where fewer
// than 99.9 % of the words agree.
#include <libxml/HTMLparser.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "read/html/sniff.hpp"
#include "read/html/tree.hpp"
#include "read/xml/entities.hpp"
#include "read/xml/plain_text.hpp"
#include "read/xml/source_text.hpp"

namespace {

using evident::read::html::Tree;
using evident::read::xml::Entities;
using evident::read::xml::SourceNode;
namespace tag = evident::read::html::tag;

struct Silent final : evident::DiagnosticSink {
  void report(evident::Diagnostic) override {}
};

bool is_no_text(uint16_t role) {
  return role == tag::script || role == tag::style;
}

void gather(xmlNode* node, std::string& out) {
  for (; node != nullptr; node = node->next) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      out += reinterpret_cast<const char*>(node->content);
    } else if (node->type == XML_ELEMENT_NODE) {
      const std::string_view name = reinterpret_cast<const char*>(node->name);
      if (name != "script" && name != "style") gather(node->children, out);
    }
  }
}

std::string theirs(const std::string& utf8) {
  std::string out;
  htmlDocPtr document =
      htmlReadMemory(utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8",
                     HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  if (document == nullptr) return out;
  gather(document->children, out);
  xmlFreeDoc(document);
  return out;
}

std::string ours(const std::string& utf8) {
  Tree tree;
  tree.parse(utf8);
  std::string out;
  const Entities entities(Entities::Language::html);
  for (uint32_t at = 1; at < tree.size(); ++at) {
    const SourceNode node(&tree, at);
    if (node.is_element() || is_no_text(node.parent().role())) continue;
    out += node.is_cdata() ? std::string(node.raw()) : evident::read::xml::decoded(node.raw(), &entities);
  }
  return out;
}

std::map<std::string, int> words(const std::string& text) {
  std::map<std::string, int> counts;
  std::string word;
  for (char c : text + " ") {
    if (static_cast<unsigned char>(c) > ' ') {
      word += c;
    } else if (!word.empty()) {
      ++counts[word];
      word.clear();
    }
  }
  return counts;
}

}  // namespace

int main(int count, char** arguments) {
  long both = 0, different = 0;
  int same_files = 0;
  for (int n = 1; n < count; ++n) {
    std::ifstream stream(arguments[n], std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(stream), {});
    Silent silent;
    const evident::read::xml::SourceText source(bytes, evident::read::html::declared_charset(bytes),
                                                {arguments[n], 0, 1}, silent);
    const std::string utf8(source.utf8());
    const auto own = words(ours(utf8));
    const auto other = words(theirs(utf8));
    std::string report;
    long differences = 0;
    const auto compare = [&](const auto& left, const auto& right, const char* sign, bool counts) {
      for (const auto& [word, times] : left) {
        const auto found = right.find(word);
        const int more = times - (found == right.end() ? 0 : found->second);
        if (more > 0) {
          differences += more;
          if (report.size() < 400) report += " " + (sign + word.substr(0, 60));
        }
        if (counts) both += std::min(times, times - more);
      }
    };
    compare(own, other, "+", true);
    compare(other, own, "-", false);
    different += differences;
    same_files += differences == 0;
    std::printf("%s: %s%s\n", arguments[n], differences == 0 ? "same" : "", report.c_str());
  }
  const double agreement =
      static_cast<double>(2 * both) / static_cast<double>(std::max<long>(1, 2 * both + different));
  std::printf("%d of %d pages the same; %ld words in both, %ld in one only: %.5f\n", same_files, count - 1,
              both, different, agreement);
  return agreement >= 0.999 ? 0 : 1;
}
