// SPDX-License-Identifier: GPL-3.0-or-later
// Ends of sentences: the Golden Rules and other hard cases, and the articles of the CRAFT treebank.
#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "eval/failures.hpp"
#include "eval/markup.hpp"
#include "eval/measure.hpp"
#include "eval/pair_score.hpp"
#include "text/normal.hpp"
#include "text/sentences.hpp"

namespace evident::eval {

namespace {

namespace fs = std::filesystem;
using text::squeeze;

std::string unescape(const std::string& field) {
  std::string out;
  for (size_t i = 0; i < field.size(); ++i) {
    if (field[i] != '\\' || i + 1 == field.size()) {
      out += field[i];
      continue;
    }
    const char c = field[++i];
    out += c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
  }
  return out;
}

std::string letters_of(const std::vector<std::string>& texts) {
  std::string out;
  for (const auto& each : texts) {
    std::copy_if(each.begin(), each.end(), std::back_inserter(out),
                 [](unsigned char c) { return std::isspace(c) == 0; });
  }
  return out;
}

struct Cases {
  size_t right = 0, all = 0;
  double share() const { return static_cast<double>(right) / static_cast<double>(std::max<size_t>(1, all)); }
};

/// Lines of "name, text, sentence ...". The Golden Rules are the cases that have a name of their own.
void ask_cases(const fs::path& file, Cases& golden, Cases& every, Failures& failures) {
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    std::vector<std::string> fields;
    std::istringstream columns(line);
    for (std::string field; std::getline(columns, field, '\t');) fields.push_back(unescape(field));
    if (fields.size() < 3) continue;
    std::vector<std::string> found, wanted;
    for (const auto& span : text::sentences(fields[1]))
      found.push_back(squeeze(std::string_view(fields[1]).substr(span.start, span.size())));
    for (size_t i = 2; i < fields.size(); ++i) wanted.push_back(squeeze(fields[i]));
    const bool is_golden = !fields[0].starts_with("correctly segments text");
    every.right += found == wanted;
    ++every.all;
    if (is_golden) golden.right += found == wanted, ++golden.all;
    if (found == wanted) continue;
    // Spans cut a text and cannot change it.
    const std::string cause = is_golden                                 ? "wrong, a Golden Rule"
                              : letters_of(found) != letters_of(wanted) ? "case, asks for changed text"
                              : found.size() > wanted.size()            ? "case, parted too often"
                                                                        : "case, parted too seldom";
    failures.add(cause,
                 fmt::format("found {}, wanted {}", fmt::join(found, " | "), fmt::join(wanted, " | ")));
  }
}

/// What stands around the place tells why it is hard.
std::string cause_at(const std::string& text, size_t end) {
  const size_t next = text.find_first_not_of(" \n\t\xC2\xA0", end);
  const char before = end == 0 ? ' ' : text[end - 1];
  if (next == std::string::npos) return "at the end of the text";
  if (text.find('\n', end) < next) return "at the end of a line";
  if (before != '.')
    return std::string_view("?!:;").find(before) == std::string_view::npos
               ? "after a word or bracket"
               : "after a mark other than a full stop";
  const size_t word = text.find_last_of(" (\n", end - 1);
  if (end - (word == std::string::npos ? 0 : word + 1) <= 5) return "after a short word with a full stop";
  return std::islower(static_cast<unsigned char>(text[next])) != 0 ? "before a small letter"
                                                                   : "after a long word with a full stop";
}

std::string shown(const std::string& text, size_t end) {
  return fmt::format("\"{} || {}\"", squeeze(text.substr(end > 70 ? end - 70 : 0, std::min<size_t>(end, 70))),
                     squeeze(text.substr(end, 50)));
}

void ask_article(const fs::path& rows_file, PairScore& ends, PairScore& whole, Failures& failures) {
  std::set<std::pair<size_t, size_t>> gold, found;
  std::ifstream rows(rows_file);
  std::string header;
  std::getline(rows, header);
  for (size_t start = 0, end = 0; rows >> start >> end;) gold.emplace(start, end);
  const std::string text = read_file(fs::path(rows_file).replace_extension(".txt"));
  for (size_t start = 0; start < text.size();) {
    const size_t end = std::min(text.find('\n', start), text.size());
    for (const auto& span : text::sentences(std::string_view(text).substr(start, end - start)))
      found.emplace(start + span.start, start + span.end);
    start = end + 1;
  }
  ends.next_text();
  whole.next_text();
  std::set<size_t> gold_ends, found_ends;
  for (const auto& span : gold) {
    gold_ends.insert(span.second);
    if (found.contains(span))
      whole.hit();
    else
      whole.missed();
  }
  for (const auto& span : found) {
    found_ends.insert(span.second);
    if (!gold.contains(span)) whole.wrong();
  }
  for (const size_t end : found_ends) {
    if (gold_ends.contains(end)) continue;
    ends.wrong();
    failures.add("wrong end " + cause_at(text, end), shown(text, end));
  }
  for (const size_t end : gold_ends) {
    if (found_ends.contains(end)) {
      ends.hit();
      continue;
    }
    ends.missed();
    failures.add("missed end " + cause_at(text, end), shown(text, end));
  }
}

}  // namespace

Result measure_sentences(const Options& options) {
  const fs::path folder = options.data / "sentences";
  Result result;
  Failures failures;
  Cases golden, every;
  ask_cases(folder / "golden_rules_en.tsv", golden, every, failures);
  PairScore ends, whole;
  for (const auto& file : files_below(folder / "craft", ".tsv")) ask_article(file, ends, whole, failures);
  result.table = fmt::format(
      "| rules | cases | right |\n|---|---|---|\n| Golden Rules | {} | {} |\n| all cases | {} | {} |\n\n"
      "| CRAFT, {} articles | wanted | precision | recall | F1 (95 %) |\n|---|---|---|---|---|\n"
      "| ends {}\n| whole sentences {}\n",
      golden.all, golden.right, every.all, every.right, ends.texts(), ends.cells(), whole.cells());
  result.figures = {{"Golden Rules", golden.share(), 0, 0, 0}, {"all cases", every.share(), 0, 0, 0.01}};
  ends.add_figure(result, "CRAFT F1 of ends", 0.001);
  failures.report(result);
  return result;
}

}  // namespace evident::eval
