// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/parsing/features.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/hash.hpp"

namespace evident::extract::parsing {

namespace {

/// FNV-1a of the parts, a name before each.
class Hash {
 public:
  explicit Hash(std::string_view name) { add(name); }
  Hash& add(std::string_view part) {
    m_value = fnv1a("\xFF", fnv1a(part, m_value));  // parts do not run into each other
    return *this;
  }
  operator uint32_t() const { return static_cast<uint32_t>(m_value ^ (m_value >> 32U)); }

 private:
  uint64_t m_value = fnv1a("");
};

bool is_year(const Token& token) {
  return token.kind == TokenKind::digits && token.lower.size() == 4 &&
         ((token.lower[0] == '1' && token.lower[1] >= '5') ||
          (token.lower[0] == '2' && token.lower[1] == '0'));
}

bool is_dash(const Token& token) {
  return token.lower == "-" || token.lower == "\xE2\x80\x93" || token.lower == "\xE2\x80\x94" ||
         token.lower == "\xE2\x80\x92" || token.lower == "\xE2\x80\x90" || token.lower == "\xE2\x88\x92";
}

bool opens_quote(const Token& token) {
  return token.lower == "\xE2\x80\x9C" || token.lower == "\xC2\xAB" || token.lower == "\xE2\x80\x9E" ||
         (token.after_blank && (token.lower == "\xE2\x80\x98" || token.lower == "`" || token.lower == "'"));
}
/// A single quote closes where no letter follows: else it is an apostrophe.
bool closes_quote(const std::vector<Token>& tokens, size_t at) {
  const std::string& mark = tokens[at].lower;
  if (mark == "\xE2\x80\x9D" || mark == "\xC2\xBB") return true;
  const bool ends =
      at + 1 == tokens.size() || tokens[at + 1].after_blank || tokens[at + 1].kind == TokenKind::mark;
  return ends && !tokens[at].after_blank && (mark == "\xE2\x80\x99" || mark == "'");
}

/// How a token stands among brackets and quotes, and what came before it.
struct Context {
  std::string brackets = "none";  // "(", "[", "quote"
  bool year_before = false;
  bool quote_before = false;
  bool in_before = false;       // "In" with a capital, or with a colon behind it
  std::string last_stop = "^";  // the sentence mark that closed what lies before
  size_t since_stop = 0;        // tokens since then
};

std::vector<Context> contexts(const std::vector<Token>& tokens) {
  std::vector<Context> all;
  Context now;
  bool straight_open = false;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.lower == "(" || token.lower == "[") now.brackets = token.lower;
    if (opens_quote(token) || (token.lower == "\"" && !straight_open)) now.brackets = "quote";
    all.push_back(now);
    if (token.lower == ")" || token.lower == "]") now.brackets = "none";
    if (token.lower == "\"") {
      if (straight_open) now.brackets = "none", now.quote_before = true;
      straight_open = !straight_open;
    }
    if (closes_quote(tokens, i) && now.brackets == "quote") now.brackets = "none", now.quote_before = true;
    if (is_year(token)) now.year_before = true;
    if (token.lower == "in" && (token.shape == "Xx" || (i + 1 < tokens.size() && tokens[i + 1].lower == ":")))
      now.in_before = true;
    const bool initial = token.lower == "." && i > 0 && tokens[i - 1].kind == TokenKind::word &&
                         tokens[i - 1].span.size() <= 2 && !token.after_blank;
    if (token.kind == TokenKind::mark && !initial &&
        std::string_view(".?!:;").find(token.lower) != std::string_view::npos) {
      now.last_stop = token.lower;
      now.since_stop = 0;
    } else {
      ++now.since_stop;
    }
  }
  return all;
}

