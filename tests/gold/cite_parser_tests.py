# SPDX-License-Identifier: GPL-3.0-or-later
"""MediaWiki's own tests of <ref>: which callouts share a footnote, compared with the HTML that MediaWiki makes of the same text.
Prints how many agree, and the others by the reason why they differ; a difference without a reason fails."""
import html
import re
import sys
import tempfile
import unittest
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from evident import SHARED, dump, main, new_store  # noqa: E402

TESTS = SHARED / "wikitext" / "cite_parsertests"


def sections(test):
    out = {}
    for part in re.split(r"^!! *", test, flags=re.M)[1:]:
        name, _, body = part.partition("\n")
        out[name.strip()] = body
    return out


def tests():
    for path in sorted(TESTS.glob("*.txt")):
        for block in re.findall(r"^!! *test\n.*?^!! *end", path.read_text(), re.M | re.S):
            parts = sections(block)
            page = parts.get("html/php", parts.get("html", parts.get("html/*")))
            if page is not None and "wikitext" in parts:
                yield path.name, parts["test"].strip(), parts["wikitext"], html.unescape(page)


def pattern(keys):
    """[3, 5, 3] as [0, 1, 0]: who shares with whom."""
    seen = {}
    return [seen.setdefault(key, len(seen)) for key in keys]


def expected(page):
    """The footnote of each callout. Sub-references count as the footnote that they are part of."""
    parents = {}
    for match in re.finditer(r'<li id="cite_note-([^"]*)"', page):
        parents[match.group(1)] = match.group(1)
    body = page.split('<ol class="references"')[0] if page.count('<ol class="references"') == 1 else page
    keys = []
    for match in re.finditer(r'<sup id="cite_ref-[^"]*"[^>]*><a href="#cite_note-([^"]*)"[^>]*>(.*?)</a>', body, re.S):
        printed = re.sub(r"<[^>]*>", "", match.group(2)).strip("[]")
        keys.append(re.sub(r"^(\d+)\.\d+$", r"\1", printed) if re.match(r"\d+\.\d+$", printed) else printed)
    return keys


REASONS = [
    ("the page begins anew behind each list; here one page has one set of names and numbers",
     lambda text: len(re.findall(r"<references", text)) > 1),
    ("words in a group of notes that cite nothing are a note, not a reference", lambda text: re.search(r"\bgroup\s*=", text)),
    ("a footnote inside a footnote is a callout too", lambda text: re.search(r"#tag:ref|<ref>Hi \{\{", text)),
    ("two definitions that differ are two references", lambda text: repeats(text)),
    ("a footnote in what MediaWiki hides or refuses is read", lambda text: re.search(r"\[\[|^\{\||<indicator|</ref\">", text, re.M)),
    ("a footnote in the attribute of a tag is read", lambda text: re.search(r"<i <ref", text)),
]


def repeats(text):
    names = re.findall(r"""<ref[^>]*\bname\s*=\s*["']?([^"'>]*?)["']?(?:\s+[^>]*)?>""", text)
    return len(names) > len(set(names))


@unittest.skipUnless(TESTS.is_dir(), "needs ../shared/data/wikitext")
class CiteParserTests(unittest.TestCase):
    def test_sharing(self):
        cases = list(tests())
        with tempfile.TemporaryDirectory(prefix="evident-test-") as name:
            for number, (_, _, text, _) in enumerate(cases):
                (Path(name) / f"{number:03}.wiki").write_text(text)
            folder, store = new_store(name)
            calls = defaultdict(list)
            for line in dump(store):
                if line.get("node") == "citation":
                    calls[int(Path(line["source"]["path"]).stem)].append((line["source"]["start"], line["marker"]))
            folder.cleanup()
        agree, differ = 0, defaultdict(list)
        for number, (path, title, text, page) in enumerate(cases):
            wanted, found = pattern(expected(page)), pattern([marker for _, marker in sorted(calls[number])])
            if wanted == found:
                agree += 1
            else:
                reason = next((reason for reason, holds in REASONS if holds(text)), "no reason")
                differ[reason].append(f"{path}: {title}: MediaWiki {wanted}, here {found}")
        print(f"{len(cases)} tests, {agree} agree")
        for reason, titles in differ.items():
            print(f"{len(titles)} differ: {reason}", *titles, sep="\n    ")
        self.assertGreaterEqual(agree, 165)
        self.assertNotIn("no reason", differ)


if __name__ == "__main__":
    main()
