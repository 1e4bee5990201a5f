// SPDX-License-Identifier: GPL-3.0-or-later
// Trains the tagger of printed references and measures it.
//   train_references OUT.model ROUNDS [--without SOURCE] CITATIONS_FOLDER TEI_FOLDER
// AdaGrad on the log-likelihood of a linear-chain CRF; the order of the examples is fixed, so that the same
// data give the same model.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <map>
#include <numeric>
#include <random>
#include <unordered_map>

#include "eval/tagged_references.hpp"
#include "extract/parsing/features.hpp"
#include "extract/parsing/tagger.hpp"

namespace {

using namespace evident;
using namespace evident::extract::parsing;

struct Example {
  std::vector<std::vector<uint32_t>> features;  // after indexing: places in the weights
  std::vector<Label> labels;
};

Example example_of(const eval::TaggedReference& reference) {
  const auto words = tokens(reference.text);
  return {features(words), eval::labels_of(reference, words)};
}

class Trainer {
 public:
  explicit Trainer(std::vector<Example> examples) : m_examples(std::move(examples)) {
    std::unordered_map<uint32_t, uint32_t> counts;
    for (const auto& example : m_examples) {
      for (const auto& token : example.features) {
        for (const uint32_t feature : token) ++counts[feature];
      }
    }
    for (const auto& [feature, count] : counts) {
      if (count >= 3) m_hashes.push_back(feature);
    }
    std::sort(m_hashes.begin(), m_hashes.end());
    for (auto& example : m_examples) {
      for (auto& token : example.features) {
        std::vector<uint32_t> places;
        for (const uint32_t feature : token) {
          const auto at = std::lower_bound(m_hashes.begin(), m_hashes.end(), feature);
          if (at != m_hashes.end() && *at == feature)
            places.push_back(static_cast<uint32_t>(at - m_hashes.begin()));
        }
        token = std::move(places);
      }
    }
    m_weights.resize(m_hashes.size());
    m_squares.resize(m_hashes.size());
  }

  void train(int rounds) {
    std::mt19937 random(1);
    std::vector<size_t> order(m_examples.size());
    std::iota(order.begin(), order.end(), 0);
    for (int round = 0; round < rounds; ++round) {
      // std::shuffle is not the same everywhere.
      for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
      double loss = 0;
      for (const size_t index : order) loss += step(m_examples[index]);
      std::fprintf(stderr, "round %d: loss %.4f an example\n", round + 1,
                   loss / static_cast<double>(m_examples.size()));
    }
  }

  void write(const char* path, size_t most) const {
    std::vector<std::pair<float, uint32_t>> by_size;
    float largest = 0;
    for (uint32_t i = 0; i < m_weights.size(); ++i) {
      float size = 0;
      for (const float weight : m_weights[i]) size = std::max(size, std::abs(weight));
      if (size > 0.02F) by_size.emplace_back(-size, i);
      largest = std::max(largest, size);
    }
    std::sort(by_size.begin(), by_size.end());
    if (by_size.size() > most) by_size.resize(most);
    std::vector<uint32_t> kept;
    for (const auto& [size, i] : by_size) kept.push_back(i);
    std::sort(kept.begin(), kept.end());
    const float scale = std::min(largest, 4.0F) / 127.0F;
    std::ofstream out(path, std::ios::binary);
    const auto put = [&](const auto& value) {
      out.write(reinterpret_cast<const char*>(&value), sizeof value);
    };
    out.write("evrp", 4);
    put(features_version);
    put(static_cast<uint32_t>(kept.size()));
    put(scale);
    put(m_start);
    put(m_end);
    put(m_transition);
    for (const uint32_t i : kept) put(m_hashes[i]);
    for (const uint32_t i : kept) {
      for (const float weight : m_weights[i])
        put(static_cast<int8_t>(std::clamp(std::lround(weight / scale), -127L, 127L)));
    }
  }

 private:
  static constexpr float rate = 0.15F, decay = 2e-6F;

