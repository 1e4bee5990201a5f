// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/linking.hpp"

#include <memory>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "ingest/link.hpp"
#include "ingest/ordered_work.hpp"
#include "resolve/resolve.hpp"

namespace evident::ingest {

namespace {

constexpr size_t articles_waiting = 64;  // linked and not yet written

class StoreWorks final : public resolve::WorkSource {
 public:
  explicit StoreWorks(const index::Store& store) : m_store(store) {}
  std::vector<model::WorkRecord> works_with(const std::vector<std::string>& keys, size_t limit) override {
    return m_store.works_with(keys, limit);
  }

 private:
  const index::Store& m_store;
};

struct Linked {
  std::string article;
  Links links;
};

}  // namespace

void link_articles(const Options& options, index::Writer& writer, Summary& summary, Observer& observer) {
  const std::vector<std::string> keys = options.relink ? writer.articles() : writer.articles_to_link();
  uint64_t done = 0;
  if (!keys.empty()) writer.commit();
  OrderedWork<std::string, Linked> work;
  work.produce = [&](const auto& give) {
    for (const auto& key : keys) {
      if (!give(key, 1)) return;
    }
  };
  work.make_worker = [&] {
    auto store = std::make_shared<const index::Store>(options.store);
    auto all = options.works.empty() ? store : std::make_shared<const index::Store>(options.works);
    if (!all->missing_shards().empty())
      throw StoreError("the shard " + all->missing_shards().front() +
                       " does not answer: nothing is linked without it");
    return [store, all](const std::string& key) {
      StoreWorks works(*all);
      return Linked{key, link_article(store->whole_article(key), works)};
    };
  };
  work.take = [&](const Linked& linked) {
    summary.edges += linked.links.edges.size();
    writer.put_links(linked.article, linked.links.edges, linked.links.ghosts);
    observer.linking(++done, keys.size());
  };
  work.run(options.jobs, articles_waiting);
}

}  // namespace evident::ingest
