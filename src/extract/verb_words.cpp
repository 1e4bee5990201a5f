// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/verb_words.hpp"

#include <string>
#include <unordered_set>

#include "text/one_of.hpp"

namespace evident::extract {
namespace {

using WordSet = std::unordered_set<std::string_view>;

/// Auxiliaries and past forms without "-ed".
const WordSet& irregular_forms() {
  static const WordSet set = {
      "are",       "aren",    "arose",  "ate",     "became",   "began", "bore",   "bought",     "broke",
      "brought",   "built",   "came",   "can",     "cannot",   "chose", "could",  "couldn",     "did",
      "didn",      "do",      "does",   "doesn",   "drank",    "drew",  "drove",  "fell",       "felt",
      "flew",      "forgot",  "found",  "froze",   "gave",     "goes",  "got",    "grew",       "had",
      "hadn",      "has",     "hasn",   "have",    "haven",    "held",  "is",     "isn",        "kept",
      "knew",      "knows",   "led",    "left",    "lost",     "made",  "may",    "meant",      "met",
      "might",     "mistook", "must",   "outgrew", "overcame", "paid",  "put",    "quit",       "ran",
      "rode",      "rose",    "said",   "sank",    "saw",      "sent",  "shall",  "shook",      "should",
      "showed",    "shrank",  "slept",  "sought",  "spent",    "spoke", "sprang", "stood",      "strove",
      "struck",    "swam",    "taught", "thought", "told",     "took",  "tore",   "understood", "undertook",
      "underwent", "was",     "wasn",   "went",    "were",     "weren", "will",   "withdrew",   "withstood",
      "woke",      "won",     "wore",   "would",   "wouldn",   "wrote"};
  return set;
}

/// Verbs that name nothing, in the form without an ending.
const WordSet& plain_verbs() {
  static const WordSet set = {"abolish",     "absorb",        "accelerate",  "accept",        "accompany",
                              "accumulate",  "achieve",       "acquire",     "activate",      "adapt",
                              "add",         "adhere",        "admit",       "adopt",         "affect",
                              "aggravate",   "agree",         "alleviate",   "allow",         "alter",
                              "amplify",     "appear",        "argue",       "arise",         "arrive",
                              "ascertain",   "assess",        "assume",      "attend",        "attenuate",
                              "attract",     "avoid",         "become",      "begin",         "behave",
                              "believe",     "belong",        "bind",        "bring",         "burst",
                              "carry",       "catalyze",      "cease",       "circulate",     "clarify",
                              "classify",    "cleave",        "co-occur",    "coexist",       "coincide",
                              "colocalize",  "combine",       "come",        "compare",       "compensate",
                              "compete",     "comprise",      "conclude",    "confer",        "confirm",
                              "conserve",    "consist",       "constitute",  "consume",       "contain",
                              "continue",    "contribute",    "converge",    "cooperate",     "cope",
                              "correlate",   "correspond",    "corroborate", "create",        "cure",
                              "deactivate",  "decide",        "declare",     "define",        "degrade",
                              "deliver",     "demonstrate",   "denote",      "deny",          "depend",
                              "depict",      "deplete",       "deregulate",  "derive",        "describe",
                              "deserve",     "destroy",       "detect",      "deteriorate",   "determine",
                              "develop",     "die",           "differ",      "differentiate", "diminish",
                              "disagree",    "disappear",     "discover",    "disrupt",       "dissolve",
                              "distinguish", "divide",        "dominate",    "downregulate",  "eat",
                              "elevate",     "elicit",        "eliminate",   "emerge",        "emphasize",
                              "enable",      "encode",        "encourage",   "endure",        "enforce",
                              "engage",      "enhance",       "enrich",      "ensure",        "entail",
                              "enter",       "envision",      "establish",   "evaluate",      "evolve",
                              "exacerbate",  "examine",       "exceed",      "exclude",       "exert",
                              "exhibit",     "exist",         "expand",      "expect",        "expire",
                              "explain",     "explore",       "expose",      "extend",        "facilitate",
                              "fail",        "fulfil",        "gather",      "generate",      "give",
                              "go",          "grow",          "happen",      "hear",          "hinder",
                              "hold",        "hypothesize",   "identify",    "ignore",        "illustrate",
                              "impair",      "impede",        "imply",       "impose",        "improve",
                              "inactivate",  "include",       "incorporate", "incur",         "indicate",
                              "induce",      "infect",        "inform",      "inherit",       "inhibit",
                              "initiate",    "inspire",       "integrate",   "intensify",     "interact",
                              "interfere",   "introduce",     "invade",      "invest",        "investigate",
                              "involve",     "justify",       "keep",        "kill",          "know",
                              "learn",       "lengthen",      "lessen",      "let",           "lie",
                              "localize",    "lose",          "maintain",    "make",          "matter",
                              "mediate",     "metabolize",    "migrate",     "minimize",      "mitigate",
                              "modify",      "modulate",      "negate",      "nourish",       "observe",
                              "obtain",      "occur",         "offer",       "oppose",        "originate",
                              "outnumber",   "outperform",    "outweigh",    "overcome",      "overestimate",
                              "overlap",     "owe",           "participate", "penetrate",     "perceive",
                              "perform",     "persist",       "pertain",     "phosphorylate", "portray",
                              "possess",     "precede",       "predict",     "predispose",    "prefer",
                              "prescribe",   "preserve",      "prevail",     "prevent",       "proceed",
                              "prohibit",    "proliferate",   "prolong",     "promote",       "propose",
                              "protect",     "prove",         "provide",     "provoke",       "pursue",
                              "react",       "realize",       "rebuild",     "receive",       "recognize",
                              "recommend",   "recover",       "recruit",     "reduce",        "refer",
                              "reflect",     "regulate",      "reinforce",   "reject",        "relate",
                              "relieve",     "rely",          "remain",      "remember",      "remove",
                              "render",      "replicate",     "represent",   "repress",       "require",
                              "rescue",      "resemble",      "resist",      "resolve",       "respond",
                              "restore",     "restrict",      "retain",      "reveal",        "revert",
                              "sacrifice",   "satisfy",       "save",        "say",           "scavenge",
                              "secrete",     "see",           "seek",        "seem",          "sell",
                              "send",        "sequester",     "serve",       "shorten",       "show",
                              "shrink",      "sit",           "speak",       "specify",       "spend",
                              "starve",      "stay",          "steal",       "stimulate",     "strengthen",
                              "struggle",    "succeed",       "suffer",      "suggest",       "suppress",
                              "surround",    "survive",       "sustain",     "swallow",       "swap",
                              "swim",        "synthesize",    "take",        "teach",         "tell",
                              "tend",        "terminate",     "think",       "thrive",        "tighten",
                              "tolerate",    "translate",     "transmit",    "traverse",      "treat",
                              "uncover",     "underestimate", "undergo",     "underlie",      "undermine",
                              "understand",  "unfold",        "upregulate",  "utilize",       "validate",
                              "vanish",      "vary",          "verify",      "wait",          "warn",
                              "weaken",      "widen",         "withdraw",    "withstand",     "worsen",
                              "write"};
  return set;
}

/// Verbs that are nouns as well.
const WordSet& noun_verbs() {
  static const WordSet set = {
      "account",    "act",      "age",       "aid",       "aim",      "alarm",   "anchor",   "answer",
      "attack",     "attempt",  "average",   "balance",   "bear",     "beat",    "benefit",  "blame",
      "block",      "boost",    "break",     "bridge",    "build",    "burn",    "call",     "capture",
      "cause",      "center",   "centre",    "challenge", "change",   "charge",  "check",    "claim",
      "climb",      "color",    "colour",    "combat",    "concern",  "conduct", "contact",  "contrast",
      "control",    "cost",     "cover",     "cross",     "crowd",    "cut",     "cycle",    "damage",
      "debate",     "decline",  "decrease",  "delay",     "demand",   "design",  "desire",   "display",
      "dispute",    "document", "double",    "doubt",     "drain",    "drift",   "drink",    "drive",
      "drop",       "dwarf",    "echo",      "effect",    "end",      "escape",  "estimate", "exercise",
      "experience", "express",  "fall",      "favor",     "favour",   "feature", "feed",     "feel",
      "fight",      "find",     "fit",       "flood",     "flow",     "focus",   "follow",   "form",
      "fragment",   "fuel",     "function",  "gain",      "ground",   "guide",   "halt",     "harbor",
      "harbour",    "harm",     "help",      "highlight", "hit",      "hope",    "host",     "hurt",
      "impact",     "increase", "influence", "interest",  "jump",     "label",   "lack",     "last",
      "lead",       "level",    "limit",     "link",      "list",     "live",    "look",     "lower",
      "mark",       "mask",     "match",     "mature",    "mean",     "measure", "mirror",   "miss",
      "mix",        "model",    "move",      "need",      "note",     "open",    "order",    "outline",
      "own",        "peak",     "permit",    "place",     "plan",     "play",    "point",    "pose",
      "prey",       "process",  "produce",   "profit",    "progress", "promise", "prompt",   "question",
      "raise",      "range",    "rank",      "rate",      "reach",    "regret",  "relapse",  "release",
      "report",     "rest",     "result",    "return",    "reverse",  "reward",  "rise",     "risk",
      "rival",      "root",     "rule",      "run",       "sample",   "score",   "secure",   "sense",
      "separate",   "shape",    "share",     "shed",      "shelter",  "shift",   "shock",    "signal",
      "sleep",      "slow",     "smell",     "smoke",     "speed",    "spike",   "spread",   "stain",
      "stand",      "start",    "state",     "stem",      "stop",     "stress",  "strike",   "study",
      "supply",     "support",  "surge",     "surprise",  "survey",   "swing",   "target",   "taste",
      "test",       "total",    "touch",     "trace",     "trade",    "train",   "transfer", "trigger",
      "trust",      "try",      "turn",      "undergo",   "use",      "value",   "view",     "vote",
      "wake",       "want",     "waste",     "watch",     "wear",     "weigh",   "wonder",   "work",
      "worry",      "yield"};
  return set;
}

/// "carries" to "carry", "reaches" to "reach", "binds" to "bind"; both readings of "-es" are tried.
bool has_base(std::string_view word, const WordSet& bases) {
  if (word.size() < 4 || !word.ends_with('s')) return false;
  if (word.ends_with("ies") && bases.contains(std::string(word.substr(0, word.size() - 3)) + "y"))
    return true;
  return bases.contains(word.substr(0, word.size() - 1)) ||
         (word.ends_with("es") && bases.contains(word.substr(0, word.size() - 2)));
}

}  // namespace

bool is_verb_prefix(std::string_view word) {
  return text::one_of(word, {"up", "down", "co", "re", "over", "under", "cross", "out", "self"});
}

VerbForm verb_form(std::string_view word) {
  if (const size_t hyphen = word.find('-'); hyphen != std::string_view::npos)
    return is_verb_prefix(word.substr(0, hyphen)) ? verb_form(word.substr(hyphen + 1)) : VerbForm::none;
  if (irregular_forms().contains(word)) return VerbForm::always;
  if (noun_verbs().contains(word)) return VerbForm::singular_noun;
  if (has_base(word, noun_verbs())) return VerbForm::plural_noun;
  if (plain_verbs().contains(word) || has_base(word, plain_verbs())) return VerbForm::always;
  return VerbForm::none;
}

bool is_plain_verb(std::string_view word) {
  return plain_verbs().contains(word);
}

}  // namespace evident::extract
