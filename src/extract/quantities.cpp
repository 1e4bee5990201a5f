// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>

#include "extract/extract.hpp"
#include "extract/figure_tokens.hpp"
#include "text/normal.hpp"
#include "text/one_of.hpp"

namespace evident::extract {
namespace {

using text::one_of;

using model::Quantity;
using model::QuantityKind;
using Kind = FigureToken::Kind;

/// Days of a unit of time, 0 where the word is none. Months and years are those that trials count in.
double days_of(std::string_view word) {
  if (word == "day" || word == "days") return 1;
  if (word == "week" || word == "weeks" || word == "wk" || word == "wks") return 7;
  if (word == "month" || word == "months") return 30;
  if (word == "year" || word == "years") return 365;
  return 0;
}

/// The noun in the singular where it names those who are counted in a study; "" otherwise.
std::string counted_noun(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 36> nouns = {{
      {"patients", "patient"},
      {"patient", "patient"},
      {"participants", "participant"},
      {"participant", "participant"},
      {"subjects", "subject"},
      {"subject", "subject"},
      {"volunteers", "volunteer"},
      {"individuals", "individual"},
      {"people", "person"},
      {"persons", "person"},
      {"men", "man"},
      {"women", "woman"},
      {"children", "child"},
      {"adults", "adult"},
      {"adolescents", "adolescent"},
      {"infants", "infant"},
      {"neonates", "neonate"},
      {"rats", "rat"},
      {"mice", "mouse"},
      {"cases", "case"},
      {"outpatients", "patient"},
      {"inpatients", "patient"},
      {"drinkers", "drinker"},
      {"alcoholics", "alcoholic"},
      {"smokers", "smoker"},
      {"veterans", "veteran"},
      {"students", "student"},
      {"nurses", "nurse"},
      {"physicians", "physician"},
      {"survivors", "survivor"},
      {"monkeys", "monkey"},
      {"animals", "animal"},
      {"respondents", "respondent"},
      {"users", "user"},
      {"controls", "control"},
      {"females", "woman"},
  }};
  for (const auto& [plural, singular] : nouns)
    if (plural == word) return std::string(singular);
  return "";
}

struct DoseUnit {
  std::string_view unit;
  double factor;
};
std::optional<DoseUnit> dose_unit(std::string_view word) {
  if (word == "mg" || word == "milligram" || word == "milligrams") return DoseUnit{"mg", 1};
  if (word == "g" || word == "gram" || word == "grams") return DoseUnit{"mg", 1000};
  if (word == "mcg" || word == "ug" || word == "microgram" || word == "micrograms")
    return DoseUnit{"mg", 0.001};
  if (word == "iu" || word == "units") return DoseUnit{"iu", 1};
  return std::nullopt;
}

/// Reads the figures of one text, left to right.
class FigureReader {
 public:
  explicit FigureReader(std::string_view text) : m_text(text), m_tokens(figure_tokens(text)) {}

  std::vector<Quantity> read() {
    for (m_at = 0; m_at < m_tokens.size();) {
      if (!read_frequency() && !(m_tokens[m_at].kind == Kind::number && read_number())) ++m_at;
    }
    return std::move(m_found);
  }

 private:
  const FigureToken& token(size_t index) const {
    static const FigureToken none;
    return index < m_tokens.size() ? m_tokens[index] : none;
  }
  std::string_view word(size_t index) const { return token(index).text; }
  /// The word `back` places before the current one; "" before the start.
  std::string_view before(size_t back) const { return m_at >= back ? word(m_at - back) : std::string_view(); }
  bool number(size_t index) const { return token(index).kind == Kind::number; }
  bool spelt_word(size_t index) const { return token(index).kind == Kind::word; }

  /// Adds tokens [m_at, last] as one quantity and goes on after them.
  bool take(QuantityKind kind, double value, std::string unit, size_t last, double of = 0) {
    Quantity quantity;
    quantity.kind = kind;
    quantity.value = value;
    quantity.of = of;
    quantity.unit = std::move(unit);
    quantity.span = {token(m_at).start, token(last).end};
    quantity.printed = std::string(m_text.substr(quantity.span.start, quantity.span.size()));
    m_found.push_back(std::move(quantity));
    m_at = last + 1;
    return true;
  }

