// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "base/error.hpp"
#include "index/bulk.hpp"
#include "index/documents.hpp"
#include "index/layers.hpp"
#include "index/merge.hpp"
#include "index/replace_store.hpp"
#include "index/shards.hpp"
#include "index/writer_impl.hpp"

namespace evident::index {

namespace {

/// True where a store was being made when its process was killed: Xapian's files are there, the one that it
/// writes last is not.
bool was_never_finished(const std::filesystem::path& directory) {
  if (!std::filesystem::is_directory(directory) || std::filesystem::exists(directory / "iamglass"))
    return false;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    const auto name = entry.path().filename();
    if (name != "flintlock" && name != "v.tmp" && name.extension() != ".glass") return false;
  }
  return true;
}

/// Of a store of this format, made where there is none.
void check_format(Xapian::WritableDatabase& database, const std::filesystem::path& directory) {
  const std::string format = database.get_metadata(metadata::format);
  if (format.empty()) {
    if (database.get_doccount() > 0)
      throw StoreError(directory.string() + " is a Xapian database, but no evident store");
    database.set_metadata(metadata::format, std::to_string(format_version));
    database.commit();
  } else if (std::stoi(format) > format_version) {
    throw StoreError(directory.string() + " was written by a newer evident (format " + format +
                     "); use that version");
  } else if (std::stoi(format) < oldest_format_written) {
    throw StoreError(directory.string() + " was written by an older evident (format " + format +
                     "); it can be read, but not added to: ingest into a new store");
  } else if (std::stoi(format) < format_version) {
    database.set_metadata(metadata::format, std::to_string(format_version));
    database.commit();
  }
}

}  // namespace

void Writer::Impl::open_or_make(const std::filesystem::path& place) {
  try {
    if (place.has_parent_path()) std::filesystem::create_directories(place.parent_path());
    directory = place;
    open(was_never_finished(place) ? Xapian::DB_CREATE_OR_OVERWRITE : Xapian::DB_CREATE_OR_OPEN, 0);
    check_format(layers.front(), place);
    directory = real_directory(place);
  } catch (const Xapian::DatabaseLockError&) {
    throw StoreError("the store " + place.string() +
                     " is being written by another process; wait for it to end");
  } catch (const Xapian::Error& error) {
    throw StoreError("cannot write the store " + place.string() + ": " + error.get_msg());
  } catch (const std::filesystem::filesystem_error& error) {
    throw StoreError("cannot make the store " + place.string() + ": " + error.code().message());
  }
}

Writer::Writer(const std::filesystem::path& directory) : m_impl(std::make_unique<Impl>()) {
  if (has_shards(directory))
    throw StoreError(directory.string() + " is a store of several shards: write into one of them");
  m_impl->open_or_make(directory);
  remove_bulk(m_impl->directory);
  remove_stray_layers(m_impl->directory);
  if (m_impl->is_torn()) m_impl->mend();
  // A run that was killed inside a file left a part of it: take that out, the file is read again.
  for (const auto& layer : m_impl->layers) {
    if (const std::string path = layer.get_metadata(metadata::reading); !path.empty()) {
      remove_file(path);
      reading_done();
    }
  }
}
Writer::~Writer() = default;

std::vector<std::string> Writer::paths() const {
  std::vector<std::string> paths;
  for (Xapian::docid number : documents_with(m_impl->database, make_term(prefix::kind, "file"))) {
    paths.push_back(file_entry(m_impl->database.get_document(number)).path);
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

void Writer::remove_file(const std::string& path) {
  Xapian::WritableDatabase& database = m_impl->database;
  m_impl->set_reading(path);
  m_impl->file = file_mark(path);
  const std::vector<Xapian::docid> documents = documents_with(database, m_impl->file);
  if (documents.empty()) return;
  std::set<Xapian::docid> articles, records;
  for (Xapian::docid number : documents) {
    m_impl->articles_sharing_keys(number, articles);
    for (Xapian::docid peer : m_impl->peers(number)) records.insert(peer);
  }
  // First the marks: a run that is killed before the end finds the rest of the documents again.
  for (Xapian::docid number : documents) {
    articles.erase(number);
    records.erase(number);
  }
  for (Xapian::docid article : articles) m_impl->mark(article, term::to_link);
  for (Xapian::docid record : records) m_impl->mark(record, term::to_unite);
  m_impl->mark_uncommon(documents);
  for (Xapian::docid number : documents) m_impl->remove(number);
}

void Writer::put(const Prepared& prepared) {
  for (Xapian::Document document : prepared.documents().items) {
    if (!m_impl->file.empty()) document.add_boolean_term(m_impl->file);
    m_impl->add(document);
  }
}

void Writer::put_file(const FileEntry& entry) {
  m_impl->add(m_impl->builder.file(entry));
  reading_done();
}

void Writer::reading_done() {
  m_impl->file.clear();
  m_impl->set_reading("");
}

std::vector<std::string> Writer::articles_to_link() {
  const Xapian::WritableDatabase& database = m_impl->database;
  std::set<Xapian::docid> articles;
  for (Xapian::docid number : documents_with(database, std::string(term::to_link))) articles.insert(number);
  for (Xapian::docid number : m_impl->above_linked("article")) articles.insert(number);
  // Where every article is new, there is nobody whom a new work could concern besides.
  if (articles.size() < database.get_termfreq(make_term(prefix::kind, "article"))) {
    for (Xapian::docid number : m_impl->above_linked("work")) m_impl->articles_sharing_keys(number, articles);
  }
  return m_impl->ids_of(articles);
}

std::vector<std::string> Writer::articles() const {
  return m_impl->ids_of(documents_with(m_impl->database, make_term(prefix::kind, "article")));
}

std::optional<model::Edge> Writer::link(const std::string& edge_id) const {
  for (Xapian::docid number : documents_with(m_impl->database, make_term(prefix::edge, edge_id))) {
    const Xapian::Document document = m_impl->database.get_document(number);
    if (kind_of(document) == "link") return link_edge(document);
  }
  return std::nullopt;
}

void Writer::put_links(const std::string& article_key, const std::vector<model::Edge>& edges,
                       const std::vector<model::WorkRecord>& ghosts) {
  Xapian::WritableDatabase& database = m_impl->database;
  for (Xapian::docid number : documents_with(database, make_term(prefix::linked_article, article_key)))
    m_impl->remove(number);
  const auto add = [&](Xapian::Document document, const std::string& file) {
    if (!file.empty()) document.add_boolean_term(make_term(prefix::file, file));
    m_impl->add(document);
  };
  for (Xapian::docid number : documents_with(database, make_term(prefix::id, article_key))) {
    Xapian::Document document = database.get_document(number);
    if (kind_of(document) != "article") continue;
    // What is derived from an article goes with its file.
    std::string file;
    for_each_term(database, number, prefix::file, [&](const std::string& value) { file = value; });
    for (const auto& ghost : ghosts) add(m_impl->builder.ghost(ghost, article_key), file);
    for (const auto& edge : edges) add(m_impl->builder.link(edge, article_key), file);
    const auto terms_end = document.termlist_end();
    auto mark = document.termlist_begin();
    mark.skip_to(std::string(term::to_link));
    if (mark == terms_end || *mark != term::to_link) continue;
    document.remove_term(std::string(term::to_link));
    m_impl->replace(number, document);
  }
}

void Writer::linking_done() {
  for (auto& layer : m_impl->layers)
    layer.set_metadata(metadata::linked, std::to_string(layer.get_lastdocid()));
  commit();
}

void Writer::commit() {
  m_impl->commit();
}

}  // namespace evident::index
