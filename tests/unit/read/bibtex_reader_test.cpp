// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "read/bibtex/latex.hpp"
#include "read/bibtex/names.hpp"
#include "read/bibtex/reader.hpp"
#include "support/memory_reading.hpp"

namespace evident::read {
namespace {

using test::Reading;
using testing::ElementsAre;
using testing::IsEmpty;

Reading read(std::string_view text) {
  EXPECT_TRUE(bibtex_reader().accepts(text)) << text;
  return Reading(bibtex_reader(), text, 7);
}

TEST(BibtexLatex, AccentsSymbolsAndMarkUp) {
  using bibtex::unlatex;
  EXPECT_EQ(unlatex(R"(G{\"o}del, \'Etude, Ma\~nana, \v{S}k\"{o}da, \c{c}a, \H o, na{\"\i}ve)"),
            "Gödel, Étude, Mañana, Šköda, ça, ő, naïve");
  EXPECT_EQ(unlatex(R"(stra{\ss}e, {\O}re, \L{}\'od\'z, {\AA}ngstr{\"o}m, \oe uvre)"),
            "straße, Øre, Łódź, Ångström, œuvre");
  EXPECT_EQ(unlatex(R"(A \emph{very} {\it odd} \textbf{mix} of \unknown{words})"), "A very odd mix of words");
  EXPECT_EQ(unlatex(R"(1--2 --- ``so'' 5\,\% \& \$3 a~b \textendash{} \dots)"),
            "1–2 — “so” 5 % & $3 a b – …");
  EXPECT_EQ(unlatex(R"($\alpha$-tocopherol, H$_2$O, $x^{10} \leq \frac{1}{2}$)"),
            "α-tocopherol, H2O, x10 ≤1/2");
  EXPECT_EQ(unlatex("It costs $5"), "It costs $5");
  EXPECT_EQ(unlatex(R"(\href{https://example.org/}{words} at \url{https://example.org/a_b~c})"),
            "words at https://example.org/a_b~c");
  EXPECT_EQ(unlatex("{\\noopsort{1973a}}{Switching}"), "Switching");
}

TEST(BibtexLatex, HostileTextNeitherCrashesNorHangs) {
  std::string accents, braces(200'000, '{');
  for (int n = 0; n < 100'000; ++n) accents += "\\'";
  bibtex::unlatex(accents);
  bibtex::unlatex(accents + "{" + accents);
  bibtex::unlatex(braces);
  bibtex::people(braces + " and " + braces);
  for (std::string_view text : {"\\", "\\'", "\\'{", "$\\", "\\frac", "\\url{", "{\\v", "\\c\\c\\c"})
    bibtex::unlatex(text);
}

TEST(BibtexNames, OrdersParticlesSuffixesAndCollectives) {
  const auto people = bibtex::people(
      "van den Brink, Jan and Ludwig van Beethoven and Fernleaf, Jr, Quentin R. and {World Fern "
      "Organization} and "
      "family={de la Cruz}, given=Ana and M{\\\"u}ller, {\\'E}. and others");
  ASSERT_EQ(people.size(), 6U);
  EXPECT_EQ(people[0].family, "van den Brink");
  EXPECT_EQ(people[0].given, "Jan");
  EXPECT_EQ(people[1].family, "van Beethoven");
  EXPECT_EQ(people[1].given, "Ludwig");
  EXPECT_EQ(people[2].suffix, "Jr");
  EXPECT_EQ(people[2].initials, "QR");
  EXPECT_TRUE(people[3].collective);
  EXPECT_EQ(people[3].family, "World Fern Organization");
  EXPECT_EQ(people[4].family, "de la Cruz");
  EXPECT_EQ(people[5].family, "Müller");
  EXPECT_EQ(people[5].initials, "É");
}

TEST(BibtexNames, AnAndInBracesPartsNobody) {
  const auto people = bibtex::people("{Ferns and Sons} AND Moss, A.\n and\n Lichen, B.");
  ASSERT_EQ(people.size(), 3U);
  EXPECT_EQ(people[0].family, "Ferns and Sons");
  EXPECT_EQ(people[2].family, "Lichen");
}

TEST(Bibtex, FieldsOfAnEntry) {
  const std::string text =
      "% Encoding: UTF-8\n@string{jmb = \"Journal of \" # \"made-up botany\"}\n@Comment{ @article{no, "
      "title={No}} }\n"
      "@Article{fern91,\n  author = {Fernleaf, Quentin R. and Moss, A.},\n  title = {Shade and the {G}rowth "
      "of ferns},\n"
      "  journal = jmb,\n  year = 1991, month = may # \"~3\",\n  volume = 7, number = {2}, pages = "
      "{11--19},\n"
      "  doi = {https://doi.org/10.9999/FERNS\\_1},\n  pmid = {90000001}, keywords = {ferns, shade}, note = "
      "{read twice},\n"
      "  groups = {To read}, abstract = {Ferns like shade.}, language = {english}, issn = {1234-5678}\n}\n";
  const Reading reading = read(text);
  EXPECT_THAT(reading.codes(), IsEmpty());
  ASSERT_EQ(reading.works.size(), 1U);
  const auto& work = reading.works[0];
  EXPECT_EQ(work.ids.key, "fern91");
  EXPECT_EQ(work.ids.doi, "10.9999/ferns_1");
  EXPECT_EQ(work.ids.pmid, "90000001");
  EXPECT_EQ(work.title, "Shade and the Growth of ferns");
  EXPECT_EQ(work.container, "Journal of made-up botany");
  EXPECT_EQ(work.issued.year, 1991);
  EXPECT_EQ(work.issued.month, 5);
  EXPECT_EQ(work.issued.day, 3);
  EXPECT_EQ(work.pages, "11-19");
  EXPECT_EQ(work.issue, "2");
  EXPECT_THAT(work.keywords, ElementsAre("ferns", "shade"));
  EXPECT_THAT(work.notes, ElementsAre("read twice"));
  EXPECT_THAT(work.tags, ElementsAre("To read"));
  EXPECT_EQ(work.language, "english");
  EXPECT_EQ(work.type, model::WorkType::article);
  const size_t begin = text.find("@Article");
  EXPECT_EQ(text.substr(work.source.start, work.source.size()), text.substr(begin, text.size() - 1 - begin));
}

TEST(Bibtex, BiblatexDatesSubtitlesAndTypes) {
  const Reading reading = read(
      "@report{a, title={One}, subtitle={Two}, date={2009-01/2009-03}, institution={Fern House}, "
      "type={techreport}}\n"
      "@online{b, title={Three?}, subtitle={Four}, date={2011-05-07}, url={https://example.org/~x}}\n"
      "@article{c, title={Five}, journaltitle={J}, journalsubtitle={K}, date={2010}, eprint={90000002}, "
      "eprinttype={pubmed}}\n"
      "@misc{d, title={Six}, eprint={2101.00001}, archiveprefix={arXiv}, year={2021}}\n"
      "@misc{e, title={Seven}, howpublished={Moor Board}}\n"
      "@misc{f, title={Eight}, howpublished={Accessed 3 May 2020}}\n");
  ASSERT_EQ(reading.works.size(), 6U);
  EXPECT_EQ(reading.works[4].container, "Moor Board");
  EXPECT_EQ(reading.works[5].container, "");
  EXPECT_EQ(reading.works[0].title, "One: Two");
  EXPECT_EQ(reading.works[0].issued.year, 2009);
  EXPECT_EQ(reading.works[0].issued.printed, "2009-01/2009-03");
  EXPECT_EQ(reading.works[0].type, model::WorkType::report);
  EXPECT_EQ(reading.works[1].title, "Three? Four");
  EXPECT_EQ(reading.works[1].issued.day, 7);
  EXPECT_EQ(reading.works[1].url, "https://example.org/~x");
  EXPECT_EQ(reading.works[1].type, model::WorkType::webpage);
  EXPECT_EQ(reading.works[2].container, "J: K");
  EXPECT_EQ(reading.works[2].ids.pmid, "90000002");
  EXPECT_EQ(reading.works[3].type, model::WorkType::preprint);
}

TEST(Bibtex, ACrossrefIsFollowedWhereverItsEntryStands) {
  const Reading reading = read(
      "@xdata{press, publisher = {Fern Press}, doi={10.9999/press}}\n"
      "@inproceedings{paper, title={A paper}, author={Moss, A.}, crossref={FERNS91}, pages={1--2}}\n"
      "@proceedings{ferns91, title={Proceedings on ferns}, year=1991, editor={Fernleaf, Q.}, "
      "doi={10.9999/whole}, xdata={press}}\n"
      "@inbook{lost, title={Lost}, crossref={nowhere}}\n");
  EXPECT_THAT(reading.codes(), ElementsAre("unknown-crossref"));
  ASSERT_EQ(reading.works.size(), 3U);
  for (const auto& work : reading.works) {
    if (work.ids.key != "paper") continue;
    EXPECT_EQ(work.container, "Proceedings on ferns");
    EXPECT_EQ(work.issued.year, 1991);
    EXPECT_EQ(work.publisher, "Fern Press");
    EXPECT_EQ(work.ids.doi, "");
    ASSERT_EQ(work.editors.size(), 1U);
  }
}

TEST(Bibtex, ADamagedEntryCostsItselfAlone) {
  const Reading reading = read(
      "@article{a, title={One}}\n@article{b,\n  title={Two {broken},\n  year=2001\n}\n@article{c, "
      "title={Three}\n"
      "@article{d, title={Four} year=2002, odd, number=3}\n@book(e, title=\"Five\")\nloose "
      "words\n@article{f, title={Six}}\n");
  std::vector<std::string> keys;
  for (const auto& work : reading.works) keys.push_back(work.ids.key);
  EXPECT_THAT(keys, ElementsAre("a", "c", "d", "e", "f"));
  EXPECT_THAT(reading.codes(), ElementsAre("truncated-record", "missing-end", "missing-comma",
                                           "malformed-field", "text-between-records"));
  EXPECT_EQ(reading.works[2].issue, "3");
}

TEST(Bibtex, UndefinedMacrosAndEmptyEntriesAreReported) {
  const Reading reading = read("@article{a, title={One}, journal=nosuch}\n@article{b, year=2001}\n");
  EXPECT_THAT(reading.codes(), ElementsAre("undefined-macro", "empty-record"));
  EXPECT_EQ(reading.works.at(0).container, "nosuch");
}

TEST(Bibtex, Encodings) {
  const Reading declared = read("% Encoding: ISO-8859-1\n@article{a, title={caf\xE9}}\n");
  EXPECT_EQ(declared.works.at(0).title, "café");
  EXPECT_THAT(declared.codes(), IsEmpty());
  const Reading gbk = read("% Encoding: GBK\n@article{a, title={\xBF\xB5\xCF\xC4}}\n");
  EXPECT_EQ(gbk.works.at(0).title, "康夏");
  const Reading undeclared = read("@article{a, title={caf\xE9}}\n");
  EXPECT_EQ(undeclared.works.at(0).title, "café");
  EXPECT_THAT(undeclared.codes(), ElementsAre("assumed-encoding"));
}

TEST(Bibtex, Utf16KeepsItsPlace) {
  std::string wide = "\xFE\xFF";
  for (const char c : std::string("junk\n@article{a, title={One}}\n")) {
    wide += '\0';
    wide += c;
  }
  const Reading reading = read(wide);
  ASSERT_EQ(reading.works.size(), 1U);
  EXPECT_EQ(reading.works[0].source.start, 2U + 2 * 5);
  EXPECT_EQ(reading.works[0].source.end, wide.size() - 2);
}

TEST(Bibtex, OtherTextsAreNone) {
  for (std::string_view text :
       {"", "Mail me at me@example.org {now}.", "@media (max-width: 600px) { body { margin: 0 } }",
        "An article that cites a lot.\n\nIt says @article in its text, and @book{ too.", "[1] @x",
        "<html>\n@article{a, title={One}}\n</html>"})
    EXPECT_FALSE(bibtex_reader().accepts(text)) << text;
}

}  // namespace
}  // namespace evident::read
