// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/nodes.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "index/concepts.hpp"
#include "index/schema.hpp"
#include "model/json.hpp"

namespace evident::index {

namespace {

using nlohmann::json;

json data_of(const Xapian::Document& document) {
  json data = json::parse(document.get_data(), nullptr, false);
  if (data.is_discarded()) throw StoreError("a document of the store is damaged; ingest into a new store");
  return data;
}

std::string dump(const json& data) {
  return data.dump(-1, ' ', false, json::error_handler_t::replace);
}

void set_kind(Xapian::Document& document, const std::string& kind) {
  document.add_boolean_term(make_term(prefix::kind, kind));
  document.add_value(slot::kind, kind);
}

void set_id(Xapian::Document& document, const std::string& id) {
  document.add_boolean_term(make_term(prefix::id, id));
  document.add_value(slot::node_id, id);
}

void set_format(Xapian::Document& document, const std::string& kind, const std::string& format) {
  if (!format.empty()) document.add_boolean_term(make_term(prefix::format, kind + " " + format));
}

/// A claim's words without its markers: a "[12]" is no word of the text.
std::string without_markers(const model::Sentence& sentence) {
  std::string text = sentence.text;
  size_t from = 0;
  for (const auto& citation : sentence.citations) {
    const size_t at = text.find(citation.marker, from);
    if (at == std::string::npos || citation.rule.find("author-year") != std::string::npos) continue;
    std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(at), citation.marker.size(), ' ');
    from = at + citation.marker.size();
  }
  return text;
}

}  // namespace

void set_work_id(Xapian::Document& document, const std::string& id) {
  document.remove_term(make_term(prefix::id, document.get_value(slot::node_id)));
  set_id(document, id);
}

std::string kind_of(const Xapian::Document& document) {
  return document.get_value(slot::kind);
}

bool is_ghost(const Xapian::Document& document) {
  static const std::string ghost = make_term(prefix::kind, "ghost");
  auto term = document.termlist_begin();
  const auto end = document.termlist_end();
  if (term != end) term.skip_to(ghost);
  return term != end && *term == ghost;
}

ArticleNode article_node(const Xapian::Document& document) {
  const json data = data_of(document);
  ArticleNode node;
  node.key = data.at("key");
  node.title = data.at("title");
  node.path = data.at("path");
  node.format = data.at("format");
  node.sha256 = data.at("sha256");
  node.ids = data.at("ids").get<model::Identifiers>();
  node.sentences = data.at("sentences");
  node.claims = data.at("claims");
  node.references = data.at("references");
  node.citations = data.at("citations");
  node.dangling = data.at("dangling");
  return node;
}

std::vector<model::Sentence> other_sentences(const Xapian::Document& article_document) {
  return data_of(article_document).at("others").get<std::vector<model::Sentence>>();
}

ClaimNode claim_node(const Xapian::Document& document) {
  const json data = data_of(document);
  ClaimNode node;
  node.id = data.at("id");
  node.article = data.at("article");
  node.article_title = data.at("article_title");
  node.path = data.at("path");
  node.sentence = data.at("sentence").get<model::Sentence>();
  return node;
}

ReferenceNode reference_node(const Xapian::Document& document) {
  const json data = data_of(document);
  ReferenceNode node;
  node.id = data.at("id");
  node.article = data.at("article");
  node.path = data.at("path");
  node.reference = data.at("reference").get<model::Reference>();
  return node;
}

model::WorkRecord work_record(const Xapian::Document& document) {
  return data_of(document).get<model::WorkRecord>();
}

model::Edge link_edge(const Xapian::Document& document) {
  return data_of(document).get<model::Edge>();
}

FormerRecord former_record(const Xapian::Document& document) {
  const json data = data_of(document);
  return {data.at("record").get<model::WorkRecord>(), data.at("deleted").get<bool>(),
          data.at("by").get<std::string>()};
}

model::Deletion deletion(const Xapian::Document& document) {
  const json data = data_of(document);
  model::Deletion deletion;
  deletion.pmid = data.at("pmid");
  deletion.version = data.at("version");
  deletion.path = data.at("path");
  deletion.source = {data.at("start"), data.at("end")};
  deletion.line = data.at("line");
  return deletion;
}

FileEntry file_entry(const Xapian::Document& document) {
  const json data = data_of(document);
  FileEntry entry;
  entry.path = data.at("path");
  entry.sha256 = data.at("sha256");
  entry.format = data.at("format");
  entry.articles = data.at("articles");
  entry.works = data.at("works");
  entry.deletions = data.value("deletions", 0);
  entry.notices = data.value("notices", 0);
  for (const json& item : data.at("diagnostics")) {
    entry.diagnostics.push_back({static_cast<Severity>(item.at("severity").get<int>()),
                                 item.at("code"),
                                 item.value("path", entry.path),
                                 item.at("line"),
                                 {item.at("start"), item.at("end")},
                                 item.at("message")});
  }
  return entry;
}

