// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/document_builder.hpp"

#include <algorithm>

#include "index/concepts.hpp"
#include "index/link_terms.hpp"
#include "index/node_data.hpp"
#include "index/nodes.hpp"
#include "index/schema.hpp"
#include "index/word_stem.hpp"

namespace evident::index {

namespace {

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

DocumentBuilder::DocumentBuilder() : m_stemmer(new CachedStem) {  // which it owns
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
  for (const auto& key : keys) document.add_boolean_term(article_key_term(key));

  ArticleNode node{article.key,
                   article.title,
                   article.path,
                   article.format,
                   article.sha256,
                   article.ids,
                   article.source,
                   static_cast<int>(article.sentences.size()),
                   0,
                   static_cast<int>(article.references.size()),
                   0,
                   0};
  OtherSentences rest;
  m_generator.set_termpos(0);
  index_text(document, article.title, prefix::title, true);
  index_text(document, article.title, "", true);
  for (const auto& sentence : article.sentences) {
    index_text(document, without_markers(sentence), "", false);
    add_definitions(document, m_stemmer, sentence.text);
    for (const auto& citation : sentence.citations) {
      ++node.citations;
      if (!citation.dangling.empty() || citation.references.empty()) ++node.dangling;
    }
    if (sentence.claim) {
      ++node.claims;
    } else {
      rest.others.push_back(sentence);
    }
  }
  set_data(document, node, rest);
  return document;
}

Xapian::Document DocumentBuilder::claim(const model::Article& article, const model::Sentence& sentence,
                                        const std::vector<std::string>& keys) {
  Xapian::Document document;
  const ClaimNode node{claim_id(article, sentence), article.key, article.title, article.path, sentence};
  set_kind(document, "claim");
  set_id(document, node.id);
  document.add_value(slot::article, article.key);
  document.add_boolean_term(make_term(prefix::article, article.key));
  m_generator.set_termpos(0);
  index_text(document, without_markers(sentence), "", true);
  index_text(document, sentence.section, "", false);

  std::vector<std::string> reference_ids;  // of no use to a claim that cites nothing
  if (!sentence.citations.empty()) {
    reference_ids.reserve(article.references.size());
    for (const auto& reference : article.references)
      reference_ids.push_back(reference_id(article, reference));
  }
  const CitesEdges edges{cites_edges(node, reference_ids)};
  for (const auto& edge : edges.cites) {
    document.add_boolean_term(make_term(prefix::edge, edge.id));
    document.add_boolean_term(make_term(prefix::to, edge.to));
    document.add_term(std::string(term::cites));  // adds one to its frequency
  }
  if (!sentence.citations.empty()) document.add_boolean_term(make_term(prefix::cited, "1"));
  for (const auto& key : keys) document.add_boolean_term(make_term(prefix::claim_key, key));
  set_data(document, node, edges);
  return document;
}

Xapian::Document DocumentBuilder::reference(const model::Article& article,
                                            const model::Reference& reference) {
  Xapian::Document document;
  set_kind(document, "reference");
  set_id(document, reference_id(article, reference));
  document.add_boolean_term(make_term(prefix::article, article.key));
  set_data(document, ReferenceNode{reference_id(article, reference), article.key, article.path, reference});
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
  set_data(document, work);
  return document;
}

Xapian::Document DocumentBuilder::work(const model::WorkRecord& work, const std::vector<std::string>& keys) {
  Xapian::Document document = work_document(work);
  set_format(document, "work", work.format);
  for (const auto& key : keys) document.add_boolean_term(work_key_term(key));
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
  set_data(document, former);
  return document;
}

Xapian::Document DocumentBuilder::deletion(const model::Deletion& deletion) {
  Xapian::Document document;
  set_kind(document, "deletion");
  document.add_boolean_term(make_term(prefix::identity, "pmid:" + deletion.pmid));
  set_data(document, deletion);
  return document;
}

/// Of a list there are many: only what finds it by the work that it is about is indexed.
Xapian::Document DocumentBuilder::notice(const model::WorkRecord& notice) {
  Xapian::Document document;
  set_kind(document, "notice");
  for (const auto& id : all_of(notice.ids)) document.add_boolean_term(make_term(prefix::notice, id));
  set_data(document, notice);
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
  if (!article_key.empty()) document.add_boolean_term(make_term(prefix::linked_article, article_key));
  // These alone are counted and looked through by themselves.
  if (edge.kind == model::EdgeKind::same_claim)
    document.add_boolean_term(make_term(prefix::kind, to_string(edge.kind)));
  set_data(document, edge);
  return document;
}

Xapian::Document DocumentBuilder::file(const FileEntry& entry) {
  Xapian::Document document;
  set_kind(document, "file");
  set_id(document, "file:" + entry.path);
  document.add_boolean_term(file_mark(entry.path));
  FileEntry kept = entry;
  for (auto& diagnostic : kept.diagnostics) {
    if (diagnostic.path == entry.path) diagnostic.path.clear();  // else that of a member of an archive
  }
  set_data(document, kept);
  return document;
}

}  // namespace evident::index
