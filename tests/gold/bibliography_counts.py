# SPDX-License-Identifier: GPL-3.0-or-later
"""Bibliographic exchange formats of ../shared/data, read a second time with Python's standard library.

For every file: records seen = works + reported, and each work's title, year and DOI are those of a record that this script reads
by itself. Differences are listed with --list.
"""
import csv
import json
import re
import sys
import tempfile
import unicodedata
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support.evident import SHARED, main, run

csv.field_size_limit(1 << 30)
LIST = "--list" in sys.argv
# What a reader may say of a record that it leaves out.
SKIPPED = {"empty-record", "truncated-record", "malformed-record", "open-quote", "record-too-large", "no-identifier"}


def decoded(data):
    if data[:1] and len(data) > 3 and data[1] == 0 and data[3] == 0:
        return data.decode("utf-16-le", "replace").lstrip("\ufeff")
    for bom, name in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if data.startswith(bom):
            return data.decode(name, "replace")
    if len(data) > 3 and data[0] == 0 and data[2] == 0:
        return data.decode("utf-16-be", "replace")
    declared = re.match(rb"%\s*Encoding:\s*(\S+)", data)
    for name in ([declared.group(1).decode()] if declared else []) + ["utf-8"]:
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            pass
    return data.decode("cp1252", "replace")


GREEK = {full.split()[-1].capitalize() if "CAPITAL" in full else full.split()[-1].lower(): chr(code) for code in range(0x391, 0x3CA)
         for full in [unicodedata.name(chr(code), "")] if full.startswith("GREEK") and "WITH" not in full and "FINAL" not in full}
GREEK |= {"lambda": "λ", "Lambda": "Λ"}  # Unicode writes lamda
LETTERS = GREEK | {"varepsilon": "ε", "varphi": "φ", "aleph": "ℵ", "LaTeXe": "LaTeX2ε",
           "ss": "ss", "ae": "ae", "AE": "AE", "oe": "oe", "OE": "OE", "o": "o", "O": "O", "l": "l", "L": "L", "i": "i", "j": "j",
           "aa": "a", "AA": "A", "alpha": "α", "beta": "β", "gamma": "γ", "mu": "μ", "LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX",
           "textmu": "µ", "pm": "±", "times": "×"}


def plain(latex):
    """LaTeX as bare letters: what is left for a comparison."""
    text = re.sub(r"\\(?:noopsort|SortNoop)\s*\{[^}]*\}", "", latex)
    text = re.sub(r"\\href\s*\{[^}]*\}", "", text)
    text = re.sub(r"\\([a-zA-Z]+)\s*", lambda m: LETTERS.get(m.group(1), ""), text)
    return text


def bare(text):
    """Letters and digits alone, without accents and case."""
    text = unicodedata.normalize("NFKD", re.sub(r"<[^<>]{1,60}>", "", text).replace("ß", "ss").replace("æ", "ae").replace("œ", "oe")
                                 .replace("ø", "o").replace("ł", "l").replace("ı", "i").replace("Ø", "O").replace("Æ", "AE"))
    return "".join(c for c in text.lower() if c.isalnum())


def year(text):
    found = re.search(r"(?<!\d)(1[5-9]\d\d|20\d\d|2100)(?!\d)", text or "")
    return int(found.group(1)) if found else None


def doi(text):
    found = re.search(r"10\.\d[\d.]*/[^\s\"?]+", (text or "").replace("\\_", "_").replace("{", "").replace("}", ""))
    return found.group(0).lower().rstrip(".,;:'/") if found else None


def record(title="", date="", identifier=""):
    return {"title": bare(title), "year": year(date), "doi": doi(identifier)}


# --- BibTeX: entries by their brackets, fields by one expression ---------------------------------------------------------------

START = re.compile(r"@\s*([a-zA-Z][\w-]*)\s*[{(]")
LINE_START = re.compile(r"^[ \t]*@\s*[a-zA-Z][\w-]*\s*[{(]\s*[^,=\n\r{}\"]*[,=]", re.M)


