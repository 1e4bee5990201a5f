// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace evident {

/// The name of a file without its folders, the archives that it lies in ("a.zip!b.txt") and its ending, also
/// where a compression's ending follows: "b" for "/x/a.zip!y/b.txt.gz".
std::string file_stem(std::string_view path);

}  // namespace evident
