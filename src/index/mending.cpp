// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/mending.hpp"

#include <algorithm>

#include "index/nodes.hpp"
#include "index/postings.hpp"
#include "index/schema.hpp"
#include "index/store.hpp"

namespace evident::index {

Mending::Mending(const Xapian::Database& database, Numbering numbers)
    : m_database(database), m_numbers(numbers) {
  for (Xapian::docid number : documents_with(database, make_term(prefix::kind, "file"))) {
    size_t& layer = m_newest[mark_of(number)];
    layer = std::max(layer, numbers.layer_of(number));
  }
}

std::vector<Xapian::docid> Mending::of_old_files() const {
  std::vector<Xapian::docid> old;
  for (const auto& [mark, layer] : m_newest) {
    for (Xapian::docid number : documents_with(m_database, mark)) {
      if (m_numbers.layer_of(number) < layer) old.push_back(number);
    }
  }
  return old;
}

std::vector<Xapian::docid> Mending::superseded() const {
  std::vector<Xapian::docid> old;
  for (const char* kind : {"former", "work"}) {
    for (Xapian::docid number : documents_with(m_database, make_term(prefix::kind, kind)))
      add_superseded_by(number, old);
  }
  std::sort(old.begin(), old.end());
  old.erase(std::unique(old.begin(), old.end()), old.end());
  return old;
}

void Mending::add_superseded_by(Xapian::docid number, std::vector<Xapian::docid>& old) const {
  const size_t layer = m_numbers.layer_of(number);
  const auto file = m_newest.find(mark_of(number));
  if (layer <= (file == m_newest.end() ? 0 : file->second)) return;
  const model::WorkRecord record = record_of(number);
  if (record.ghost) return;
  for (const Xapian::docid other : stating_an_identifier_of(record)) {
    if (m_numbers.layer_of(other) >= layer) continue;
    const Xapian::Document document = m_database.get_document(other);
    if (kind_of(document) != "work") continue;
    const model::WorkRecord before = work_record(document);
    if (before.path == record.path && before.source == record.source) old.push_back(other);
  }
}

std::vector<Xapian::docid> Mending::stating_an_identifier_of(const model::WorkRecord& record) const {
  std::vector<Xapian::docid> all;
  for (const auto& id : all_of(record.ids)) {
    for (const Xapian::docid other : documents_with(m_database, make_term(prefix::identifier, id)))
      all.push_back(other);
  }
  return all;
}

std::string Mending::mark_of(Xapian::docid number) const {
  std::string mark;
  for_each_term(m_database, number, prefix::file,
                [&](const std::string& value) { mark = make_term(prefix::file, value); });
  return mark;
}

model::WorkRecord Mending::record_of(Xapian::docid number) const {
  const Xapian::Document document = m_database.get_document(number);
  return kind_of(document) == "former" ? former_record(document).record : work_record(document);
}

}  // namespace evident::index
