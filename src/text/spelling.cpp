// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/spelling.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace evident::text {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

/// Each stands for the other wherever it is in a word.
constexpr std::array<Pair, 9> anywhere{Pair{"oe", "e"},  Pair{"ae", "e"},       Pair{"our", "or"},
                                       Pair{"is", "iz"}, Pair{"ys", "yz"},      Pair{"ll", "l"},
                                       Pair{"ph", "f"},  Pair{"ction", "xion"}, Pair{"gram", "gramme"}};
/// Each stands for the other at the end, before an "s" too.
constexpr std::array<Pair, 3> at_end{Pair{"tre", "ter"}, Pair{"logue", "log"}, Pair{"nce", "nse"}};

constexpr std::array<Pair, 24> greek{
    Pair{"α", "alpha"},  Pair{"β", "beta"}, Pair{"γ", "gamma"}, Pair{"δ", "delta"}, Pair{"ε", "epsilon"},
    Pair{"ζ", "zeta"},   Pair{"η", "eta"},  Pair{"θ", "theta"}, Pair{"ι", "iota"},  Pair{"κ", "kappa"},
    Pair{"λ", "lambda"}, Pair{"μ", "mu"},   Pair{"ν", "nu"},    Pair{"ξ", "xi"},    Pair{"ο", "omicron"},
    Pair{"π", "pi"},     Pair{"ρ", "rho"},  Pair{"σ", "sigma"}, Pair{"τ", "tau"},   Pair{"υ", "upsilon"},
    Pair{"φ", "phi"},    Pair{"χ", "chi"},  Pair{"ψ", "psi"},   Pair{"ω", "omega"}};

constexpr size_t shortest = 5;  // below, a letter more or less is another word

std::string replaced(std::string_view word, size_t at, size_t length, std::string_view by) {
  return std::string(word.substr(0, at)).append(by).append(word.substr(at + length));
}

}  // namespace

std::vector<std::string> spelling_variants(std::string_view word) {
  std::vector<std::string> variants;
  const auto each_place = [&](std::string_view from, std::string_view to) {
    for (size_t at = word.find(from); at != std::string_view::npos; at = word.find(from, at + 1))
      variants.push_back(replaced(word, at, from.size(), to));
  };
  for (const auto& [letter, name] : greek) {
    each_place(letter, name);
    if (word.ends_with(name))
      variants.push_back(replaced(word, word.size() - name.size(), name.size(), letter));
  }
  if (word.size() >= shortest) {
    for (const auto& [british, american] : anywhere) {
      each_place(british, american);
      each_place(american, british);
    }
    const std::string_view plural = word.ends_with('s') ? "s" : "";
    const std::string_view stem = word.substr(0, word.size() - plural.size());
    for (const auto& [british, american] : at_end) {
      for (const auto& [from, to] : {Pair{british, american}, Pair{american, british}}) {
        if (!stem.ends_with(from)) continue;
        variants.push_back(std::string(stem.substr(0, stem.size() - from.size())).append(to).append(plural));
      }
    }
  }
  std::sort(variants.begin(), variants.end());
  variants.erase(std::unique(variants.begin(), variants.end()), variants.end());
  std::erase(variants, word);
  return variants;
}

}  // namespace evident::text
