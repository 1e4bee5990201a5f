// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/meaning.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <xapian.h>

#include "base/error.hpp"
#include "index/feedback.hpp"
#include "index/passage.hpp"
#include "index/postings.hpp"
#include "index/schema.hpp"
#include "index/text_counts.hpp"

namespace evident::index {

namespace {

// BM25's parameters; a title's length says less.
constexpr double k1 = 1.2, b = 0.75, title_b = 0.5, title_weight = 0.2;
constexpr Xapian::doccount candidates_per_query = 200;
constexpr size_t most_examples = 15;
/// A document whose score is less by so much counts for 1/e as an example.
constexpr double example_slope = 4;
/// The first few are put in order by their passages.
constexpr size_t read_closely = 50;
/// Words side by side are looked for in all documents only where one of them is in no more than these.
constexpr Xapian::doccount most_phrases = 5'000;
/// What candidates are looked for by, beyond the question's own words, is bounded by the documents that have
/// it.
constexpr Xapian::doccount most_postings = 60'000;

double saturated(double count, double length, double average, double length_weight) {
  if (count <= 0) return 0;
  const double relative = average > 0 ? length / average : 1;
  return count * (k1 + 1) / (count + k1 * (1 - length_weight + length_weight * relative));
}

struct Candidate {
  Xapian::docid number = 0;
  TermList terms;
  TextCounts counts;
  Likeness likeness;
  double first_order = 0;  ///< by words and feedback
};

/// Numbers of a concept's terms among those that are wanted.
struct Numbers {
  std::vector<std::vector<size_t>> of_forms;
  size_t in_title = 0;
};

class Ranking {
 public:
  Ranking(const Xapian::Database& database, const std::vector<Concept>& concepts)
      : m_database(database), m_concepts(concepts) {
    for (const auto& notion : m_concepts) {
      Numbers numbers;
      for (const auto& form : notion.forms) {
        numbers.of_forms.emplace_back();
        for (const auto& term : form.terms) numbers.of_forms.back().push_back(m_wanted.number_of(term));
      }
      numbers.in_title = m_wanted.number_of(std::string(prefix::title) + notion.forms.front().terms.front());
      m_numbers.push_back(std::move(numbers));
      m_words += notion.times;
      m_rarity += notion.times * notion.rarity;
    }
  }

  std::vector<Likeness> run(const std::string& kind, size_t limit) {
    m_kind = Xapian::Query(make_term(prefix::kind, kind));
    add_candidates(concepts_query());
    if (m_candidates.empty()) return {};
    set_averages();
    for (auto& candidate : m_candidates) weigh_words(candidate);
    const auto terms = feedback_terms(m_database, examples(), text_count(m_database));
    const size_t before = m_candidates.size();
    add_candidates(Xapian::Query(Xapian::Query::OP_OR, concepts_query(), feedback_query(terms)));
    for (size_t i = before; i < m_candidates.size(); ++i) weigh_words(m_candidates[i]);
    weigh_feedback(terms);
    return ordered(limit);
  }

  double coverage(Xapian::docid number) {
    Candidate candidate = candidate_of(number);
    weigh_words(candidate);
    return candidate.likeness.coverage;
  }

 private:
  Candidate candidate_of(Xapian::docid number) const {
    Candidate candidate{number, TermList(m_database, number), {}, {}, 0};
    candidate.counts = candidate.terms.counts(m_wanted);
    return candidate;
  }

  Xapian::Query concepts_query() const {
    std::vector<Xapian::Query> all;
    for (const auto& notion : m_concepts) {
      std::vector<Xapian::Query> forms;
      for (const auto& form : notion.forms) {
        if (form.terms.size() == 1) {
          forms.emplace_back(form.terms[0]);
          continue;
        }
        const bool rare = std::any_of(form.terms.begin(), form.terms.end(), [&](const std::string& term) {
          return m_database.get_termfreq(term) <= most_phrases;
        });
        if (rare)
          forms.emplace_back(Xapian::Query::OP_PHRASE, form.terms.begin(), form.terms.end(),
                             form.terms.size());
      }
      const Xapian::Query any(Xapian::Query::OP_SYNONYM, forms.begin(), forms.end());
      all.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, any, notion.times);
    }
    return {Xapian::Query::OP_OR, all.begin(), all.end()};
  }

