#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds src/ to the include directions of ARCHITECTURE.md, and foreign libraries to their one place."""
import re
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "src"
ALLOWED = {
    "base": "",
    "input": "base",
    "text": "base",
    "model": "base text",
    "read": "base input text model",
    "extract": "base text model",
    "resolve": "base text model extract",
    "index": "base text model",
    "graph": "base model index",
    "ingest": "base input text model read extract resolve index",
    "query": "base input text model extract resolve index graph",
    "render": "base text model extract index query",
    "cli": "base input text model read extract resolve index graph ingest query render",
}
ONLY_IN = {"libxml/": "read/xml", "xapian.h": "index", "boost/": "graph", "nettle/": "base", "unicode/": "text", "zlib.h": "input",
           "bzlib.h": "input", "lzma.h": "input", "zstd.h": "input", "archive.h": "input", "archive_entry.h": "input",
           "poppler": "input/poppler",
           "CLI/": "cli"}

wrong = []
for path in sorted(SOURCE.rglob("*.[ch]pp")):
    here = path.relative_to(SOURCE)
    module = here.parts[0]
    for number, line in enumerate(path.read_text().splitlines(), 1):
        found = re.match(r'\s*#\s*include\s*([<"])([^">]+)', line)
        if not found:
            continue
        quote, name = found.groups()
        if quote == '"':
            target = name.split("/")[0]
            if target != module and target not in ALLOWED[module].split():
                wrong.append(f"{here}:{number}: {module} must not include {name}")
        for prefix, place in ONLY_IN.items():
            if name.startswith(prefix) and not str(here).startswith(place + "/"):
                wrong.append(f"{here}:{number}: {name} belongs to src/{place} alone")
print("\n".join(wrong) if wrong else "all includes follow the arrows")
sys.exit(1 if wrong else 0)