/// What stands before a joint: where one field ends and the next begins, a mark mostly stands.
enum class Before { word, digits, comma, stop, initial_stop, colon, closing, opening, dash, other };
Before before_joint(const std::vector<Token>& tokens, size_t at) {
  const Token& token = tokens[at];
  if (token.kind == TokenKind::word) return Before::word;
  if (token.kind == TokenKind::digits) return Before::digits;
  const std::string& mark = token.lower;
  if (mark == ",") return Before::comma;
  if (mark == ".") {
    const bool initial =
        at > 0 && tokens[at - 1].kind == TokenKind::word && !token.after_blank && tokens[at - 1].shape == "X";
    return initial ? Before::initial_stop : Before::stop;
  }
  if (mark == "?" || mark == "!") return Before::stop;
  if (mark == ":" || mark == ";") return Before::colon;
  if (mark == ")" || mark == "]" || mark == "\"" || closes_quote(tokens, at)) return Before::closing;
  if (mark == "(" || mark == "[" || opens_quote(token)) return Before::opening;
  return is_dash(token) ? Before::dash : Before::other;
}

enum class After { small, capital, initial, capitals, digits, opening, other };
After after_joint(const Token& token) {
  if (token.kind == TokenKind::digits) return After::digits;
  if (token.kind == TokenKind::word) {
    if (token.shape == "Xx" || token.shape == "xX") return After::capital;
    if (token.shape == "X") return After::initial;
    return token.shape.front() == 'X' ? After::capitals : After::small;
  }
  const bool opens = token.lower == "(" || token.lower == "[" || token.lower == "\"" || opens_quote(token);
  return opens ? After::opening : After::other;
}

uint8_t joint(const std::vector<Token>& tokens, size_t at) {
  constexpr auto kinds_after = static_cast<size_t>(After::other) + 1;
  static_assert((static_cast<size_t>(Before::other) + 1) * kinds_after == joint_count);
  return static_cast<uint8_t>(static_cast<size_t>(before_joint(tokens, at - 1)) * kinds_after +
                              static_cast<size_t>(after_joint(tokens[at])));
}

std::string bucket(size_t number, std::initializer_list<size_t> limits) {
  for (const size_t limit : limits) {
    if (number <= limit) return std::to_string(limit);
  }
  return "more";
}

}  // namespace

