// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/named_studies.hpp"

#include <algorithm>
#include <map>

#include "extract/extract.hpp"
#include "text/normal.hpp"

namespace evident::eval {

namespace {

class Silent final : public DiagnosticSink {
 public:
  void report(Diagnostic) override {}
};

bool has_word(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool has_year(const std::vector<std::string>& words, int year) {
  const std::string printed = std::to_string(year);
  // "2005a" is a year as well.
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return word == printed || (word.size() == 5 && word.starts_with(printed));
  });
}

/// True where a bracket that opened before a place is still open there.
bool in_brackets(std::string_view text, size_t at) {
  int depth = 0;
  for (size_t back = 0; back < std::min<size_t>(at, 250); ++back) {
    const char c = text[at - 1 - back];
    if (c == ')' || c == ']') ++depth;
    if (c == '(' || c == '[') --depth;
    if (depth < 0) return true;
  }
  return false;
}

/// True where the print names the author of what is cited, in the marker or just before, and is to stay.
bool names_author(std::string_view text, const Span& marker, const std::string& family, Bracketed bracketed) {
  const size_t from = marker.start > 60 ? marker.start - 60 : 0;
  if (family.empty() || !has_word(text::fold_words(text.substr(from, marker.end - from)), family))
    return false;
  if (bracketed == Bracketed::stays) return true;
  size_t at = marker.start;
  // "Smith et al. (2005)": the bracket may stand around a marker that is the year alone.
  const auto words = text::fold_words(text.substr(marker.start, marker.size()));
  if (!has_word(words, family) && at > 0 && (text[at - 1] == '(' || text[at - 1] == '[')) --at;
  return !in_brackets(text, at);
}

/// Of what stands between markers: blanks, commas and dashes (by their bytes).
bool mark_only(char c) {
  return std::string_view(" ,;-\n\xE2\x80\x93\x94\xC2\xA0").find(c) != std::string_view::npos;
}

void blank(std::string& text, size_t start, size_t end) {
  std::fill(text.begin() + static_cast<std::ptrdiff_t>(start),
            text.begin() + static_cast<std::ptrdiff_t>(end), ' ');
}

/// Takes off brackets in which nothing but commas and dashes is left, and blanks before a full stop.
void tidy(std::string& text, const Span& gone) {
  size_t start = gone.start, end = gone.end;
  while (start > 0 && mark_only(text[start - 1])) --start;
  while (end < text.size() && mark_only(text[end])) ++end;
  const bool bracketed =
      start > 0 && end < text.size() &&
      ((text[start - 1] == '[' && text[end] == ']') || (text[start - 1] == '(' && text[end] == ')'));
  if (bracketed) blank(text, --start, ++end);
  while (start > 0 && text[start - 1] == ' ') --start;
  end = std::min(text.find_first_not_of(' ', start), text.size());
  if (end > start && end < text.size() && std::string_view(".,;:").find(text[end]) != std::string_view::npos)
    std::swap(text[start], text[end]);
}

}  // namespace

std::string first_family(const model::Reference& reference) {
  if (reference.fields.authors.empty()) return "";
  const auto words = text::fold_words(reference.fields.authors.front().family);
  return words.empty() ? "" : words.back();
}

UnmarkedArticle unmark(model::Document document, const std::vector<model::Reference>& references,
                       Bracketed bracketed) {
  std::map<std::string, int> by_label;
  for (const auto& reference : references) by_label.emplace(reference.label, reference.index);
  UnmarkedArticle out;
  const std::string text = document.text;
  std::vector<Span> gone;
  for (const auto& mark : document.citations) {
    const bool sole = mark.labels.size() == 1;
    bool kept = false;
    for (const auto& label : mark.labels) {
      const auto found = by_label.find(label);
      if (found == by_label.end()) continue;
      const auto& reference = references[static_cast<size_t>(found->second)];
      const auto words = text::fold_words(text.substr(mark.span.start, mark.span.size()));
      kept = kept || (has_year(words, reference.fields.year) &&
                      names_author(text, mark.span, first_family(reference), bracketed));
      out.studies.push_back({document.offsets.to_source(mark.span), found->second, false, sole});
    }
    if (kept) continue;
    blank(document.text, mark.span.start, mark.span.end);
    gone.push_back(mark.span);
  }
  for (const Span& span : gone) tidy(document.text, span);
  std::erase_if(document.blocks,
                [](const model::Block& block) { return block.kind == model::BlockKind::reference; });
  document.references.clear();
  document.citations.clear();
  Silent silent;
  out.article = extract::article(document, silent);
  for (auto& study : out.studies) {
    const auto& reference = references[static_cast<size_t>(study.reference)];
    for (const auto& sentence : out.article.sentences) {
      if (study.source.start < sentence.source.start || study.source.start > sentence.source.end) continue;
      const auto words = text::fold_words(sentence.text);
      study.named = reference.fields.year > 0 && has_year(words, reference.fields.year) &&
                    has_word(words, first_family(reference));
      break;
    }
  }
  return out;
}

}  // namespace evident::eval
