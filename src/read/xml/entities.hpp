// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace evident::read::xml {

/// What a document's character and entity references stand for. Nothing is ever fetched: an external entity
/// has no text here, and declared text is bounded, so that entities made of entities cannot swell.
class Entities {
 public:
  enum class Language { xml, html };
  /// HTML allows more: old names and numbers without ";", and numbers that mean Windows-1252.
  explicit Entities(Language language = Language::xml) : m_language(language) {}

  /// Takes the general entities that a prolog's internal subset declares; the first declaration of a name
  /// counts.
  void declare(std::string_view prolog);

  struct Reference {
    size_t size = 0;                  ///< bytes from "&" to behind ";" (or to where that is missing)
    std::optional<std::string> text;  ///< nullopt: a name that nothing defines
  };
  /// The reference that `text` begins with; nullopt where the "&" begins none.
  std::optional<Reference> reference(std::string_view text) const;

 private:
  std::optional<Reference> number(std::string_view text) const;
  std::optional<std::string> declared(std::string_view name) const;

  Language m_language;
  std::map<std::string, std::string, std::less<>> m_declared;
  mutable size_t m_expanded = 0;  // bytes of declared text given so far
};

}  // namespace evident::read::xml
