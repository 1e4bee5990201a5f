# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reviewer must be warned of: sources that changed, ambiguous references, retracted studies, wrong figures."""
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support.evident import ask, main, run

RECORD = """<PubmedArticle><MedlineCitation><PMID Version="1">{pmid}</PMID><Article PubModel="Print">
<Journal><JournalIssue><Volume>{volume}</Volume><PubDate><Year>1991</Year></PubDate></JournalIssue>
<Title>Journal of made-up botany</Title></Journal><ArticleTitle>{title}</ArticleTitle>
<Pagination><MedlinePgn>{page}</MedlinePgn></Pagination>{location}
<Abstract><AbstractText>In a randomised trial of 40 patients, ferns promoted recovery.</AbstractText></Abstract>
<AuthorList><Author><LastName>Fernleaf</LastName><Initials>Q</Initials></Author></AuthorList>
<PublicationTypeList><PublicationType>Randomized Controlled Trial</PublicationType>{types}</PublicationTypeList>
</Article>{links}</MedlineCitation></PubmedArticle>
"""
ARTICLE = """On ferns

Ferns and shade

{claim}

References

1. {reference}
"""
REFERENCE = "Fernleaf Q. Shade and the growth of ferns. Journal of made-up botany. 1991;7:11-19."


class Trust(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="evident-test-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.store = self.folder / "store"
        self.article = self.folder / "ferns.txt"

    def read(self, claim="Shade promoted the growth of ferns.[1]", reference=REFERENCE, records=()):
        self.article.write_text(ARTICLE.format(claim=claim, reference=reference), encoding="utf-8")
        text = "".join(RECORD.format(**{"volume": "7", "title": "Shade and the growth of ferns.", "page": "11-19",
                                        "types": "", "links": "", "location": "", **record}) for record in records)
        (self.folder / "records.xml").write_text(f"<PubmedArticleSet>{text}</PubmedArticleSet>", encoding="utf-8")
        run("ingest", self.article, self.folder / "records.xml", store=self.store, expect=(0, 1))

    def problems(self):
        (article,) = ask("audit", store=self.store, expect=(0, 1))["articles"]
        return {problem["code"]: problem["message"] for problem in article["problems"]}

    def edge(self):
        (claim,) = ask("trace", "pmid:90000001", store=self.store)["claims"]
        return claim["evidence"][0]["edge"]

    def test_sound_evidence_has_no_warning(self):
        self.read(records=[{"pmid": 90000001}])
        self.assertFalse({"ambiguous-reference", "retracted-evidence", "claim-figure-differs"} & set(self.problems()))

    def test_two_records_that_fit_alike_are_ambiguous(self):
        self.read(records=[{"pmid": 90000001}, {"pmid": 90000002}])
        self.assertIn("90000002", self.problems()["ambiguous-reference"])

    def problem(self, code):
        (article,) = ask("audit", store=self.store, expect=(0, 1))["articles"]
        (found,) = [problem for problem in article["problems"] if problem["code"] == code]
        return found

    def test_the_candidates_of_an_ambiguous_reference_are_shown(self):
        self.read(records=[{"pmid": 90000001}, {"pmid": 90000002}])
        candidates = self.problem("ambiguous-reference")["candidates"]
        self.assertEqual([item["work"] for item in candidates], ["pmid:90000001", "pmid:90000002"])
        self.assertEqual({item["title"] for item in candidates}, {"Shade and the growth of ferns"})
        self.assertLessEqual(sum(item["score"] for item in candidates), 1)
        self.assertIn("only a candidate", run("trace", "pmid:90000001", store=self.store).stdout)
        passport = ask("why", candidates[0]["edge"], store=self.store)
        self.assertEqual([edge["to"] for edge in passport["other_candidates"]], ["pmid:90000002"])
        self.assertIn("or to", run("why", candidates[0]["edge"], store=self.store).stdout)

    def test_identifiers_of_two_works_are_ambiguous(self):
        location = '<ELocationID EIdType="doi">10.5555/ferns.{}</ELocationID>'
        self.read(reference=REFERENCE + " doi:10.5555/ferns.1. PMID 90000002.",
                  records=[{"pmid": 90000001, "location": location.format(1)},
                           {"pmid": 90000002, "location": location.format(2), "title": "Moss and light.",
                            "page": "40-49"}])
        self.assertEqual({item["work"] for item in self.problem("ambiguous-reference")["candidates"]},
                         {"pmid:90000001", "pmid:90000002"})

    def test_a_title_that_two_parts_share_is_ambiguous(self):
        parts = [{"pmid": 90000001, "title": "Shade and the growth of ferns. Part I. Light.", "volume": "7"},
                 {"pmid": 90000002, "title": "Shade and the growth of ferns. Part II. Soil.", "volume": "7"}]
        reference = "Fernleaf Q. Shade and the growth of ferns. Journal of made-up botany. 1991."
        self.read(reference=reference, records=parts)
        self.assertEqual(len(self.problem("ambiguous-reference")["candidates"]), 2)
        self.read(reference=reference.replace("ferns.", "ferns. Part II. Soil."), records=parts)
        (claim,) = ask("trace", "pmid:90000002", store=self.store)["claims"]
        self.assertEqual(claim["evidence"][0]["status"], "resolved")

    def test_all_that_is_wrong_in_a_reference_is_one_problem(self):
        self.read(reference="Fernlaef Q. Shade and the grwoth of ferns. Annals of anything. 1990;7:11-19.",
                  records=[{"pmid": 90000001}])
        problem = self.problem("reference-error")
        self.assertEqual([(item["field"], item["printed"], item["recorded"]) for item in problem["differences"]],
                         [("author", "Fernlaef", "Fernleaf"), ("title", "grwoth", "growth"),
                          ("container", "Annals of anything", "Journal of made-up botany"), ("year", "1990", "1991")])
        self.assertIn("a word of the title is printed as grwoth, the record has growth", problem["message"])

    def test_spellings_plurals_and_abbreviated_journals_are_no_errors(self):
        self.read(reference="Fernleaf Q. Shade and the growth of tumour cells. J. made-up bot. 1991;7:11-19.",
                  records=[{"pmid": 90000001, "title": "Shade and the growth of tumor cell."}])
        self.assertNotIn("reference-error", self.problems())

    def test_a_retracted_study_is_told(self):
        self.read(records=[{"pmid": 90000001,
                            "types": '<PublicationType UI="D016441">Retracted Publication</PublicationType>'}])
        self.assertIn("retracted-evidence", self.problems())
        (claim,) = ask("trace", "pmid:90000001", store=self.store)["claims"]
        self.assertTrue(claim["evidence"][0]["work"]["retracted"])

    def test_a_wrong_sample_size_is_told(self):
        self.read(claim="A trial in 70 patients found that ferns promoted recovery.[1]", records=[{"pmid": 90000001}])
        self.assertIn("70", self.problems()["claim-figure-differs"])

    def test_what_is_told_of_a_file_is_told_once(self):
        def article(number, words):
            return (f'<article dtd-version="1.2"><front><article-meta><title-group><article-title>Ferns {number}</article-title></title-group>'
                    f"</article-meta></front><body><p>Shade promoted the growth of {number} ferns. {words}</p></body></article>")
        (self.folder / "set.xml").write_text(f"<pmc-articleset>{article(20, 'Moss slowed it.')} stray {article(30, 'Moss &nothing; did.')}</pmc-articleset>")
        run("ingest", self.folder / "set.xml", store=self.store, expect=(0, 1))
        articles = ask("audit", store=self.store, expect=(0, 1))["articles"]
        told = {article["title"]: [problem["code"] for problem in article["problems"]] for article in articles}
        self.assertEqual(sorted(sum(told.values(), [])), ["text-between-records", "undefined-entity"])
        self.assertIn("undefined-entity", told["Ferns 30"])
        for article in articles:
            (alone,) = ask("audit", article["id"], store=self.store, expect=(0, 1))["articles"]
            self.assertEqual("undefined-entity" in [problem["code"] for problem in alone["problems"]], article["title"] == "Ferns 30")

    def test_why_says_that_the_file_has_changed(self):
        self.read(records=[{"pmid": 90000001}])
        edge = self.edge()
        self.assertNotIn("changed", run("why", edge, store=self.store).stdout)
        self.article.write_text("Something else altogether.", encoding="utf-8")
        self.assertIn("has changed since it was read", run("why", edge, store=self.store).stdout)

    def test_why_says_that_the_file_is_gone(self):
        self.read(records=[{"pmid": 90000001}])
        edge = self.edge()
        self.article.unlink()
        done = run("why", edge, store=self.store)
        self.assertIn("ferns.txt", done.stdout)
        self.assertIn("No such file", done.stdout)


if __name__ == "__main__":
    main()
