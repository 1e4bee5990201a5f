// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_set>

#include "input/archive.hpp"
#include "input/peeked.hpp"
#include "read/reader.hpp"

namespace evident::ingest {

/// Takes what readers find, and hears what they are reading.
class ContentSink : public read::Sink {
 public:
  /// From here on all comes from a file or member whose bytes have this hash.
  virtual void begin(const std::string& path, const std::string& sha256) = 0;
  /// True where anything came since begin().
  virtual bool found() const = 0;
};

/// Reads one file: by the reader that takes it, or member by member where it is an archive and no document
/// that somebody packed as one. Members are read in place, whatever lies in them, archives too.
class ContentReader {
 public:
  explicit ContentReader(ContentSink& sink) : m_sink(sink) {}

  /// `input` stands at the beginning of the file's own bytes, `sha256` is their hash. Returns the format,
  /// empty where nobody knows it. Throws FileError.
  std::string read(std::unique_ptr<Input> input, const std::string& path, const std::string& sha256);

  uint64_t bytes() const { return m_bytes; }  ///< that readers took, uncompressed
  uint64_t members_read() const { return m_members_read; }
  uint64_t members_skipped() const { return m_members_skipped; }

 private:
  void read_archive(std::unique_ptr<PeekedInput> input, const std::string& path);
  bool wanted(const Member& member, const std::string& path);
  void report(Severity severity, const char* code, const std::string& path, std::string message);

  ContentSink& m_sink;
  uint64_t m_bytes = 0, m_members_read = 0, m_members_skipped = 0;
  int m_depth = 0;                            ///< archives that are open
  std::unordered_set<size_t> m_member_paths;  ///< hashes of those seen: a path leads to one member alone
};

/// The hash of a stream that has no file of its own: of its first bytes (held_member of them), mostly all.
std::string head_sha256(PeekedInput& input);

}  // namespace evident::ingest
