// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <fmt/format.h>

#include "extract/same_claim/one_spelling.hpp"
#include "query/audit.hpp"
#include "resolve/journal_cues.hpp"
#include "resolve/match.hpp"
#include "resolve/print_slip.hpp"
#include "text/normal.hpp"

namespace evident::query {

namespace {

constexpr size_t most_title_slips =
    2;  ///< more than a word or two is another title, or one that was read badly
constexpr size_t shortest_name = 4, shortest_word = 5;  ///< in which one letter is a slip
constexpr double sure = 0.5;  ///< confidence of a field that may be held against a record

bool is_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

/// Words that differ by the spelling of a country or by a plural are no slips.
bool is_same_word(const std::string& left, const std::string& right) {
  return left == right || extract::same::one_spelling(left) == extract::same::one_spelling(right) ||
         left + "s" == right || right + "s" == left;
}

/// Words of a title that differ by a slip, where all others are the same; one of the two may lack a subtitle.
std::vector<Difference> title_slips(const std::string& printed, const std::string& recorded) {
  const auto left = text::fold_words(printed), right = text::fold_words(recorded);
  std::vector<Difference> slips;
  const size_t both = std::min(left.size(), right.size());
  if (both < 4) return {};
  for (size_t at = 0; at < both; ++at) {
    if (is_same_word(left[at], right[at])) continue;
    if (!resolve::is_slip(left[at], right[at], shortest_word) || slips.size() == most_title_slips) return {};
    slips.push_back({"title", left[at], right[at]});
  }
  return slips;
}

/// True where two names can be of one journal, or one of them was read together with other words.
bool may_be_same_container(const std::string& printed, const std::string& recorded) {
  if (recorded.empty()) return false;
  if (resolve::same_container(printed, recorded) || resolve::same_journal(printed, recorded)) return true;
  const auto left = text::fold_words(printed), right = text::fold_words(recorded);
  return std::any_of(left.begin(), left.end(), [&](const std::string& word) {
    return word.size() > 2 && !text::is_stop_word(word) && word != "journal" &&
           std::any_of(right.begin(), right.end(), [&](const std::string& other) {
             return other.starts_with(word) || word.starts_with(other) ||
                    resolve::is_slip(word, other, shortest_word);
           });
  });
}

std::string told(const Difference& difference) {
  const std::string& field = difference.field;
  const std::string name = field == "title"       ? "a word of the title"
                           : field == "author"    ? "the first author"
                           : field == "container" ? "the journal"
                           : field == "page"      ? "the first page"
                                                  : "the " + field;
  return fmt::format("{} is printed as {}, the record has {}", name, difference.printed, difference.recorded);
}

}  // namespace

std::vector<Difference> reference_differences(const model::ReferenceFields& fields,
                                              const model::WorkRecord& work) {
  std::vector<Difference> all;
  const auto is_sure = [&](const char* field) {
    const auto found = fields.confidence.find(field);
    return found == fields.confidence.end() || found->second >= sure;
  };
  // A slip in a name is an error of the print; another name, a collective or a missing author may be the
  // record's.
  if (!fields.authors.empty() && !work.authors.empty()) {
    const std::string& name = fields.authors.front().family;
    const std::string& known = work.authors.front().family;
    if (resolve::is_slip(text::fold(name), text::fold(known), shortest_name))
      all.push_back({"author", name, known});
  }
  for (auto& slip : title_slips(fields.title, work.title)) all.push_back(std::move(slip));
  if (is_sure("container") && !fields.container.empty() && !work.container.empty() &&
      !may_be_same_container(fields.container, work.container) &&
      !may_be_same_container(fields.container, work.container_abbrev))
    all.push_back({"container", fields.container, work.container});
  // "1998-1999 Winter": either year is the record's.
  const bool year_fits =
      fields.year == work.issued.year || fields.year == work.electronic.year ||
      (fields.year > 0 && work.issued.printed.find(std::to_string(fields.year)) != std::string::npos);
  if (fields.year > 0 && work.issued.year > 0 && !year_fits)
    all.push_back({"year", std::to_string(fields.year), std::to_string(work.issued.year)});
  if (is_number(fields.volume) && is_number(work.volume) && fields.volume != work.volume)
    all.push_back({"volume", fields.volume, work.volume});
  const std::string printed = resolve::first_page(fields.pages), recorded = resolve::first_page(work.pages);
  if (!printed.empty() && !recorded.empty() && printed != recorded)
    all.push_back({"page", fields.pages, work.pages});
  return all;
}

std::optional<Problem> reference_error(const index::ReferenceNode& node, const std::string& work_id,
                                       const model::WorkRecord& work) {
  const auto& reference = node.reference;
  Problem problem{"reference-error", Severity::note,   {}, node.id, work_id,
                  node.path,         reference.source, {}, {}};
  problem.differences = reference_differences(reference.fields, work);
  if (problem.differences.empty()) return std::nullopt;
  problem.message = fmt::format(
      "reference {}: ", reference.label.empty() ? std::to_string(reference.index + 1) : reference.label);
  for (const auto& difference : problem.differences)
    problem.message += (&difference == problem.differences.data() ? "" : "; ") + told(difference);
  return problem;
}

}  // namespace evident::query
