// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/content.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "base/hash.hpp"
#include "ingest/files.hpp"
#include "input/compression.hpp"
#include "text/encoding.hpp"

namespace evident::ingest {

namespace {

constexpr size_t head_size = size_t{64} << 10U;  // what a reader sees to tell its format
constexpr const char* archive_format = "archive";

/// Counts what a reader takes.
class CountedInput final : public Input {
 public:
  CountedInput(Input& input, uint64_t& bytes) : m_input(input), m_bytes(bytes) {}
  size_t read(char* buffer, size_t size) override {
    const size_t count = m_input.read(buffer, size);
    m_bytes += count;
    return count;
  }
  std::optional<uint64_t> size() const override { return m_input.size(); }
  void seek(uint64_t position) override { m_input.seek(position); }
  Origin* origin() override { return m_input.origin(); }

 private:
  Input& m_input;
  uint64_t& m_bytes;
};

/// A document of many parts that was packed into one file: its parts are no files of the user.
bool is_container(std::string_view head) {
  const auto names = member_names(head);
  return !names.empty() && (names.front() == "mimetype" ||
                            std::find(names.begin(), names.end(), "[Content_Types].xml") != names.end());
}

}  // namespace

std::string head_sha256(PeekedInput& input) {
  Sha256 hash;
  hash.update(input.peek(held_member));
  return hash.hex();
}

std::string ContentReader::read(std::unique_ptr<Input> input, const std::string& path,
                                const std::string& sha256) {
  m_sink.begin(path, sha256);
  auto content = undo_compression(std::move(input), path, m_sink);
  const std::string_view head = content->peek(head_size);
  if (text::is_utf32(head)) {
    report(Severity::error, "utf-32", path,
           "is UTF-32, which is not read: iconv -f UTF-32 -t UTF-8 makes a file of it that is");
    return {};
  }
  const auto& readers = read::readers();
  const auto reader = std::find_if(readers.begin(), readers.end(),
                                   [&](const read::Reader* candidate) { return candidate->accepts(head); });
  if (reader != readers.end()) {
    CountedInput counted(*content, m_bytes);
    (*reader)->read(counted, path, m_sink);
    return std::string((*reader)->name());
  }
  if (!is_archive(head) || is_container(head)) {
    report(Severity::error, "unknown-format", path, "no reader knows this format: see evident formats");
    return {};
  }
  if (m_depth == deepest_archive) {
    report(Severity::error, "nested-too-deep", path,
           "an archive in more than " + std::to_string(deepest_archive) + " others: not read");
    return {};
  }
  read_archive(std::move(content), path);
  return archive_format;
}

void ContentReader::read_archive(std::unique_ptr<PeekedInput> input, const std::string& path) {
  ++m_depth;
  Archive archive(std::move(input), path, m_sink);
  bool any = false;
  while (const auto member = archive.next()) {
    const std::string member_path = path + "!" + member->name;
    any |= member->kind != Member::Kind::folder;
    if (!wanted(*member, member_path)) continue;
    auto content = std::make_unique<PeekedInput>(archive.content());
    const std::string sha256 = head_sha256(*content);
    // An archive counts by its members.
    if (read(std::move(content), member_path, sha256) != archive_format)
      ++(m_sink.found() ? m_members_read : m_members_skipped);
  }
  if (!any) report(Severity::warning, "empty-archive", path, "the archive holds no file; nothing was read");
  --m_depth;
}

bool ContentReader::wanted(const Member& member, const std::string& path) {
  if (member.kind == Member::Kind::folder) return false;
  if (const auto why = why_left_out(member.name); !why.empty()) {
    report(Severity::note, "not-read", path, std::string(why));
  } else if (member.kind != Member::Kind::file) {
    report(Severity::note, "not-read", path, "not a regular file: not read");
  } else if (member.encrypted) {
    report(Severity::error, "encrypted-member", path, "is encrypted: not read");
    ++m_members_skipped;
  } else if (!m_member_paths.insert(std::hash<std::string>()(path)).second) {
    report(Severity::warning, "duplicate-member", path,
           "the archive holds a member of this name before: not read");
    ++m_members_skipped;
  } else {
    return true;
  }
  return false;
}

void ContentReader::report(Severity severity, const char* code, const std::string& path,
                           std::string message) {
  m_sink.report({severity, code, path, 0, {}, std::move(message)});
}

}  // namespace evident::ingest
