// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/study.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "text/normal.hpp"

namespace evident::render {

namespace {

using model::QuantityKind;

constexpr size_t most_told = 6;

/// Doses and durations as printed, each once.
std::vector<std::string> told_figures(const model::StudyFacts& study) {
  std::vector<std::string> told;
  for (const auto& figure : study.quantities) {
    if (figure.kind != QuantityKind::dose && figure.kind != QuantityKind::duration) continue;
    std::string printed = text::squeeze(figure.printed);
    if (std::find(told.begin(), told.end(), printed) == told.end()) told.push_back(std::move(printed));
    if (told.size() == most_told) break;
  }
  return told;
}

}  // namespace

std::string study_line(const model::WorkRecord& work) {
  std::string line = model::to_string(work.study.design);
  if (work.study.sample_size > 0)
    line += fmt::format("{}{} participants", line.empty() ? "" : ", ", work.study.sample_size);
  return line;
}

std::string study_details(const model::WorkRecord& work) {
  std::vector<std::string> parts, arms;
  for (const auto& arm : work.study.arms) arms.push_back(fmt::format("{} {}", arm.label, arm.size));
  if (!arms.empty()) parts.push_back(fmt::format("arms: {}", fmt::join(arms, ", ")));
  if (const auto told = told_figures(work.study); !told.empty())
    parts.push_back(fmt::format("told: {}", fmt::join(told, ", ")));
  if (!work.study.countries.empty())
    parts.push_back(fmt::format("{}", fmt::join(work.study.countries, ", ")));
  if (!work.study.registrations.empty())
    parts.push_back(fmt::format("{}", fmt::join(work.study.registrations, ", ")));
  return fmt::format("{}", fmt::join(parts, "; "));
}

Json json_study(const model::StudyFacts& study) {
  Json json = {{"arms", Json::array()}, {"figures", Json::array()}};
  for (const auto& arm : study.arms) json["arms"].push_back({{"label", arm.label}, {"size", arm.size}});
  for (const auto& figure : study.quantities) {
    Json entry = {
        {"kind", model::to_string(figure.kind)}, {"value", figure.value}, {"printed", figure.printed}};
    if (figure.of != 0) entry["of"] = figure.of;
    if (!figure.unit.empty()) entry["unit"] = figure.unit;
    json["figures"].push_back(std::move(entry));
  }
  json["countries"] = study.countries;
  json["cities"] = study.cities;
  json["institutions"] = study.institutions;
  json["registrations"] = study.registrations;
  return json;
}

}  // namespace evident::render
