// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/findings.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/extract.hpp"
#include "text/normal.hpp"
#include "text/phrases.hpp"
#include "text/sentences.hpp"

namespace evident::extract {
namespace {

bool names_results(std::string_view folded) {
  return text::contains_any(folded, {"result", "finding", "conclusion", "interpretation", "outcome"});
}

bool section_states_result(const model::AbstractSection& section) {
  return names_results(text::fold(section.category.empty() ? section.label : section.category));
}

/// The heading in capitals that a sentence begins with, folded: "BACKGROUND Sleep is short.", "METHODS: ...".
/// Empty where it begins with none that abstracts use.
std::string inline_heading(std::string_view sentence) {
  size_t end = 0;
  for (size_t at = 0; at < sentence.size(); ++at) {
    const char c = sentence[at];
    if ((c >= 'A' && c <= 'Z') || c == ' ' || c == '&' || c == '/') continue;
    // The sentence's own capital follows a blank.
    const bool small = c >= 'a' && c <= 'z';
    end = small ? (at >= 2 ? at - 2 : 0) : at;
    break;
  }
  constexpr size_t least = 3;  // letters
  if (end < least) return "";
  std::string heading = text::fold(sentence.substr(0, end));
  const bool known =
      names_results(heading) ||
      text::contains_any(heading, {"background",  "context",      "objective",  "aim",      "method",
                                   "purpose",     "introduction", "design",     "setting",  "patient",
                                   "participant", "intervention", "measure",    "material", "importance",
                                   "rationale",   "hypothesis",   "discussion", "funding",  "registration"});
  return known ? heading : "";
}

/// "... was compared with diazepam", "the aim was to ...": what was done and asked, not what came of it.
bool tells_aim(std::string_view folded) {
  static const text::Phrases cues(std::initializer_list<std::string_view>{"to determine ",
                                                                          "to assess ",
                                                                          "to evaluate ",
                                                                          "to investigate ",
                                                                          "to examine ",
                                                                          "to test ",
                                                                          "to compare ",
                                                                          "to study ",
                                                                          "to explore ",
                                                                          "to find out ",
                                                                          "aim ",
                                                                          "aims ",
                                                                          "aimed ",
                                                                          "objective",
                                                                          "purpose ",
                                                                          "whether ",
                                                                          "was compared ",
                                                                          "were compared ",
                                                                          "we compared ",
                                                                          "we investigated ",
                                                                          "we examined ",
                                                                          "we studied ",
                                                                          "we tested ",
                                                                          "we hypothes",
                                                                          "unclear ",
                                                                          "unknown ",
                                                                          "little is known ",
                                                                          "controversial ",
                                                                          "will ",
                                                                          "discussed ",
                                                                          "is reviewed ",
                                                                          "are reviewed ",
                                                                          "is needed ",
                                                                          "are needed ",
                                                                          "is described ",
                                                                          "are described ",
                                                                          "should ",
                                                                          "future ",
                                                                          "further "});
  return cues.any_in(folded);
}

/// What an abstract may end with that is no text of the study: registration, funding, rights.
bool is_notice(std::string_view sentence) {
  if (!text::contains_any(sentence, {"egist", "und", "opyright", "ights", "eyword", "RUNCATED", "Trials",
                                     "vailab", "NCT", "ISRCTN", "xpected"}))
    return false;
  static const text::Phrases cues(std::initializer_list<std::string_view>{
      "registration", "registered ", "registry", "clinicaltrials", "nct", "isrctn", "funded ", "funding ",
      "copyright ", "rights reserved ", "keyword", "abstract truncated ", "available from ", "available at ",
      "are available ", "is available ", "are expected "});
  return cues.any_in(text::fold(sentence));
}

/// Says what came out, in an abstract without headings.
bool states_result(std::string_view sentence, bool last) {
  static const text::Phrases plain(std::initializer_list<std::string_view>{
      "found ",         "showed ",         "shown ",        "demonstrat",    "significant",
      "conclude",       "results ",        "suggests ",     "suggest that ", "suggesting ",
      "more effective", "not differ",      "no difference", "no effect",     "suppress",
      "achieved ",      "remained ",       "resulted in ",  "became ",       "associated with ",
      "superior ",      "well tolerated ", "inhibited "});
  static const text::Phrases likely(std::initializer_list<std::string_view>{
      "effective ", "efficacious ", "reduced ", "increased ",  "decreased ", "improved ",   "prevented ",
      "lowered ",   "raised ",      "fell ",    "rose ",       "dropped ",   "declined ",   "doubled ",
      "tripled ",   "halved ",      "lasted ",  "persisted ",  "shortened ", "prolonged ",  "compared with ",
      "higher ",    "lower ",       "longer ",  "shorter ",    "similar ",   "equivalent ", "better ",
      "worse ",     "fewer ",       "led to ",  "no benefit ", "indicate",   "reveal",      "confirm"});
  const std::string folded = text::fold(sentence);
  if (plain.any_in(folded)) return true;
  if (!last && !likely.any_in(folded)) return false;
  if (!tells_aim(folded)) return true;
  // "To test this, we removed fish, and snails doubled": a part may tell what came of it.
  for (size_t start = 0; start < sentence.size();) {
    const size_t comma = std::min(sentence.find(", ", start), sentence.size());
    const std::string part = text::fold(sentence.substr(start, comma - start));
    if (likely.any_in(part) && !tells_aim(part)) return true;
    start = comma + 1;
  }
  return false;
}

/// "Cure rate was 97.6% with ...": a share or a ratio, but for how people came into the study.
bool tells_outcome(std::string_view sentence) {
  // Few sentences have any of it, and folding is dear.
  if (!text::contains_any(sentence,
                          {"%", "dds ratio", "azard ratio", "isk ratio", "ate ratio", "elative risk"}))
    return false;
  return !text::contains_any(text::fold(sentence),
                             {"randomi", "assigned", "allocated", "enrolled", "recruited", "eligible"});
}

/// A sentence of an abstract, with its number and the section that it stands in.
struct AbstractSentence {
  std::string text;
  evident::Place source;
  bool in_results = false;
};

std::vector<AbstractSentence> sentences_of(const model::WorkRecord& record, bool& structured) {
  std::vector<AbstractSentence> all;
  for (const model::AbstractSection& section : record.abstract) {
    bool in_results = section_states_result(section);
    structured = structured || in_results;
    for (const Span& span : text::sentences(section.text)) {
      std::string sentence = text::squeeze(std::string_view(section.text).substr(span.start, span.size()));
      if (const std::string heading = inline_heading(sentence); !heading.empty()) {
        in_results = names_results(heading);
        structured = structured || in_results;
      }
      const evident::Place source = section.offsets.empty() ? record.source : section.offsets.to_source(span);
      all.push_back({std::move(sentence), source, in_results});
    }
  }
  return all;
}

}  // namespace

void add_findings(model::WorkRecord& record) {
  bool structured = false;
  std::vector<AbstractSentence> sentences = sentences_of(record, structured);
  size_t last = sentences.size();
  while (!structured && last > 0 && is_notice(sentences[last - 1].text)) --last;
  int number = 0;
  for (AbstractSentence& sentence : sentences) {
    ++number;
    const bool states = structured ? sentence.in_results
                                   : states_result(sentence.text, static_cast<size_t>(number) == last) ||
                                         tells_outcome(sentence.text);
    if (states) record.study.findings.push_back({number, std::move(sentence.text), sentence.source});
  }
}

const model::Finding* conclusion(const model::WorkRecord& record) {
  const auto& findings = record.study.findings;
  const model::Finding* last = findings.empty() ? nullptr : &findings.back();
  int sentence = 0;
  for (const model::AbstractSection& section : record.abstract) {
    const int before = sentence;
    sentence += static_cast<int>(text::sentences(section.text).size());
    if (!text::contains_any(text::fold(section.label + " " + section.category),
                            {"conclusion", "interpretation"}))
      continue;
    for (const model::Finding& finding : findings)
      if (finding.number > before && finding.number <= sentence) last = &finding;
  }
  return last;
}

}  // namespace evident::extract
