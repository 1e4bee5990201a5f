// SPDX-License-Identifier: GPL-3.0-or-later
// Prints how well sentences() does on the Golden Rules and on the CRAFT articles, as a table in Markdown.
// Usage: sentences_eval DATA_FOLDER [--show]; --show lists the cases that differ.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "text/normal.hpp"
#include "text/sentences.hpp"

namespace {

using evident::text::sentences;
using evident::text::squeeze;

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

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

struct Share {
  size_t right = 0;
  size_t all = 0;
  double percent() const {
    return all == 0 ? 0 : 100.0 * static_cast<double>(right) / static_cast<double>(all);
  }
};

void evaluate_rules(const std::filesystem::path& path, bool show, Share& golden, Share& cases) {
  std::ifstream in(path);
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    std::vector<std::string> fields;
    std::istringstream columns(line);
    for (std::string field; std::getline(columns, field, '\t');) fields.push_back(unescape(field));
    if (fields.size() < 3) continue;
    std::vector<std::string> found;
    for (const auto& span : sentences(fields[1])) {
      found.push_back(squeeze(std::string_view(fields[1]).substr(span.start, span.size())));
    }
    std::vector<std::string> wanted;
    for (size_t i = 2; i < fields.size(); ++i) wanted.push_back(squeeze(fields[i]));
    const bool right = found == wanted;
    const bool is_golden = !fields[0].starts_with("correctly segments text");
    cases.right += right;
    ++cases.all;
    if (is_golden) golden.right += right, ++golden.all;
    if (right || !show) continue;
    std::cout << (is_golden ? "GOLDEN " : "case ") << fields[0] << '\n';
    for (const auto& s : found) std::cout << "    found  | " << s << '\n';
    for (const auto& s : wanted) std::cout << "    wanted | " << s << '\n';
  }
}

struct Boundaries {
  size_t found = 0;
  size_t gold = 0;
  size_t both = 0;
};

/// Sentences as pairs of start and end, and their ends alone.
void evaluate_craft(const std::filesystem::path& folder, bool show, Boundaries& ends, Boundaries& spans) {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".tsv") continue;
    std::set<std::pair<size_t, size_t>> gold;
    std::ifstream rows(entry.path());
    std::string header;
    std::getline(rows, header);
    for (size_t start = 0, end = 0; rows >> start >> end;) gold.emplace(start, end);
    auto text_path = entry.path();
    const std::string text = read_file(text_path.replace_extension(".txt"));
    std::set<std::pair<size_t, size_t>> found;
    for (size_t start = 0; start < text.size();) {
      const size_t end = std::min(text.find('\n', start), text.size());
      for (const auto& span : sentences(std::string_view(text).substr(start, end - start))) {
        found.emplace(start + span.start, start + span.end);
      }
      start = end + 1;
    }
    std::set<size_t> gold_ends;
    for (const auto& span : gold) gold_ends.insert(span.second);
    std::set<size_t> found_ends;
    for (const auto& span : found) found_ends.insert(span.second);
    ends.gold += gold_ends.size();
    ends.found += found_ends.size();
    spans.gold += gold.size();
    spans.found += found.size();
    for (const auto& span : found) spans.both += gold.contains(span);
    for (const size_t end : found_ends) {
      if (gold_ends.contains(end)) {
        ++ends.both;
      } else if (show) {
        std::cout << "  extra   | "
                  << squeeze(text.substr(end > 60 ? end - 60 : 0, std::min<size_t>(end, 60))) << " || "
                  << squeeze(text.substr(end, 50)) << '\n';
      }
    }
    for (const size_t end : gold_ends) {
      if (show && !found_ends.contains(end)) {
        std::cout << "  missing | "
                  << squeeze(text.substr(end > 60 ? end - 60 : 0, std::min<size_t>(end, 60))) << " || "
                  << squeeze(text.substr(end, 50)) << '\n';
      }
    }
  }
}

void print_boundaries(const char* name, const Boundaries& counts) {
  const double precision =
      static_cast<double>(counts.both) / static_cast<double>(std::max<size_t>(1, counts.found));
  const double recall =
      static_cast<double>(counts.both) / static_cast<double>(std::max<size_t>(1, counts.gold));
  const double f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
  std::printf("| %s | %zu | %.4f | %.4f | %.4f |\n", name, counts.gold, precision, recall, f1);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: sentences_eval DATA_FOLDER [--show]\n";
    return 2;
  }
  const std::filesystem::path folder = std::filesystem::path(argv[1]) / "sentences";
  const bool show = argc > 2 && std::string_view(argv[2]) == "--show";
  Share golden;
  Share cases;
  evaluate_rules(folder / "golden_rules_en.tsv", show, golden, cases);
  Boundaries ends;
  Boundaries spans;
  evaluate_craft(folder / "craft", show, ends, spans);
  std::cout.flush();
  std::printf("| Rules | cases | right | share |\n|---|---|---|---|\n");
  std::printf("| Golden Rules | %zu | %zu | %.1f %% |\n", golden.all, golden.right, golden.percent());
  std::printf("| all cases | %zu | %zu | %.1f %% |\n\n", cases.all, cases.right, cases.percent());
  std::printf("| CRAFT | gold | precision | recall | F1 |\n|---|---|---|---|---|\n");
  print_boundaries("boundaries (sentence ends)", ends);
  print_boundaries("whole sentences", spans);
}