  /// Of the heaviest terms, as many as a large store can be asked for at once.
  Xapian::Query feedback_query(std::vector<FeedbackTerm> terms) const {
    std::sort(terms.begin(), terms.end(), [](const FeedbackTerm& left, const FeedbackTerm& right) {
      return left.weight != right.weight ? left.weight > right.weight : left.term < right.term;
    });
    std::vector<Xapian::Query> all;
    Xapian::doccount postings = 0;
    for (const auto& term : terms) {
      postings += m_database.get_termfreq(term.term);
      if (postings > most_postings) break;
      all.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term.term),
                       feedback_weight * m_words * term.weight);
    }
    return {Xapian::Query::OP_OR, all.begin(), all.end()};
  }

  void add_candidates(const Xapian::Query& query) {
    Xapian::Enquire enquire(m_database);
    enquire.set_query(without_gone(m_database, Xapian::Query(Xapian::Query::OP_FILTER, query, m_kind)));
    enquire.set_weighting_scheme(Xapian::BM25Weight(k1, 0, 1, b, 0.5));
    const Xapian::MSet found = enquire.get_mset(0, candidates_per_query + 1);
    // Of those that tie with the first one left out, which are seen depends on the order of ingestion.
    Xapian::doccount count = found.size();
    if (count > candidates_per_query) {
      const double left_out = found[count - 1].get_weight();
      while (count > 0 && found[count - 1].get_weight() <= left_out) --count;
      if (count == 0) count = candidates_per_query;
    }
    for (Xapian::doccount i = 0; i < count; ++i) {
      const Xapian::docid number = *found[i];
      if (!m_seen.insert(number).second) continue;
      Candidate candidate = candidate_of(number);
      candidate.likeness.id = m_database.get_document(number).get_value(slot::node_id);
      m_candidates.push_back(std::move(candidate));
    }
  }

  void set_averages() {
    for (const auto& candidate : m_candidates) {
      m_length += candidate.counts.length;
      m_title_length += candidate.counts.title_length;
    }
    m_length /= static_cast<double>(m_candidates.size());
    m_title_length /= static_cast<double>(m_candidates.size());
  }

  double count_of(size_t notion, const Candidate& candidate) const {
    double count = 0;
    const auto& forms = m_concepts[notion].forms;
    for (size_t i = 0; i < forms.size(); ++i) {
      const auto& numbers = m_numbers[notion].of_forms[i];
      const auto occurs = [&](size_t number) { return candidate.counts.of[number] > 0; };
      if (numbers.size() == 1) {
        count += forms[i].weight * candidate.counts.of[numbers[0]];
      } else if (std::all_of(numbers.begin(), numbers.end(), occurs)) {
        const size_t times = places(m_database, candidate.number, forms[i].terms).size();
        count += forms[i].weight * static_cast<double>(times);
      }
    }
    return count;
  }

  void weigh_words(Candidate& candidate) const {
    double covered = 0;
    for (size_t i = 0; i < m_concepts.size(); ++i) {
      const Concept& notion = m_concepts[i];
      const double count = count_of(i, candidate);
      const double in_text = saturated(count, candidate.counts.length, m_length, b);
      const double in_title = saturated(candidate.counts.of[m_numbers[i].in_title],
                                        candidate.counts.title_length, m_title_length, title_b);
      candidate.likeness.words +=
          notion.times * (notion.rarity * in_text + title_weight * notion.title_rarity * in_title);
      covered += notion.times * notion.rarity * std::min(1.0, count);
    }
    candidate.likeness.coverage = m_rarity > 0 ? covered / m_rarity : 0;
  }

  std::vector<Example> examples() const {
    std::vector<const Candidate*> order;
    for (const auto& candidate : m_candidates) order.push_back(&candidate);
    std::sort(order.begin(), order.end(), [](const Candidate* left, const Candidate* right) {
      const auto &a = left->likeness, &c = right->likeness;
      return a.words != c.words ? a.words > c.words : a.id < c.id;
    });
    if (order.size() > most_examples) order.resize(most_examples);
    std::vector<Example> best;
    for (const auto* candidate : order) best.push_back({candidate->number, candidate->likeness.words});
    double sum = 0;
    const double most = best.front().weight;
    for (auto& example : best) sum += example.weight = std::exp((example.weight - most) / example_slope);
    for (auto& example : best) example.weight /= sum;
    return best;
  }

  void weigh_feedback(const std::vector<FeedbackTerm>& terms) {
    WantedTerms wanted;
    std::vector<size_t> numbers;
    for (const auto& term : terms) numbers.push_back(wanted.number_of(term.term));
    for (auto& candidate : m_candidates) {
      const TextCounts counts = candidate.terms.counts(wanted);
      double sum = 0;
      for (size_t i = 0; i < terms.size(); ++i)
        sum +=
            terms[i].weight * terms[i].rarity * saturated(counts.of[numbers[i]], counts.length, m_length, b);
      candidate.likeness.feedback = m_words * sum;
      candidate.first_order = candidate.likeness.words + feedback_weight * candidate.likeness.feedback;
    }
  }

  double passage(const Candidate& candidate) const {
    std::vector<Occurrence> all;
    for (size_t i = 0; i < m_concepts.size(); ++i) {
      const auto& forms = m_concepts[i].forms;
      for (size_t k = 0; k < forms.size(); ++k) {
        const auto& numbers = m_numbers[i].of_forms[k];
        if (std::any_of(numbers.begin(), numbers.end(),
                        [&](size_t n) { return candidate.counts.of[n] <= 0; }))
          continue;
        for (const auto place : places(m_database, candidate.number, forms[k].terms))
          all.push_back({place, i, forms[k].weight * m_concepts[i].rarity});
      }
    }
    return best_passage(std::move(all), m_concepts.size());
  }

  std::vector<Likeness> ordered(size_t limit) {
    const auto sort_from = [&](size_t from, size_t to, auto value) {
      std::sort(m_candidates.begin() + static_cast<std::ptrdiff_t>(from),
                m_candidates.begin() + static_cast<std::ptrdiff_t>(to),
                [&](const Candidate& left, const Candidate& right) {
                  const double a = value(left), c = value(right);
                  return a != c ? a > c : left.likeness.id < right.likeness.id;
                });
    };
    sort_from(0, m_candidates.size(), [](const Candidate& candidate) { return candidate.first_order; });
    const size_t close = std::min(read_closely, m_candidates.size());
    for (size_t i = 0; i < close; ++i) m_candidates[i].likeness.passage = passage(m_candidates[i]);
    const auto value = [](const Candidate& candidate) {
      return candidate.likeness.words + passage_weight * candidate.likeness.passage;
    };
    sort_from(0, close, value);
    // What a text would get that has every word many times, all of them together.
    const double most = m_rarity * ((k1 + 1) * (1 + title_weight) + passage_weight);
    std::vector<Likeness> result;
    std::set<std::string> seen;
    double least = 1;
    for (auto& candidate : m_candidates) {
      if (result.size() == limit) break;
      if (!seen.insert(candidate.likeness.id).second) continue;
      least = std::min(least, most > 0 ? value(candidate) / most : 0);
      candidate.likeness.score = least;
      result.push_back(std::move(candidate.likeness));
    }
    return result;
  }

  Xapian::Database m_database;
  const std::vector<Concept>& m_concepts;
  WantedTerms m_wanted;
  std::vector<Numbers> m_numbers;  // of each concept
  Xapian::Query m_kind;
  std::vector<Candidate> m_candidates;
  std::set<Xapian::docid> m_seen;
  double m_words = 0, m_rarity = 0;  // of the question
  double m_length = 0, m_title_length = 0;
};

/// Runs a read against the store.
template <typename Read>
auto read(const Store& store, Read action) {
  try {
    return with_reopen([&] { return action(store.database()); }, [&] { store.refresh(); });
  } catch (const Xapian::Error& error) {
    throw StoreError("the search failed: " + error.get_msg());
  }
}

}  // namespace

Meaning::Meaning(const Store& store, const std::string& question)
    : m_store(store),
      m_concepts(
          read(store, [&](const Xapian::Database& database) { return concepts(database, question); })) {}

std::vector<Likeness> Meaning::nearest(const std::string& kind, size_t limit) const {
  if (m_concepts.empty()) return {};
  return read(m_store, [&](const Xapian::Database& database) {
    return Ranking(database, m_concepts).run(kind, limit);
  });
}

double Meaning::coverage(const std::string& id) const {
  return read(m_store, [&](const Xapian::Database& database) {
    double best = 0;
    for (const Xapian::docid number : documents_with(database, make_term(prefix::id, id)))
      best = std::max(best, Ranking(database, m_concepts).coverage(number));
    return best;
  });
}

}  // namespace evident::index
