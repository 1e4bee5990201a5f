// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/reference_model.hpp"

#include <cstdlib>
#include <fstream>

#include "base/error.hpp"
#include "eval/markup.hpp"
#include "eval/trainer.hpp"

namespace evident::eval {

namespace {

constexpr int rounds = 5;
constexpr size_t most_features = 250'000;  // 19 bytes each

std::filesystem::path unpacked(const std::filesystem::path& archive, const std::filesystem::path& folder) {
  if (std::filesystem::exists(folder)) return folder;
  const std::filesystem::path part = folder.string() + ".part";
  std::filesystem::create_directories(part);
  const std::string command = "tar -xJf '" + archive.string() + "' -C '" + part.string() + "'";
  if (std::system(command.c_str()) != 0) throw Error("cannot unpack " + archive.string());
  std::filesystem::rename(part, folder);
  return folder;
}

}  // namespace

std::filesystem::path tei_references(const Options& options) {
  return unpacked(options.data / "citations" / "grobid_citation_corpus.tar.xz", options.work / "tei");
}

std::filesystem::path jats_articles(const Options& options) {
  return unpacked(options.data / "jats" / "ei_bench.tar.xz", options.work / "jats");
}

ReferenceCorpus read_corpus(const Options& options) {
  return read_corpus(options.data / "citations", tei_references(options), jats_articles(options),
                     options.data / "journals");
}

std::string model_without(const Options& options, const std::string& source) {
  const auto file = options.work / ("without_" + source + ".model");
  if (!std::filesystem::exists(file)) {
    std::ofstream out(file, std::ios::binary);
    out << train_model(read_corpus(options), source);
  }
  return read_file(file);
}

std::string train_model(const ReferenceCorpus& corpus, const std::string& without) {
  Trainer trainer(training_set(corpus, without));
  trainer.train(rounds);
  return trainer.to_bytes(most_features);
}

}  // namespace evident::eval
