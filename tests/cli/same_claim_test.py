# SPDX-License-Identifier: GPL-3.0-or-later
"""Claims of different articles that say the same are joined, whatever the order of ingestion, and traced to their studies."""
import itertools
import random
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support.evident import ask, dump, main, run
from support.records import pubmed, pubmed_set

CLAIM = "Daily watering of tree ferns doubled the growth of their fronds within twelve weeks in shaded glasshouses"
TRIAL = "1. Mossman A (1999). Daily watering and the growth of tree ferns. J Fern Stud 12 (3): 101-9. PMID: 90000001."
REVIEW = "1. Spade C (2004). Ferns in gardens: a review. J Fern Stud 17 (1): 1-9. PMID: 90000002."


def article(title, sentence, entry=None, more=""):
    text = f"{title}\n\n{title} is what this page is about, and it was written for gardeners. {sentence}{'[1]' if entry else ''}. {more}\n"
    return text + (f"\nReferences\n\n{entry}\n" if entry else "")


PAGES = {
    "almanac.txt": article("Almanac of green things", CLAIM, TRIAL, "Moss needs less light than grass does."),
    "blog.txt": article("Blog on shady corners", CLAIM, TRIAL),
    "club.txt": article("Club paper of growers", CLAIM.replace("shaded", "shaded and cool"), TRIAL),
    "digest.txt": article("Digest of cold houses", "In shaded glasshouses and within 12 weeks, daily watering of tree ferns doubled "
                          "the growth of fronds", REVIEW),
    "echo.txt": article("Echo of the hedge", CLAIM),
    "figures.txt": article("Figures of the lawn", CLAIM.replace("twelve", "twenty"), TRIAL),
    "guide.txt": article("Guide to dry places", CLAIM.replace("doubled", "did not double"), TRIAL),
}
RECORDS = pubmed_set(pubmed(90000001, "Daily watering and the growth of tree ferns"), pubmed(90000002, "Ferns in gardens: a review"))


