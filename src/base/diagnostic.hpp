// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.hpp"

namespace evident {

enum class Severity { note, warning, error };

/// One thing that was wrong with the input and did not stop the run.
struct Diagnostic {
  Severity severity = Severity::warning;
  std::string code;     ///< stable, kebab-case, e.g. "truncated-gzip", "bad-pmid", "dangling-citation"
  std::string path;     ///< file as given
  uint64_t line = 0;    ///< 1-based; 0 where unknown
  Span source;          ///< bytes in the file; empty where unknown
  std::string message;  ///< for people: what was wrong, and what was done about it
};

/// Receives diagnostics as they arise. Implementations need not be thread-safe.
class DiagnosticSink {
 public:
  virtual ~DiagnosticSink() = default;
  virtual void report(Diagnostic diagnostic) = 0;
};

/// Keeps them all, in order of arrival.
class DiagnosticList final : public DiagnosticSink {
 public:
  void report(Diagnostic diagnostic) override { items.push_back(std::move(diagnostic)); }
  std::vector<Diagnostic> items;
};

}  // namespace evident
