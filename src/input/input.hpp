// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "base/diagnostic.hpp"

namespace evident {

/// A stream of the uncompressed bytes of a file. gzip (also with concatenated members) is undone;
/// a truncated or damaged gzip yields what came before, then reports "truncated-gzip" or "damaged-gzip".
class Input {
 public:
  virtual ~Input() = default;
  /// Reads up to `size` bytes into `buffer`; 0 at the end. Throws FileError when the system refuses to read.
  virtual size_t read(char* buffer, size_t size) = 0;
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
