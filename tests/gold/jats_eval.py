#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts links from xref to ref in JATS files with a parser of its own (expat, which tells bytes) and compares
them with the citations that `evident dump` prints.

usage: jats_eval.py [--sample N] [--seed N] [--failures] [FILE...]
Without files: all of jats/dev50 and N (200) articles of jats/ei_bench.tar.xz, drawn by the seed. Exit status 1
where F1 is below 0.995 or a sum does not come out, 77 where the data is absent.
"""
import argparse
import collections
import random
import re
import sys
import tarfile
import tempfile
from pathlib import Path
from xml.parsers import expat

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import evident  # noqa: E402

SCOPES = {"article", "sub-article", "response"}
BLOCKS = {"p", "title", "td", "th", "attrib", "license-p", "fn", "term", "article-title", "caption", "list-item", "sec",
          "disp-quote", "list", "def", "ref"}
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"


class Counted:
    """The refs and xrefs of one file, each with its bytes."""

    def __init__(self, path):
        self.scopes, self.refs, self.xrefs, self.where = [], [], [], {}
        self.open, self.block, self.in_ref, self.xref, self.ids = [], 0, None, None, []
        self.text = []
        parser = self.parser = expat.ParserCreate()
        parser.UseForeignDTD(False)
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        parser.CharacterDataHandler = self.words
        self.data = Path(path).read_bytes()
        parser.Parse(self.data, True)

    def start(self, name, attributes):
        name = name.split(":")[-1]
        if name in SCOPES:
            self.scopes.append(len(self.where))
            self.where[len(self.where)] = {}
        if name in BLOCKS:
            self.block += 1
        if name == "ref":
            self.in_ref = {"start": self.parser.CurrentByteIndex, "n": len(self.refs)}
            self.refs.append(self.in_ref)
        if self.in_ref is not None and attributes.get("id"):
            self.where[self.scopes[-1]].setdefault(attributes["id"], self.in_ref["n"])
        if name == "xref" and self.in_ref is None:
            self.xref = {"start": self.parser.CurrentByteIndex, "scope": list(self.scopes), "block": self.block,
                         "rids": (attributes.get("rid") or "").split(), "type": attributes.get("ref-type"),
                         "before": "".join(self.text), "text": ""}
            self.text = []
            self.xrefs.append(self.xref)

    def end(self, name):
        name = name.split(":")[-1]
        if name in SCOPES:
            self.scopes.pop()
        if name in BLOCKS:
            self.block += 1
        if name == "ref":
            self.in_ref["end"] = self.parser.CurrentByteIndex
            self.in_ref = None
        if name == "xref" and self.xref is not None:
            self.xref["end"] = self.parser.CurrentByteIndex
            self.xref["text"], self.text = "".join(self.text), []
            self.xref = None

    def words(self, data):
        self.text.append(data)

    def targets(self, xref):
        found = []
        for rid in xref["rids"]:
            for scope in reversed(xref["scope"]):
                if rid in self.where[scope]:
                    found.append(self.where[scope][rid])
                    break
        return found

    def links(self):
        """[(xref, set of refs)] of the xrefs that cite, ranges filled in."""
        out, last = [], None
        for xref in self.xrefs:
            refs = self.targets(xref)
            if not refs and xref["type"] != "bibr":
                last = None
                continue
            inside = re.fullmatch(rf"\D{{0,2}}(\d{{1,3}})\s*[{DASHES}]\s*(\d{{1,3}})\D{{0,2}}", xref["text"].strip())
            if inside and refs:
                size = int(inside[2]) - int(inside[1])
                if 0 < size < 60 and (len(refs) == 1 or max(refs) - min(refs) == size):
                    refs = list(range(min(refs), min(refs) + size + 1))
            between = re.sub(r"[\s\[\]()]", "", xref["before"])
            number = re.fullmatch(r"[\s\[\]()]*\d{1,3}[\s\[\]()]*", xref["text"]) or inside
            ranged = between != "" and (between in DASHES or (between in ("to", "through") and not re.search(
                r"[\[\]()]", xref["before"])))
            if last and ranged and number and last["number"] and last["block"] == xref["block"] and refs and last["refs"]:
                gap = refs[0] - last["refs"][-1]
                if 0 < gap < 60:
                    last["set"].update(range(last["refs"][-1] + 1, refs[0]))
            last = {"set": set(refs), "refs": refs, "number": bool(number), "block": xref["block"]}
            out.append((xref, last["set"]))
        return out


class Score(collections.Counter):
    def f1(self):
        precision = self["hit"] / max(1, self["hit"] + self["wrong"])
        recall = self["hit"] / max(1, self["hit"] + self["missed"])
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def compare(path, lines, score, say):
    counted = Counted(path)
    refs = {}  # reference id -> the ref whose bytes hold it
    held = set()
    for line in lines["reference"]:
        at = line["source"]["start"]
        ref = next((r["n"] for r in counted.refs if r["start"] <= at < r["end"]), None)
        refs[line["id"]] = ref
        fields = line["fields"]
        parsed = fields["title"] or (fields["authors"] and fields["year"])
        score["identified" if any(line["ids"].values()) else "by fields" if parsed else "unparsed"] += 1
        held.add(ref)
        if ref is None:
            say(f"{path}: {line['id']} stands in no <ref>")
            score["bad sums"] += 1
    empty = [r for r in counted.refs if not re.sub(rb"<[^>]*>|\s", b"", counted.data[r["start"]:r["end"]])]
    missing = len(counted.refs) - len(held - {None}) - len(empty)
    if missing:
        say(f"{path}: {missing} <ref> gave no reference")
        score["bad sums"] += 1
    score["refs"] += len(counted.refs)
    score["references"] += len(refs)
    sentences = {line["id"]: line["source"] for line in lines["claim"] + lines["sentence"]}
    links = counted.links()
    seen = set()
    for line in lines["citation"]:
        source, holder = line["source"], sentences.get(line["claim"])
        if holder is None or not holder["start"] <= source["start"] <= source["end"] <= holder["end"]:
            say(f"{path}: {line['id']} {line['marker']!r} stands outside its sentence")
            score["bad sums"] += 1
        wanted = set()
        for n, (xref, targets) in enumerate(links):
            if xref["start"] < source["end"] and source["start"] < xref["end"]:
                seen.add(n)
                wanted |= targets
        got = {refs.get(reference) for reference in line["references"]}
        score["hit"] += len(got & wanted)
        score["wrong"] += len(got - wanted)
        score["missed"] += len(wanted - got)
        if got != wanted:
            say(f"{path}: {line['marker']!r} at {source['start']}: wanted {sorted(wanted)}, got {sorted(map(str, got))}")
        score["attached" if not line.get("dangling") else "dangling"] += 1
    for n, (xref, targets) in enumerate(links):
        score["xrefs"] += 1
        if n not in seen:
            score["missed"] += len(targets)
            score["lost xrefs"] += 1
            say(f"{path}: xref at {xref['start']} {xref['text']!r} gave no citation")


def sums(store, say):
    """What the ledger of every article says; the number that do not balance."""
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
    options.add_argument("--sample", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--failures", action="store_true")
    options = options.parse_args()
    say = print if options.failures else lambda text: None
    with tempfile.TemporaryDirectory(prefix="evident-test-") as folder:
        files = options.files
        if not files:
            data = evident.SHARED / "jats"
            if not (data / "ei_bench.tar.xz").exists():
                print("needs ../shared/data/jats")
                return evident.SKIPPED
            files = sorted((data / "dev50").iterdir())
            with tarfile.open(data / "ei_bench.tar.xz") as archive:
                members = sorted((m for m in archive.getmembers() if m.name.endswith(".nxml")), key=lambda m: m.name)
                drawn = random.Random(options.seed).sample(members, min(options.sample, len(members)))
                for member in sorted(drawn, key=lambda m: m.offset):  # xz cannot go back
                    target = Path(folder) / "sample" / Path(member.name).name
                    target.parent.mkdir(exist_ok=True)
                    target.write_bytes(archive.extractfile(member).read())
                    files.append(target)
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
    print(f"{len(files)} files, {score['refs']} <ref>, {score['references']} references, {score['xrefs']} xrefs that cite, "
          f"{score['attached']} citations attached, {score['dangling']} dangling")
    print(f"references: {score['identified']} with an identifier, {score['by fields']} by fields, {score['unparsed']} unparsed")
    print(f"xref to ref: P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}  ({score['hit']} right, {score['missed']} missed, "
          f"{score['wrong']} wrong); xrefs without citation {score['lost xrefs']}; sums that do not come out {score['bad sums']}")
    return 0 if f1 >= 0.995 and not score["bad sums"] and not score["lost xrefs"] else 1


if __name__ == "__main__":
    sys.exit(main())
