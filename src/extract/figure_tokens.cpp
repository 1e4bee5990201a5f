// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/figure_tokens.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <map>

namespace evident::extract {
namespace {

using Kind = FigureToken::Kind;

bool digit(char c) {
  return c >= '0' && c <= '9';
}
bool letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

int small_number(const std::string& word) {
  static const std::map<std::string, int> numbers = {
      {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},
      {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},
      {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},
      {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},
      {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},    {"seventy", 70},
      {"eighty", 80},  {"ninety", 90}};
  // Most words are none.
  if (word.size() < 3 || word.size() > 9 ||
      std::string_view("otfsen").find(word[0]) == std::string_view::npos)
    return 0;
  auto found = numbers.find(word);
  return found == numbers.end() ? 0 : found->second;
}

/// The signs of UTF-8 that stand for one of ASCII; 0 where there is none.
struct Sign {
  std::string_view bytes;
  char ascii;
};
constexpr Sign signs[] = {{"\xE2\x80\x93", '-'}, {"\xE2\x80\x94", '-'}, {"\xE2\x88\x92", '-'},
                          {"\xE2\x80\x90", '-'}, {"\xE2\x80\x91", '-'}, {"\xE2\x89\xA4", '<'},
                          {"\xE2\x89\xA5", '>'}, {"\xC2\xB1", '~'},     {"\xC2\xB7", '.'},
                          {"\xC2\xA0", ' '},     {"\xE2\x80\x89", ' '}, {"\xE2\x80\xAF", ' '}};

/// The blank before a group of three digits, "90 000": its bytes, or 0. A plain one may part two numbers, "in
/// 12 100 mg tablets", but before three noughts.
size_t thousands_blank(std::string_view text, size_t at) {
  const std::string_view rest = text.substr(at);
  const size_t size = rest.starts_with("\xC2\xA0")                                           ? 2
                      : rest.starts_with("\xE2\x80\x89") || rest.starts_with("\xE2\x80\xAF") ? 3
                                                                                             : 1;
  if (size == 1 && !rest.starts_with(" 000")) return 0;
  constexpr size_t group = 3;
  for (size_t place = size; place < size + group; ++place)
    if (place >= rest.size() || !digit(rest[place])) return 0;
  return size + group < rest.size() && digit(rest[size + group]) ? 0 : size;
}

size_t number_end(std::string_view text, size_t at, std::string& digits, bool& decimal) {
  bool grouped = false;
  while (at < text.size()) {
    if (digit(text[at])) {
      digits += text[at++];
      continue;
    }
    bool more = at + 1 < text.size() && digit(text[at + 1]);
    if (text[at] == '.' && more && !decimal) {
      decimal = true;
      digits += '.';
      ++at;
    } else if (text.substr(at, 2) == "\xC2\xB7" && at + 2 < text.size() && digit(text[at + 2]) && !decimal) {
      decimal = true;
      digits += '.';
      at += 2;
    } else if (text[at] == ',' && !decimal && at + 3 < text.size() && digit(text[at + 1]) &&
               digit(text[at + 2]) && digit(text[at + 3]) &&
               (at + 4 >= text.size() || !digit(text[at + 4]))) {
      ++at;  // thousands
    } else if (const size_t blank = decimal || digits.front() == '0' || !(grouped || digits.size() <= 3)
                                        ? 0
                                        : thousands_blank(text, at)) {
      grouped = true;
      at += blank;
    } else {
      break;
    }
  }
  return at;
}

/// Joins "eighty", "-", "four" and "one hundred and fifty one" into one number each.
std::vector<FigureToken> join_spelt(std::vector<FigureToken> tokens) {
  std::vector<FigureToken> joined;
  for (size_t at = 0; at < tokens.size();) {
    int first = tokens[at].kind == Kind::word ? small_number(tokens[at].text) : 0;
    if (first == 0) {
      joined.push_back(std::move(tokens[at++]));
      continue;
    }
    FigureToken number = tokens[at];
    number.kind = Kind::number;
    number.spelt = true;
    auto tens = [&](size_t& position) {
      int value = small_number(tokens[position++].text);
      if (value < 20 || value % 10 != 0) return value;
      size_t next = position;
      if (next < tokens.size() && tokens[next].text == "-") ++next;
      if (next < tokens.size() && tokens[next].kind == Kind::word) {
        int unit = small_number(tokens[next].text);
        if (unit > 0 && unit < 10) {
          value += unit;
          position = next + 1;
        }
      }
      return value;
    };
    int value = tens(at);
    if (at < tokens.size() && tokens[at].text == "hundred") {
      value *= 100;
      ++at;
      size_t next = at;
      if (next < tokens.size() && tokens[next].text == "and") ++next;
      if (next < tokens.size() && tokens[next].kind == Kind::word && small_number(tokens[next].text) > 0) {
        at = next;
        value += tens(at);
      }
    }
    number.value = value;
    number.end = tokens[at - 1].end;
    joined.push_back(std::move(number));
  }
  return joined;
}

}  // namespace

std::vector<FigureToken> figure_tokens(std::string_view text) {
  std::vector<FigureToken> tokens;
  for (size_t at = 0; at < text.size();) {
    FigureToken token;
    token.start = at;
    if (digit(text[at])) {
      std::string digits;
      token.kind = Kind::number;
      // "p<.05" is read below; a digit straight after a letter belongs to a name.
      token.attached = at > 0 && letter(text[at - 1]);
      at = number_end(text, at, digits, token.decimal);
      token.value = std::strtod(digits.c_str(), nullptr);
      token.text = digits;
    } else if (text[at] == '.' && at + 1 < text.size() && digit(text[at + 1]) &&
               (at == 0 || !(digit(text[at - 1]) || letter(text[at - 1])))) {
      std::string digits = "0.";
      token.kind = Kind::number;
      token.decimal = true;
      at = number_end(text, at + 1, digits, token.decimal);
      token.value = std::strtod(digits.c_str(), nullptr);
      token.text = digits;
    } else if (letter(text[at]) || text.substr(at, 2) == "\xC2\xB5" || text.substr(at, 2) == "\xCE\xBC") {
      token.kind = Kind::word;
      if (!letter(text[at])) {
        token.text = "u";
        at += 2;
      }
      while (at < text.size() && (letter(text[at]) || text[at] == '\'' ||
                                  ((text[at] & 0x80) != 0 && text[at] != '\xE2' && text[at] != '\xC2')))
        token.text += static_cast<char>(std::tolower(static_cast<unsigned char>(text[at++])));
      if (token.text.empty()) ++at;
    } else {
      auto sign = std::find_if(std::begin(signs), std::end(signs), [&](const Sign& known) {
        return text.substr(at, known.bytes.size()) == known.bytes;
      });
      char ascii = sign == std::end(signs) ? text[at] : sign->ascii;
      at += sign == std::end(signs) ? 1 : sign->bytes.size();
      if (std::isspace(static_cast<unsigned char>(ascii)) != 0) continue;
      token.text = ascii;
    }
    token.end = at;
    tokens.push_back(std::move(token));
  }
  return join_spelt(std::move(tokens));
}

}  // namespace evident::extract
