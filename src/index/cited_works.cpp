// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/cited_works.hpp"

#include "index/postings.hpp"
#include "index/schema.hpp"

namespace evident::index {

void CitedWorks::init(const Xapian::Database& shard) {
  const std::string works = make_term(prefix::kind, "work");
  m_shard = shard;
  m_works = m_shard.get_termfreq(works);
  m_at = m_shard.postlist_begin(works);
  m_end = m_shard.postlist_end(works);
  m_started = false;
}

void CitedWorks::settle() {
  for (; m_at != m_end; ++m_at) {
    const std::string id = m_shard.get_document(*m_at).get_value(slot::node_id);
    if (any_with(m_whole, make_term(prefix::to, id)) || any_with(m_whole, make_term(prefix::work_cites, id)))
      return;
  }
}

void CitedWorks::next(double) {
  if (m_started) ++m_at;
  m_started = true;
  settle();
}

void CitedWorks::skip_to(Xapian::docid document, double) {
  m_started = true;
  m_at.skip_to(document);
  settle();
}

}  // namespace evident::index
