// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/audit.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "query/evidence.hpp"
#include "query/retraction.hpp"

namespace evident::query {

namespace {

std::string name_of(const std::string& id, const model::WorkRecord& work) {
  return work.title.empty() ? id : fmt::format("\"{}\" ({})", work.title, id);
}

/// A link by identifier to a record whose title and authors are others than those printed.
bool is_of_another_work(const model::Edge& link) {
  const auto score = [&](const char* field) {
    const auto found = link.fields.find(field);
    return found == link.fields.end() ? -1.0 : found->second;
  };
  const bool by_identifier = link.rule == "pmid" || link.rule == "doi" || link.rule == "pmcid";
  const double title = score("title"), author = score("author");
  return by_identifier && title >= 0 && title < 0.3 && author >= 0 && author < 0.3;
}

class Auditor {
 public:
  explicit Auditor(const index::Store& store) : m_store(store), m_evidence(store) {
    for (auto& file : store.files()) {
      for (auto& diagnostic : file.diagnostics) {
        // Told with the claim that it stands in.
        if (diagnostic.code == "dangling-citation") continue;
        m_files[diagnostic.path].push_back(std::move(diagnostic));  // the path may be of a member of the file
      }
    }
  }

  ArticleAudit audit(const index::ArticleNode& article) {
    ArticleAudit result;
    result.article = article;
    result.ledger = m_store.ledger(article.key);
    m_problems = &result.problems;
    Span extent{UINT64_MAX, 0};
    const auto widen = [&extent](const Span& source) {
      extent = {std::min(extent.start, source.start), std::max(extent.end, source.end)};
    };
    for (const auto& reference : m_store.references_of(article.key)) {
      widen(reference.reference.source);
      check_reference(reference);
    }
    const auto claims = m_store.claims_of(article.key);
    for (const auto& claim : claims) {
      widen(claim.sentence.source);
      check_claim(claim, result.ledger.references.seen > 0);
    }
    check_copies(claims);
    tell_of_file(result, [&](const Diagnostic& diagnostic) {
      return diagnostic.source.start < extent.end && diagnostic.source.end > extent.start;
    });
    return result;
  }

  /// What is told of files and stands in none of their articles goes with the first of these. Of one article
  /// alone nobody knows what stands in the others, unless it has the file for itself.
  void tell_the_rest(Audit& audit, bool of_one) {
    for (auto& article : audit.articles) {
      const bool all = !of_one || has_file_for_itself(article.article);
      tell_of_file(article, [&](const Diagnostic& diagnostic) { return all || diagnostic.source.empty(); });
      std::stable_sort(
          article.problems.begin(), article.problems.end(),
          [](const Problem& left, const Problem& right) { return left.source.start < right.source.start; });
    }
  }

 private:
  /// Each diagnostic of a file once, with an article of it.
  template <typename Wanted>
  void tell_of_file(ArticleAudit& audit, Wanted wanted) {
    const auto found = m_files.find(audit.article.path);
    if (found == m_files.end()) return;
    std::erase_if(found->second, [&](Diagnostic& diagnostic) {
      if (!wanted(diagnostic)) return false;
      audit.problems.push_back({std::move(diagnostic.code),
                                diagnostic.severity,
                                std::move(diagnostic.message),
                                {},
                                {},
                                audit.article.path,
                                diagnostic.source});
      return true;
    });
  }

  bool has_file_for_itself(const index::ArticleNode& article) const {
    const auto found = m_files.find(article.path);
    if (found == m_files.end() || found->second.empty()) return true;
    const auto articles = m_store.articles();
    return std::none_of(articles.begin(), articles.end(), [&](const auto& other) {
      return other.path == article.path && other.key != article.key;
    });
  }

  void check_reference(const index::ReferenceNode& node) {
    std::vector<model::Edge> links;
    for (auto& edge : m_store.edges_from(node.id)) {
      if (edge.kind == model::EdgeKind::refers_to) links.push_back(std::move(edge));
    }
    const auto add = [&](const char* code, Severity severity, std::string message, const std::string& work) {
      m_problems->push_back(
          {code, severity, std::move(message), node.id, work, node.path, node.reference.source, {}, {}});
    };
    if (!links.empty() && links.front().ambiguous) {
      std::stable_sort(links.begin(), links.end(), [](const model::Edge& left, const model::Edge& right) {
        return left.score != right.score ? left.score > right.score : left.to < right.to;
      });
      std::string names;
      std::vector<FittingWork> candidates;
      for (const auto& link : links) {
        const auto& work = m_evidence.work(link.to);
        names += fmt::format("{}{} {:.2f}", names.empty() ? "" : ", ", name_of(link.to, work), link.score);
        candidates.push_back({link.id, link.to, work.title, link.score});
      }
      const char* fit = links.size() > 1 ? "fits several works: " : "fits a work, but too badly for a link: ";
      add("ambiguous-reference", Severity::warning, fit + names, {});
      m_problems->back().candidates = std::move(candidates);
      return;
    }
    if (links.empty() || m_evidence.work(links.front().to).ghost) {
      add("unresolved-reference", Severity::note,
          "no record in the store answers to it: " + node.reference.text,
          links.empty() ? std::string() : links.front().to);
      return;
    }
    const auto& work = m_evidence.work(links.front().to);
    if (is_of_another_work(links.front())) {
      add("identifier-mismatch", Severity::warning,
          fmt::format("the {} belongs to another work, {}: {}", links.front().rule,
                      name_of(links.front().to, work), node.reference.text),
          links.front().to);
      return;
    }
    if (auto problem = reference_error(node, links.front().to, work))
      m_problems->push_back(std::move(*problem));
  }

