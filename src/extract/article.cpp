// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/file_name.hpp"
#include "extract/extract.hpp"
#include "extract/field/fields.hpp"
#include "extract/field/scan.hpp"
#include "extract/marked_sentences.hpp"
#include "extract/marker.hpp"
#include "extract/parsing/prepare.hpp"
#include "extract/printed_entry.hpp"
#include "extract/short_reference.hpp"
#include "text/normal.hpp"
#include "text/sentences.hpp"

namespace evident::extract {
namespace {

using model::Article;
using model::Block;
using model::BlockKind;
using model::Document;
using model::Sentence;

std::string_view cut(const Document& document, const Span& span) {
  return std::string_view(document.text).substr(span.start, span.size());
}

/// What stands for the entry before.
constexpr std::array<std::string_view, 5> same_work{"ibid", "ibidem", "idem", "ebd", "ebenda"};

/// Takes one document apart.
class Extraction {
 public:
  Extraction(const Document& document, DiagnosticSink& sink) : m_document(document), m_sink(sink) {}
  Article run();

 private:
  bool holds_sentences(const Block& block) const;
  Place extent() const;
  void read_references();
  void read_block(const Block& block, const MarkerReader& markers);
  std::vector<Marker> marked(const Span& span);
  std::vector<Span> sentence_spans(std::string_view text, const std::vector<Marker>& markers) const;
  model::Citation citation(const Marker& marker, uint64_t base);
  void note_on(const model::Reference& reference, std::string code, std::string message);
  void report_bad_identifiers(const model::Reference& reference);
  void report_dangling(const char* code, const Marker& marker, const Span& span,
                       const std::string& consequence);
  void report_doubtful(const Marker& marker, uint64_t base);
  void report_missing_list();
  Diagnostic note_at(const char* code, const Marker& marker, const Span& span);

