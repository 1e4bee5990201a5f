# SPDX-License-Identifier: GPL-3.0-or-later
"""Deletions and newer versions of PubMed's update files: applied in file order, whatever order they are read in."""
import itertools
import json
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support.evident import ask, dump, main, run
from support.records import delete, pubmed, pubmed_set

ARTICLE = """On ferns

Shade promoted the growth of ferns.[1] In a case report in the Journal of made-up botany, Quentin Fernleaf grew one.

References

1. Fernleaf Q. Shade and the growth of ferns. Journal of made-up botany. 1991;7:11-19.
"""


class Updates(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="evident-test-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.inputs = self.folder / "in"
        self.inputs.mkdir()

    def write(self, name, *parts):
        (self.inputs / name).write_text(pubmed_set(*parts), encoding="utf-8")

    def ingest(self, store, *paths):
        report = self.folder / "report"
        done = run("ingest", *(paths or [self.inputs]), "--report", report, store=self.folder / store, expect=(0, 1))
        return [json.loads(line) for line in report.read_text().splitlines()], done.stderr

    def lines(self, store):
        return dump(self.folder / store)

    def works(self, store):
        return {line["id"]: line for line in self.lines(store) if line.get("node") == "work" and not line["ghost"]}

    def same_in_any_order(self):
        """One run over all files, and one run a file in each order, end in the same dump; returns it."""
        self.ingest("whole")
        whole = self.lines("whole")
        files = sorted(self.inputs.iterdir())
        for number, order in enumerate(itertools.permutations(files)):
            for file in order:
                self.ingest(f"order{number}", file)
            self.assertEqual(self.lines(f"order{number}"), whole, order)
            self.ingest(f"order{number}")  # nothing new: nothing happens
            self.assertEqual(self.lines(f"order{number}"), whole)
        return whole

    def test_a_copy_is_read_when_what_it_repeats_is_gone(self):
        for name in ("a", "b"):
            (self.inputs / name).mkdir()
            (self.inputs / name / "ferns.txt").write_text(ARTICLE)
        store = self.folder / "s"
        run("ingest", self.inputs / "a", store=store)
        run("ingest", self.inputs / "b", store=store, expect=(1,))
        (self.inputs / "a" / "ferns.txt").unlink()
        run("ingest", "--prune", self.inputs / "a", self.inputs / "b", store=store, expect=(0,))
        paths = [item["path"] for item in dump(store) if item.get("node") == "article"]
        self.assertEqual(paths, [str(self.inputs / "b" / "ferns.txt")])

    def test_a_deletion_in_a_later_file(self):
        self.write("pubmed99n0001.xml", pubmed(90000001), pubmed(90000002, "Moss in the sun"))
        self.write("pubmed99n0002.xml", delete((90000001, 1)))
        (self.inputs / "ferns.txt").write_text(ARTICLE, encoding="utf-8")
        lines = self.same_in_any_order()
        self.assertEqual({"pmid:90000002"}, set(self.works("whole")))
        (former,) = [line for line in lines if line.get("node") == "former"]
        self.assertEqual(("pmid:90000001", "deleted"), (former["id"], former["state"]))
        self.assertTrue(former["by"].endswith("pubmed99n0002.xml"))
        hits = ask("search", "kind:work ferns", store=self.folder / "whole", expect=(0, 1))["hits"]
        self.assertEqual([], [hit for hit in hits if hit["ids"].get("pmid") == "90000001"])  # the reference alone speaks of it

    def test_what_went_is_reported_with_its_links(self):
        (self.inputs / "ferns.txt").write_text(ARTICLE, encoding="utf-8")
        cited = '<ReferenceList><Reference><Citation>x</Citation><ArticleIdList><ArticleId IdType="pubmed">90000009</ArticleId></ArticleIdList></Reference></ReferenceList>'
        self.write("pubmed99n0001.xml", pubmed(90000001, data=cited))
        self.ingest("store")
        before = {line["id"] for line in self.lines("store") if line.get("to") == "pmid:90000001"}
        self.assertTrue(before)
        self.write("pubmed99n0002.xml", delete((90000001, 1), (90000008, 1)))
        said, summary = self.ingest("store")
        (gone,) = [item for item in said if item["code"] == "deleted-record"]
        self.assertIn("Shade and the growth of ferns", gone["message"])
        self.assertIn("1 link to other works", gone["message"])
        for edge in before:
            self.assertIn(edge, gone["message"])
        file = (self.inputs / "pubmed99n0002.xml").read_bytes()
        self.assertIn(b">90000001<", file[gone["source"]["start"]:gone["source"]["end"]])
        (nothing,) = [item for item in said if item["code"] == "deletes-nothing"]
        self.assertIn("90000008", nothing["message"])
        self.assertRegex(summary, r"1 +deleted with [0-9]+ links")
        self.assertEqual(1, ask("status", store=self.folder / "store")["counts"]["former"])

    def test_a_later_file_brings_a_record_back(self):
        self.write("pubmed99n0002.xml", pubmed(90000001, "First form"))
        self.write("pubmed99n0009.xml", delete((90000001, 1)))
        self.write("pubmed99n0010.xml", pubmed(90000001, "Second form"))  # n10 is after n9: numbers, not letters
        self.same_in_any_order()
        self.assertEqual("Second form", self.works("whole")["pmid:90000001"]["title"])

    def test_within_a_file_the_order_of_its_bytes_counts(self):
        self.write("pubmed99n0001.xml", pubmed(90000001), delete((90000001, 1), (90000002, 1)), pubmed(90000002, "Later"))
        self.ingest("store")
        self.assertEqual({"pmid:90000002"}, set(self.works("store")))

    def test_the_key_is_pmid_and_version(self):
        self.write("pubmed99n0001.xml", pubmed(90000001, "Version one"), pubmed(90000001, "Version two", version=2))
        self.write("pubmed99n0002.xml", delete((90000001, 1)))
        self.same_in_any_order()
        self.assertEqual("Version two", self.works("whole")["pmid:90000001"]["title"])
        self.write("pubmed99n0003.xml", delete((90000001, 2)))
        self.ingest("whole")
        self.assertEqual({}, self.works("whole"))

    def test_a_newer_file_of_the_series_replaces_the_whole_record(self):
        self.write("pubmed99n0001.xml", pubmed(90000001, "Old title", abstract="Only the old one had this.", mesh=["Ferns"]))
        self.write("pubmed99n0002.xml", pubmed(90000001, "New title"))
        said = self.same_in_any_order()
        work = self.works("whole")["pmid:90000001"]
        self.assertEqual("New title", work["title"])
        self.assertNotIn("abstract", work)
        self.assertNotIn("mesh", work)
        self.assertEqual(["replaced"], [line["state"] for line in said if line.get("node") == "former"])
        self.assertFalse(ask("search", "title:old", store=self.folder / "whole", expect=(0, 1))["hits"])

    def test_the_record_counts_again_when_the_file_that_deleted_it_goes(self):
        (self.inputs / "ferns.txt").write_text(ARTICLE, encoding="utf-8")
        self.write("pubmed99n0001.xml", pubmed(90000001))
        self.ingest("without")
        self.write("pubmed99n0002.xml", delete((90000001, 1)))
        self.ingest("store")
        (self.inputs / "pubmed99n0002.xml").unlink()
        run("ingest", "--prune", self.inputs, store=self.folder / "store")
        self.assertEqual(self.lines("without"), self.lines("store"))

    def test_a_deletion_that_changes_is_applied_anew(self):
        self.write("pubmed99n0001.xml", pubmed(90000001), pubmed(90000002, "Moss in the sun"))
        self.write("pubmed99n0002.xml", delete((90000001, 1)))
        self.ingest("store")
        self.write("pubmed99n0002.xml", delete((90000002, 1)))
        self.ingest("store")
        self.assertEqual({"pmid:90000001"}, set(self.works("store")))
        self.ingest("fresh")
        self.assertEqual(self.lines("fresh"), self.lines("store"))


if __name__ == "__main__":
    main()
