// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve/mention_targets.hpp"

#include <algorithm>

namespace evident::resolve {

namespace {

constexpr size_t common_key = 200;  ///< a key that more works share tells nothing

constexpr size_t most_cited = 2'000;

/// The work that a reference was resolved to; "" where none is.
std::string resolved_work(const std::vector<Resolution>& resolutions, size_t reference) {
  if (reference >= resolutions.size() || resolutions[reference].status != Status::resolved ||
      resolutions[reference].candidates.empty())
    return "";
  return resolutions[reference].candidates.front().work;
}

}  // namespace

MentionTargets::MentionTargets(const model::Article& article, const std::vector<Resolution>& resolutions,
                               WorkSource& works)
    : m_article(article), m_resolutions(resolutions), m_works(works) {
  // Each passage is held against each work that the article cites; those of a bibliography are found by keys,
  // as other works are.
  if (m_article.references.size() > most_cited) return;
  std::vector<std::string> keys;
  for (size_t at = 0; at < m_article.references.size(); ++at) {
    if (std::string work = resolved_work(m_resolutions, at); !work.empty())
      keys.push_back("i:" + work);
    else if (at >= m_resolutions.size() || m_resolutions[at].status == Status::unresolved)
      m_cited.push_back(target(ghost_of(m_article, m_article.references[at])));
  }
  if (keys.empty()) return;
  for (model::WorkRecord& work : m_works.works_with(keys, common_key))
    m_cited.push_back(target(std::move(work)));
}

const MentionTarget* MentionTargets::target(model::WorkRecord work) {
  auto& kept = m_targets[model::work_id(work)];
  if (!kept) kept = std::make_unique<MentionTarget>(std::move(work));
  return kept.get();
}

MentionTargets::List MentionTargets::found_by(const std::vector<std::string>& keys, size_t limit) {
  List found = m_cited;
  if (!keys.empty())
    for (model::WorkRecord& work : m_works.works_with(keys, limit)) found.push_back(target(std::move(work)));
  std::sort(found.begin(), found.end(),
            [](const MentionTarget* left, const MentionTarget* right) { return left->id < right->id; });
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::set<std::string> MentionTargets::cited_by(const model::Sentence& sentence) const {
  std::set<std::string> works;
  for (const model::Citation& citation : sentence.citations)
    for (const int reference : citation.references) {
      const auto at = static_cast<size_t>(reference);
      if (std::string work = resolved_work(m_resolutions, at); !work.empty())
        works.insert(std::move(work));
      else if (at < m_article.references.size())
        works.insert(model::work_id(ghost_of(m_article, m_article.references[at])));
    }
  return works;
}

bool MentionTargets::cites_study(const model::Sentence& sentence) const {
  const auto is_study = [&](int reference) {
    const auto at = static_cast<size_t>(reference);
    if (at >= m_article.references.size()) return false;
    const model::WorkType type = m_article.references[at].fields.type;
    return type != model::WorkType::news && type != model::WorkType::webpage;
  };
  return std::any_of(sentence.citations.begin(), sentence.citations.end(),
                     [&](const model::Citation& citation) {
                       return std::any_of(citation.references.begin(), citation.references.end(), is_study);
                     });
}

}  // namespace evident::resolve
