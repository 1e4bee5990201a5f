// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/xml/narrow.hpp"

#include <algorithm>
#include <iterator>

#include "read/resumed_input.hpp"

namespace evident::read::xml {

namespace {

constexpr size_t largest_wide_file = size_t{128} << 20U;

}  // namespace

bool is_wide(std::string_view head) {
  using namespace std::string_view_literals;
  return head.starts_with("\xFF\xFE"sv) || head.starts_with("\xFE\xFF"sv) || head.starts_with("<\0"sv) ||
         head.starts_with("\0<"sv);
}

std::string narrow_head(std::string_view head) {
  if (!is_wide(head)) return std::string(head);
  std::string narrow;
  std::copy_if(head.begin(), head.end(), std::back_inserter(narrow),
               [](char c) { return c != '\0' && (c & 0x80) == 0; });
  return narrow;
}

void read_narrow(Input& input, const std::string& path, DiagnosticSink& sink,
                 const std::function<void(Input& input, const SourceText* whole)>& read) {
  std::string head(4, '\0');
  size_t size = 0;
  while (size < head.size()) {
    const size_t got = input.read(head.data() + size, head.size() - size);
    if (got == 0) break;
    size += got;
  }
  head.resize(size);
  ResumedInput resumed(head, &input);
  if (!is_wide(head)) {
    read(resumed, nullptr);
    return;
  }
  std::string bytes = read_all(resumed, largest_wide_file + 1);
  if (bytes.size() > largest_wide_file) {
    sink.report({Severity::warning,
                 "file-too-large",
                 path,
                 0,
                 {largest_wide_file, bytes.size()},
                 "UTF-16 is read up to 128 MiB; what follows was not"});
    bytes.resize(largest_wide_file);
  }
  const SourceText whole(bytes, "UTF-16", {path, 0, 1}, sink);
  ResumedInput narrow(whole.utf8(), nullptr);
  read(narrow, &whole);
}

}  // namespace evident::read::xml
