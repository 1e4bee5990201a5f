// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/why.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "input/input.hpp"
#include "text/encoding.hpp"

namespace evident::query {

namespace {

/// Bytes [begin, end) of the uncompressed file; reads no further than it must.
std::string bytes_of(const std::string& path, uint64_t begin, uint64_t end) {
  DiagnosticList ignored;
  const auto input = open_input(path, ignored);
  std::string bytes;
  std::string buffer(64 * 1024, '\0');
  uint64_t position = 0;
  while (position < end) {
    const size_t size = input->read(buffer.data(), buffer.size());
    if (size == 0) break;
    const uint64_t from = std::max(begin, position), to = std::min(end, position + size);
    if (from < to) bytes.append(buffer, from - position, to - from);
    position += size;
  }
  return bytes;
}

bool is_utf16(const std::string& path) {
  const std::string head = bytes_of(path, 0, 4096);
  DiagnosticList ignored;
  const auto encoding = text::decode(head, path, ignored).encoding;
  return encoding == text::Encoding::utf16le || encoding == text::Encoding::utf16be;
}

bool continues(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80;
}

std::string decoded(std::string bytes, const std::string& path) {
  // The window may begin or end inside a character.
  while (!bytes.empty() && continues(bytes.front()) && bytes.size() > 4) bytes.erase(0, 1);
  DiagnosticList ignored;
  return text::decode(bytes, path, ignored).text;
}

/// Drops the part of a word at the edge of the window.
void trim_before(std::string& text) {
  const size_t blank = text.find_first_of(" \n\t");
  if (blank != std::string::npos && blank < 40) text.erase(0, blank + 1);
}
void trim_after(std::string& text) {
  const size_t blank = text.find_last_of(" \n\t");
  if (blank != std::string::npos && text.size() - blank < 40) text.erase(blank);
}

std::string article_of(const std::string& node) {
  return node.substr(0, node.find_first_of("#/"));
}

/// The hash that the file had when it was read, by the file entry where the article's own is of something
/// inside the file.
bool has_changed(const index::Store& store, const std::string& path, std::string& expected) {
  const std::string now = file_sha256(path);
  if (now == expected) return false;
  if (const auto of_file = store.file_hash(path)) expected = *of_file;
  return !expected.empty() && now != expected;
}

}  // namespace

SourceContext source_context(const index::Store& store, const std::string& path,
                             const std::string& article_key, Place source, uint64_t margin) {
  SourceContext context;
  context.path = path;
  context.source = source;
  if (const auto article = store.article(article_key)) context.sha256 = article->sha256;
  if (path.empty()) return context;
  try {
    if (has_changed(store, path, context.sha256)) {
      context.problem =
          "the file has changed since it was read: the bytes may not be the words any more; "
          "run evident ingest on it again";
    }
    const bool wide = is_utf16(path);
    uint64_t begin = source.start > margin ? source.start - margin : 0;
    if (wide) begin -= begin % 2;
    context.before = decoded(bytes_of(path, begin, source.start), path);
    context.marked = decoded(bytes_of(path, source.start, source.end), path);
    context.after = decoded(bytes_of(path, source.end, source.end + margin), path);
    if (begin > 0) trim_before(context.before);
    trim_after(context.after);
  } catch (const FileError& error) {
    context.problem = error.what();
  }
  return context;
}

std::optional<Passport> why(const index::Store& store, const std::string& edge_id) {
  auto edge = store.edge(edge_id);
  if (!edge) return std::nullopt;
  Passport passport;
  passport.edge = std::move(*edge);
  const model::Edge& link = passport.edge;
  passport.context = source_context(store, link.path, article_of(link.from), link.source, 240);
  if (link.kind == model::EdgeKind::refers_to) {
    passport.reference = store.reference(link.from);
  } else {
    passport.claim = store.claim(link.from);
  }
  if (link.kind == model::EdgeKind::cites) {
    passport.reference = store.reference(link.to);
    for (auto& next : store.edges_from(link.to)) {
      if (next.kind != model::EdgeKind::refers_to) continue;
      if (auto work = store.work(next.to)) passport.works.emplace_back(next.to, std::move(*work));
      passport.next.push_back(std::move(next));
    }
  } else {
    passport.work = store.work(link.to);
  }
  if (link.finding != 0 && passport.work) {
    for (const auto& finding : passport.work->study.findings) {
      if (finding.number == link.finding) passport.finding = finding;
    }
  }
  return passport;
}

}  // namespace evident::query
