// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "input/archive.hpp"
#include "input/compression.hpp"
#include "input/input.hpp"
#include "input/pdf_text.hpp"

namespace evident {

namespace fs = std::filesystem;

namespace {

constexpr size_t pdf_head = 64 * 1024;  // what tells a PDF

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

/// "a+b": members one behind the other, as documents of several parts are read.
class JoinedMembers {
 public:
  explicit JoinedMembers(std::string_view names) {
    if (names.find('+') == std::string_view::npos) return;
    for (size_t at = 0; at <= names.size();) {
      const size_t end = std::min(names.find('+', at), names.size());
      m_parts.emplace_back(names.substr(at, end - at), std::nullopt);
      at = end + 1;
    }
  }

  bool wants(std::string_view name) const {
    return std::any_of(m_parts.begin(), m_parts.end(),
                       [&](const Part& part) { return part.first == name && !part.second; });
  }
  void take(std::string_view name, Input& content) {
    for (Part& part : m_parts) {
      if (part.first == name) part.second = read_all(content);
    }
  }

  /// Null where one is missing.
  std::unique_ptr<Input> stream() const {
    std::string bytes;
    for (const Part& part : m_parts) {
      if (!part.second) return nullptr;
      bytes += *part.second;
    }
    if (m_parts.empty()) return nullptr;
    return std::make_unique<OwnedBytesInput>(std::move(bytes));
  }

 private:
  using Part = std::pair<std::string_view, std::optional<std::string>>;
  std::vector<Part> m_parts;
};

/// A member by its name, in the order in which ingest reads them: where a '!' could mean two things, both
/// take the first.
std::unique_ptr<Input> find_member(std::unique_ptr<Input> packed, const std::string& path,
                                   std::string_view rest, DiagnosticSink& sink, int depth) {
  auto input = undo_compression(std::move(packed), path, sink);
  if (rest == pdf_text_member.substr(1) && is_pdf(input->peek(pdf_head)))
    return open_pdf_text(*input, path, sink);
  if (depth > deepest_archive || !is_archive(input->peek(archive_head))) return nullptr;
  Archive archive(std::move(input), path, sink);
  JoinedMembers joined(rest);
  while (const auto member = archive.next()) {
    if (member->kind != Member::Kind::file) continue;
    if (joined.wants(member->name)) joined.take(member->name, *archive.content());
    if (!rest.starts_with(member->name)) continue;
    const std::string_view behind = rest.substr(member->name.size());
    const std::string here = path + "!" + member->name;
    if (behind.empty()) return undo_compression(archive.content(), here, sink);
    if (behind.front() != '!') continue;
    auto inner = std::make_unique<PeekedInput>(archive.content());
    inner->peek(held_member);
    if (auto found = find_member(std::move(inner), here, behind.substr(1), sink, depth + 1)) return found;
  }
  return joined.stream();
}

}  // namespace

fs::path file_on_disk(const fs::path& path) {
  const std::string whole = path.string();
  if (is_file(path)) return path;
  for (size_t at = whole.find('!'); at != std::string::npos; at = whole.find('!', at + 1)) {
    if (is_file(whole.substr(0, at))) return whole.substr(0, at);
  }
  return path;
}

std::unique_ptr<Input> open_input(const fs::path& path, DiagnosticSink& sink) {
  const std::string whole = path.string();
  if (is_standard_input(whole) && !is_file(path))
    throw FileError("'" + whole + "' came over standard input: its bytes are not kept");
  const std::string file = file_on_disk(path).string();
  auto input = open_file(file);
  if (file.size() == whole.size()) return undo_compression(std::move(input), whole, sink);
  auto member = find_member(std::move(input), file, std::string_view(whole).substr(file.size() + 1), sink, 1);
  if (member == nullptr) throw FileError("cannot open '" + whole + "': the archive has no such member");
  return member;
}

}  // namespace evident
