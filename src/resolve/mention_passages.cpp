// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve/mention_passages.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "extract/design.hpp"
#include "resolve/mention_cues.hpp"
#include "resolve/text_words.hpp"
#include "text/normal.hpp"

namespace evident::resolve {

bool may_mention(const model::Article& article, const Passage& passage) {
  const model::Sentence& first = article.sentences[passage.first];
  if (passage.introduced || extract::tells_self_experiment(first.text)) return true;
  // Any capitalised word may be a surname here; that it is one shows when a work has such an author.
  std::set<std::string> capitals;
  bool place = false;  // a name behind "of the" or "in" stands between a person and his verb as a place does
  for (const TextWord& word : text_words(first.text)) {
    std::string bare =
        word.folded.ends_with(" s") ? word.folded.substr(0, word.folded.size() - 2) : word.folded;
    if (word.capital && !place) capitals.insert(bare);
    const bool leads = one_of(word.folded, {"of", "in", "at", "from"});
    place = leads || (place && (word.capital || word.folded == "the") && !word.closed);
  }
  std::vector<PersonCue> persons = person_cues(first.text, capitals);
  if (std::any_of(persons.begin(), persons.end(), [](const PersonCue& person) { return person.agent; }))
    return true;
  size_t level = first.section.rfind(" > ");
  size_t words = text::fold_words(first.section.substr(level == std::string::npos ? 0 : level + 3)).size();
  if (words < 2 || words > 4) return false;
  std::string padded = " " + text::fold(first.text) + " ";
  for (const char* pronoun : {" he ", " she ", " his ", " her "})
    if (padded.find(pronoun) != std::string::npos) return true;
  return false;
}

std::vector<Passage> passages(const model::Article& article) {
  // Longer than any description that was met; a bound, so that a whole article on one trial is not one
  // passage.
  constexpr size_t longest = 14;
  std::vector<Passage> found;
  for (size_t at = 0; at < article.sentences.size(); ++at) {
    const model::Sentence& sentence = article.sentences[at];
    // A marker of its own says where a sentence is from.
    const bool marked =
        std::any_of(sentence.citations.begin(), sentence.citations.end(),
                    [](const model::Citation& citation) { return !citation.references.empty(); });
    bool introduces = introduces_study(sentence.text) || (!marked && tells_origin(sentence.text));
    bool continues = continues_study(sentence.text);
    if (!found.empty()) {
      Passage& open = found.back();
      const model::Sentence& before = article.sentences[open.last];
      bool near = before.section == sentence.section && sentence.paragraph - before.paragraph <= 1;
      if (open.introduced && continues && near && at - open.first < longest) {
        open.last = at;
        continue;
      }
    }
    found.push_back({at, at, introduces});
  }
  return found;
}

}  // namespace evident::resolve
