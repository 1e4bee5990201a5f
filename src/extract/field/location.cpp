// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/field/fields.hpp"
#include "extract/field/scan.hpp"

namespace evident::extract::field {

namespace {

size_t skip_blanks(const std::string& text, size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

/// "477–86", "276.e13-8", "C49-C54", "e1001", "S12"; returns its end, or `at` where there is none.
size_t pages_end(const std::string& text, size_t at) {
  const auto one = [&](size_t start) {
    size_t end = start;
    size_t letters = 0, digits = 0;
    while (end < text.size()) {
      if (is_digit(text[end])) {
        ++digits;
      } else if (is_letter(text[end]) && static_cast<unsigned char>(text[end]) < 0x80 && letters < 3) {
        ++letters;
      } else if (text[end] == '.' && end + 1 < text.size() && digits > 0 &&
                 (text[end + 1] == 'e' || is_digit(text[end + 1]))) {
        // a stop inside an article number
      } else {
        break;
      }
      ++end;
    }
    return digits > 0 ? end : start;
  };
  size_t end = one(at);
  if (end == at) return at;
  const size_t blank = skip_blanks(text, end);
  if (const size_t dash = dash_length(text, blank); dash > 0) {
    if (const size_t second = one(skip_blanks(text, blank + dash)); second > skip_blanks(text, blank + dash))
      return second;
  }
  return end;
}

size_t after_word(const std::string& text, size_t at, std::initializer_list<std::string_view> words) {
  at = skip_blanks(text, at);
  for (std::string_view word : words) {
    if (text.compare(at, word.size(), word) == 0) return skip_blanks(text, at + word.size());
  }
  return at;
}

}  // namespace

size_t location(const std::string& text, size_t from, model::ReferenceFields& fields) {
  // A number that a colon or comma and pages follow is the volume; "(3)" between them the issue.
  for (size_t at = from; at < text.size(); ++at) {
    const bool starts =
        is_digit(text[at]) && (at == 0 || (!is_digit(text[at - 1]) && !is_letter(text[at - 1])));
    if (!starts) continue;
    size_t end = at;
    while (end < text.size() && (is_digit(text[end]) || (is_letter(text[end]) && end - at < 6 &&
                                                         static_cast<unsigned char>(text[end]) < 0x80)))
      ++end;
    size_t next = skip_blanks(text, end);
    std::string issue;
    if (next < text.size() && text[next] == '(') {
      const size_t close = text.find(')', next);
      if (close != std::string::npos && close - next < 30) {
        issue = std::string(trimmed(std::string_view(text).substr(next + 1, close - next - 1)));
        next = skip_blanks(text, close + 1);
      }
    } else if (const size_t number =
                   after_word(text, next + (next < text.size() && text[next] == ',' ? 1 : 0),
                              {"no. ", "n. ", "no ", "issue "});
               number > next + 2) {
      size_t stop = number;
      while (stop < text.size() && is_digit(text[stop])) ++stop;
      issue = text.substr(number, stop - number);
      next = skip_blanks(text, stop);
    }
    const bool separated = next < text.size() && (text[next] == ':' || text[next] == ',');
    if (separated) {
      const size_t start = after_word(text, next + 1, {"pp. ", "pp.", "pp ", "p. ", "p.", "p "});
      const size_t stop = pages_end(text, start);
      // After a comma only a range or an article number counts: "12, 2001" may be a date.
      const bool range = text.find_first_of("-\xE2", start) < stop;
      if (stop > start && (text[next] == ':' || range || !issue.empty())) {
        fields.volume = text.substr(at, end - at);
        fields.issue = issue;
        fields.pages = std::string(trimmed(std::string_view(text).substr(start, stop - start)));
        return at;
      }
    }
    if (!issue.empty() && end - at <= 5) {
      fields.volume = text.substr(at, end - at);
      fields.issue = issue;
      return at;
    }
    at = end - 1;
  }
  // Pages alone: "pp. 12-15", "p. 77-94".
  for (std::string_view word : {"pp.", "pages", "p."}) {
    const size_t at = find_word(text, word, from);
    if (at == std::string::npos) continue;
    const size_t start = skip_blanks(text, at + word.size());
    const size_t stop = pages_end(text, start);
    if (stop == start) continue;
    fields.pages = text.substr(start, stop - start);
    return at;
  }
  return std::string::npos;
}

}  // namespace evident::extract::field
