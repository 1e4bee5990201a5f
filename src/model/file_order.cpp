// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file_order.hpp"

#include <algorithm>

namespace evident::model {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view name_of(std::string_view path) {
  const size_t at = path.find_last_of("/!");  // "!" parts an archive from its member
  return at == std::string_view::npos ? path : path.substr(at + 1);
}

/// The digits at the front, without leading zeros, taken off.
std::string_view take_number(std::string_view& text) {
  const size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  std::string_view number = text.substr(0, end);
  text.remove_prefix(end);
  number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
  return number;
}

int compare_naturally(std::string_view left, std::string_view right) {
  while (!left.empty() && !right.empty()) {
    if (is_digit(left[0]) && is_digit(right[0])) {
      const std::string_view one = take_number(left), other = take_number(right);
      if (one.size() != other.size()) return one.size() < other.size() ? -1 : 1;
      if (const int order = one.compare(other); order != 0) return order;
    } else {
      if (left[0] != right[0])
        return static_cast<unsigned char>(left[0]) < static_cast<unsigned char>(right[0]) ? -1 : 1;
      left.remove_prefix(1);
      right.remove_prefix(1);
    }
  }
  return static_cast<int>(!left.empty()) - static_cast<int>(!right.empty());
}

}  // namespace

int compare_files(std::string_view left, std::string_view right) {
  if (const int order = compare_naturally(name_of(left), name_of(right)); order != 0) return order;
  if (const int order = compare_naturally(left, right); order != 0) return order;
  return left.compare(right);  // "n01" and "n1"
}

std::string file_series(std::string_view path) {
  std::string_view name = name_of(path);
  name = name.substr(0, name.find('.'));
  std::string series;
  for (size_t at = 0; at < name.size(); ++at) {
    if (!is_digit(name[at])) {
      series += name[at];
    } else if (at == 0 || !is_digit(name[at - 1])) {
      series += '#';
    }
  }
  return series;
}

}  // namespace evident::model
