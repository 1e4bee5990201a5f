// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/plain_twin.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "text/normal.hpp"

namespace evident::eval {

namespace {

/// Markers that stand together, with the brackets around them.
struct Cluster {
  Span span;
  std::set<size_t> references;
  bool by_name = false;
};

bool is_letter(unsigned char c) {
  return std::isalpha(c) != 0 || (c >= 0xC3 && c != 0xE2);  // E2 begins dashes and quotation marks
}

bool only(std::string_view text, std::string_view marks) {
  return text.find_first_not_of(marks) == std::string_view::npos;
}

/// Blanks, commas, semicolons and dashes, by their bytes.
constexpr std::string_view between = " ,;-\xE2\x80\x93\x94\x89\xAF\xC2\xA0";

std::vector<Cluster> clusters_of(const model::Document& document,
                                 const std::map<std::string, size_t>& numbers) {
  const std::string& text = document.text;
  std::vector<Cluster> all;
  for (const auto& mark : document.citations) {
    Cluster made;
    made.span = mark.span;
    for (const auto& label : mark.labels) {
      if (const auto found = numbers.find(label); found != numbers.end())
        made.references.insert(found->second);
    }
    const std::string_view print = std::string_view(text).substr(mark.span.start, mark.span.size());
    made.by_name = std::any_of(print.begin(), print.end(), is_letter);
    if (made.references.empty()) continue;
    const auto gap = [&] {
      const size_t end = all.back().span.end;
      return std::string_view(text).substr(end, mark.span.start - end);
    };
    // "[1],[2]" and "(Smith 2001; Jones 2002)" are one; what only names somebody, "Smith (2001)", is not.
    if (!all.empty() && !made.by_name && !all.back().by_name && all.back().span.end <= mark.span.start &&
        only(gap(), std::string(between) + "[]()")) {
      all.back().span.end = mark.span.end;
      all.back().references.merge(made.references);
    } else {
      all.push_back(std::move(made));
    }
  }
  for (Cluster& each : all) {
    size_t start = each.span.start, end = each.span.end;
    while (start > 0 && std::string_view(" ,;").find(text[start - 1]) != std::string_view::npos) --start;
    while (end < text.size() && std::string_view(" ,;").find(text[end]) != std::string_view::npos) ++end;
    if (start > 0 && end < text.size() &&
        ((text[start - 1] == '[' && text[end] == ']') || (text[start - 1] == '(' && text[end] == ')')))
      each.span = {start - 1, end + 1};
  }
  return all;
}

std::string superscript(const std::string& digits) {
  constexpr std::array<std::string_view, 10> raised{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string out;
  for (const char c : digits) {
    if (c >= '0' && c <= '9')
      out += raised[static_cast<size_t>(c - '0')];
    else if (c == '-')
      out += "⁻";
    else
      out += c;
  }
  return out;
}

std::string printed(const std::set<size_t>& references, Print print) {
  std::string list;
  for (auto at = references.begin(); at != references.end();) {
    auto last = at;
    size_t run = 1;
    for (auto next = std::next(at); next != references.end() && *next == *last + 1; ++next, ++run)
      last = next;
    const bool range = run > 2 && print != Print::many_brackets;
    if (!range) last = at;
    const std::string part = range ? fmt::format("{}-{}", *at + 1, *last + 1) : std::to_string(*at + 1);
    if (print == Print::many_brackets)
      list += "[" + part + "]";
    else
      list += (list.empty() ? "" : ",") + part;
    at = std::next(last);
  }
  switch (print) {
    case Print::one_bracket:
      return "[" + list + "]";
    case Print::parentheses:
      return "(" + list + ")";
    case Print::superscript:
      return superscript(list);
    default:
      return list;
  }
}

/// A reference whose print was only blanks between its parts is composed of them.
std::string entry_text(const model::Document& document, const model::Block& block) {
  std::string text = text::squeeze(document.text.substr(block.span.start, block.span.size()));
  if (!block.label.empty() && text.starts_with(block.label)) {
    const size_t at = text.find_first_not_of(".)] ", block.label.size());
    text.erase(0, std::min(at, text.size()));
  }
  const auto found = std::find_if(document.references.begin(), document.references.end(),
                                  [&](const auto& each) { return each.label == block.label; });
  if (found == document.references.end() || found->fields.title.empty()) return text;
  int marks = 0;
  for (size_t at = 1; at < text.size(); ++at)
    marks += text[at] == ' ' && std::string_view(".,;:").find(text[at - 1]) != std::string_view::npos ? 1 : 0;
  const auto& authors = found->fields.authors;
  const std::string_view names = std::string_view(text).substr(
      0, authors.size() < 2 ? 0 : std::min(text.find(authors[1].family), text.size()));
  const bool parted = names.empty() || names.find_first_of(",;&") != std::string_view::npos ||
                      names.find(" and ") != std::string_view::npos;
  if (marks >= 4 && parted) return text;
  const auto& fields = found->fields;
  std::string out;
  for (const auto& author : fields.authors)
    out += (out.empty() ? "" : ", ") + author.family + (author.initials.empty() ? "" : " " + author.initials);
  out += (fields.et_al  ? ", et al. "
          : out.empty() ? ""
                        : ". ") +
         fields.title + ". " + fields.container + ". ";
  if (fields.year > 0) {
    const std::string year = std::to_string(fields.year);
    const size_t letter = text.find(year) + year.size();
    out += year;
    if (letter < text.size() && text[letter] >= 'a' && text[letter] <= 'h') out += text[letter];
  }
  if (!fields.volume.empty()) out += ";" + fields.volume;
  if (!fields.pages.empty()) out += ":" + fields.pages;
  return text::squeeze(out + ".");
}

}  // namespace

std::optional<MarkedText> plain_twin(const JatsArticle& article, Print print) {
  const model::Document& document = article.document;
  MarkedText twin;
  twin.name = document.path;
  std::map<std::string, size_t> numbers;
  for (const auto& block : document.blocks) {
    if (block.kind != model::BlockKind::reference) continue;
    numbers.emplace(block.label, twin.references.size());
    twin.references.push_back({entry_text(document, block), "", "", false});
  }
  const auto clusters = clusters_of(document, numbers);
  const auto by_name = static_cast<size_t>(
      std::count_if(clusters.begin(), clusters.end(), [](const Cluster& each) { return each.by_name; }));
  const bool named = 2 * by_name > clusters.size();
  if (clusters.empty() || (print == Print::author_and_year && !named)) return std::nullopt;

  auto next = clusters.begin();
  for (const auto& block : document.blocks) {
    using Kind = model::BlockKind;
    if (block.kind != Kind::title && block.kind != Kind::heading && block.kind != Kind::paragraph &&
        block.kind != Kind::list_item)
      continue;
    size_t at = block.span.start;
    const auto copy = [&](size_t end) {
      std::string words = document.text.substr(at, end - at);
      std::replace(words.begin(), words.end(), '\n', ' ');
      twin.text += words;
    };
    while (next != clusters.end() && next->span.start < at) ++next;
    for (; next != clusters.end() && next->span.end <= block.span.end; ++next) {
      if (next->span.start < at) continue;
      copy(next->span.start);
      at = next->span.end;
      // Where brackets went, the blank before them is of no use to a raised number.
      if (print == Print::superscript && twin.text.ends_with(' ')) twin.text.pop_back();
      const uint64_t start = twin.text.size();
      twin.text += print == Print::author_and_year ? document.text.substr(next->span.start, next->span.size())
                                                   : printed(next->references, print);
      twin.callouts.push_back({{start, twin.text.size()}, next->references});
    }
    copy(block.span.end);
    twin.text += "\n\n";
  }
  twin.text += "References\n\n";
  for (size_t at = 0; at < twin.references.size(); ++at)
    twin.text += (print == Print::author_and_year ? "" : std::to_string(at + 1) + ". ") +
                 twin.references[at].text + (print == Print::author_and_year ? "\n\n" : "\n");
  return twin;
}

}  // namespace evident::eval
