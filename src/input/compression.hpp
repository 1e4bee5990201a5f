// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "input/peeked.hpp"

namespace evident {

/// Undoes one kind of compression in memory, piece by piece.
class Codec {
 public:
  enum class Step { more, end, damaged };
  /// What is still to be read, and where to put what comes out of it; both shrink from their front.
  struct Buffers {
    std::string_view in;
    char* out;
    size_t room;
  };

  virtual ~Codec() = default;
  /// Goes on until the input is used up, the room is filled or a member ends. With an empty input, gives what
  /// it still holds.
  virtual Step step(Buffers& buffers) = 0;
  /// Makes ready for another member behind the one that ended; false where there is no memory.
  virtual bool restart() = 0;
  /// True where another member may begin with this byte.
  virtual bool may_begin(unsigned char byte) const = 0;
  virtual std::string detail() const = 0;  ///< what was wrong, after Step::damaged
};

struct Compression {
  std::string name;         ///< "gzip"
  std::string extension;    ///< ".gz"
  std::string description;  ///< for `evident formats`
  bool (*is)(std::string_view head);
  std::unique_ptr<Codec> (*make)();  ///< null where there is no memory
};

/// All that are known here, told apart by their first bytes.
const std::vector<Compression>& compressions();

Compression gzip_compression();
Compression bzip2_compression();
Compression xz_compression();
Compression zstd_compression();

/// The stream without its compression (also where one lies in another), whatever its name. `path` is for
/// diagnostics; the sink outlives the stream.
std::unique_ptr<PeekedInput> undo_compression(std::unique_ptr<Input> input, const std::string& path,
                                              DiagnosticSink& sink);

}  // namespace evident
