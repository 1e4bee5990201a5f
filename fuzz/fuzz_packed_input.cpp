// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "fuzz.hpp"
#include "input/archive.hpp"
#include "input/compression.hpp"

namespace {

using namespace evident;

constexpr size_t limit = size_t{64} << 10U;
constexpr int deepest = 3;

void unpack(std::unique_ptr<Input> packed, DiagnosticSink& sink, size_t& left, int depth) {
  auto input = undo_compression(std::move(packed), "x", sink);
  const std::string_view head = input->peek(archive_head);
  if (depth == deepest || !is_archive(head)) {
    const size_t size = read_all(*input, std::min(limit, left)).size();
    fuzz::require(size <= limit, "read_all keeps to its limit");
    left -= size;
    return;
  }
  member_names(head);
  DiagnosticList of_archive;
  {
    Archive archive(std::move(input), "x", of_archive);
    for (int count = 0; left > 0 && count < 30; ++count) {
      const auto member = archive.next();
      if (!member) break;
      fuzz::require(member->name.find('\0') == std::string::npos, "a name is a C string");
      auto content = archive.content();
      if (count % 2 == 0) unpack(std::move(content), sink, left, depth + 1);
      --left;
    }
  }
  size_t of_whole = 0;
  for (const auto& item : of_archive.items) {
    fuzz::require(!item.message.empty(), "a diagnostic says something");
    if (item.code.ends_with("-archive")) ++of_whole;
  }
  fuzz::require(of_whole <= 1, "a damaged archive is reported once");
}

}  // namespace

/// Damaged streams and archives, one in the other, are reported, never thrown, and never swell without bound.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes = fuzz::view(data, size);
  for (const bool seekable : {false, true}) {
    DiagnosticList sink;
    size_t left = 4 * limit;
    std::unique_ptr<Input> input;
    if (seekable) {
      input = std::make_unique<BytesInput>(bytes);
    } else {
      input = std::make_unique<fuzz::MemoryInput>(bytes);
    }
    unpack(std::move(input), sink, left, 0);
  }
  return 0;
}
