# SPDX-License-Identifier: GPL-3.0-or-later
"""What is no journal article (pages of the web, news, books and chapters) comes out of `bib` whole, in every format."""
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support.evident import ask, dump, main, new_store, run, squeeze

ENTRIES = [
    '"Moss products". Example Fern Agency. Retrieved 3 May 2010. http://www.example.org/moss_products.html',
    'Moss, Anna (8 December 2008). "Night gardeners turn to moss". The Daily Example. http://www.example.com/moss.',
    "Fern B, Alder C. Handbook of Moss Chemistry. 2nd ed. Oxford: Fern Press; 1999. 312 p.",
    "Birch D. Frost and its treatment. In: Oak E, Elm F, editors. Clinical Moss Medicine. New York: Example Academic; 2004. "
    "p. 201-215.",
    "Lerner AB, Case JD, Takahashi Y, et al. Isolation of the moss factor that lightens frogs. J Examples 1958;80:2587.",
    "Lerner 1958, p. 2587.",
]
FRAMES = {"mirror": "{}. ^ {}", "brackets": "[{}] {}", "numbers": "{}. {}"}


def article(frame):
    claims = " ".join(f"Moss of kind {n} increases the sleep of frogs by {n} hours.[{n}]" for n in range(1, len(ENTRIES) + 1))
    entries = "\n".join(frame.format(n, entry) for n, entry in enumerate(ENTRIES, 1))
    return f"Moss and frogs\n\n{claims}\n\nReferences\n\n{entries}\n"