  static void adjust(float& weight, float& square, float gradient) {
    square += gradient * gradient;
    weight += rate * gradient / std::sqrt(square + 1e-6F);
  }

  double step(const Example& example) {
    const size_t count = example.labels.size();
    if (count == 0) return 0;
    std::vector<Scores> emissions(count);
    for (size_t i = 0; i < count; ++i) {
      emissions[i].fill(0);
      for (const uint32_t place : example.features[i]) {
        for (size_t label = 0; label < label_count; ++label) emissions[i][label] += m_weights[place][label];
      }
    }
    const Marginals sums = marginals(emissions, m_start, m_end, m_transition);
    double score = 0;
    std::array<Scores, label_count> observed{};
    for (size_t i = 0; i < count; ++i) {
      const auto label = static_cast<size_t>(example.labels[i]);
      score += emissions[i][label];
      if (i == 0) {
        score += m_start[label];
      } else {
        score += m_transition[static_cast<size_t>(example.labels[i - 1])][label];
        observed[static_cast<size_t>(example.labels[i - 1])][label] += 1;
      }
    }
    score += m_end[static_cast<size_t>(example.labels.back())];
    for (size_t i = 0; i < count; ++i) {
      Scores gradient;
      for (size_t label = 0; label < label_count; ++label) {
        gradient[label] =
            (label == static_cast<size_t>(example.labels[i]) ? 1.0F : 0.0F) - sums.probability[i][label];
      }
      for (const uint32_t place : example.features[i]) {
        for (size_t label = 0; label < label_count; ++label) {
          if (std::abs(gradient[label]) < 1e-4F) continue;
          adjust(m_weights[place][label], m_squares[place][label],
                 gradient[label] - decay * m_weights[place][label]);
        }
      }
      if (i == 0) {
        for (size_t label = 0; label < label_count; ++label)
          adjust(m_start[label], m_start_squares[label], gradient[label]);
      }
      if (i + 1 == count) {
        for (size_t label = 0; label < label_count; ++label)
          adjust(m_end[label], m_end_squares[label], gradient[label]);
      }
    }
    for (size_t from = 0; from < label_count; ++from) {
      for (size_t to = 0; to < label_count; ++to) {
        const float gradient = observed[from][to] - sums.pairs[from][to];
        if (std::abs(gradient) > 1e-5F)
          adjust(m_transition[from][to], m_transition_squares[from][to], gradient);
      }
    }
    return sums.log_partition - score;
  }

