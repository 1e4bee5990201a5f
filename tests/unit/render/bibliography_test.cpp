// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/bibliography.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace evident::render {
namespace {

using testing::Each;
using testing::HasSubstr;

query::Answer answer(const std::string& text, const std::string& stance) {
  query::Answer made;
  made.finding.emplace();
  made.finding->text = text;
  made.stance = stance;
  return made;
}

/// One work whose one citing claim has the stance.
query::Bibliography one_work(const query::Answer& own, bool to_question, const query::Answer& to_claim) {
  query::Bibliography bibliography;
  query::BibEntry entry;
  entry.work_id = "pmid:1";
  entry.work.ids.pmid = "1";
  entry.work.title = "Moss for frogs";
  entry.answer = own;
  entry.to_question = to_question;
  query::CitedFor cited;
  cited.claim.article_title = "On frogs";
  cited.claim.sentence.text = "Frogs sleep on moss.";
  cited.evidence.via = "citation";
  cited.evidence.to_claim = to_claim;
  entry.cited_by = {cited};
  bibliography.entries = {entry};
  return bibliography;
}

/// As each of the five formats prints it; BibTeX and RIS print the annotation, CSL-JSON has it as a note.
std::vector<std::string> all_formats(const query::Bibliography& bibliography) {
  return {markdown_bibliography(bibliography, Style::vancouver),
          text_bibliography(bibliography, Style::vancouver, Terminal(200, false)),
          csl_bibliography(bibliography)[0]["note"].get<std::string>(), bibtex_bibliography(bibliography),
          ris_bibliography(bibliography)};
}

TEST(Bibliography, AStanceToAClaimStandsWithTheClaim) {
  const std::string moss = "Moss did not help.";
  for (const std::string& out :
       all_formats(one_work(answer(moss, "unknown"), false, answer(moss, "disputes")))) {
    EXPECT_EQ(out.find("disputes"), out.rfind("disputes")) << out;
    EXPECT_GT(out.find("(disputes)"), out.find("Frogs sleep on moss.")) << out;
    EXPECT_NE(out.find("(disputes)"), std::string::npos) << out;
  }
  // The finding that says so is told where it is another than the study's own.
  EXPECT_THAT(all_formats(one_work(answer("Moss is safe.", "unknown"), false, answer(moss, "disputes"))),
              Each(HasSubstr("(disputes: ")));
}

TEST(Bibliography, AStanceToTheQuestionStandsWithTheFinding) {
  const query::Answer gainsaying = answer("Moss did not help.", "disputes");
  for (const std::string& out : all_formats(one_work(gainsaying, true, gainsaying))) {
    EXPECT_LT(out.find("(disputes)"), out.find("Frogs sleep on moss.")) << out;
    // What it is to the claim that cites it, the reader of an answer wants to see too.
    EXPECT_GT(out.rfind("(disputes)"), out.find("Frogs sleep on moss.")) << out;
  }
}

}  // namespace
}  // namespace evident::render
