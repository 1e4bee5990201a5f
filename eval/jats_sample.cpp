// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/jats_sample.hpp"

#include <random>

#include "eval/markup.hpp"
#include "eval/reference_model.hpp"
#include "input/input.hpp"
#include "read/jats/reader.hpp"

namespace evident::eval {

namespace {

/// Keeps the first article of a file.
class FirstArticle final : public read::Sink {
 public:
  void report(Diagnostic) override {}
  void document(model::Document document) override {
    if (m_article.document.text.empty()) m_article.document = std::move(document);
  }
  void work(model::WorkRecord work) override {
    if (m_article.own.title.empty()) m_article.own = std::move(work);
  }
  JatsArticle take() { return std::move(m_article); }

 private:
  JatsArticle m_article;
};

}  // namespace

std::vector<JatsArticle> read_jats_sample(const Options& options, size_t skipped, size_t count) {
  auto files = files_below(jats_articles(options), ".nxml");
  std::mt19937 random(1);
  for (size_t left = files.size(); left > 1; --left) std::swap(files[left - 1], files[random() % left]);
  std::vector<JatsArticle> all;
  for (size_t at = skipped; at < std::min(skipped + count, files.size()); ++at) {
    FirstArticle sink;
    const std::string bytes = read_file(files[at]);
    BytesInput input(bytes);
    read::jats_reader().read(input, files[at].filename().string(), sink);
    JatsArticle article = sink.take();
    if (!article.document.text.empty() && !article.own.title.empty()) all.push_back(std::move(article));
  }
  return all;
}

}  // namespace evident::eval
