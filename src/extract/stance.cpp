// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <string>
#include <tuple>

#include "extract/extract.hpp"
#include "extract/topic.hpp"
#include "text/normal.hpp"

namespace evident::extract {
namespace {

using Words = std::vector<std::string>;

/// Share of the topic below which two sentences are not held against each other.
constexpr double least_shared = 0.5;

bool starts_with_any(const std::string& word, std::initializer_list<std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return word.starts_with(start); });
}

/// Says by itself that something works.
bool asserts_success(const std::string& word) {
  return starts_with_any(word, {"effective", "efficac", "benefi", "superior", "improv", "maintain", "achiev",
                                "promot", "success", "prevent", "useful", "helpful", "relieve", "alleviat",
                                "sustain", "aid", "helps", "facilitat"});
}
bool asserts_failure(const std::string& word) {
  return starts_with_any(word,
                         {"ineffect", "inefficac", "useless", "worsen", "futil", "inferior", "harmful"});
}
/// Says that something went down or up; what it was decides whether that is good.
bool goes_down(const std::string& word) {
  return starts_with_any(word, {"reduc", "decreas", "suppress", "lower", "inhibit", "diminish", "attenuat",
                                "lessen", "abolish"});
}
bool goes_up(const std::string& word) {
  return starts_with_any(word, {"increas", "higher", "greater", "longer", "prolong", "more", "rise"});
}
bool wanted_outcome(const std::string& word) {
  return starts_with_any(
      word, {"abstin", "abstain", "surviv", "remission", "recover", "function", "quality", "adherence",
             "cure", "cumulative", "response", "responder", "percentage", "proportion"});
}
bool unwanted_outcome(const std::string& word) {
  return starts_with_any(word,
                         {"crav",        "relaps",  "drink",      "alcohol", "pain",    "spas",    "mortal",
                          "death",       "symptom", "withdrawal", "anxiety", "depress", "seizure", "dropout",
                          "reflux",      "consum",  "intake",     "addict",  "depend",  "risk",    "inciden",
                          "temperature", "rise",    "hypertherm", "cocaine", "abuse"});
}
bool negates(const std::string& word) {
  static const std::set<std::string> words = {"no",      "not",    "neither", "nor",    "never", "without",
                                              "failed",  "fails",  "fail",    "cannot", "lack",  "lacked",
                                              "lacking", "didn",   "doesn",   "isn",    "wasn",  "weren",
                                              "hardly",  "little", "neither", "none"};
  return words.count(word) > 0;
}

/// True for parts of a sentence on harm, which say nothing of whether a treatment works.
bool about_harm(const std::string& folded) {
  for (std::string_view cue :
       {"side effect", "adverse", "tolerab", "tolerated", "safety", "safe ", "toxicity", "hepatotox"})
    if (folded.find(cue) != std::string::npos) return true;
  return false;
}
/// "we cannot exclude the possibility that ...", "further trials are needed": nothing is asserted.
bool asserts_nothing(const std::string& folded) {
  for (std::string_view cue :
       {"cannot exclude",  "can not exclude",  "cannot rule out", "possibility", "further trials",
        "further studies", "further research", "remains unclear", "is unknown",  "whether",
        "aim of",          "was to assess",    "might be",        "could be",    "may be",
        "more research",   "are needed",       "are required",    "is needed",   "should be"})
    if (folded.find(cue) != std::string::npos) return true;
  // "it is a myth that ...", "critics deny that ...": what follows is told, not held.
  for (std::string_view cue :
       {"false that", "untrue",      "wrong that",   "incorrect", "myth",     "misconception",
        "deny",       "denie",       "doubt",        "dispute",   "disbelie", "contrary to",
        "reject the", "rejects the", "rejected the", "refut",     "disprov",  "debunk",
        "nobody",     "no one ",     "rarely",       "seldom"})
    if (folded.find(cue) != std::string::npos) return true;
  return false;
}

