// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>
#include <utility>
#include <vector>

#include <xapian.h>

#include "base/error.hpp"
#include "index/store.hpp"
#include "model/json_reader.hpp"
#include "model/json_writer.hpp"

// What stands in the data of a document, for nodes.cpp and document_builder.cpp alone. A document may hold
// several parts; each is read by itself.
namespace evident::index {

using model::Like;

template <typename Archive, Like<ArticleNode> T>
void fields(Archive& archive, T& node) {
  archive("key", node.key);
  archive("title", node.title);
  archive("path", node.path);
  archive("format", node.format);
  archive("sha256", node.sha256);
  archive("ids", node.ids);
  archive("source", node.source);
  archive("sentences", node.sentences);
  archive("claims", node.claims);
  archive("references", node.references);
  archive("citations", node.citations);
  archive("dangling", node.dangling);
}

/// Of an article: its sentences that are no claims.
struct OtherSentences {
  std::vector<model::Sentence> others;
};

template <typename Archive, Like<OtherSentences> T>
void fields(Archive& archive, T& part) {
  archive("others", part.others);
}

template <typename Archive, Like<ClaimNode> T>
void fields(Archive& archive, T& node) {
  archive("id", node.id);
  archive("article", node.article);
  archive("article_title", node.article_title);
  archive("path", node.path);
  archive("sentence", node.sentence);
}

/// Of a claim: its "cites" edges.
struct CitesEdges {
  std::vector<model::Edge> cites;
};

template <typename Archive, Like<CitesEdges> T>
void fields(Archive& archive, T& part) {
  archive("cites", part.cites);
}

template <typename Archive, Like<ReferenceNode> T>
void fields(Archive& archive, T& node) {
  archive("id", node.id);
  archive("article", node.article);
  archive("path", node.path);
  archive("reference", node.reference);
}

template <typename Archive, Like<FormerRecord> T>
void fields(Archive& archive, T& former) {
  archive("record", former.record);
  archive("deleted", former.deleted);
  archive("by", former.by);
}

template <typename Archive, Like<FileEntry> T>
void fields(Archive& archive, T& entry) {
  archive("path", entry.path);
  archive("sha256", entry.sha256);
  archive("format", entry.format);
  archive("articles", entry.articles);
  archive("works", entry.works);
  archive("deletions", entry.deletions);
  archive("notices", entry.notices);
  archive("diagnostics", entry.diagnostics);
}

/// One part of a document's data.
template <typename T>
T data_of(const Xapian::Document& document) {
  try {
    model::JsonReader reader(document.get_data());
    T value;
    fields(reader, value);
    return value;
  } catch (const std::exception&) {
    throw StoreError("a document of the store is damaged; ingest into a new store");
  }
}

template <typename... Parts>
void set_data(Xapian::Document& document, const Parts&... parts) {
  model::JsonWriter writer;
  (fields(writer, parts), ...);
  document.set_data(std::move(writer).text());
}

}  // namespace evident::index
