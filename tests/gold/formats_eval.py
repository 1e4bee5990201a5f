# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads every file of ../shared/data by itself and adds up, by format, what came of it: the table of docs/quality.md.

    tests/gold/formats_eval.py [--sample N of ei_bench] [--problems] [PATH...]

references seen = with an identifier + by fields + printed only; citations seen = attached + dangling. A file that gives neither
an article nor a work and of which nothing is said is an error of the program, and so is a sum that does not come out.
"""
import argparse
import collections
import json
import random
import sys
import tarfile
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support import evident

# Raw material and gold that nobody would ask evident to read.
LEFT_OUT = ("scifact", "claim_sentences", "citation_sentiment", "sentences", "citations", "journals", "jats/ei_bench.tar.xz",
            "jats/dev50_txt/gold", "jats/distractor_records.xml.gz", "pubmed/cohen.tsv.xz", "pubmed/ei_front.jsonl.xz",
            "pubmed/mesh_ui.tsv")


def files_of(data):
    for path in sorted(data.rglob("*")):
        place = path.relative_to(data).as_posix()
        if path.is_file() and not any(place == name or place.startswith(name + "/") for name in LEFT_OUT) \
                and path.name not in ("README.md", "LICENSE"):
            yield path


class Table:
    columns = ("files", "articles", "works", "reported", "references", "identified", "fields", "printed", "citations", "attached",
               "dangling")

    def __init__(self):
        self.rows = collections.defaultdict(collections.Counter)
        self.wrong = []

    def add(self, path, store, report):
        # 1 where something was skipped; 2 would be a command that gave up.
        evident.run("ingest", path, "--report", report, "--jobs", "1", store=store, expect=(0, 1), timeout=600)
        status = json.loads(evident.run("status", "--json", store=store).stdout)
        said = [json.loads(line) for line in report.read_text().splitlines()]
        held = [form for form in status["formats"] if form["articles"] + form["works"] > 0]
        row = collections.Counter(files=1, reported=sum(item["severity"] == "error" for item in said))
        if not held and not said:
            self.wrong.append(f"{path}: nothing came of it and nothing was said")
        name = held[0]["format"] if held else "nothing held"
        row["articles"], row["works"] = sum(f["articles"] for f in held), sum(f["works"] for f in held)
        for line in map(json.loads, evident.run("dump", store=store).stdout.splitlines()):
            if line.get("node") == "reference":
                fields = line["fields"]
                known = any(line["ids"].get(scheme) for scheme in ("pmid", "doi", "pmcid"))
                parsed = fields["title"] or (fields["authors"] and fields["year"])
                row["references"] += 1
                row["identified" if known else "fields" if parsed else "printed"] += 1
        for article in evident.ask("audit", store=store, expect=(0, 1))["articles"]:
            references, citations = article["ledger"]["references"], article["ledger"]["citations"]
            if references["seen"] != references["resolved"] + references["ambiguous"] + references["unresolved"] \
                    or citations["seen"] != citations["attached"] + citations["dangling"]:
                self.wrong.append(f"{article['id']}: the ledger does not balance: {article['ledger']}")
            for key in ("attached", "dangling"):
                row[key] += citations[key]
            row["citations"] += citations["seen"]
        self.rows[name] += row

    def print(self):
        print("| format | " + " | ".join(self.columns) + " |\n|" + "---|" * (len(self.columns) + 1))
        for name in sorted(self.rows, key=lambda name: (name == "nothing held", name)):
            print(f"| {name} | " + " | ".join(f"{self.rows[name][column]:,}" for column in self.columns) + " |")


def sample(data, count, folder):
    """A seeded draw of ei_bench, unpacked."""
    with tarfile.open(data / "jats" / "ei_bench.tar.xz") as archive:
        members = sorted((m for m in archive.getmembers() if m.name.endswith(".nxml")), key=lambda m: m.name)
        drawn = random.Random(1).sample(members, min(count, len(members)))
        for member in sorted(drawn, key=lambda m: m.offset):  # xz cannot go back
            target = folder / Path(member.name).name
            target.write_bytes(archive.extractfile(member).read())
            yield target


def main():
    options = argparse.ArgumentParser()
    options.add_argument("paths", nargs="*", type=Path)
    options.add_argument("--sample", type=int, default=200)
    options = options.parse_args()
    if not evident.SHARED.is_dir():
        print("needs ../shared/data")
        return evident.SKIPPED
    table = Table()
    with tempfile.TemporaryDirectory(prefix="evident-test-") as folder:
        drawn = Path(folder) / "drawn"
        drawn.mkdir()
        paths = options.paths or [*files_of(evident.SHARED), *sample(evident.SHARED, options.sample, drawn)]
        for number, path in enumerate(paths):
            store = Path(folder) / f"store-{number}"
            table.add(path, store, Path(folder) / "report")
            for file in store.iterdir():
                file.unlink()
    table.print()
    for line in table.wrong:
        print("WRONG", line)
    return 1 if table.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
