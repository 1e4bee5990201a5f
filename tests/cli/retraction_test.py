# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists and records of retractions and concerns mark works whatever comes first, the list, the works or the article; every answer says so."""
import itertools
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support.evident import ask, dump, main, run
from support.records import pubmed, pubmed_set

ARTICLE = """Ferns in the shade

Shade increases the growth of ferns by half.[1] Moss slows the growth of ferns by half.[2]

References

1. Fernleaf QR, Moss A. Shade and the growth of ferns. J Made-up Bot. 1991;7(2):11-19. doi:10.9999/shade.1
2. Lichen B. Moss and the growth of ferns. J Made-up Bot. 1992;8(1):1-9. doi:10.9999/moss.2
"""
RECORD = """TY  - JOUR
AU  - Fernleaf, Q. R.
TI  - Shade and the growth of ferns
JO  - Journal of made-up botany
PY  - 1991
VL  - 7
IS  - 2
SP  - 11
EP  - 19
DO  - 10.9999/shade.1
ER  -
"""
LIST = """Record ID,Title,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason
1,Shade and the growth of ferns,3/1/2019 0:00,10.9999/notice.1,0,10.9999/SHADE.1,0,Retraction,+Error in Data;
2,Moss and the growth of ferns,3/2/2019 0:00,10.9999/notice.2,0,10.9999/moss.2,0,Retraction,
3,A paper that nobody cites here,3/3/2019 0:00,10.9999/notice.3,0,10.9999/nobody.3,0,Retraction,
"""


def noted(pmid, notice, **fields):
    """A PubMed record with a notice."""
    return pubmed(pmid, "Shade and the growth of ferns", extra=f"<CommentsCorrectionsList>{notice}</CommentsCorrectionsList>", **fields)


