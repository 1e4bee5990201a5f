// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "model/article.hpp"
#include "model/work.hpp"

namespace evident::resolve {

/// Why a link was made (or not): one score per field that was compared, 0..1, absent where one side lacks the
/// field.
using FieldScores = std::map<std::string, double>;

struct Candidate {
  std::string work;  ///< work id
  double score = 0;  ///< 0..1
  FieldScores fields;
};

enum class Status { resolved, ambiguous, unresolved };

struct Resolution {
  Status status = Status::unresolved;
  std::string rule;                   ///< "pmid", "doi", "pmcid", "fields"; "" when unresolved
  std::vector<Candidate> candidates;  ///< best first; the first is the answer when resolved
};

/// Keys under which a record can be found by a reference or mention (model/link_key.hpp): a work's are single
/// facts, those of what points to it ask for one or for several at once. Two-way: both are indexed, so that a
/// new work finds the articles that it concerns. Prefix tells the kind: "i:" identifier ("i:pmid:123"), "t:"
/// title, "a:" first author + year, "p:" container/volume/page, "m:..." for mentions (person, year, journal,
/// institution, place, words of the title, registration, name of a trial, figures by twos and threes).
std::vector<std::string> work_keys(const model::WorkRecord& work);
std::vector<std::string> reference_keys(const model::Reference& reference);

/// Works found by keys, each once. Supplied by the store (or by a test).
class WorkSource {
 public:
  virtual ~WorkSource() = default;
  /// Records that answer any of the keys. A key that more than `limit` works answer is ignored (too common to
  /// tell).
  virtual std::vector<model::WorkRecord> works_with(const std::vector<std::string>& keys, size_t limit) = 0;
};

/// Which work a printed reference is: by identifier, else by fields. A pure function of the reference and the
/// works.
Resolution resolve(const model::Reference& reference, WorkSource& works);

/// Rule of the mention of a sentence that goes on with a description: the study is that of a sentence before.
inline constexpr const char* carried_over = "carried-over";

/// A link from a sentence to a study that it names or describes without a marker.
struct Mention {
  int sentence = 0;   ///< Sentence::number
  std::string quote;  ///< the words that point to the study, as they stand
  Place source;       ///< of the quote, or of the sentence where it is a description (bytes of the file)
  std::string
      rule;  ///< "person-year", "person-journal-year", "registration", "trial-name",
             ///< "description-by-figures", "figures", "institution-design", "place-topic", "carried-over" ...
  Candidate candidate;
};

/// Keys of all mention cues of an article's sentences (see work_keys).
std::vector<std::string> mention_keys(const model::Article& article);

/// All mention links of an article. `resolutions` belong to article.references, by index. Precision first:
/// below the threshold, or without a margin to the second candidate, nothing is linked. A description over
/// several sentences carries its link along. Also returns links to works known only as ghosts of the
/// article's own references (none are needed for that from the store).
std::vector<Mention> mentions(const model::Article& article, const std::vector<Resolution>& resolutions,
                              WorkSource& works);

}  // namespace evident::resolve
