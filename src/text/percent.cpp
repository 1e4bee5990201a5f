// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/percent.hpp"

namespace evident::text {

namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

}  // namespace

std::string percent_decoded(std::string_view address) {
  std::string out;
  for (size_t at = 0; at < address.size(); ++at) {
    const bool escape = address[at] == '%' && at + 2 < address.size() && hex_value(address[at + 1]) >= 0 &&
                        hex_value(address[at + 2]) >= 0;
    if (escape) {
      out += static_cast<char>(hex_value(address[at + 1]) * 16 + hex_value(address[at + 2]));
      at += 2;
    } else {
      out += address[at];
    }
  }
  return out;
}

}  // namespace evident::text
