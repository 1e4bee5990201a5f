// SPDX-License-Identifier: GPL-3.0-or-later
// A writer's documents in one database or several.
#include "index/documents.hpp"
#include "index/layers.hpp"
#include "index/mending.hpp"
#include "index/writer_impl.hpp"

namespace evident::index {

namespace {

uint64_t number_in(const Xapian::Database& database, const char* key) {
  const std::string value = database.get_metadata(key);
  return value.empty() ? 0 : std::stoull(value);
}

}  // namespace

void Writer::Impl::open(int flags, size_t kept) {
  const auto places = layers_of(directory);
  std::vector<Xapian::WritableDatabase> opened(layers.begin(),
                                               layers.begin() + static_cast<std::ptrdiff_t>(kept));
  // A layer that is missing is not made.
  if (places.size() > 1) flags = Xapian::DB_OPEN;
  for (size_t i = kept; i < places.size(); ++i) opened.emplace_back(places[i].string(), flags);
  layers = std::move(opened);  // which lets the locks of the others go, when nobody else can get in
  committed = Xapian::Database();
  for (const auto& place : places) committed.add_database(Xapian::Database(place.string()));
  if (layers.size() == 1) {
    database = layers.front();
  } else {
    database = Xapian::WritableDatabase();
    for (const auto& layer : layers) database.add_database(layer);
  }
}

void Writer::Impl::commit() {
  pending_terms = pending_documents = 0;
  if (layers.size() > 1 && !mending) {
    const std::string times = std::to_string(number_in(layers.front(), metadata::commits) + 1);
    for (auto& layer : layers) layer.set_metadata(metadata::commits, times);
  }
  for (size_t i = layers.size(); i > 0; --i) layers[i - 1].commit();
}

bool Writer::Impl::is_torn() const {
  const uint64_t times = number_in(layers.front(), metadata::commits);
  return std::any_of(layers.begin(), layers.end(), [&](const Xapian::Database& layer) {
    return number_in(layer, metadata::commits) != times;
  });
}

/// What went into a newer layer is kept, and what an older one has still in its place is taken out; all is
/// united and linked again, because marks may be lost.
void Writer::Impl::mend() {
  mending = true;  // until it is done, the layers stay known as torn
  const Mending found(database, numbering());
  for (Xapian::docid number : found.of_old_files()) remove(number);
  for (Xapian::docid number : found.superseded()) put_away(number);
  for (auto& layer : layers) layer.set_metadata(metadata::linked, "");
  mending = false;
  commit();
}

/// Where a store has layers the last holds what a file brings, and so it holds this too; but what was being
/// read when a layer was begun stands in the one before.
void Writer::Impl::set_reading(const std::string& path) {
  if (path.empty()) {
    for (auto& layer : layers) {
      if (!layer.get_metadata(metadata::reading).empty()) layer.set_metadata(metadata::reading, "");
    }
  } else {
    layers.back().set_metadata(metadata::reading, path);
  }
}

Linked Writer::Impl::linked() const {
  std::vector<Xapian::docid> last;
  for (const auto& layer : layers)
    last.push_back(static_cast<Xapian::docid>(number_in(layer, metadata::linked)));
  return Linked(std::move(last));
}

std::vector<Xapian::docid> Writer::Impl::above_linked(std::string_view kind) const {
  std::vector<Xapian::docid> numbers;
  const std::string term = make_term(prefix::kind, kind);
  const Linked seen = linked();
  const bool ask = any_gone(database);
  for (size_t i = 0; i < layers.size(); ++i) {
    auto posting = layers[i].postlist_begin(term);
    const auto end = layers[i].postlist_end(term);
    if (posting != end) posting.skip_to(seen.last(i) + 1);
    for (; posting != end; ++posting) {
      if (!ask || !is_gone(layers[i], *posting)) numbers.push_back(numbering().in_all(i, *posting));
    }
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

void Writer::Impl::supersede(Xapian::docid number, const Xapian::Document& document) {
  if (numbering().layer_of(number) + 1 == layers.size() || kind_of(database.get_document(number)) != "work") {
    replace(number, document);
    return;
  }
  // Both before any commit, or a kill would leave the two side by side.
  layers.back().add_document(document);
  say_gone(number);
  count(document.termlist_count(), 2);
}

void Writer::Impl::put_away(Xapian::docid number) {
  say_gone(number);
  count(0);
}

void Writer::Impl::say_gone(Xapian::docid number) {
  const size_t layer = numbering().layer_of(number);
  Xapian::Document gone = layers[layer].get_document(numbering().in_layer(number));
  std::string format;
  for_each_term(gone, prefix::format, [&](const std::string& value) { format = value; });
  gone.add_value(slot::gone, format.empty() ? "?" : format.substr(format.find(' ') + 1));
  // With nothing else changed, Xapian rewrites the values alone.
  layers[layer].replace_document(numbering().in_layer(number), gone);
}

}  // namespace evident::index
