// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "input/input.hpp"

namespace evident {

inline constexpr size_t archive_head = 512;               ///< bytes that tell an archive
inline constexpr int deepest_archive = 8;                 ///< archives inside archives: more is a bomb
inline constexpr size_t held_member = size_t{32} << 20U;  ///< a member up to this size may be held in memory

/// One entry of an archive.
struct Member {
  enum class Kind { file, folder, other };  ///< other: links, devices
  std::string name;  ///< as the archive has it, never a place to write to; bytes that are no UTF-8 as "\xE9"
  Kind kind = Kind::file;
  std::optional<uint64_t> size;  ///< uncompressed, where the archive tells it beforehand
  bool encrypted = false;
};

/// True where the first bytes of a file (archive_head of them) are those of a zip or tar archive. A zip
/// container of an office document is one, too.
bool is_archive(std::string_view head);

/// Names of the members that the first bytes of an archive show, in order: tells an office container by
/// "mimetype" or "[Content_Types].xml".
std::vector<std::string> member_names(std::string_view head);

/// The members of a zip or tar archive in the order in which they stand there. Streams; where the input can
/// seek, a zip's own directory is followed. Damage ends the reading and is reported once, as
/// "truncated-archive" or "damaged-archive"; what came before is good.
///
///     Archive archive(input, path, sink);
///     while (const auto member = archive.next()) {
///       if (member->name == "word/document.xml") text = read_all(*archive.content());
///     }
class Archive {
 public:
  /// `input` stands at its beginning, holds the archive's own bytes (not compressed around it) and outlives
  /// the archive and its members. `path` is for diagnostics.
  Archive(Input& input, std::string path, DiagnosticSink& sink);
  /// The same, keeping the input for as long as the archive or a member's content lives.
  Archive(std::unique_ptr<Input> input, std::string path, DiagnosticSink& sink);
  /// Over bytes in memory that outlive it.
  Archive(std::string_view bytes, std::string path, DiagnosticSink& sink);
  ~Archive();
  Archive(Archive&&) noexcept;

  /// The next member; nullopt behind the last one.
  std::optional<Member> next();
  /// The uncompressed bytes of the member that next() gave. Ends when next() is called again; may outlive
  /// the Archive. A member whose bytes are damaged ends early, with a diagnostic.
  std::unique_ptr<Input> content();

 private:
  struct State;
  class Content;
  std::shared_ptr<State> m_state;
};

/// One member of an archive in memory, whole, or its first `limit` bytes; nullopt where there is none of that
/// name.
std::optional<std::string> read_member(std::string_view archive, std::string_view name,
                                       const std::string& path, DiagnosticSink& sink,
                                       size_t limit = SIZE_MAX);

}  // namespace evident
