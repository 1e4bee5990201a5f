// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/work.hpp"

#include <algorithm>

#include <array>
#include <stdexcept>
#include <utility>

#include "base/hash.hpp"
#include "text/normal.hpp"

namespace evident::model {

namespace {

constexpr std::array<std::pair<StudyDesign, std::string_view>, 19> designs{{
    {StudyDesign::unknown, ""},
    {StudyDesign::randomised_controlled_trial, "randomised controlled trial"},
    {StudyDesign::controlled_trial, "controlled trial"},
    {StudyDesign::clinical_trial, "clinical trial"},
    {StudyDesign::cohort, "cohort study"},
    {StudyDesign::case_control, "case-control study"},
    {StudyDesign::cross_sectional, "cross-sectional study"},
    {StudyDesign::case_report, "case report"},
    {StudyDesign::case_series, "case series"},
    {StudyDesign::systematic_review, "systematic review"},
    {StudyDesign::meta_analysis, "meta-analysis"},
    {StudyDesign::review, "review"},
    {StudyDesign::guideline, "guideline"},
    {StudyDesign::animal, "animal study"},
    {StudyDesign::in_vitro, "in vitro study"},
    {StudyDesign::qualitative, "qualitative study"},
    {StudyDesign::editorial, "editorial"},
    {StudyDesign::letter, "letter"},
    {StudyDesign::comment, "comment"},
}};

/// Other words that people and older stores use for a design, folded.
constexpr std::array<std::pair<std::string_view, StudyDesign>, 9> other_words{{
    {"rct", StudyDesign::randomised_controlled_trial},
    {"randomized controlled trial", StudyDesign::randomised_controlled_trial},
    {"randomised trial", StudyDesign::randomised_controlled_trial},
    {"randomized trial", StudyDesign::randomised_controlled_trial},
    {"trial", StudyDesign::clinical_trial},
    {"cohort", StudyDesign::cohort},
    {"animal", StudyDesign::animal},
    {"in vitro", StudyDesign::in_vitro},
    {"case control", StudyDesign::case_control},
}};

constexpr std::array<std::pair<WorkType, std::string_view>, 11> types{{
    {WorkType::article, "article-journal"},
    {WorkType::book, "book"},
    {WorkType::chapter, "chapter"},
    {WorkType::news, "article-newspaper"},
    {WorkType::webpage, "webpage"},
    {WorkType::thesis, "thesis"},
    {WorkType::report, "report"},
    {WorkType::conference, "paper-conference"},
    {WorkType::preprint, "article"},
    {WorkType::patent, "patent"},
    {WorkType::other, "document"},
}};

constexpr std::array<std::pair<WorkRelation, std::string_view>, 14> relations{{
    {WorkRelation::cites, "cites"},
    {WorkRelation::retracts, "retracts"},
    {WorkRelation::retracted_by, "retracted-by"},
    {WorkRelation::corrects, "corrects"},
    {WorkRelation::corrected_by, "corrected-by"},
    {WorkRelation::comments_on, "comments-on"},
    {WorkRelation::commented_by, "commented-by"},
    {WorkRelation::concern_about, "concern-about"},
    {WorkRelation::concern_raised_by, "concern-raised-by"},
    {WorkRelation::republishes, "republishes"},
    {WorkRelation::republished_by, "republished-by"},
    {WorkRelation::version_of, "version-of"},
    {WorkRelation::part_of, "part-of"},
    {WorkRelation::related, "related"},
}};

template <typename Table, typename Value>
std::string name_of(const Table& table, Value value) {
  for (const auto& [known, name] : table) {
    if (known == value) return std::string(name);
  }
  return "";
}

}  // namespace

std::string to_string(StudyDesign design) {
  return name_of(designs, design);
}

StudyDesign study_design(std::string_view words) {
  const std::string folded = text::fold(words);
  for (const auto& [design, name] : designs) {
    if (text::fold(name) == folded) return design;
  }
  for (const auto& [name, design] : other_words) {
    if (name == folded) return design;
  }
  return StudyDesign::unknown;
}

std::string to_string(WorkType type) {
  return name_of(types, type);
}

WorkType work_type(std::string_view csl_name) {
  for (const auto& [type, name] : types) {
    if (name == csl_name) return type;
  }
  return WorkType::other;
}

std::string to_string(WorkRelation relation) {
  return name_of(relations, relation);
}

WorkRelation work_relation(std::string_view name) {
  for (const auto& [relation, known] : relations) {
    if (known == name) return relation;
  }
  throw std::invalid_argument("no relation between works: " + std::string(name));
}

std::string abstract_text(const WorkRecord& work) {
  std::string all;
  for (const auto& section : work.abstract) {
    if (!all.empty()) all += ' ';
    all += section.text;
  }
  return all;
}

bool under_concern(const WorkRecord& work) {
  return std::any_of(work.links.begin(), work.links.end(),
                     [](const WorkLink& link) { return link.relation == WorkRelation::concern_raised_by; });
}

std::string match_key(const WorkRecord& work) {
  const std::string first_author = work.authors.empty() ? "" : text::fold(work.authors.front().family);
  // The dash between pages may be U+2010 to U+2015 too.
  const std::string first_page =
      work.pages.substr(0, std::min(work.pages.find_first_of("-,;"), work.pages.find("\xE2\x80")));
  return short_hash(first_author + '|' + std::to_string(work.issued.year) + '|' + text::fold(work.container) +
                        '|' + text::fold(work.volume) + '|' + text::fold(first_page) + '|' +
                        text::fold(work.title),
                    16);
}

std::string work_id(const WorkRecord& work) {
  std::string id = work_id(work.ids);
  return id.empty() ? "key:" + match_key(work) : id;
}

std::string target_id(const WorkLink& link, const std::string& work) {
  std::string id = work_id(link.target);
  return id.empty() ? "key:" + short_hash(work + '|' + to_string(link.relation) + '|' + link.printed, 16)
                    : id;
}

}  // namespace evident::model
