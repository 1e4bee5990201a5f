// SPDX-License-Identifier: GPL-3.0-or-later
// Claims that say the same, found among all claims of 50 articles. The pairs are made, since nobody has
// marked real ones: each claim is edited once, as a copyist or a paraphrase would, or so that it says
// something else. Every edit draws from a fixed seed. The synonyms are not those of the program's own table,
// but for a third of them.
#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <map>
#include <random>
#include <set>

#include <fmt/format.h>

#include "eval/measure.hpp"
#include "extract/extract.hpp"
#include "extract/same_claim/same_claim.hpp"
#include "input/input.hpp"
#include "read/plain/reader.hpp"
#include "read/reader.hpp"

namespace evident::eval {

namespace {

using Words = std::vector<std::string>;

class Claims final : public read::Sink {
 public:
  void report(Diagnostic) override {}
  void work(model::WorkRecord) override {}
  void document(model::Document document) override {
    const auto article = extract::article(document, *this);
    for (const auto& sentence : article.sentences) {
      if (!sentence.claim || extract::claim_keys(sentence).empty()) continue;
      all.push_back(sentence);
      articles.push_back(m_article);
    }
    ++m_article;
  }
  std::vector<model::Sentence> all;
  std::vector<size_t> articles;  // of each

 private:
  size_t m_article = 0;
};

Words split(const std::string& text) {
  Words words;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string joined(const Words& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

/// A word without the signs around it, in lower case.
std::string bare(const std::string& word) {
  std::string out;
  for (const unsigned char c : word) {
    if (std::isalnum(c) != 0) out += static_cast<char>(std::tolower(c));
  }
  return out;
}

/// Puts another word in a word's place, its signs kept.
std::string in_place_of(const std::string& word, const std::string& other) {
  size_t from = 0, to = word.size();
  while (from < to && std::isalnum(static_cast<unsigned char>(word[from])) == 0) ++from;
  while (to > from && std::isalnum(static_cast<unsigned char>(word[to - 1])) == 0) --to;
  return word.substr(0, from) + other + word.substr(to);
}

/// Replaces words by a table, at most so many; false where none of them stands there.
bool replace(Words& words, const std::map<std::string, std::string>& table, int most) {
  int done = 0;
  for (auto& word : words) {
    const auto other = table.find(bare(word));
    if (other == table.end() || done == most) continue;
    word = in_place_of(word, other->second);
    ++done;
  }
  return done > 0;
}

/// An edit of a claim's words; false where the claim offers nothing to edit so.
using Edit = std::function<bool(Words&, std::mt19937&)>;

const std::map<std::string, std::string>& synonyms() {
  static const std::map<std::string, std::string> table = {
      {"showed", "demonstrated"}, {"shown", "found"},         {"found", "observed"},
      {"used", "employed"},       {"reduced", "decreased"},   {"increased", "raised"},
      {"patients", "subjects"},   {"participants", "people"}, {"important", "relevant"},
      {"several", "many"},        {"suggest", "indicate"},    {"however", "yet"},
      {"significant", "notable"}, {"evidence", "proof"},      {"because", "since"},
      {"treatment", "therapy"},   {"disease", "illness"},     {"women", "females"},
      {"although", "though"},     {"compared", "contrasted"}, {"associated", "linked"},
      {"large", "big"},           {"whereas", "while"},       {"children", "youngsters"},
      {"obtained", "gained"},     {"performed", "done"},      {"examined", "inspected"},
      {"assessed", "appraised"},  {"required", "needed"},     {"rapidly", "quickly"},
      {"additional", "further"},  {"different", "distinct"}};
  return table;
}

bool tense(Words& words, std::mt19937&) {
  return replace(words,
                 {{"is", "was"},
                  {"are", "were"},
                  {"was", "is"},
                  {"were", "are"},
                  {"has", "had"},
                  {"have", "had"},
                  {"had", "has"},
                  {"shows", "showed"},
                  {"suggests", "suggested"},
                  {"can", "could"}},
                 5);
}
bool insert(Words& words, std::mt19937& random) {
  static constexpr std::array extra = {"also", "clearly", "generally", "indeed", "overall,"};
  words.insert(words.begin() + static_cast<std::ptrdiff_t>(1 + random() % (words.size() - 1)),
               extra[random() % extra.size()]);
  return true;
}
/// The part behind a comma comes first.
bool reorder(Words& words, std::mt19937&) {
  for (size_t i = 3; i + 4 < words.size(); ++i) {
    if (!words[i].ends_with(',')) continue;
    words[i].pop_back();
    std::string last = words.back();
    if (last.ends_with('.')) last.pop_back();
    words.back() = last + ",";
    std::rotate(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end());
    return true;
  }
  return false;
}
/// Its last words are left out.
bool shorten(Words& words, std::mt19937&) {
  if (words.size() < 16) return false;
  words.resize(words.size() - words.size() / 6);
  return true;
}

bool change_number(Words& words, std::mt19937& random) {
  std::vector<size_t> numbers;
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string number = bare(words[i]);
    if (!number.empty() &&
        std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
        words[i].find('[') == std::string::npos)
      numbers.push_back(i);
  }
  if (numbers.empty()) return false;
  std::string& word = words[numbers[random() % numbers.size()]];
  for (char& c : word) {
    if (c >= '0' && c <= '9') {
      c = static_cast<char>('1' + (c - '0' + 1 + static_cast<int>(random() % 7)) % 9);
      break;
    }
  }
  return true;
}
bool negate(Words& words, std::mt19937&) {
  static const std::set<std::string> verbs = {"is",  "are", "was", "were",  "has",    "have",
                                              "had", "can", "may", "could", "should", "will"};
  for (size_t i = 1; i < words.size(); ++i) {
    if (!verbs.contains(words[i])) continue;
    words.insert(words.begin() + static_cast<std::ptrdiff_t>(i) + 1, "not");
    return true;
  }
  return false;
}
bool turn_round(Words& words, std::mt19937&) {
  return replace(words,
                 {{"increased", "decreased"},
                  {"increase", "decrease"},
                  {"higher", "lower"},
                  {"lower", "higher"},
                  {"reduced", "increased"},
                  {"reduction", "increase"},
                  {"positive", "negative"},
                  {"more", "less"},
                  {"decreased", "increased"},
                  {"greater", "smaller"},
                  {"better", "worse"},
                  {"improved", "worsened"}},
                 1);
}

struct Kind {
  const char* name;
  bool same;
  Edit edit;
};

class SameClaims {
 public:
  explicit SameClaims(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
      DiagnosticList ignored;
      read::plain_reader().read(*open_input(file.string(), ignored), file.string(), m_claims);
    }
    for (size_t i = 0; i < m_claims.all.size(); ++i) {
      for (const auto& key : extract::claim_keys(m_claims.all[i])) m_bearers[key].push_back(i);
    }
  }

  Result run() {
    std::mt19937 random(4);
    // Another topic: a long word of the claim gives way to one of another article.
    const Edit other_topic = [&](Words& words, std::mt19937& source) {
      std::vector<size_t> long_words;
      for (size_t i = 0; i < words.size(); ++i) {
        if (bare(words[i]).size() >= 9) long_words.push_back(i);
      }
      if (long_words.empty()) return false;
      for (int attempt = 0; attempt < 20; ++attempt) {
        const Words others = split(m_claims.all[source() % m_claims.all.size()].text);
        const std::string other = bare(others[source() % others.size()]);
        std::string& word = words[long_words[source() % long_words.size()]];
        if (other.size() < 9 || other.compare(0, 4, bare(word), 0, 4) == 0) continue;
        word = in_place_of(word, other);
        return true;
      }
      return false;
    };
    const std::vector<Kind> kinds = {
        {"copied, markers gone", true, [](Words&, std::mt19937&) { return true; }},
        {"tense", true, tense},
        {"a word put in", true, insert},
        {"the end left out", true, shorten},
        {"up to three synonyms", true,
         [](Words& words, std::mt19937&) { return replace(words, synonyms(), 3); }},
        {"clauses in another order", true, reorder},
        {"order and synonyms", true,
         [](Words& words, std::mt19937& source) {
           return reorder(words, source) && replace(words, synonyms(), 3);
         }},
        {"another number", false, change_number},
        {"not put in", false, negate},
        {"turned round", false, turn_round},
        {"another topic", false, other_topic}};
    std::string rows;
    for (const auto& kind : kinds) rows += measure(kind, random);
    const auto figures = [&](const std::vector<size_t>& sample) {
      double right = 0, joined_wrongly = 0, wanted = 0;
      for (const size_t i : sample) {
        const auto& [same, found] = m_each[i];
        wanted += same;
        right += same && found;
        joined_wrongly += !same && found;
      }
      return std::pair{right + joined_wrongly > 0 ? right / (right + joined_wrongly) : 1,
                       wanted > 0 ? right / wanted : 0};
    };
    std::vector<size_t> all(m_each.size());
    for (size_t i = 0; i < all.size(); ++i) all[i] = i;
    const auto [precision, recall] = figures(all);
    const auto of_precision =
        bootstrap(all.size(), [&](const auto& sample) { return figures(sample).first; });
    const auto of_recall = bootstrap(all.size(), [&](const auto& sample) { return figures(sample).second; });
    m_result.table =
        "| made of a claim | pairs | same | joined | of them met by a key |\n|---|---|---|---|---|\n" + rows +
        fmt::format(
            "\n{} claims; precision {:.4f} ({:.4f}-{:.4f}), recall {:.4f} ({:.4f}-{:.4f}); {} pairs of "
            "claims of different articles joined as they stand.\n",
            m_claims.all.size(), precision, of_precision.low, of_precision.high, recall, of_recall.low,
            of_recall.high, real_pairs());
    m_result.figures.push_back({"precision", precision, of_precision.low, of_precision.high, 0.005});
    m_result.figures.push_back({"recall", recall, of_recall.low, of_recall.high, 0.01});
    return std::move(m_result);
  }

 private:
  std::string measure(const Kind& kind, std::mt19937& random) {
    size_t made = 0, met = 0, joins = 0, shown = 0;
    for (size_t i = 0; i < m_claims.all.size(); i += 3) {
      const std::string text = extract::bare_text(m_claims.all[i]);
      Words words = split(text);
      if (words.size() < 5 || !kind.edit(words, random)) continue;
      model::Sentence edited;
      edited.text = joined(words);
      ++made;
      const auto keys = extract::claim_keys(edited);
      const bool meets = std::any_of(keys.begin(), keys.end(), [&](const auto& key) {
        const auto bearers = m_bearers.find(key);
        return bearers != m_bearers.end() &&
               std::find(bearers->second.begin(), bearers->second.end(), i) != bearers->second.end();
      });
      met += meets;
      const bool found = meets && extract::same_claim(text, edited.text).has_value();
      joins += found;
      m_each.emplace_back(kind.same, found);
      if (found == kind.same || shown == 2) continue;
      ++shown;
      m_result.failures.push_back(fmt::format("{} ({}): {}", kind.name,
                                              found   ? "joined"
                                              : meets ? "not joined"
                                                      : "no key",
                                              edited.text));
    }
    return fmt::format("| {} | {} | {} | {} | {} |\n", kind.name, made, kind.same ? "yes" : "no", joins, met);
  }

  size_t real_pairs() const {
    std::set<std::pair<size_t, size_t>> pairs;
    for (const auto& [key, bearers] : m_bearers) {
      for (size_t i = 0; i < bearers.size() && bearers.size() <= 32; ++i) {
        for (size_t j = i + 1; j < bearers.size(); ++j) {
          if (m_claims.articles[bearers[i]] == m_claims.articles[bearers[j]]) continue;
          const auto &left = m_claims.all[bearers[i]], &right = m_claims.all[bearers[j]];
          if (extract::same_claim(extract::bare_text(left), extract::bare_text(right)))
            pairs.emplace(bearers[i], bearers[j]);
        }
      }
    }
    return pairs.size();
  }

  Claims m_claims;
  std::map<std::string, std::vector<size_t>> m_bearers;
  std::vector<std::pair<bool, bool>> m_each;  // the same, joined
  Result m_result;
};

}  // namespace

Result measure_same_claims(const Options& options) {
  return SameClaims(options.data / "jats" / "dev50_txt" / "txt").run();
}

}  // namespace evident::eval