std::vector<model::Edge> cites_edges(const ClaimNode& claim, const std::vector<std::string>& reference_ids) {
  std::vector<model::Edge> edges;
  for (const auto& citation : claim.sentence.citations) {
    for (int index : citation.references) {
      model::Edge edge;
      edge.kind = model::EdgeKind::cites;
      edge.from = claim.id;
      edge.to = reference_ids.at(static_cast<size_t>(index));
      edge.rule = citation.rule;
      edge.score = 1;
      edge.marker = citation.marker;
      edge.quote = citation.marker;
      edge.path = claim.path;
      edge.source = citation.source;
      edge.id = edge_id(edge);
      edges.push_back(std::move(edge));
    }
  }
  return edges;
}

std::vector<model::Edge> cites_edges(const Xapian::Document& claim_document) {
  return data_of(claim_document).at("cites").get<std::vector<model::Edge>>();
}

DocumentBuilder::DocumentBuilder() {
  m_generator.set_stemmer(m_stemmer);
  m_generator.set_stemming_strategy(Xapian::TermGenerator::STEM_ALL);
  m_generator.set_max_word_length(60);
}

void DocumentBuilder::index_text(Xapian::Document& document, const std::string& text,
                                 std::string_view text_prefix, bool positions) {
  if (text.empty()) return;
  m_generator.set_document(document);
  if (positions) {
    m_generator.index_text(text, 1, std::string(text_prefix));
    m_generator.increase_termpos();
  } else {
    m_generator.index_text_without_positions(text, 1, std::string(text_prefix));
  }
}

Xapian::Document DocumentBuilder::article(const model::Article& article,
                                          const std::vector<std::string>& keys) {
  Xapian::Document document;
  set_kind(document, "article");
  set_id(document, article.key);
  set_format(document, "article", article.format);
  document.add_value(slot::article, article.key);
  document.add_boolean_term(make_term(prefix::article, article.key));
  for (const auto& key : keys) document.add_boolean_term(make_term(prefix::article_key, key));

  json others = json::array();
  int claims = 0, citations = 0, dangling = 0;
  m_generator.set_termpos(0);
  index_text(document, article.title, prefix::title, true);
  index_text(document, article.title, "", true);
  for (const auto& sentence : article.sentences) {
    index_text(document, without_markers(sentence), "", false);
    add_definitions(document, m_stemmer, sentence.text);
    for (const auto& citation : sentence.citations) {
      ++citations;
      if (!citation.dangling.empty() || citation.references.empty()) ++dangling;
    }
    if (sentence.claim) {
      ++claims;
    } else {
      others.push_back(sentence);
    }
  }
  document.set_data(dump(json{{"key", article.key},
                              {"title", article.title},
                              {"path", article.path},
                              {"format", article.format},
                              {"sha256", article.sha256},
                              {"ids", article.ids},
                              {"sentences", article.sentences.size()},
                              {"claims", claims},
                              {"references", article.references.size()},
                              {"citations", citations},
                              {"dangling", dangling},
                              {"others", std::move(others)}}));
  return document;
}

Xapian::Document DocumentBuilder::claim(const model::Article& article, const model::Sentence& sentence) {
  Xapian::Document document;
  ClaimNode node{claim_id(article, sentence), article.key, article.title, article.path, sentence};
  set_kind(document, "claim");
  set_id(document, node.id);
  document.add_value(slot::article, article.key);
  document.add_boolean_term(make_term(prefix::article, article.key));
  m_generator.set_termpos(0);
  index_text(document, without_markers(sentence), "", true);
  index_text(document, sentence.section, "", false);

  std::vector<std::string> reference_ids;
  reference_ids.reserve(article.references.size());
  for (const auto& reference : article.references) reference_ids.push_back(reference_id(article, reference));
  const auto edges = cites_edges(node, reference_ids);
  for (const auto& edge : edges) {
    document.add_boolean_term(make_term(prefix::edge, edge.id));
    document.add_boolean_term(make_term(prefix::to, edge.to));
    document.add_term(std::string(term::cites));  // adds one to its frequency
  }
  if (!sentence.citations.empty()) document.add_boolean_term(make_term(prefix::cited, "1"));
  document.set_data(dump(json{{"id", node.id},
                              {"article", node.article},
                              {"article_title", node.article_title},
                              {"path", node.path},
                              {"sentence", sentence},
                              {"cites", edges}}));
  return document;
}

Xapian::Document DocumentBuilder::reference(const model::Article& article,
                                            const model::Reference& reference) {
  Xapian::Document document;
  set_kind(document, "reference");
  set_id(document, reference_id(article, reference));
  document.add_boolean_term(make_term(prefix::article, article.key));
  document.set_data(dump(json{{"id", reference_id(article, reference)},
                              {"article", article.key},
                              {"path", article.path},
                              {"reference", reference}}));
  return document;
}

