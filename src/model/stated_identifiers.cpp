// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/stated_identifiers.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "text/percent.hpp"

namespace evident::model {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool starts_with_folded(std::string_view text, size_t at, std::string_view lower) {
  if (text.size() - at < lower.size()) return false;
  return std::equal(lower.begin(), lower.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                    [](char wanted, char c) { return (c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) == wanted; });
}

size_t find_folded(std::string_view text, std::string_view lower, size_t from = 0) {
  for (size_t at = from; at + lower.size() <= text.size(); ++at) {
    if (starts_with_folded(text, at, lower)) return at;
  }
  return std::string_view::npos;
}

std::string_view digits_at(std::string_view text, size_t at) {
  size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return text.substr(at, end - at);
}

}  // namespace

void take_doi(Identifiers& ids, std::string_view text) {
  if (!ids.doi.empty()) return;
  if (auto doi = normal_doi(text)) {
    ids.doi = std::move(*doi);
    return;
  }
  // Behind some other resolver's address, or a word.
  for (size_t at = text.find("10."); at != std::string_view::npos; at = text.find("10.", at + 1)) {
    if (at > 0 && std::isalnum(static_cast<unsigned char>(text[at - 1])) != 0) continue;
    if (auto doi = normal_doi(text.substr(at))) {
      ids.doi = std::move(*doi);
      return;
    }
  }
}
void take_pmid(Identifiers& ids, std::string_view text) {
  if (!ids.pmid.empty()) return;
  if (auto pmid = normal_pmid(text)) ids.pmid = std::move(*pmid);
}
void take_pmcid(Identifiers& ids, std::string_view text) {
  if (!ids.pmcid.empty()) return;
  if (auto pmcid = normal_pmcid(text)) ids.pmcid = std::move(*pmcid);
}

void take_from_link(Identifiers& ids, std::string_view address) {
  const std::string plain = text::percent_decoded(address.substr(0, address.find_first_of(" \t\r\n")));
  if (const size_t at = find_folded(plain, "doi.org/"); at != std::string_view::npos)
    take_doi(ids, std::string_view(plain).substr(at + 8));
  for (std::string_view site : {"ncbi.nlm.nih.gov/pubmed/", "pubmed.ncbi.nlm.nih.gov/", "pubmed.gov/",
                                "europepmc.org/article/med/", "europepmc.org/abstract/med/"}) {
    if (const size_t at = find_folded(plain, site); at != std::string_view::npos)
      take_pmid(ids, digits_at(plain, at + site.size()));
  }
  for (std::string_view site : {"/pmc/articles/pmc", "pmc.ncbi.nlm.nih.gov/articles/pmc",
                                "europepmc.org/article/pmc/pmc", "europepmc.org/articles/pmc"}) {
    if (const size_t at = find_folded(plain, site); at != std::string_view::npos)
      take_pmcid(ids, "PMC" + std::string(digits_at(plain, at + site.size())));
  }
}

void take_from_note(Identifiers& ids, std::string_view note) {
  // Further on, a note may speak of other works.
  const size_t begin = note.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return;
  note.remove_prefix(begin);
  constexpr std::array<std::string_view, 3> names{"pmid:", "pmcid:", "doi:"};
  if (std::none_of(names.begin(), names.end(), [&](auto name) { return starts_with_folded(note, 0, name); }))
    return;
  const auto behind = [&](std::string_view name) -> size_t {
    const size_t at = find_folded(note, name);
    if (at == std::string_view::npos ||
        (at > 0 && std::isalnum(static_cast<unsigned char>(note[at - 1])) != 0))
      return std::string_view::npos;
    return std::min(note.find_first_not_of(" \t", at + name.size()), note.size());
  };
  if (const size_t at = behind("pmid:"); at != std::string_view::npos) take_pmid(ids, digits_at(note, at));
  if (const size_t at = behind("pmcid:"); at != std::string_view::npos)
    take_pmcid(ids, note.substr(at, note.find_first_of(" ,;.\n", at) - at));
  if (const size_t at = behind("doi:"); at != std::string_view::npos) take_doi(ids, note.substr(at));
}

}  // namespace evident::model
