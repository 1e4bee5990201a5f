// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "eval/measure.hpp"
#include "eval/reference_corpus.hpp"

namespace evident::eval {

/// The folder of GROBID's marked references, and
std::filesystem::path tei_references(const Options& options);
/// the folder of the JATS articles of ei_bench, unpacked into the work folder.
std::filesystem::path jats_articles(const Options& options);

/// All data to learn references from, unpacked into the work folder where that is needed.
ReferenceCorpus read_corpus(const Options& options);

/// train_model() of all data for the source to be scored, kept as without_<source>.model in the work folder,
/// since it takes minutes: whoever changes what is learned, or how, empties that folder.
std::string model_without(const Options& options, const std::string& source);

/// A model that learned from nothing of one source, or from everything (""); as bytes of its file.
std::string train_model(const ReferenceCorpus& corpus, const std::string& without);

}  // namespace evident::eval
