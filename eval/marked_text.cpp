// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/marked_text.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "eval/markup.hpp"
#include "extract/extract.hpp"
#include "input/input.hpp"
#include "read/plain/reader.hpp"
#include "text/normal.hpp"

namespace evident::eval {

namespace {

using nlohmann::json;

class OneDocument final : public read::Sink {
 public:
  void report(Diagnostic) override {}
  void document(model::Document document) override { m_document = std::move(document); }
  void work(model::WorkRecord) override {}
  model::Article article() { return extract::article(m_document, *this); }

 private:
  model::Document m_document;
};

std::string text_or_empty(const json& value) {
  return value.is_string() ? value.get<std::string>() : std::string();
}

std::string around(const std::string& text, const Span& span) {
  const size_t from = span.start > 80 ? span.start - 80 : 0;
  return text::squeeze(text.substr(from, span.start - from) + " >>" + text.substr(span.start, span.size()) +
                       "<< " + text.substr(span.end, 40));
}

/// Which entry of the list each reference that was read is: by its number, else by its words.
std::vector<size_t> numbers_of(const MarkedText& gold, const model::Article& article) {
  std::map<std::string, size_t> known;
  for (size_t at = 0; at < gold.references.size(); ++at)
    known.emplace(text::fold(gold.references[at].text), at);
  std::vector<size_t> numbers;
  for (const auto& reference : article.references) {
    const bool numbered =
        !reference.label.empty() && reference.label.find_first_not_of("0123456789") == std::string::npos;
    const auto found = known.find(text::fold(reference.text));
    numbers.push_back(numbered               ? static_cast<size_t>(std::stoul(reference.label)) - 1
                      : found != known.end() ? found->second
                                             : gold.references.size());
  }
  return numbers;
}

}  // namespace

MarkedText read_marked_text(const std::filesystem::path& gold_file) {
  const json gold = json::parse(read_file(gold_file));
  MarkedText marked;
  marked.name = gold.at("key").get<std::string>();
  marked.text =
      read_file(gold_file.parent_path().parent_path() / "txt" / (gold_file.stem().string() + ".txt"));
  for (const json& callout : gold.at("callouts")) {
    if (callout.at("start").is_null()) continue;
    MarkedText::Callout& made = marked.callouts.emplace_back();
    made.span = {callout.at("start").get<uint64_t>(), callout.at("end").get<uint64_t>()};
    for (const json& number : callout.at("refs")) made.references.insert(number.get<size_t>() - 1);
  }
  for (const json& span : gold.at("unlinked"))
    marked.unscored.push_back({span.at(0).get<uint64_t>(), span.at(1).get<uint64_t>()});
  for (const json& reference : gold.at("references"))
    marked.references.push_back({reference.at("text").get<std::string>(), text_or_empty(reference.at("pmid")),
                                 text_or_empty(reference.at("doi")), reference.at("stripped") != true});
  return marked;
}

void MarkerScore::add(const MarkedText& gold) {
  OneDocument sink;
  BytesInput input(gold.text);
  read::plain_reader().read(input, gold.name, sink);
  const model::Article article = sink.article();
  for (PairScore* score : {&m_markers, &m_entries, &m_pmids, &m_dois}) score->next_text();

  const std::vector<size_t> numbers = numbers_of(gold, article);
  std::vector<std::set<size_t>> found(gold.callouts.size());
  const auto fail = [&](const std::string& cause, const std::string& told) {
    m_failures.add(cause + m_kind, gold.name + ": " + told);
  };
  for (const auto& sentence : article.sentences) {
    for (const auto& citation : sentence.citations) {
      const auto holds = [&](const Span& span) { return span.contains(citation.source); };
      if (std::any_of(gold.unscored.begin(), gold.unscored.end(), holds)) continue;
      // A marker may be several of the article's ("(Hoek 2002; Peters 2004)").
      std::vector<size_t> callouts;
      for (size_t at = 0; at < gold.callouts.size(); ++at) {
        const Span& span = gold.callouts[at].span;
        if (span.start < citation.source.end && citation.source.start < span.end) callouts.push_back(at);
      }
      if (callouts.empty()) {
        m_markers.wrong(citation.references.size());
        if (!citation.references.empty())
          fail("wrong, no marker stands there (" + citation.rule + ")",
               around(gold.text, {citation.source.start, citation.source.end}));
        continue;
      }
      for (const int reference : citation.references) {
        const size_t number = numbers[static_cast<size_t>(reference)];
        const auto right = std::find_if(callouts.begin(), callouts.end(), [&](size_t at) {
          return gold.callouts[at].references.contains(number);
        });
        found[right == callouts.end() ? callouts.front() : *right].insert(number);
      }
    }
  }
  const std::set<size_t> read(numbers.begin(), numbers.end());
  for (size_t at = 0; at < found.size(); ++at) {
    const auto& wanted = gold.callouts[at].references;
    for (const size_t number : wanted) {
      if (found[at].contains(number)) {
        m_markers.hit();
        continue;
      }
      m_markers.missed();
      fail(!read.contains(number) ? "missed marker, its entry was not read"
           : found[at].empty()    ? "missed marker"
                                  : "missed part of a marker",
           fmt::format("{} in {}", number + 1, around(gold.text, gold.callouts[at].span)));
    }
    for (const size_t number : found[at]) {
      if (wanted.contains(number)) continue;
      m_markers.wrong();
      fail("wrong, another entry",
           fmt::format("{} in {}", number + 1, around(gold.text, gold.callouts[at].span)));
    }
  }

  std::map<size_t, const model::Reference*> entries;
  for (size_t at = 0; at < article.references.size(); ++at) {
    const bool known = numbers[at] < gold.references.size();
    if (known && entries.emplace(numbers[at], &article.references[at]).second) continue;
    m_entries.wrong();
    fail("wrong, no entry of the list", article.references[at].text);
  }
  const auto identifier = [&](PairScore& score, const std::string& wanted, const std::string& got,
                              const std::string& entry) {
    if (!wanted.empty() && text::fold(wanted) == text::fold(got)) return score.hit();
    if (!wanted.empty()) score.missed();
    if (!got.empty()) score.wrong();
    if (!wanted.empty() || !got.empty())
      fail("wrong identifier", fmt::format("wanted \"{}\", read \"{}\": {}", wanted, got, entry));
  };
  for (size_t at = 0; at < gold.references.size(); ++at) {
    const auto entry = entries.find(at);
    if (entry == entries.end()) {
      m_entries.missed();
      fail("missed entry of the list", gold.references[at].text);
      continue;
    }
    m_entries.hit();
    if (!gold.references[at].with_identifiers) continue;
    identifier(m_pmids, gold.references[at].pmid, entry->second->ids.pmid, entry->second->text);
    identifier(m_dois, gold.references[at].doi, entry->second->ids.doi, entry->second->text);
  }
}

}  // namespace evident::eval