Observed observe(const std::vector<Token>& tokens) {
  const size_t count = tokens.size();
  const auto places = contexts(tokens);
  Observed seen;
  seen.features.resize(count);
  seen.joints.resize(count);
  const auto word = [&](size_t i, int by) -> std::string_view {
    const auto at = static_cast<std::ptrdiff_t>(i) + by;
    if (at < 0) return "<s>";
    if (at >= static_cast<std::ptrdiff_t>(count)) return "</s>";
    const Token& token = tokens[static_cast<size_t>(at)];
    if (token.kind != TokenKind::digits) return token.lower;
    return is_year(token) ? "<year>" : std::string_view(token.shape);
  };
  const auto shape = [&](size_t i, int by) -> std::string_view {
    const auto at = static_cast<std::ptrdiff_t>(i) + by;
    if (at < 0) return "<s>";
    if (at >= static_cast<std::ptrdiff_t>(count)) return "</s>";
    const Token& token = tokens[static_cast<size_t>(at)];
    return is_year(token) ? "<year>" : std::string_view(token.shape);
  };
  // The style of the whole: a year in brackets near the beginning, quotes, "pp".
  bool quotes = false, pages_named = false;
  std::string first_year = "none";
  for (size_t i = 0; i < count; ++i) {
    quotes = quotes || opens_quote(tokens[i]) || tokens[i].lower == "\"";
    pages_named = pages_named || tokens[i].lower == "pp";
    if (is_year(tokens[i]) && first_year == "none") {
      first_year = i > 0 && tokens[i - 1].lower == "(" ? "(" : "y";
      first_year += std::to_string(4 * i / count);
    }
  }
  const std::string style = first_year + (quotes ? "q" : "") + (pages_named ? "p" : "");

  for (size_t i = 0; i < count; ++i) {
    const Token& token = tokens[i];
    const Context& place = places[i];
    if (i > 0) seen.joints[i] = joint(tokens, i);
    auto& out = seen.features[i];
    out.reserve(64);
    const auto add = [&out](uint32_t hash) { out.push_back(hash); };
    add(Hash("w").add(word(i, 0)));
    add(Hash("s").add(shape(i, 0)));
    if (token.kind == TokenKind::word) {
      const std::string_view lower = token.lower;
      for (size_t n = 2; n <= 4; ++n) {
        if (lower.size() <= n) break;
        add(Hash("p").add(lower.substr(0, n)));
        add(Hash("e").add(lower.substr(lower.size() - n)));
      }
      add(Hash("l").add(bucket(lower.size(), {1, 2, 3, 5, 8, 12})));
    }
    for (const int by : {-3, -2, -1, 1, 2, 3}) {
      const std::string offset = std::to_string(by);
      add(Hash("w").add(offset).add(word(i, by)));
      add(Hash("s").add(offset).add(shape(i, by)));
    }
    add(Hash("w-1,0").add(word(i, -1)).add(word(i, 0)));
    add(Hash("w0,1").add(word(i, 0)).add(word(i, 1)));
    add(Hash("w-2,-1").add(word(i, -2)).add(word(i, -1)));
    add(Hash("w1,2").add(word(i, 1)).add(word(i, 2)));
    add(Hash("s-1,0").add(shape(i, -1)).add(shape(i, 0)));
    add(Hash("s0,1").add(shape(i, 0)).add(shape(i, 1)));
    add(Hash("s-2..0").add(shape(i, -2)).add(shape(i, -1)).add(shape(i, 0)));
    add(Hash("s-1..1").add(shape(i, -1)).add(shape(i, 0)).add(shape(i, 1)));
    add(Hash("s0..2").add(shape(i, 0)).add(shape(i, 1)).add(shape(i, 2)));
    add(Hash("s-3..0").add(shape(i, -3)).add(shape(i, -2)).add(shape(i, -1)).add(shape(i, 0)));
    add(Hash("s0..3").add(shape(i, 0)).add(shape(i, 1)).add(shape(i, 2)).add(shape(i, 3)));
    add(Hash("b").add(token.after_blank ? "1" : "0").add(shape(i, 0)));

    const std::string tenth = std::to_string(10 * i / count);
    add(Hash("at").add(tenth));
    add(Hash("at,s").add(tenth).add(shape(i, 0)));
    add(Hash("first").add(bucket(i, {0, 1, 2, 3, 5, 8})));
    add(Hash("last").add(bucket(count - 1 - i, {0, 1, 2, 3, 5, 8})));
    add(Hash("in").add(place.brackets).add(shape(i, 0)));
    add(Hash("stop").add(place.last_stop).add(bucket(place.since_stop, {0, 1, 2, 4, 8, 16})));
    add(Hash("year").add(place.year_before ? "1" : "0").add(shape(i, 0)));
    const std::string before = std::string(place.year_before ? "y" : "") + (place.quote_before ? "q" : "") +
                               (place.in_before ? "i" : "");
    add(Hash("before").add(before));
    add(Hash("before,w").add(before).add(word(i, 0)));
    add(Hash("style").add(style));
    add(Hash("style,at").add(style).add(tenth));
    add(Hash("style,s").add(style).add(shape(i, -1)).add(shape(i, 0)).add(shape(i, 1)));
    // A number, what stands on both sides of it, and whether a dash makes a range of it.
    if (token.kind == TokenKind::digits) {
      const bool range =
          (i + 2 < count && is_dash(tokens[i + 1]) && tokens[i + 2].kind == TokenKind::digits) ||
          (i >= 2 && is_dash(tokens[i - 1]) && tokens[i - 2].kind == TokenKind::digits);
      add(Hash("n").add(range ? "range" : "alone").add(word(i, -1)).add(word(i, 1)).add(shape(i, 0)));
      add(Hash("n,y").add(range ? "range" : "alone").add(place.year_before ? "1" : "0").add(shape(i, 0)));
    }
    add(Hash("bias"));
  }
  return seen;
}

}  // namespace evident::extract::parsing