def balanced(text, at):
    """Behind the bracket that closes the one at `at`; None where another entry or the end comes first."""
    round_bracket, depth, quoted = text[at] == "(", 0, False
    nexts = LINE_START.search(text, at)
    for i in range(at, len(text)):
        if nexts and i == nexts.start() + nexts.group().index("@"):
            return None
        c = text[i]
        if round_bracket:
            if c == "{":
                depth += 1
            elif c == "}":
                depth -= 1
            elif c == '"' and depth == 0:
                quoted = not quoted
            elif c == ")" and depth == 0 and not quoted:
                return i + 1
        elif c == "{":
            depth += 1
        elif c == "}":
            depth -= 1
            if depth == 0:
                return i + 1
    return None


def bib_value(text, at, macros):
    out = ""
    while True:
        at = re.compile(r"\s*").match(text, at).end()
        if at >= len(text):
            return out, at
        if text[at] in "{\"":
            close, depth, i = ("}" if text[at] == "{" else '"'), 0, at + 1
            while i < len(text) and not (text[i] == close and depth == 0):
                depth += {"{": 1, "}": -1}.get(text[i], 0)
                i += 1
            out, at = out + text[at + 1:i], i + 1
        else:
            word = re.compile(r"[^\s,#\"{})]*").match(text, at)
            out, at = out + macros.get(word.group().lower(), word.group()), word.end()
        more = re.compile(r"\s*#").match(text, at)
        if not more:
            return out, at
        at = more.end()


def bib_records(text):
    macros = dict(zip("jan feb mar apr may jun jul aug sep oct nov dec".split(),
                      "January February March April May June July August September October November December".split()))
    entries, at = [], 0
    for start in START.finditer(text):
        line = re.split(r"[\r\n]", text[:start.start()][-500:])[-1]
        if start.start() < at or line.lstrip().startswith("%") or re.search(r"[\w-]$", text[:start.start()][-1:]):
            continue
        kind, end = start.group(1).lower(), balanced(text, start.end() - 1)
        if kind == "comment":
            at = end or start.end()
            continue
        if end is None:
            following = LINE_START.search(text, start.end())
            end = following.start() if following else len(text)
        at = end
        body, fields = text[start.end():end], {}
        for field in re.finditer(r"(?:^|[,\s{(\"])([^\s,={}\"#%()]+)\"?\s*=\s*", body):
            if any(a <= field.start(1) < b for a, b in fields.setdefault("", [])):
                continue
            commented = body[body.rfind("\n", 0, field.start(1)) + 1:field.start(1)].lstrip().startswith("%")
            value, behind = bib_value(body, field.end(), macros)
            if commented:
                continue
            fields[""].append((field.end(), behind))
            fields.setdefault(field.group(1).lower(), value)
        if kind == "string":
            macros.update({name: value for name, value in fields.items() if name})
        elif kind not in ("preamble", "xdata"):
            entries.append((kind, re.match(r"\s*([^,\s]*)", body).group(1).lower(), fields))
    return entries


def bib(data):
    entries = bib_records(decoded(data))
    by_key = {key: fields for _, key, fields in entries}
    records = []
    for _, _, fields in entries:
        get = lambda *names: next((fields[n] for n in names if re.search(r"[^\s{}]", fields.get(n, ""))), "")
        parent = by_key.get(get("crossref").lower(), {})
        title = get("title")
        if get("subtitle"):
            title += " " + get("subtitle")
        if not title:
            title = get("journaltitle") + get("journalsubtitle") or get("booktitle") + get("booksubtitle") or get("journal") or \
                get("maintitle") + get("mainsubtitle") or parent.get("title", "")
        date = get("date") or get("year") or get("origdate") or parent.get("date", "") or parent.get("year", "")
        identifier = get("doi") or " ".join(
            re.findall(r"doi\.org/\S+", " ".join(get(n).replace("\\", "") for n in ("url", "howpublished", "ee", "biburl", "note"))))
        if re.match(r"doi$", get("eprinttype"), re.I):
            identifier = identifier or get("eprint")
        records.append(record(plain(title), date, identifier.replace("%2F", "/")))
    return records


