// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/pdf/own_identifiers.hpp"

#include <optional>
#include <set>
#include <string>

namespace evident::read::pdf {
namespace {

/// The DOI that begins at the first "10." behind `at`, before the next blank or tag.
std::optional<std::string> doi_from(std::string_view text, size_t at) {
  const size_t start = text.find("10.", at);
  if (start == std::string_view::npos) return std::nullopt;
  const size_t end = std::min(text.find_first_of(" \t\n\f<>\"", start), text.size());
  return model::normal_doi(text.substr(start, end - start));
}

/// In an element or an attribute: "<prism:doi>10...", "pdfx:doi='10...'", "<dc:identifier>doi:10...".
std::optional<std::string> of_metadata(std::string_view metadata) {
  for (std::string_view name : {"prism:doi", "pdfx:doi", "dc:identifier", "prism:url"}) {
    const size_t at = metadata.find(name);
    if (at == std::string_view::npos) continue;
    const std::string_view value = metadata.substr(at + name.size(), 300);
    const size_t close = value.find("</");
    if (auto doi = doi_from(value.substr(0, close), 0)) return doi;
  }
  return std::nullopt;
}

}  // namespace

model::Identifiers own_identifiers(std::string_view first_page, std::string_view metadata) {
  model::Identifiers ids;
  if (const auto doi = of_metadata(metadata)) {
    ids.doi = *doi;
    return ids;
  }
  std::string lower(first_page);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  std::set<std::string> printed;
  for (size_t at = lower.find("doi"); at != std::string::npos; at = lower.find("doi", at + 3)) {
    constexpr size_t reach = 12;  // "doi.org/", "DOI number: "
    const size_t start = lower.find("10.", at);
    if (start == std::string::npos || start > at + reach) continue;
    if (auto doi = doi_from(lower, start)) printed.insert(std::move(*doi));
  }
  if (printed.size() == 1) ids.doi = *printed.begin();
  return ids;
}

}  // namespace evident::read::pdf
