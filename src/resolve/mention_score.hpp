// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/work.hpp"
#include "resolve/mention_cues.hpp"
#include "resolve/mention_figures.hpp"
#include "resolve/printed_citations.hpp"
#include "resolve/resolve.hpp"
#include "resolve/study_names.hpp"

namespace evident::resolve {

/// A work with what is compared of it, computed once for an article.
struct MentionTarget {
  explicit MentionTarget(model::WorkRecord record);
  model::WorkRecord work;
  std::string id;
  std::set<std::string> title_topics, abstract_topics;
  std::vector<std::string> families;  ///< last words of the folded surnames, in the order of authors
  std::vector<std::string> places;    ///< folded countries and cities
  std::vector<std::string> cities;    ///< folded
  std::vector<std::string> institutions;
  std::string whereabouts;  ///< folded affiliations, in a row
  std::string told;         ///< folded title and abstract
  StudyNames names;
  std::vector<Figure> figures;
  std::set<std::string> acronyms;
  bool self_experiment = false;
};

/// What a stretch of text tells, and the frame that it stands in.
struct MentionContext {
  StudyCues cues;
  const PersonCue* person = nullptr;  ///< whose work the stretch is about; null where none is named
  std::string heading_family,
      heading_given;                     ///< person of the heading, where the text goes on with "he" or "she"
  bool with_references = false;          ///< of the article: it has a marker for what it cites
  bool own_study = false;                ///< the first sentence speaks of "our" study
  std::set<std::string> article_topics;  ///< what the whole article is about: a pronoun may stand for it
};

struct MentionScore {
  double score = 0;
  FieldScores fields;
  std::string rule;
};

/// nullopt where something contradicts, or where too few independent things agree.
std::optional<MentionScore> score_mention(const MentionContext& context, const MentionTarget& target);

/// Of a description that names no person: where and by whom the study was made, where it was printed, its
/// figures and its words, weighed against its being about any other.
std::optional<MentionScore> score_described(const MentionContext& context, const MentionTarget& target);

/// Of a sentence that names nothing: whether its figures, words and acronyms are those of the study, weighed
/// against its being about any other.
std::optional<MentionScore> score_fingerprint(const std::vector<Figure>& told,
                                              const std::set<std::string>& topics,
                                              const std::set<std::string>& acronyms,
                                              const MentionTarget& target);

/// Of a sentence that calls a study by its name or number; words tell the reports of one study apart.
std::optional<MentionScore> score_named(const StudyNames& names, const std::set<std::string>& topics,
                                        const MentionTarget& target);

/// True where a citation names the authors and the year of a work: the first author, those named beside, and
/// whether there are more.
bool cites(const PrintedCitation& citation, const MentionTarget& target);

/// Of a work cited by name and year: authors and year must agree, words of the sentence and of the article
/// tell the works of one author apart.
std::optional<MentionScore> score_citation(const PrintedCitation& citation,
                                           const std::set<std::string>& topics,
                                           const std::set<std::string>& article_topics,
                                           const MentionTarget& target);

}  // namespace evident::resolve
