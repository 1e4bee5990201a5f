// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "eval/measure.hpp"
#include "eval/reference_corpus.hpp"

namespace evident::eval {

/// The folder of the JATS articles of ei_bench, unpacked into the work folder.
std::filesystem::path jats_articles(const Options& options);

/// All data to learn references from, unpacked into the work folder where that is needed.
ReferenceCorpus read_corpus(const Options& options);

/// A model that learned from nothing of one source, or from everything (""); as bytes of its file.
std::string train_model(const ReferenceCorpus& corpus, const std::string& without);

}  // namespace evident::eval
