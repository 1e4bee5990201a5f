// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "extract/extract.hpp"

namespace evident::extract {
namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Lower-case words, and "," for any punctuation between them; what stands in square brackets
/// (markers, editors' notes) is left out.
std::vector<std::string> words_of(std::string_view sentence) {
  std::vector<std::string> out;
  std::string word;
  int depth = 0;
  for (size_t at = 0; at <= sentence.size(); ++at) {
    const char c = at < sentence.size() ? sentence[at] : ' ';
    if (c == '[') ++depth;
    if (c == ']' && depth > 0) --depth;
    const bool quote = c == '\xE2' && sentence.substr(at, 2) == "\xE2\x80";
    if (quote) at += 2;
    if (!quote && depth == 0 && is_word(c)) {
      word += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      continue;
    }
    if (!word.empty()) out.push_back(std::move(word));
    word.clear();
    const bool stop = c == ',' || c == ';' || c == ':' || c == '.' || c == '(' || c == ')';
    if (depth == 0 && stop && !out.empty() && out.back() != ",") out.emplace_back(",");
  }
  return out;
}

/// Verbs that stand in finite form whatever surrounds them.
const std::unordered_set<std::string_view>& finite_verbs() {
  static const std::unordered_set<std::string_view> set = {
      "is",           "are",          "was",         "were",      "has",          "have",
      "had",          "can",          "could",       "may",       "might",        "must",
      "should",       "will",         "would",       "shall",     "do",           "does",
      "did",          "isn",          "aren",        "wasn",      "weren",        "hasn",
      "haven",        "hadn",         "cannot",      "couldn",    "didn",         "doesn",
      "won",          "wouldn",       "gave",        "took",      "made",         "found",
      "led",          "became",       "began",       "came",      "went",         "saw",
      "said",         "says",         "knew",        "grew",      "rose",         "fell",
      "held",         "kept",         "lost",        "met",       "ran",          "sought",
      "spent",        "stood",        "taught",      "thought",   "told",         "understood",
      "underwent",    "won",          "wrote",       "chose",     "drew",         "got",
      "sent",         "built",        "bought",      "brought",   "felt",         "left",
      "meant",        "paid",         "put",         "showed",    "shows",        "seems",
      "seem",         "appears",      "appear",      "remains",   "remain",       "becomes",
      "become",       "includes",     "include",     "contains",  "contain",      "causes",
      "produces",     "produce",      "occurs",      "occur",     "increases",    "decreases",
      "reduces",      "reduce",       "improves",    "improve",   "prevents",     "prevent",
      "inhibits",     "inhibit",      "suggests",    "suggest",   "indicates",    "indicate",
      "demonstrates", "demonstrate",  "provides",    "provide",   "results",      "refers",
      "refer",        "requires",     "require",     "depends",   "depend",       "acts",
      "binds",        "bind",         "works",       "helps",     "allows",       "allow",
      "leads",        "makes",        "make",        "means",     "gives",        "give",
      "takes",        "believes",     "believe",     "think",     "involves",     "involve",
      "represents",   "represent",    "differs",     "differ",    "exists",       "exist",
      "offers",       "offer",        "tends",       "tend",      "supports",     "confirms",
      "confirm",      "reports",      "states",      "plays",     "play",         "lies",
      "lie",          "belongs",      "consists",    "consist",   "affects",      "affect",
      "targets",      "enhances",     "enhance",     "amplifies", "amplify",      "continues",
      "continue",     "lasts",        "relieves",    "relieve",   "treats",       "cures",
      "passes",       "retains",      "releases",    "blocks",    "activates",    "modulates",
      "regulates",    "mediates",     "encodes",     "reveals",   "reveal",       "explains",
      "explain",      "predicts",     "correlates",  "know",      "show",         "need",
      "needs",        "uses",         "lacks",       "shares",    "forms",        "serves",
      "serve",        "varies",       "vary",        "exceeds",   "hypothesize",  "contributes",
      "contributed",  "hypothesized", "reflects",    "regulate",  "specifies",    "carries",
      "sequester",    "incorporates", "incorporate", "utilize",   "ranges",       "corresponds",
      "overlaps",     "interacts",    "arises",      "stems",     "derives",      "proceeds",
      "marks",        "induces",      "measures",    "documents", "corroborates", "constitutes",
      "determines",   "controls",     "undergoes",   "elicits",   "drives",       "compares",
      "propose",      "conclude",     "argue",       "argues",    "note",         "observe",
      "assume",       "expect",       "aim",         "aims",      "describe",     "describes"};
  return set;
}

/// Verbs that look like nouns: finite after a plural ("effects result from") or an adverb.
const std::unordered_set<std::string_view>& plural_verbs() {
  static const std::unordered_set<std::string_view> set = {
      "result",     "act",      "work",    "cause",   "increase", "decrease", "range",   "correspond",
      "overlap",    "interact", "arise",   "use",     "display",  "elicit",   "support", "drive",
      "stain",      "depict",   "denote",  "persist", "compare",  "incur",    "lose",    "gain",
      "help",       "lead",     "report",  "target",  "bind",     "block",    "release", "share",
      "form",       "start",    "stop",    "begin",   "come",     "go",       "fall",    "rise",
      "grow",       "live",     "die",     "respond", "receive",  "develop",  "suffer",  "recover",
      "experience", "relapse",  "drink",   "eat",     "sleep",    "feel",     "look",    "point",
      "raise",      "lower",    "treat",   "cure",    "test",     "study",    "find",    "see",
      "say",        "state",    "claim",   "agree",   "disagree", "differ",   "change",  "cover",
      "envision",   "boost",    "express", "mean"};
  return set;
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

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_determiner(std::string_view word) {
  return is_one_of(
      word, {"the", "a", "an", "your", "our", "this", "these", "those", "its", "of", "that", "all", "any"});
}

bool is_instruction(const std::vector<std::string>& words) {
  const std::string& first = words.front();
  const std::string_view second = words.size() > 1 ? std::string_view(words[1]) : std::string_view();
  if (first == "use") return is_determiner(second) && second != "of";
  // "Read et al. found" and "Order effects were": a verb is a command where its object follows.
  if (!imperatives().contains(first)) return false;
  if (is_one_of(first, {"click", "please", "subscribe", "let", "don", "log", "login", "learn"})) return true;
  if (is_one_of(first, {"see", "read", "note", "visit", "consult", "contact", "ask", "tell", "never"})) {
    return second != "et" && second != "that";  // "Note that X is Y" asserts
  }
  return is_determiner(second) ||
         is_one_of(second, {"to", "in", "up", "for", "here", "on", "us", "not", "it", "with"});
}

/// A past form in "-ed" that is no attribute: what stands before is a noun or pronoun, or an adverb.
bool is_past_verb(const std::vector<std::string>& words, size_t at) {
  const std::string& word = words[at];
  if (at == 0 || word.size() < 4 || !word.ends_with("ed")) return false;
  if (words[at - 1] == ",") {
    return at + 1 < words.size() &&
           is_one_of(words[at + 1], {"the", "a", "an", "that", "this", "no", "its", "their"});
  }
  return !is_determiner(words[at - 1]) &&
         !is_one_of(words[at - 1],
                    {"by", "with", "in", "on", "for", "from", "and", "or", "as", "at", "to", "no", "not"});
}

/// A word between a noun and an article is a verb ("phages use a"), unless it links.
bool is_before_object(const std::vector<std::string>& words, size_t at) {
  if (at == 0 || at + 1 >= words.size() || words[at].size() < 3 || words[at - 1] == "," || words[at] == ",")
    return false;
  if (!is_one_of(words[at + 1], {"the", "a", "an", "this", "these", "its", "their"})) return false;
  if (is_determiner(words[at - 1]) || words[at - 1] == "to" || words[at].ends_with("ing") ||
      words[at].ends_with("ly"))
    return false;
  return !is_one_of(
      words[at],
      {"for",    "with",   "from",    "than",    "that",    "and",        "but",      "not",    "only",
       "also",   "both",   "even",    "all",     "into",    "onto",       "upon",     "over",   "under",
       "after",  "before", "between", "within",  "without", "when",       "while",    "where",  "which",
       "who",    "whom",   "because", "since",   "until",   "about",      "above",    "below",  "across",
       "among",  "around", "against", "near",    "per",     "via",        "like",     "unlike", "such",
       "half",   "out",    "off",     "once",    "though",  "then",       "nor",      "what",   "how",
       "behind", "beyond", "toward",  "towards", "through", "throughout", "although", "whether"});
}

bool is_plural_verb(const std::vector<std::string>& words, size_t at) {
  if (at == 0 || !plural_verbs().contains(words[at])) return false;
  const std::string& before = words[at - 1];
  return before.ends_with("ly") || before == "people" || before == "children" || before == "who" ||
         before == "mice" ||
         (before.size() > 3 && before.ends_with("s") && !before.ends_with("ss") && !before.ends_with("us") &&
          !before.ends_with("is") && before != "this");
}

/// Verbs of other languages are not known here: their sentences are told by their small words and are given
/// the benefit.
bool is_foreign(const std::vector<std::string>& words) {
  static const std::unordered_set<std::string_view> foreign = {
      "de",  "la",   "le",   "les", "des",   "el",   "los", "las", "der", "die", "das",  "und",
      "et",  "os",   "do",   "da",  "dos",   "em",   "het", "een", "och", "di",  "il",   "che",
      "que", "para", "por",  "com", "con",   "una",  "um",  "uma", "est", "ist", "sind", "mit",
      "zu",  "dans", "pour", "del", "della", "nach", "na",  "se",  "og",  "van"};
  static const std::unordered_set<std::string_view> english = {"the", "of",   "and", "to",  "with",
                                                               "for", "that", "by",  "from"};
  size_t others = 0;
  for (const std::string& word : words) {
    if (english.contains(word)) return false;
    others += foreign.contains(word);
  }
  return others >= 2 && words.size() >= 6;
}

bool has_finite_verb(const std::vector<std::string>& words) {
  for (size_t at = 0; at < words.size(); ++at) {
    const bool infinitive = at > 0 && words[at - 1] == "to";
    if (!infinitive && at > 0 && finite_verbs().contains(words[at])) {
      const bool noun = is_determiner(words[at - 1]) && words[at - 1] != "that" && words[at - 1] != "these" &&
                        words[at - 1] != "this" && words[at - 1] != "those";
      if (!noun) return true;
    }
    if (is_past_verb(words, at) || is_plural_verb(words, at) || is_before_object(words, at)) return true;
    // "It prevents", "they lower": whatever follows a subject pronoun is its verb.
    if (at > 0 && is_one_of(words[at - 1], {"it", "he", "she", "they", "we", "i"}) && words[at].size() > 2)
      return true;
  }
  return false;
}

}  // namespace

bool is_claim(std::string_view sentence) {
  size_t end = sentence.size();
  while (end > 0 && (sentence[end - 1] == ' ' || sentence[end - 1] == ')' || sentence[end - 1] == '"')) --end;
  if (end == 0 || sentence[end - 1] == '?') return false;
  const std::vector<std::string> words = words_of(sentence);
  if (words.size() < 3 || is_instruction(words)) return false;
  return has_finite_verb(words) || is_foreign(words);
}

}  // namespace evident::extract
