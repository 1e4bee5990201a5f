// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <random>
#include <string>
#include <vector>

#include "eval/tagged_references.hpp"
#include "extract/parsing/tagger.hpp"

namespace evident::eval {

/// Fits the tagger of printed references: AdaGrad on the log-likelihood of a linear-chain conditional random
/// field. The order of the examples is fixed, so that the same data give the same model.
class Trainer {
 public:
  explicit Trainer(const std::vector<TaggedReference>& references);
  void train(int rounds);
  /// The `most` heaviest features, as extract::parsing::Model reads them.
  std::string to_bytes(size_t most) const;

 private:
  using Scores = extract::parsing::Scores;
  struct Example {
    extract::parsing::Observed observed;  // after indexing its features are places in the weights
    std::vector<extract::parsing::Label> labels;
  };
  struct Weight {  // AdaGrad keeps the sum of squared gradients beside each weight
    Scores value{}, squares{};
    Scores mean{};  ///< of the last rounds
  };
  void index();
  double step(const Example& example);
  void set_transition(size_t joint);
  void add_to_mean(float share);

  std::mt19937 m_random{1};
  std::vector<Example> m_examples;
  std::vector<uint32_t> m_hashes;  ///< ascending
  std::vector<Weight> m_weights;
  using Transition = std::array<Weight, extract::parsing::label_count>;
  Weight m_start, m_end;
  Transition m_any_joint;                 ///< what transitions weigh wherever they are
  std::vector<Transition> m_transitions;  ///< one a joint: what they weigh there besides
  extract::parsing::Chain m_chain;        ///< the values of all these, summed
};

}  // namespace evident::eval