  /// "three times a day", "twice daily", "once a week".
  bool read_frequency() {
    double times = 0;
    size_t next = m_at + 1;
    if (word(m_at) == "once")
      times = 1;
    else if (word(m_at) == "twice")
      times = 2;
    else if (word(m_at) == "thrice")
      times = 3;
    else if (number(m_at) && word(m_at + 1) == "times")
      times = token(m_at).value, next = m_at + 2;
    if (times <= 0) return false;
    if (word(next) == "daily") return take(QuantityKind::frequency, times, "day", next);
    if (one_of(word(next), {"a", "per", "each", "every", "/"})) {
      double days = days_of(word(next + 1));
      if (days > 0) return take(QuantityKind::frequency, times / days, "day", next + 1);
    }
    return false;
  }

  /// The words before the figure name one of these, with no more than a sign or a verb between.
  bool after(std::initializer_list<std::string_view> names) const {
    for (size_t back = 1; back <= 5 && back <= m_at; ++back) {
      std::string_view earlier = before(back);
      if (one_of(earlier, names)) return true;
      if (!one_of(earlier, {"=", ":", "(", "[", ",", "<", ">", "was", "of", "is", "to", "%", "95"}))
        return false;
    }
    return false;
  }

  bool skip() const {
    const FigureToken& current = token(m_at);
    if (current.attached) return true;
    // Citation markers: "[11]", "[5-8]".
    if (before(1) == "[" && !current.decimal &&
        (word(m_at + 1) == "]" || (number(m_at + 2) && word(m_at + 3) == "]")))
      return true;
    // "ml/min/1.73 m2": part of a unit.
    if (before(1) == "/" && m_at >= 2 && token(m_at - 2).kind == Kind::word && current.decimal) return true;
    return one_of(before(1), {"pmid", "$", "chapter", "table", "figure", "fig"});
  }

  bool read_number() {
    if (skip()) return false;
    const FigureToken current = token(m_at);
    if (one_of(before(1), {"=", "<", ">"}) && one_of(before(2), {"p"}))
      return take(QuantityKind::p_value, current.value, "", m_at);
    // "n = 2, 3" numbers the members of a formula; "n = 31, 30 mg" tells a dose.
    const bool listed = word(m_at + 1) == "," && number(m_at + 2) &&
                        one_of(word(m_at + 3), {",", ")", "]", ".", ";", "and", "or", ""});
    if (one_of(before(1), {"=", ":"}) && before(2) == "n" && !listed)
      return take(QuantityKind::sample_size, current.value, "", m_at);
    if (!current.spelt && (read_fraction() || read_interval())) return true;
    if (word(m_at + 1) == "%") return take(QuantityKind::percentage, current.value, "%", m_at + 1);
    if (one_of(word(m_at + 1), {"percent", "percentage"}))
      return take(QuantityKind::percentage, current.value, "%", m_at + 1);
    if (word(m_at + 1) == "per" && word(m_at + 2) == "cent")
      return take(QuantityKind::percentage, current.value, "%", m_at + 2);
    bool ratio = after({"or", "hr", "rr"}) && current.decimal;
    if ((ratio || after({"ratio", "risk"})) && !current.spelt && days_of(word(m_at + 1)) == 0)
      return take(QuantityKind::ratio, current.value, "", m_at);
    if (read_dose() || read_time() || read_count() || read_mean()) return true;
    if (current.spelt) return false;
    if (is_year()) return false;
    return take(QuantityKind::other, current.value, plain_unit(m_at + 1), m_at);
  }

  /// The word after a figure that no rule knows: "14 drinks" is kept as "drink".
  std::string plain_unit(size_t index) const {
    std::string unit(spelt_word(index) ? word(index) : "");
    if (unit.size() < 4 || unit.back() != 's' || unit.ends_with("ss")) return unit.size() < 4 ? "" : unit;
    unit.pop_back();
    return unit;
  }

  bool read_fraction() {
    const FigureToken& current = token(m_at);
    if (current.decimal) return false;
    size_t second = 0;
    if (word(m_at + 1) == "/" && number(m_at + 2)) second = m_at + 2;
    if (word(m_at + 1) == "of" && number(m_at + 2)) second = m_at + 2;
    if (word(m_at + 1) == "of" && word(m_at + 2) == "the" && number(m_at + 3)) second = m_at + 3;
    if (word(m_at + 1) == "out" && word(m_at + 2) == "of" && number(m_at + 3)) second = m_at + 3;
    if (second == 0 || token(second).spelt || token(second).decimal || word(second + 1) == "/") return false;
    double of = token(second).value;
    if (of <= 0 || current.value > of || of >= 1900) return false;
    return take(QuantityKind::fraction, current.value, "", second, of);
  }