/// The parts of a sentence that negation does not reach across.
std::vector<std::string> clauses(std::string_view sentence) {
  std::vector<std::string> parts;
  std::string current;
  auto close = [&] {
    if (std::string folded = text::fold(current); !folded.empty()) parts.push_back(std::move(folded));
    current.clear();
  };
  for (size_t at = 0; at < sentence.size(); ++at) {
    if (sentence[at] == ';') {
      close();
      continue;
    }
    bool joined = false;
    for (std::string_view joint : {", but ", " although ", ", although ", ", while ", " whereas ",
                                   ", however", ", and no ", " but "}) {
      if (sentence.substr(at, joint.size()) != joint) continue;
      close();
      // The negation belongs to what follows.
      if (joint == ", and no ") current = "no ";
      at += joint.size() - 1;
      joined = true;
      break;
    }
    if (!joined) current += sentence[at];
  }
  close();
  return parts;
}

struct Polarity {
  int positive = 0;
  int negative = 0;
  std::vector<std::string> cues;
  int sign() const { return positive > 0 && negative == 0 ? 1 : negative > 0 && positive == 0 ? -1 : 0; }
};

std::string joined(const Words& words, size_t from, size_t to) {
  std::string text;
  for (size_t at = from; at <= to && at < words.size(); ++at) text += (text.empty() ? "" : " ") + words[at];
  return text;
}

/// What the words after a change went up or down: 1 wanted, -1 unwanted, 0 not told.
int outcome_after(const Words& words, size_t at) {
  for (size_t next = at + 1; next < words.size() && next <= at + 6; ++next) {
    if (wanted_outcome(words[next])) return 1;
    if (unwanted_outcome(words[next])) {
      // "alcohol abstinence", "drinking cessation": the head of the phrase decides.
      if (next + 1 < words.size() && wanted_outcome(words[next + 1])) return 1;
      return -1;
    }
  }
  for (size_t back = 1; back <= 4 && back <= at; ++back) {
    if (wanted_outcome(words[at - back])) return 1;
    if (unwanted_outcome(words[at - back])) return -1;
  }
  return 0;
}

/// What is promoted or kept up: "promoting alcohol drinking" is no success.
bool sustains_unwanted(const Words& words, size_t at) {
  if (!starts_with_any(words[at], {"promot", "maintain", "sustain", "achiev"})) return false;
  bool unwanted = false;
  // The last word of the object that names an outcome decides: "alcohol abstinence".
  for (size_t next = at + 1; next < words.size() && !text::is_stop_word(words[next]); ++next)
    if (wanted_outcome(words[next]) || unwanted_outcome(words[next]))
      unwanted = unwanted_outcome(words[next]);
  return unwanted;
}

Polarity polarity(std::string_view sentence) {
  Polarity found;
  for (const std::string& clause : clauses(sentence)) {
    if (asserts_nothing(clause)) continue;
    const bool harm = about_harm(clause);
    Words words = text::fold_words(clause);
    for (size_t at = 0; at < words.size(); ++at) {
      const std::string& word = words[at];
      // "effective and safe" asserts both; any other change beside harm may be one of the harm.
      if (harm && !starts_with_any(word, {"effective", "efficacious", "ineffect"})) continue;
      int sign = 0;
      // "effect", "difference", "evidence" and the like speak only where they are negated.
      bool bare =
          starts_with_any(word, {"effect", "differ", "evidence", "advantage"}) && !asserts_success(word);
      if (asserts_success(word))
        sign = sustains_unwanted(words, at) ? -1 : 1;
      else if (asserts_failure(word))
        sign = -1;
      else if (goes_down(word))
        sign = -outcome_after(words, at);
      else if (goes_up(word))
        sign = outcome_after(words, at);
      if (word == "effective" && at > 0 && words[at - 1] == "less") sign = -1;
      if (word == "free" && at + 1 < words.size() && words[at + 1] == "of") sign = 1;
      if (sign == 0 && !bare) continue;
      // "prevents the beneficial effects", "inhibited the improvement": the two words are one, and what it
      // says is unclear.
      if (asserts_success(word) && at > 0) {
        size_t back = at >= 2 && text::is_stop_word(words[at - 1]) ? at - 2 : at - 1;
        if (words[back].starts_with("prevent") || goes_down(words[back])) {
          ++found.positive;
          ++found.negative;
          continue;
        }
      }
      size_t from = at;
      for (size_t back = 1; back <= 10 && back <= at && from == at; ++back)
        if (negates(words[at - back])) from = at - back;
      bool negated = from != at;
      // "not only effective" is no negation.
      if (negated && from + 1 < words.size() && (words[from + 1] == "only" || words[from + 1] == "just"))
        negated = false;
      if (bare && !negated) continue;
      int result = bare ? -1 : negated ? -sign : sign;
      // That a failure is negated ("did not worsen") is no success.
      if (negated && sign < 0) continue;
      (result > 0 ? found.positive : found.negative) += 1;
      found.cues.push_back(negated ? joined(words, from, at) : word);
    }
  }
  return found;
}

