// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/pubmed/relations.hpp"

#include <algorithm>
#include <array>

#include "read/pubmed/names.hpp"
#include "read/pubmed/parts.hpp"

namespace evident::read::pubmed {

namespace {

using model::WorkRelation;

/// RefType and what it says of the record that bears it.
constexpr std::array<std::pair<std::string_view, WorkRelation>, 21> relations{{
    {"Cites", WorkRelation::cites},
    {"RetractionIn", WorkRelation::retracted_by},
    {"RetractionOf", WorkRelation::retracts},
    {"PartialRetractionIn", WorkRelation::retracted_by},
    {"PartialRetractionOf", WorkRelation::retracts},
    {"ErratumIn", WorkRelation::corrected_by},
    {"ErratumFor", WorkRelation::corrects},
    {"CommentIn", WorkRelation::commented_by},
    {"CommentOn", WorkRelation::comments_on},
    {"ExpressionOfConcernIn", WorkRelation::concern_raised_by},
    {"ExpressionOfConcernFor", WorkRelation::concern_about},
    {"RepublishedIn", WorkRelation::republished_by},
    {"RepublishedFrom", WorkRelation::republishes},
    {"CorrectedandRepublishedIn", WorkRelation::republished_by},
    {"CorrectedandRepublishedFrom", WorkRelation::republishes},
    {"RetractedandRepublishedIn", WorkRelation::republished_by},
    {"RetractedandRepublishedFrom", WorkRelation::republishes},
    {"ReprintIn", WorkRelation::republished_by},
    {"ReprintOf", WorkRelation::republishes},
    {"UpdateIn", WorkRelation::version_of},
    {"UpdateOf", WorkRelation::version_of},
}};

}  // namespace

void add_relations(xml::SourceNode list, model::WorkRecord& record) {
  for (xml::SourceNode item : list) {
    if (item.role() != tag::CommentsCorrections) continue;
    const std::string type = item.attribute("RefType");
    const auto found = std::find_if(relations.begin(), relations.end(),
                                    [&](const auto& known) { return known.first == type; });
    model::WorkLink link;
    link.relation = found == relations.end() ? WorkRelation::related : found->second;
    link.printed = text(item.child(tag::RefSource));
    if (auto pmid = model::normal_pmid(text(item.child(tag::PMID)))) link.target.pmid = std::move(*pmid);
    if (type == "RetractionIn" || type == "RetractedandRepublishedIn") record.retracted = true;
    // That there is a notice tells something even where it is not named.
    const bool mark =
        link.relation == WorkRelation::retracted_by || link.relation == WorkRelation::concern_raised_by;
    if (link.target.empty() && link.printed.empty() && !mark) continue;
    record.links.push_back(std::move(link));
  }
}

}  // namespace evident::read::pubmed
