// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "index/nodes.hpp"
#include "index/postings.hpp"
#include "index/schema.hpp"
#include "index/shards.hpp"
#include "index/store.hpp"

namespace evident::index {

// For the files that read a store alone.

struct Store::Impl {
  explicit Impl(const std::filesystem::path& place) : directory(place) { open(); }

  std::filesystem::path directory;
  mutable Xapian::Database database;
  mutable std::vector<std::string> missing;  // shards
  mutable std::string revision;
  mutable bool remote = false;

  /// Also where it was open: a folder that another has replaced cannot be reopened.
  void open() const {
    OpenDatabase opened = open_database(directory);
    database = opened.database;
    missing = std::move(opened.missing);
    revision = std::move(opened.revision);
    remote = opened.remote;
  }

  /// Runs a read against the database, following a writer that has overtaken it.
  template <typename Read>
  auto read(Read action) const {
    return with_reopen([&] { return action(database); }, [&] { open(); });
  }

  template <typename Convert>
  auto nodes_with(const std::string& term, Convert convert) const {
    return read([&](const Xapian::Database& db) {
      std::vector<decltype(convert(db.get_document(0)))> nodes;
      for (Xapian::docid number : documents_with(db, term)) nodes.push_back(convert(db.get_document(number)));
      return nodes;
    });
  }

  /// The first document of a kind that bears an id.
  template <typename Convert>
  auto node(const std::string& id, std::string_view kind, Convert convert) const
      -> std::optional<decltype(convert(database.get_document(0)))> {
    return read(
        [&](const Xapian::Database& db) -> std::optional<decltype(convert(database.get_document(0)))> {
          for (Xapian::docid number : documents_with(db, make_term(prefix::id, id))) {
            const Xapian::Document document = db.get_document(number);
            if (kind_of(document) == kind) return convert(document);
          }
          return std::nullopt;
        });
  }
};

}  // namespace evident::index
