// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/tagged/record.hpp"

#include <algorithm>

namespace evident::read::tagged {

std::string Record::first(std::initializer_list<std::string_view> tags) const {
  for (const auto tag : tags) {
    for (const auto& field : fields) {
      if (field.tag == tag && !field.value.empty()) return field.value;
    }
  }
  return "";
}

std::vector<std::string> Record::all(std::initializer_list<std::string_view> tags) const {
  std::vector<std::string> values;
  for (const auto& field : fields) {
    const bool wanted = std::find(tags.begin(), tags.end(), field.tag) != tags.end();
    if (wanted && !field.value.empty()) values.push_back(field.value);
  }
  return values;
}

}  // namespace evident::read::tagged
