// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/dump.hpp"

#include <algorithm>
#include <set>

#include "render/dump_work.hpp"
#include "render/people.hpp"

namespace evident::render {

namespace {

class Dumper {
 public:
  Dumper(const index::Store& store, const LineWriter& write) : m_store(store), m_write(write) {}

  void article(const index::ArticleNode& node) const {
    line({{"node", "article"},
          {"id", node.key},
          {"title", node.title},
          {"path", node.path},
          {"format", node.format},
          {"sha256", node.sha256},
          {"source", json_source(node.path, node.source)}});
  }

  /// A sentence that is no claim is named where it cites.
  void sentence(const index::ClaimNode& node) const { passage("sentence", node); }
  void claim(const index::ClaimNode& node) const { passage("claim", node); }
  void passage(const char* kind, const index::ClaimNode& node) const {
    line({{"node", kind},
          {"id", node.id},
          {"article", node.article},
          {"section", node.sentence.section},
          {"text", node.sentence.text},
          {"source", json_source(node.path, node.sentence.source)}});
  }

  /// `references` by index in the article.
  void citations(const index::ClaimNode& node, const std::vector<std::string>& references) const {
    int number = 0;
    for (const auto& citation : node.sentence.citations) {
      Json ids = Json::array();
      for (const int index : citation.references) {
        if (index >= 0 && static_cast<size_t>(index) < references.size())
          ids.push_back(references[static_cast<size_t>(index)]);
      }
      Json json = {{"node", "citation"},
                   {"id", node.id + "/cite/" + std::to_string(++number)},
                   {"claim", node.id},
                   {"marker", citation.marker},
                   {"references", std::move(ids)},
                   {"source", json_source(node.path, citation.source)}};
      if (!citation.dangling.empty()) json["dangling"] = citation.dangling;
      line(json);
    }
  }

  void reference(const index::ReferenceNode& node) const {
    const auto& fields = node.reference.fields;
    Json authors = Json::array();
    for (const auto& person : fields.authors) authors.push_back(short_name(person));
    Json printed = {{"authors", std::move(authors)}, {"year", fields.year == 0 ? Json() : Json(fields.year)},
                    {"title", fields.title},         {"container", fields.container},
                    {"volume", fields.volume},       {"issue", fields.issue},
                    {"pages", fields.pages},         {"type", model::to_string(fields.type)}};
    const auto add = [&](const char* name, const std::string& value) {
      if (!value.empty()) printed[name] = value;
    };
    if (fields.et_al) printed["et_al"] = true;
    for (const auto& person : fields.editors) printed["editors"].push_back(short_name(person));
    add("page_count", fields.page_count);
    add("publisher", fields.publisher);
    add("place", fields.place);
    add("date", fields.date);
    add("accessed", fields.accessed);
    add("url", fields.url);
    add("unparsed", node.reference.unparsed);
    if (!fields.confidence.empty()) printed["confidence"] = fields.confidence;
    Json json = {{"node", "reference"},
                 {"id", node.id},
                 {"article", node.article},
                 {"number", node.reference.label},
                 {"text", node.reference.text},
                 {"fields", std::move(printed)},
                 {"ids", json_ids(node.reference.ids)},
                 {"source", json_source(node.path, node.reference.source)}};
    if (node.reference.back_links > 0) json["back_links"] = node.reference.back_links;
    line(json);
  }

  void work(const std::string& id) const {
    if (const auto merged = m_store.work_with_records(id)) line(dump_work(id, *merged));
  }

  void edge(const model::Edge& edge) const {
    Json json = {{"edge", model::to_string(edge.kind)},
                 {"id", edge.id},
                 {"from", edge.from},
                 {"to", edge.to},
                 {"rule", edge.rule},
                 {"score", edge.score},
                 {"stance", edge.stance.empty() ? Json() : Json(edge.stance)},
                 {"status", edge.ambiguous ? "ambiguous" : "resolved"}};
    if (!edge.marker.empty()) json["marker"] = edge.marker;
    if (!edge.fields.empty()) json["fields"] = edge.fields;
    json["source"] = json_source(edge.path, edge.source);
    line(json);
  }

  void work_edges(const std::string& id) const {
    const auto merged = m_store.work_with_records(id);
    if (!merged) return;
    for (const auto& edge : query::record_edges(m_store, id, *merged)) line(dump_record_edge(edge));
  }

  void former_records() const {
    for (const auto& former : m_store.former_records()) line(dump_former(former));
    for (const auto& deletion : m_store.deletions()) line(dump_deletion(deletion));
  }