  const Document& m_document;
  DiagnosticSink& m_sink;
  Article m_article;
  std::unordered_map<std::string, int> m_by_label;  ///< the first reference of each label
  size_t m_next_mark = 0;                           ///< of document.citations, which come in order
  uint64_t m_counted_to = 0;
  uint64_t m_line = 1;
  size_t m_without_list = 0;  ///< citations by name and year in a text that has no list
  Diagnostic m_no_list;       ///< at the first of them
};

/// Captions assert nothing by themselves, but speak of the study; of headings, tables and notes only what
/// cites is kept, so that every citation has its sentence.
bool Extraction::holds_sentences(const Block& block) const {
  switch (block.kind) {
    case BlockKind::paragraph:
    case BlockKind::list_item:
    case BlockKind::caption:
      return true;
    case BlockKind::reference:
      return false;
    default: {
      const auto& marks = m_document.citations;
      const auto first = std::lower_bound(
          marks.begin(), marks.end(), block.span.start,
          [](const model::MarkedCitation& mark, uint64_t at) { return mark.span.start < at; });
      return first != marks.end() && block.span.contains(first->span);
    }
  }
}

Place Extraction::extent() const {
  Place all;
  for (const Block& block : m_document.blocks) {
    const Place source = m_document.offsets.to_source(block.span);
    if (all.empty()) {
      all = source;
    } else if (!source.empty()) {
      all.start = std::min(all.start, source.start);
      all.end = std::max(all.end, source.end);
    }
  }
  return all;
}

bool names_fields(const model::MarkedReference* marked) {
  return marked != nullptr && (!marked->fields.title.empty() || !marked->fields.container.empty() ||
                               !marked->fields.authors.empty());
}

/// What mark-up names is not guessed from the print; an identifier may stand there without mark-up of its
/// own.
model::Reference read_reference(const std::string& text, const model::MarkedReference* marked) {
  model::Reference reference;
  if (!names_fields(marked)) {
    reference = extract::reference(text);
  } else {
    reference.fields = marked->fields;
    reference.parsed =
        !marked->fields.title.empty() || (!marked->fields.authors.empty() && marked->fields.year != 0);
    reference.ids = parsing::prepare(text).ids;
  }
  if (marked == nullptr) return reference;
  if (!marked->ids.pmid.empty()) reference.ids.pmid = marked->ids.pmid;
  if (!marked->ids.doi.empty()) reference.ids.doi = marked->ids.doi;
  if (!marked->ids.pmcid.empty()) reference.ids.pmcid = marked->ids.pmcid;
  if (!marked->ids.key.empty()) reference.ids.key = marked->ids.key;
  return reference;
}

/// "Ibid.", "Idem, pp. 4-6": no work of its own but that of the entry before. Not "Ibid. 1980;33:145", of
/// which the journal alone is the same, nor "Idem. Another title", which has the same authors.
bool names_entry_before(std::string_view text) {
  const auto word = std::find_if(same_work.begin(), same_work.end(), [&](std::string_view name) {
    return field::find_word(text.substr(0, name.size() + 1), name) == 0;
  });
  if (word == same_work.end()) return false;
  const std::string_view rest = text.substr(word->size());
  const size_t page = rest.find_first_not_of(" .,()");
  if (page == std::string_view::npos) return true;
  if (rest[page] != 'p' && rest[page] != 'S') return false;
  const size_t number = rest.find_first_of("0123456789", page);
  return number != std::string_view::npos && number - page <= std::string_view("pages ").size() &&
         field::find_year(rest) == std::string_view::npos &&
         std::none_of(rest.begin() + static_cast<std::ptrdiff_t>(number), rest.end(), field::is_letter);
}

void Extraction::note_on(const model::Reference& reference, std::string code, std::string message) {
  Diagnostic diagnostic;
  diagnostic.severity = Severity::note;
  diagnostic.code = std::move(code);
  diagnostic.path = m_document.path;
  diagnostic.source = reference.source;
  diagnostic.message = std::move(message);
  m_sink.report(std::move(diagnostic));
}

void Extraction::report_bad_identifiers(const model::Reference& reference) {
  if (const std::string number = field::bad_pmid(reference.text); !number.empty())
    note_on(reference, "bad-pmid",
            "the reference names " + number + " as its PMID, which is none; it was left out");
  if (const std::string doi = field::cut_doi(reference.text); !doi.empty())
    note_on(reference, "cut-doi",
            "the reference's DOI breaks off behind " + doi + " and may go on; it was left out");
}

void Extraction::read_references() {
  std::unordered_map<std::string_view, const model::MarkedReference*> marked_references;
  for (const auto& marked : m_document.references) marked_references.emplace(marked.label, &marked);
  for (const Block& block : m_document.blocks) {
    if (block.kind != BlockKind::reference) continue;
    const PrintedEntry entry = printed_entry(cut(m_document, block.span), block.label);
    const std::string text = text::squeeze(entry.text);
    const auto marked = marked_references.find(block.label);
    model::Reference reference =
        read_reference(text, marked == marked_references.end() ? nullptr : marked->second);
    if (reference.ids.empty() && names_entry_before(text)) {
      // Without an entry before, it names no work; what a tagger makes of the word is none either.
      static const model::Reference nothing;
      const model::Reference& meant = m_article.references.empty() ? nothing : m_article.references.back();
      reference.fields = meant.fields;
      reference.ids = meant.ids;
      reference.parsed = meant.parsed;
    }
    reference.index = static_cast<int>(m_article.references.size());
    reference.label = block.label;
    reference.text = text;
    reference.source = m_document.offsets.to_source(block.span);
    reference.back_links = entry.back_links;
    report_bad_identifiers(reference);
    const bool fresh = m_by_label.emplace(reference.label, reference.index).second;
    if (!fresh && !reference.label.empty() && m_document.references.empty())
      note_on(reference, "repeated-number",
              "the list has another entry numbered " + reference.label +
                  "; citations of it are taken for the first");
    m_article.references.push_back(std::move(reference));
  }
  read_short_references(m_article.references);
}

/// What the mark-up of a block says; offsets are made relative to the block.
std::vector<Marker> Extraction::marked(const Span& span) {
  std::vector<Marker> out;
  const std::vector<model::MarkedCitation>& marks = m_document.citations;
  while (m_next_mark < marks.size() && marks[m_next_mark].span.start < span.start) ++m_next_mark;
  for (; m_next_mark < marks.size() && marks[m_next_mark].span.start < span.end; ++m_next_mark) {
    const model::MarkedCitation& mark = marks[m_next_mark];
    Marker marker;
    marker.span = {mark.span.start - span.start, std::min(mark.span.end, span.end) - span.start};
    marker.rule = "markup";
    marker.line = mark.line;
    for (const std::string& label : mark.labels) {
      const auto found = m_by_label.find(label);
      if (found == m_by_label.end()) {
        marker.dangling.push_back(label);
      } else if (std::find(marker.references.begin(), marker.references.end(), found->second) ==
                 marker.references.end()) {
        marker.references.push_back(found->second);
      }
    }
    out.push_back(std::move(marker));
  }
  return out;
}

/// "Bees dance. (Green, 2000.)": a citation that stands as a sentence of its own is of the one before it.
void join_lone_markers(std::string_view text, std::vector<Span>& spans, const std::vector<Marker>& markers) {
  size_t kept = 0;  // spans before this one are done
  auto marker = markers.begin();
  for (const Span& span : spans) {
    // Both are in order: of the markers that begin by the start of the span, the last can cover it.
    while (marker != markers.end() && std::next(marker) != markers.end() &&
           std::next(marker)->span.start <= span.start)
      ++marker;
    const bool lone = kept > 0 && marker != markers.end() && marker->span.start <= span.start &&
                      marker->span.end + 1 >= span.end &&
                      (text[marker->span.start] == '(' || text[marker->span.start] == '[');
    if (lone) {
      spans[kept - 1].end = span.end;
    } else {
      spans[kept++] = span;
    }
  }
  spans.resize(kept);
}

/// The splitter does not know what a lost superscript is ("mood.4 Later"): the sentence ends after it.
std::vector<Span> Extraction::sentence_spans(std::string_view text,
                                             const std::vector<Marker>& markers) const {
  if (!m_document.citations.empty()) {
    std::vector<Span> marks;
    marks.reserve(markers.size());
    for (const Marker& marker : markers) marks.push_back(marker.span);
    return sentences_around(text, marks);
  }
  std::vector<Span> spans = text::sentences(text);
  join_lone_markers(text, spans, markers);
  for (const Marker& marker : markers) {
    if (marker.rule != "lost-superscript" && marker.rule != "superscript") continue;
    const std::string_view before = text.substr(0, marker.span.start);
    if (!before.ends_with('.') && !before.ends_with(".\"") && !before.ends_with(".\u201D")) continue;
    uint64_t next = marker.span.end;
    while (next < text.size() && (text[next] == ' ' || text[next] == '\n' || text[next] == '\r')) ++next;
    for (size_t at = 0; at < spans.size(); ++at) {
      Span& span = spans[at];
      if (span.start == marker.span.start && at > 0) {
        // It was taken for the first word of the next sentence.
        spans[at - 1].end = marker.span.end;
        span.start = std::min(next, span.end);
        if (span.empty()) spans.erase(spans.begin() + static_cast<std::ptrdiff_t>(at));
        break;
      }
      if (span.start < marker.span.start && next < span.end && next > marker.span.end) {
        const bool capital = text[next] >= 'A' && text[next] <= 'Z';
        if (!capital) break;
        const Span rest = {next, span.end};
        span.end = marker.span.end;
        spans.insert(spans.begin() + static_cast<std::ptrdiff_t>(at) + 1, rest);
        break;
      }
    }
  }
  return spans;
}

/// A bullet is no word of the sentence that it stands before.
Span without_bullet(std::string_view text, Span span) {
  static constexpr std::array<std::string_view, 8> bullets = {"- ",     "* ",     "\u2022", "\u00B7",
                                                              "\u25AA", "\u25E6", "\u2023", "\u2013 "};
  for (std::string_view bullet : bullets) {
    if (!text.substr(span.start, span.size()).starts_with(bullet)) continue;
    uint64_t start = span.start + bullet.size();
    while (start < span.end && text[start] == ' ') ++start;
    if (start < span.end) span.start = start;
    break;
  }
  return span;
}

Diagnostic Extraction::note_at(const char* code, const Marker& marker, const Span& span) {
  Diagnostic diagnostic;
  diagnostic.severity = Severity::note;
  diagnostic.code = code;
  diagnostic.path = m_document.path;
  diagnostic.source = m_document.offsets.to_source(span);
  diagnostic.line = marker.line;
  if (m_document.format == "plain-text" && span.start >= m_counted_to) {
    const auto begin = m_document.text.begin();
    m_line += static_cast<uint64_t>(std::count(begin + static_cast<std::ptrdiff_t>(m_counted_to),
                                               begin + static_cast<std::ptrdiff_t>(span.start), '\n'));
    m_counted_to = span.start;
    diagnostic.line = m_line;
  }
  return diagnostic;
}

/// Numbers or names that no entry of the list answers to.
void Extraction::report_dangling(const char* code, const Marker& marker, const Span& span,
                                 const std::string& consequence) {
  Diagnostic diagnostic = note_at(code, marker, span);
  diagnostic.message = "the reference list has no entry for ";
  for (size_t at = 0; at < marker.dangling.size(); ++at)
    diagnostic.message += (at > 0 ? ", " : "") + marker.dangling[at];
  diagnostic.message += consequence;
  m_sink.report(std::move(diagnostic));
}

model::Citation Extraction::citation(const Marker& marker, uint64_t base) {
  const Span span = {marker.span.start + base, marker.span.end + base};
  model::Citation out;
  out.marker = text::squeeze(cut(m_document, span));
  out.source = m_document.offsets.to_source(span);
  out.references = marker.references;
  out.dangling = marker.dangling;
  out.rule = marker.rule;
  if (!out.dangling.empty())
    report_dangling("dangling-citation", marker, span, "; the citation was kept without it");
  return out;
}

/// What may be a citation and was not taken for one is told of, so that none goes in silence.
void Extraction::report_doubtful(const Marker& marker, uint64_t base) {
  const Span span = {marker.span.start + base, marker.span.end + base};
  const std::string printed = text::squeeze(cut(m_document, span));
  if (m_article.references.empty()) {
    if (m_without_list++ > 0) return;
    m_no_list = note_at("no-reference-list", marker, span);
    m_no_list.message = '"' + printed + '"';
    return;
  }
  // The other names of the marker may have entries.
  const bool rest = marker.rule == "author-year" && !marker.references.empty();
  report_dangling("unclear-marker", marker, span,
                  "; \"" + printed + (rest ? "\" was kept without it" : "\" was not taken for a citation"));
}

/// In one line an article: without a list, every citation is such.
void Extraction::report_missing_list() {
  if (m_without_list == 0) return;
  const bool one = m_without_list == 1;
  m_no_list.message = "the text has no reference list, and " + std::to_string(m_without_list) +
                      (one ? " citation" : " citations") + " by name and year" +
                      (one ? ", " : ", the first ") + m_no_list.message +
                      ": only works that the store holds can be linked";
  m_sink.report(std::move(m_no_list));
}

void Extraction::read_block(const Block& block, const MarkerReader& reader) {
  const std::string_view text = cut(m_document, block.span);
  const std::vector<Marker> markers = m_document.citations.empty() ? reader.read(text) : marked(block.span);
  const std::vector<Span> spans = sentence_spans(text, markers);
  const int paragraph = m_article.sentences.empty() ? 1 : m_article.sentences.back().paragraph + 1;
  const std::vector<Marker> doubtful =
      m_document.citations.empty() ? reader.doubtful(text) : std::vector<Marker>();
  auto marker = markers.begin();
  auto doubt = doubtful.begin();
  const auto report_doubtful_before = [&](uint64_t end) {
    for (; doubt != doubtful.end() && doubt->span.start < end; ++doubt)
      report_doubtful(*doubt, block.span.start);
  };
  for (size_t at = 0; at < spans.size(); ++at) {
    Sentence sentence;
    const Span words = without_bullet(text, spans[at]);
    const Span whole = {words.start + block.span.start, words.end + block.span.start};
    sentence.number = static_cast<int>(m_article.sentences.size()) + 1;
    sentence.paragraph = paragraph;
    sentence.section = block.section;
    sentence.text = text::squeeze(cut(m_document, whole));
    sentence.source = m_document.offsets.to_source(whole);
    // A marker is of the sentence it begins in; what lies between two belongs to the one before.
    const bool last = at + 1 == spans.size();
    for (; marker != markers.end() && (last || marker->span.start < spans[at + 1].start); ++marker) {
      report_doubtful_before(marker->span.start);
      sentence.citations.push_back(citation(*marker, block.span.start));
    }
    sentence.claim = (block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item) &&
                     is_claim(sentence.text, !sentence.citations.empty());
    m_article.sentences.push_back(std::move(sentence));
  }
  report_doubtful_before(text.size());
}

Article Extraction::run() {
  m_article.key = article_key(m_document);
  m_article.title = m_document.title.empty() ? file_stem(m_document.path) : m_document.title;
  m_article.path = m_document.path;
  m_article.format = m_document.format;
  m_article.sha256 = m_document.sha256;
  m_article.ids = m_document.ids;
  m_article.source = extent();
  read_references();
  std::vector<std::string_view> texts;
  for (const Block& block : m_document.blocks) {
    if (holds_sentences(block)) texts.push_back(cut(m_document, block.span));
  }
  const MarkerReader markers(m_article.references, texts);
  for (const Block& block : m_document.blocks) {
    if (holds_sentences(block)) read_block(block, markers);
  }
  report_missing_list();
  return std::move(m_article);
}

}  // namespace

std::string article_key(const model::Document& document) {
  std::string key = document.name.empty() ? file_stem(document.path) : document.name;
  for (char& c : key) {
    const bool plain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                       c == '.' || c == '_' || c == '-';
    if (!plain) c = '-';
  }
  return key + "-" + document.sha256.substr(0, 8);
}

bool names_no_work(const model::Reference& reference) {
  return !reference.parsed && reference.ids.empty() && names_entry_before(reference.text);
}

model::Article article(const model::Document& document, DiagnosticSink& sink) {
  return Extraction(document, sink).run();
}

}  // namespace evident::extract