class SameClaim(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="evident-test-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.store = self.folder / "store"
        self.inputs = self.folder / "in"
        self.inputs.mkdir()

    def write(self, pages):
        for name, text in pages.items():
            (self.inputs / name).write_text(text, encoding="utf-8")
        return sorted(self.inputs.iterdir())

    def ingest(self, *paths, store="store"):
        run("ingest", *(paths or [self.inputs]), store=self.folder / store, expect=(0, 1))
        return dump(self.folder / store)

    @staticmethod
    def joins(lines):
        """Pairs of articles with the kind of each join."""
        return {(*sorted(end.split("-")[0] for end in (line["from"], line["to"])), line["rule"])
                for line in lines if line.get("edge") == "same_claim"}

    def claim_of(self, stem, word="watering"):
        return next(line["id"] for line in dump(self.store)
                    if line.get("node") == "claim" and line["id"].startswith(stem) and word in line["text"])

    def test_copies_edits_and_paraphrases_are_joined_other_figures_and_denials_are_not(self):
        self.write(PAGES)
        stems = ("almanac", "blog", "club", "digest", "echo")
        kinds = {frozenset(("almanac", "blog")): "verbatim", frozenset(("almanac", "echo")): "verbatim",
                 frozenset(("blog", "echo")): "verbatim"}
        expected = set()
        for left, right in itertools.combinations(stems, 2):
            kind = "paraphrase" if right == "digest" or left == "digest" else "near-duplicate"
            expected.add((left, right, kinds.get(frozenset((left, right)), kind)))
        self.assertEqual(self.joins(self.ingest()), expected)

    def test_trace_counts_articles_and_the_studies_that_they_rest_on(self):
        self.write({**PAGES, "records.xml": RECORDS})
        self.ingest()
        for question in (self.claim_of("almanac"), CLAIM, "pmid:90000001"):
            with self.subTest(question):
                claims = ask("trace", *question.split(), store=self.store)["claims"]
                said = next(claim for claim in claims if claim["id"].startswith("almanac"))["same_claim"]
                self.assertEqual((5, 1), (said["articles"], said["without_evidence"]))
                self.assertEqual([("pmid:90000001", 3), ("pmid:90000002", 1)],
                                 [(study["work"]["id"], study["articles"]) for study in said["studies"]])
                self.assertEqual(["verbatim", "verbatim", "near-duplicate", "paraphrase"], [other["kind"] for other in said["claims"]])
        text = run("trace", self.claim_of("almanac"), store=self.store, env={"COLUMNS": "400"}).stdout
        for line in ("said by 5 articles; 4 of them trace to 2 studies: Fernleaf, 1991 (3 articles); Fernleaf, 1991 (1 article); 1 names none",
                     "    = copied word for word: Blog on shady corners", "    = copied word for word: Echo of the hedge",
                     "    = nearly the same words: Club paper of growers", "    = in other words: Digest of cold houses"):
            self.assertIn(line, " ".join(text.split()) if line.startswith("said") else text)

    def test_what_cites_an_article_that_says_it_too_traces_to_what_that_one_cites(self):
        review = ('<?xml version="1.0"?><article><front><journal-meta/><article-meta><article-id pub-id-type="pmid">90000002</article-id>'
                  '<title-group><article-title>Ferns in gardens: a review</article-title></title-group></article-meta></front><body><sec>'
                  f'<title>Water</title><p>{CLAIM} [<xref ref-type="bibr" rid="r1">1</xref>].</p></sec></body><back><ref-list><ref id="r1">'
                  f'<label>1</label><mixed-citation>{TRIAL[3:]}</mixed-citation></ref></ref-list></back></article>')
        self.write({"digest.txt": PAGES["digest.txt"], "review.xml": review, "records.xml": RECORDS})
        self.ingest()
        said = ask("trace", self.claim_of("digest"), store=self.store)["claims"][0]["same_claim"]
        self.assertEqual((2, 0), (said["articles"], said["without_evidence"]))
        self.assertEqual([("pmid:90000001", 2)], [(study["work"]["id"], study["articles"]) for study in said["studies"]])

    def test_why_tells_what_both_say_and_what_differs(self):
        self.write(PAGES)
        edge = next(line for line in self.ingest() if line.get("edge") == "same_claim" and line["rule"] == "paraphrase")
        why = ask("why", edge["id"], store=self.store)
        self.assertEqual((why["claim"]["id"], why["same_as"]["id"]), (edge["from"], edge["to"]))
        self.assertTrue(any(cue.startswith("both: ") and "glasshouses" in cue for cue in why["edge"]["cues"]), why["edge"]["cues"])
        self.assertIn("figures of both: 12", why["edge"]["cues"])
        source = Path(why["edge"]["source"]["path"]).read_bytes()
        self.assertIn("glasshouses", source[why["edge"]["source"]["start"]:why["edge"]["source"]["end"]].decode())
        self.assertIn("same as", run("why", edge["id"], store=self.store).stdout)

    def test_audit_and_status_count_them(self):
        self.write(PAGES)
        self.ingest()
        (almanac,) = ask("audit", "almanac", store=self.store, expect=(0, 1))["articles"]
        self.assertEqual(1, almanac["ledger"]["claims"]["said_elsewhere"])
        copies = [problem["message"] for problem in almanac["problems"] if problem["code"] == "copied-text"]
        self.assertEqual(3, len(copies))
        self.assertTrue(copies[0].startswith("one sentence stands word for word in blog-"), copies)
        self.assertEqual(10, ask("status", store=self.store)["counts"]["same_claims"])
        self.assertTrue(ask("check", store=self.store)["ok"])

    def test_any_order_of_files(self):
        files = self.write({**PAGES, "records.xml": RECORDS})
        whole = self.ingest()
        for seed in range(3):
            random.Random(seed).shuffle(files)
            for file in files:
                lines = self.ingest(file, store=f"order{seed}")
            self.assertEqual(lines, whole, files)

    def test_files_that_go_change_and_come_back(self):
        self.write(PAGES)
        whole = self.ingest()
        blog = self.inputs / "blog.txt"
        text = blog.read_text()
        blog.unlink()
        run("ingest", "--prune", self.inputs, store=self.store, expect=(0, 1))
        without = dump(self.store)
        self.assertFalse([join for join in self.joins(without) if "blog" in join])
        self.assertEqual(without, self.ingest(store="never-there"))
        blog.write_text(text.replace("doubled", "halved"))
        self.assertFalse([join for join in self.joins(self.ingest()) if "blog" in join])
        blog.write_text(text)
        self.assertEqual(whole, self.ingest())

    def test_what_too_many_say_joins_nobody_and_that_does_not_depend_on_when_they_came(self):
        """One more than the limit ends the joins of those before; one less makes them again."""
        pages = {f"page{number:02}.txt": article(f"Page {number} of the great herbarium", CLAIM) for number in range(33)}
        files = self.write(pages)
        self.assertEqual(set(), self.joins(self.ingest()))
        for file in files[:32]:
            lines = self.ingest(file, store="growing")
        self.assertEqual(32 * 31 // 2, sum(line.get("edge") == "same_claim" for line in lines))
        fewer = lines
        self.assertEqual(dump(self.store), self.ingest(files[32], store="growing"))
        files[32].unlink()
        run("ingest", "--prune", self.inputs, store=self.folder / "growing", expect=(0, 1))
        self.assertEqual(fewer, dump(self.folder / "growing"))

    def test_sentences_that_any_article_holds_and_one_article_that_repeats_itself(self):
        licence = "The authors declare that they have no conflict of interest in the growth of tree ferns"
        self.write({"a.txt": article("Attic ferns", licence), "b.txt": article("Barn ferns", licence),
                    "c.txt": article("Cellar ferns", CLAIM, None, "In the cellar it was like this for years. " + CLAIM + ".")})
        self.assertEqual(set(), self.joins(self.ingest()))


if __name__ == "__main__":
    main()
