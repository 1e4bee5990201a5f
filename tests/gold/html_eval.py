#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts callouts and the references they lead to in HTML pages with Python's html.parser, by rules of its own, and
compares them with the citations that `evident dump` prints.

usage: html_eval.py [--failures] [FILE...]
Without files: every page of ../shared/data/html. Two ways to cite are counted: links to an element within an entry of
a list of references, and SciELO's markers with a copy of the entry beside them. Exit status 1 where F1 is below 0.99
or a sum does not come out, 77 where the data is absent.
"""
import argparse
import collections
import html
import re
import sys
import tempfile
import urllib.parse
from html.parser import HTMLParser
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import evident  # noqa: E402

VOID = set("area base br col embed hr img input link meta param source track wbr".split())
DASHES = set("-\u2010\u2011\u2012\u2013\u2014\u2212")


class Element:
    def __init__(self, name, attributes, start, parent):
        self.name, self.attributes, self.start, self.parent = name, attributes, start, parent
        self.end = None
        self.children = []

    def classes(self):
        return (self.attributes.get("class") or "").split()

    def walk(self):
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def text(self):
        return "".join(child if isinstance(child, str) else child.text() for child in self.children
                       if isinstance(child, str) or child.name not in ("script", "style"))

    def up(self):
        node = self
        while node is not None:
            yield node
            node = node.parent


class Page(HTMLParser):
    """A tree with the place of every element in characters; what is left open ends with its parent."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.source = text
        self.lines = [0]
        for line in text.split("\n"):
            self.lines.append(self.lines[-1] + len(line) + 1)
        self.root = self.top = Element("", {}, 0, None)
        self.feed(text)
        self.close()
        while self.top is not None:
            self.top.end = self.top.end or len(text)
            self.top = self.top.parent

    def at(self):
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def handle_starttag(self, name, attributes):
        if name == "li":
            for node in self.top.up():
                if node.name in ("ul", "ol"):
                    break
                if node.name == "li":
                    self.leave(node, self.at())
                    break
        element = Element(name, dict(attributes), self.at(), self.top)
        self.top.children.append(element)
        if name in VOID:
            element.end = self.at() + len(self.get_starttag_text())
        else:
            self.top = element

    def handle_startendtag(self, name, attributes):
        element = Element(name, dict(attributes), self.at(), self.top)
        self.top.children.append(element)
        element.end = self.at() + len(self.get_starttag_text())

    def leave(self, element, end):
        while self.top is not element:
            self.top.end = end
            self.top = self.top.parent
        element.end = end
        self.top = element.parent

    def handle_endtag(self, name):
        for node in self.top.up():
            if node.name == name:
                self.leave(node, self.source.find(">", self.at()) + 1)
                return
            if name not in ("div", "table", "body", "html", "section", "article", "ul", "ol") and node.name in ("div", "td", "li", "p"):
                return

    def handle_data(self, data):
        self.top.children.append(data)


def letters(text):
    return re.sub(r"^\d+", "", "".join(c for c in text.lower() if c.isalnum()))


def entries_of(page):
    """Items of lists that links with numbers lead to, and of SciELO's reference lists."""
    found = []
    lists = []
    for node in page.root.walk():
        classes = node.classes()
        if node.name in ("ul", "ol") and ("refList" in classes and "footnote" not in classes or "references" in classes):
            lists.append(node)
    for node in lists:
        found += [child for child in node.children if isinstance(child, Element) and child.name == "li" and child.text().strip()]
    return found


def callouts_of(page, entries):
    """(start, end, entry number) of each, in order."""
    owner = {}
    for number, entry in enumerate(entries):
        for node in entry.walk():
            owner[id(node)] = number
    by_id = {node.attributes[key]: node for node in page.root.walk() for key in ("id", "name") if node.attributes.get(key)}
    keys = [letters(entry.text()) for entry in entries]
    out = []
    for node in page.root.walk():
        if any(id(up) in owner for up in node.up()):
            continue
        if node.name == "a" and "#" in (node.attributes.get("href") or ""):
            target = by_id.get(urllib.parse.unquote(node.attributes["href"].split("#", 1)[1]))
            if target is not None and id(target) in owner and node.text().strip():
                out.append((node.start, node.end, owner[id(target)]))
        elif "ref" in node.classes() and node.name == "span":
            copy = next((child for child in node.children if isinstance(child, Element) and "refCtt" in child.classes()), None)
            if copy is None:
                continue
            key = letters(re.sub(r"https?://\S+\.\.\.\s*", "", copy.text()))
            same = [n for n, other in enumerate(keys) if key[:100] and other.startswith(key[:100])]
            if len(same) > 1:
                same = [max(same, key=lambda n: len(common(key, keys[n])))]
            if same:
                out.append((node.start, copy.start, same[0]))
    return sorted(out)


def common(left, right):
    size = next((n for n, (a, b) in enumerate(zip(left, right)) if a != b), min(len(left), len(right)))
    return left[:size]


