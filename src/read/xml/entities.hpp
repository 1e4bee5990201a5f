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
  /// Takes the general entities that a prolog's internal subset declares; the first declaration of a name
  /// counts.
  void declare(std::string_view prolog);

  struct Reference {
    size_t size = 0;                  ///< bytes from "&" to behind ";"
    std::optional<std::string> text;  ///< nullopt: a name that nothing defines
  };
  /// The reference that `text` begins with; nullopt where the "&" begins none.
  std::optional<Reference> reference(std::string_view text) const;

 private:
  std::optional<std::string> declared(std::string_view name) const;

  std::map<std::string, std::string, std::less<>> m_declared;
  mutable size_t m_expanded = 0;  // bytes of declared text given so far
};

}  // namespace evident::read::xml
