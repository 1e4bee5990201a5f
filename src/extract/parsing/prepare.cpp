// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/parsing/prepare.hpp"

#include <array>

#include "extract/field/fields.hpp"
#include "extract/field/scan.hpp"

namespace evident::extract::parsing {

namespace {

/// "[12] ", "(12) ", "12. ": the length of an entry's number; 0 where there is none.
size_t number_length(std::string_view text) {
  size_t at = 0;
  while (at < text.size() && field::is_blank(text[at])) ++at;
  const char open = at < text.size() ? text[at] : '\0';
  const bool bracket = open == '[' || open == '(';
  if (bracket) ++at;
  const size_t digits = at;
  while (at < text.size() && field::is_digit(text[at])) ++at;
  if (at == digits || at - digits > 3 || at >= text.size()) return 0;
  const char close = text[at];
  if (bracket ? close != (open == '[' ? ']' : ')') : close != '.' && close != ')' && close != ']') return 0;
  ++at;
  if (at < text.size() && text[at] == '.') ++at;
  const bool bare = !bracket && close == '.';
  if (at >= text.size() || (bare && field::is_digit(text[at]))) return 0;
  return at;
}

/// "<i>", "</italic>", "&lt;sup&gt;": names of mark-up between angle brackets.
void blank_mark_up(std::string& text) {
  for (size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
    size_t end = at + 1;
    if (end < text.size() && text[end] == '/') ++end;
    const size_t name = end;
    while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
    if (end > name && end - name <= 10 && end < text.size() && text[end] == '>')
      field::blank_out(text, at, end + 1);
  }
}

/// Signs of lists and links at either end: no words, and no quotation marks where their other half is
/// missing.
void blank_bullets(std::string& text) {
  constexpr std::string_view signs[] = {"\xC2\xBB",     "\xE2\x80\xBA", "\xE2\x80\xA2",
                                        "\xC2\xB7",     "\xE2\x96\xAA", "\xE2\x96\xA0",
                                        "\xE2\x97\x8F", "\xE2\x86\x92"};  // » › • · ▪ ■ ● →
  const bool quotes =
      text.find("\xC2\xAB") != std::string::npos || text.find("\xE2\x80\xB9") != std::string::npos;
  if (quotes) return;
  for (const std::string_view sign : signs) {
    const size_t first = text.find_first_not_of(" \t\r\n");
    if (first != std::string::npos && text.compare(first, sign.size(), sign) == 0)
      field::blank_out(text, first, first + sign.size());
    const size_t last = text.find_last_not_of(" \t\r\n.,;") + 1;
    if (last >= sign.size() && text.compare(last - sign.size(), sign.size(), sign) == 0)
      field::blank_out(text, last - sign.size(), last);
  }
}

size_t number_end(std::string_view text, size_t at) {
  while (at < text.size() && (field::is_digit(text[at]) || text[at] == '.')) ++at;
  return at;
}

/// "arXiv:1234.56789 [math]", "hep-th/0502004": the archive's number as an address.
void take_arxiv(std::string& text, std::string& url) {
  const auto take = [&](size_t start, size_t number, size_t end) {
    while (end > number && text[end - 1] == '.') --end;
    if (url.empty()) url = "https://arxiv.org/abs/" + text.substr(number, end - number);
    // The class of the paper, and the brackets around it all.
    size_t after = end;
    while (after < text.size() && field::is_blank(text[after])) ++after;
    if (after < text.size() && text[after] == '[') {
      const size_t close = text.find(']', after);
      if (close != std::string::npos && close - after < 20) end = close + 1;
    }
    if (start > 0 && text[start - 1] == '[' && end < text.size() && text[end] == ']') --start, ++end;
    field::blank_out(text, start, end);
  };
  for (size_t at = field::find_word(text, "arxiv"); at != std::string::npos;
       at = field::find_word(text, "arxiv", at + 5)) {
    size_t number = at + 5;
    while (number < text.size() && (field::is_blank(text[number]) || text[number] == ':')) ++number;
    size_t end = number;
    while (end < text.size() && (field::is_letter(text[end]) || text[end] == '-' || text[end] == '.')) ++end;
    if (end < text.size() && text[end] == '/') ++end;
    const size_t digits = end;
    end = number_end(text, end);
    if (end - digits >= 7) take(at, number, end);
  }
  for (std::string_view archive : {"hep-th/", "hep-ph/", "hep-lat/", "hep-ex/", "astro-ph/", "gr-qc/",
                                   "cond-mat/", "quant-ph/", "math-ph/", "nucl-th/", "nucl-ex/"}) {
    for (size_t at = text.find(archive); at != std::string::npos; at = text.find(archive, at + 1)) {
      const size_t end = number_end(text, at + archive.size());
      if (end - at - archive.size() >= 7) take(at, at, end);
    }
  }
}

/// "2018, Issue 11. " before the number of an article: written as lists write issues, "2018; (11): ".
void plain_issue(std::string& text, size_t article) {
  constexpr std::string_view name = "Issue ";
  const size_t at = text.rfind(name, article);
  if (at == std::string::npos || at < 2) return;
  const size_t end = number_end(text, at + name.size());
  const size_t next = text.find_first_not_of(" .,", end);
  if (end == at + name.size() || next < article) return;
  std::string number = text.substr(at + name.size(), end - at - name.size());
  if (number.ends_with('.')) number.pop_back();
  std::string plain = "(" + number + "):";
  plain.resize(end - at, ' ');
  text.replace(at, end - at, plain);
  if (text[at - 2] == ',' || text[at - 2] == '.') text[at - 2] = ';';
}

/// "Art. No.: CD012557", "Article e27421": the number of an article stands for its pages, and the words for
/// nothing.
void plain_article_number(std::string& text) {
  constexpr auto names =
      std::to_array<std::string_view>({"art. no.:", "art. no:", "art. no.", "art no", "article number",
                                       "article no.", "article no", "article"});
  for (const std::string_view name : names) {
    for (size_t at = field::find_word(text, name); at != std::string::npos;
         at = field::find_word(text, name, at + 1)) {
      const size_t number = text.find_first_not_of(" :", at + name.size());
      if (number == std::string::npos) return;
      const size_t digits = text.find_first_not_of("eCD", number);
      constexpr size_t fewest = 4, most_letters = 2;
      if (digits == std::string::npos || digits - number > most_letters || !field::is_upper(text[at]) ||
          number_end(text, digits) < digits + fewest)
        continue;
      plain_issue(text, at);
      field::blank_out(text, at, number);
      return;
    }
  }
}

}  // namespace

Prepared prepare(std::string_view printed) {
  Prepared prepared;
  prepared.text = printed;
  blank_mark_up(prepared.text);
  blank_bullets(prepared.text);
  field::blank_out(prepared.text, 0, number_length(prepared.text));
  field::file_formats(prepared.text);
  const std::string archived = field::archived(prepared.text);
  field::identifiers(prepared.text, prepared.ids, prepared.url);
  prepared.remarks = field::catalogue_numbers(prepared.text);
  field::link_names(prepared.text);
  blank_bullets(prepared.text);
  take_arxiv(prepared.text, prepared.url);
  plain_article_number(prepared.text);
  prepared.accessed = field::accessed(prepared.text);
  for (const std::string& remark : {archived, field::other_places(prepared.text)})
    if (!remark.empty()) prepared.remarks += (prepared.remarks.empty() ? "" : " ") + remark;
  return prepared;
}

}  // namespace evident::extract::parsing
