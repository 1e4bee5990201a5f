// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "extract/extract.hpp"
#include "extract/topic.hpp"
#include "resolve/abbreviation_definitions.hpp"
#include "resolve/mention_cues.hpp"
#include "resolve/mention_figures.hpp"
#include "resolve/mention_keys.hpp"
#include "resolve/mention_passages.hpp"
#include "resolve/mention_targets.hpp"
#include "resolve/printed_citations.hpp"
#include "resolve/resolve.hpp"
#include "text/normal.hpp"

namespace evident::resolve {
namespace {

constexpr size_t common_key = 200;     ///< a key that more works share tells nothing
constexpr size_t common_figures = 20;  ///< the same of figures, of which every sentence has many
constexpr double margin = 0.1;

/// The few words that an article keeps returning to, and those of its title.
std::set<std::string> topics_of(const model::Article& article) {
  std::map<std::string, int> counts;
  for (const model::Sentence& sentence : article.sentences)
    for (const std::string& word : extract::topic_words(sentence.text)) ++counts[word];
  std::string best;
  int most = 2;
  for (const auto& [word, count] : counts)
    if (count > most) {
      most = count;
      best = word;
    }
  std::set<std::string> topics;
  // A short title ("Aspirin") says what pronouns stand for; a long one would speak for every sentence.
  std::vector<std::string> title = extract::topic_words(article.title);
  for (const std::string& word : title)
    if (title.size() <= 2 || counts[word] >= 3) topics.insert(word);
  // A title may say nothing ("Home page") or be missing.
  if (!best.empty()) topics.insert(best);
  return topics;
}

class MentionFinder {
 public:
  MentionFinder(const model::Article& article, const std::vector<Resolution>& resolutions, WorkSource& works)
      : m_article(article), m_targets(article, resolutions, works), m_topics(topics_of(article)) {
    for (const model::Sentence& sentence : article.sentences) add_definitions(sentence.text, m_definitions);
  }

  std::vector<Mention> find() {
    for (const Passage& passage : passages(m_article)) read(passage);
    std::stable_sort(m_found.begin(), m_found.end(), [](const Mention& left, const Mention& right) {
      return left.sentence < right.sentence;
    });
    return std::move(m_found);
  }

 private:
  using Targets = MentionTargets::List;
  using Best = BestTarget;

  Targets candidates(const Passage& passage) {
    std::vector<const model::Sentence*> sentences;
    for (size_t at = passage.first; at <= passage.last; ++at) sentences.push_back(&m_article.sentences[at]);
    return m_targets.found_by(passage_mention_keys(sentences), common_key);
  }

  static std::optional<Best> best(const MentionContext& context, const Targets& targets) {
    return best_target(
        targets, [&](const MentionTarget& target) { return score_mention(context, target); }, margin);
  }

  void link(const model::Sentence& sentence, const Best& answer, const std::string& rule, Span quote) {
    if (m_targets.cited_by(sentence).count(answer.target->id) > 0) return;
    bool twice = std::any_of(m_found.begin(), m_found.end(), [&](const Mention& mention) {
      return mention.sentence == sentence.number && mention.candidate.work == answer.target->id;
    });
    if (twice) return;
    Mention mention;
    mention.sentence = sentence.number;
    mention.quote = quote.empty() ? sentence.text : sentence.text.substr(quote.start, quote.size());
    mention.source = sentence.source;
    // Bytes of the file and of the squeezed text run together only where nothing was squeezed.
    if (!quote.empty() && sentence.source.size() == sentence.text.size())
      mention.source = {sentence.source.start + quote.start, sentence.source.start + quote.end,
                        sentence.source.page};
    mention.rule = rule;
    mention.candidate = {answer.target->id, answer.score.score, answer.score.fields};
    m_found.push_back(std::move(mention));
  }