  std::vector<Example> m_examples;
  std::vector<uint32_t> m_hashes;
  std::vector<Scores> m_weights, m_squares;
  Scores m_start{}, m_end{}, m_start_squares{}, m_end_squares{};
  std::array<Scores, label_count> m_transition{}, m_transition_squares{};
};

std::string normal(std::string_view text, const std::vector<Token>& words, size_t from, size_t to) {
  (void)text;
  std::string out;
  for (size_t i = from; i < to; ++i) {
    if (words[i].kind == TokenKind::mark) continue;
    if (!out.empty()) out += ' ';
    out += words[i].lower;
  }
  return out;
}

/// The first run of each label (runs parted by other labels are joined).
std::map<Label, std::string> fields_of(const eval::TaggedReference& reference,
                                       const std::vector<Token>& words, const std::vector<Label>& labels) {
  std::map<Label, std::string> fields;
  for (size_t i = 0; i < words.size();) {
    size_t end = i;
    while (end < words.size() && labels[end] == labels[i]) ++end;
    const std::string text = normal(reference.text, words, i, end);
    std::string& field = fields[labels[i]];
    if (!text.empty()) field += (field.empty() ? "" : " ") + text;
    i = end;
  }
  std::erase_if(fields, [](const auto& field) { return field.second.empty(); });
  return fields;
}

void measure(const std::string& name, const std::vector<eval::TaggedReference>& references,
             const Model& model, bool show) {
  std::map<Label, std::array<int, 3>> counts;  // right, found, gold
  size_t tokens_right = 0, tokens_all = 0;
  for (const auto& reference : references) {
    const auto words = tokens(reference.text);
    const auto gold_labels = eval::labels_of(reference, words);
    const auto tagging = tag(model, features(words));
    for (size_t i = 0; i < words.size(); ++i) tokens_right += tagging.labels[i] == gold_labels[i] ? 1 : 0;
    tokens_all += words.size();
    const auto gold = fields_of(reference, words, gold_labels),
               found = fields_of(reference, words, tagging.labels);
    bool wrong = false;
    for (const auto& [label, text] : gold) {
      ++counts[label][2];
      const auto at = found.find(label);
      if (at != found.end() && at->second == text)
        ++counts[label][0];
      else if (label == Label::author || label == Label::title || label == Label::container)
        wrong = true;
    }
    for (const auto& [label, text] : found) ++counts[label][1];
    if (wrong && show) {
      std::printf("%s\n", reference.text.c_str());
      for (size_t i = 0; i < words.size();) {
        size_t end = i;
        while (end < words.size() && tagging.labels[end] == tagging.labels[i] &&
               gold_labels[end] == gold_labels[i])
          ++end;
        std::printf("   %s%-10s %-10s %s\n", tagging.labels[i] == gold_labels[i] ? " " : "*",
                    std::string(label_names[static_cast<size_t>(gold_labels[i])]).c_str(),
                    std::string(label_names[static_cast<size_t>(tagging.labels[i])]).c_str(),
                    reference.text.substr(words[i].span.start, words[end - 1].span.end - words[i].span.start)
                        .c_str());
        i = end;
      }
    }
  }
  std::printf("%s: %zu references, tokens %.4f\n", name.c_str(), references.size(),
              static_cast<double>(tokens_right) / static_cast<double>(tokens_all));
  std::array<int, 3> main{};
  for (const auto& [label, count] : counts) {
    const double p = count[1] ? double(count[0]) / count[1] : 0,
                 r = count[2] ? double(count[0]) / count[2] : 0;
    std::printf("  %-10s P %.3f R %.3f F %.3f (%d)\n",
                std::string(label_names[static_cast<size_t>(label)]).c_str(), p, r,
                p + r > 0 ? 2 * p * r / (p + r) : 0, count[2]);
    for (const Label wanted : {Label::author, Label::title, Label::container, Label::date, Label::volume,
                               Label::pages, Label::identifier}) {
      if (label == wanted)
        for (size_t i = 0; i < 3; ++i) main[i] += count[i];
    }
  }
  std::printf("  micro-F1 of the seven %.4f\n", 2.0 * main[0] / (main[1] + main[2]));
}

}  // namespace

int main(int argc, char** argv) {
  const std::string out = argv[1];
  const int rounds = std::atoi(argv[2]);
  const std::string without = argv[3];
  const std::filesystem::path folder = argv[4], tei = argv[5];
  std::map<std::string, std::vector<eval::TaggedReference>> sources;
  sources["anystyle"] = eval::read_anystyle(folder / "anystyle_core.xml");
  for (auto& more : eval::read_anystyle(folder / "anystyle_good.xml"))
    sources["anystyle"].push_back(std::move(more));
  sources["grobid"] = eval::read_tei(tei);
  sources["cora"] = eval::read_cora(folder / "cora.tagged.txt");
  if (rounds > 0) {
    std::vector<Example> examples;
    for (const auto& [name, references] : sources) {
      if (name == without) continue;
      for (const auto& reference : references) examples.push_back(example_of(reference));
    }
    Trainer trainer(std::move(examples));
    trainer.train(rounds);
    trainer.write(out.c_str(), 160'000);
  }
  std::ifstream in(out, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  const Model model(bytes);
  for (const auto& [name, references] : sources) {
    if (without == "none" || name == without) measure(name, references, model, argc > 6);
  }
}
