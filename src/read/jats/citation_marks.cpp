// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/jats/citation_marks.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace evident::read::jats {

namespace {

constexpr size_t longest_range = 60;  // a wider span of numbers is no range of references

/// Bytes of a dash at the beginning of the words; 0 where there is none.
size_t dash_size(std::string_view words) {
  constexpr std::array<std::string_view, 8> dashes{"-",
                                                   "\xE2\x80\x90",
                                                   "\xE2\x80\x91",
                                                   "\xE2\x80\x92",
                                                   "\xE2\x80\x93",
                                                   "\xE2\x80\x94",
                                                   "\xE2\x80\x95",
                                                   "\xE2\x88\x92"};
  for (std::string_view dash : dashes) {
    if (words.starts_with(dash)) return dash.size();
  }
  return 0;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

size_t number_at(std::string_view words, size_t& at) {
  size_t number = 0;
  const auto [end, error] = std::from_chars(words.data() + at, words.data() + words.size(), number);
  at = static_cast<size_t>(end - words.data());
  return error == std::errc() ? number : 0;
}

/// The numbers of "1, 3-5", "[1-3]" or "(7)"; empty where other things stand there too.
std::vector<size_t> printed_numbers(std::string_view words) {
  std::vector<size_t> numbers;
  bool range = false;
  for (size_t at = 0; at < words.size();) {
    if (is_digit(words[at])) {
      const size_t number = number_at(words, at);
      if (number == 0 || (number >= 1800 && number <= 2100)) return {};  // a year
      const size_t before = numbers.empty() ? 0 : numbers.back();
      if (range && number > before && number - before < longest_range) {
        for (size_t implied = before + 1; implied < number; ++implied) numbers.push_back(implied);
      }
      numbers.push_back(number);
      range = false;
    } else if (const size_t size = dash_size(words.substr(at)); size > 0 && !numbers.empty() && !range) {
      range = true;
      at += size;
    } else if (std::string_view(" ,;[]().").find(words[at]) != std::string_view::npos) {
      ++at;
    } else if (words.substr(at, 2) == "\xC2\xA0") {
      at += 2;
    } else {
      return {};
    }
  }
  return numbers;
}

/// The print names more than the link does: the rest is counted from the link's own target.
void add_printed(Mark& mark, std::string_view words, size_t refs) {
  if (mark.refs.empty()) return;
  const std::vector<size_t> numbers = printed_numbers(words);
  if (numbers.size() <= mark.refs.size()) return;
  std::vector<size_t> meant;
  for (size_t number : numbers) {
    const size_t place = mark.refs.front() + number;  // unsigned, so that the shift may go either way
    if (place < numbers.front() || place - numbers.front() >= refs) return;
    meant.push_back(place - numbers.front());
  }
  const bool agree = std::all_of(mark.refs.begin(), mark.refs.end(), [&](size_t linked) {
    return std::find(meant.begin(), meant.end(), linked) != meant.end();
  });
  if (agree) mark.refs = std::move(meant);
}

/// True where nothing but a dash, or "to", stands between two numbers.
bool is_range_sign(std::string_view between) {
  std::string bare;
  bool brackets = false;
  for (size_t at = 0; at < between.size(); ++at) {
    const char c = between[at];
    if (c == '[' || c == ']' || c == '(' || c == ')') {
      brackets = true;
    } else if (between.substr(at, 2) == "\xC2\xA0") {
      ++at;
    } else if (c != ' ') {
      bare += c;
    }
    if (bare.size() > 8) return false;
  }
  if (const size_t size = dash_size(bare); size > 0) return size == bare.size();
  return !brackets && (bare == "to" || bare == "through");
}

bool is_number(std::string_view words) {
  return !printed_numbers(words).empty();
}

}  // namespace

std::vector<Mark> with_ranges(std::vector<Mark> marks, std::string_view text, size_t refs) {
  std::vector<Mark> out;
  const auto words = [&](const Mark& mark) { return text.substr(mark.span.start, mark.span.size()); };
  for (Mark& mark : marks) {
    // "1" and "-5": the dash stands inside the second.
    const size_t own_dash = dash_size(words(mark));
    const std::string_view number = words(mark).substr(own_dash);
    add_printed(mark, number, refs);
    if (!out.empty() && !mark.refs.empty() && !out.back().refs.empty()) {
      Mark& last = out.back();
      const std::string_view between = text.substr(
          last.span.end, mark.span.start + own_dash - std::min(last.span.end, mark.span.start + own_dash));
      const size_t from = last.refs.back(), to = mark.refs.front();
      if (last.span.end <= mark.span.start && from < to && to - from < longest_range && is_number(number) &&
          is_range_sign(between)) {
        size_t last_number = last.span.end;
        while (last_number > last.span.start && !is_digit(text[last_number - 1])) --last_number;
        if (last_number > last.span.start) {
          for (size_t implied = from + 1; implied < to; ++implied) last.refs.push_back(implied);
          last.refs.insert(last.refs.end(), mark.refs.begin(), mark.refs.end());
          last.dangling.insert(last.dangling.end(), mark.dangling.begin(), mark.dangling.end());
          if (last.line == 0) last.line = mark.line;
          last.span.end = mark.span.end;
          continue;
        }
      }
    }
    out.push_back(std::move(mark));
  }
  return out;
}

}  // namespace evident::read::jats