  /// The person whom the nearest heading names, where the sentence goes on with a pronoun.
  static void read_heading(const model::Sentence& sentence, const std::set<std::string>& families,
                           MentionContext& context) {
    size_t level = sentence.section.rfind(" > ");
    std::vector<std::string> words =
        text::fold_words(sentence.section.substr(level == std::string::npos ? 0 : level + 3));
    if (words.size() < 2 || words.size() > 4 || families.count(words.back()) == 0) return;
    std::string padded = " " + text::fold(sentence.text) + " ";
    for (const char* pronoun : {" he ", " she ", " his ", " her "})
      if (padded.find(pronoun) != std::string::npos) {
        context.heading_family = words.back();
        context.heading_given = words.front();
        return;
      }
  }

  std::set<std::string> families(const Targets& targets) const {
    std::set<std::string> names;
    for (const MentionTarget* candidate : targets)
      names.insert(candidate->families.begin(), candidate->families.end());
    return names;
  }

  /// True where a marker stands right behind a person, "Smith et al. [8]": it says which work is meant.
  static bool marked_behind(const model::Sentence& sentence, size_t end) {
    std::string_view rest = std::string_view(sentence.text).substr(std::min(end, sentence.text.size()));
    for (std::string_view part :
         {"'s", " et al", " and colleagues", " and coworkers", " and co-workers", "."})
      if (rest.starts_with(part)) rest.remove_prefix(part.size());
    const size_t mark = rest.find_first_not_of(" ([,.");
    if (mark == std::string_view::npos) return false;
    return std::any_of(sentence.citations.begin(), sentence.citations.end(),
                       [&](const model::Citation& citation) {
                         return !citation.references.empty() &&
                                (rest.substr(mark).starts_with(citation.marker) ||
                                 rest.substr(mark - (mark > 0 ? 1 : 0)).starts_with(citation.marker));
                       });
  }

  /// One stretch for each person who did something; the stretch of the first begins with the sentence.
  bool read_persons(const model::Sentence& sentence, const std::vector<PrintedCitation>& citations,
                    const Targets& targets, const std::set<std::string>& names, std::optional<Best>& answer) {
    std::vector<PersonCue> agents = person_cues(sentence.text, names);
    std::erase_if(agents, [](const PersonCue& person) { return !person.agent; });
    const bool any = !agents.empty();
    std::erase_if(agents, [&](const PersonCue& person) {
      // Who is cited by name and year has been looked for.
      return marked_behind(sentence, person.end) ||
             std::any_of(citations.begin(), citations.end(), [&](const PrintedCitation& citation) {
               return person.start < citation.end && citation.start < person.end;
             });
    });
    for (size_t at = 0; at < agents.size(); ++at) {
      size_t start = at == 0 ? 0 : agents[at].start;
      size_t end = at + 1 < agents.size() ? agents[at + 1].start : sentence.text.size();
      MentionContext context;
      context.cues = study_cues(std::string_view(sentence.text).substr(start, end - start), {});
      context.person = &agents[at];
      // What is studied is often told once for all persons of a sentence.
      context.article_topics = extract::topic_set(sentence.text);
      context.article_topics.insert(m_topics.begin(), m_topics.end());
      if (std::optional<Best> found = best(context, targets)) {
        link(sentence, *found, found->score.rule, {agents[at].start, agents[at].end});
        answer = agents.size() == 1 && citations.empty() ? found : std::nullopt;
      }
    }
    return any;
  }

  /// Topics of a sentence, its abbreviations in full where the article defines them.
  std::set<std::string> topics_in(const model::Sentence& sentence) const {
    std::set<std::string> topics = extract::topic_set(sentence.text);
    for (const std::string& name : acronyms(sentence.text))
      if (const auto found = m_definitions.find(name); found != m_definitions.end())
        for (std::string& topic : extract::topic_words(found->second)) topics.insert(std::move(topic));
    return topics;
  }

