// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/xml/prolog.hpp"

#include <algorithm>

namespace evident::read::xml {

size_t behind_prolog(std::string_view text) {
  size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  for (;;) {
    at = text.find_first_not_of(" \t\r\n", at);
    if (at == std::string_view::npos) return text.size();
    const std::string_view rest = text.substr(at);
    size_t end = std::string_view::npos;
    if (rest.starts_with("<?")) {
      end = text.find("?>", at);
      if (end != std::string_view::npos) end += 2;
    } else if (rest.starts_with("<!--")) {
      end = text.find("-->", at);
      if (end != std::string_view::npos) end += 3;
    } else if (rest.starts_with("<!")) {
      // A document type: its subset in brackets holds declarations of its own.
      end = text.find_first_of("[>", at);
      if (end != std::string_view::npos && text[end] == '[') {
        end = text.find(']', end);
        if (end != std::string_view::npos) end = text.find('>', end);
      }
      if (end != std::string_view::npos) ++end;
    } else {
      return at;
    }
    if (end == std::string_view::npos) return text.size();
    at = end;
  }
}

std::string_view first_tag_name(std::string_view text) {
  if (!text.starts_with('<')) return {};
  return text.substr(1, std::min(text.find_first_of(" \t\r\n>/", 1), text.size()) - 1);
}

}  // namespace evident::read::xml