Xapian::Document DocumentBuilder::work_document(const model::WorkRecord& work) {
  Xapian::Document document;
  set_kind(document, "work");
  set_id(document, work_id(work));
  if (work.issued.year > 0) document.add_value(slot::year, Xapian::sortable_serialise(work.issued.year));
  if (const std::string design = to_string(work.study.design); !design.empty()) {
    document.add_value(slot::design, design);
    document.add_boolean_term(make_term(prefix::design, design));
  }
  if (!work.container.empty()) document.add_value(slot::journal, work.container);

  const auto add_identifier = [&](std::string_view scheme, const std::string& value) {
    if (!value.empty()) document.add_boolean_term(make_term(prefix::identifier, std::string(scheme) + value));
  };
  for (const auto& id : all_of(work.ids)) add_identifier("", id);
  add_identifier("key:", work.ids.key);
  for (const auto& number : work.registrations) add_identifier("", number);
  for (const auto& number : work.study.registrations) add_identifier("", number);

  m_generator.set_termpos(0);
  index_text(document, work.title, prefix::title, true);
  index_text(document, work.title, "", true);
  add_definitions(document, m_stemmer, work.title);
  for (const auto& section : work.abstract) {
    index_text(document, section.text, "", true);
    add_definitions(document, m_stemmer, section.text);
  }
  for (const auto& author : work.authors) {
    const std::string name =
        author.given.empty() ? author.family + " " + author.initials : author.given + " " + author.family;
    index_text(document, name, prefix::author, true);
    index_text(document, author.family, "", false);
  }
  index_text(document, work.container, prefix::journal, true);
  index_text(document, work.container_abbrev, prefix::journal, true);
  for (const auto& heading : work.mesh) index_text(document, heading, "", false);
  for (const auto& keyword : work.keywords) index_text(document, keyword, "", false);
  document.set_data(dump(json(work)));
  return document;
}

Xapian::Document DocumentBuilder::work(const model::WorkRecord& work, const std::vector<std::string>& keys) {
  Xapian::Document document = work_document(work);
  set_format(document, "work", work.format);
  for (const auto& key : keys) document.add_boolean_term(make_term(prefix::work_key, key));
  for (const auto& link : work.links) {
    if (link.relation != model::WorkRelation::cites || link.target.empty()) continue;
    document.add_boolean_term(make_term(prefix::work_cites, model::work_id(link.target)));
  }
  return document;
}

/// Nothing finds it but its file and what shares an identifier with it.
Xapian::Document DocumentBuilder::former(const FormerRecord& former) {
  Xapian::Document document;
  set_kind(document, "former");
  for (const auto& id : all_of(former.record.ids)) document.add_boolean_term(make_term(prefix::identity, id));
  document.set_data(dump(json{{"record", former.record}, {"deleted", former.deleted}, {"by", former.by}}));
  return document;
}

Xapian::Document DocumentBuilder::deletion(const model::Deletion& deletion) {
  Xapian::Document document;
  set_kind(document, "deletion");
  document.add_boolean_term(make_term(prefix::identity, "pmid:" + deletion.pmid));
  document.set_data(dump(json{{"pmid", deletion.pmid},
                              {"version", deletion.version},
                              {"path", deletion.path},
                              {"start", deletion.source.start},
                              {"end", deletion.source.end},
                              {"line", deletion.line}}));
  return document;
}

/// Of a list there are many: only what finds it by the work that it is about is indexed.
Xapian::Document DocumentBuilder::notice(const model::WorkRecord& notice) {
  Xapian::Document document;
  set_kind(document, "notice");
  for (const auto& id : all_of(notice.ids)) document.add_boolean_term(make_term(prefix::notice, id));
  document.set_data(dump(json(notice)));
  return document;
}

Xapian::Document DocumentBuilder::ghost(const model::WorkRecord& work, const std::string& article_key) {
  Xapian::Document document = work_document(work);
  document.add_boolean_term(make_term(prefix::kind, "ghost"));
  document.add_boolean_term(make_term(prefix::cited, "1"));
  document.add_boolean_term(make_term(prefix::linked_article, article_key));
  return document;
}

Xapian::Document DocumentBuilder::link(const model::Edge& edge, const std::string& article_key) {
  Xapian::Document document;
  set_kind(document, "link");
  document.add_boolean_term(make_term(prefix::edge, edge.id));
  document.add_boolean_term(make_term(prefix::from, edge.from));
  document.add_boolean_term(make_term(prefix::to, edge.to));
  document.add_boolean_term(make_term(prefix::linked_article, article_key));
  document.set_data(dump(json(edge)));
  return document;
}

Xapian::Document DocumentBuilder::file(const FileEntry& entry) {
  Xapian::Document document;
  set_kind(document, "file");
  set_id(document, "file:" + entry.path);
  document.add_boolean_term(file_term(entry.path));
  json diagnostics = json::array();
  for (const auto& item : entry.diagnostics) {
    diagnostics.push_back({{"severity", static_cast<int>(item.severity)},
                           {"code", item.code},
                           {"line", item.line},
                           {"start", item.source.start},
                           {"end", item.source.end},
                           {"message", item.message}});
    if (item.path != entry.path) diagnostics.back()["path"] = item.path;  // of a member of an archive
  }
  document.set_data(dump(json{{"path", entry.path},
                              {"sha256", entry.sha256},
                              {"format", entry.format},
                              {"articles", entry.articles},
                              {"works", entry.works},
                              {"deletions", entry.deletions},
                              {"notices", entry.notices},
                              {"diagnostics", std::move(diagnostics)}}));
  return document;
}

}  // namespace evident::index