def with_ranges(page, callouts):
    """Sets of entries a place: two numbers with nothing but a dash between imply what lies between."""
    out = []
    for start, end, number in callouts:
        if out:
            last = out[-1]
            between = re.sub(r"<span class=\"refCtt.*?</span></span>", "", page.source[last["end"]:start], flags=re.S)
            between = html.unescape(re.sub(r"<[^>]*>", "", between)).strip(" ()[]\n\t\u00a0")
            words = [re.sub(r"<[^>]*>", "", page.source[a:b]).strip(" ()[]") for a, b in ((last["start"], last["end"]), (start, end))]
            numbers = all(word.isdigit() for word in words)
            if numbers and between and set(between) <= DASHES and last["last"] < number:
                last["set"] |= set(range(last["last"], number + 1))
                last.update(end=end, last=number)
                continue
        out.append({"start": start, "end": end, "set": {number}, "last": number})
    return out


class Score(collections.Counter):
    def f1(self):
        precision = self["hit"] / max(1, self["hit"] + self["wrong"])
        recall = self["hit"] / max(1, self["hit"] + self["missed"])
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def compare(path, lines, score, say):
    text = path.read_bytes().decode("utf-8")
    page = Page(text)
    entries = entries_of(page)
    where = lambda at: len(text[:at].encode("utf-8"))  # noqa: E731
    spans = [(where(entry.start), where(entry.end)) for entry in entries]
    refs = {}
    for line in lines["reference"]:
        at = line["source"]["start"]
        refs[line["id"]] = next((n for n, (start, end) in enumerate(spans) if start <= at < end), None)
        fields = line["fields"]
        parsed = fields["title"] or (fields["authors"] and fields["year"])
        score["identified" if any(line["ids"].values()) else "by fields" if parsed else "unparsed"] += 1
        if refs[line["id"]] is None:
            say(f"{path.name}: {line['id']} stands in no entry: {line['text'][:80]}")
            score["extra references"] += 1
    for n in sorted(set(range(len(entries))) - set(refs.values())):
        say(f"{path.name}: entry {n} gave no reference: {entries[n].text()[:80]!r}")
        score["missed references"] += 1
    score["entries"] += len(entries)
    sentences = {line["id"]: line["source"] for line in lines["claim"] + lines["sentence"]}
    wanted = [{**c, "start": where(c["start"]), "end": where(c["end"])} for c in with_ranges(page, callouts_of(page, entries))]
    score["callouts"] += len(wanted)
    seen = set()
    for line in lines["citation"]:
        source, holder = line["source"], sentences.get(line["claim"])
        if holder is None or not holder["start"] <= source["start"] <= source["end"] <= holder["end"]:
            say(f"{path.name}: {line['id']} {line['marker']!r} stands outside its sentence")
            score["bad sums"] += 1
        got = {refs.get(reference) for reference in line["references"]}
        want = set()
        for n, callout in enumerate(wanted):
            if callout["start"] < source["end"] and source["start"] < callout["end"]:
                want |= callout["set"]
                seen.add(n)
        score["hit"] += len(got & want)
        score["wrong"] += len(got - want)
        score["missed"] += len(want - got)
        score["citations"] += 1
        if got != want:
            say(f"{path.name}: {line['marker']!r} at {source['start']}: wanted {sorted(want)}, got {sorted(map(str, got))}")
    for n, callout in enumerate(wanted):
        if n not in seen:
            score["missed"] += len(callout["set"])
            words = re.sub(r"<[^>]*>", "", text.encode()[callout["start"]:callout["end"]].decode())
            say(f"{path.name}: callout at {callout['start']} {words[:60]!r} gave no citation")


def sums(store, say):
    bad = 0
    for article in evident.ask("audit", store=store, expect=(0, 1))["articles"]:
        refs, cites = article["ledger"]["references"], article["ledger"]["citations"]
        if refs["seen"] != refs["resolved"] + refs["ambiguous"] + refs["unresolved"] or \
                cites["seen"] != cites["attached"] + cites["dangling"]:
            say(f"{article['id']}: the ledger does not balance: {article['ledger']}")
            bad += 1
    return bad


def main():
    options = argparse.ArgumentParser()
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--failures", action="store_true")
    options = options.parse_args()
    say = print if options.failures else lambda text: None
    files = options.files
    if not files:
        if not (evident.SHARED / "html").is_dir():
            print("needs ../shared/data/html")
            return evident.SKIPPED
        files = sorted((evident.SHARED / "html").glob("*/*.html"))
    with tempfile.TemporaryDirectory(prefix="evident-test-") as folder:
        store = Path(folder) / "store"
        evident.run("ingest", *files, store=store, expect=(0, 1), timeout=1200)
        by_path = collections.defaultdict(lambda: collections.defaultdict(list))
        for line in evident.dump(store):
            if line.get("node") in ("reference", "claim", "sentence", "citation"):
                by_path[line["source"]["path"]][line["node"]].append(line)
        score = Score()
        for path in files:
            compare(path, by_path[str(path.resolve())], score, say)
        score["bad sums"] += sums(store, say)
    precision, recall, f1 = score.f1()
    print(f"{len(files)} pages, {score['entries']} entries ({score['missed references']} missed, {score['extra references']} "
          f"references beside them), {score['callouts']} callouts, {score['citations']} citations")
    print(f"references: {score['identified']} with an identifier, {score['by fields']} by fields, {score['unparsed']} unparsed")
    print(f"callout to reference: P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}  ({score['hit']} right, {score['missed']} missed, "
          f"{score['wrong']} wrong); sums that do not come out {score['bad sums']}")
    return 0 if f1 >= 0.99 and not score["bad sums"] else 1


if __name__ == "__main__":
    sys.exit(main())
