#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""PDF, DOCX, ODT and EPUB: claims, references and links, pages, and provenance that leads back to the words."""
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "gold"))
import evident  # noqa: E402
import office_files  # noqa: E402
import office_samples  # noqa: E402


class Office(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory(prefix="evident-test-")
        cls.folder = Path(cls.scratch.name).resolve() / "files"
        cls.folder.mkdir()
        office_samples.write_all(cls.folder)
        cls.store = Path(cls.scratch.name) / "store"
        evident.run("ingest", cls.folder, store=cls.store, expect=(0, 1))
        cls.dump = evident.dump(cls.store)

    def nodes(self, kind, name):
        return [item for item in self.dump if item.get("node") == kind and f"/{name}!" in item.get("source", item)["path"]]

    def links(self, name):
        """The words before each marker, and the numbers of the references it leads to."""
        numbers = {item["id"]: item["number"] for item in self.dump if item.get("node") == "reference"}
        citations = sorted(self.nodes("citation", name), key=lambda item: (item["source"]["path"], item["source"]["start"]))
        return [(item["marker"], [numbers[reference] for reference in item["references"]]) for item in citations]

    def texts(self, name):
        return [item["text"] for item in self.nodes("claim", name)]

    def test_columns_are_read_one_after_the_other(self):
        text = " ".join(self.texts("columns.pdf"))
        self.assertIn("Moss in treated beds grew faster than moss in beds that had water alone, and the difference lasted for a year [2, 3].", text)
        self.assertNotIn("Made-up Studies", text)
        self.assertEqual(self.links("columns.pdf"), [("[1]", ["1"]), ("[2, 3]", ["2", "3"])])

    def test_pages(self):
        references = self.nodes("reference", "columns.pdf")
        self.assertEqual([(item["number"], item["source"]["page"]) for item in references], [("1", 1), ("2", 1), ("3", 1), ("4", 2)])
        article = self.nodes("article", "columns.pdf") or [item for item in self.dump if item.get("node") == "article" and item["path"].endswith("columns.pdf!text")]
        self.assertEqual(article[0]["title"], office_samples.TITLE)
        shown = evident.run("trace", "moss in treated beds grew faster", store=self.store).stdout
        self.assertIn("p. 1", shown)

    def test_raised_numbers(self):
        self.assertEqual([targets for _, targets in self.links("raised.pdf")], [["1"], ["2"], ["3"]])

    def test_why_shows_the_words(self):
        checked = 0
        for edge in (item for item in self.dump if item.get("edge") == "cites" and "!" in item["source"]["path"]):
            passport = evident.ask("why", edge["id"], store=self.store)
            self.assertIsNone(passport["context"]["problem"], edge)
            # Mark-up may stand inside, and a raised number is made of a plain one.
            self.assertTrue(passport["context"]["marked"], edge)
            if "page" in edge["source"]:
                self.assertEqual(evident.squeeze(passport["context"]["marked"]), edge["marker"])
                self.assertEqual(passport["context"]["page"], edge["source"]["page"])
            checked += 1
        self.assertGreater(checked, 15)

    def test_docx_and_odt_lists(self):
        for name in ("list.docx", "list.odt"):
            with self.subTest(name):
                self.assertEqual([targets for _, targets in self.links(name)], [["1", "2"], ["3"]])
                self.assertEqual([item["number"] for item in self.nodes("reference", name)], ["1", "2", "3"])
                self.assertEqual({item["section"] for item in self.nodes("claim", name)}, {"Methods"})
        text = " ".join(self.texts("list.docx"))
        self.assertIn("Moss in treated beds always grew faster.", text)
        self.assertNotIn("Gone for good", " ".join(self.texts("list.odt")))

    def test_spans_cut_out_of_the_part(self):
        for name in ("list.docx", "notes.docx", "list.odt", "article.epub"):
            for item in self.nodes("reference", name) + self.nodes("claim", name):
                path, parts = item["source"]["path"].split("!", 1)
                with zipfile.ZipFile(path) as packed:
                    whole = b"".join(packed.read(part) for part in parts.split("+"))
                words = whole[item["source"]["start"]:item["source"]["end"]].decode()
                self.assertTrue(words.startswith(item["text"][:12]), (words, item))
                self.assertTrue(words.endswith(item["text"][-1]), (words, item))

    def test_fields_of_a_reference_manager(self):
        self.assertEqual(self.links("fields.docx"), [("(Fernleaf, 2001)", ["1"])])
        reference = self.nodes("reference", "fields.docx")[0]
        self.assertEqual(reference["ids"]["doi"], "10.9999/beds.2001")
        self.assertEqual(reference["fields"]["container"], "Journal of Made-up Studies")

    def test_footnotes_that_cite(self):
        self.assertEqual([targets for _, targets in self.links("notes.docx")], [["1"], ["2"]])
        self.assertTrue(self.nodes("reference", "notes.docx")[1]["text"].startswith("Anna Moss"))

    def test_epub(self):
        self.assertEqual(self.links("article.epub"), [("[1]", ["1"]), ("[2, 3]", ["2", "3"])])
        self.assertEqual(len([item for item in self.dump if item.get("node") == "article" and "book.epub" in item["path"]]), 2)
        self.assertEqual(self.links("book.epub"), [("[1]", ["1"]), ("[2]", ["2"])] * 2)

    def test_what_cannot_be_read_is_told(self):
        with tempfile.TemporaryDirectory() as scratch:
            scratch = Path(scratch)
            (scratch / "locked.pdf").write_bytes(office_samples.pdf([[]], encrypt=True))
            (scratch / "scanned.pdf").write_bytes(office_samples.pdf([[], []]))
            (scratch / "cut.pdf").write_bytes(b"%PDF-1.4\n1 0 obj\n<< /Type")
            office_samples.packed(scratch / "hollow.docx", [("[Content_Types].xml", "<Types/>"), ("word/styles.xml", "<x/>")])
            office_samples.docx(scratch / "torn.docx", office_samples.p(office_samples.r("Moss grows.")) + "<w:p><w:r>")
            office_samples.packed(scratch / "hollow.epub", [("mimetype", "application/epub+zip"), ("a.xhtml", "<html/>")])
            done = evident.run("ingest", scratch, "--report", scratch / "report", store=scratch / "store", expect=(1,))
            report = (scratch / "report").read_text()
            for code in ("encrypted-pdf", "pdf-without-text", "damaged-pdf", "no-text", "damaged-xml"):
                self.assertIn(f'"{code}"', report, done.stderr)

    def test_reading_again_replaces(self):
        with tempfile.TemporaryDirectory() as scratch:
            scratch = Path(scratch)
            (scratch / "a.pdf").write_bytes(office_samples.two_columns())
            evident.run("ingest", scratch / "a.pdf", store=scratch / "store", expect=(0, 1))
            (scratch / "a.pdf").write_bytes(office_samples.raised_numbers())
            evident.run("ingest", scratch / "a.pdf", store=scratch / "store", expect=(0, 1))
            articles = [item for item in evident.dump(scratch / "store") if item.get("node") == "article"]
            self.assertEqual(len(articles), 1)

    def test_real_conversions(self):
        text = (evident.SOURCE / "corpus" / "articles" / "critical-review.txt").read_text()
        with tempfile.TemporaryDirectory() as scratch:
            scratch = Path(scratch)
            (scratch / "texts").mkdir()
            (scratch / "texts" / "review.txt").write_text(text)
            done = subprocess.run([sys.executable, office_files.__file__, scratch / "texts", scratch / "made"], capture_output=True, text=True, timeout=300, check=False)
            made = sorted(path for path in (scratch / "made").rglob("*") if path.is_file()) if (scratch / "made").exists() else []
            if not made:
                self.skipTest("no program that converts is installed")
            print(done.stderr, end="", file=sys.stderr)
            for path in made:
                with self.subTest(path.parent.name):
                    evident.run("ingest", path, store=scratch / path.parent.name, expect=(0, 1))
                    articles = evident.ask("audit", store=scratch / path.parent.name)["articles"]
                    self.assertEqual(len(articles), 1)
                    self.assertGreater(articles[0]["ledger"]["claims"]["seen"], 5)


if __name__ == "__main__":
    evident.main()
