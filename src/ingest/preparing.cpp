// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/preparing.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "extract/extract.hpp"
#include "extract/same_claim/same_claim.hpp"
#include "resolve/resolve.hpp"

namespace evident::ingest {

namespace {

/// What an article must hold for it to be odd that nothing in it is a claim.
constexpr size_t fewest_bytes = 1000;

class Preparation final : public DiagnosticSink {
 public:
  Preparation(index::Preparer& preparer, const std::string& file, bool with_file)
      : m_preparer(preparer), m_mark(index::file_mark(file)), m_with_file(with_file) {}

  void report(Diagnostic diagnostic) override { result.outcomes.emplace_back(std::move(diagnostic)); }

  void operator()(FileBegin begin) {
    m_mark = index::file_mark(begin.path);
    result.outcomes.emplace_back(std::move(begin));
  }
  void operator()(Diagnostic diagnostic) { report(std::move(diagnostic)); }
  void operator()(FileEnd end) { result.outcomes.emplace_back(std::move(end)); }

  void operator()(const DocumentRead& read) {
    const model::Article article = extract::article(read.document, *this);
    std::vector<std::vector<std::string>> reference_keys;
    reference_keys.reserve(article.references.size());
    for (const auto& reference : article.references)
      reference_keys.push_back(resolve::reference_keys(reference));
    std::vector<std::vector<std::string>> claim_keys(article.sentences.size());
    for (size_t i = 0; i < article.sentences.size(); ++i) {
      if (article.sentences[i].claim) claim_keys[i] = extract::claim_keys(article.sentences[i]);
    }
    const auto claims = std::count_if(article.sentences.begin(), article.sentences.end(),
                                      [](const auto& sentence) { return sentence.claim; });
    if (claims == 0) report_no_claims(read.document, article);
    keep(m_preparer.article(article, resolve::mention_keys(article), reference_keys, claim_keys));
    result.outcomes.emplace_back(
        ArticlePrepared{static_cast<uint64_t>(claims), article.references.size(), read.consumed});
  }

  void operator()(WorkRead read) {
    if (!read.work.notice) extract::study_facts(read.work);
    keep(m_preparer.work(read.work,
                         read.work.notice ? std::vector<std::string>() : resolve::work_keys(read.work)));
    result.outcomes.emplace_back(WorkPrepared{read.consumed, read.work.notice});
  }

  void operator()(const DeletionRead& read) {
    keep(m_preparer.deletion(read.deletion));
    result.outcomes.emplace_back(DeletionPrepared{});
  }

  PreparedBatch result;

 private:
  /// So that no text is dropped in silence because its layout was not understood.
  void report_no_claims(const model::Document& document, const model::Article& article) {
    if (article.references.empty() && document.text.size() < fewest_bytes) return;
    report({Severity::note, "no-claims", document.path, 0, article.source,
            "no sentence of the text (" + std::to_string(document.text.size()) + " bytes, " +
                std::to_string(article.references.size()) +
                " references) was taken for a claim: its layout may be one that is not understood"});
  }

  void keep(index::Prepared prepared) {
    if (m_with_file) prepared.set_file(m_mark);
    result.documents.push_back(std::move(prepared));
  }

  index::Preparer& m_preparer;
  std::string m_mark;  // of the file
  const bool m_with_file;
};

}  // namespace

PreparedBatch prepare(Batch batch, index::Preparer& preparer, index::Bulk* bulk) {
  Preparation preparation(preparer, batch.file, bulk != nullptr);
  for (Item& item : batch.items) std::visit(preparation, std::move(item));
  PreparedBatch result = std::move(preparation.result);
  if (bulk != nullptr && !result.documents.empty()) {
    result.run = bulk->write(result.documents);
    result.documents.clear();
  }
  return result;
}

}  // namespace evident::ingest
