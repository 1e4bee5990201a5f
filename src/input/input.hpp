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
#include "input/origin.hpp"

namespace evident {

/// A stream of bytes.
class Input {
 public:
  virtual ~Input() = default;
  /// Reads up to `size` bytes into `buffer`; 0 at the end. Throws FileError when the system refuses to read.
  virtual size_t read(char* buffer, size_t size) = 0;
  /// How long the stream is, where it can go back and forth (a file as it lies on disk, bytes in memory).
  virtual std::optional<uint64_t> size() const { return std::nullopt; }
  /// Goes on reading at `position`. Only where size() is known.
  virtual void seek(uint64_t /*position*/) {}
  /// The file that the bytes come from; null for bytes in memory.
  virtual Origin* origin() { return nullptr; }
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

/// Bytes in memory that it keeps itself.
class OwnedBytesInput final : public Input {
 public:
  explicit OwnedBytesInput(std::string text) : m_text(std::move(text)), m_bytes(m_text) {}
  size_t read(char* buffer, size_t size) override { return m_bytes.read(buffer, size); }
  std::optional<uint64_t> size() const override { return m_bytes.size(); }
  void seek(uint64_t position) override { m_bytes.seek(position); }

 private:
  std::string m_text;
  BytesInput m_bytes;  // of m_text
};

/// What a path names, its compression (gzip, bzip2, xz, zstd, told by content) undone: a file, or a member of
/// an archive as "archive!member", also of one inside another ("a.zip!b.tar.gz!c.xml"), several members one
/// behind the other ("a.docx!word/document.xml+word/footnotes.xml"), or the text of a PDF ("a.pdf!text").
/// Where a file bears the whole path as its name, '!' and all, that file is meant. A truncated or damaged
/// stream yields what came before, then reports "truncated-gzip", "damaged-gzip" and so on. Throws FileError
/// when there is no such file or member.
std::unique_ptr<Input> open_input(const std::filesystem::path& path, DiagnosticSink& sink);

/// A file, its bytes as they lie on disk. Throws FileError.
std::unique_ptr<Input> open_file(const std::filesystem::path& path);
std::unique_ptr<Input> open_standard_input();

/// The path that stands for what came over standard input: "stdin:" and the beginning of its hash.
std::string standard_input_path(std::string_view sha256);
bool is_standard_input(std::string_view path);

/// The file on disk that a path leads into: "a.zip" for "a.zip!b.xml", else the path itself.
std::filesystem::path file_on_disk(const std::filesystem::path& path);

/// The rest of the stream as one string. Stops at `limit` bytes (a caller that reads whole files says how
/// large one may be).
std::string read_all(Input& input, size_t limit = SIZE_MAX);

/// SHA-256 of the file as it lies on disk (compressed bytes), as 64 hexadecimal digits. Streams. Throws
/// FileError.
std::string file_sha256(const std::filesystem::path& path);

}  // namespace evident