  bool read_interval() {
    if (!number(m_at + 2) || !one_of(word(m_at + 1), {"-", "to", ","})) return false;
    if (!after({"ci", "interval", "confidence"})) return false;
    return take(QuantityKind::interval, token(m_at).value, "", m_at + 2, token(m_at + 2).value);
  }

  bool read_dose() {
    size_t unit_at = m_at + 1;
    if (word(unit_at) == "-") ++unit_at;
    std::optional<DoseUnit> unit = dose_unit(word(unit_at));
    if (!unit) return false;
    double value = token(m_at).value * unit->factor;
    std::string name(unit->unit);
    size_t last = unit_at;
    auto slash = [&](size_t index) { return one_of(word(index), {"/", "per", "a", "each"}); };
    if (slash(last + 1) && one_of(word(last + 2), {"kg", "ml", "l", "dl"})) {
      bool body = word(last + 2) == "kg";
      name += "/" + std::string(word(last + 2));
      last += 2;
      if (!body) return take(QuantityKind::mean, value, name, last);
    }
    if (slash(last + 1) && one_of(word(last + 2), {"day", "d"}))
      name += "/day", last += 2;
    else if (word(last + 1) == "daily")
      name += "/day", last += 1;
    return take(QuantityKind::dose, value, name, last);
  }

  bool mean_context() const {
    for (size_t back = 1; back <= 14 && back <= m_at; ++back)
      if (one_of(before(back), {"mean", "average", "averaged", "median", "cumulative"})) return true;
    return false;
  }

  /// "aged 6 to 12 years", "ages 6-12 years", "6 to 12 years old", "age of 12 years": an age is no duration.
  bool is_age(size_t unit_at) const {
    if (word(unit_at + 1) == "old" || (word(unit_at + 1) == "of" && word(unit_at + 2) == "age") ||
        (word(unit_at + 1) == "-" && word(unit_at + 2) == "old"))
      return true;
    for (size_t back = 1; back <= 5 && back <= m_at; ++back) {
      if (one_of(before(back), {"aged", "age", "ages"})) return true;
      const bool joins =
          one_of(before(back), {"to", "-", "and", "or", "of", "from", "between", ":", "years"});
      if (!joins && !number(m_at - back)) return false;
    }
    return false;
  }

  bool read_time() {
    size_t unit_at = m_at + 1;
    if (word(unit_at) == "-") ++unit_at;
    double days = days_of(word(unit_at));
    // An age is kept in its own unit: "6 months".
    const auto take_age = [&](size_t unit, size_t last) {
      std::string name(word(unit));
      if (name.back() == 's') name.pop_back();
      return take(QuantityKind::other, token(m_at).value, name == "wk" ? "week" : name, last);
    };
    // "six weeks of titration and ten of high dose" is not understood; "2 to 4 weeks" gives the unit to both.
    if (days == 0 && one_of(word(m_at + 1), {"-", "to", "or"}) && number(m_at + 2) &&
        days_of(word(m_at + 3)) > 0) {
      if (is_age(m_at + 3)) return take_age(m_at + 3, m_at);
      return take(QuantityKind::duration, token(m_at).value * days_of(word(m_at + 3)), "day", m_at);
    }
    if (days == 0) return false;
    if (is_age(unit_at)) return take_age(unit_at, unit_at);
    double value = token(m_at).value * days;
    bool mean = token(m_at).decimal || mean_context();
    return take(mean ? QuantityKind::mean : QuantityKind::duration, value, "day", unit_at);
  }

  bool is_year() const {
    const FigureToken& current = token(m_at);
    return !current.decimal && !current.spelt && current.text.size() == 4 && current.value >= 1800 &&
           current.value < 2100;
  }

  /// "6 to 10", "6-10", "6 or 10", "between 6 and 10": neither is a number counted.
  bool in_range() const {
    const auto joins = [](std::string_view word) { return one_of(word, {"-", "to", "or"}); };
    if (joins(word(m_at + 1)) && number(m_at + 2)) return true;
    if (m_at < 2 || !number(m_at - 2)) return false;
    return joins(before(1)) || (before(1) == "and" && before(3) == "between");
  }