  void check_claim(const index::ClaimNode& claim, bool has_list) {
    for (const auto& citation : claim.sentence.citations) {
      if (citation.dangling.empty()) continue;
      std::string labels;
      for (const auto& label : citation.dangling) labels += (labels.empty() ? "" : ", ") + label;
      m_problems->push_back({"dangling-citation",
                             Severity::warning,
                             fmt::format("{} points to {}, {}", citation.marker, labels,
                                         has_list ? "which the reference list does not have"
                                                  : "but there is no reference list"),
                             claim.id,
                             {},
                             claim.path,
                             citation.source,
                             {},
                             {}});
    }
    std::set<std::string> seen;
    std::set<std::string> mentioned, cited;
    const auto evidence = m_evidence.of_claim(claim);
    for (const auto& item : evidence) (item.via == "mention" ? mentioned : cited).insert(item.work_id);
    for (const auto& item : evidence) {
      if (item.status == "ambiguous" || !seen.insert(item.work_id).second) continue;
      const auto add = [&](const char* code, std::string message) {
        m_problems->push_back({code,
                               Severity::warning,
                               std::move(message),
                               claim.id,
                               item.work_id,
                               claim.path,
                               claim.sentence.source,
                               {},
                               {}});
      };
      const auto warn = [&](const char* code, const char* what, model::WorkRelation relation) {
        const std::string by = notices_of(item.work, relation);
        add(code, what + name_of(item.work_id, item.work) + (by.empty() ? "" : "; " + by));
      };
      // Who retracts has no concern any more.
      if (item.work.retracted) {
        warn("retracted-evidence", "rests on a retracted work: ", model::WorkRelation::retracted_by);
      } else if (under_concern(item.work)) {
        warn("concern-about-evidence",
             "rests on a work under an expression of concern: ", model::WorkRelation::concern_raised_by);
      }
      if (item.answer.stance == "disputes" && item.answer.finding) {
        add("disputed-claim", fmt::format("{} says otherwise: {}", name_of(item.work_id, item.work),
                                          item.answer.finding->text));
      }
      // With several studies behind it, nobody can say whose figure the claim gives.
      const bool only_one =
          mentioned.contains(item.work_id) ? mentioned.size() == 1 : mentioned.empty() && cited.size() == 1;
      if (!only_one) continue;
      for (auto& problem : figure_problems(claim, item.work_id, item.work))
        m_problems->push_back(std::move(problem));
    }
  }

  /// Sentences that stand word for word in another article, or nearly so; one problem an article.
  void check_copies(const std::vector<index::ClaimNode>& claims) {
    struct Copies {
      const index::ClaimNode* first = nullptr;
      std::set<std::string> verbatim, near;
    };
    std::map<std::string, Copies> copies;  // by the other article
    for (const auto& claim : claims) {
      const auto add = [&](const model::Edge& edge, const std::string& other) {
        if (edge.kind != model::EdgeKind::same_claim || edge.rule == "paraphrase") return;
        Copies& of_article = copies[other.substr(0, other.rfind('#'))];
        if (of_article.first == nullptr) of_article.first = &claim;
        (edge.rule == "verbatim" ? of_article.verbatim : of_article.near).insert(claim.id);
      };
      for (const auto& edge : m_store.edges_from(claim.id)) add(edge, edge.to);
      for (const auto& edge : m_store.edges_to(claim.id)) add(edge, edge.from);
    }
    for (const auto& [article, of_article] : copies) {
      std::string message;
      const auto sentences = [](size_t count) {
        return count == 1 ? std::string("one sentence stands") : fmt::format("{} sentences stand", count);
      };
      const size_t verbatim = of_article.verbatim.size(), near = of_article.near.size();
      if (verbatim == 0)
        message = sentences(near) + " nearly word for word";
      else
        message =
            sentences(verbatim) + " word for word" + (near > 0 ? fmt::format(", {} nearly so", near) : "");
      const auto& first = *of_article.first;
      m_problems->push_back({"copied-text",
                             Severity::note,
                             message + " in " + article,
                             first.id,
                             {},
                             first.path,
                             first.sentence.source,
                             {},
                             {}});
    }
  }

  const index::Store& m_store;
  EvidenceReader m_evidence;
  std::map<std::string, std::vector<Diagnostic>> m_files;
  std::vector<Problem>* m_problems = nullptr;
};

}  // namespace

Audit audit(const index::Store& store, const std::string& article_key) {
  Audit result;
  Auditor auditor(store);
  if (article_key.empty()) {
    for (const auto& article : store.articles()) result.articles.push_back(auditor.audit(article));
    auditor.tell_the_rest(result, false);
    return result;
  }
  const auto id = store.find_id(article_key);
  const auto article = id ? store.article(*id) : std::nullopt;
  if (article) result.articles.push_back(auditor.audit(*article));
  auditor.tell_the_rest(result, true);
  return result;
}

}  // namespace evident::query
