# SPDX-License-Identifier: GPL-3.0-or-later
"""JabRef's test files come in pairs: a file of some format and, under the same stem, the BibTeX that it stands for.

Both are read; works are paired by title and compared field by field. Differences are listed.
"""
import re
import sys
import tempfile
import unicodedata
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support.evident import SHARED, dump, main, run

FIELDS = {"issued": "year", "DOI": "doi", "volume": "volume", "issue": "issue", "page": "pages", "container-title": "container",
          "author": "authors"}


def bare(text):
    return "".join(c for c in unicodedata.normalize("NFKD", str(text)).lower() if c.isalnum())


def works_of(path):
    with tempfile.TemporaryDirectory(prefix="evident-test-") as folder:
        store = Path(folder) / "store"
        run("ingest", path, store=store, expect=(0, 1))
        nodes = dump(store)
        if any(node.get("node") == "article" for node in nodes):
            return None
        return {bare(node.get("title", "")): node for node in nodes if node.get("node") == "work"}


def value(work, field):
    found = work.get(field)
    if field == "issued":
        return found["date-parts"][0][0] if found else None
    if field == "author":
        return [bare(person.get("family") or person.get("literal")) for person in found or []]
    if field == "page":
        # A journal's way to print a range differs: "943-7" and "943-947" begin alike.
        return bare(re.split(r"\W", found)[0]) if found else None
    return bare(found) if found else None


@unittest.skipUnless(SHARED.is_dir(), "needs ../shared/data")
class BibliographyPairs(unittest.TestCase):
    def test_pairs(self):
        pairs = works = 0
        same, compared = dict.fromkeys(FIELDS, 0), dict.fromkeys(FIELDS, 0)
        for path in sorted((SHARED / "bib" / "jabref").iterdir()):
            expected = path.with_suffix(".bib")
            if path.suffix == ".bib" or not expected.exists():
                continue
            mine, theirs = works_of(path), works_of(expected)
            if not mine or not theirs:
                continue
            pairs += 1
            for title, work in theirs.items():
                if title not in mine:
                    print(f"{path.name}: no work with the title {title[:60]!r}")
                    continue
                works += 1
                for field in FIELDS:
                    wanted, got = value(work, field), value(mine[title], field)
                    if not wanted:
                        continue
                    compared[field] += 1
                    same[field] += wanted == got
                    if wanted != got:
                        print(f"{path.name}: {FIELDS[field]} {wanted!r} expected, {got!r} read")
        print(f"{pairs} pairs, {works} works by title; " +
              ", ".join(f"{FIELDS[field]} {same[field]}/{compared[field]}" for field in FIELDS))
        self.assertGreater(pairs, 30)
        self.assertGreater(sum(same.values()), 0.95 * sum(compared.values()))


if __name__ == "__main__":
    main()
