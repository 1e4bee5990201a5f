// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace evident {

/// A stream of the uncompressed bytes of a file. gzip (also with concatenated members) is undone;
/// a truncated or damaged gzip yields what came before, then reports "truncated-gzip" or "damaged-gzip".
class Input {
 public:
  virtual ~Input() = default;
  /// Reads up to `size` bytes into `buffer`; 0 at the end. Throws FileError when the system refuses to read.
  virtual size_t read(char* buffer, size_t size) = 0;
  /// Where the stream can go back and forth (a file on disk as it is, bytes in memory): how long it is.
  virtual std::optional<uint64_t> size() const { return std::nullopt; }
  /// Goes on reading at `position`. Only where size() is known.
  virtual void seek(uint64_t /*position*/) {}
};

/// Bytes in memory, which must outlive it.
class BytesInput final : public Input {
 public:
  explicit BytesInput(std::string_view bytes) : m_bytes(bytes) {}
  size_t read(char* buffer, size_t size) override;
  std::optional<uint64_t> size() const override { return m_bytes.size(); }
  void seek(uint64_t position) override { m_position = position; }

 private:
  std::string_view m_bytes;
  uint64_t m_position = 0;
};

/// Opens a file. Throws FileError when it cannot be opened.
std::unique_ptr<Input> open_input(const std::filesystem::path& path, DiagnosticSink& sink);

/// The rest of the stream as one string. Stops at `limit` bytes (a caller that reads whole files says how
/// large one may be).
std::string read_all(Input& input, size_t limit = SIZE_MAX);

/// SHA-256 of the file as it lies on disk (compressed bytes), as 64 hexadecimal digits. Streams. Throws
/// FileError.
std::string file_sha256(const std::filesystem::path& path);

}  // namespace evident
