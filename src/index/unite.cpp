// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <unordered_set>

#include "index/documents.hpp"
#include "index/standing.hpp"
#include "index/writer_impl.hpp"

namespace evident::index {

namespace {

/// Records meet by these identifiers, not by a key or the number of a trial.
bool names_a_work(std::string_view id) {
  return id.starts_with("pmid:") || id.starts_with("doi:") || id.starts_with("pmcid:");
}

}  // namespace

std::vector<Xapian::docid> Writer::Impl::peers(Xapian::docid number) const {
  std::vector<Xapian::docid> numbers;
  for (const auto own : {prefix::identifier, prefix::identity}) {
    for_each_term(database, number, own, [&](const std::string& id) {
      if (!names_a_work(id)) return;
      for (const auto other : {prefix::identifier, prefix::identity}) {
        const std::string term = std::string(other) + id;
        // An identifier that nobody else states is the rule, and this is much cheaper than its list.
        if (database.get_termfreq(term) <= (other == own ? 1U : 0U)) continue;
        for (Xapian::docid peer : documents_with(database, term)) {
          if (peer != number) numbers.push_back(peer);
        }
      }
    });
  }
  return numbers;
}

namespace {

/// A record or deletion of the store with all that uniting needs of it.
struct Node {
  Xapian::docid number = 0;
  Xapian::Document document;
  bool marked = false;
  std::string work;     // id that it bears now; empty for a former record
  FormerRecord former;  // the record, be it former or not
  model::Deletion deletion;
  Member member;
};

constexpr Xapian::doccount scan_when_new_above = 8;  ///< one in so many documents

/// Documents of which another states an identifier too, sorted.
std::vector<Xapian::docid> sharing_identifiers(const Xapian::Database& database) {
  std::vector<Xapian::docid> sharing;
  const auto take = [&](const std::string& term) {
    for (Xapian::docid number : documents_with(database, term)) sharing.push_back(number);
  };
  std::unordered_set<std::string> identities;  // of what was put away or deletes
  const std::string identity(prefix::identity), identifier(prefix::identifier);
  for (auto term = database.allterms_begin(identity); term != database.allterms_end(identity); ++term) {
    take(*term);
    identities.insert((*term).substr(identity.size()));
  }
  const auto end = database.allterms_end(identifier);
  for (auto term = database.allterms_begin(identifier); term != end; ++term) {
    const std::string id = (*term).substr(identifier.size());
    if (names_a_work(id) && (term.get_termfreq() > 1 || identities.contains(id))) take(*term);
  }
  std::sort(sharing.begin(), sharing.end());
  sharing.erase(std::unique(sharing.begin(), sharing.end()), sharing.end());
  return sharing;
}

bool bears(const Xapian::Document& document, std::string_view wanted) {
  bool found = false;
  for_each_term(document, wanted, [&](const std::string& rest) { found = found || rest.empty(); });
  return found;
}

/// What is made of a record's document goes with the file that the record came from.
Xapian::Document with_file_of(const Xapian::Document& before, Xapian::Document document) {
  for_each_term(before, prefix::file,
                [&](const std::string& value) { document.add_boolean_term(make_term(prefix::file, value)); });
  return document;
}

Node node_of(const Xapian::Database& database, Xapian::docid number) {
  Node node;
  node.number = number;
  node.document = database.get_document(number);
  node.marked = bears(node.document, term::to_unite);
  const std::string kind = kind_of(node.document);
  if (kind == "deletion") {
    node.deletion = deletion(node.document);
    node.member = {true, true, {}, node.deletion.version, node.deletion.path, node.deletion.source.start};
    node.member.ids.pmid = node.deletion.pmid;
    return node;
  }
  if (kind == "former") {
    node.former = former_record(node.document);
  } else {
    node.former.record = work_record(node.document);
    node.work = node.document.get_value(slot::node_id);
  }
  const model::WorkRecord& record = node.former.record;
  node.member = {
      false, record.format == "pubmed-xml", record.ids, record.version, record.path, record.source.start};
  return node;
}

}  // namespace

/// One run of unite().
class Writer::Uniting {
 public:
  Uniting(Impl& impl, const Prepare& prepare)
      : m_impl(impl), m_prepare(prepare), m_is_linked(impl.linked()) {}

  std::vector<RecordChange> run() {
    std::vector<Xapian::docid> touched = documents_with(m_impl.database, std::string(term::to_unite));
    for (const char* kind : {"former", "deletion"}) {
      for (Xapian::docid number : m_impl.above_linked(kind)) touched.push_back(number);
    }
    add_new_works(touched);
    std::sort(touched.begin(), touched.end());
    for (const Xapian::docid number : touched) {
      if (m_seen.insert(number).second) weigh(group_of(number));
    }
    return std::move(m_changes);
  }

 private:
  /// Those that may share an identifier with another document. Where much is new, one scan of all identifiers
  /// finds them faster than asking for those of each.
  void add_new_works(std::vector<Xapian::docid>& touched) const {
    std::vector<Xapian::docid> works = m_impl.above_linked("work");
    if (works.size() > m_impl.database.get_doccount() / scan_when_new_above) {
      const std::vector<Xapian::docid> sharing = sharing_identifiers(m_impl.database);
      std::erase_if(works, [&](Xapian::docid number) {
        return !std::binary_search(sharing.begin(), sharing.end(), number);
      });
    }
    touched.insert(touched.end(), works.begin(), works.end());
  }

