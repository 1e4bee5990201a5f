// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "fuzz.hpp"

/// Damaged gzip is reported, never thrown, and never swells without bound.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("evident-fuzz-" + std::to_string(::getpid()) + ".gz");
  {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    const std::string_view bytes = evident::fuzz::view(data, size);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  constexpr size_t limit = size_t{1} << 20U;
  evident::DiagnosticList sink;
  const auto input = evident::open_input(path, sink);
  evident::fuzz::require(evident::read_all(*input, limit).size() <= limit, "read_all keeps to its limit");
  evident::fuzz::require(sink.items.size() <= 1, "a damaged file is reported once");
  return 0;
}