/// That something went down or up, or was tolerated, whether that is good or not: "reduces jet lag".
struct Change {
  std::string what;  ///< stem
  bool down = false;
  bool negated = false;
};

std::vector<Change> changes(std::string_view sentence) {
  std::vector<Change> found;
  for (const std::string& clause : clauses(sentence)) {
    if (asserts_nothing(clause)) continue;
    const Words words = text::fold_words(clause);
    for (size_t at = 0; at < words.size(); ++at) {
      Change change;
      change.down = goes_down(words[at]) || starts_with_any(words[at], {"prevent", "relieve", "alleviat"});
      if (words[at] == "tolerated")
        change.what = words[at];
      else if (change.down || starts_with_any(words[at], {"increas", "prolong"}))
        for (size_t next = at + 1; next < words.size() && !text::is_stop_word(words[next]); ++next)
          for (std::string& topic : topic_words(words[next])) change.what = std::move(topic);
      if (change.what.empty()) continue;
      for (size_t back = 1; back <= 6 && back <= at && words[at - back] != "and"; ++back)
        change.negated = change.negated || negates(words[at - back]) || words[at - back] == "poorly";
      found.push_back(std::move(change));
    }
  }
  return found;
}

/// 1 where both say the same of one thing, -1 where they contradict each other, 0 where neither is plain.
int agreement(const std::vector<Change>& claimed, const std::vector<Change>& found) {
  int agree = 0, contradict = 0;
  for (const Change& one : claimed)
    for (const Change& other : found) {
      if (one.what != other.what) continue;
      if (one.down == other.down)
        ++(one.negated == other.negated ? agree : contradict);
      else if (!one.negated && !other.negated)
        ++contradict;
    }
  return agree > 0 && contradict == 0 ? 1 : contradict > 0 && agree == 0 ? -1 : 0;
}

/// Words of one field that name the same outcome, so that "relapse" speaks of "alcohol dependence".
std::string field_of(const std::string& stemmed) {
  struct Field {
    std::string_view name;
    std::initializer_list<std::string_view> starts;
  };
  static const std::array<Field, 9> fields = {{
      {"addiction",
       {"alcohol", "drink", "abstin", "abstain", "relaps", "crav", "depend", "addict", "withdraw", "sobriety",
        "substance"}},
      {"spasticity", {"spas", "rigid"}},
      {"pain", {"pain", "analges", "migrain", "headach"}},
      {"mood", {"depress", "mood", "anxi"}},
      {"pressure", {"hypertens", "pressure"}},
      {"death", {"mortal", "death", "surviv"}},
      {"reflux", {"reflux", "heartburn"}},
      {"seizure", {"seizur", "epilep", "convuls"}},
      {"tumour", {"cancer", "tumor", "tumour", "carcinom", "neoplas"}},
  }};
  for (const Field& field : fields)
    if (starts_with_any(stemmed, field.starts)) return std::string(field.name);
  return "";
}

/// Topic words with the words of polarity left out: those are not what the sentence is about.
std::set<std::string> subject_words(std::string_view sentence) {
  std::set<std::string> subjects;
  for (const std::string& word : text::fold_words(sentence)) {
    bool polar = asserts_success(word) || asserts_failure(word) || goes_down(word) || goes_up(word) ||
                 negates(word) || starts_with_any(word, {"differ", "either", "evidence", "suppress"});
    if (!polar)
      for (std::string& stemmed : topic_words(word)) subjects.insert(std::move(stemmed));
  }
  return subjects;
}

bool polar(const std::string& word) {
  return asserts_success(word) || asserts_failure(word) || goes_down(word) || goes_up(word) ||
         word.starts_with("effect");
}

