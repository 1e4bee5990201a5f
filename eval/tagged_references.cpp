// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/tagged_references.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <optional>

#include "eval/markup.hpp"
#include "text/normal.hpp"

namespace evident::eval {

namespace {

using extract::parsing::Label;
using extract::parsing::Token;
using extract::parsing::TokenKind;

/// TEI's title of a book, which contains an article where the reference names one, else is the title itself.
constexpr Label book_title = static_cast<Label>(extract::parsing::label_count);

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
  if (tag.name == "author") return Label::author;
  if (tag.name == "editor") return Label::editor;
  if (tag.name == "title") {
    if (tag.has("\"j\"")) return Label::container;
    return tag.has("\"s\"") ? Label::series : tag.has("\"m\"") ? book_title : Label::title;
  }
  if (tag.name == "biblScope") {
    if (tag.has("vol")) return Label::volume;
    if (tag.has("issue")) return Label::issue;
    return tag.has("chapter") ? Label::note : Label::pages;
  }
  if (tag.name == "date") return Label::date;
  if (tag.name == "publisher") return Label::publisher;
  if (tag.name == "orgName") return tag.has("collaboration") ? Label::author : Label::publisher;
  if (tag.name == "pubPlace" || tag.name == "pubplace") return Label::place;
  if (tag.name == "idno") return tag.has("report") ? Label::note : Label::identifier;
  if (tag.name == "ptr") return Label::url;
  if (tag.name == "note" || tag.name == "notes") return Label::note;
  return std::nullopt;
}

std::optional<Label> jats_label(const Tag& tag) {
  static const std::map<std::string, Label, std::less<>> labels{{"name", Label::author},
                                                                {"string-name", Label::author},
                                                                {"collab", Label::author},
                                                                {"etal", Label::author},
                                                                {"article-title", Label::title},
                                                                {"chapter-title", Label::title},
                                                                {"source", book_title},
                                                                {"year", Label::date},
                                                                {"month", Label::date},
                                                                {"day", Label::date},
                                                                {"volume", Label::volume},
                                                                {"issue", Label::issue},
                                                                {"fpage", Label::pages},
                                                                {"lpage", Label::pages},
                                                                {"page-range", Label::pages},
                                                                {"elocation-id", Label::pages},
                                                                {"publisher-name", Label::publisher},
                                                                {"publisher-loc", Label::place},
                                                                {"edition", Label::note},
                                                                {"comment", Label::note},
                                                                {"uri", Label::url},
                                                                {"ext-link", Label::url}};
  if (tag.name == "person-group") return tag.has("editor") ? Label::editor : Label::author;
  const auto found = labels.find(tag.name);
  return found == labels.end() ? std::nullopt : std::optional(found->second);
}

/// A book is the container of the article or chapter that is named beside it, else the work itself.
void settle_books(TaggedReference& reference) {
  const bool article = std::any_of(reference.parts.begin(), reference.parts.end(),
                                   [](const auto& part) { return part.label == Label::title; });
  for (auto& part : reference.parts) {
    if (part.label == book_title) part.label = article ? Label::container : Label::title;
  }
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
  scan_markup(markup, add, [&](const Tag& tag) {
    if (tag.name == "lb" && !reference.text.empty()) reference.text += ' ';
    if (tag.empty || tag.name.starts_with("!") || tag.name.starts_with("?")) return;
    if (tag.closes) {
      if (open.size() > 1) open.pop_back();
    } else {
      const auto label = label_of(tag);
      open.push_back(label ? label : open.back());
    }
  });
  while (!reference.text.empty() && reference.text.back() == ' ') reference.text.pop_back();
  return reference;
}

/// Without the number that an entry has in its list: it is no part of the reference.
TaggedReference without_number(TaggedReference reference) {
  if (reference.parts.empty() || reference.parts.front().label != Label::number) return reference;
  const uint64_t length = std::min<uint64_t>(reference.parts.front().span.end + 1, reference.text.size());
  reference.text.erase(0, length);
  reference.parts.erase(reference.parts.begin());
  for (auto& part : reference.parts) part.span = {part.span.start - length, part.span.end - length};
  return reference;
}

/// Words that announce the part behind them.
bool announces(const std::string& lower) {
  static constexpr std::array<std::string_view, 36> words{
      "in",  "vol",  "volume", "v",    "no",    "nr",    "number", "issue", "n",    "p",    "pp",     "pag",
      "doi", "pmid", "isbn",   "issn", "page",  "pages", "bd",     "band",  "heft", "pmc",  "tome",   "tomo",
      "tom", "t",    "s",      "h",    "seite", "str",   "num",    "fasc",  "en",   "dans", "edited", "art"};
  return std::find(words.begin(), words.end(), lower) != words.end();
}

}  // namespace

