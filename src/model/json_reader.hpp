// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <simdjson.h>

#include "base/span.hpp"
#include "model/fields.hpp"

namespace evident::model {

/// Reads what JsonWriter wrote. A field that is not there keeps its value.
class JsonReader {
 public:
  /// Throws std::invalid_argument for what is no JSON object; its fields throw other std::exceptions where
  /// they are of another kind than what reads them.
  explicit JsonReader(const std::string& text) {
    if (m_parser.parse(text).get(m_object) != simdjson::SUCCESS)
      throw std::invalid_argument("no JSON object");
  }

  template <typename T>
  void operator()(const char* name, T& value) {
    if (Element found; m_object.at_key(name).get(found) == simdjson::SUCCESS) read(found, value);
  }
  template <typename T, typename ToWord, typename FromWord>
  void word(const char* name, T& value, ToWord /*to_word*/, FromWord from_word) {
    if (Element found; m_object.at_key(name).get(found) == simdjson::SUCCESS)
      value = from_word(string_of(found));
  }
  template <typename T>
  void number(const char* name, T& value) {
    if (Element found; m_object.at_key(name).get(found) == simdjson::SUCCESS)
      value = static_cast<T>(found.get_int64().value());
  }

 private:
  using Element = simdjson::dom::element;

  struct Nested {
    simdjson::dom::object object;
  };
  explicit JsonReader(const Nested& nested) : m_object(nested.object) {}

  static std::string string_of(const Element& json) { return std::string(json.get_string().value()); }

  static void read(const Element& json, std::string& value) { value = json.get_string().value(); }
  template <std::integral T>
  static void read(const Element& json, T& value) {
    if constexpr (std::same_as<T, bool>)
      value = json.get_bool().value();
    else if constexpr (std::is_signed_v<T>)
      value = static_cast<T>(json.get_int64().value());
    else
      value = static_cast<T>(json.get_uint64().value());
  }
  template <std::floating_point T>
  static void read(const Element& json, T& value) {
    value = static_cast<T>(json.get_double().value());
  }
  static void read(const Element& json, std::map<std::string, double>& values) {
    const auto object = json.get_object().value();
    values.clear();
    for (const auto [name, value] : object) values.emplace(name, value.get_double().value());
  }
  static void read(const Element& json, Span& span) {
    const auto numbers = json.get_array().value();
    span.start = numbers.at(0).get_uint64().value();
    span.end = numbers.at(1).get_uint64().value();
  }
  static void read(const Element& json, Place& place) {
    read(json, static_cast<Span&>(place));
    const auto numbers = json.get_array().value();
    place.page = numbers.size() > 2 ? static_cast<uint32_t>(numbers.at(2).get_uint64().value()) : 0;
  }
  template <typename T>
  static void read(const Element& json, std::vector<T>& values) {
    const auto items = json.get_array().value();
    values.clear();
    values.reserve(items.size());
    for (const Element& item : items) read(item, values.emplace_back());
  }
  template <typename T>
  requires requires(JsonReader& archive, T& value) { fields(archive, value); }
  static void read(const Element& json, T& value) {
    JsonReader nested(Nested{json.get_object().value()});
    fields(nested, value);
  }

  simdjson::dom::parser m_parser;  ///< owns what the elements point to; empty in a nested one
  simdjson::dom::object m_object;
};

}  // namespace evident::model
