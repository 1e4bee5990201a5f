// SPDX-License-Identifier: GPL-3.0-or-later
// Stance on claims that are known not to be supported: findings of SciFact's abstracts, each changed so that
// it says something else, held against the finding as it was printed.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "eval/failures.hpp"
#include "eval/measure.hpp"
#include "eval/scifact.hpp"
#include "extract/extract.hpp"

namespace evident::eval {

namespace {

using Change = std::optional<std::string> (*)(const std::string&);

std::optional<std::string> replaced(const std::string& text, std::string_view old, std::string_view fresh) {
  const size_t at = text.find(old);
  if (at == std::string::npos) return std::nullopt;
  return text.substr(0, at) + std::string(fresh) + text.substr(at + old.size());
}

std::optional<std::string> denied(const std::string& text) {
  for (const std::string verb : {" was ", " were ", " is ", " are "})
    if (auto changed = replaced(text, verb, verb + "not ")) return changed;
  return std::nullopt;
}

std::optional<std::string> turned(const std::string& text) {
  static constexpr std::pair<std::string_view, std::string_view> turns[] = {
      {" increased ", " decreased "}, {" decreased ", " increased "}, {" higher ", " lower "},
      {" lower ", " higher "},        {" reduced ", " increased "},   {" improved ", " worsened "},
      {" greater ", " smaller "},     {" longer ", " shorter "}};
  for (const auto& [old, fresh] : turns)
    if (auto changed = replaced(text, old, fresh)) return changed;
  return std::nullopt;
}

/// The number before the percent sign at `sign`; empty where none is.
std::string share_before(const std::string& text, size_t sign) {
  size_t start = sign;
  while (start > 0 && ((text[start - 1] >= '0' && text[start - 1] <= '9') || text[start - 1] == '.')) --start;
  return text.substr(start, sign - start);
}

/// The first two shares in each other's place; none where one of them is the level of an interval.
std::optional<std::string> exchanged(const std::string& text) {
  const size_t first = text.find('%'),
               second = first == std::string::npos ? first : text.find('%', first + 1);
  if (second == std::string::npos) return std::nullopt;
  const std::string one = share_before(text, first), other = share_before(text, second);
  if (one.empty() || other.empty() || one == other || one == "95" || other == "95") return std::nullopt;
  std::string changed = text;
  changed.replace(second - other.size(), other.size(), one);
  changed.replace(first - one.size(), one.size(), other);
  return changed;
}

std::optional<std::string> asked(const std::string& text) {
  return "We asked whether " + text;
}
std::optional<std::string> supposed(const std::string& text) {
  return "We hypothesised that " + text;
}
std::optional<std::string> disputed(const std::string& text) {
  return "Critics dispute that " + text;
}
std::optional<std::string> unchanged(const std::string& text) {
  return text;
}

struct Kind {
  std::string_view name;
  Change change;
  int claims = 0, supported = 0, contradicted = 0;
};

}  // namespace

Result measure_changed_findings(const Options& options) {
  std::vector<Kind> kinds{{"\"not\" put in", denied},
                          {"up for down, more for less", turned},
                          {"two percentages exchanged", exchanged},
                          {"\"We asked whether ...\"", asked},
                          {"\"We hypothesised that ...\"", supposed},
                          {"\"Critics dispute that ...\"", disputed},
                          {"unchanged", unchanged}};
  Failures failures;
  for (auto& [id, work] : read_abstracts(options.data / "scifact" / "corpus.jsonl")) {
    extract::study_facts(work);
    for (const model::Finding& finding : work.study.findings) {
      for (Kind& kind : kinds) {
        const auto claim = kind.change(finding.text);
        if (!claim) continue;
        const extract::Stance stance = extract::stance(*claim, finding.text, work.title).stance;
        ++kind.claims;
        kind.supported += stance == extract::Stance::supports;
        kind.contradicted += stance == extract::Stance::disputes;
        if (stance == extract::Stance::supports && kind.change != unchanged)
          failures.add(fmt::format("supported, {}", kind.name), fmt::format("\"{}\"", *claim));
      }
    }
  }
  Result result;
  result.table = "| findings, changed | claims | supported | disputed |\n|---|---|---|---|\n";
  for (const Kind& kind : kinds) {
    const auto share = [&](int count) { return static_cast<double>(count) / std::max(1, kind.claims); };
    result.table += fmt::format("| {} | {} | {:.3f} | {:.3f} |\n", kind.name, kind.claims,
                                share(kind.supported), share(kind.contradicted));
    const bool wanted = kind.change == unchanged;
    result.figures.push_back({wanted ? "unchanged, supported" : fmt::format("{}, not supported", kind.name),
                              wanted ? share(kind.supported) : 1 - share(kind.supported), 0, 0, 0.01});
  }
  failures.report(result);
  return result;
}

}  // namespace evident::eval