  /// "In 2007 baclofen helped patients"; "of 2007 patients" counts.
  bool is_date() const {
    return is_year() && counted_noun(word(m_at + 1)).empty() &&
           one_of(before(1), {"in", "since", "until", "from", "during", "of", "by"});
  }

  /// "84 trial participants", "148 patients", "84 were randomised": some words may stand before the noun, but
  /// none that is counted itself ("24 trials", "two control groups").
  bool read_count() {
    const FigureToken& current = token(m_at);
    if (current.decimal || current.value < 1 || in_range() || is_date()) return false;
    // "4.5 per 100,000 children", "at least one patient".
    if (one_of(before(1), {"per", "least"})) return false;
    bool only_auxiliaries = true;
    for (size_t ahead = 1; ahead <= 6; ++ahead) {
      if (std::string noun = counted_noun(word(m_at + ahead)); !noun.empty())
        return take(QuantityKind::sample_size, current.value, noun, m_at + ahead);
      bool hyphen = word(m_at + ahead) == "-";
      if (!spelt_word(m_at + ahead) && !hyphen) return false;
      if (one_of(word(m_at + ahead), {"of", "and", "in", "for", "to", "with", "on", "by", "at", "the", "a",
                                      "per", "more", "that", "which", "who"}))
        return false;
      if (one_of(word(m_at + ahead), {"trials", "studies", "groups", "rcts", "reports", "articles", "papers",
                                      "reviews", "arms", "centres", "centers", "hospitals", "countries"}))
        return false;
      // "84 were randomised to ..."; in "24 randomised trials" the word belongs to what follows.
      const bool goes_on = spelt_word(m_at + ahead + 1) && !text::is_stop_word(word(m_at + ahead + 1));
      if (only_auxiliaries && !goes_on && !is_year() &&
          one_of(word(m_at + ahead), {"referred", "screened", "enrolled", "randomised", "randomized",
                                      "recruited", "included", "allocated", "assigned"}))
        return take(QuantityKind::sample_size, current.value, "", m_at);
      only_auxiliaries = only_auxiliaries && one_of(word(m_at + ahead), {"were", "was", "had", "have", "been",
                                                                         "finally", "randomly"});
    }
    return false;
  }

  /// "41.3 (SE 2.2)", "17.9 (3.1) days", "5.4 mmol/l", "12 ± 3".
  bool read_mean() {
    const FigureToken& current = token(m_at);
    size_t after_spread = m_at + 1;
    bool spread = false;
    if (word(m_at + 1) == "(" && one_of(word(m_at + 2), {"se", "sd", "sem"})) {
      spread = true;
      while (after_spread < m_tokens.size() && word(after_spread) != ")") ++after_spread;
      ++after_spread;
    } else if (word(m_at + 1) == "(" && number(m_at + 2) && word(m_at + 3) == ")" && current.decimal) {
      spread = true;
      after_spread = m_at + 4;
    } else if (word(m_at + 1) == "~" && number(m_at + 2)) {
      spread = true;
      after_spread = m_at + 3;
    }
    double days = days_of(word(after_spread));
    if (spread || (current.decimal && days > 0)) {
      double value = current.value * (days > 0 ? days : 1);
      return take(QuantityKind::mean, value, days > 0 ? "day" : "", m_at);
    }
    if (current.decimal && one_of(word(m_at + 1), {"mmol", "kg", "cm", "mm", "points", "point", "drinks",
                                                   "hours", "ng", "ml"})) {
      std::string unit(word(m_at + 1));
      size_t last = m_at + 1;
      if (word(last + 1) == "/" && spelt_word(last + 2)) unit += "/" + std::string(word(last + 2)), last += 2;
      return take(QuantityKind::mean, current.value, unit, last);
    }
    if (current.decimal && mean_context()) return take(QuantityKind::mean, current.value, "", m_at);
    return false;
  }

  std::string_view m_text;
  std::vector<FigureToken> m_tokens;
  size_t m_at = 0;
  std::vector<Quantity> m_found;
};

}  // namespace

std::vector<model::Quantity> quantities(std::string_view text) {
  return FigureReader(text).read();
}

}  // namespace evident::extract