  /// All links that start in an article, by kind and id.
  std::vector<model::Edge> edges_of(const std::string& article) const {
    std::vector<model::Edge> edges;
    const auto take = [&](const std::string& node) {
      for (auto& edge : m_store.edges_from(node)) edges.push_back(std::move(edge));
    };
    for (const auto& node : m_store.claims_of(article)) take(node.id);
    for (const auto& node : m_store.references_of(article)) take(node.id);
    std::sort(edges.begin(), edges.end(), [](const model::Edge& left, const model::Edge& right) {
      return left.kind != right.kind ? left.kind < right.kind : left.id < right.id;
    });
    return edges;
  }

  std::vector<std::string> reference_ids(const std::string& article) const {
    std::vector<std::string> ids;
    for (const auto& node : m_store.references_of(article)) {
      const auto index = static_cast<size_t>(std::max(node.reference.index, 0));
      if (ids.size() <= index) ids.resize(index + 1);
      ids[index] = node.id;
    }
    return ids;
  }

 private:
  void line(const Json& json) const { m_write(to_text(json, false)); }

  const index::Store& m_store;
  const LineWriter& m_write;
};

void dump_article(const index::Store& store, const Dumper& dumper, const index::ArticleNode& article) {
  dumper.article(article);
  const auto claims = store.claims_of(article.key);
  for (const auto& claim : claims) dumper.claim(claim);
  const auto others = store.other_citing(article.key);
  for (const auto& other : others) dumper.sentence(other);
  const auto ids = dumper.reference_ids(article.key);
  for (const auto& claim : claims) dumper.citations(claim, ids);
  for (const auto& other : others) dumper.citations(other, ids);
  for (const auto& reference : store.references_of(article.key)) dumper.reference(reference);
  const auto edges = dumper.edges_of(article.key);
  std::set<std::string> works;
  for (const auto& edge : edges) {
    if (edge.kind != model::EdgeKind::cites && edge.kind != model::EdgeKind::same_claim)
      works.insert(edge.to);
  }
  for (const auto& id : works) dumper.work(id);
  for (const auto& edge : edges) dumper.edge(edge);
  for (const auto& claim : claims) {
    for (const auto& edge : store.edges_to(claim.id)) dumper.edge(edge);  // from claims that say the same
  }
}

}  // namespace

void dump_store(const index::Store& store, const LineWriter& write) {
  const Dumper dumper(store, write);
  const auto articles = store.articles();
  for (const auto& article : articles) dumper.article(article);
  for (const auto& article : articles) {
    for (const auto& claim : store.claims_of(article.key)) dumper.claim(claim);
    for (const auto& other : store.other_citing(article.key)) dumper.sentence(other);
  }
  for (const auto& article : articles) {
    const auto ids = dumper.reference_ids(article.key);
    for (const auto& claim : store.claims_of(article.key)) dumper.citations(claim, ids);
    for (const auto& other : store.other_citing(article.key)) dumper.citations(other, ids);
  }
  for (const auto& article : articles) {
    for (const auto& reference : store.references_of(article.key)) dumper.reference(reference);
  }
  const auto works = store.work_ids();
  for (const auto& id : works) dumper.work(id);
  for (const auto& article : articles) {
    for (const auto& edge : dumper.edges_of(article.key)) dumper.edge(edge);
  }
  for (const auto& id : works) dumper.work_edges(id);
  dumper.former_records();
}

bool dump_node(const index::Store& store, const std::string& id, const LineWriter& write) {
  const Dumper dumper(store, write);
  if (const auto stated = query::record_edge(store, id)) {
    write(to_text(dump_record_edge(*stated), false));
    return true;
  }
  const auto found = store.find_id(id);
  if (!found) return false;
  if (const auto article = store.article(*found)) {
    dump_article(store, dumper, *article);
  } else if (const auto claim = store.claim(*found)) {
    dumper.claim(*claim);
    dumper.citations(*claim, dumper.reference_ids(claim->article));
    for (const auto& edge : store.edges_from(claim->id)) dumper.edge(edge);
    for (const auto& edge : store.edges_to(claim->id)) dumper.edge(edge);  // from claims that say the same
  } else if (const auto reference = store.reference(*found)) {
    dumper.reference(*reference);
    for (const auto& edge : store.edges_from(reference->id)) dumper.edge(edge);
  } else if (store.work(*found)) {
    dumper.work(*found);
    for (const auto& edge : store.edges_to(*found)) dumper.edge(edge);
    dumper.work_edges(*found);
  } else if (const auto edge = store.edge(*found)) {
    dumper.edge(*edge);
  } else {
    return false;
  }
  return true;
}

}  // namespace evident::render