# --- the others ------------------------------------------------------------------------------------------------------------------


def table(data):
    text = decoded(data)
    rows = []
    simple = lambda name: re.sub(r"[^a-z]", "", name.lower())
    for delimiter in ",;\t":
        candidate = list(csv.reader(text.splitlines(keepends=True), delimiter=delimiter))
        if any(simple(cell) in ("title", "articletitle", "doi", "pmid") and len(row) > 1 for row in candidate[:10] for cell in row):
            rows = candidate
            break
    for number, row in enumerate(rows[:10]):
        names = [simple(cell) for cell in row]
        if any(name in ("title", "articletitle", "doi", "pmid") for name in names) and len(row) > 1:
            break
    else:
        return []
    records = []
    for row in rows[number + 1:]:
        if not any(re.search(r"[^\s-]", cell) for cell in row):
            continue
        get = lambda *wanted: next((cell.strip('="') for w in wanted for name, cell in zip(names, row)
                                    if name == w and cell.strip() not in ("", "None", "nan")), "")
        source = re.search(r"\((\d{4})\)", get("source"))
        records.append(record(get("title", "articletitle", "displayname"),
                              get("publicationdate", "datepublished", "dateofpublication", "date", "publicationyear", "year", "publishedyear")
                              or (source.group(1) if source else ""), get("doi")))
    return records


def csl(data):
    records = []
    first = lambda value: value[0] if isinstance(value, list) and value else value

    def walk(value):
        if isinstance(value, list):
            for item in value:
                walk(item)
        elif isinstance(value, dict):
            has = lambda *names: any(name in value for name in names)
            if has("title", "DOI", "PMID") and has("type", "author", "editor", "issued", "container-title", "DOI") or "type" in value and "id" in value:
                issued = value.get("issued") or value.get("year") or {}
                parts = issued.get("date-parts", [[""]])[0][:1] if isinstance(issued, dict) else [issued]
                raw = issued.get("raw") or issued.get("literal") or "" if isinstance(issued, dict) else ""
                records.append(record(str(first(value.get("title")) or ""), str(parts[0] if parts else "") or raw,
                                      str(value.get("DOI") or "") or " ".join(re.findall(r"doi\.org/\S+", str(value.get("URL", ""))))))
            else:
                for item in value.values():
                    walk(item)

    text = decoded(data)
    try:
        walk(json.loads(text))
    except json.JSONDecodeError:
        for line in text.splitlines():
            try:
                walk(json.loads(line))
            except json.JSONDecodeError:
                pass
    return records


def endnote(data):
    records = []
    for element in ElementTree.fromstring(data).iter("record"):
        text = lambda path: " ".join("".join(element.find(path).itertext()).split()) if element.find(path) is not None else ""
        urls = " ".join("".join(url.itertext()) for url in element.iter("url"))
        records.append(record(text("titles/title") or text("titles/short-title"), text("dates/year") or text("dates/pub-dates/date"),
                              text("electronic-resource-num") or " ".join(re.findall(r"doi\.org/\S+", urls))))
    return records


def isi(data):
    records = []
    for block in re.split(r"(?m)^PT ", decoded(data))[1:]:
        get = lambda tag: " ".join(re.sub(r"\s+", " ", m) for m in re.findall(rf"(?m)^{tag} (.*(?:\r?\n +.*)*)", block)[:1])
        records.append(record(get("TI"), get("PY") or get("PD"), get("DI")))
    return records


def refer(data):
    text, blocks = decoded(data), []
    for line in text.splitlines():
        if line.startswith("%0") or (re.match(r"%\S(\s|$)", line) and (not blocks or (blocks[-1][-1] == "" and blocks[-1][0][:2] != "%0"))):
            blocks.append([line])
        elif blocks:
            blocks[-1].append(line.strip())
    get = lambda block, tag: next((line[3:] for line in block if line.startswith("%" + tag + " ")), "")
    return [record(get(b, "T") or get(b, "B"), get(b, "D"), get(b, "R") or " ".join(re.findall(r"doi\.org/\S+", get(b, "U")))) for b in blocks]