  /// Works that a sentence cites by name and year without a marker; the one of them where it is one alone.
  std::optional<Best> read_citations(const model::Sentence& sentence,
                                     const std::vector<PrintedCitation>& citations) {
    if (citations.empty()) return std::nullopt;
    const Targets targets = m_targets.found_by(citation_keys(citations), common_key);
    if (targets.empty()) return std::nullopt;
    const std::set<std::string> topics = topics_in(sentence);
    std::optional<Best> answer;
    for (const PrintedCitation& citation : citations) {
      answer.reset();
      // "2005a": where the store knows one work of that year alone, it may as well be "2005b".
      const auto known = std::count_if(targets.begin(), targets.end(),
                                       [&](const MentionTarget* work) { return cites(citation, *work); });
      if (known < (citation.lettered ? 2 : 1)) continue;
      answer = best_target(
          targets,
          [&](const MentionTarget& target) { return score_citation(citation, topics, m_topics, target); },
          citation.lettered ? 3 * margin : margin);
      if (answer) link(sentence, *answer, answer->score.rule, {citation.start, citation.end});
    }
    return citations.size() == 1 ? answer : std::nullopt;
  }

  /// The study that a sentence calls by its name or its number.
  std::optional<Best> read_names(const model::Sentence& sentence) {
    StudyNames names = study_names(sentence.text);
    // A marker says which report of a trial is meant.
    if (!m_targets.cited_by(sentence).empty()) names.trials.clear();
    if (names.empty()) return std::nullopt;
    const Targets targets = m_targets.found_by(study_name_keys(names), common_key);
    if (targets.empty()) return std::nullopt;
    const std::set<std::string> topics = topics_in(sentence);
    std::optional<Best> answer = best_target(
        targets, [&](const MentionTarget& target) { return score_named(names, topics, target); }, margin);
    if (answer) link(sentence, *answer, answer->score.rule, {});
    return answer;
  }

  /// Sentences that name nothing, each by its figures.
  void read_figures(const Passage& passage) {
    for (size_t at = passage.first; at <= passage.last; ++at) {
      const model::Sentence& sentence = m_article.sentences[at];
      const std::vector<std::string> keys = fingerprint_keys(sentence);
      if (keys.empty()) continue;
      const Targets targets = m_targets.found_by(keys, common_figures);
      if (targets.empty()) continue;
      const StudyCues cues = study_cues(sentence.text, {});
      const std::vector<Figure> told = figures_of(cues.quantities, sentence.text);
      const std::set<std::string> topics = topics_in(sentence);
      const std::set<std::string> named = acronyms(sentence.text);
      const std::optional<Best> answer = best_target(
          targets,
          [&](const MentionTarget& target) {
            return other_treatment(cues.traits, target) || other_origin(cues, target)
                       ? std::nullopt
                       : score_fingerprint(told, topics, named, target);
          },
          margin);
      if (answer) link(sentence, *answer, answer->score.rule, {});
    }
  }