/// The head of the first phrase in [from, to) that names a thing, or a group without treatment: "diazepam" of
/// "treatment with oral diazepam in cirrhosis". Fields of outcomes are none.
std::string phrase_head(const Words& words, size_t from, size_t to) {
  static const std::set<std::string> breaks = {
      "in",     "of",  "for",  "with", "on",  "to",  "by",   "from", "among", "at",  "than", "after",
      "during", "was", "were", "is",   "are", "has", "have", "who",  "which", "and", "or"};
  std::string head;
  for (size_t at = from; at < to; ++at) {
    const bool ends =
        breaks.count(words[at]) > 0 || std::isdigit(static_cast<unsigned char>(words[at].front())) != 0;
    if (ends && !head.empty()) break;
    if (words[at].starts_with("placebo")) head = words[at];
    for (std::string& topic : topic_words(words[at]))
      if (field_of(topic).empty() && !negates(words[at])) head = std::move(topic);
  }
  return head;
}

/// What a claim says something of: it stands before the first word of polarity ("diazepam is effective"), or
/// after it ("no effect of diazepam", "craving was reduced by diazepam"). Empty where none is seen.
std::string subject_of(std::string_view claim) {
  // "In patients with cirrhosis, ...": an opening says where, not what.
  if (const size_t comma = claim.find(", "); comma != std::string_view::npos) {
    const Words opening = text::fold_words(claim.substr(0, comma));
    if (!opening.empty() && text::is_stop_word(opening.front())) {
      const Words rest = text::fold_words(claim.substr(comma));
      if (std::any_of(rest.begin(), rest.end(), polar)) claim.remove_prefix(comma);
    }
  }
  const Words words = text::fold_words(claim);
  const auto cue = static_cast<size_t>(std::find_if(words.begin(), words.end(), polar) - words.begin());
  size_t from = 0;
  // "a trial in Rome found that ...": who tells it is not what it is told of.
  for (size_t at = 0; at < cue; ++at)
    if (words[at] == "that" ||
        starts_with_any(words[at], {"found", "show", "report", "demonstrat", "conclud"}))
      from = at + 1;
  // "abstinence in cirrhosis was promoted by diazepam": what acts stands after the word.
  const bool passive =
      cue + 2 < words.size() && words[cue + 1] == "by" && !topic_words(words[cue + 2]).empty();
  if (std::string head = phrase_head(words, from, cue); !head.empty() && !passive) return head;
  for (size_t at = cue + 1; at < words.size(); ++at)
    if (words[at] == "of" || words[at] == "by" || words[at] == "with")
      return phrase_head(words, at + 1, words.size());
  return "";
}

/// The finding, or the title of its record, names what the claim is about.
bool names_subject(std::string_view claim, std::string_view finding, std::string_view title) {
  const std::string subject = subject_of(claim);
  if (subject.empty()) return true;
  const auto in = [&](std::string_view text) {
    const Words topics = topic_words(text);
    return std::find(topics.begin(), topics.end(), subject) != topics.end();
  };
  return in(finding) || in(title);
}

/// The shares that a claim tells stand in the finding, in that order: else groups may be confused.
bool tells_same_shares(std::string_view claim, std::string_view finding) {
  using model::QuantityKind;
  const auto figures = quantities(finding);
  auto next = figures.begin();
  for (const model::Quantity& told : quantities(claim)) {
    if (told.kind != QuantityKind::fraction && told.kind != QuantityKind::percentage) continue;
    next = std::find_if(next, figures.end(),
                        [&](const model::Quantity& known) { return known.value == told.value; });
    if (next == figures.end()) return false;
    ++next;
  }
  return true;
}

/// The figures of a result, in order of print. Sizes, doses and times say who was studied, not what came out.
std::vector<double> result_figures(std::string_view text) {
  using model::QuantityKind;
  std::vector<double> figures;
  for (const model::Quantity& quantity : quantities(text)) {
    if (quantity.kind == QuantityKind::sample_size || quantity.kind == QuantityKind::dose ||
        quantity.kind == QuantityKind::duration || quantity.kind == QuantityKind::frequency)
      continue;
    figures.push_back(quantity.value);
    if (quantity.of != 0) figures.push_back(quantity.of);
  }
  return figures;
}

/// How many figures of the claim the finding has, one after the other.
size_t figures_told(const std::vector<double>& claimed, const std::vector<double>& found) {
  size_t told = 0;
  auto next = found.begin();
  for (const double figure : claimed) {
    const auto at = std::find(next, found.end(), figure);
    if (at == found.end()) continue;
    ++told;
    next = at + 1;
  }
  return told;
}

constexpr size_t telling_figures = 2;  // one may be the same by chance

