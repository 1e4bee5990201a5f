// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "extract/field/fields.hpp"
#include "extract/field/scan.hpp"
#include "text/organisation.hpp"

namespace evident::extract::field {

namespace {

bool any_word(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return find_word(text, word) != std::string_view::npos; });
}

}  // namespace

bool names_news(std::string_view text) {
  return any_word(text, {"news", "times", "guardian", "medscape", "zeitung", "monde", "newspaper", "post"});
}

namespace {

/// The host of an address: what stands behind it is how a site orders its pages ("who.int/news/...").
std::string_view host_of(std::string_view url) {
  if (const size_t scheme = url.find("://"); scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  return url.substr(0, url.find_first_of("/?#:"));
}

/// "WHO": the name of a body in capitals.
bool is_abbreviation(const model::Person& author) {
  return author.initials.empty() && author.given.empty() && author.family.size() > 2 &&
         std::all_of(author.family.begin(), author.family.end(), is_upper);
}

std::string without(std::string text, const std::string& part) {
  const size_t at = part.empty() ? std::string::npos : text.find(part);
  return at == std::string::npos ? text : text.erase(at, part.size());
}

/// A page of an agency or a society is no piece of news, though it bears a day.
bool is_of_body(const model::ReferenceFields& fields) {
  return std::any_of(
             fields.authors.begin(), fields.authors.end(),
             [](const model::Person& author) { return author.collective || is_abbreviation(author); }) ||
         text::names_organisation(fields.container) || text::names_organisation(fields.publisher);
}

/// "Habits of ants [PhD thesis]": what stands in brackets behind a title says what the work is.
std::string bracketed(std::string_view text) {
  std::string out;
  for (size_t open = text.find('['); open != std::string_view::npos; open = text.find('[', open + 1)) {
    const size_t close = text.find(']', open);
    if (close == std::string_view::npos) break;
    out += " | " + std::string(text.substr(open + 1, close - open - 1));
  }
  return out;
}

}  // namespace

model::WorkType type(const model::Reference& reference, bool in_edited) {
  using model::WorkType;
  const auto& fields = reference.fields;
  // Titles speak of theses and reports too: what the work is stands around the title.
  const std::string around =
      (fields.title.empty() ? without(reference.text, fields.url)
                            : fields.container + " | " + fields.publisher + " | " + reference.unparsed) +
      " | " + std::string(host_of(fields.url)) + bracketed(fields.title);
  const bool numbered = !fields.volume.empty() && !fields.container.empty();
  if (!reference.ids.pmid.empty() || !reference.ids.pmcid.empty()) return WorkType::article;
  if (any_word(around, {"thesis", "dissertation", "diss", "diplomarbeit", "habilitationsschrift",
                        "th\xC3\xA8se", "tesis", "tese"}))
    return WorkType::thesis;
  if (any_word(around, {"patent", "patents"})) return WorkType::patent;
  if (any_word(around, {"preprint", "biorxiv", "medrxiv", "arxiv"}) && !numbered) return WorkType::preprint;
  if (any_word(fields.container, {"proceedings", "proc", "conference", "conf", "symposium", "workshop",
                                  "meeting", "congress", "colloquium", "kongress"}) &&
      !(numbered && !fields.pages.empty() && fields.publisher.empty() && !in_edited))
    return WorkType::conference;
  if (in_edited && !fields.container.empty()) return WorkType::chapter;
  if (names_news(around) && !numbered) return WorkType::news;
  if (numbered && fields.publisher.empty()) return WorkType::article;
  if (any_word(around, {"report", "rep", "working paper", "white paper", "discussion paper"}))
    return WorkType::report;
  if (!fields.container.empty() && !fields.publisher.empty()) return WorkType::chapter;
  if (numbered) return WorkType::article;
  const bool is_dated_page = !fields.url.empty() && fields.date.size() > 7;  // no book bears a day
  if (!fields.publisher.empty() ||
      any_word(reference.text, {"isbn", "publisher", "university press", "edition", "2nd ed", "press"}))
    return fields.accessed.empty() && !is_dated_page ? WorkType::book : WorkType::webpage;
  if (!reference.ids.doi.empty()) return WorkType::article;
  if (!fields.url.empty() || !fields.accessed.empty())
    return fields.date.size() > 7 && !is_of_body(fields) ? WorkType::news : WorkType::webpage;
  if (!fields.container.empty() && (!fields.pages.empty() || fields.year > 0)) return WorkType::article;
  // An undated day and a title alone, as wikis print news: '"Headline". 2008-12-08.'
  if (fields.authors.empty() && fields.date.size() > 7) return WorkType::news;
  return WorkType::other;
}

}  // namespace evident::extract::field