  /// Whoever states an identifier of a member is a member. Ghosts only repeat what articles say.
  std::vector<Node> group_of(Xapian::docid first) {
    std::vector<Node> group;
    std::vector<Xapian::docid> open{first};
    while (!open.empty()) {
      const Xapian::docid number = open.back();
      open.pop_back();
      const auto peers = m_impl.peers(number);
      // Alone, as nearly all are: it stands as it was put.
      if (number == first && peers.empty() && stands_as_put(number)) return {};
      Node node = node_of(m_impl.database, number);
      if (node.former.record.ghost) continue;
      for (const Xapian::docid peer : peers) {
        if (m_seen.insert(peer).second) open.push_back(peer);
      }
      group.push_back(std::move(node));
    }
    std::sort(group.begin(), group.end(),
              [](const Node& left, const Node& right) { return left.number < right.number; });
    return group;
  }

  bool stands_as_put(Xapian::docid number) const {
    const Xapian::Document document = m_impl.database.get_document(number);
    return kind_of(document) == "work" && !bears(document, term::to_unite);
  }

  void weigh(std::vector<Node> group) {
    std::vector<Member> members;
    members.reserve(group.size());
    for (const Node& node : group) members.push_back(node.member);
    const auto verdicts = standings(members);

    std::set<Xapian::docid> concerned;
    std::vector<const Node*> changed;
    for (size_t i = 0; i < group.size(); ++i) {
      Node& node = group[i];
      m_impl.articles_sharing_keys(node.document, concerned);
      if (node.member.deletion && !m_is_linked(node.number))
        tell_deletion(node, static_cast<size_t>(
                                std::count_if(verdicts.begin(), verdicts.end(), [&](const Standing& verdict) {
                                  return verdict.state == Standing::State::deleted && verdict.by == i;
                                })));
      bool rewritten = !node.member.deletion && apply(node, verdicts[i], group);
      if (node.marked && !rewritten) {
        node.document.remove_term(std::string(term::to_unite));
        rewritten = true;
      }
      if (!rewritten) continue;
      m_impl.articles_sharing_keys(node.document, concerned);
      changed.push_back(&node);
    }
    // First the marks: a run that is killed between them and the rest is taken up again by them.
    for (Xapian::docid article : concerned) {
      if (!m_is_linked(article)) continue;  // it will be in any case
      if (!bears(m_impl.database.get_document(article), term::to_link)) m_impl.mark(article, term::to_link);
    }
    for (const Node* node : changed) m_impl.supersede(node->number, node->document);
  }

  /// Makes a record's document what it is to be; false where it is that already.
  bool apply(Node& node, const Standing& verdict, const std::vector<Node>& group) {
    const bool was_live = !node.work.empty();
    if (verdict.state == Standing::State::live) {
      if (was_live && node.work == verdict.work) return false;
      if (!was_live) {
        node.document = with_file_of(node.document, m_prepare(node.former.record).documents().items.front());
        tell(RecordChange::Kind::revived, node, group, verdict);
      }
      set_work_id(node.document, verdict.work);
      if (node.marked && was_live) node.document.remove_term(std::string(term::to_unite));
      return true;
    }
    const bool deleted = verdict.state == Standing::State::deleted;
    const std::string& by = group[verdict.by].member.path;
    if (!was_live && node.former.deleted == deleted && node.former.by == by) return false;
    if (was_live)
      tell(deleted ? RecordChange::Kind::deleted : RecordChange::Kind::replaced, node, group, verdict);
    node.former.deleted = deleted;
    node.former.by = by;
    node.document = with_file_of(node.document, m_impl.builder.former(node.former));
    return true;
  }

  void tell(RecordChange::Kind kind, const Node& node, const std::vector<Node>& group,
            const Standing& verdict) {
    RecordChange change;
    change.kind = kind;
    const model::WorkRecord& record = node.former.record;
    change.id = work_id(record);
    change.title = record.title;
    change.path = record.path;
    change.source = record.source;
    change.cited = static_cast<size_t>(std::count_if(record.links.begin(), record.links.end(),
                                                     [](const auto& link) { return !link.target.empty(); }));
    if (kind != RecordChange::Kind::revived) change.by = group[verdict.by].member.path;
    if (kind == RecordChange::Kind::deleted) {
      change.deletion = group[verdict.by].deletion;
      change.links = links_before(node.work);
    }
    m_changes.push_back(std::move(change));
  }

  void tell_deletion(const Node& node, size_t records) {
    RecordChange change;
    change.kind = RecordChange::Kind::deletion;
    change.deletion = node.deletion;
    change.records = records;
    m_changes.push_back(std::move(change));
  }

  /// Uniting changes no link, so that those found now are those there were.
  std::vector<model::Edge> links_before(const std::string& work) const {
    std::vector<model::Edge> links;
    for (Xapian::docid number : documents_with(m_impl.database, make_term(prefix::to, work))) {
      const Xapian::Document document = m_impl.database.get_document(number);
      if (kind_of(document) == "link") links.push_back(link_edge(document));
    }
    return links;
  }

  Impl& m_impl;
  const Prepare& m_prepare;
  const Linked m_is_linked;
  std::set<Xapian::docid> m_seen;
  std::vector<RecordChange> m_changes;
};

std::vector<RecordChange> Writer::unite(const Prepare& prepare) {
  return Uniting(*m_impl, prepare).run();
}

}  // namespace evident::index
