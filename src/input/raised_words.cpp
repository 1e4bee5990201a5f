// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/raised_words.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>

#include "base/superscript.hpp"

namespace evident {

namespace {

constexpr size_t looked_at = 400;  // words around a small one, in the order of their tops

double base_of(const PageWord& word) {
  return word.bottom - 0.22 * word.size;
}

double distance(const PageWord& small, const PageWord& word) {
  return std::abs(base_of(small) - base_of(word));
}

/// How `small` stands beside `word`.
enum class Place { apart, raised, lowered };

/// `gap` parts the two; it is negative where they overlap.
Place place_of(const PageWord& small, const PageWord& word, double gap, double reach) {
  if (small.size > 0.85 * word.size || gap < -0.3 * word.size || gap > reach * word.size) return Place::apart;
  if (small.bottom <= word.top || small.top >= word.bottom) return Place::apart;
  const double lift = base_of(word) - base_of(small);
  if (lift > 0.12 * word.size) return Place::raised;
  return lift < -0.05 * word.size ? Place::lowered : Place::apart;
}

/// The base line of one word, kept by another.
void put_on_line(PageWord& small, const PageWord& word) {
  const double height = small.bottom - small.top;
  small.bottom = base_of(word) + 0.22 * small.size;
  small.top = small.bottom - height;
}

/// Looks for the word that a small one stands at.
class Neighbours {
 public:
  explicit Neighbours(std::vector<PageWord>& words)
      : m_words(words), m_right(words.size()), m_gone(words.size(), false) {
    for (size_t at = 0; at < words.size(); ++at) m_right[at] = words[at].right;
  }

  void attach(size_t at) {
    PageWord& small = m_words[at];
    Found found = nearest(at, true);
    const bool behind = found.place != Place::apart;
    if (!behind) found = nearest(at, false);
    if (found.place == Place::apart) return;
    PageWord& word = m_words[found.at];
    const std::string raised = found.place == Place::raised ? superscript(small.text) : "";
    if (raised.empty() || !behind) {
      put_on_line(small, word);
      if (!raised.empty()) small.text = raised;
      return;
    }
    word.text += raised;
    word.space_after = small.space_after;
    m_right[found.at] = small.right;
    m_gone[at] = true;
  }

  std::vector<PageWord> kept() {
    std::vector<PageWord> kept;
    kept.reserve(m_words.size());
    for (size_t at = 0; at < m_words.size(); ++at) {
      if (m_gone[at]) continue;
      m_words[at].right = m_right[at];
      kept.push_back(std::move(m_words[at]));
    }
    return kept;
  }

 private:
  struct Found {
    size_t at = 0;
    Place place = Place::apart;
  };

  /// The one whose base line is nearest: a small word may touch the line above or below too.
  Found nearest(size_t at, bool behind) const {
    const PageWord& small = m_words[at];
    Found best;
    const size_t to = std::min(m_words.size(), at + looked_at);
    for (size_t other = at > looked_at ? at - looked_at : 0; other < to; ++other) {
      if (other == at || m_gone[other]) continue;
      const PageWord& word = m_words[other];
      const double gap = behind ? small.left - m_right[other] : word.left - small.right;
      const Place place = place_of(small, word, gap, m_right[other] > word.right ? 0.5 : 0.35);
      if (place == Place::apart) continue;
      if (best.place == Place::apart || distance(small, word) < distance(small, m_words[best.at]))
        best = {other, place};
    }
    return best;
  }

  std::vector<PageWord>& m_words;  // by their tops
  std::vector<double> m_right;     // of each with what is attached to it
  std::vector<bool> m_gone;        // attached to another
};

}  // namespace

void attach_raised(std::vector<PageWord>& words) {
  words.erase(std::remove_if(words.begin(), words.end(),
                             [](const PageWord& word) {
                               return word.text.find_first_not_of(" \t\r\n\f") == std::string::npos;
                             }),
              words.end());
  std::stable_sort(words.begin(), words.end(),
                   [](const PageWord& a, const PageWord& b) { return a.top < b.top; });
  std::vector<size_t> order(words.size());
  std::iota(order.begin(), order.end(), size_t{0});
  // From left to right, so that a second raised word finds the first one attached.
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return words[a].left < words[b].left; });
  Neighbours neighbours(words);
  for (const size_t at : order) neighbours.attach(at);
  words = neighbours.kept();
}

}  // namespace evident
