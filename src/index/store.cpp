// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/store.hpp"

#include <algorithm>
#include <set>

#include <xapian.h>

#include "base/error.hpp"
#include "base/hash.hpp"
#include "index/nodes.hpp"
#include "index/postings.hpp"
#include "index/schema.hpp"
#include "index/shards.hpp"
#include "index/store_impl.hpp"
#include "model/file_order.hpp"

namespace evident::index {

Store::Store(const std::filesystem::path& directory) : m_impl(std::make_unique<Impl>(directory)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;

bool Store::refresh() const {
  const std::string before = revision();
  m_impl->open();
  return revision() != before;
}

const std::vector<std::string>& Store::missing_shards() const {
  return m_impl->missing;
}

bool Store::has_remote_shards() const {
  return m_impl->remote;
}

const Xapian::Database& Store::database() const {
  return m_impl->database;
}
std::string Store::revision() const {
  return m_impl->revision;
}

std::optional<ArticleNode> Store::article(const std::string& key) const {
  return m_impl->node(key, "article", article_node);
}
std::optional<ClaimNode> Store::claim(const std::string& id) const {
  return m_impl->node(id, "claim", claim_node);
}
std::optional<ReferenceNode> Store::reference(const std::string& id) const {
  return m_impl->node(id, "reference", reference_node);
}

std::vector<ArticleNode> Store::articles() const {
  auto nodes = m_impl->nodes_with(make_term(prefix::kind, "article"), article_node);
  std::sort(nodes.begin(), nodes.end(),
            [](const auto& left, const auto& right) { return left.key < right.key; });
  return nodes;
}

namespace {

/// Nodes of an article of one kind.
template <typename Convert>
auto members(const Xapian::Database& db, const std::string& article_key, std::string_view kind,
             Convert convert) {
  std::vector<decltype(convert(db.get_document(0)))> nodes;
  for (Xapian::docid number : documents_with(db, make_term(prefix::article, article_key))) {
    const Xapian::Document document = db.get_document(number);
    if (kind_of(document) == kind) nodes.push_back(convert(document));
  }
  return nodes;
}

}  // namespace

std::vector<ClaimNode> Store::claims_of(const std::string& article_key) const {
  auto nodes =
      m_impl->read([&](const Xapian::Database& db) { return members(db, article_key, "claim", claim_node); });
  std::sort(nodes.begin(), nodes.end(),
            [](const auto& left, const auto& right) { return left.sentence.number < right.sentence.number; });
  return nodes;
}

std::vector<ClaimNode> Store::other_citing(const std::string& article_key) const {
  const auto found = m_impl->node(article_key, "article", [](const Xapian::Document& document) {
    const ArticleNode article = article_node(document);
    std::vector<ClaimNode> nodes;
    for (model::Sentence& sentence : other_sentences(document)) {
      if (sentence.citations.empty()) continue;
      std::string id = article.key + "#" + std::to_string(sentence.number);
      nodes.push_back({std::move(id), article.key, article.title, article.path, std::move(sentence)});
    }
    return nodes;
  });
  return found.value_or(std::vector<ClaimNode>{});
}

std::vector<ReferenceNode> Store::references_of(const std::string& article_key) const {
  auto nodes = m_impl->read(
      [&](const Xapian::Database& db) { return members(db, article_key, "reference", reference_node); });
  std::sort(nodes.begin(), nodes.end(),
            [](const auto& left, const auto& right) { return left.reference.index < right.reference.index; });
  return nodes;
}

namespace {

/// The work that bears an identifier: a known one before a ghost, then the first by id.
std::optional<std::string> work_with_identifier(const Xapian::Database& db, const std::string& id) {
  std::optional<std::pair<bool, std::string>> best;
  for (Xapian::docid number : documents_with(db, make_term(prefix::identifier, id))) {
    const Xapian::Document document = db.get_document(number);
    const std::pair found{is_ghost(document), document.get_value(slot::node_id)};
    if (!best || found < *best) best = found;
  }
  return best ? std::optional(std::move(best->second)) : std::nullopt;
}

std::vector<model::WorkRecord> records_of(const Xapian::Database& db, const std::string& work) {
  std::vector<model::WorkRecord> records;
  for (Xapian::docid number : documents_with(db, make_term(prefix::id, work))) {
    const Xapian::Document document = db.get_document(number);
    if (kind_of(document) == "work") records.push_back(work_record(document));
  }
  return records;
}

/// Calls merge(records, id) for the work that has an id or identifier.
template <typename Merge>
auto merge_work(const Xapian::Database& db, std::string id, Merge merge)
    -> std::optional<decltype(merge({}, id))> {
  auto records = records_of(db, id);
  if (records.empty()) {
    const auto other = work_with_identifier(db, id);
    if (!other) return std::nullopt;
    id = *other;
    records = records_of(db, id);
  }
  if (records.empty()) return std::nullopt;
  return merge(std::move(records), id);
}

/// What lists tell of a work, in an order that does not depend on which came first.
std::vector<model::WorkRecord> notices_of(const Xapian::Database& db, const model::WorkRecord& work) {
  if (!db.term_exists(make_term(prefix::kind, "notice"))) return {};
  std::set<Xapian::docid> numbers;
  for (const auto& id : all_of(work.ids)) {
    for (Xapian::docid number : documents_with(db, make_term(prefix::notice, id))) numbers.insert(number);
  }
  std::vector<model::WorkRecord> notices;
  for (Xapian::docid number : numbers) notices.push_back(work_record(db.get_document(number)));
  std::sort(notices.begin(), notices.end(), [](const auto& left, const auto& right) {
    return std::tie(left.path, left.source.start) < std::tie(right.path, right.source.start);
  });
  return notices;
}

}  // namespace

std::optional<model::WorkRecord> Store::work(const std::string& id) const {
  return m_impl->read([&](const Xapian::Database& db) {
    auto work = merge_work(db, id, merged_work);
    if (work) apply_notices(*work, notices_of(db, *work));
    return work;
  });
}

model::WorkRecord Store::work_of(const Xapian::Document& record) const {
  return m_impl->read([&](const Xapian::Database& db) {
    const std::string id = record.get_value(slot::node_id);
    const bool alone = documents_with(db, make_term(prefix::id, id)).size() == 1;
    model::WorkRecord work = alone ? work_record(record) : merged_work(records_of(db, id), id);
    apply_notices(work, notices_of(db, work));
    return work;
  });
}

std::optional<MergedWork> Store::work_with_records(const std::string& id) const {
  return m_impl->read([&](const Xapian::Database& db) {
    auto all = merge_work(db, id, merged);
    if (!all) return all;
    all->notices = notices_of(db, all->work);
    apply_notices(all->work, all->notices);
    return all;
  });
}

std::string Store::id_of_target(const model::Identifiers& target) const {
  return m_impl->read([&](const Xapian::Database& db) {
    const auto ids = all_of(target);
    for (const auto& id : ids) {
      if (any_with(db, make_term(prefix::id, id))) return id;
    }
    for (const auto& id : ids) {
      if (auto work = work_with_identifier(db, id)) return *work;
    }
    return model::work_id(target);
  });
}

std::vector<FormerRecord> Store::former_records() const {
  auto all = m_impl->nodes_with(make_term(prefix::kind, "former"), former_record);
  std::sort(all.begin(), all.end(), [](const auto& left, const auto& right) {
    const int order = model::compare_files(left.record.path, right.record.path);
    return order != 0 ? order < 0 : left.record.source.start < right.record.source.start;
  });
  return all;
}

std::vector<model::Deletion> Store::deletions() const {
  auto all = m_impl->nodes_with(make_term(prefix::kind, "deletion"), deletion);
  std::sort(all.begin(), all.end(), [](const auto& left, const auto& right) {
    const int order = model::compare_files(left.path, right.path);
    return order != 0 ? order < 0 : left.source.start < right.source.start;
  });
  return all;
}

std::optional<std::string> Store::find_id(const std::string& typed) const {
  std::vector<std::string> tries{typed};
  if (auto pmid = model::normal_pmid(typed)) tries.push_back("pmid:" + *pmid);
  if (auto doi = model::normal_doi(typed)) tries.push_back("doi:" + *doi);
  if (auto pmcid = model::normal_pmcid(typed)) tries.push_back("pmcid:" + *pmcid);
  const size_t colon = typed.find(':');
  if (colon != std::string::npos) {
    std::string scheme = typed.substr(0, colon);
    std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    const std::string value = typed.substr(colon + 1);
    if (auto id = scheme == "pmid"    ? model::normal_pmid(value)
                  : scheme == "doi"   ? model::normal_doi(value)
                  : scheme == "pmcid" ? model::normal_pmcid(value)
                                      : std::nullopt) {
      tries.push_back(scheme + ":" + *id);
    }
  }
  return m_impl->read([&](const Xapian::Database& db) -> std::optional<std::string> {
    for (const auto& id : tries) {
      if (any_with(db, make_term(prefix::id, id))) return id;
      if (auto work = work_with_identifier(db, id)) return work;
      if (db.term_exists(make_term(prefix::edge, id))) return id;
    }
    // The key that a record bore in its file: two files may use one for different works.
    std::set<std::string> works;
    for (Xapian::docid number : documents_with(db, make_term(prefix::identifier, "key:" + typed)))
      works.insert(db.get_document(number).get_value(slot::node_id));
    if (!works.empty()) return works.size() == 1 ? std::optional(*works.begin()) : std::nullopt;
    // An article key, or a claim of it, without the hash.
    const size_t hash_sign = typed.find('#');
    const std::string stem = typed.substr(0, hash_sign) + "-";
    const std::string begin = make_term(prefix::article, stem);
    std::set<std::string> keys;
    for (auto term = db.allterms_begin(begin); term != db.allterms_end(begin); ++term) {
      std::string key = (*term).substr(begin.size() - stem.size());
      if (key.size() == stem.size() + 8) keys.insert(std::move(key));
    }
    if (keys.size() != 1) return std::nullopt;
    const std::string id =
        hash_sign == std::string::npos ? *keys.begin() : *keys.begin() + typed.substr(hash_sign);
    return db.term_exists(make_term(prefix::id, id)) ? std::optional(id) : std::nullopt;
  });
}

std::vector<std::string> Store::work_ids() const {
  return m_impl->read([&](const Xapian::Database& db) {
    std::vector<std::string> ids;
    for (Xapian::docid number : documents_with(db, make_term(prefix::kind, "work"))) {
      ids.push_back(db.get_document(number).get_value(slot::node_id));
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
  });
}

namespace {

/// The edges that a link or claim document carries and that pass.
template <typename Wanted>
void collect_edges(const Xapian::Database& db, const std::string& term, std::vector<model::Edge>& edges,
                   Wanted wanted) {
  for (Xapian::docid number : documents_with(db, term)) {
    const Xapian::Document document = db.get_document(number);
    const std::string kind = kind_of(document);
    if (kind == "link") {
      if (auto edge = link_edge(document); wanted(edge)) edges.push_back(std::move(edge));
    } else if (kind == "claim") {
      for (auto& edge : cites_edges(document)) {
        if (wanted(edge)) edges.push_back(std::move(edge));
      }
    }
  }
}

std::vector<model::Edge> sorted(std::vector<model::Edge> edges) {
  std::sort(edges.begin(), edges.end(),
            [](const auto& left, const auto& right) { return left.id < right.id; });
  return edges;
}

}  // namespace

std::optional<model::Edge> Store::edge(const std::string& id) const {
  return m_impl->read([&](const Xapian::Database& db) -> std::optional<model::Edge> {
    std::vector<model::Edge> edges;
    collect_edges(db, make_term(prefix::edge, id), edges,
                  [&](const model::Edge& edge) { return edge.id == id; });
    return edges.empty() ? std::nullopt : std::optional(edges.front());
  });
}

std::vector<model::Edge> Store::edges_from(const std::string& node) const {
  return sorted(m_impl->read([&](const Xapian::Database& db) {
    std::vector<model::Edge> edges;
    const auto all = [](const model::Edge&) { return true; };
    collect_edges(db, make_term(prefix::from, node), edges, all);
    collect_edges(db, make_term(prefix::id, node), edges, all);
    return edges;
  }));
}

std::vector<model::Edge> Store::edges_to(const std::string& node) const {
  return sorted(m_impl->read([&](const Xapian::Database& db) {
    std::vector<model::Edge> edges;
    collect_edges(db, make_term(prefix::to, node), edges,
                  [&](const model::Edge& edge) { return edge.to == node; });
    return edges;
  }));
}

FirstIds Store::claims_citing(const std::vector<std::string>& references, std::vector<std::string> others,
                              size_t most) const {
  std::sort(others.begin(), others.end());
  others.erase(std::unique(others.begin(), others.end()), others.end());
  return m_impl->read([&](const Xapian::Database& db) {
    std::vector<Xapian::docid> numbers;
    for (const auto& reference : references) {
      for (Xapian::docid number : documents_with(db, make_term(prefix::to, reference)))
        numbers.push_back(number);
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    FirstIds first;
    const auto add = [&](std::string id) {  // `first.ids` is a heap with the last of them on top
      ++first.total;
      if (first.ids.size() == most) {
        if (most == 0 || !model::stands_before(id, first.ids.front())) return;
        std::pop_heap(first.ids.begin(), first.ids.end(), model::stands_before);
        first.ids.pop_back();
      }
      first.ids.push_back(std::move(id));
      std::push_heap(first.ids.begin(), first.ids.end(), model::stands_before);
    };
    auto kind = db.valuestream_begin(slot::kind);
    auto id = db.valuestream_begin(slot::node_id);
    for (Xapian::docid number : numbers) {
      kind.skip_to(number);
      id.skip_to(number);
      if (kind == db.valuestream_end(slot::kind) || id == db.valuestream_end(slot::node_id)) break;
      if (kind.get_docid() != number || id.get_docid() != number || *kind != "claim") continue;
      if (others.empty()) {
        add(*id);
      } else if (std::string one = *id; !std::binary_search(others.begin(), others.end(), one)) {
        add(std::move(one));
      }
    }
    for (const auto& other : others) add(other);
    std::sort_heap(first.ids.begin(), first.ids.end(), model::stands_before);
    return first;
  });
}

std::vector<std::string> Store::works_citing(const std::string& work) const {
  const auto record = this->work(work);
  std::vector<std::string> ids;
  for (const auto& id : record ? all_of(record->ids) : std::vector{work}) {
    for (auto& citing : m_impl->nodes_with(
             make_term(prefix::work_cites, id),
             [](const Xapian::Document& document) { return document.get_value(slot::node_id); })) {
      ids.push_back(std::move(citing));
    }
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

std::vector<std::string> Store::works_cited_by(const std::string& work) const {
  return m_impl->read([&](const Xapian::Database& db) {
    std::vector<std::string> ids;
    for (Xapian::docid number : documents_with(db, make_term(prefix::id, work))) {
      for_each_term(db, number, prefix::work_cites, [&](std::string id) {
        const bool known = any_with(db, make_term(prefix::id, id));
        ids.push_back(known ? std::move(id) : work_with_identifier(db, id).value_or(id));
      });
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
  });
}

namespace {

/// True where a link joins the claim to one of another article.
bool is_said_elsewhere(const Xapian::Database& db, const std::string& claim) {
  static const std::string joins = make_term(prefix::kind, "same_claim");
  for (const auto end : {prefix::from, prefix::to}) {
    for (Xapian::docid number : documents_with(db, make_term(end, claim))) {
      auto term = db.termlist_begin(number);
      term.skip_to(joins);
      if (term != db.termlist_end(number) && *term == joins) return true;
    }
  }
  return false;
}

}  // namespace

model::Ledger Store::ledger(const std::string& article_key) const {
  return m_impl->read([&](const Xapian::Database& db) {
    model::Ledger ledger;
    std::set<std::string> resolved, ambiguous, with_mention;
    for (Xapian::docid number : documents_with(db, make_term(prefix::linked_article, article_key))) {
      const Xapian::Document document = db.get_document(number);
      if (kind_of(document) != "link") continue;
      const model::Edge edge = link_edge(document);
      if (edge.kind == model::EdgeKind::mentions) with_mention.insert(edge.from);
      if (edge.kind != model::EdgeKind::refers_to || edge.rule == "ghost") continue;
      (edge.ambiguous ? ambiguous : resolved).insert(edge.from);
    }
    for (const auto& node : members(db, article_key, "reference", reference_node)) {
      ++ledger.references.seen;
      if (node.reference.parsed) ++ledger.references.parsed;
      if (!node.reference.ids.empty()) ++ledger.references.identified;
      if (resolved.contains(node.id)) {
        ++ledger.references.resolved;
      } else if (ambiguous.contains(node.id)) {
        ++ledger.references.ambiguous;
      } else {
        ++ledger.references.unresolved;
      }
    }
    for (const auto& node : members(db, article_key, "claim", claim_node)) {
      ++ledger.claims.seen;
      if (is_said_elsewhere(db, node.id)) ++ledger.claims.said_elsewhere;
      bool evidence = with_mention.contains(node.id);
      for (const auto& citation : node.sentence.citations) {
        ++ledger.citations.seen;
        if (citation.references.empty()) {
          ++ledger.citations.dangling;
        } else {
          ++ledger.citations.attached;
          evidence = true;
        }
      }
      ++(evidence ? ledger.claims.with_evidence : ledger.claims.without_evidence);
    }
    // Markers in sentences that assert nothing count too: nothing that was seen is left out of the sums.
    for (Xapian::docid number : documents_with(db, make_term(prefix::id, article_key))) {
      for (const auto& sentence : other_sentences(db.get_document(number))) {
        for (const auto& citation : sentence.citations) {
          ++ledger.citations.seen;
          ++(citation.references.empty() ? ledger.citations.dangling : ledger.citations.attached);
        }
      }
    }
    return ledger;
  });
}

std::vector<FileEntry> Store::files() const {
  auto entries = m_impl->nodes_with(make_term(prefix::kind, "file"), file_entry);
  std::sort(entries.begin(), entries.end(),
            [](const auto& left, const auto& right) { return left.path < right.path; });
  return entries;
}

std::string file_mark(const std::string& path) {
  return make_term(prefix::file, short_hash(path, 24));
}

std::optional<std::string> Store::article_mark(const std::string& key) const {
  return m_impl->node(key, "article", [](const Xapian::Document& document) {
    std::string mark;
    for_each_term(document, prefix::file,
                  [&](const std::string& value) { mark = make_term(prefix::file, value); });
    return mark;
  });
}

std::optional<std::string> Store::file_hash(const std::string& path) const {
  const auto entry = m_impl->node("file:" + path, "file",
                                  [](const Xapian::Document& document) { return file_entry(document); });
  if (!entry) return std::nullopt;
  const auto& told = entry->diagnostics;
  if (std::any_of(told.begin(), told.end(),
                  [](const Diagnostic& each) { return each.code == "duplicate-article"; }))
    return std::nullopt;
  return entry->sha256;
}

Counts Store::counts() const {
  return m_impl->read([](const Xapian::Database& db) {
    const auto frequency = [&](std::string_view kind) {
      return uint64_t{db.get_termfreq(make_term(prefix::kind, kind))};
    };
    Counts counts;
    counts.files = frequency("file");
    counts.articles = frequency("article");
    counts.claims = frequency("claim");
    counts.references = frequency("reference");
    counts.ghosts = frequency("ghost");
    counts.former = frequency("former");
    counts.deletions = frequency("deletion");
    counts.works = frequency("work") - counts.ghosts - db.get_value_freq(slot::gone);
    counts.notices = frequency("notice");
    counts.same_claims = frequency("same_claim");
    counts.edges = frequency("link") + db.get_collection_freq(std::string(term::cites));
    const std::string all(prefix::format);
    for (auto term = db.allterms_begin(all); term != db.allterms_end(all); ++term) {
      const std::string value = (*term).substr(all.size());
      const size_t blank = value.find(' ');
      if (blank == std::string::npos) continue;
      FormatCounts& of_format = counts.formats[value.substr(blank + 1)];
      (value.compare(0, blank, "article") == 0 ? of_format.articles : of_format.works) = term.get_termfreq();
    }
    for (const auto& [format, gone] : gone_by_format(db)) {
      if (const auto of = counts.formats.find(format); of != counts.formats.end()) of->second.works -= gone;
    }
    std::erase_if(counts.formats, [](const auto& of) { return of.second.articles + of.second.works == 0; });
    return counts;
  });
}

}  // namespace evident::index
