// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/parsing/printed_fields.hpp"

#include <algorithm>

#include "extract/field/fields.hpp"
#include "extract/field/scan.hpp"
#include "extract/parsing/author_list.hpp"
#include "extract/parsing/features.hpp"
#include "text/normal.hpp"

namespace evident::extract::parsing {

namespace {

bool is_number(Label label) {
  return label == Label::date || label == Label::volume || label == Label::issue || label == Label::pages;
}

/// Where no date was found, the last year that was taken for a number or a remark is the date.
void find_date(const std::vector<Token>& tokens, std::vector<Label>& labels) {
  size_t last = tokens.size();
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::digits || field::find_year(tokens[i].lower) != 0) continue;
    if (labels[i] == Label::date) return;
    if (labels[i] == Label::volume || labels[i] == Label::note || labels[i] == Label::issue ||
        labels[i] == Label::publisher || labels[i] == Label::place)
      last = i;
  }
  if (last < tokens.size()) labels[last] = Label::date;
}

/// "2008-12-08" is a day, never pages.
void find_days(const std::vector<Token>& tokens, std::vector<Label>& labels) {
  const auto is_day = [&](size_t at) {
    for (size_t part = 0; part < 5; ++part) {
      const Token& token = tokens[at + part];
      const bool number = part % 2 == 0;
      if (token.kind != (number ? TokenKind::digits : TokenKind::mark) || (part > 0 && token.after_blank))
        return false;
      if (number ? token.span.size() != (part == 0 ? 4U : 2U) : token.lower != "-") return false;
    }
    return field::find_year(tokens[at].lower) == 0 && tokens[at + 2].lower <= "12" &&
           tokens[at + 4].lower <= "31";
  };
  for (size_t at = 0; at + 5 <= tokens.size(); ++at) {
    if (!is_day(at)) continue;
    std::replace(labels.begin(), labels.end(), Label::date, Label::note);
    for (size_t part = 0; part < 5; ++part) labels[at + part] = Label::date;
    return;
  }
}

/// A run of tokens of one label.
struct Run {
  size_t start = 0, end = 0;
};

/// The only run of a label; empty where there is none or several.
Run only_run(const std::vector<Label>& labels, Label label) {
  Run run;
  for (size_t i = 0; i < labels.size(); ++i) {
    if (labels[i] != label) continue;
    if (run.end != 0 && run.end != i) return {};
    if (run.end == 0) run.start = i;
    run.end = i + 1;
  }
  return run;
}

/// Behind which token of a run its last sentence begins: at a mark that no initial or abbreviation stands
/// before. `from` where there is none. A full stop goes before a comma.
size_t last_part(const std::vector<Token>& tokens, const Run& run, size_t from) {
  for (const std::string_view marks : {".?!\xC2\xBB\xE2\x80\x9D", ","}) {
    for (size_t i = run.end - 1; i-- > from;) {
      if (tokens[i].kind != TokenKind::mark || marks.find(tokens[i].lower) == std::string_view::npos)
        continue;
      if (!tokens[i + 1].after_blank || tokens[i + 1].kind != TokenKind::word || tokens[i + 1].shape == "x")
        continue;
      if (tokens[i].lower == "." && (i == 0 || tokens[i - 1].span.size() < 4)) continue;
      return i + 1;
    }
  }
  return from;
}

/// True where tokens can be a title: some words, and none of them cut short as in the names of journals.
bool reads_as_title(const std::vector<Token>& tokens, size_t start, size_t end) {
  constexpr size_t least_words = 3;
  size_t words = 0;
  for (size_t i = start; i < end; ++i) {
    if (tokens[i].kind == TokenKind::word && tokens[i].span.size() > 1) ++words;
    if (tokens[i].lower == "." && i + 1 < end) return false;
  }
  return words >= least_words;
}

/// A title goes before the container and a volume belongs to one: where only one of the two was found and it
/// has several parts, the last part is the container; without a volume only where it names a paper or a site
/// of news.
void part_title(const std::vector<Token>& tokens, std::vector<Label>& labels) {
  constexpr size_t least_title = 3;  // tokens
  const auto has = [&](Label label) {
    return std::find(labels.begin(), labels.end(), label) != labels.end();
  };
  const bool numbered = has(Label::volume) || has(Label::issue);
  Run run;
  bool news = false;
  if (!has(Label::title)) {
    run = only_run(labels, Label::container);
  } else if (!has(Label::container) && !has(Label::publisher)) {
    run = only_run(labels, Label::title);
    news = !numbered;
  }
  if (run.end < run.start + least_title + 2) return;
  const size_t part = last_part(tokens, run, run.start + least_title);
  if (part == run.start + least_title || !reads_as_title(tokens, run.start, part)) return;
  const auto names_news = [](const Token& token) { return field::names_news(token.lower); };
  if (news && std::none_of(tokens.begin() + static_cast<std::ptrdiff_t>(part),
                           tokens.begin() + static_cast<std::ptrdiff_t>(run.end), names_news))
    return;
  for (size_t i = run.start; i < run.end; ++i) labels[i] = i < part ? Label::title : Label::container;
}

