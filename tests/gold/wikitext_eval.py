# SPDX-License-Identifier: GPL-3.0-or-later
"""Footnotes, short citations and citation templates of the wikitext of ../shared/data against a count by regular expressions:
each callout at its place, each citation template in one reference, PMIDs and DOIs as they stand; ledgers balance."""
import bz2
import os
import re
import sys
import tempfile
import unittest
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from evident import SHARED, ask, dump, main, new_store  # noqa: E402
from wiki import Page, pages  # noqa: E402

WIKI = (SHARED / "wikitext").resolve()  # as the program prints paths


def value(text, name):
    found = re.search(rf"\|\s*{name}\s*=\s*([^|{{}}\n]*)", text, re.I)
    return found.group(1).strip() if found else ""


def without_footnotes(words):
    return re.sub(r"<ref.*?(/>|</ref>|$)", "", words, flags=re.S)


@unittest.skipUnless(WIKI.is_dir(), "needs ../shared/data/wikitext")
class Wikitext(unittest.TestCase):
    def check(self, name, *paths):
        folder, store = new_store(*paths)
        citations, references = defaultdict(set), defaultdict(list)
        for line in dump(store):
            if line.get("node") == "citation":
                citations[line["source"]["path"]].add(line["source"]["start"])
            if line.get("node") == "reference":
                references[line["source"]["path"]].append((line["source"]["start"], line["source"]["end"], line))
        for article in ask("audit", store=store)["articles"]:
            ledger = article["ledger"]
            seen = ledger["references"]
            self.assertEqual(seen["seen"], seen["resolved"] + seen["ambiguous"] + seen["unresolved"], article["id"])
            self.assertEqual(ledger["citations"]["seen"], ledger["citations"]["attached"] + ledger["citations"]["dangling"])
        n = Counter()
        for path in paths:
            self.compare(path, citations[str(path)], references[str(path)], n)
        print(f"{name}: {dict(n)}")
        for wrong in ("callout missed", "callout not counted", "citation in no reference", "citation in several references",
                      "other PMID", "other DOI"):
            self.assertEqual(n[wrong], 0, wrong)
        self.assertGreater(n["callouts"], 5)
        folder.cleanup()
        return n

    def compare(self, path, citations, references, n):
        counted = set()
        for title, text, places in pages(path):
            page = Page(text)
            n["pages"] += 1
            contents = {key: (page.text[start:end], group) for start, end, key, group in reversed(page.contents)}
            for at, key in page.calls:
                counted.add(places[at])
                n["callouts"] += 1
                if places[at] in citations:
                    continue
                content, group = contents.get(key, ("", key[0] if isinstance(key, tuple) else ""))
                few = not group  # few words of a default footnote are a source's name
                short = few and len(without_footnotes(content).split()) < 12
                if short or re.search(r"https?:|\{\{\s*cit|ISBN|PMID|doi", without_footnotes(content), re.I):
                    n["callout missed"] += 1
                    print("missed", path.name, title, repr(text[at:at + 120]))
                else:
                    n["notes read as text"] += 1
                    if os.environ.get("EVIDENT_SHOW_NOTES"):
                        print("note", path.name, title, group, repr(content[:300]))
            for at in page.shorts:
                counted.add(places[at])
                n["short citations"] += 1
                if places[at] not in citations:
                    n["callout missed"] += 1
                    print("missed", path.name, title, repr(text[at:at + 120]))
            n["references (names and unnamed)"] += len(page.keys)
            for start, end in page.cites:
                counted.add(places[start])  # where it stands in the text itself, it is a callout too
                n["citation templates"] += 1
                if any(low <= start < high < end for low, high in page.inner):
                    n["citation templates that lost their end"] += 1
                    continue
                whole = [(high - low, line) for low, high, line in references if low <= places[start] and places[end] <= high]
                whole = [line for size, line in whole if size == min(other for other, _ in whole)]  # in notes of notes
                if not whole and self.repeats(page, start):
                    n["citation templates of a repeated definition"] += 1
                    continue
                if len(whole) != 1:
                    n["citation in no reference" if not whole else "citation in several references"] += 1
                    print(len(whole), path.name, title, repr(text[start:start + 200]))
                    continue
                words = page.text[start:end]
                ids = whole[0]["ids"]
                pmid, doi = value(words, "pmid"), value(words, "doi")
                if re.fullmatch(r"[1-9]\d{0,7}", pmid):
                    n["PMIDs"] += 1
                    n["other PMID"] += ids.get("pmid") != pmid
                if re.fullmatch(r"10\.\d+/[^\s<&]+", doi):
                    n["DOIs"] += 1
                    if ids.get("doi") != doi.lower():
                        n["other DOI"] += 1
                        print("DOI", path.name, doi, ids)
        data = path.read_bytes()
        for at in citations - counted:
            word = data[at:at + 12].lower()
            if re.match(rb"(\{\{|<ref|&lt;ref|\[)", word) and not word.startswith((b"<ref", b"&lt;ref")):
                n["callouts of other templates"] += 1
                continue
            n["callout not counted"] += 1
            print("not counted", path.name, data[at:at + 120])

    @staticmethod
    def repeats(page, start):
        """The footnote around it has a name that an earlier one defined."""
        for low, high, key, _ in page.contents:
            if low <= start < high:
                return any(other == key and before < low for before, _, other, _ in page.contents)
        return False

    def test_pages(self):
        self.check("pages", *sorted([*WIKI.glob("wtf_wikipedia/*.txt"), *WIKI.glob("mdwiki/*.txt")]))

    def test_pages_in_strings(self):
        with tempfile.TemporaryDirectory(prefix="evident-test-") as folder:
            source = (WIKI / "iari" / "test_content.py.txt").read_text()
            for number, words in enumerate(re.findall(r'"""(.*?)"""', source, re.S)):
                (Path(folder) / f"page{number}.wiki").write_text(words)
            self.check("iari", *sorted(Path(folder).iterdir()))

    def test_dump(self):
        with tempfile.TemporaryDirectory(prefix="evident-test-") as folder:
            path = Path(folder) / "enwiki.xml"
            path.write_bytes(bz2.decompress((WIKI / "enwiki-pages-articles-excerpt.xml.bz2").read_bytes()))
            self.check("dump", path)


if __name__ == "__main__":
    main()
