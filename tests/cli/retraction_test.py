# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of retractions marks works whatever comes first, the list, the works or the article, and invents no works."""
import itertools
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support.evident import ask, dump, main, run

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


if __name__ == "__main__":
    main()
