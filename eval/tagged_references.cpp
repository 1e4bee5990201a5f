// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/tagged_references.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>

#include "text/normal.hpp"

namespace evident::eval {

namespace {

using extract::parsing::Label;
using extract::parsing::Token;
using extract::parsing::TokenKind;

/// TEI's title of a book, which contains an article where the reference names one, else is the title itself.
constexpr Label book_title = static_cast<Label>(extract::parsing::label_count);

std::string read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string unescaped(std::string_view raw) {
  static const std::map<std::string, std::string, std::less<>> entities{
      {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}};
  std::string out;
  for (size_t at = 0; at < raw.size();) {
    const size_t end = raw[at] == '&' ? raw.find(';', at) : std::string_view::npos;
    if (end == std::string_view::npos || end - at > 10) {
      out += raw[at++];
      continue;
    }
    const std::string_view name = raw.substr(at + 1, end - at - 1);
    if (const auto found = entities.find(name); found != entities.end()) {
      out += found->second;
    } else if (!name.empty() && name[0] == '#') {
      const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
      text::append_utf8(out, static_cast<char32_t>(std::strtoul(std::string(name.substr(hex ? 2 : 1)).c_str(),
                                                                nullptr, hex ? 16 : 10)));
    } else {
      out += raw.substr(at, end + 1 - at);
    }
    at = end + 1;
  }
  return out;
}

/// A tag: its name, and its attributes as they stand.
struct Tag {
  std::string name, attributes;
  bool closes = false, empty = false;
};

Tag tag_of(std::string_view inside) {
  Tag tag;
  tag.closes = inside.starts_with("/");
  tag.empty = inside.ends_with("/");
  if (tag.closes) inside.remove_prefix(1);
  const size_t name = inside.find_first_of(" \t\n/");
  tag.name = inside.substr(0, name);
  if (name != std::string_view::npos) tag.attributes = inside.substr(name);
  return tag;
}

std::optional<Label> plain_label(const Tag& tag) {
  static const std::map<std::string, Label, std::less<>> labels{{"author", Label::author},
                                                                {"editor", Label::editor},
                                                                {"translator", Label::editor},
                                                                {"director", Label::author},
                                                                {"producer", Label::author},
                                                                {"title", Label::title},
                                                                {"journal", Label::container},
                                                                {"container-title", Label::container},
                                                                {"booktitle", Label::container},
                                                                {"collection-title", Label::series},
                                                                {"source", Label::note},
                                                                {"volume", Label::volume},
                                                                {"pages", Label::pages},
                                                                {"date", Label::date},
                                                                {"publisher", Label::publisher},
                                                                {"institution", Label::publisher},
                                                                {"location", Label::place},
                                                                {"genre", Label::note},
                                                                {"edition", Label::note},
                                                                {"note", Label::note},
                                                                {"medium", Label::note},
                                                                {"tech", Label::note},
                                                                {"doi", Label::identifier},
                                                                {"isbn", Label::identifier},
                                                                {"url", Label::url},
                                                                {"citation-number", Label::number}};
  const auto found = labels.find(tag.name);
  return found == labels.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Label> tei_label(const Tag& tag) {
  const auto has = [&](std::string_view value) { return tag.attributes.find(value) != std::string::npos; };
  if (tag.name == "author") return Label::author;
  if (tag.name == "editor") return Label::editor;
  if (tag.name == "title") {
    if (has("\"j\"")) return Label::container;
    return has("\"s\"") ? Label::series : has("\"m\"") ? book_title : Label::title;
  }
  if (tag.name == "biblScope") {
    if (has("vol")) return Label::volume;
    if (has("issue")) return Label::issue;
    return has("chapter") ? Label::note : Label::pages;
  }
  if (tag.name == "date") return Label::date;
  if (tag.name == "publisher") return Label::publisher;
  if (tag.name == "orgName") return has("collaboration") ? Label::author : Label::publisher;
  if (tag.name == "pubPlace" || tag.name == "pubplace") return Label::place;
  if (tag.name == "idno") return has("report") ? Label::note : Label::identifier;
  if (tag.name == "ptr") return Label::url;
  if (tag.name == "note" || tag.name == "notes") return Label::note;
  return std::nullopt;
}

/// Text and parts of a run of mark-up. Nested elements give their own parts.
TaggedReference tagged(std::string_view markup, std::optional<Label> (*label_of)(const Tag&), bool joined) {
  TaggedReference reference;
  std::vector<std::optional<Label>> open{std::nullopt};
  const auto add = [&](std::string_view raw) {
    std::string text = text::squeeze(unescaped(raw));
    const bool blank_before =
        !raw.empty() && (raw.front() == ' ' || raw.front() == '\n' || raw.front() == '\t');
    const bool blank_after = !raw.empty() && (raw.back() == ' ' || raw.back() == '\n' || raw.back() == '\t');
    if ((blank_before || joined) && !reference.text.empty() && reference.text.back() != ' ')
      reference.text += ' ';
    if (text.empty()) return;
    const uint64_t start = reference.text.size();
    reference.text += text;
    if (open.back()) reference.parts.push_back({*open.back(), {start, reference.text.size()}});
    if (blank_after) reference.text += ' ';
  };
  size_t at = 0;
  while (at < markup.size()) {
    const size_t start = markup.find('<', at);
    add(markup.substr(at, std::min(start, markup.size()) - at));
    if (start == std::string_view::npos) break;
    const size_t end = markup.find('>', start);
    if (end == std::string_view::npos) break;
    const Tag tag = tag_of(markup.substr(start + 1, end - start - 1));
    at = end + 1;
    if (tag.name == "lb" && !reference.text.empty()) reference.text += ' ';
    if (tag.empty || tag.name.starts_with("!") || tag.name.starts_with("?")) continue;
    if (tag.closes) {
      if (open.size() > 1) open.pop_back();
    } else {
      const auto label = label_of(tag);
      open.push_back(label ? label : open.back());
    }
  }
  while (!reference.text.empty() && reference.text.back() == ' ') reference.text.pop_back();
  return reference;
}

/// Words that announce the part behind them.
bool announces(const std::string& lower) {
  static constexpr std::array<std::string_view, 22> words{
      "in",  "vol", "volume", "v",    "no",   "nr",   "number", "issue", "n",    "p",    "pp",
      "pag", "doi", "pmid",   "isbn", "issn", "page", "pages",  "bd",    "band", "heft", "pmc"};
  return std::find(words.begin(), words.end(), lower) != words.end();
}

}  // namespace

std::vector<TaggedReference> read_anystyle(const std::filesystem::path& file) {
  const std::string all = read_file(file);
  std::vector<TaggedReference> references;
  for (size_t at = all.find("<sequence>"); at != std::string::npos; at = all.find("<sequence>", at)) {
    const size_t start = at + 10, end = std::min(all.find("</sequence>", start), all.size());
    references.push_back(tagged(std::string_view(all).substr(start, end - start), plain_label, true));
    at = end;
  }
  return references;
}

std::vector<TaggedReference> read_tei(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".xml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<TaggedReference> references;
  for (const auto& file : files) {
    const std::string all = read_file(file);
    for (size_t at = all.find("<bibl"); at != std::string::npos; at = all.find("<bibl", at)) {
      const size_t start = all.find('>', at);
      if (start == std::string::npos) break;
      const std::string name = all.substr(at, 6);
      at = start + 1;
      if (name != "<bibl " && name != "<bibl>") continue;
      const size_t end = std::min(all.find("</bibl>", start), all.size());
      TaggedReference reference =
          tagged(std::string_view(all).substr(start + 1, end - start - 1), tei_label, false);
      const bool article = std::any_of(reference.parts.begin(), reference.parts.end(),
                                       [](const auto& part) { return part.label == Label::title; });
      for (auto& part : reference.parts) {
        if (part.label == book_title) part.label = article ? Label::container : Label::title;
      }
      if (reference.text.size() > 5) references.push_back(std::move(reference));
      at = end;
    }
  }
  return references;
}

std::vector<TaggedReference> read_cora(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::vector<TaggedReference> references;
  for (std::string line; std::getline(in, line);) {
    if (line.find('<') != std::string::npos) references.push_back(tagged(line, plain_label, true));
  }
  return references;
}

std::vector<Label> labels_of(const TaggedReference& reference, const std::vector<Token>& tokens) {
  std::vector<std::optional<Label>> marked(tokens.size());
  size_t part = 0;
  for (size_t i = 0; i < tokens.size(); ++i) {
    while (part < reference.parts.size() && reference.parts[part].span.end <= tokens[i].span.start) ++part;
    if (part < reference.parts.size() && reference.parts[part].span.start <= tokens[i].span.start)
      marked[i] = reference.parts[part].label;
  }
  const bool has_issue = std::any_of(reference.parts.begin(), reference.parts.end(),
                                     [](const auto& candidate) { return candidate.label == Label::issue; });
  bool issue = false;
  for (size_t i = 0; i < tokens.size() && !has_issue; ++i) {
    if (marked[i] != Label::volume) {
      issue = false;
      continue;
    }
    const bool number_follows = tokens[i].lower == "no" || tokens[i].lower == "issue" ||
                                tokens[i].lower == "number" || tokens[i].lower == "nr";
    const bool after_volume = i > 0 && marked[i - 1] == Label::volume;
    if (after_volume && (tokens[i].lower == "(" || tokens[i].lower == "/" || number_follows)) issue = true;
    if (issue) marked[i] = Label::issue;
  }
  std::vector<Label> labels(tokens.size(), Label::note);
  std::optional<Label> before;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (marked[i]) {
      before = marked[i];
    } else {
      size_t next = i;
      while (next < tokens.size() && !marked[next]) ++next;
      bool with_next = !before;
      // From its announcing word on, an unmarked run belongs to what follows.
      for (size_t j = i; j > 0 && !marked[j]; --j) with_next = with_next || announces(tokens[j].lower);
      const bool opens =
          tokens[i].lower == "(" || tokens[i].lower == "[" || tokens[i].lower == "\xE2\x80\x9C";
      with_next = with_next || opens || announces(tokens[i].lower);
      if (with_next && next < tokens.size()) {
        labels[i] = *marked[next];
        continue;
      }
      if (!before) continue;
      // Words that nobody marked are remarks; marks close what lies before them.
      labels[i] = tokens[i].kind == TokenKind::mark || tokens[i].lower == "and" ? *before : Label::note;
      continue;
    }
    labels[i] = *marked[i];
  }
  return labels;
}

}  // namespace evident::eval
