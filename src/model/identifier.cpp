// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/identifier.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/normal.hpp"
#include "text/percent.hpp"

namespace evident::model {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  return text;
}

bool drop_prefix(std::string_view& text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  for (size_t at = 0; at < prefix.size(); ++at) {
    if (lower(text[at]) != prefix[at]) return false;
  }
  text.remove_prefix(prefix.size());
  return true;
}

/// True where the last character closes a bracket that the text did not open.
bool closes_unopened(std::string_view text) {
  constexpr std::array<std::pair<char, char>, 4> brackets{{{'(', ')'}, {'[', ']'}, {'<', '>'}, {'{', '}'}}};
  for (const auto& [open, close] : brackets) {
    if (text.back() == close) {
      return std::count(text.begin(), text.end(), close) > std::count(text.begin(), text.end(), open);
    }
  }
  return false;
}

/// "10.1111/x.1999.00001.x/abstract": without the page of a publisher's address that shows a work.
std::string_view without_page(std::string_view doi, size_t slash) {
  for (const std::string_view page :
       {"/abstract", "/full", "/fulltext", "/full/html", "/pdf", "/epdf", "/pdf/html", "/meta"})
    if (doi.ends_with(page) && doi.size() - page.size() > slash)
      return doi.substr(0, doi.size() - page.size());
  return doi;
}

}  // namespace

std::optional<std::string> normal_pmid(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || text.size() > 8 || text.front() == '0') return std::nullopt;
  if (!std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  return std::string(text);
}

std::optional<std::string> normal_doi(std::string_view printed) {
  // Addresses and mark-up write some characters of a DOI in other ways.
  std::string plain = text::percent_decoded(printed);
  for (const auto& [entity, character] : {std::pair("&lt;", "<"), std::pair("&gt;", ">")}) {
    for (size_t at = plain.find(entity); at != std::string::npos; at = plain.find(entity, at))
      plain.replace(at, 4, character);
  }
  std::string_view text = trimmed(plain);
  for (bool dropped = true; dropped;) {
    dropped = false;
    for (std::string_view prefix :
         {"https://", "http://", "dx.doi.org/", "www.doi.org/", "doi.org/", "doi:", "doi"}) {
      if (drop_prefix(text, prefix)) dropped = true;
      text = trimmed(text);
    }
  }
  if (text.substr(0, 3) != "10.") return std::nullopt;
  const size_t slash = text.find('/');
  if (slash == std::string_view::npos || slash < 7 || slash > 20) return std::nullopt;
  if (!std::all_of(text.begin() + 3, text.begin() + static_cast<std::ptrdiff_t>(slash),
                   [](char c) { return is_digit(c) || c == '.'; })) {
    return std::nullopt;
  }
  // A DOI holds no blank; a query string is a resolver's.
  text = text.substr(0, std::min({text.find_first_of(" \t\r\n\""), text.find('?'), text.find("http://"),
                                  text.find("https://"), text.size()}));
  text = without_page(text, slash);
  while (text.size() > slash + 1) {
    const char last = text.back();
    if (last == '.' || last == ',' || last == ';' || last == ':' || last == '\'' || last == '/' ||
        closes_unopened(text)) {
      text.remove_suffix(1);
    } else {
      break;
    }
  }
  if (text.size() <= slash + 1) return std::nullopt;
  return lower_case(text);
}

std::optional<std::string> normal_pmcid(std::string_view text) {
  text = trimmed(text);
  bool prefixed = false;
  while (drop_prefix(text, "pmcid:") || drop_prefix(text, "pmc")) {
    prefixed = true;
    text = trimmed(text);
  }
  // "PMC3706072.1" is a version of it.
  if (const size_t dot = text.find('.');
      dot != std::string_view::npos &&
      std::all_of(text.begin() + static_cast<std::ptrdiff_t>(dot) + 1, text.end(), is_digit))
    text = text.substr(0, dot);
  if (!prefixed || text.empty() || text.size() > 9 || text.front() == '0') return std::nullopt;
  if (!std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  return "PMC" + std::string(text);
}

std::vector<std::string> all_of(const Identifiers& ids) {
  std::vector<std::string> all;
  if (!ids.pmid.empty()) all.push_back("pmid:" + ids.pmid);
  if (!ids.doi.empty()) all.push_back("doi:" + ids.doi);
  if (!ids.pmcid.empty()) all.push_back("pmcid:" + ids.pmcid);
  all.insert(all.end(), ids.also.begin(), ids.also.end());
  return all;
}

void add_doi(Identifiers& ids, const std::string& doi) {
  if (ids.doi.empty()) {
    ids.doi = doi;
  } else if (std::string other = "doi:" + doi;
             ids.doi != doi && std::find(ids.also.begin(), ids.also.end(), other) == ids.also.end()) {
    ids.also.push_back(std::move(other));
  }
}

std::string work_id(const Identifiers& ids) {
  if (!ids.pmid.empty()) return "pmid:" + ids.pmid;
  if (!ids.doi.empty()) return "doi:" + ids.doi;
  if (!ids.pmcid.empty()) return "pmcid:" + ids.pmcid;
  return "";
}

}  // namespace evident::model
