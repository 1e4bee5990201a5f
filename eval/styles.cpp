// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/styles.hpp"

#include <cctype>

#include "eval/style_writer.hpp"
#include "extract/field/scan.hpp"

namespace evident::eval {

namespace {

/// A text with one change; the parts move along.
void edit(TaggedReference& reference, size_t at, size_t length, std::string_view by) {
  reference.text.replace(at, length, by);
  const auto moved = [&](uint64_t where) -> uint64_t {
    if (where <= at) return where;
    return where >= at + length ? where - length + by.size() : at + by.size();
  };
  for (auto& part : reference.parts) part.span = {moved(part.span.start), moved(part.span.end)};
}

/// What scanners and typists do: blanks lost or gained at marks, words broken at a line's end.
void add_slips(TaggedReference& reference, Random& random) {
  for (unsigned slips = random.below(3); slips > 0; --slips) {
    const size_t at = 1 + random.below(reference.text.size() - 2);
    const size_t blank = reference.text.find(' ', at);
    if (blank == std::string::npos || blank == 0) continue;
    const bool behind_mark = std::ispunct(static_cast<unsigned char>(reference.text[blank - 1])) != 0;
    if (behind_mark) {
      edit(reference, blank, 1, "");
    } else if (random.chance(40) && static_cast<unsigned char>(reference.text[blank - 1]) < 0x80 &&
               blank > 5 && extract::field::is_letter(reference.text[blank - 4]) &&
               extract::field::is_letter(reference.text[blank - 3]) &&
               static_cast<unsigned char>(reference.text[blank - 3]) < 0x80) {
      edit(reference, blank - 3, 0, "- ");
    } else if (const size_t mark = reference.text.find_first_of(".,;", at);
               mark != std::string::npos && random.chance(50)) {
      edit(reference, mark, random.chance(60) ? 1 : 0, random.chance(50) ? " " : "");
    }
  }
}

/// What programs make of a page: blanks on the wrong side of every mark, or none.
void move_blanks(TaggedReference& reference, Random& random) {
  const bool lost = random.chance(40);
  for (size_t at = reference.text.find(' '); at != std::string::npos; at = reference.text.find(' ', at + 1)) {
    if (at == 0 || std::string_view(".,;:").find(reference.text[at - 1]) == std::string_view::npos ||
        random.chance(25))
      continue;
    edit(reference, at, 1, "");
    if (!lost) edit(reference, at - 1, 0, " ");
  }
}

}  // namespace

using model::WorkType;

StyleGenerator::StyleGenerator(std::vector<JournalName> journals, uint32_t seed)
    : m_journals(std::move(journals)), m_random(seed) {}

TaggedReference StyleGenerator::print(const Facts& given) {
  Facts facts = given;
  WorkType type = facts.type;
  if (type == WorkType::article) {
    if (!m_journals.empty() && m_random.chance(45)) {
      const JournalName& name = m_random.of(m_journals);
      facts.container = m_random.chance(50) ? name.full : name.abbreviated;
      if (m_random.chance(15)) facts.container = replaced(facts.container, ".", "");
    }
    if (m_random.chance(5)) facts.volume.clear();
    // Titles of articles serve for what bibliographies of reports and theses lack here.
    const size_t other = m_random.below(100);
    type = other < 5    ? WorkType::thesis
           : other < 9  ? WorkType::report
           : other < 12 ? WorkType::webpage
           : other < 15 ? WorkType::news
           : other < 16 ? WorkType::patent
           : other < 24 ? WorkType::conference
           : other < 30 ? WorkType::book
           : other < 40 ? WorkType::chapter
                        : WorkType::article;
    // The work before it makes the book around it.
    if (type == WorkType::chapter) {
      facts.container = m_before.title.substr(0, m_before.title.find(": "));
      if (m_random.chance(50)) facts.container = title_case(facts.container);
      facts.editors = m_before.authors;
      facts.volume.clear();
    }
  } else if (type == WorkType::chapter && m_random.chance(25)) {
    type = WorkType::conference;
  }
  if (facts.container.empty() && type == WorkType::chapter) type = WorkType::book;
  m_before = given;
  Writer writer(facts, m_random);
  TaggedReference reference;
  switch (type) {
    case WorkType::article:
      reference = writer.article();
      break;
    case WorkType::chapter:
      reference = writer.chapter(false);
      break;
    case WorkType::conference:
      reference = writer.chapter(true);
      break;
    case WorkType::thesis:
      reference = writer.thesis();
      break;
    case WorkType::report:
      reference = writer.report();
      break;
    case WorkType::webpage:
      reference = writer.web();
      break;
    case WorkType::news:
      reference = writer.news();
      break;
    case WorkType::patent:
      reference = writer.patent();
      break;
    default:
      reference = writer.book();
      break;
  }
  if (reference.text.size() > 20 && m_random.chance(15)) add_slips(reference, m_random);
  if (m_random.chance(7)) move_blanks(reference, m_random);
  return reference;
}

}  // namespace evident::eval
