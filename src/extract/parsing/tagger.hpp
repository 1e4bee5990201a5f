// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/parsing/features.hpp"
#include "extract/parsing/labels.hpp"

namespace evident::extract::parsing {

using Scores = std::array<float, label_count>;
using Transition = std::array<Scores, label_count>;  ///< [from][to]

/// What a chain of labels scores apart from its tokens.
struct Chain {
  Scores start{}, end{};
  std::vector<Transition> transitions = std::vector<Transition>(joint_count);  ///< one a joint
};

/// The weights of a linear-chain conditional random field over labels. As bytes (little-endian, as written by
/// to_bytes): magic "evrp", features_version, number of features, scale; start and end scores, and a
/// transition for each joint, as floats; the features' hashes, ascending, as 32-bit numbers; for each, a
/// signed byte a label, to be multiplied by scale.
class Model {
 public:
  /// `bytes` must outlive the model. Throws Error where they are no model of this program's.
  explicit Model(std::string_view bytes);

  /// Score of each label for each token, given the tokens' features.
  std::vector<Scores> emissions(const std::vector<std::vector<uint32_t>>& features) const;

  const Chain& chain() const { return m_chain; }

 private:
  size_t find(uint32_t feature) const;  ///< its place; `m_count` where unknown

  Chain m_chain;
  std::string_view m_bytes;
  size_t m_count = 0;
  float m_scale = 1;
  const char* m_keys = nullptr;
  const signed char* m_weights = nullptr;
  std::vector<uint32_t> m_first;  ///< place of the first key with given highest 16 bits
};

/// A labelling and how sure it is.
struct Tagging {
  std::vector<Label> labels;      ///< one a token
  std::vector<float> confidence;  ///< probability of that label there, 0..1
};

/// The best labelling (Viterbi), with each label's marginal probability (forward-backward).
Tagging tag(const Model& model, const Observed& observed);

/// Sums over all labellings of a chain, which the trainer needs too.
struct Marginals {
  std::vector<Scores> probability;  ///< [token][label]
  std::vector<Transition> pairs;    ///< [token][label before][label]; empty where not asked for
  double log_partition = 0;
};
enum class Pairs { wanted, unwanted };
Marginals marginals(const std::vector<Scores>& emissions, const std::vector<uint8_t>& joints,
                    const Chain& chain, Pairs pairs);

/// The model that the program ships.
const Model& shipped_model();

}  // namespace evident::extract::parsing
