// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/field/fields.hpp"
#include "extract/field/scan.hpp"

namespace evident::extract::field {

model::WorkType type(const model::Reference& reference) {
  const auto& fields = reference.fields;
  const auto says = [&](std::string_view word) {
    return find_word(reference.text, word) != std::string::npos;
  };
  if (!reference.ids.pmid.empty() || !reference.ids.pmcid.empty()) return model::WorkType::article;
  if (says("thesis") || says("dissertation")) return model::WorkType::thesis;
  if (says("patent")) return model::WorkType::patent;
  if (says("preprint") || says("biorxiv") || says("medrxiv") || says("arxiv"))
    return model::WorkType::preprint;
  if (!fields.volume.empty() && !fields.container.empty()) return model::WorkType::article;
  if (says("proceedings") || says("conference") || says("symposium")) return model::WorkType::conference;
  if (says("isbn") || says("publisher") || says("university press") || says("edition") || says("2nd ed") ||
      says("press"))
    return model::WorkType::book;
  if (says("news") || says("times") || says("guardian") || says("medscape")) return model::WorkType::news;
  if (!reference.ids.doi.empty()) return model::WorkType::article;
  if (!fields.url.empty() || !fields.accessed.empty())
    return fields.date.size() > 4 ? model::WorkType::news : model::WorkType::webpage;
  if (says("report")) return model::WorkType::report;
  if (!fields.container.empty() && !fields.pages.empty()) return model::WorkType::article;
  // An undated day and a title alone, as wikis print news: '"Headline". 2008-12-08.'
  if (fields.authors.empty() && fields.date.size() > 7) return model::WorkType::news;
  return model::WorkType::other;
}

}  // namespace evident::extract::field
