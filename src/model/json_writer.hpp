// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <concepts>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.hpp"
#include "model/fields.hpp"

namespace evident::model {

/// Appends a JSON string; bytes that are no UTF-8 become U+FFFD.
void append_json_string(std::string& out, std::string_view text);

/// Writes an object as compact JSON, straight into a string (fields.hpp says what). A tree of values in
/// between costs several times as much, and every record is written.
class JsonWriter {
 public:
  JsonWriter() : m_out("{") {}

  template <typename T>
  void operator()(std::string_view name, const T& value) {
    if (value_is_default(value)) return;
    begin_field(name);
    write(value);
  }
  template <typename T, typename ToWord, typename FromWord>
  void word(std::string_view name, const T& value, ToWord to_word, FromWord /*from_word*/) {
    (*this)(name, to_word(value));
  }
  template <typename T>
  void number(std::string_view name, const T& value) {
    begin_field(name);
    write(static_cast<int>(value));
  }

  /// The whole object; nothing can be written any more.
  std::string text() && {
    m_out += '}';
    return std::move(m_out);
  }

 private:
  template <typename T>
  static bool value_is_default(const T& value) {
    if constexpr (requires {
                    value.empty();
                    value.size();
                  } &&
                  !std::derived_from<T, Span>) {
      return value.empty();
    } else if constexpr (requires { value == T{}; }) {
      return value == T{};
    } else {
      return false;
    }
  }

  void begin_field(std::string_view name) {
    if (m_out.back() != '{') m_out += ',';
    m_out += '"';
    m_out += name;
    m_out += "\":";
  }

  void write(const std::string& text) { append_json_string(m_out, text); }
  void write(bool value) { m_out += value ? "true" : "false"; }
  template <std::integral Number>
  void write(Number value) {
    append_number(value);
  }
  void write(double value) {
    // JSON has no infinity, which a number of 400 digits becomes.
    constexpr double most = std::numeric_limits<double>::max();
    append_number(std::clamp(value, -most, most));
  }
  template <typename Number>
  void append_number(Number value) {
    std::array<char, 32> digits{};
    m_out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
  }
  void write(const Span& span) {
    m_out += '[';
    write(span.start);
    m_out += ',';
    write(span.end);
    m_out += ']';
  }
  void write(const Place& place) {
    write(static_cast<const Span&>(place));
    if (place.page == 0) return;
    m_out.back() = ',';
    write(place.page);
    m_out += ']';
  }
  template <typename T>
  void write(const std::vector<T>& values) {
    m_out += '[';
    for (const auto& value : values) {
      if (m_out.back() != '[') m_out += ',';
      write(value);
    }
    m_out += ']';
  }
  void write(const std::map<std::string, double>& values) {
    m_out += '{';
    for (const auto& [name, value] : values) {
      if (m_out.back() != '{') m_out += ',';
      write(name);
      m_out += ':';
      write(value);
    }
    m_out += '}';
  }
  template <typename T>
  requires requires(JsonWriter& archive, const T& value) { fields(archive, value); }
  void write(const T& value) {
    m_out += '{';
    fields(*this, value);
    m_out += '}';
  }

  std::string m_out;
};

/// A value as one object.
template <typename T>
std::string to_json(const T& value) {
  JsonWriter writer;
  fields(writer, value);
  return std::move(writer).text();
}

}  // namespace evident::model
