// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/citation_scan.hpp"

#include <limits>
#include <vector>

#include <xapian.h>

#include "index/nodes.hpp"
#include "index/postings.hpp"
#include "index/schema.hpp"

namespace evident::index {

namespace {

constexpr uint32_t no_node = std::numeric_limits<uint32_t>::max();

class Scan {
 public:
  explicit Scan(const Xapian::Database& database)
      : m_database(database), m_nodes(size_t{database.get_lastdocid()} + 1, no_node) {}

  void nodes(const CitationScan& scan) {
    std::vector<bool> wanted(m_nodes.size());
    for (const char* kind : {"article", "work"}) {
      for_postings(make_term(prefix::kind, kind), [&](Xapian::docid number) { wanted[number] = true; });
    }
    // Nothing else need be asked whether it is gone: that gets no number.
    for (const Xapian::docid number : gone_documents(m_database)) wanted[number] = false;
    uint32_t count = 0;
    for_terms(prefix::id, [&](const std::string& term) {
      Xapian::docid first = 0;
      for_postings(term, [&](Xapian::docid number) {
        if (!wanted[number]) return;
        m_nodes[number] = count;
        if (first == 0) first = number;
      });
      if (first == 0) return;
      ++count;
      const std::string id = term.substr(prefix::id.size());
      // A hash stands for an id that is too long.
      scan.node(id[0] == '#' ? m_database.get_document(first).get_value(slot::node_id) : id);
    });
  }

  void citations_of_works(const CitationScan& scan) {
    for_postings(make_term(prefix::kind, "ghost"), [this](Xapian::docid number) {
      if (m_ghosts.size() <= number) m_ghosts.resize(size_t{number} + 1);
      m_ghosts[number] = true;
    });
    for_terms(prefix::work_cites, [&](const std::string& term) {
      std::string id = term.substr(prefix::work_cites.size());
      if (id.size() > 1 && id[0] == ':') id.erase(0, 1);
      uint32_t cited = node_of(make_term(prefix::id, id));
      if (cited == no_node) cited = node_with_identifier(id);
      if (cited == no_node) return;
      for_postings(term, [&](Xapian::docid number) {
        if (m_nodes[number] != no_node) scan.citation(m_nodes[number], cited);
      });
    });
  }

  void citations_of_articles(const CitationScan& scan) {
    std::vector<bool> links(m_nodes.size());
    for_postings(make_term(prefix::kind, "link"), [&](Xapian::docid number) { links[number] = true; });
    for_terms(prefix::linked_article, [&](const std::string& term) {
      std::string key = term.substr(prefix::linked_article.size());
      if (key.size() > 1 && key[0] == ':') key.erase(0, 1);
      const uint32_t article = node_of(make_term(prefix::id, key));
      if (article == no_node) return;
      for_postings(term, [&](Xapian::docid number) {
        if (!links[number]) return;
        const model::Edge edge = link_edge(m_database.get_document(number));
        if (edge.ambiguous) return;
        if (edge.kind != model::EdgeKind::refers_to && edge.kind != model::EdgeKind::mentions) return;
        const uint32_t work = node_of(make_term(prefix::id, edge.to));
        if (work != no_node) scan.citation(article, work);
      });
    });
  }

 private:
  template <typename Visit>
  void for_terms(std::string_view prefix, Visit visit) const {
    const std::string all(prefix);
    for (auto term = m_database.allterms_begin(all); term != m_database.allterms_end(all); ++term)
      visit(*term);
  }
  template <typename Visit>
  void for_postings(const std::string& term, Visit visit) const {
    const auto end = m_database.postlist_end(term);
    for (auto posting = m_database.postlist_begin(term); posting != end; ++posting) visit(*posting);
  }

  uint32_t node_of(const std::string& id_term) const {
    const auto end = m_database.postlist_end(id_term);
    for (auto posting = m_database.postlist_begin(id_term); posting != end; ++posting) {
      if (m_nodes[*posting] != no_node) return m_nodes[*posting];
    }
    return no_node;
  }

  /// A known work before a ghost, then the first by id, as Store has it.
  uint32_t node_with_identifier(const std::string& identifier) const {
    std::pair<bool, uint32_t> best{true, no_node};
    for_postings(make_term(prefix::identifier, identifier), [&](Xapian::docid number) {
      if (m_nodes[number] == no_node) return;
      best = std::min(best, std::pair(number < m_ghosts.size() && m_ghosts[number], m_nodes[number]));
    });
    return best.second;
  }

  const Xapian::Database& m_database;
  std::vector<uint32_t> m_nodes;  // by document
  std::vector<bool> m_ghosts;     // by document
};

}  // namespace

std::string CitationScan::run(const Store& store) const {
  try {
    Scan scan(store.database());
    scan.nodes(*this);
    scan.citations_of_works(*this);
    scan.citations_of_articles(*this);
    return store.revision();
  } catch (const Xapian::DatabaseModifiedError&) {
    store.refresh();
    throw StoreChanged(
        "the store changes faster than its citations can be read; freeze them when nothing is "
        "being ingested");
  } catch (const Xapian::Error& error) {
    throw StoreError("the citations of the store cannot be read: " + error.get_msg());
  }
}

std::string indexed_id(std::string_view id) {
  return make_term(prefix::id, id).substr(prefix::id.size());
}

}  // namespace evident::index