std::string printed_markup(std::string_view markup) {
  std::string out(markup);
  const auto replace = [&](std::string_view what, std::string_view by) {
    for (size_t at = out.find(what); at != std::string::npos; at = out.find(what, at + by.size()))
      out.replace(at, what.size(), by);
  };
  replace("</surname><given-names>", "</surname> <given-names>");
  replace("</name><name", "</name>, <name");
  replace("</name><etal", "</name>, <etal");
  replace("</etal><", "</etal>. <");
  replace("<etal/>", "<etal>et al.</etal>");
  replace("</person-group><", "</person-group> <");
  replace("</name><article-title>", "</name>. <article-title>");
  replace("</article-title><source>", "</article-title>. <source>");
  replace("</source><year>", "</source> <year>");
  for (size_t at = out.find("<pub-id"); at != std::string::npos; at = out.find("<pub-id", at)) {
    const size_t end = out.find("</pub-id>", at);
    if (end == std::string::npos) break;
    out.erase(at, end + 9 - at);
  }
  return out;
}

bool parts_are_parted(std::string_view markup) {
  for (const char* part : {"name", "person-group", "year", "volume", "issue", "fpage", "source",
                           "article-title", "publisher-name", "collab"}) {
    const std::string closing = "</" + std::string(part) + "><";
    for (size_t at = markup.find(closing); at != std::string_view::npos; at = markup.find(closing, at + 1)) {
      if (markup[at + closing.size()] != '/') return false;
    }
  }
  return true;
}

std::vector<TaggedReference> read_anystyle(const std::filesystem::path& file) {
  const std::string all = read_file(file);
  std::vector<TaggedReference> references;
  for (const auto& element : elements(all, "sequence"))
    references.push_back(without_number(tagged(element.inside, plain_label, true)));
  return references;
}

std::vector<TaggedReference> read_tei(const std::filesystem::path& folder) {
  std::vector<TaggedReference> references;
  for (const auto& file : files_below(folder, ".xml")) {
    const std::string all = read_file(file);
    for (const auto& element : elements(all, "bibl")) {
      TaggedReference reference = tagged(element.inside, tei_label, false);
      settle_books(reference);
      if (reference.text.size() > 5) references.push_back(std::move(reference));
    }
  }
  return references;
}

std::vector<TaggedReference> read_jats(const std::filesystem::path& folder, size_t most_a_file) {
  std::vector<TaggedReference> references;
  for (const auto& file : files_below(folder, ".nxml")) {
    const std::string all = read_file(file);
    const auto citations = elements(all, "mixed-citation");
    const size_t step = std::max<size_t>(1, citations.size() / most_a_file);
    for (size_t i = 0; i < citations.size(); i += step) {
      if (citations[i].inside.find("<source") == std::string_view::npos) continue;
      const std::string printed = printed_markup(citations[i].inside);
      if (!parts_are_parted(printed)) continue;
      TaggedReference reference = tagged(printed, jats_label, false);
      settle_books(reference);
      if (reference.text.size() > 30) references.push_back(std::move(reference));
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
    const std::string& word = tokens[i].lower;
    const bool number_follows =
        word == "no" || word == "issue" || word == "number" || word == "nr" || word == "n" || word == "num";
    const bool after_volume = i > 0 && marked[i - 1] == Label::volume;
    if (number_follows || (after_volume && (word == "(" || word == "/"))) issue = true;
    if (issue) marked[i] = Label::issue;
  }
  // "2011;70" marked as a volume: the year before the semicolon is the date.
  for (size_t i = 0; i + 2 < tokens.size(); ++i) {
    if (marked[i] != Label::volume || (i > 0 && marked[i - 1] == Label::volume) ||
        marked[i + 2] != Label::volume)
      continue;
    if (tokens[i + 1].lower != ";" || tokens[i].shape != "0000") continue;
    marked[i] = Label::date;
    marked[i + 1] = Label::date;
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
      const bool opens = tokens[i].lower == "(" || tokens[i].lower == "[" ||
                         tokens[i].lower == "\xE2\x80\x9C" || tokens[i].lower == "\xC2\xAB" ||
                         tokens[i].lower == "\xE2\x80\x9E" ||
                         (tokens[i].lower == "\"" && tokens[i].after_blank);
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