FORMATS = {"bibtex": bib, "csv": table, "csl-json": csl, "endnote-xml": endnote, "isi": isi, "refer": refer}


def read(path):
    """What evident makes of one file: its format, works, number of work records, diagnostics."""
    with tempfile.TemporaryDirectory(prefix="evident-test-") as folder:
        store, report = Path(folder) / "store", Path(folder) / "report"
        run("ingest", path, "--report", report, store=store, expect=(0, 1))
        counts = json.loads(run("status", "--json", store=store).stdout)["counts"]
        nodes = [json.loads(line) for line in run("dump", store=store).stdout.splitlines()]
        works = [node for node in nodes if node.get("node") == "work"]
        diagnostics = [json.loads(line) for line in report.read_text().splitlines()]
        return counts, works, diagnostics


@unittest.skipUnless(SHARED.is_dir(), "needs ../shared/data")
class BibliographyCounts(unittest.TestCase):
    def test_counts_and_fields(self):
        totals = {}
        wrong_counts = []
        for path in sorted(SHARED.glob("bib/**/*")):
            if not path.is_file() or path.name in ("README.md", "LICENSE"):
                continue
            counts, works, diagnostics = read(path)
            form = told_format(path)
            if form not in FORMATS:
                continue
            mine = FORMATS[form](path.read_bytes())
            bad = sum(item["code"] in SKIPPED for item in diagnostics)
            whole = [item["code"] for item in diagnostics if item["code"] in ("no-bibliography", "no-records", "empty-file")]
            total = totals.setdefault(form, {"files": 0, "records": 0, "bad": 0, "works": 0, "title": 0, "year": 0, "doi": 0})
            total["files"] += 1
            total["records"] += len(mine)
            total["bad"] += bad
            if not whole and len(mine) != counts["works"] + bad:
                wrong_counts.append(f"{path}: {len(mine)} records, {counts['works']} works + {bad} reported")
            titles = {}
            for one in mine:
                titles.setdefault(one["title"], []).append(one)
            for work in works:
                total["works"] += 1
                title = bare(work.get("title", ""))
                same = titles.get(title) or titles.get(title.rstrip("."), [])
                date = (work.get("issued", {}).get("date-parts") or [[None]])[0][0]
                found = {"title": bool(same), "year": any(one["year"] == date for one in same),
                         "doi": any(one["doi"] == work["ids"].get("doi") for one in same)}
                for field, right in found.items():
                    total[field] += right
                    if LIST and not right:
                        print(f"{path}: {field}: {title[:80]!r} {date} {work['ids'].get('doi')} | {same[:2]}")
                    if not right and field == "title":
                        break
        for form, total in sorted(totals.items()):
            print(f"{form}: {total['files']} files, {total['records']} records, {total['bad']} of them reported bad; of {total['works']} works "
                  f"the same title {total['title']}, year {total['year']}, DOI {total['doi']}")
        for line in wrong_counts:
            print("counts differ:", line)
        self.assertLessEqual(len(wrong_counts), 0)


def told_format(path):
    """What `dump` says of the file's reader is not told for works: it is in the store's file entry, asked of a second run."""
    data = path.read_bytes()
    text = decoded(data[:20000]).lstrip()
    if path.suffix == ".bib" or re.match(r"@\w+\s*\{", text):
        return "bibtex"
    if path.suffix == ".csv":
        return "csv"
    if path.suffix == ".json":
        return "csl-json"
    if re.match(r"(<\?xml.*?\?>)?\s*<xml>\s*<records", text, re.S):
        return "endnote-xml"
    if text.startswith("FN ") or re.match(r"PT \w\r?\n", text):
        return "isi"
    if path.suffix in (".enw", ".ref"):
        return "refer"
    return ""


if __name__ == "__main__":
    if LIST:
        sys.argv.remove("--list")
    main()
