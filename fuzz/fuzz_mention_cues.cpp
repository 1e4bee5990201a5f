// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve/mention_cues.hpp"
#include "resolve/text_words.hpp"

#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text = evident::fuzz::view(data, size);
  using namespace evident::resolve;
  size_t end = 0;
  for (const TextWord& word : text_words(text)) {
    evident::fuzz::require_inside({word.start, word.end}, size, "a word lies inside the text");
    evident::fuzz::require(end <= word.start, "words are in order");
    end = word.end;
  }
  const StudyCues cues = study_cues(text, {"smith", "bos"});
  for (const PersonCue& person : cues.persons) {
    evident::fuzz::require(!person.family.empty(), "a person has a name");
    evident::fuzz::require_inside({person.start, person.end}, size, "a person lies inside the text");
  }
  for (const JournalCue& journal : cues.journals)
    evident::fuzz::require(!journal.name.empty(), "a journal has a name");
  acronyms(text);
  introduces_study(text);
  continues_study(text);
  return 0;
}
