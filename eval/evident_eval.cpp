// SPDX-License-Identifier: GPL-3.0-or-later
// Measures quality on data that is not part of the project.
//   evident_eval [--data FOLDER] [--work FOLDER] [--quick] [--check | --bless] [--failures] [MEASURE ...]
// Prints each measure's table. --check compares with eval/blessed.json and fails (1) where a figure fell by
// more than its noise; --bless writes that file and the tables of docs/quality.md. 77: no data, nothing
// measured.
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <fstream>
#include <set>
#include <stdexcept>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "eval/markup.hpp"
#include "eval/measure.hpp"

namespace {

using namespace evident::eval;
namespace fs = std::filesystem;
using nlohmann::json;

const fs::path source = EVIDENT_SOURCE_DIR;
const fs::path blessed_file = source / "eval" / "blessed.json";

bool fell(const json& blessed, const Measure& measure, const Result& result) {
  bool bad = false;
  for (const auto& figure : result.figures) {
    const auto known = blessed.value(measure.name, json::object()).value(figure.name, json());
    if (known.is_null()) continue;
    const double before = known.at("value"), noise = known.at("noise");
    const bool worse = figure.value < before - noise;
    fmt::print("{} {}, {}: {:.4f}, blessed {:.4f}, noise {:.4f}\n", worse ? "FELL" : "ok  ", measure.name,
               figure.name, figure.value, before, noise);
    bad = bad || worse;
  }
  return bad;
}

void bless(json& blessed, const Measure& measure, const Result& result) {
  json& figures = blessed[measure.name] = json::object();
  for (const auto& figure : result.figures)
    figures[figure.name] = {{"value", std::round(1e4 * figure.value) / 1e4}, {"noise", figure.noise}};
  std::ofstream(blessed_file) << blessed.dump(2) << '\n';
  // The table of docs/quality.md stands between two comments.
  const fs::path page = source / "docs" / "quality.md";
  std::string text = read_file(page);
  const std::string begin = "<!-- evident_eval " + measure.name + " -->\n", end = "<!-- end -->";
  const size_t at = text.find(begin);
  if (at == std::string::npos) return;
  const size_t from = at + begin.size(), to = text.find(end, from);
  if (to > text.find("<!-- evident_eval ", from) || to == std::string::npos)
    throw std::runtime_error("docs/quality.md: the table of " + measure.name + " has no end");
  std::string block = "\n" + result.table + "\n";
  for (size_t i = 0; i < std::min<size_t>(result.failures.size(), 10); ++i)
    block += "- " + result.failures[i] + "\n";
  if (!result.failures.empty()) block += "\n";
  text.replace(from, to - from, block);
  std::ofstream(page) << text;
}

}  // namespace

int main(int argc, char** argv) {
  Options options{source / ".." / "shared" / "data",
                  fs::temp_directory_path() / fmt::format("evident_eval-{}", getpid()), source};
  bool quick = false, check = false, blessing = false, failures = false, measured = false, bad = false;
  bool own_work = false;         // files of the user's stay
  std::set<std::string> wanted;  // none: all
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--data" && i + 1 < argc)
      options.data = argv[++i];
    else if (word == "--work" && i + 1 < argc)
      options.work = argv[++i], own_work = true;
    else if (word == "--quick")
      quick = true;
    else if (word == "--check")
      check = true;
    else if (word == "--bless")
      blessing = true;
    else if (word == "--failures")
      failures = true;
    else if (word.starts_with("-"))
      return std::fprintf(stderr, "unknown option: %s\n", argv[i]), 2;
    else
      wanted.insert(word);
  }
  json blessed = json::object();
  if (fs::exists(blessed_file)) blessed = json::parse(read_file(blessed_file));
  const bool named = !wanted.empty();
  for (const Measure& measure : registry()) {
    if (named ? wanted.erase(measure.name) == 0 : quick && !measure.quick) continue;
    const auto missing =
        std::find_if(measure.needs.begin(), measure.needs.end(),
                     [&](const std::string& need) { return !fs::exists(options.data / need); });
    if (missing != measure.needs.end()) {
      fmt::print("{}: skipped, {} is missing\n", measure.name, (options.data / *missing).string());
      continue;
    }
    fs::create_directories(options.work);
    const Result result = measure.run(options);
    measured = true;
    fmt::print("{}:\n{}\n", measure.name, result.table);
    if (failures) {
      for (const auto& failure : result.failures) fmt::print("{}\n", failure);
    }
    if (check) bad = fell(blessed, measure, result) || bad;
    if (blessing) bless(blessed, measure, result);
    std::fflush(stdout);
  }
  if (!own_work) fs::remove_all(options.work);
  if (!wanted.empty()) return fmt::print(stderr, "no such measure: {}\n", *wanted.begin()), 2;
  return bad ? 1 : measured ? 0 : 77;
}
