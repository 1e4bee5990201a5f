#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same article in several forms gives the same claims and the same links.

usage: forms_eval.py [--failures] [--keep DIR] [FILE...]
Each JATS file (without files: all of ../shared/data/jats/dev50) is written as plain text, as a journal's page, as a
wiki's page and as wikitext (jats_forms.py; another form is another entry in its FORMS), and all are read. Claims are compared with
those of the JATS file by their letters, markers left out; links by the numbers of the references. Pages of
../shared/data/html that bear the name of a JATS file are compared too ("page"). Exit status 1 where a form falls
below what docs/quality.md states, 77 where the data is absent.
"""
import argparse
import collections
import re
import sys
import tempfile
from pathlib import Path
from xml.parsers import expat

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import evident  # noqa: E402
import jats_forms  # noqa: E402
from jats_eval import Counted  # noqa: E402

LEAST = {"plain": (0.98, 0.995), "journal": (0.995, 0.995), "wiki": (0.985, 0.995), "wikitext": (0.98, 0.995), "page": (0.9, 0.995)}  # claims, links


def letters(text):
    return "".join(c for c in text.lower() if c.isalnum())


class Body:
    """Where abstract and body of a JATS file stand, in bytes: floats, notes, appendices and replies are written in no
    other form, so that their claims are not compared."""

    def __init__(self, path):
        self.parser = expat.ParserCreate()
        self.parser.UseForeignDTD(False)
        self.parser.StartElementHandler, self.parser.EndElementHandler = self.start, self.end
        self.open, self.spans, self.holes = [], [], []
        self.parser.Parse(path.read_bytes(), True)

    def start(self, name, attributes):
        self.open.append((name.split(":")[-1], self.parser.CurrentByteIndex))

    def end(self, name):
        name, start = self.open.pop()
        span = (start, self.parser.CurrentByteIndex)
        if name in ("abstract", "body"):
            self.spans.append(span)
        if name in jats_forms.APART - {"label"} | {"sub-article", "response", "trans-abstract", "back", "app"}:
            self.holes.append(span)

    def holds(self, source):
        inside = lambda span: span[0] <= source["start"] < span[1]  # noqa: E731
        return any(map(inside, self.spans)) and not any(map(inside, self.holes))


class Read:
    """Claims of one file by their letters, with the numbers of the references that they cite."""

    def __init__(self, lines, number_of, body=None):
        markers = collections.defaultdict(list)
        cited = collections.defaultdict(set)
        for line in lines["citation"]:
            markers[line["claim"]].append(line["marker"])
            cited[line["claim"]] |= {number_of.get(ref) for ref in line["references"]}
        self.claims = {}
        for line in lines["claim"]:
            if body and not body.holds(line["source"]):
                continue
            text = line["text"]
            for marker in markers[line["id"]]:
                text = text.replace(marker, " ", 1)
            self.claims.setdefault(letters(text), set()).update(cited[line["id"]])


def by_print(lines):
    """Numbers of references as printed, else in the order of the file."""
    ordered = sorted(lines["reference"], key=lambda line: line["source"]["start"])
    printed = all(str(line["number"]).isdigit() for line in ordered)
    return {line["id"]: int(line["number"]) - 1 if printed else n for n, line in enumerate(ordered)}


def by_text(lines, article):
    """Numbers of references by what they say: wikitext numbers them by their first use. A number that the print begins with
    is none of the words."""
    def words(text):
        return letters(re.sub(r"^\s*\[?\d+[.\]]\s*", "", text))
    known = {}
    for n, (_, text) in enumerate(article.references):
        known.setdefault(words(text), n)
    return {line["id"]: known.get(words(line["text"])) for line in lines["reference"]}


def by_ref(lines, path):
    refs = Counted(path).refs
    return {line["id"]: next((ref["n"] for ref in refs if ref["start"] <= line["source"]["start"] < ref["end"]), None)
            for line in lines["reference"]}


def compare(form, name, wanted, got, score, say):
    both = wanted.claims.keys() & got.claims.keys()
    score[form, "both"] += len(both)
    score[form, "jats only"] += len(wanted.claims.keys() - both)
    score[form, "form only"] += len(got.claims.keys() - both)
    for key in sorted(wanted.claims.keys() - both):
        say(f"{form} {name}: lacks {key[:110]}")
    for key in sorted(got.claims.keys() - both):
        say(f"{form} {name}: has   {key[:110]}")
    for key in both:
        want, have = wanted.claims[key], got.claims[key]
        score[form, "hit"] += len(want & have)
        score[form, "missed"] += len(want - have)
        score[form, "wrong"] += len(have - want)
        if want != have:
            say(f"{form} {name}: {key[:60]}: wanted {sorted(want, key=str)}, got {sorted(have, key=str)}")


def f1(hit, missed, wrong):
    return 2 * hit / max(1, 2 * hit + missed + wrong)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--failures", action="store_true")
    options.add_argument("--keep", type=Path, help="write the forms here")
    options = options.parse_args()
    say = print if options.failures else lambda text: None
    files = options.files or sorted((evident.SHARED / "jats" / "dev50").glob("*"))
    if not files:
        print("needs ../shared/data/jats/dev50")
        return evident.SKIPPED
    score = collections.Counter()
    with tempfile.TemporaryDirectory(prefix="evident-test-") as folder:
        made = options.keep or Path(folder) / "forms"
        made.mkdir(parents=True, exist_ok=True)
        forms, articles = {}, {}
        for path in files:
            try:
                article = jats_forms.Article(path)
            except Exception as error:  # what Python's parser does not read is no case of this test
                print(f"{path.name}: left out: {error}")
                continue
            if not article.references or not article.sections:
                continue
            articles[path] = article
            for form, (write, suffix) in jats_forms.FORMS.items():
                forms[path, form] = made / f"{path.stem}.{form}.{suffix}"
                forms[path, form].write_text(write(article), encoding="utf-8")
            page = next((evident.SHARED / "html").glob(f"*/{path.stem.split('__')[-1]}.*html"), None)
            if page and not options.files and ".abstract." not in page.name:
                forms[path, "page"] = page
        store = Path(folder) / "store"
        evident.run("ingest", *{path for path, _ in forms}, *forms.values(), store=store, expect=(0, 1), timeout=1200)
        lines = collections.defaultdict(lambda: collections.defaultdict(list))
        for line in evident.dump(store):
            if line.get("node") in ("reference", "claim", "citation"):
                lines[line["source"]["path"]][line["node"]].append(line)
        jats = {path: Read(lines[str(path.resolve())], by_ref(lines[str(path.resolve())], path), Body(path))
                for path in {path for path, _ in forms}}
        for (path, form), made_path in sorted(forms.items(), key=str):
            own = lines[str(made_path.resolve())]
            numbers = by_text(own, articles[path]) if form == "wikitext" else by_print(own)
            compare(form, path.name, jats[path], Read(own, numbers), score, say)
    failed = False
    for form in sorted({form for _, form in forms}):
        value = lambda key: score[form, key]  # noqa: E731
        claims = f1(value("both"), value("jats only"), value("form only"))
        links = f1(value("hit"), value("missed"), value("wrong"))
        failed = failed or claims < LEAST[form][0] or links < LEAST[form][1]
        print(f"{form:8} {sum(1 for _, other in forms if other == form)} articles; claims: {value('both')} the same, {value('jats only')} in "
              f"JATS only, {value('form only')} here only, F1 {claims:.4f}; their links: {value('hit')} the same, "
              f"{value('missed')} missed, {value('wrong')} wrong, F1 {links:.4f}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
