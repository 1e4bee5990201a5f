// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/trainer.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <random>
#include <unordered_map>

#include "extract/parsing/features.hpp"
#include "extract/parsing/prepare.hpp"

namespace evident::eval {

namespace {

using namespace extract::parsing;

constexpr uint32_t least_count = 3;     // rarer features tell of single references
constexpr float rate = 0.12F;           // of AdaGrad
constexpr float decay = 4e-6F;          // towards zero
constexpr float least_weight = 0.02F;   // lighter features are left out of the model
constexpr float largest_weight = 4.0F;  // what a byte must hold
constexpr uint32_t hidden_percent = 30;
constexpr int averaged_rounds = 3;  // the mean of several ends generalises better than the last

void adjust(float& weight, float& square, float gradient) {
  square += gradient * gradient;
  weight += rate * gradient / std::sqrt(square + 1e-6F);
}

template <typename Value>
void put(std::string& out, const Value& value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

}  // namespace

Trainer::Trainer(const std::vector<TaggedReference>& references) : m_transitions(joint_count) {
  m_examples.reserve(references.size());
  for (const auto& reference : references) {
    const auto words = tokens(prepare(reference.text).text);
    if (words.empty()) continue;
    m_examples.push_back({observe(words), labels_of(reference, words)});
  }
  index();
}

void Trainer::index() {
  std::unordered_map<uint32_t, uint32_t> counts;
  for (const auto& example : m_examples) {
    for (const auto& token : example.observed.features) {
      for (const uint32_t feature : token) ++counts[feature];
    }
  }
  for (const auto& [feature, count] : counts) {
    if (count >= least_count) m_hashes.push_back(feature);
  }
  std::sort(m_hashes.begin(), m_hashes.end());
  std::unordered_map<uint32_t, uint32_t> places;
  places.reserve(m_hashes.size());
  for (uint32_t i = 0; i < m_hashes.size(); ++i) places[m_hashes[i]] = i;
  for (auto& example : m_examples) {
    for (auto& token : example.observed.features) {
      std::vector<uint32_t> found;
      for (const uint32_t feature : token) {
        if (const auto at = places.find(feature); at != places.end()) found.push_back(at->second);
      }
      token = std::move(found);
    }
  }
  m_weights.resize(m_hashes.size());
}

void Trainer::train(int rounds) {
  std::vector<size_t> order(m_examples.size());
  std::iota(order.begin(), order.end(), 0);
  for (int round = 0; round < rounds; ++round) {
    // std::shuffle is not the same everywhere.
    for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[m_random() % i]);
    double loss = 0;
    for (const size_t example : order) loss += step(m_examples[example]);
    if (round + averaged_rounds >= rounds)
      add_to_mean(1.0F / static_cast<float>(std::min(rounds, averaged_rounds)));
    std::fprintf(stderr, "round %d of %d: %zu references, %zu features, loss %.4f\n", round + 1, rounds,
                 m_examples.size(), m_hashes.size(), loss / static_cast<double>(m_examples.size()));
  }
}

void Trainer::add_to_mean(float share) {
  const auto add = [share](Weight& weight) {
    for (size_t label = 0; label < label_count; ++label) weight.mean[label] += share * weight.value[label];
  };
  for (auto& weight : m_weights) add(weight);
  add(m_start);
  add(m_end);
  for (auto& weight : m_any_joint) add(weight);
  for (auto& transition : m_transitions) {
    for (auto& weight : transition) add(weight);
  }
}

void Trainer::set_transition(size_t joint) {
  for (size_t from = 0; from < label_count; ++from) {
    for (size_t to = 0; to < label_count; ++to)
      m_chain.transitions[joint][from][to] =
          m_any_joint[from].value[to] + m_transitions[joint][from].value[to];
  }
}

double Trainer::step(const Example& example) {
  const size_t count = example.labels.size();
  std::vector<Scores> emissions(count);
  std::vector<std::vector<uint32_t>> seen(count);
  for (size_t i = 0; i < count; ++i) {
    emissions[i].fill(0);
    // Some features are hidden each time, so that none is relied upon alone: sources differ in their words.
    for (const uint32_t place : example.observed.features[i]) {
      if (m_random() % 100 >= hidden_percent) seen[i].push_back(place);
    }
    for (const uint32_t place : seen[i]) {
      for (size_t label = 0; label < label_count; ++label)
        emissions[i][label] += m_weights[place].value[label];
    }
    for (float& each : emissions[i]) each *= 100.0F / (100.0F - hidden_percent);
  }
  const auto& joints = example.observed.joints;
  for (size_t i = 1; i < count; ++i) set_transition(joints[i]);
  m_chain.start = m_start.value;
  m_chain.end = m_end.value;
  const Marginals sums = marginals(emissions, joints, m_chain, Pairs::wanted);
  double score = 0;
  for (size_t i = 0; i < count; ++i) {
    const auto label = static_cast<size_t>(example.labels[i]);
    score += emissions[i][label];
    if (i > 0) score += m_chain.transitions[joints[i]][static_cast<size_t>(example.labels[i - 1])][label];
  }
  score += m_start.value[static_cast<size_t>(example.labels.front())] +
           m_end.value[static_cast<size_t>(example.labels.back())];
  for (size_t i = 0; i < count; ++i) {
    Scores gradient;
    for (size_t label = 0; label < label_count; ++label)
      gradient[label] =
          (label == static_cast<size_t>(example.labels[i]) ? 1.0F : 0.0F) - sums.probability[i][label];
    for (size_t label = 0; label < label_count; ++label) {
      if (std::abs(gradient[label]) < 1e-3F) continue;
      for (const uint32_t place : seen[i]) {
        Weight& weight = m_weights[place];
        adjust(weight.value[label], weight.squares[label], gradient[label] - decay * weight.value[label]);
      }
      if (i == 0) adjust(m_start.value[label], m_start.squares[label], gradient[label]);
      if (i + 1 == count) adjust(m_end.value[label], m_end.squares[label], gradient[label]);
    }
  }
  for (size_t i = 1; i < count; ++i) {
    const auto before = static_cast<size_t>(example.labels[i - 1]),
               here = static_cast<size_t>(example.labels[i]);
    Transition& own = m_transitions[joints[i]];
    for (size_t from = 0; from < label_count; ++from) {
      for (size_t to = 0; to < label_count; ++to) {
        const float gradient = (from == before && to == here ? 1.0F : 0.0F) - sums.pairs[i][from][to];
        if (std::abs(gradient) < 1e-3F) continue;
        adjust(m_any_joint[from].value[to], m_any_joint[from].squares[to], gradient);
        adjust(own[from].value[to], own[from].squares[to], gradient - decay * own[from].value[to]);
      }
    }
  }
  return sums.log_partition - score;
}

std::string Trainer::to_bytes(size_t most) const {
  const auto size_of = [](const Weight& weight) {
    float size = 0;
    for (const float value : weight.mean) size = std::max(size, std::abs(value));
    return size;
  };
  std::vector<std::pair<float, uint32_t>> by_size;
  float largest = 0;
  for (uint32_t i = 0; i < m_weights.size(); ++i) {
    const float size = size_of(m_weights[i]);
    if (size > least_weight) by_size.emplace_back(-size, i);
    largest = std::max(largest, size);
  }
  std::sort(by_size.begin(), by_size.end());
  if (by_size.size() > most) by_size.resize(most);
  std::vector<uint32_t> kept;
  for (const auto& [size, i] : by_size) kept.push_back(i);
  std::sort(kept.begin(), kept.end());
  const float scale = std::min(largest, largest_weight) / 127.0F;
  std::string out = "evrp";
  put(out, features_version);
  put(out, static_cast<uint32_t>(kept.size()));
  put(out, scale);
  put(out, m_start.mean);
  put(out, m_end.mean);
  for (const auto& transition : m_transitions) {
    for (size_t from = 0; from < label_count; ++from) {
      Scores sums = transition[from].mean;
      for (size_t to = 0; to < label_count; ++to) sums[to] += m_any_joint[from].mean[to];
      put(out, sums);
    }
  }
  for (const uint32_t i : kept) put(out, m_hashes[i]);
  for (const uint32_t i : kept) {
    for (const float value : m_weights[i].mean)
      put(out, static_cast<int8_t>(std::clamp(std::lround(value / scale), -127L, 127L)));
  }
  return out;
}

}  // namespace evident::eval
