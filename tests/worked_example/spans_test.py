#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source span that `dump` prints cuts the right bytes out of its file."""
import html
import re
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import evident  # noqa: E402
import markup  # noqa: E402
import wiki  # noqa: E402


def decode(path, data):
    """The words of a cut, decoded as its whole file is."""
    whole = Path(path).read_bytes()
    if whole[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16-le" if whole[:2] == b"\xff\xfe" else "utf-16-be")
    try:
        whole.decode("utf-8")
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


class Spans(unittest.TestCase):
    files = {}

    def check_finding(self, finding):
        """A finding of a record in XML is its own bytes; of other records, it stands within the record."""
        source = finding["source"]
        cut = Path(source["path"]).read_bytes()[source["start"]:source["end"]]
        self.assertTrue(cut, source)
        if Path(source["path"]).suffix in (".xml", ".nxml"):
            self.check_markup("finding", source, finding["text"])

    def check(self, *paths):
        folder, store = evident.new_store(*paths)
        seen, lines = 0, evident.dump(store)
        formats = {line["id"]: line["format"] for line in lines if line.get("node") == "article"}
        for line in lines:
            kind = line.get("node")
            for finding in line.get("findings", []):
                self.check_finding(finding)
            words = {"claim": line.get("text"), "citation": line.get("marker"), "reference": line.get("text")}.get(kind)
            if words is None:
                continue
            source = line["source"]
            if Path(source["path"]).suffix in (".html", ".htm"):
                self.check_page(kind, source, words)
                seen += 1
                continue
            if formats[line["article"] if kind != "citation" else line["claim"].rsplit("#", 1)[0]] == "wikitext":
                self.check_wikitext(kind, source, words)
                seen += 1
                continue
            if Path(source["path"]).suffix in (".xml", ".nxml"):
                self.check_markup(kind, source, words)
                seen += 1
                continue
            cut = evident.squeeze(decode(source["path"], Path(source["path"]).read_bytes()[source["start"]:source["end"]]))
            seen += 1
            if kind == "reference":  # the entry's number and back-links stand before its words
                self.assertTrue(evident.squeeze(words) in cut, f"{source}: {cut!r} lacks {words!r}")
            else:
                self.assertEqual(cut, evident.squeeze(words), f"{source}")
        self.assertGreater(seen, 50)
        folder.cleanup()

    def check_markup(self, kind, source, words):
        """Of a cut out of XML the words are left when its mark-up is gone."""
        data = Path(source["path"]).read_bytes()
        encoding = markup.declared_encoding(data)
        cut = data[source["start"]:source["end"]].decode(encoding)
        declared = re.findall(r'<!ENTITY\s+(\w+)\s+"([^"]*)"', data.decode(encoding))
        if re.fullmatch(r"<xref[^>]*(/>|></xref>)", cut):
            return  # a marker that the journal's style sheet prints
        found = markup.words(re.sub(r"<xref[^>]*/>", "", cut), declared)
        wanted = "".join(words.split())
        if "<xref" in cut and "/>" in cut and "[" in wanted and found != wanted:
            wanted = re.sub(r"\[[^]]*\]", "", wanted)
            found = re.sub(r"\[[^]]*\]", "", found)
        if kind == "reference":
            self.assertIn(wanted, found, f"{source}")
        else:
            self.assertEqual(found, wanted, f"{source}")

    def check_page(self, kind, source, words):
        """The words of a cut out of HTML are left, in order, when its mark-up is gone; what is not shown, and what
        editors and links say beside the text, may stand between them."""
        data = Path(source["path"]).read_bytes()
        found = markup.page_words(decode(source["path"], data[source["start"]:source["end"]]))
        wanted = "".join(words.split())
        rest = iter(found)
        self.assertTrue(all(letter in rest for letter in wanted), f"{source}: {found!r} lacks {wanted!r}")
        if kind != "reference" and wanted:
            self.assertEqual((found[0], found[-1]), (wanted[0], wanted[-1]), f"{source}")

    def check_wikitext(self, kind, source, words):
        """What a cut of a page prints is the words, in order; without templates, nothing else. A footnote's cut is all of it."""
        path = Path(source["path"])
        if path not in self.files:
            self.files[path] = path.read_bytes()
        cut = self.files[path][source["start"]:source["end"]].decode()
        if self.files[path].startswith(b"<mediawiki"):
            cut = html.unescape(cut)
        if kind == "citation":
            self.assertRegex(cut, r"(?is)^(<ref\b.*(/>|</ref\s*>)|<ref [^>]*>|\{\{.*\}\}|\[.*\])$", f"{source}")
        elif kind == "reference":
            title = re.search(r'"(.*?)"', words)
            self.assertNotRegex(cut, r"(?i)^<ref|</ref>$", f"{source}")
            if title is not None and "{{" in cut:
                self.assertTrue(wiki.in_order(re.sub(r"\W", "", title.group(1))[:40], html.unescape(cut)), f"{source}: {words}")
        elif "{" in cut or "<math" in cut or "<nowiki" in cut or re.search(r"\[\[\w+:", cut):
            wanted = re.sub(r"\[[^]]*\]|\W", "", words)
            self.assertTrue(wiki.in_order(wanted, html.unescape(cut)) or "{{" in cut, f"{source}: {cut!r} lacks {words!r}")
        else:
            self.assertEqual(wiki.words(cut), re.sub(r"\[(?:\w+ )?\w+\]", "", words).replace(" ", ""), f"{source}")

    def test_corpus(self):
        self.check(evident.SOURCE / "corpus" / "articles")

    @unittest.skipUnless((evident.SHARED / "seeds").is_dir(), "needs ../shared/data/seeds")
    def test_seeds(self):
        self.check(evident.SHARED / "seeds")

    @unittest.skipUnless((evident.SHARED / "jats" / "dev50_txt").is_dir(), "needs ../shared/data/jats/dev50_txt")
    def test_fifty_articles(self):
        self.check(evident.SHARED / "jats" / "dev50_txt" / "txt")

    @unittest.skipUnless((evident.SHARED / "jats" / "dev50").is_dir(), "needs ../shared/data/jats/dev50")
    def test_jats(self):
        self.check(evident.SHARED / "jats" / "dev50")

    @unittest.skipUnless((evident.SHARED / "html").is_dir(), "needs ../shared/data/html")
    def test_html(self):
        self.check(evident.SHARED / "html")

    @unittest.skipUnless((evident.SHARED / "wikitext").is_dir(), "needs ../shared/data/wikitext")
    def test_wikitext(self):
        self.check(evident.SHARED / "wikitext" / "wtf_wikipedia", evident.SHARED / "wikitext" / "mdwiki")


if __name__ == "__main__":
    evident.main()
