#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes PubMed XML searchable: evident on one core and on all, beside Xapian's own scriptindex (Debian: xapian-omega), SQLite FTS5
and EDirect's local archive (Debian: ncbi-entrez-direct).

usage: ingest_beside_peers.py EVIDENT RECORDS... [--folder FOLDER] [--only NAME,...] [--keep]

RECORDS are PubMed XML files or folders of them. The peers get the text drawn out beforehand, which is not counted, and index the
same fields with positions; they read no references, find no study facts and keep no edges. EDirect reads the XML itself, of the
first file alone, as 30,000 records take it 10 GB of memory. Seconds are of the clock, and of the processor; a busy machine counts
for less in the latter. --keep leaves the databases in FOLDER, for search_beside_peers.
"""
import argparse
import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from xml.etree import ElementTree

SCRIPT = """pmid : boolean=I field
year : field value=0
title : index=S index field
abstract : index field
author : index=A field
journal : index=J field
mesh : indexnopos
cites : boolean=XR
"""


def text_of(element):
    return "" if element is None else " ".join("".join(element.itertext()).split())


def records(paths):
    for path in paths:
        for _, element in ElementTree.iterparse(path):
            if element.tag != "PubmedArticle":
                continue
            article = element.find("MedlineCitation/Article")
            yield {
                "pmid": element.findtext("MedlineCitation/PMID"),
                "year": article.findtext("Journal/JournalIssue/PubDate/Year", ""),
                "title": text_of(article.find("ArticleTitle")),
                "abstract": " ".join(text_of(part) for part in article.iterfind("Abstract/AbstractText")),
                "author": [f"{a.findtext('ForeName', '')} {a.findtext('LastName', '')}" for a in article.iterfind("AuthorList/Author")],
                "journal": article.findtext("Journal/Title", ""),
                "mesh": [m.text for m in element.iterfind("MedlineCitation/MeshHeadingList/MeshHeading/DescriptorName")],
                "cites": [i.text for i in element.iterfind("PubmedData/ReferenceList/Reference/ArticleIdList/ArticleId[@IdType='pubmed']")],
            }
            element.clear()


def records_in(path):
    with open(path, "rb") as lines:
        return sum(line.count(b"<PubmedArticle>") for line in lines)


def draw(paths, folder):
    """Text for both peers; the number of records."""
    count = 0
    with open(folder / "dump", "w") as dump, open(folder / "rows", "w") as rows:
        for record in records(paths):
            count += 1
            for name, value in record.items():
                for one in value if isinstance(value, list) else [value]:
                    if one and one.strip():
                        dump.write(f"{name}={one}\n")
            dump.write("\n")
            rows.write("\x1f".join(" ".join(v) if isinstance(v, list) else v or "" for v in record.values()) + "\n")
    (folder / "script").write_text(SCRIPT)
    return count


def fts5(rows, database):
    connection = sqlite3.connect(database)
    connection.executescript("PRAGMA synchronous=OFF; PRAGMA journal_mode=OFF;")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(pmid UNINDEXED, year UNINDEXED, title, abstract, author, journal, mesh, cites UNINDEXED, tokenize='porter')")
    with connection, open(rows) as lines:
        connection.executemany("INSERT INTO t VALUES(?,?,?,?,?,?,?,?)", (line.rstrip("\n").split("\x1f") for line in lines))
    connection.close()


def edirect(folder, paths):
    """The steps of archive-pubmed -index that need no network."""
    def run(*words, **options):
        subprocess.run(["rchive", *map(str, words)], check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, **options)
    archive, index, invert, merged, postings, tree = (folder / name for name in ("archive", "index", "invert", "merged", "postings", "meshtree"))
    for part in (archive, index, invert, merged, postings):
        part.mkdir(parents=True)
    tree.write_text("")
    for path in paths:
        run("-gzip", "-db", "pubmed", "-input", path, "-archive", archive, index, invert,
            "-index", "MedlineCitation/PMID^Version", "-pattern", "PubmedArticle")
    run("-e2incIndex", archive, index, "-transform", tree, "-e2index")
    run("-e2incInvert", index, invert)
    run("-gzip", "-merge", merged, *sorted(file.name for file in invert.glob("*.inv.gz")), cwd=invert)
    run("-promote", postings, "UID TITL TIAB PAIR MESH YEAR JOUR VOL ISS PAGE LANG PROP PTYP AUTH FAUT LAUT",
        *sorted(file.name for file in merged.glob("*.mrg.gz")), cwd=merged)


def size(path):
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return sum(file.stat().st_size for file in files)


def measure(command):
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    complaint = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) > 1:
        sys.exit(f"{command[0]}: {complaint}")
    return time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("evident")
    parser.add_argument("records", nargs="+", type=Path)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--only", default="evident,evident-1,scriptindex,fts5,edirect")
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--edirect", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--fts5", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.fts5:
        return fts5(*options.fts5)
    if options.edirect:
        return edirect(options.edirect, options.records)
    paths = [file for path in options.records for file in (sorted(path.rglob("*.xml")) if path.is_dir() else [path])]
    with contextlib.ExitStack() as stack:
        folder = options.folder
        if not options.keep:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=options.folder, prefix="peers-")))
        alone = all(name.startswith("evident") for name in options.only.split(","))
        count = sum(map(records_in, paths)) if alone else draw(paths, folder)
        ingest = [options.evident, "ingest", *map(str, paths), "--store"]
        peers = {
            "evident": (ingest + [str(folder / "evident")], folder / "evident"),
            "evident-1": (ingest + [str(folder / "evident-1"), "--jobs", "1"], folder / "evident-1"),
            "scriptindex": (["scriptindex", str(folder / "scriptindex"), str(folder / "script"), str(folder / "dump")], folder / "scriptindex"),
            "fts5": ([sys.executable, __file__, "-", "-", "--fts5", str(folder / "rows"), str(folder / "fts5")], folder / "fts5"),
            "edirect": ([sys.executable, __file__, "-", str(paths[0]), "--edirect", str(folder / "edirect")], folder / "edirect"),
        }
        print(f"{count} records, {sum(p.stat().st_size for p in paths) / 1e6:.1f} MB, {os.cpu_count()} processors")
        print(f"{'':12} {'records/s':>10} {'seconds':>8} {'of cpu':>8} {'peak MB':>8} {'disk MB':>8}")
        for name in options.only.split(","):
            command, made = peers[name]
            if shutil.which("rchive" if name == "edirect" else command[0]) is None:
                print(f"{name:12} not installed")
                continue
            clock, cpu, peak = measure(command)
            done = records_in(paths[0]) if name == "edirect" else count
            print(f"{name:12} {done / clock:10.0f} {clock:8.1f} {cpu:8.1f} {peak / 1024:8.0f} {size(made) / 1e6:8.0f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
