// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/html/coins.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "read/html/links.hpp"
#include "read/record/identifiers.hpp"
#include "read/record/people.hpp"
#include "read/record/values.hpp"
#include "text/normal.hpp"
#include "text/percent.hpp"

namespace evident::read::html {

namespace {

using Values = std::multimap<std::string, std::string, std::less<>>;

Values values_of(std::string_view text) {
  Values values;
  while (!text.empty()) {
    const size_t end = std::min(text.find('&'), text.size());
    std::string_view pair = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const size_t equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    std::string value(pair.substr(equals + 1));
    std::replace(value.begin(), value.end(), '+', ' ');
    values.emplace(pair.substr(0, equals), text::squeeze(text::percent_decoded(value)));
  }
  return values;
}

std::string first(const Values& values, std::initializer_list<std::string_view> keys) {
  for (std::string_view key : keys) {
    const auto found = values.find(key);
    if (found != values.end() && !found->second.empty()) return found->second;
  }
  return "";
}

/// Only the first author's name is told in parts.
std::vector<model::Person> authors_of(const Values& values) {
  std::vector<model::Person> authors;
  const std::string last = first(values, {"rft.aulast"});
  const std::string given = first(values, {"rft.aufirst", "rft.auinit"});
  if (!last.empty()) authors.push_back(record::person(last + (given.empty() ? "" : ", " + given)));
  const auto [begin, end] = values.equal_range("rft.au");
  for (auto value = begin; value != end; ++value) {
    model::Person who = record::person(value->second);
    const bool again = !authors.empty() && value == begin && who.family == authors.front().family;
    if (!again && !who.family.empty()) authors.push_back(std::move(who));
  }
  const std::string corporation = first(values, {"rft.aucorp"});
  if (authors.empty() && !corporation.empty()) {
    model::Person who;
    who.family = corporation;
    who.collective = true;
    authors.push_back(std::move(who));
  }
  return authors;
}

model::WorkType type_of(const Values& values, bool has_url) {
  const std::string genre = first(values, {"rft.genre"});
  const std::string format = first(values, {"rft_val_fmt"});
  if (genre == "bookitem" || genre == "chapter") return model::WorkType::chapter;
  if (genre == "book") return model::WorkType::book;
  if (genre == "report") return model::WorkType::report;
  if (genre == "conference" || genre == "proceeding") return model::WorkType::conference;
  if (genre == "preprint") return model::WorkType::preprint;
  if (format.ends_with(":dissertation")) return model::WorkType::thesis;
  if (genre == "article" && format.ends_with(":journal")) return model::WorkType::article;
  if (format.ends_with(":book")) return model::WorkType::book;
  return has_url ? model::WorkType::webpage : model::WorkType::other;
}

}  // namespace

std::optional<model::MarkedReference> coins(std::string_view context_object) {
  const Values values = values_of(context_object);
  model::MarkedReference out;
  model::ReferenceFields& fields = out.fields;
  const std::string book = first(values, {"rft.btitle"});
  fields.title = first(values, {"rft.atitle"});
  fields.container = first(values, {"rft.jtitle", "rft.stitle"});
  if (fields.title.empty()) {
    fields.title = book.empty() ? first(values, {"rft.title"}) : book;
  } else if (fields.container.empty()) {
    fields.container = book.empty() ? first(values, {"rft.title"}) : book;
  }
  fields.authors = authors_of(values);
  fields.date = first(values, {"rft.date"});
  fields.year = record::year_in(fields.date);
  fields.volume = first(values, {"rft.volume"});
  fields.issue = first(values, {"rft.issue"});
  fields.pages = first(values, {"rft.pages", "rft.artnum"});
  if (fields.pages.empty()) {
    const std::string from = first(values, {"rft.spage"});
    const std::string to = first(values, {"rft.epage"});
    fields.pages = to.empty() ? from : from + "-" + to;
  }
  fields.publisher = first(values, {"rft.pub", "rft.inst"});
  const auto [begin, end] = values.equal_range("rft_id");
  for (auto value = begin; value != end; ++value) {
    const std::string_view id = value->second;
    if (id.starts_with("info:doi/")) {
      record::take_doi(out.ids, id.substr(9));
    } else if (id.starts_with("http")) {
      take_ids_of_address(id, out.ids);
      if (fields.url.empty()) fields.url = id;
    } else {
      take_ids_of_address(id, out.ids);
    }
  }
  fields.type = type_of(values, !fields.url.empty());
  if (fields.title.empty() && fields.container.empty() && out.ids.empty()) return std::nullopt;
  return out;
}

}  // namespace evident::read::html
