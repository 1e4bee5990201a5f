// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/record/labels.hpp"

#include <algorithm>
#include <array>

#include "read/record/values.hpp"
#include "text/normal.hpp"

namespace evident::read::record {

namespace {

constexpr std::string_view asreview = "ASReview_";
constexpr std::string_view rayyan = "RAYYAN-";

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// Takes every "ASReview_relevant" out of the note, with the full stop behind it.
void take_asreview(model::WorkRecord& work, std::string& note) {
  for (size_t at = note.find(asreview); at != std::string::npos; at = note.find(asreview, at)) {
    size_t end = at + asreview.size();
    while (end < note.size() && is_word(note[end])) ++end;
    const std::string word =
        text::fold(std::string_view(note).substr(at + asreview.size(), end - at - asreview.size()));
    if (word == "prior" || word == "not seen") {
      add_tag(work, word == "prior" ? "prior" : "not-seen");
    } else if (const std::string decided = decision(word); !decided.empty()) {
      add_tag(work, decided);
    } else {
      at = end;
      continue;
    }
    if (end < note.size() && note[end] == '.') ++end;
    note.erase(at, end - at);
  }
}

/// "{"Ann"=>"Included", "Ben"=>"Excluded"}": names and decisions in turn.
std::vector<std::string> quoted(std::string_view list) {
  std::vector<std::string> words;
  for (size_t open = list.find('"'); open != std::string_view::npos; open = list.find('"', open)) {
    const size_t close = list.find('"', open + 1);
    if (close == std::string_view::npos) break;
    words.emplace_back(list.substr(open + 1, close - open - 1));
    open = close + 1;
  }
  return words;
}

void add_inclusion(model::WorkRecord& work, std::string_view list) {
  const auto words = quoted(list);
  std::vector<std::string> decisions;
  for (size_t i = 0; i + 1 < words.size(); i += 2) {
    std::string decided = decision(words[i + 1]);
    if (decided.empty()) decided = text::fold(words[i + 1]);
    add_tag(work, "reviewer=" + words[i] + ":" + decided);
    decisions.push_back(std::move(decided));
  }
  const bool agree =
      !decisions.empty() && std::all_of(decisions.begin(), decisions.end(),
                                        [&](const auto& one) { return one == decisions.front(); });
  if (agree) add_tag(work, decisions.front());
}

/// Takes "RAYYAN-INCLUSION: ... | RAYYAN-LABELS: ... | RAYYAN-EXCLUSION-REASONS: ..." out of the note.
void take_rayyan(model::WorkRecord& work, std::string& note) {
  for (size_t at = note.find(rayyan); at != std::string::npos; at = note.find(rayyan, at)) {
    const size_t colon = note.find(':', at);
    const size_t end = std::min(note.find('|', at), note.size());
    if (colon == std::string::npos || colon > end) {
      at = end;
      continue;
    }
    const std::string_view kind =
        std::string_view(note).substr(at + rayyan.size(), colon - at - rayyan.size());
    const std::string_view value = std::string_view(note).substr(colon + 1, end - colon - 1);
    if (kind == "INCLUSION") {
      add_inclusion(work, value);
    } else if (kind == "LABELS" || kind == "EXCLUSION-REASONS") {
      for (const auto& one : split(value, ','))
        add_tag(work, (kind == "LABELS" ? "label=" : "reason=") + one);
    } else {
      at = end;
      continue;
    }
    note.erase(at, std::min(end + 1, note.size()) - at);
  }
}

}  // namespace

void add_tag(model::WorkRecord& work, std::string tag) {
  tag = text::squeeze(tag);
  if (tag.empty() || std::find(work.tags.begin(), work.tags.end(), tag) != work.tags.end()) return;
  work.tags.push_back(std::move(tag));
}

std::string decision(std::string_view words) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 22> known{{
      {"1", "included"},          {"1 0", "included"},      {"yes", "included"},
      {"y", "included"},          {"true", "included"},     {"include", "included"},
      {"included", "included"},   {"relevant", "included"}, {"0", "excluded"},
      {"0 0", "excluded"},        {"no", "excluded"},       {"n", "excluded"},
      {"false", "excluded"},      {"exclude", "excluded"},  {"excluded", "excluded"},
      {"irrelevant", "excluded"}, {"maybe", "maybe"},       {"undecided", "maybe"},
      {"unsure", "maybe"},        {"borderline", "maybe"},  {"not relevant", "excluded"},
      {"not seen", "not-seen"},
  }};
  const std::string folded = text::fold(words);
  const auto found =
      std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.first == folded; });
  return found == known.end() ? "" : std::string(found->second);
}

void add_note(model::WorkRecord& work, std::string_view printed) {
  std::string note(printed);
  take_asreview(work, note);
  take_rayyan(work, note);
  // Reference managers keep notes as HTML.
  note = without_markup(note);
  if (!note.empty()) work.notes.push_back(std::move(note));
}

}  // namespace evident::read::record