/// Who tells the very figures of a finding says what it says, whether good or bad.
bool tells_its_figures(std::string_view claim, std::string_view finding) {
  const std::vector<double> figures = result_figures(claim);
  return figures.size() >= telling_figures &&
         figures_told(figures, result_figures(finding)) == figures.size() &&
         agreement(changes(claim), changes(finding)) >= 0;
}

}  // namespace

StanceResult stance(std::string_view claim, std::string_view finding, std::string_view title) {
  StanceResult result;
  std::set<std::string> claimed = subject_words(claim), found = subject_words(finding);
  std::set<std::string> claimed_fields, found_fields;
  for (const std::string& word : claimed) claimed_fields.insert(field_of(word));
  for (const std::string& word : found) found_fields.insert(field_of(word));
  int shared = 0, shared_plain = 0, shared_fields = 0;
  for (const std::string& word : claimed) {
    if (found.count(word) == 0) continue;
    ++shared;
    if (field_of(word).empty()) ++shared_plain;
    result.cues.push_back(word);
  }
  for (const std::string& field : claimed_fields)
    if (!field.empty() && found_fields.count(field) > 0) ++shared_fields;
  if (claimed.empty() || found.empty()) return {};
  // Both what was given and what it was given for must be shared; a claim on nothing but one thing needs that
  // thing alone.
  size_t smaller = std::min(claimed.size(), found.size());
  double overlap =
      std::min(1.0, (shared + 0.5 * shared_fields) / static_cast<double>(std::max<size_t>(smaller, 2)));
  bool intervention = shared_plain > 0;
  bool outcome = shared_plain > 1 || shared_fields > 0;
  bool whole_claim = claimed.size() == 1 && shared == 1;
  if (!(intervention && outcome) && !whole_claim) return {};
  result.score = whole_claim ? 0.5 : overlap;

  Polarity of_claim = polarity(claim), of_finding = polarity(finding);
  for (const std::string& cue : of_claim.cues) result.cues.push_back("claim: " + cue);
  for (const std::string& cue : of_finding.cues) result.cues.push_back("finding: " + cue);
  // "more effective than Y": which of the two came out ahead cannot be told by words alone, except against
  // nothing at all.
  const std::string folded = " " + text::fold(claim) + " ";
  const auto says = [&](std::string_view words) { return folded.find(words) != std::string::npos; };
  const bool compares =
      says(" than ") || says(" compared to ") || says(" compared with ") || says(" versus ");
  // Where little is shared, that one went up and the other too may be of two things; "significant enough to
  // reduce damage" goes on from what was found to what was not.
  if ((compares && !says(" placebo ")) || says(" enough to ") || result.score < least_shared ||
      !names_subject(claim, finding, title)) {
    result.stance = Stance::neutral;
    return result;
  }
  int sign = of_claim.sign() * of_finding.sign();
  // A claim that says of nothing whether it is good still says what went down or up.
  if (of_claim.positive == 0 && of_claim.negative == 0) sign = agreement(changes(claim), changes(finding));
  if (sign > 0 && !tells_same_shares(claim, finding)) sign = 0;
  if (sign == 0 && tells_its_figures(claim, finding)) sign = 1;
  result.stance = sign > 0 ? Stance::supports : sign < 0 ? Stance::disputes : Stance::neutral;
  return result;
}

BestFinding best_finding(std::string_view claim, const std::vector<model::Finding>& findings,
                         std::string_view title) {
  BestFinding best;
  std::tuple<bool, bool, double> best_rank;
  const std::vector<double> figures = result_figures(claim);
  for (const auto& finding : findings) {
    StanceResult answer = stance(claim, finding.text, title);
    if (answer.stance == Stance::unknown) continue;
    // The same figures tell which finding is meant, more than that it answers clearly.
    const bool same_figures = figures.size() >= telling_figures &&
                              figures_told(figures, result_figures(finding.text)) >= telling_figures;
    const std::tuple rank{same_figures, answer.stance != Stance::neutral, answer.score};
    if (best.finding != nullptr && rank <= best_rank) continue;
    best = {&finding, std::move(answer)};
    best_rank = rank;
  }
  return best;
}

std::string_view to_string(Stance stance) {
  switch (stance) {
    case Stance::neutral:
      return "neutral";
    case Stance::supports:
      return "supports";
    case Stance::disputes:
      return "disputes";
    case Stance::unknown:
      break;
  }
  return "unknown";
}

}  // namespace evident::extract
