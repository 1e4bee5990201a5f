// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "extract/extract.hpp"
#include "extract/finite_verb.hpp"
#include "extract/verb_words.hpp"
#include "text/one_of.hpp"

namespace evident::extract {
namespace {

using Words = std::vector<SentenceWord>;

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// For each byte that opens a bracket, where that is closed again; for all others, and what is never closed,
/// the byte itself.
std::vector<size_t> closings(std::string_view text) {
  std::vector<size_t> ends(text.size()), round, square;
  for (size_t at = 0; at < text.size(); ++at) {
    ends[at] = at;
    if (text[at] == '(') round.push_back(at);
    if (text[at] == '[') square.push_back(at);
    if (text[at] != ')' && text[at] != ']') continue;
    auto& open = text[at] == ')' ? round : square;
    if (open.empty()) continue;
    ends[open.back()] = at;
    open.pop_back();
  }
  return ends;
}

/// "et al. found": a stop that no sentence ends with, as a small letter follows.
bool goes_on(std::string_view sentence, size_t at) {
  return at + 1 < sentence.size() && sentence[at] == ' ' && sentence[at + 1] >= 'a' &&
         sentence[at + 1] <= 'z';
}

/// Words, and "," for any punctuation between them. What stands in brackets (markers, editors' notes, asides)
/// is left out, unless the sentence begins with it.
Words words_of(std::string_view sentence) {
  Words out;
  std::string word;
  const std::vector<size_t> ends = closings(sentence);
  for (size_t at = 0; at <= sentence.size(); ++at) {
    if (at < sentence.size() && sentence[at] == '[') at = ends[at];
    if (at > 0 && at < sentence.size() && sentence[at] == '(') at = ends[at];
    const char c = at < sentence.size() ? sentence[at] : ' ';
    const bool quote = c == '\xE2' && sentence.substr(at, 2) == "\xE2\x80";
    if (quote) at += 2;
    const bool hyphen = c == '-' && !word.empty() && at + 1 < sentence.size() && is_word(sentence[at + 1]);
    if (!quote && (is_word(c) || hyphen)) {
      word += c;
      continue;
    }
    if (!word.empty()) {
      const auto is_upper = [&](size_t i) { return i < word.size() && word[i] >= 'A' && word[i] <= 'Z'; };
      const bool capital = is_upper(0) && !is_upper(1);  // words all in capitals are no names
      for (char& letter : word)
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
      out.push_back({std::move(word), capital});
    }
    word.clear();
    const bool stop = c == ',' || c == ';' || c == ':' || (c == '.' && !goes_on(sentence, at + 1));
    if (stop && !out.empty() && out.back().text != ",") out.push_back({",", false});
  }
  return out;
}

const std::unordered_set<std::string_view>& imperatives() {
  static const std::unordered_set<std::string_view> set = {
      "click",    "read",  "learn",  "see",      "subscribe", "sign",   "visit",   "share", "follow",
      "enter",    "log",   "login",  "download", "contact",   "ask",    "please",  "copy",  "join",
      "buy",      "order", "browse", "search",   "register",  "submit", "tell",    "check", "consider",
      "remember", "note",  "try",    "find",     "choose",    "select", "press",   "open",  "go",
      "get",      "call",  "talk",   "consult",  "avoid",     "keep",   "stop",    "start", "take",
      "make",     "let",   "do",     "don",      "never",     "store",  "swallow", "print"};
  return set;
}

bool is_number(std::string_view word) {
  return (!word.empty() && word[0] >= '0' && word[0] <= '9') ||
         text::one_of(word, {"one", "two", "three", "four", "five", "six", "half"});
}

/// "Contact lenses cause infections.": words that name things as often as they tell the reader what to do,
/// where what follows them is a sentence with its verb.
bool is_subject(const Words& words, SentenceShape shape) {
  if (shape != SentenceShape::closed || words.size() < 4 || words[1].capital || words[1].text == "," ||
      is_determiner(words[1].text))
    return false;
  if (!text::one_of(words[0].text,
                    {"contact", "visit", "click", "log", "login", "read", "subscribe", "note"}))
    return false;
  if (text::one_of(words[1].text, {"on", "in", "up", "to", "for", "here", "us", "more", "about", "how",
                                   "what", "et", "now", "today", "free", "below", "above"}))
    return false;
  return has_finite_verb(Words(words.begin() + 1, words.end()), shape);
}

bool is_instruction(const Words& words, SentenceShape shape) {
  const std::string& first = words.front().text;
  const std::string_view second = words.size() > 1 ? std::string_view(words[1].text) : std::string_view();
  if (first == "use") return is_determiner(second) && second != "of";
  // "Read et al. found" and "Order effects were": a verb is a command where its object follows.
  if (words.front().capital && is_plain_verb(first)) return true;
  if (!imperatives().contains(first) || is_subject(words, shape)) return false;
  if (text::one_of(first, {"click", "please", "subscribe", "let", "don", "log", "login", "learn", "get",
                           "remember", "choose", "consider", "browse", "go", "keep", "take", "make"}))
    return true;
  if (text::one_of(first, {"see", "read", "note", "visit", "consult", "contact", "ask", "tell", "never"})) {
    return second != "et" && second != "that";  // "Note that X is Y" asserts
  }
  return is_determiner(second) || is_number(second) ||
         text::one_of(second, {"to", "in", "up", "for", "here", "on", "us", "not", "it", "with"});
}

/// "You should ...", "Ask your doctor ..." inside a sentence: told to the reader, not about the world.
bool is_advice(const Words& words) {
  for (size_t at = 0; at + 1 < words.size(); ++at) {
    const std::string_view word = words[at].text, next = words[at + 1].text;
    if (word == "you" && text::one_of(next, {"should", "must", "ought", "need"})) return true;
    const bool adviser = text::one_of(next, {"doctor", "physician", "pharmacist", "healthcare", "health",
                                             "gp", "nurse", "therapist", "dentist", "provider"});
    if (word != "your" || !adviser) continue;
    for (size_t before = at; before > 0 && before + 3 > at; --before) {
      if (text::one_of(words[before - 1].text, {"ask", "call", "consult", "contact", "inform", "see", "speak",
                                                "talk", "tell", "visit", "check"}))
        return true;
    }
  }
  return false;
}

/// Verbs of other languages are not known here: their sentences are told by their small words and are given
/// the benefit.
bool is_foreign(const Words& words) {
  static const std::unordered_set<std::string_view> foreign = {
      "de",  "la",    "le",   "les",  "des",   "el",  "los", "las", "der",  "die",  "das", "und",  "et",
      "os",  "do",    "da",   "dos",  "em",    "het", "een", "och", "di",   "il",   "che", "que",  "para",
      "por", "com",   "con",  "una",  "um",    "uma", "est", "ist", "sind", "mit",  "zu",  "dans", "pour",
      "del", "della", "nach", "na",   "se",    "og",  "van", "im",  "ein",  "eine", "zum", "zur",  "von",
      "dem", "den",   "auf",  "wird", "wurde", "su",  "muy", "são", "ao",   "à",    "é",   "está"};
  static const std::unordered_set<std::string_view> english = {"the", "of",   "and", "to",  "with",
                                                               "for", "that", "by",  "from"};
  size_t others = 0;
  for (const SentenceWord& word : words) {
    if (english.contains(word.text)) return false;
    others += foreign.contains(word.text);
  }
  return others >= 2 && words.size() >= 6;
}

/// Where the words of a sentence end: markers, closing quotes and brackets after the full stop are looked
/// through.
size_t print_end(std::string_view sentence) {
  size_t end = sentence.size();
  while (end > 0) {
    const char c = sentence[end - 1];
    const bool closer =
        c == ' ' || c == '"' || c == '\'' || c == ')' || static_cast<unsigned char>(c) >= 0x80;
    if (c == ']') {
      const size_t open = sentence.rfind('[', end - 1);
      if (open == std::string_view::npos) break;
      end = open;
    } else if (closer) {
      --end;
    } else {
      break;
    }
  }
  return end;
}

/// "stayed abstinent.2": the full stop has a marker behind it, whose print was lost.
bool is_closed(std::string_view sentence) {
  size_t end = sentence.size();
  while (end > 0 && ((sentence[end - 1] >= '0' && sentence[end - 1] <= '9') ||
                     text::one_of(sentence.substr(end - 1, 1), {",", "-", " "})))
    --end;
  if (end < 3 || (sentence[end - 1] != '.' && sentence[end - 1] != '!')) return false;
  if (end == sentence.size()) return true;
  const auto is_small = [&](size_t at) { return sentence[at] >= 'a' && sentence[at] <= 'z'; };
  // "in 1994.1": a year has no decimals.
  const std::string_view before = sentence.substr(0, end - 1);
  const bool year = before.size() > 5 && text::one_of(before.substr(before.size() - 5, 3), {" 19", " 20"});
  return year || text::one_of(sentence.substr(end - 2, 1), {"%", ")"}) ||  // not "rose by 2.5", nor "p. 26"
         (is_small(end - 2) && is_small(end - 3));
}

/// How the print begins and ends; `end` is that of its words.
SentenceShape shape_of(std::string_view sentence, size_t end, const Words& words) {
  const bool closed = is_closed(sentence.substr(0, end));
  const char first = words.front().text.front();
  const bool opened = words.front().capital || !(first >= 'a' && first <= 'z');
  return !closed && !opened ? SentenceShape::fragment
         : closed           ? SentenceShape::closed
                            : SentenceShape::opened;
}

/// Words that are neither names, numbers, letters nor marks, nor stand between names.
size_t plain_words(const Words& words) {
  return static_cast<size_t>(std::count_if(words.begin(), words.end(), [](const SentenceWord& word) {
    return !word.capital && word.text.size() > 1 && word.text.front() >= 'a' && word.text.front() <= 'z' &&
           !text::one_of(word.text, {"et", "al", "and"});
  }));
}

/// "Adapted from Smith [3].", "Source: ...", "Data from ...": tells where a picture comes from.
bool is_credit(const Words& words) {
  const std::string& first = words[0].text;
  const std::string& second = words[1].text;
  if (text::one_of(first, {"source", "sources", "figure", "fig", "table", "tab", "box", "photo"}))
    return true;
  return (first.ends_with("ed") || first == "data" || first == "redrawn" || first == "taken") &&
         text::one_of(second, {"from", "with", "by", "after", "in"});
}

}  // namespace

bool is_claim(std::string_view sentence, bool cites) {
  const size_t end = print_end(sentence);
  if (end == 0 || sentence[end - 1] == '?') return false;
  const Words words = words_of(sentence);
  if (words.size() < 2) return false;
  const SentenceShape shape = shape_of(sentence, end, words);
  if (is_instruction(words, shape)) return false;
  // Nobody cites for what is not said: a whole sentence that cites needs no verb that is known here.
  const bool aside = sentence.front() == '(';  // "(Hill, 1990, p. 26; emphasis in the original)."
  if (cites && shape == SentenceShape::closed && plain_words(words) >= 1 && !aside && !is_credit(words))
    return true;
  if (words.size() < 3 || is_advice(words)) return false;
  return has_finite_verb(words, shape) || is_foreign(words);
}

}  // namespace evident::extract
