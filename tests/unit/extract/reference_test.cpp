// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "extract/extract.hpp"
#include "extract/field/fields.hpp"
#include "extract/parsing/prepare.hpp"
#include "extract/parsing/tagger.hpp"
#include "extract/parsing/tokens.hpp"

namespace evident::extract {
namespace {

struct Printed {
  const char* text;
  const char* first_author;
  size_t authors;
  const char* title;
  const char* container;
  int year;
  const char* volume;
  const char* pages;
  model::WorkType type;
};

class ReferenceStyles : public testing::TestWithParam<Printed> {};

TEST_P(ReferenceStyles, AreReadAlike) {
  const Printed& printed = GetParam();
  const auto reference = extract::reference(printed.text);
  const auto& fields = reference.fields;
  EXPECT_EQ(reference.text, printed.text);
  ASSERT_EQ(fields.authors.size(), printed.authors);
  EXPECT_EQ(fields.authors.front().family, printed.first_author);
  EXPECT_EQ(fields.title, printed.title);
  EXPECT_EQ(fields.container, printed.container);
  EXPECT_EQ(fields.year, printed.year);
  EXPECT_EQ(fields.volume, printed.volume);
  EXPECT_EQ(fields.pages, printed.pages);
  EXPECT_EQ(fields.type, printed.type);
}

using model::WorkType;
INSTANTIATE_TEST_SUITE_P(
    Reference, ReferenceStyles,
    testing::Values(
        Printed{
            "Marlow JT, Abend K, Quist RA. Baclofen for reflux in adults: a randomised trial. J Imagin Med. "
            "2011;14(3):201-9.",
            "Marlow", 3, "Baclofen for reflux in adults: a randomised trial", "J Imagin Med", 2011, "14",
            "201-9", WorkType::article},
        Printed{"Marlow, J. T., Abend, K., & Quist, R. A. (2011). Baclofen for reflux in adults. Journal of "
                "Imaginary "
                "Medicine, 14(3), 201-209.",
                "Marlow", 3, "Baclofen for reflux in adults", "Journal of Imaginary Medicine", 2011, "14",
                "201-209", WorkType::article},
        Printed{"J. T. Marlow, K. Abend, and R. A. Quist, \"Baclofen for reflux in adults,\" Journal of "
                "Imaginary "
                "Medicine, vol. 14, no. 3, pp. 201-209, May 2011.",
                "Marlow", 3, "Baclofen for reflux in adults", "Journal of Imaginary Medicine", 2011, "14",
                "201-209", WorkType::article},
        Printed{"Quist, R. A.: Grundlagen der Pharmakologie. 2. Aufl. Berlin: Springer; 1998.", "Quist", 1,
                "Grundlagen der Pharmakologie", "", 1998, "", "", WorkType::book},
        Printed{"Marlow JT. Spasticity after injury. In: Abend K, Quist RA, editors. Handbook of "
                "rehabilitation. New "
                "York: Academic Press; 2004. p. 77-94.",
                "Marlow", 1, "Spasticity after injury", "Handbook of rehabilitation", 2004, "", "77-94",
                WorkType::chapter},
        Printed{"Abend, K. (2009). Craving and its measurement (Doctoral dissertation). Uppsala University, "
                "Uppsala.",
                "Abend", 1, "Craving and its measurement", "", 2009, "", "", WorkType::thesis}));

TEST(PrintedReferences, NamesOfLinksAreNoFields) {
  for (const char* links : {"Article PubMed Google Scholar", "[PubMed] [CrossRef] [Google Scholar]",
                            "View in Scopus Google Scholar"}) {
    const auto reference = extract::reference(std::string("Moe A. A pond. J Ponds 2001;16:17-35. ") + links);
    EXPECT_EQ(reference.fields.publisher, "") << links;
    EXPECT_EQ(reference.fields.pages, "17-35") << links;
    EXPECT_EQ(reference.fields.type, model::WorkType::article) << links;
    EXPECT_EQ(reference.unparsed, "") << links;
  }
}

// As wikis print them: what is taken out behind a field leaves no marks, and a day is no range of pages.
TEST(PrintedReferences, TheTitleBehindTheEditorsIsThatOfTheBook) {
  const auto fields =
      extract::reference(
          "Carp L. A pond. In: Reed H, editor. A book of ponds. London: Fen Press; 2001. p. 1-9.")
          .fields;
  EXPECT_EQ(fields.title, "A pond");
  EXPECT_EQ(fields.container, "A book of ponds");
  EXPECT_EQ(fields.type, model::WorkType::chapter);
}

TEST(WikiReferences, KeepTheirFieldsApart) {
  auto fields = extract::reference(
                    "Carp LP (October 2008). \"Behaviour of ponds: a view\". Pondol. Ther.. "
                    "doi:10.1016/j.pond.2008.10.003. PMID 19010351.")
                    .fields;
  EXPECT_EQ(fields.container, "Pondol. Ther.");
  fields =
      extract::reference("\"Ponds abuzz over new 'cure'\". BBC News. 2008-12-06. Retrieved December 8 2008.")
          .fields;
  EXPECT_EQ(fields.year, 2008);
  EXPECT_EQ(fields.date, "2008-12-06");
  EXPECT_EQ(fields.pages, "");
  EXPECT_EQ(fields.accessed, "December 8 2008");
  EXPECT_EQ(fields.type, model::WorkType::news);
  fields =
      extract::reference("Susan Carp (December 7, 2007), Ponds Aid in Summer Abstinence of Ducks, Medscape,")
          .fields;
  EXPECT_EQ(fields.title, "Ponds Aid in Summer Abstinence of Ducks");
  EXPECT_EQ(fields.container, "Medscape");
  fields = extract::reference(
               "\"Pondex drug indications and dosage\". PondList. pp. 2. Retrieved September 21 2008.")
               .fields;
  EXPECT_EQ(fields.type, model::WorkType::webpage);
}

TEST(WikiReferences, NumbersOfCataloguesAreNoPages) {
  auto fields =
      extract::reference(
          "Carp LP, Tench AB, et al. (June 2016). \"Diets of ponds: a review\". Annals of Pond Medicine. 164 "
          "(11): 740\u201351. doi:10.7326/P15-2650. PMID 19010351. S2CID 32016657.")
          .fields;
  EXPECT_EQ(fields.pages, "740\u201351");
  const auto reference = extract::reference(
      "Carp LP, Tench AB (February 2008). \"Ducks delay the progression of ponds\". Proceedings of the "
      "Academy of "
      "Ponds. 105 (6): 2052\u20137. Bibcode:2008PNAS..105.2052F. doi:10.1073/pond.0708022105. PMID "
      "18250315.");
  EXPECT_EQ(reference.fields.container, "Proceedings of the Academy of Ponds");
  EXPECT_EQ(reference.fields.pages, "2052\u20137");
  EXPECT_EQ(reference.unparsed, "Bibcode:2008PNAS..105.2052F");
  EXPECT_EQ(
      extract::reference("Carp LP. JSTOR and the duck: ponds in archives. J Ponds 2010;3:4-9.").fields.title,
      "JSTOR and the duck: ponds in archives");
}

TEST(WikiReferences, TheCopyInAnArchiveHasADateOfItsOwn) {
  auto fields =
      extract::reference(
          "\"Pondex Hydrochloride\". The American Society of Pond Pharmacists. Archived from the original "
          "on 29 June 2021. Retrieved 2 January 2017.")
          .fields;
  EXPECT_EQ(fields.year, 0);
  EXPECT_EQ(fields.date, "");
  EXPECT_EQ(fields.accessed, "2 January 2017");
  EXPECT_EQ(fields.container, "The American Society of Pond Pharmacists");
  fields =
      extract::reference(
          "\"Drug cuts ducks\". The Guardian. London. 12 March 2008. Archived from the original on 1 April "
          "2008. Retrieved 3 May 2009.")
          .fields;
  EXPECT_EQ(fields.date, "12 March 2008");
  fields =
      extract::reference(
          "\"Pond Carbonate Guide\" (PDF). U.S. FDA. Archived (PDF) from the original on 27 January 2022. "
          "Retrieved 27 January 2022.")
          .fields;
  EXPECT_EQ(fields.title, "Pond Carbonate Guide");
  EXPECT_EQ(fields.container, "U.S. FDA");
  EXPECT_EQ(fields.type, model::WorkType::webpage);
  fields = extract::reference("Carp LP. Archived samples of ducks, 1999-2004. J Ponds 2010;3:4-9.").fields;
  EXPECT_EQ(fields.title, "Archived samples of ducks, 1999-2004");
  fields =
      extract::reference("\"Duck guide\". Pond Society. Archived 2012-04-01 at the Wayback Machine.").fields;
  EXPECT_EQ(fields.year, 0);
}

TEST(Accessed, TheDayMayStandBehindTheYear) {
  const auto fields =
      extract::reference(
          "Carp LP. Ponds and ducks: a fact sheet [Internet]. Bethesda (MD): Pond Press; 2011 [cited "
          "2012 Mar 3]. Available from: http://ponds.example/ducks")
          .fields;
  EXPECT_EQ(fields.accessed, "2012 Mar 3");
  EXPECT_EQ(fields.year, 2011);
}

TEST(Bodies, AreNotTakenApartLikeNames) {
  auto fields =
      extract::reference("World Health Organization. Air quality guidelines. Geneva: WHO; 2005.").fields;
  ASSERT_EQ(fields.authors.size(), 1u);
  EXPECT_EQ(fields.authors[0].family, "World Health Organization");
  EXPECT_TRUE(fields.authors[0].collective);
  for (const char* body :
       {"US Food and Drug Administration", "Mayo Clinic Staff", "UK Health Security Agency"}) {
    bool et_al = false;
    const auto people = extract::field::authors(body, et_al);
    ASSERT_EQ(people.size(), 1u) << body;
    EXPECT_EQ(people[0].family, body);
    EXPECT_TRUE(people[0].collective);
  }
}

TEST(Bodies, MayHaveSmallWordsAndAcronyms) {
  const std::pair<const char*, const char*> named[] = {
      {"National Institutes of Ponds", "National Institutes of Ponds"},
      {"National Institute for Ponds and Duck Care (NIPD)", "National Institute for Ponds and Duck Care"},
      {"NIP. National Institute of Ponds", "National Institute of Ponds"},
      {"Instituto Brasileiro do Meio Lago (IBML)", "Instituto Brasileiro do Meio Lago"},
      {"EPA (European Ponds Agency)", "European Ponds Agency"}};
  for (const auto& [printed, name] : named) {
    bool et_al = false;
    const auto people = extract::field::authors(printed, et_al);
    ASSERT_EQ(people.size(), 1u) << printed;
    EXPECT_EQ(people[0].family, name);
    EXPECT_EQ(people[0].initials, "");
    EXPECT_TRUE(people[0].collective);
  }
  bool et_al = false;
  const auto people = extract::field::authors("MOSS (A.), FERN (BC)", et_al);
  ASSERT_EQ(people.size(), 2u);
  EXPECT_EQ(people[1].initials, "BC");
}

TEST(Reference, ThePlaceOfItsErratumIsNotItsOwn) {
  auto reference = extract::reference(
      "Marlow JT, Abend K, Quist RA. Effects of ponds on ducks. J Imagin Med. 2000;15(6):1113-8. Erratum in: "
      "J "
      "Imagin Med 2001;16(9):1735.");
  EXPECT_EQ(reference.fields.pages, "1113-8");
  EXPECT_EQ(reference.fields.volume, "15");
  EXPECT_EQ(reference.fields.container, "J Imagin Med");
  EXPECT_EQ(reference.unparsed, "Erratum in: J Imagin Med 2001;16(9):1735");
  reference =
      extract::reference("Marlow JT, Abend K. Comment in ponds of 2 ducks. J Imagin Med. 2000;15(6):1113-8.");
  EXPECT_EQ(reference.fields.title, "Comment in ponds of 2 ducks");
}

TEST(AuthorList, EndsAtItsFullStop) {
  auto fields =
      extract::reference(
          "Halfpond GM, Lordkipanidz\u00e9 M, Wattson SP. 50th anniversary of the discovery of ducks. "
          "Platelets 2012;23:415-22.")
          .fields;
  ASSERT_EQ(fields.authors.size(), 3u);
  EXPECT_EQ(fields.authors[2].family, "Wattson");
  EXPECT_EQ(fields.title, "50th anniversary of the discovery of ducks");
  fields =
      extract::reference(
          "Feldmoss D, Pike JW, Glorieux FH, editors. Vitamin D. 2nd ed. San Diego: Academic Press; 2005. "
          "1952 p.")
          .fields;
  ASSERT_EQ(fields.authors.size(), 3u);
  EXPECT_EQ(fields.authors[2].family, "Glorieux");
  EXPECT_EQ(fields.title, "Vitamin D");
  EXPECT_EQ(fields.date, "2005");
  EXPECT_EQ(fields.page_count, "1952");
}

TEST(AuthorList, MayBeAGroupWithoutATitle) {
  const auto fields =
      extract::reference("Hypericum Depression Trial Study Group. JAMA 2002;287:1807-14.").fields;
  ASSERT_EQ(fields.authors.size(), 1u);
  EXPECT_EQ(fields.authors[0].family, "Hypericum Depression Trial Study Group");
  EXPECT_EQ(fields.title, "");
  EXPECT_EQ(fields.container, "JAMA");
}

TEST(Reference, SaysHowSureEachFieldIs) {
  const auto reference =
      extract::reference("Marlow JT, Abend K. Baclofen for reflux. J Imagin Med. 2011;14:201-9.");
  for (const char* field : {"authors", "title", "container", "year", "volume", "pages"}) {
    ASSERT_TRUE(reference.fields.confidence.contains(field)) << field;
    EXPECT_GT(reference.fields.confidence.at(field), 0);
    EXPECT_LE(reference.fields.confidence.at(field), 1);
  }
  EXPECT_FALSE(reference.fields.confidence.contains("issue"));
}

TEST(Reference, ATitleMayBeOneWord) {
  for (const auto& [printed, title] : {
           std::pair{"Marlow J. Baclofen. Lancet 2005;365:1930.", "Baclofen"},
           std::pair{"Marlow J. Pain. Lancet. 2001;1:1-2.", "Pain"},
           std::pair{"Abend K, Marlow JT, et al. Baclofen. Lancet 2005;365:1930.", "Baclofen"},
           std::pair{"Marlow, J.T., Abend, K.B. Migraine. N Engl J Med. 2001;3:4-5.", "Migraine"},
           std::pair{"Marlow J. Re: Effect of sleep on pain. BMJ 2001;3:4.", "Re: Effect of sleep on pain"},
       }) {
    const auto fields = extract::reference(printed).fields;
    EXPECT_EQ(fields.title, title) << printed;
    EXPECT_LE(fields.authors.size(), 2u) << printed;
    for (const auto& author : fields.authors)
      EXPECT_TRUE(author.family == "Marlow" || author.family == "Abend") << printed;
  }
  for (const char* printed :
       {"K. Abend, J. Marlow. Lancet 2005;365:1930.", "K. ABEND et J. MARLOW. Lancet, 365, 1930 (2005)."}) {
    EXPECT_EQ(extract::reference(printed).fields.title, "") << printed;
  }
}

TEST(Reference, TakesIdentifiersByRule) {
  const auto reference = extract::reference(
      "[12] Marlow JT. Baclofen for reflux. J Imagin Med. 2011;14:201-9. doi:10.9999/jim(2011)14:201 PMID: "
      "90000001.");
  EXPECT_EQ(reference.ids.doi, "10.9999/jim(2011)14:201");
  EXPECT_EQ(reference.ids.pmid, "90000001");
  EXPECT_EQ(reference.fields.authors.front().family, "Marlow");
}

TEST(Reference, TakesIdentifiersOfLinks) {
  const std::string printed = "Marlow JT. Baclofen for reflux. J Imagin Med. 2011;14:201-9. ";
  for (const char* link :
       {"https://pubmed.ncbi.nlm.nih.gov/90000001/", "http://www.ncbi.nlm.nih.gov/pubmed/90000001.",
        "[PubMed: 90000001]", "PubMed:90000001", "PubMed 90000001.", "[PubMed 90000001]",
        "(PubMed ID 90000001)", "MEDLINE 90000001", "https://europepmc.org/article/MED/90000001"}) {
    const auto reference = extract::reference(printed + link);
    EXPECT_EQ(reference.ids.pmid, "90000001") << link;
    EXPECT_EQ(reference.fields.pages, "201-9") << link;
    EXPECT_EQ(reference.unparsed, "") << link;
  }
  for (const char* link : {"http://www.ncbi.nlm.nih.gov/pmc/articles/PMC9000001/",
                           "https://pmc.ncbi.nlm.nih.gov/articles/PMC9000001"})
    EXPECT_EQ(extract::reference(printed + link).ids.pmcid, "PMC9000001") << link;
  EXPECT_EQ(extract::reference(printed + "https://pubmed.ncbi.nlm.nih.gov/90000002/ PMID: 90000001").ids.pmid,
            "90000001");
}

TEST(Reference, TakesAnything) {
  for (const char* text : {"", " ", ".", "12", "\xFF\xFE", "((((", "\"\"", "ibid.", "\xE2\x80\x9C"}) {
    const auto reference = extract::reference(text);
    EXPECT_FALSE(reference.parsed && reference.fields.title.empty() && reference.fields.authors.empty())
        << text;
  }
  EXPECT_NO_THROW(extract::reference(std::string(100'000, 'a')));
}

TEST(Prepare, BlanksWhatItTakesAndKeepsTheLength) {
  const std::string printed = "12. A title <i>with</i> mark-up. https://example.org/a Accessed 3 May 2009.";
  const auto prepared = parsing::prepare(printed);
  EXPECT_EQ(prepared.text.size(), printed.size());
  EXPECT_EQ(prepared.text.find("12."), std::string::npos);
  EXPECT_EQ(prepared.text.find("<i>"), std::string::npos);
  EXPECT_EQ(prepared.url, "https://example.org/a");
  EXPECT_EQ(prepared.accessed, "3 May 2009");
}

TEST(Tokens, CoverEveryByteThatIsNoBlank) {
  const std::string text =
      "M\xC3\xBCller J-P, O\xE2\x80\x99"
      "Brien K. 12(3):e45\xE2\x80\x93"
      "50";
  std::string joined, wanted;
  for (const auto& token : parsing::tokens(text)) joined += text.substr(token.span.start, token.span.size());
  for (const char c : text) {
    if (c != ' ') wanted += c;
  }
  EXPECT_EQ(joined, wanted);
}

TEST(Model, RefusesForeignBytes) {
  EXPECT_ANY_THROW(parsing::Model(""));
  EXPECT_ANY_THROW(parsing::Model(std::string(5000, 'x')));
}

TEST(Fields, AreTakenOutOfTheirMarks) {
  EXPECT_EQ(field::number("Vol. 12,"), "12");
  EXPECT_EQ(field::number("(3)"), "3");
  EXPECT_EQ(field::number("S12"), "S12");
  EXPECT_EQ(field::number("n\xC3\xBAm. 2"), "2");
  EXPECT_EQ(field::number("\xE2\x84\x96 7"), "7");
  EXPECT_EQ(field::number("Jahrgang 12"), "12");
  EXPECT_EQ(field::pages("pp. 12-15)."), "12-15");
  EXPECT_EQ(field::pages("e1001"), "e1001");
  EXPECT_EQ(field::title("\xE2\x80\x9C"
                         "A title,\xE2\x80\x9D"),
            "A title");
  EXPECT_EQ(field::container("In: Handbook of everything, vol"), "Handbook of everything");
  EXPECT_EQ(field::date("(May-Jun 1977).").year, 1977);
}

TEST(Fields, LoseTheLabelsOfLinks) {
  EXPECT_EQ(field::container("J Examples DOI"), "J Examples");
  EXPECT_EQ(field::title("Sleep in mice. DOI:"), "Sleep in mice");
  EXPECT_EQ(field::title("What is a DOI"), "What is a DOI");
  const auto reference = extract::reference(
      "\u00bb Poe C (2003). Resting in cats. Journal of Examples. DOI: 10.9999/a.3 \u00bb");
  ASSERT_EQ(reference.fields.authors.size(), 1U);
  EXPECT_EQ(reference.fields.authors[0].family, "Poe");
  EXPECT_EQ(reference.fields.container, "Journal of Examples");
  EXPECT_EQ(extract::reference("Poe C. \u00abLes chats\u00bb. Paris: Gallimard; 2003.").fields.title,
            "Les chats");
}

TEST(Authors, ArePartedInSeveralLanguages) {
  const auto families = [](std::string_view printed) {
    bool et_al = false;
    std::vector<std::string> out;
    for (const auto& who : field::authors(printed, et_al)) out.push_back(who.family + "/" + who.initials);
    return out;
  };
  using List = std::vector<std::string>;
  EXPECT_EQ(families("Dupont J, Martin P et Durand L"), (List{"Dupont/J", "Martin/P", "Durand/L"}));
  EXPECT_EQ(families("Vogel A. und Wald B."), (List{"Vogel/A", "Wald/B"}));
  EXPECT_EQ(families("Prado M, Robles R y Campo T"), (List{"Prado/M", "Robles/R", "Campo/T"}));
  EXPECT_EQ(families("Monte y Valle S, Prado M"), (List{"Monte y Valle/S", "Prado/M"}));
  EXPECT_EQ(families("Moss, Anna"), (List{"Moss/A"}));
  EXPECT_EQ(families("Moss, Anna and Fern, Bert"), (List{"Moss/A", "Fern/B"}));
  EXPECT_EQ(families("Moss A, Fern B"), (List{"Moss/A", "Fern/B"}));
  EXPECT_EQ(families("Moss, A. and Fern, B."), (List{"Moss/A", "Fern/B"}));
  EXPECT_EQ(families("Moss, Anna C., Bert Fern, and Carl Lichen"), (List{"Moss/AC", "Fern/B", "Lichen/C"}));
  EXPECT_EQ(families("Moss, Fern, Lichen"), (List{"Moss/", "Fern/", "Lichen/"}));
  EXPECT_EQ(families("MOSS (A.), FERN (B. C.)"), (List{"MOSS/A", "FERN/BC"}));
  EXPECT_EQ(families("Moss, A. (Hrsg.)"), (List{"Moss/A"}));
}

TEST(Books, KeepPlaceEditorsAndLength) {
  auto fields =
      extract::reference("Fern B, Alder C. Handbook of moss. 2nd ed. Oxford: Fern Press; 1999. 312 p.")
          .fields;
  EXPECT_EQ(fields.publisher, "Fern Press");
  EXPECT_EQ(fields.place, "Oxford");
  EXPECT_EQ(fields.page_count, "312");
  EXPECT_EQ(fields.pages, "");
  fields =
      extract::reference(
          "Marlow JT. Spasticity after injury. In: Abend K, Quist RA, editors. Handbook of rehabilitation. "
          "New York: Academic Press; 2004. p. 77-94.")
          .fields;
  ASSERT_EQ(fields.editors.size(), 2U);
  EXPECT_EQ(fields.editors[0].family, "Abend");
  EXPECT_EQ(fields.editors[1].initials, "RA");
  EXPECT_EQ(fields.place, "New York");
  EXPECT_EQ(fields.pages, "77-94");
  fields =
      extract::reference("World Health Organization. Moss. Geneva: World Health Organization; 2011.").fields;
  EXPECT_EQ(fields.place, "Geneva");
  EXPECT_EQ(fields.publisher, "World Health Organization");
  EXPECT_EQ(field::page_count("xii, 312 pages"), "312");
  EXPECT_EQ(field::page_count("p. 312"), "");
  EXPECT_EQ(field::page_count("12-15 p."), "");
  EXPECT_EQ(field::publisher("Fern Press."), "Fern Press");
  EXPECT_EQ(field::publisher("(New York"), "New York");
}

TEST(Addresses, AreAnnouncedInSeveralLanguages) {
  struct Page {
    const char* text;
    const char* title;
    const char* accessed;
  };
  for (const Page& page : {
           Page{"Sociedade Exemplo. Musgo: perguntas. Dispon\xC3\xADvel em: <http://www.example.org/m>. "
                "Acesso em: 12 "
                "mar. 2015.",
                "Musgo: perguntas", "12 mar. 2015"},
           Page{"Agencia Ejemplo. Musgo: dosis y uso. Disponible en: http://www.example.org/m. Consultado el "
                "5 de "
                "octubre de 2014.",
                "Musgo: dosis y uso", "5 de octubre de 2014"},
           Page{"Agence Exemple. La mousse en pharmacie. http://www.example.org/m. Consult\xC3\xA9 le 3 "
                "avril 2013.",
                "La mousse en pharmacie", "3 avril 2013"},
           Page{"Bundesamt Beispiel: Moos als Arzneimittel. http://www.example.org/m, abgerufen am 7. "
                "Dezember 2016.",
                "Moos als Arzneimittel", "7. Dezember 2016"},
       }) {
    const auto fields = extract::reference(page.text).fields;
    EXPECT_EQ(fields.url, "http://www.example.org/m");
    EXPECT_EQ(fields.accessed, page.accessed);
    EXPECT_TRUE(fields.title.ends_with(page.title)) << fields.title;
    EXPECT_EQ(fields.type, model::WorkType::webpage) << page.text;
  }
}

TEST(Addresses, TheFolderOfASiteIsNoNewspaper) {
  EXPECT_EQ(extract::reference("World Health Organization. Guidance on moss in gardens. May 5, 2010. "
                               "http://www.example.org/news/moss.html")
                .fields.type,
            model::WorkType::webpage);
  EXPECT_EQ(extract::reference("\"Ponds abuzz over cure\". December 6, 2008. http://news.example.org/ponds")
                .fields.type,
            model::WorkType::news);
}

TEST(Authors, AreUnstuck) {
  bool et_al = false;
  const auto people = field::authors("BrickN. E.MacIntyreT. E., RodrigoAH, Turnbough CLJr.", et_al);
  ASSERT_EQ(people.size(), 4U);
  EXPECT_EQ(people[0].family, "Brick");
  EXPECT_EQ(people[1].family, "MacIntyre");
  EXPECT_EQ(people[2].initials, "AH");
  EXPECT_EQ(people[3].initials, "CL");
}

}  // namespace
TEST(Reference, WhatPersonsDidIsNoName) {
  const auto family = [](const std::string& printed) {
    const model::Reference read = extract::reference(printed);
    return read.fields.authors.empty()
               ? ""
               : read.fields.authors[0].family + " " + read.fields.authors[0].initials;
  };
  EXPECT_EQ(family("Fern G, ed. Moss: the quiet plant. London: Pond; 2000."), "Fern G");
  EXPECT_EQ(family("Quoted in Anna Fern, The Moss Book (London: Pond & Sons, 1999), 3."), "Fern A");
  EXPECT_EQ(family("Anna de Fern, \"The Science of Moss in Towns,\" Journal of Pond History 17, no. 4 "
                   "(2006): 399-427."),
            "de Fern A");
}

TEST(Reference, TheNumberOfAnArticleStandsForItsPages) {
  const auto cochrane = extract::reference(
      "Fern S, Moss R. Ferns for moss in ponds. Cochrane Database of Systematic Reviews 2018, Issue 11. Art. "
      "No.: CD099999.");
  EXPECT_EQ(cochrane.fields.title, "Ferns for moss in ponds");
  EXPECT_EQ(cochrane.fields.container, "Cochrane Database of Systematic Reviews");
  EXPECT_EQ(cochrane.fields.issue, "11");
  EXPECT_EQ(cochrane.fields.pages, "CD099999");
  const auto apa = extract::reference(
      "Fern, J., & Moss, M. (2019). Sleep and pain in nurses. BMJ Open, 6(11), Article e99421.");
  EXPECT_EQ(apa.fields.issue, "11");
  EXPECT_EQ(apa.fields.pages, "e99421");
}

TEST(Reference, BracketsBehindATitleTellTheType) {
  EXPECT_EQ(extract::reference("Fern J. Habits of ants [PhD thesis]. Leeds: University of Leeds; 2004.")
                .fields.type,
            model::WorkType::thesis);
}

TEST(Reference, ADoiMayBreakBehindItsPrefix) {
  const auto read =
      extract::reference("Fern A. Neon in mice. Cancer. 1999;85:9-11. doi:10.1177/ 2047487319894685");
  EXPECT_EQ(read.ids.doi, "10.1177/2047487319894685");
  EXPECT_EQ(read.unparsed, "");
}

TEST(Reference, ADoiWithASiciKeepsItsAngleBrackets) {
  const std::string sici = "10.1002/(sici)1097-0000(19990101)85:1<9::aid-made2>3.0.co;2-9";
  for (const char* printed :
       {"doi:10.1002/(SICI)1097-0000(19990101)85:1<9::AID-MADE2>3.0.CO;2-9.",
        "https://doi.org/10.1002/(SICI)1097-0000(19990101)85:1%3C9::AID-MADE2%3E3.0.CO;2-9",
        "doi:10.1002/(SICI)1097-0000(19990101)85:1&lt;9::AID-MADE2&gt;3.0.CO;2-9 ."})
    EXPECT_EQ(
        extract::reference(std::string("Fern A. Neon in mice. Cancer. 1999;85:9-11. ") + printed).ids.doi,
        sici)
        << printed;
  EXPECT_EQ(extract::reference("Fern A. Neon in mice. 1999. <a>10.9999/neon</a>").ids.doi, "10.9999/neon");
}

std::string doi_of(const std::string& printed) {
  return extract::reference("Fern A. Bees. J Bees 2010;1:2. " + printed).ids.doi;
}

TEST(Reference, ADoiMayBreakBehindASign) {
  EXPECT_EQ(doi_of("doi:10.9999/journal.bee. 0016974"), "10.9999/journal.bee.0016974");
  EXPECT_EQ(doi_of("doi: 10.9999/j.bee.2010. 01.002 PMID: 90000001"), "10.9999/j.bee.2010.01.002");
  EXPECT_EQ(doi_of("doi: 10.9999/j.bee.2010. 11.012."), "10.9999/j.bee.2010.11.012");
  EXPECT_EQ(doi_of("doi:10.9999/1471- 2458-10-5"), "10.9999/1471-2458-10-5");
  EXPECT_EQ(doi_of("https://doi.org/10.9999/ (SICI)1097-0258(19980815)17:15/16<1661::AID-SIM968>3.0.CO;2-2"),
            "10.9999/(sici)1097-0258(19980815)17:15/16<1661::aid-sim968>3.0.co;2-2");
  // What follows a whole one is no part of it.
  EXPECT_EQ(doi_of("doi:10.9999/bee.f3646. 2010 Jun 5."), "10.9999/bee.f3646");
  EXPECT_EQ(doi_of("doi:10.9999/bee.f3646. 01.05.2010."), "10.9999/bee.f3646");
  EXPECT_EQ(doi_of("doi:10.9999/bee.f3646. 90000001"), "10.9999/bee.f3646");
  EXPECT_EQ(doi_of("https://doi.org/10.9999/bee.12/ 2010"), "10.9999/bee.12");
}

TEST(Reference, ADoiEndsWhereOtherThingsAreGluedToIt) {
  EXPECT_EQ(doi_of("doi: 10.9999/j.bee.2007.02448.x.Epub 2007."), "10.9999/j.bee.2007.02448.x");
  const model::Reference glued = extract::reference(
      "Fern A. Bees. J Bees 2010;1:2. https://doi.org/10.9999/3174https://pubmed.ncbi.nlm.nih.gov/90000001");
  EXPECT_EQ(glued.ids.doi, "10.9999/3174");
  EXPECT_EQ(glued.ids.pmid, "90000001");
  for (const char* page : {"/abstract", "/full", "/pdf", "/epdf"})
    EXPECT_EQ(doi_of("https://bees.example.org/doi/full/10.9999/j.1999.1.x" + std::string(page)),
              "10.9999/j.1999.1.x");
}

TEST(Reference, ADoiThatIsCutForGoodIsLeftOut) {
  for (const char* printed :
       {"doi:10.9999/bee. 2010;5:3", "doi:10.9999/bee12- 2010", "https://doi.org/10.9999/356 635.356640."}) {
    EXPECT_EQ(doi_of(printed), "") << printed;
    EXPECT_NE(field::cut_doi(printed), "") << printed;
  }
  EXPECT_EQ(field::cut_doi("doi:10.9999/bee12. 2010;5:3"), "");
}

TEST(Reference, ADoiWithEscapesLeavesNothingBehind) {
  const auto reference = extract::reference(
      "Fern A. Bees. J Bees 2010;1:2. http://dx.doi.org/10.9999%2FS0140-6736%2807%2961814-5");
  EXPECT_EQ(reference.ids.doi, "10.9999/s0140-6736(07)61814-5");
  EXPECT_EQ(reference.fields.pages, "2");
  EXPECT_EQ(reference.unparsed, "");
}

}  // namespace evident::extract