  void read(const Passage& passage) {
    Targets targets = may_mention(m_article, passage) ? candidates(passage) : Targets();
    const model::Sentence& first = m_article.sentences[passage.first];
    std::set<std::string> names = families(targets);
    const std::vector<PrintedCitation> citations = unmarked_citations(first);
    std::optional<Best> answer = read_citations(first, citations);
    if (std::optional<Best> named = read_names(first); named && !answer) answer = std::move(named);
    for (size_t at = passage.first + 1; at <= passage.last; ++at) {
      read_citations(m_article.sentences[at], unmarked_citations(m_article.sentences[at]));
      read_names(m_article.sentences[at]);
    }
    bool persons = !citations.empty();
    if (!targets.empty()) persons = read_persons(first, citations, targets, names, answer) || persons;
    if (!persons && !answer && !targets.empty()) {
      MentionContext context;
      std::string whole;
      for (size_t at = passage.first; at <= passage.last; ++at) whole += m_article.sentences[at].text + " ";
      context.cues = study_cues(whole, {});
      // The year and the journal of a study stand where it is brought up; later ones may be of anything.
      StudyCues opening = study_cues(first.text, {});
      context.cues.years = opening.years;
      context.cues.journals = opening.journals;
      context.cues.book = opening.book;
      context.cues.persons = opening.persons;
      context.own_study = opening.own_voice;
      context.cues.traits.names = opening.traits.names;
      context.cues.traits.planned = opening.traits.planned;
      context.article_topics = m_topics;
      const bool cites_study = m_targets.cites_study(first);
      // What rests on news or a page alone tells of a study as these do.
      const std::set<std::string> cited = m_targets.cited_by(first);
      const bool as_news = !cites_study && !cited.empty();
      context.with_references = !m_article.references.empty() && !as_news;
      read_heading(first, names, context);
      bool studied = passage.introduced || context.cues.self_experiment || !context.heading_family.empty();
      // A marker of its own says which study a description is of.
      if (cites_study)
        std::erase_if(targets, [&](const MentionTarget* target) { return cited.count(target->id) == 0; });
      if (studied) answer = best(context, targets);
      // A text with references names many places beside its own; there a place needs the words to tell as
      // much.
      if (answer && answer->score.rule == "place-topic" && context.with_references) answer.reset();
      if (studied && !answer && context.heading_family.empty())
        answer = best_target(
            targets, [&](const MentionTarget& target) { return score_described(context, target); }, margin);
      if (answer) link(first, *answer, answer->score.rule, {});
    }
    if (!answer && !persons) read_figures(passage);
    // "We" behind a work that was merely cited are the authors of the text.
    if (!citations.empty() && !passage.introduced)
      m_carried.reset();
    else if (passage.introduced || persons || answer)
      m_carried = answer;
    else if (!follows(passage.first))
      m_carried.reset();
    bool carrying = m_carried.has_value();
    if (carrying && !answer && follows(passage.first)) carry(first);
    for (size_t at = passage.first + 1; at <= passage.last && carrying; ++at) carry(m_article.sentences[at]);
    m_last = passage.last;
  }

  /// True where a sentence goes on about the study of the sentence before.
  bool follows(size_t at) const {
    if (at == 0 || m_last + 1 != at) return false;
    const model::Sentence& sentence = m_article.sentences[at];
    const model::Sentence& before = m_article.sentences[at - 1];
    if (sentence.section != before.section || sentence.paragraph - before.paragraph > 1) return false;
    if (continues_study(sentence.text)) return true;
    return m_carried && sentence.paragraph == before.paragraph &&
           tells_carried_figures(sentence, names_again(sentence.text, before.text));
  }

  /// True where all telling figures of a sentence are those of the study told of before. Where its words lead
  /// back to that one, a figure of one digit will do.
  bool tells_carried_figures(const model::Sentence& sentence, bool led_back) const {
    constexpr double enough = 1.5;
    const FigureMatch match = match_figures(figures_of(extract::quantities(sentence.text), sentence.text),
                                            m_carried->target->figures);
    if (match.missing > 0) return false;
    return led_back ? match.evidence > 0 : match.matched > 0 && match.evidence >= enough;
  }

  void carry(const model::Sentence& sentence) {
    // A marker of its own says where the sentence is from.
    if (!m_targets.cited_by(sentence).empty()) return;
    link(sentence, *m_carried, carried_over, {});
  }

  const model::Article& m_article;
  MentionTargets m_targets;
  std::set<std::string> m_topics;
  std::map<std::string, std::string> m_definitions;  ///< by abbreviation
  std::optional<Best> m_carried;
  size_t m_last = 0;
  std::vector<Mention> m_found;
};

}  // namespace

std::vector<Mention> mentions(const model::Article& article, const std::vector<Resolution>& resolutions,
                              WorkSource& works) {
  return MentionFinder(article, resolutions, works).find();
}

}  // namespace evident::resolve
