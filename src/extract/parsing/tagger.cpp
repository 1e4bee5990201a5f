// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/parsing/tagger.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/error.hpp"
#include "extract/parsing/features.hpp"

namespace evident::extract::parsing {

namespace {

template <typename Number>
Number read(const char* at) {
  Number number;
  std::memcpy(&number, at, sizeof number);
  return number;
}

}  // namespace

Model::Model(std::string_view bytes) : m_bytes(bytes) {
  constexpr size_t header = 16;
  constexpr size_t chain = 2 * sizeof(Scores) + joint_count * sizeof(Transition);
  if (bytes.size() < header + chain || bytes.substr(0, 4) != "evrp" ||
      read<uint32_t>(bytes.data() + 4) != features_version)
    throw Error("the model of references does not fit this program: build it again");
  m_count = read<uint32_t>(bytes.data() + 8);
  m_scale = read<float>(bytes.data() + 12);
  if (bytes.size() != header + chain + m_count * (sizeof(uint32_t) + label_count))
    throw Error("the model of references is cut: build it again");
  const char* at = bytes.data() + header;
  std::memcpy(&m_chain.start, at, sizeof(Scores));
  std::memcpy(&m_chain.end, at + sizeof(Scores), sizeof(Scores));
  std::memcpy(m_chain.transitions.data(), at + 2 * sizeof(Scores), joint_count * sizeof(Transition));
  m_keys = at + chain;
  m_weights = reinterpret_cast<const signed char*>(m_keys + m_count * sizeof(uint32_t));
  m_first.assign((1U << 16U) + 1, static_cast<uint32_t>(m_count));
  for (size_t i = m_count; i-- > 0;)
    m_first[read<uint32_t>(m_keys + 4 * i) >> 16U] = static_cast<uint32_t>(i);
  for (size_t i = m_first.size() - 1; i-- > 0;) m_first[i] = std::min(m_first[i], m_first[i + 1]);
}

size_t Model::find(uint32_t feature) const {
  for (size_t i = m_first[feature >> 16U]; i < m_first[(feature >> 16U) + 1]; ++i) {
    if (read<uint32_t>(m_keys + 4 * i) == feature) return i;
  }
  return m_count;
}

std::vector<Scores> Model::emissions(const std::vector<std::vector<uint32_t>>& features) const {
  std::vector<Scores> scores(features.size());
  for (size_t token = 0; token < features.size(); ++token) {
    std::array<int, label_count> sums{};
    for (const uint32_t feature : features[token]) {
      const size_t at = find(feature);
      if (at == m_count) continue;
      const signed char* weights = m_weights + at * label_count;
      for (size_t label = 0; label < label_count; ++label) sums[label] += weights[label];
    }
    for (size_t label = 0; label < label_count; ++label)
      scores[token][label] = m_scale * static_cast<float>(sums[label]);
  }
  return scores;
}

Marginals marginals(const std::vector<Scores>& emissions, const std::vector<uint8_t>& joints,
                    const Chain& chain, Pairs pairs) {
  Marginals result;
  const size_t count = emissions.size();
  if (count == 0) return result;
  using Row = std::array<double, label_count>;
  using Steps = std::array<Row, label_count>;
  // Probabilities instead of their logarithms, each token's brought to a sum of one: exp() is called once a
  // score, and once a transition of the joints that occur.
  constexpr double least = 1e-280;  // no label ever becomes impossible
  std::vector<Steps> steps;
  std::array<uint8_t, joint_count> place{};  // of a joint's steps, counted from one
  const auto step = [&](size_t at) -> const Steps& {
    uint8_t& here = place[joints[at]];
    if (here == 0) {
      const Transition& scores = chain.transitions[joints[at]];
      Steps& made = steps.emplace_back();
      for (size_t from = 0; from < label_count; ++from) {
        for (size_t to = 0; to < label_count; ++to) made[from][to] = std::exp(double{scores[from][to]});
      }
      here = static_cast<uint8_t>(steps.size());
    }
    return steps[here - 1U];
  };
  std::vector<Row> local(count), forward(count), backward(count);
  const auto normalise = [](Row& row) {
    double sum = 0;
    for (const double value : row) sum += value;
    for (double& value : row) value /= sum;
    return std::log(sum);
  };
  for (size_t i = 0; i < count; ++i) {
    const float most = *std::max_element(emissions[i].begin(), emissions[i].end());
    Row sums{};
    if (i > 0) {
      const Steps& here = step(i);
      for (size_t from = 0; from < label_count; ++from) {
        for (size_t to = 0; to < label_count; ++to) sums[to] += forward[i - 1][from] * here[from][to];
      }
    }
    for (size_t to = 0; to < label_count; ++to) {
      local[i][to] = std::exp(double{emissions[i][to] - most});
      forward[i][to] =
          std::max(least, (i == 0 ? std::exp(double{chain.start[to]}) : sums[to]) * local[i][to]);
    }
    result.log_partition += double{most} + normalise(forward[i]);
  }
  for (size_t label = 0; label < label_count; ++label)
    backward[count - 1][label] = std::exp(double{chain.end[label]});
  double last = 0;
  for (size_t label = 0; label < label_count; ++label)
    last += forward[count - 1][label] * backward[count - 1][label];
  result.log_partition += std::log(last);
  for (size_t i = count - 1; i-- > 0;) {
    const Steps& here = step(i + 1);
    for (size_t from = 0; from < label_count; ++from) {
      double sum = 0;
      for (size_t to = 0; to < label_count; ++to)
        sum += here[from][to] * local[i + 1][to] * backward[i + 1][to];
      backward[i][from] = std::max(least, sum);
    }
    normalise(backward[i]);
  }
  result.probability.resize(count);
  if (pairs == Pairs::wanted) result.pairs.resize(count);
  for (size_t i = 0; i < count; ++i) {
    Row both;
    for (size_t label = 0; label < label_count; ++label) both[label] = forward[i][label] * backward[i][label];
    normalise(both);
    for (size_t label = 0; label < label_count; ++label)
      result.probability[i][label] = static_cast<float>(both[label]);
    if (i == 0 || pairs == Pairs::unwanted) continue;
    const Steps& here = step(i);
    Steps pair;
    double sum = 0;
    for (size_t from = 0; from < label_count; ++from) {
      for (size_t to = 0; to < label_count; ++to) {
        pair[from][to] = forward[i - 1][from] * here[from][to] * local[i][to] * backward[i][to];
        sum += pair[from][to];
      }
    }
    for (size_t from = 0; from < label_count; ++from) {
      for (size_t to = 0; to < label_count; ++to)
        result.pairs[i][from][to] = static_cast<float>(pair[from][to] / sum);
    }
  }
  return result;
}

Tagging tag(const Model& model, const Observed& observed) {
  Tagging tagging;
  const auto emissions = model.emissions(observed.features);
  const Chain& chain = model.chain();
  const size_t count = emissions.size();
  if (count == 0) return tagging;
  std::vector<Scores> best(count);
  std::vector<std::array<uint8_t, label_count>> came_from(count);
  for (size_t to = 0; to < label_count; ++to) best[0][to] = chain.start[to] + emissions[0][to];
  for (size_t i = 1; i < count; ++i) {
    const Transition& step = chain.transitions[observed.joints[i]];
    for (size_t to = 0; to < label_count; ++to) {
      size_t from_best = 0;
      for (size_t from = 1; from < label_count; ++from) {
        if (best[i - 1][from] + step[from][to] > best[i - 1][from_best] + step[from_best][to])
          from_best = from;
      }
      best[i][to] = best[i - 1][from_best] + step[from_best][to] + emissions[i][to];
      came_from[i][to] = static_cast<uint8_t>(from_best);
    }
  }
  size_t label = 0;
  for (size_t other = 1; other < label_count; ++other) {
    if (best[count - 1][other] + chain.end[other] > best[count - 1][label] + chain.end[label]) label = other;
  }
  const Marginals sums = marginals(emissions, observed.joints, chain, Pairs::unwanted);
  tagging.labels.resize(count);
  tagging.confidence.resize(count);
  for (size_t i = count; i-- > 0;) {
    tagging.labels[i] = static_cast<Label>(label);
    tagging.confidence[i] = sums.probability[i][label];
    label = came_from[i][label];
  }
  return tagging;
}

}  // namespace evident::extract::parsing