/// "A thing. In: White H, editor. A book of things.": the title behind the editors is that of the book.
void find_book_title(const std::vector<Token>& tokens, std::vector<Label>& labels) {
  if (std::find(labels.begin(), labels.end(), Label::container) != labels.end()) return;
  size_t at = 0;
  while (at < tokens.size() && labels[at] != Label::title) ++at;
  const auto names_editor = [](const Token& token) {
    return token.lower == "editor" || token.lower == "editors" || token.lower == "ed" ||
           token.lower == "eds" || token.lower == "hrsg";
  };
  for (bool inside = false, edited = false; at < tokens.size(); ++at) {
    inside = inside || (tokens[at].lower == "in" && tokens[at].shape == "Xx");
    edited = edited || (inside && names_editor(tokens[at]));
    if (edited && labels[at] == Label::title) labels[at] = Label::container;
  }
}

bool announces_issue(const Token& token) {
  return token.lower == "no" || token.lower == "n" || token.lower == "nr" || token.lower == "issue" ||
         token.lower == "number" || token.lower == "num";
}

/// "No. 12" is the number of an issue also where no volume goes before it.
void find_issues(const std::vector<Token>& tokens, std::vector<Label>& labels) {
  for (size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (labels[i] != Label::volume || (i > 0 && labels[i - 1] == Label::volume) ||
        !announces_issue(tokens[i]))
      continue;
    for (size_t j = i; j < tokens.size() && labels[j] == Label::volume; ++j) labels[j] = Label::issue;
  }
}

bool is_edition(const Token& token) {
  return token.lower == "ed" || token.lower == "edn" || token.lower == "edition";
}

/// "Ponds and ducks. 2nd ed.": the edition at the end of a title is no part of it.
void find_editions(const std::vector<Token>& tokens, std::vector<Label>& labels) {
  for (size_t at = 3; at < tokens.size(); ++at) {
    const bool ordinal = tokens[at - 2].kind == TokenKind::digits && tokens[at - 1].span.size() == 2 &&
                         !tokens[at - 1].after_blank && tokens[at - 3].kind == TokenKind::mark;
    if (labels[at] != Label::title || !is_edition(tokens[at]) || !ordinal) continue;
    size_t end = at + 1;
    if (end < tokens.size() && tokens[end].lower == ".") ++end;
    if (end < tokens.size() && labels[end] == Label::title) continue;
    for (size_t i = at - 2; i < end; ++i) labels[i] = Label::note;
  }
}

/// "2005. 1952 p.": the length of a book behind its year.
void find_length(const std::vector<Token>& tokens, std::vector<Label>& labels) {
  size_t end = tokens.size();
  while (end > 0 && tokens[end - 1].kind == TokenKind::mark) --end;
  if (end < 4 || tokens[end - 2].kind != TokenKind::digits || tokens[end - 3].lower != ".") return;
  const std::string& unit = tokens[end - 1].lower;
  if ((unit != "p" && unit != "pp" && unit != "pages") || labels[end - 2] != Label::date ||
      labels[end - 4] != Label::date)
    return;
  labels[end - 2] = labels[end - 1] = Label::pages;
  labels[end - 3] = Label::note;
}

}  // namespace

PrintedFields printed_fields(std::string_view text, const std::vector<Token>& tokens,
                             const Tagging& tagging) {
  PrintedFields fields;
  for (size_t i = 0; i < tokens.size();) {
    size_t end = i;
    bool words = false;
    float least = 1;
    for (; end < tokens.size() && tagging.labels[end] == tagging.labels[i]; ++end) {
      if (tokens[end].kind == TokenKind::mark) continue;
      words = true;
      if (!tagging.confidence.empty()) least = std::min(least, tagging.confidence[end]);
    }
    Label label = tagging.labels[i];
    // People named behind the title of a work that has authors are those of the book around it.
    if (label == Label::author && !of(fields, Label::author).text.empty() &&
        !of(fields, Label::title).text.empty())
      label = Label::editor;
    PrintedField& field = fields[static_cast<size_t>(label)];
    const std::string_view run =
        text.substr(tokens[i].span.start, tokens[end - 1].span.end - tokens[i].span.start);
    if (words && (field.text.empty() || (is_number(label) && least > field.confidence))) {
      field = {std::string(run), least};
    } else if (words && !is_number(label)) {
      field.text += ' ';
      field.text += run;
      field.confidence = std::min(field.confidence, least);
    }
    i = end;
  }
  for (auto& field : fields) field.text = text::squeeze(field::trimmed(field.text, " \t\r\n,;:/"));
  return fields;
}

PrintedFields printed_fields(std::string_view text, const Model& model) {
  const auto words = tokens(text);
  Tagging tagging = tag(model, observe(words));
  find_days(words, tagging.labels);
  find_date(words, tagging.labels);
  find_issues(words, tagging.labels);
  end_authors(words, tagging.labels);
  find_editions(words, tagging.labels);
  find_length(words, tagging.labels);
  find_book_title(words, tagging.labels);
  part_title(words, tagging.labels);
  return printed_fields(text, words, tagging);
}

}  // namespace evident::extract::parsing