class KindsOfReferences(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="evident-test-")
        cls.stores = {}
        for name, frame in FRAMES.items():
            path = Path(cls.folder.name) / f"{name}.txt"
            path.write_text(article(frame), encoding="utf-8")
            kept, store = new_store(path)
            cls.stores[name] = (kept, store)
        cls.store = cls.stores["mirror"][1]

    def works(self, store):
        """The work of each entry, by the entry's number."""
        lines = dump(store)
        works = {line["id"]: line for line in lines if line.get("node") == "work"}
        return {line["from"].rsplit("/", 1)[1]: works[line["to"]] for line in lines if line.get("edge") == "refers_to"}

    def bib(self, number, form):
        printed = run("bib", self.works(self.store)[number]["id"], "--format", form, store=self.store).stdout
        return squeeze(printed) if form == "text" else printed  # lines are as wide as the terminal

    def csl(self, number):
        return ask("bib", self.works(self.store)[number]["id"], store=self.store)[0]

    def test_the_frame_of_a_list_does_not_show(self):
        read = [{number: work["id"] for number, work in self.works(store).items()} for _, store in self.stores.values()]
        self.assertEqual(len(read[0]), len(ENTRIES))
        self.assertEqual(read[0], read[1])
        self.assertEqual(read[0], read[2])

    def test_a_page_has_its_address_and_the_day_it_was_seen(self):
        item = self.csl("1")
        self.assertEqual(item["type"], "webpage")
        self.assertEqual(item["URL"], "http://www.example.org/moss_products.html")
        self.assertEqual(item["accessed"], {"date-parts": [[2010, 5, 3]]})
        bibtex = self.bib("1", "bibtex")
        self.assertIn("urldate = {2010-05-03}", bibtex)
        self.assertIn("howpublished = {", bibtex)
        self.assertNotIn("journal = {", bibtex)
        self.assertIn("Y2  - 2010/05/03", self.bib("1", "ris"))
        self.assertIn("http://www.example.org/moss_products.html (accessed 2010 May 3)", self.bib("1", "text"))
        self.assertIn("](<http://www.example.org/moss_products.html>) (accessed 2010 May 3)", self.bib("1", "markdown"))

    def test_news_has_its_day_and_address(self):
        item = self.csl("2")
        self.assertEqual(item["type"], "article-newspaper")
        self.assertEqual(item["author"], [{"family": "Moss", "given": "Anna"}])
        self.assertEqual(item["issued"], {"date-parts": [[2008, 12, 8]]})
        self.assertEqual(item["URL"], "http://www.example.com/moss")
        self.assertIn("DA  - 2008/12/08", self.bib("2", "ris"))
        bibtex = self.bib("2", "bibtex")
        self.assertIn("month = {12}", bibtex)
        self.assertIn("day = {8}", bibtex)
        self.assertIn("The Daily Example. 2008 Dec 8.", self.bib("2", "text"))

    def test_a_book_has_its_place_and_length(self):
        item = self.csl("3")
        self.assertEqual(item["publisher"], "Fern Press")
        self.assertEqual(item["publisher-place"], "Oxford")
        self.assertEqual(item["number-of-pages"], "312")
        self.assertNotIn("page", item)
        self.assertIn("address = {Oxford}", self.bib("3", "bibtex"))
        self.assertIn("CY  - Oxford", self.bib("3", "ris"))
        self.assertIn("Oxford: Fern Press. 1999. 312 p.", self.bib("3", "text"))

    def test_a_chapter_has_its_book_and_editors(self):
        item = self.csl("4")
        self.assertEqual(item["container-title"], "Clinical Moss Medicine")
        self.assertEqual(item["editor"], [{"family": "Oak", "given": "E"}, {"family": "Elm", "given": "F"}])
        self.assertEqual(item["publisher-place"], "New York")
        self.assertIn("editor = {Oak, E and Elm, F}", self.bib("4", "bibtex"))
        self.assertIn("A2  - Oak, E", self.bib("4", "ris"))
        self.assertIn("T2  - Clinical Moss Medicine", self.bib("4", "ris"))
        self.assertIn("In: Oak E, Elm F, editors. Clinical Moss Medicine. New York: Example Academic. 2004. p. 201-215.", self.bib("4", "text"))

    def test_other_authors_are_told_of(self):
        self.assertEqual(self.csl("5")["author"][-1], {"literal": "others"})
        self.assertIn("and others}", self.bib("5", "bibtex"))
        self.assertIn("AU  - et al.", self.bib("5", "ris"))
        self.assertIn("Takahashi Y, et al.", self.bib("5", "text"))

    def test_a_short_reference_is_the_full_one(self):
        works = self.works(self.store)
        self.assertEqual(works["6"]["id"], works["5"]["id"])

    def test_what_is_written_reads_back(self):
        """As the items of another store: no format loses the parts that it has a place for."""
        for form, suffix in (("csl-json", "json"), ("bibtex", "bib"), ("ris", "ris")):
            ids = [self.works(self.store)[number]["id"] for number in ("1", "3", "4", "5")]
            path = Path(self.folder.name) / f"back.{suffix}"
            path.write_text(run("bib", *ids, "--format", form, store=self.store).stdout, encoding="utf-8")
            kept, store = new_store(path)
            with self.subTest(form), kept:
                items = {line["title"]: line for line in dump(store) if line.get("node") == "work"}
                self.assertEqual(items["Moss products"]["accessed"], {"date-parts": [[2010, 5, 3]]})
                self.assertEqual(items["Handbook of Moss Chemistry"]["publisher-place"], "Oxford")
                self.assertEqual([who["family"] for who in items["Frost and its treatment"]["editor"]], ["Oak", "Elm"])
                factor = items["Isolation of the moss factor that lightens frogs"]
                self.assertEqual([who.get("family") for who in factor["author"]], ["Lerner", "Case", "Takahashi", None])


class Lists(unittest.TestCase):
    def test_ibid_without_an_entry_before_is_no_work(self):
        with tempfile.TemporaryDirectory(prefix="evident-test-") as folder:
            for name in "ab":
                (Path(folder) / f"{name}.txt").write_text(
                    "Moss\n\nMoss increases sleep by half.[1] Frost decreases sleep by half.[2]\n\nReferences\n\n"
                    f"1. Ibid.\n2. Fern B. Frost and sleep of kind {name}. J Examples 1999;{ord(name)}:1-2.\n", encoding="utf-8")
            kept, store = new_store(folder)
            with kept:
                lines = dump(store)
                self.assertEqual(len([line for line in lines if line.get("node") == "reference"]), 4)
                self.assertEqual(len([line for line in lines if line.get("node") == "work"]), 2)
                for entry in ask("audit", store=store)["articles"]:
                    self.assertEqual(entry["ledger"]["references"]["unresolved"], 2)


if __name__ == "__main__":
    main()
