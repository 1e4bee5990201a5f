// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "input/input.hpp"
#include "model/deletion.hpp"
#include "model/document.hpp"
#include "model/work.hpp"

namespace evident::read {

/// What readers feed. One call per article or record, in file order; nothing is kept between calls.
class Sink : public DiagnosticSink {
 public:
  virtual void document(model::Document document) = 0;
  virtual void work(model::WorkRecord work) = 0;
  virtual void deletion(model::Deletion) {}  // NOLINT(performance-unnecessary-value-param): sinks keep it
};

/// One format. Stateless: one instance serves all files.
class Reader {
 public:
  virtual ~Reader() = default;
  virtual std::string_view name() const = 0;         ///< "pubmed-xml"
  virtual std::string_view description() const = 0;  ///< for `evident formats`
  /// True where the first bytes of a file (up to 64 KiB, uncompressed) are of this format.
  virtual bool accepts(std::string_view head) const = 0;
  /// Reads the whole input. Damage is reported to the sink and skipped; throws FileError only.
  virtual void read(Input& input, const std::string& path, Sink& sink) const = 0;
};

/// The readers of this build, most specific first; plain text is last. (src/read/formats.cpp is the table.)
const std::vector<const Reader*>& readers();

}  // namespace evident::read
