// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file_name.hpp"

#include <filesystem>

namespace evident {

namespace fs = std::filesystem;

std::string file_stem(std::string_view path) {
  fs::path name = fs::path(path).filename();
  // In "a.zip!b.txt" both sides have an ending; in "Stop! Go.txt" and "Stop!.txt" one alone.
  const std::string whole = name.string();
  if (const size_t mark = whole.rfind('!'); mark != std::string::npos) {
    const fs::path member = whole.substr(mark + 1);
    if (fs::path(whole.substr(0, mark)).has_extension() && !member.empty() && whole[mark + 1] != '.')
      name = member;
  }
  for (const char* compression : {".gz", ".bz2", ".xz", ".zst"}) {
    if (name.extension() == compression) {
      name = name.stem();
      break;
    }
  }
  return name.stem().string();
}

}  // namespace evident
