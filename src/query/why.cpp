// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/why.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "input/input.hpp"
#include "query/record_edges.hpp"
#include "resolve/resolve.hpp"
#include "text/encoding.hpp"

namespace evident::query {

namespace {

/// A part of a file, and its first bytes.
struct Cut {
  std::string head, bytes;
};

/// Bytes [begin, end) of the uncompressed file; reads it once, and no further than it must: it may lie deep
/// in an archive.
Cut cut_out(const std::string& path, uint64_t begin, uint64_t end) {
  constexpr uint64_t head_size = 4096;
  DiagnosticList ignored;
  const auto input = open_input(path, ignored);
  Cut cut;
  std::string buffer(64 * 1024, '\0');
  uint64_t position = 0;
  while (position < std::max(end, head_size)) {
    const size_t size = input->read(buffer.data(), buffer.size());
    if (size == 0) break;
    const auto append = [&](std::string& to, uint64_t first, uint64_t last) {
      const uint64_t from = std::max(first, position), until = std::min(last, position + size);
      if (from < until) to.append(buffer, from - position, until - from);
    };
    append(cut.head, 0, head_size);
    append(cut.bytes, begin, end);
    position += size;
  }
  return cut;
}

bool is_utf16(const Cut& cut, const std::string& path) {
  DiagnosticList ignored;
  const auto encoding = text::decode(cut.head, path, ignored).encoding;
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

/// True where the file on disk is not the one that was read. The store's entry of the file tells; an
/// article's own hash may be that of a member of an archive.
bool has_changed(const index::Store& store, const std::string& path, const std::string& article_sha256) {
  if (is_standard_input(path)) return false;
  const std::string file = file_on_disk(path).string();
  const std::string expected = store.file_hash(file).value_or(file == path ? article_sha256 : "");
  return !expected.empty() && file_sha256(file) != expected;
}

}  // namespace

SourceContext source_context(const index::Store& store, const std::string& path,
                             const std::string& article_key, Place source, uint64_t margin) {
  SourceContext context;
  context.path = path;
  context.source = source;
  if (const auto article = store.article(article_key)) context.sha256 = article->sha256;
  if (context.sha256.empty()) context.sha256 = store.file_hash(path).value_or("");
  if (path.empty()) return context;
  try {
    if (has_changed(store, path, context.sha256)) {
      context.problem =
          "the file has changed since it was read: the bytes may not be the words any more; "
          "run evident ingest on it again";
    }
    uint64_t begin = source.start > margin ? source.start - margin : 0;
    begin -= begin % 2;
    const Cut cut = cut_out(path, begin, source.end + margin);
    const auto part = [&](uint64_t from, uint64_t size) {
      return from < cut.bytes.size() ? decoded(cut.bytes.substr(from, size), path) : "";
    };
    const uint64_t odd = begin > 0 && !is_utf16(cut, path) ? (source.start - margin) - begin : 0;
    context.before = part(odd, source.start - begin - odd);
    context.marked = part(source.start - begin, source.size());
    context.after = part(source.end - begin, margin);
    if (begin > 0) trim_before(context.before);
    trim_after(context.after);
  } catch (const FileError& error) {
    context.problem = error.what();
  }
  return context;
}

namespace {

/// What a record states is no sentence to be marked: where the record stands is told, not its text.
std::optional<Passport> why_stated(const index::Store& store, const std::string& edge_id) {
  auto stated = record_edge(store, edge_id);
  if (!stated) return std::nullopt;
  Passport passport;
  passport.relation = stated->name;
  passport.edge.id = stated->id;
  passport.edge.from = stated->from;
  passport.edge.to = stated->to;
  passport.edge.rule = "record";
  passport.edge.score = 1;
  passport.edge.quote = std::move(stated->printed);
  passport.edge.path = passport.context.path = stated->path;
  passport.edge.source = passport.context.source = stated->source;
  passport.context.sha256 = store.file_hash(stated->path).value_or("");
  passport.work = store.work_with_records(stated->to);
  passport.by = store.work_with_records(stated->from);
  return passport;
}

bool leads_to(const index::Store& store, const model::Edge& edge, const std::string& work) {
  if (edge.kind == model::EdgeKind::mentions) return edge.to == work && edge.rule != resolve::carried_over;
  if (edge.kind != model::EdgeKind::cites) return false;
  const auto next = store.edges_from(edge.to);
  return std::any_of(next.begin(), next.end(), [&](const model::Edge& each) { return each.to == work; });
}

/// A description of a study goes on over sentences: the nearest one before that leads to the study by itself
/// is the one that it comes from.
void find_origin(const index::Store& store, Passport& passport) {
  const model::Edge& link = passport.edge;
  if (link.rule != resolve::carried_over || !passport.claim) return;
  for (int number = passport.claim->sentence.number - 1; number > 0; --number) {
    const std::string before = passport.claim->article + "#" + std::to_string(number);
    for (const auto& edge : store.edges_from(before)) {
      if (!leads_to(store, edge, link.to)) continue;
      passport.carried_from = store.claim(before);
      passport.carried_edge = edge.id;
      return;
    }
  }
}

}  // namespace

std::optional<Passport> why(const index::Store& store, const std::string& edge_id) {
  auto edge = store.edge(edge_id);
  if (!edge) return why_stated(store, edge_id);
  Passport passport;
  passport.edge = std::move(*edge);
  const model::Edge& link = passport.edge;
  passport.context = source_context(store, link.path, article_of(link.from), link.source, 240);
  if (link.kind == model::EdgeKind::refers_to) {
    passport.reference = store.reference(link.from);
    for (auto& other : store.edges_from(link.from)) {
      if (other.kind != model::EdgeKind::refers_to || other.id == link.id) continue;
      if (auto work = store.work_with_records(other.to))
        passport.works.emplace_back(other.to, std::move(*work));
      passport.others.push_back(std::move(other));
    }
  } else {
    passport.claim = store.claim(link.from);
    find_origin(store, passport);
  }
  if (link.kind == model::EdgeKind::cites) {
    passport.reference = store.reference(link.to);
    for (auto& next : store.edges_from(link.to)) {
      if (next.kind != model::EdgeKind::refers_to) continue;
      if (auto work = store.work_with_records(next.to))
        passport.works.emplace_back(next.to, std::move(*work));
      passport.next.push_back(std::move(next));
    }
  } else if (link.kind == model::EdgeKind::same_claim) {
    passport.same = store.claim(link.to);
  } else {
    passport.work = store.work_with_records(link.to);
  }
  if (link.finding != 0 && passport.work) {
    for (const auto& finding : passport.work->work.study.findings) {
      if (finding.number == link.finding) passport.finding = finding;
    }
  }
  return passport;
}

}  // namespace evident::query
