// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/office/package.hpp"

#include <algorithm>
#include <utility>

#include "input/archive.hpp"

namespace evident::read::office {
namespace {

constexpr size_t largest_member = size_t{64} << 20U;
constexpr size_t largest_package = size_t{256} << 20U;

}  // namespace

Package unpack(Input& input, const std::string& path, DiagnosticSink& sink,
               const std::function<bool(std::string_view)>& wanted) {
  Package package;
  size_t all = 0;
  Archive archive(input, path, sink);
  while (const auto member = archive.next()) {
    if (member->kind != Member::Kind::file || !wanted(member->name) || package.contains(member->name))
      continue;
    const std::string here = path + "!" + member->name;
    if (member->encrypted) {
      sink.report({Severity::error, "encrypted-member", here, 0, {}, "is encrypted: not read"});
      continue;
    }
    const size_t limit = std::min(largest_member, largest_package - all);
    std::string bytes = read_all(*archive.content(), limit + 1);
    if (bytes.size() > limit) {
      sink.report({Severity::error,
                   "member-too-large",
                   here,
                   0,
                   {},
                   "is longer than 64 MiB, or all parts together than 256 MiB: not read"});
      continue;
    }
    all += bytes.size();
    package.emplace(member->name, std::move(bytes));
  }
  return package;
}

Joined join(const Package& package, const std::string& path, const std::vector<std::string>& names) {
  Joined joined;
  for (const std::string& name : names) {
    const auto member = package.find(name);
    if (member == package.end()) continue;
    joined.path += (joined.path.empty() ? path + "!" : "+") + name;
    joined.bytes += member->second;
  }
  return joined;
}

bool has_member(std::string_view head, std::string_view name) {
  if (!head.starts_with("PK\x03\x04")) return false;
  const std::vector<std::string> names = member_names(head);
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string mimetype_of(std::string_view head) {
  constexpr size_t longest_type = 100;
  if (!head.starts_with("PK\x03\x04")) return {};
  DiagnosticList ignored;  // a head is cut somewhere
  Archive archive(head, "", ignored);
  const auto first = archive.next();
  return first && first->name == "mimetype" ? read_all(*archive.content(), longest_type) : std::string();
}

}  // namespace evident::read::office