class Retractions(unittest.TestCase):
    def test_in_every_order(self):
        dumps = set()
        with tempfile.TemporaryDirectory(prefix="evident-test-") as folder:
            files = [Path(folder) / name for name in ("article.txt", "record.ris", "list.csv")]
            for path, text in zip(files, (ARTICLE, RECORD, LIST)):
                path.write_text(text)
            for number, order in enumerate(itertools.permutations(files)):
                store = Path(folder) / f"store{number}"
                for path in order:
                    run("ingest", path, store=store)
                dumps.add(run("dump", store=store).stdout)
                self.check(store)
        self.assertEqual(len(dumps), 1)

    def check(self, store):
        problems = [item for article in ask("audit", store=store)["articles"] for item in article["problems"]
                    if item["code"] == "retracted-evidence"]
        # The second work is known from its reference alone.
        self.assertEqual(len(problems), 2)
        self.assertIn("Retraction 2019-03-01: Error in Data (doi:10.9999/notice.1)", problems[0]["message"])
        works = [node for node in dump(store) if node.get("node") == "work"]
        self.assertEqual([(work["id"], work["ghost"], work["retracted"]) for work in works],
                         [("doi:10.9999/moss.2", True, True), ("doi:10.9999/shade.1", False, True)])
        self.assertEqual(ask("search", "nobody cites", store=store, expect=(0, 1))["hits"], [])
        self.assertEqual(ask("status", store=store)["counts"]["notices"], 3)

    def test_a_list_that_goes_takes_its_marks_along(self):
        with tempfile.TemporaryDirectory(prefix="evident-test-") as folder:
            files, store = Path(folder) / "files", Path(folder) / "store"
            files.mkdir()
            (files / "record.ris").write_text(RECORD)
            (files / "list.csv").write_text(LIST)
            run("ingest", files, store=store)
            self.assertTrue(dump(store)[0]["retracted"])
            (files / "list.csv").unlink()
            run("ingest", files, "--prune", store=store)
            self.assertFalse(dump(store)[0]["retracted"])

    def test_an_edge_stands_where_the_list_says_so(self):
        with tempfile.TemporaryDirectory(prefix="evident-test-") as folder:
            store = self.read(folder, record=RECORD, list=LIST.replace("10.9999/notice.1", ""))
            (edge,) = [line for line in dump(store) if line.get("edge") == "retracts"]
            self.assertEqual((edge["to"], edge["printed"]), ("doi:10.9999/shade.1", "Retraction 2019-03-01: Error in Data"))
            self.assertTrue(edge["from"].startswith("key:"), "the list names no notice, and yet there is one")
            source = edge["source"]
            said = Path(source["path"]).read_bytes()[source["start"]:source["end"]].decode()
            self.assertTrue(said.startswith("1,Shade and the growth of ferns"), said)
            (work,) = [line for line in dump(store) if line.get("node") == "work"]
            self.assertEqual(work["notices"], [{"format": "retractions", "source": source}])

    def test_notices_without_numbers_are_one_of_each_work(self):
        notice = '<CommentsCorrections RefType="RetractionIn"><RefSource>J Ferns. 2019;1:3</RefSource></CommentsCorrections>'
        with tempfile.TemporaryDirectory(prefix="evident-test-") as folder:
            store = self.read(folder, xml=pubmed_set(noted(90000001, notice), noted(90000002, notice)))
            edges = [line for line in dump(store) if line.get("edge") == "retracts"]
            self.assertEqual([(edge["to"], edge["printed"]) for edge in sorted(edges, key=lambda edge: edge["to"])],
                             [("pmid:90000001", "J Ferns. 2019;1:3"), ("pmid:90000002", "J Ferns. 2019;1:3")])
            self.assertEqual(len({edge["from"] for edge in edges}), 2)

    def test_a_concern_is_shown_wherever_the_work_is(self):
        for source in ({"list": LIST.replace("0,Retraction,", "0,Expression of concern,").replace("10.9999/notice.1", "")},
                       {"xml": pubmed_set(noted(90000001, '<CommentsCorrections RefType="ExpressionOfConcernIn"/>', doi="10.9999/shade.1"))}):
            with tempfile.TemporaryDirectory(prefix="evident-test-") as folder, self.subTest(list(source)):
                store = self.read(folder, article=ARTICLE, record=RECORD, **source)
                self.shown(store, "concern", "EXPRESSION OF CONCERN", "concern-about-evidence", "Under an expression of concern.")

    def test_a_retraction_is_shown_wherever_the_work_is(self):
        with tempfile.TemporaryDirectory(prefix="evident-test-") as folder:
            store = self.read(folder, article=ARTICLE, record=RECORD, list=LIST)
            self.shown(store, "retracted", "RETRACTED", "retracted-evidence", "Retracted.")

    def read(self, folder, **texts):
        store, names = Path(folder) / "store", {"article": "article.txt", "record": "record.ris", "list": "list.csv", "xml": "records.xml"}
        for name, text in texts.items():
            path = Path(folder) / names[name]
            path.write_text(text)
            run("ingest", path, store=store)
        return store

    def shown(self, store, key, word, code, sentence):
        (hit,) = [hit for hit in ask("search", "title:shade", store=store)["hits"] if hit["kind"] == "work"]
        self.assertTrue(hit[key])
        self.assertIn(word, run("search", "title:shade", store=store).stdout)
        self.assertTrue(ask("trace", hit["id"], store=store)["work"][key])
        (evidence,) = [item for claim in ask("trace", hit["id"], store=store)["claims"] for item in claim["evidence"]]
        self.assertTrue(evidence["work"][key])
        for command in (["trace", hit["id"]], ["trace", "shade growth of ferns"], ["why", evidence["edge"]], ["bib", hit["id"], "--format", "text"]):
            self.assertIn(word, run(*command, store=store).stdout, command)
        self.assertIn(f"**{sentence}**", run("bib", hit["id"], store=store).stdout)
        (item,) = ask("bib", hit["id"], store=store)
        self.assertIn(sentence, item["note"])
        self.assertTrue(item["custom"]["evident"][key])
        problems = [item for article in ask("audit", store=store)["articles"] for item in article["problems"]]
        self.assertEqual([item["work"] for item in problems if item["code"] == code and "Shade" in item["message"]], [hit["id"]])
        self.assertTrue([line for line in dump(store) if line.get("id") == hit["id"]][0][key])


if __name__ == "__main__":
    main()
