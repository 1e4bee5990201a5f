// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "text/normal.hpp"
#include "text/sentences.hpp"

namespace {

std::string unescape(const std::string& field) {
  std::string out;
  for (size_t i = 0; i < field.size(); ++i) {
    if (field[i] != '\\' || i + 1 == field.size()) {
      out += field[i];
    } else {
      const char c = field[++i];
      out += c == 'n' ? '\n' : c == 't' ? '\t' : c;
    }
  }
  return out;
}

// Cases whose name tells what they are about are the Golden Rules; the others are asked for as a share only.
TEST(GoldenRules, AreKept) {
  const auto path = std::filesystem::path(EVIDENT_SHARED_DATA) / "sentences" / "golden_rules_en.tsv";
  std::ifstream in(path);
  if (!in) GTEST_SKIP() << "no data at " << path.string();
  size_t golden = 0;
  size_t golden_right = 0;
  size_t others = 0;
  size_t others_right = 0;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    std::vector<std::string> fields;
    std::istringstream columns(line);
    for (std::string field; std::getline(columns, field, '\t');) fields.push_back(unescape(field));
    if (fields.size() < 3) continue;
    std::vector<std::string> wanted;
    for (size_t i = 2; i < fields.size(); ++i) wanted.push_back(evident::text::squeeze(fields[i]));
    std::vector<std::string> found;
    for (const auto& span : evident::text::sentences(fields[1])) {
      found.push_back(evident::text::squeeze(std::string_view(fields[1]).substr(span.start, span.size())));
    }
    const bool is_golden = !fields[0].starts_with("correctly segments text");
    (is_golden ? golden : others) += 1;
    (is_golden ? golden_right : others_right) += found == wanted;
  }
  EXPECT_GE(golden, 48U);
  EXPECT_GE(golden_right * 100, golden * 97);
  EXPECT_GE(others_right * 100, others * 75);
}

}  // namespace
