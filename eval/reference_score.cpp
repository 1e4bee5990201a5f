// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/reference_score.hpp"

#include <algorithm>
#include <numeric>

#include "extract/field/scan.hpp"
#include "extract/parsing/features.hpp"
#include "extract/parsing/prepare.hpp"
#include "extract/parsing/printed_fields.hpp"
#include "text/normal.hpp"

namespace evident::eval {

namespace {

using namespace extract::parsing;

bool is_one_of(const std::string& word, std::string_view list) {
  const std::string padded = " " + word + " ";
  return list.find(padded) != std::string_view::npos;
}

constexpr std::string_view lead_words =
    " in en dans aus and et al und y e others ed eds edited editor editors edn hrsg hg dir coord by von u a "
    "vol volume "
    "volumes v bd band t tome no nr n number issue p pp pages page pag pags s doi pmid the proc in: ";
constexpr std::string_view languages =
    " russian german french spanish italian japanese chinese english polish portuguese ";

/// Folded words without those that announce or close a field.
std::string words(const std::string& text, bool everywhere) {
  auto all = text::fold_words(text);
  if (all.size() > 3 && all[all.size() - 2] == "in" && is_one_of(all.back(), languages))
    all.resize(all.size() - 2);
  if (all.size() > 3 && all.back() == "abstract") all.pop_back();
  if (everywhere) {
    std::erase_if(all, [](const std::string& word) { return is_one_of(word, lead_words); });
  } else {
    while (!all.empty() && is_one_of(all.front(), lead_words)) all.erase(all.begin());
    while (!all.empty() && is_one_of(all.back(), lead_words)) all.pop_back();
  }
  std::string out;
  for (const auto& word : all) out += word;  // where a blank was lost or gained, the words are the same
  return out;
}

/// The runs of letters and digits that hold a digit.
std::vector<std::string> numbers(const std::string& text) {
  std::vector<std::string> found;
  for (const auto& word : text::fold_words(text)) {
    if (!std::any_of(word.begin(), word.end(), extract::field::is_digit)) continue;
    found.push_back(word.substr(0, word.find_last_not_of('p') + 1));  // "67p"
  }
  return found;
}

ScoredFields scored_form(const PrintedFields& printed, const model::Identifiers& ids) {
  ScoredFields out;
  const auto& author = of(printed, Label::author).text;
  out[0] = words(author.empty() ? of(printed, Label::editor).text : author, true);
  out[1] = words(of(printed, Label::title).text, false);
  out[2] = words(of(printed, Label::container).text, false);
  const std::string& date = of(printed, Label::date).text;
  for (size_t at = extract::field::find_year(date); at != std::string::npos;
       at = extract::field::find_year(date, at + 4))
    out[3] += (out[3].empty() ? "" : " ") + date.substr(at, 4);
  const std::string& volume = of(printed, Label::volume).text;
  const auto volumes = numbers(volume);
  out[4] = volumes.empty() ? words(volume, true) : volumes.front();
  const auto pages = numbers(of(printed, Label::pages).text);
  for (size_t i = 0; i < std::min<size_t>(pages.size(), 2); ++i) out[5] += (i > 0 ? "-" : "") + pages[i];
  out[6] = !ids.doi.empty() ? ids.doi : ids.pmid;
  return out;
}

double ratio(const std::string& left, const std::string& right) {
  std::vector<size_t> row(right.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (size_t i = 0; i < left.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i + 1;
    for (size_t j = 0; j < right.size(); ++j) {
      const size_t above = row[j + 1];
      row[j + 1] = std::min({above + 1, row[j] + 1, diagonal + (left[i] == right[j] ? 0U : 1U)});
      diagonal = above;
    }
  }
  const size_t longer = std::max(left.size(), right.size());
  return longer == 0 ? 1 : 1 - static_cast<double>(row.back()) / static_cast<double>(longer);
}

}  // namespace

ScoredFields fields_marked(const TaggedReference& reference) {
  const Prepared prepared = prepare(reference.text);
  const auto all = tokens(prepared.text);
  // An identifier counts where people marked one.
  model::Identifiers ids;
  for (const auto& part : reference.parts) {
    if (part.label != Label::identifier && part.label != Label::url) continue;
    const auto here = prepare(reference.text.substr(part.span.start, part.span.size())).ids;
    if (ids.doi.empty()) ids.doi = here.doi;
    if (ids.pmid.empty()) ids.pmid = here.pmid;
  }
  if (ids.pmid.empty()) ids.pmid = prepared.ids.pmid;
  const auto labels = labels_of(reference, all);
  auto fields = printed_fields(prepared.text, all, {labels, {}});
  auto& date = fields[static_cast<size_t>(Label::date)].text;
  date.clear();
  for (size_t i = 0; i < all.size(); ++i) {
    if (labels[i] == Label::date) date += all[i].lower + " ";
  }
  return scored_form(fields, ids);
}

ScoredFields fields_read(std::string_view printed, const Model& model) {
  const Prepared prepared = prepare(printed);
  return scored_form(printed_fields(prepared.text, model), prepared.ids);
}

FieldTallies score(const ScoredFields& wanted, const ScoredFields& found) {
  FieldTallies tallies;
  for (size_t i = 0; i < scored_fields.size(); ++i) {
    Tally& tally = tallies[i];
    const std::string first_year = found[i].substr(0, 4);
    if (!wanted[i].empty()) ++tally.wanted;
    if (!found[i].empty()) ++tally.found;
    if (wanted[i].empty() || found[i].empty()) continue;
    const bool right =
        scored_fields[i] == "year" ? wanted[i].find(first_year) != std::string::npos : wanted[i] == found[i];
    if (right) ++tally.right;
    if (right || ratio(wanted[i], found[i]) >= 0.8) ++tally.soft;
  }
  return tallies;
}

Tally sum(const FieldTallies& fields) {
  Tally all;
  for (const auto& field : fields) {
    all.right += field.right;
    all.found += field.found;
    all.wanted += field.wanted;
    all.soft += field.soft;
  }
  return all;
}

}  // namespace evident::eval
