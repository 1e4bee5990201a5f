// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/span.hpp"
#include "model/fields.hpp"

namespace evident::model {

/// Reads what JsonWriter wrote. A field that is not there keeps its value.
class JsonReader {
 public:
  /// Throws std::invalid_argument for what is no JSON object.
  explicit JsonReader(const std::string& text)
      : m_own(nlohmann::json::parse(text, nullptr, false)), m_json(m_own) {
    if (!m_json.is_object()) throw std::invalid_argument("no JSON object");
  }

  template <typename T>
  void operator()(const char* name, T& value) {
    if (auto found = m_json.find(name); found != m_json.end()) read(*found, value);
  }
  template <typename T, typename ToWord, typename FromWord>
  void word(const char* name, T& value, ToWord /*to_word*/, FromWord from_word) {
    if (auto found = m_json.find(name); found != m_json.end())
      value = from_word(found->template get<std::string>());
  }
  template <typename T>
  void number(const char* name, T& value) {
    if (auto found = m_json.find(name); found != m_json.end())
      value = static_cast<T>(found->template get<int>());
  }

 private:
  struct Nested {};
  JsonReader(Nested, const nlohmann::json& json) : m_json(json) {}

  template <typename T>
  requires std::is_arithmetic_v<T> || std::same_as<T, std::string> ||
      std::same_as<T, std::map<std::string, double>>
  static void read(const nlohmann::json& json, T& value) { json.get_to(value); }
  static void read(const nlohmann::json& json, Span& span) {
    span.start = json.at(0).get<uint64_t>();
    span.end = json.at(1).get<uint64_t>();
  }
  static void read(const nlohmann::json& json, Place& place) {
    read(json, static_cast<Span&>(place));
    place.page = json.size() > 2 ? json.at(2).get<uint32_t>() : 0;
  }
  template <typename T>
  static void read(const nlohmann::json& json, std::vector<T>& values) {
    values.clear();
    values.reserve(json.size());
    for (const auto& item : json) read(item, values.emplace_back());
  }
  template <typename T>
  requires requires(JsonReader& archive, T& value) { fields(archive, value); }
  static void read(const nlohmann::json& json, T& value) {
    JsonReader nested(Nested{}, json);
    fields(nested, value);
  }

  nlohmann::json m_own;
  const nlohmann::json& m_json;
};

}  // namespace evident::model
