#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes PDF, DOCX, ODT and EPUB files of plain-text articles, with whatever tools are installed.

usage: office_files.py [--limit N] [--kinds KIND,...] TXT_FOLDER OUT_FOLDER

OUT_FOLDER gets a folder for each kind:
  columns   PDF of two columns, justified and hyphenated, running heads and page numbers (chromium)
  raised    the same with superscript numbers for markers (chromium)
  groff     PDF of two columns set by another program (groff -ms)
  report    PDF of one column (libreoffice, from the DOCX)
  docx odt epub                 (pandoc)
  writer    ODT of another program (libreoffice, from the DOCX)
"""
import argparse
import html
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ENTRY = re.compile(r"\s*(\d+)\. \^ (.*)")
MARKERS = re.compile(r" ?(?:\[\d+(?:[-\u2013,; ]+\d+)*\])+")
STYLE = """
@page { size: A4; margin: 22mm 16mm 20mm 16mm;
        @top-left { content: "M. Author and others"; font-size: 8pt }
        @top-right { content: "A Journal of Made-up Studies 12 (2020) 345"; font-size: 8pt }
        @bottom-center { content: counter(page); font-size: 8pt } }
body { font: 9pt/1.25 "Liberation Serif"; margin: 0 }
h1 { font-size: 17pt; column-span: all; text-align: left }
main { columns: 2; column-gap: 8mm; text-align: justify; hyphens: auto }
h2 { font-size: 10pt; margin: 8pt 0 3pt; break-after: avoid }
p { margin: 0; text-indent: 4mm } h2 + p { text-indent: 0 }
.ref { text-indent: -5mm; margin: 0 0 2pt 5mm; font-size: 8pt }
sup { font-size: 65%; line-height: 0 }
"""


def blocks(text):
    """(kind, words) of each block: title, heading, paragraph, reference."""
    first = True
    for chunk in re.split(r"\n\s*\n", text):
        lines = [line for line in chunk.split("\n") if line.strip()]
        prose = []
        for line in lines:
            if ENTRY.match(line):
                yield "reference", line.strip()
            else:
                prose.append(line.strip())
        words = " ".join(prose)
        if not words:
            continue
        if first:
            yield "title", words
        elif len(words) < 120 and not re.search(r"[.!?:;,\]]$", words):
            yield "heading", words
        else:
            yield "paragraph", words
        first = False


def raised(words):
    """The words with their markers as superscripts, in HTML."""
    out, at = [], 0
    for run in MARKERS.finditer(words):
        numbers = run.group().strip()[1:-1].replace("][", ",")
        out += [html.escape(words[at:run.start()]), f"<sup>{html.escape(numbers)}</sup>"]
        at = run.end()
    return "".join(out) + html.escape(words[at:])


def as_html(text, superscripts):
    body = []
    for kind, words in blocks(text):
        if kind == "reference":
            number, entry = ENTRY.match(words).groups()
            body.append(f'<p class="ref">{number}. {html.escape(entry)}</p>')
        elif kind == "title":
            body.append(f"<h1>{html.escape(words)}</h1><main>")
        elif kind == "heading":
            body.append(f"<h2>{raised(words) if superscripts else html.escape(words)}</h2>")
        else:
            body.append(f"<p>{raised(words) if superscripts else html.escape(words)}</p>")
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><style>{STYLE}</style></head><body>' + \
        "\n".join(body) + "</main></body></html>"


def as_groff(text):
    out = [".nr PS 10", ".nr VS 12", ".ds LH M. Author", ".ds RH Made-up Studies", ".ds CH", ".ds CF \\\\n[%]", ".hy 6"]

    def safe(words):
        words = words.replace("\\", "\\e")
        return "\\&" + words if words[:1] in ".'" else words

    for kind, words in blocks(text):
        if kind == "title":
            out += [".TL", safe(words), ".2C"]
        elif kind == "heading":
            out += [".SH", safe(words)]
        elif kind == "reference":
            number, entry = ENTRY.match(words).groups()
            out += [f'.IP "{number}." 4', safe(entry)]
        else:
            out += [".PP", safe(words)]
    return "\n".join(out) + "\n"


def run(*command, **options):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=300, check=False, **options)
    return done.stdout


def make(text, key, kind, out, scratch):
    target = out / kind / f"{key}.{'pdf' if kind in ('columns', 'raised', 'groff', 'report') else 'odt' if kind == 'writer' else kind}"
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    page = scratch / f"{key}.html"
    page.write_text(as_html(text, kind == "raised"), encoding="utf-8")
    if kind in ("columns", "raised"):
        run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
            f"--print-to-pdf={target}", f"file://{page}")
    elif kind == "groff":
        target.write_bytes(run("groff", "-k", "-Kutf8", "-ms", "-Tpdf", input=as_groff(text).encode()))
    elif kind in ("docx", "odt", "epub"):
        run("pandoc", "-f", "html", "-o", str(target), str(page))
    else:
        source = out / "docx" / f"{key}.docx"
        make(text, key, "docx", out, scratch)
        run("soffice", "--headless", f"-env:UserInstallation=file://{scratch}/office", "--convert-to",
            "odt" if kind == "writer" else "pdf", "--outdir", str(target.parent), str(source))
    if not target.exists() or target.stat().st_size == 0:
        target.unlink(missing_ok=True)
        print(f"not made: {target}", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=int, default=10**9)
    parser.add_argument("--kinds", default="columns,raised,groff,report,docx,odt,epub,writer")
    parser.add_argument("texts", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    options = parser.parse_args()
    needs = {"columns": "chromium", "raised": "chromium", "groff": "groff", "report": "soffice", "writer": "soffice"}
    with tempfile.TemporaryDirectory() as scratch:
        for kind in options.kinds.split(","):
            if not shutil.which(needs.get(kind, "pandoc")):
                print(f"{kind}: skipped, {needs.get(kind, 'pandoc')} is not installed", file=sys.stderr)
                continue
            for path in sorted(options.texts.glob("*.txt"))[:options.limit]:
                make(path.read_text(encoding="utf-8"), path.stem, kind, options.out, pathlib.Path(scratch))


if __name__ == "__main__":
    main()
