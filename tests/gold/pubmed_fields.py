# SPDX-License-Identifier: GPL-3.0-or-later
"""PubMed XML field by field against a second parser (Python's xml.etree) that reads the same files.

usage: pubmed_fields.py [FILE...]     default: all of ../shared/data/pubmed/xml, jats/dev50_records.xml.gz, and records
                                      made by ../shared/tools/make_pubmed.py (EVIDENT_MADE_RECORDS, 1000)
Each file gets a store of its own; its works are compared as `evident dump` prints them. Files that are no PubMed XML
(MEDLINE text) are counted by tagged_counts.py.
"""
import collections
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support.evident import SHARED, main, run

TOOLS = SHARED.parent / "tools"
MADE = int(os.environ.get("EVIDENT_MADE_RECORDS", "1000"))
RECORDS = ("PubmedArticle", "PubmedBookArticle")


def words(node):
    """The text of an element, white space squeezed; a full stop at its end does not count."""
    return " ".join("".join(node.itertext()).split()) if node is not None else ""


def title(node):
    text = words(node)
    return text[:-1] if len(text) > 1 and text.endswith(".") and not text.endswith("..") else text


def year_in(text):
    for at in range(len(text) - 3):
        if text[at:at + 4].isdigit() and 1500 <= int(text[at:at + 4]) <= 2100:
            return int(text[at:at + 4])
    return None


def year_of(date):
    if date is None:
        return None
    return year_in(words(date.find("Year"))) or year_in(words(date.find("MedlineDate")))


def doi(text):
    text = re.sub(r"^(https?://)?(dx\.|www\.)?(doi\.org/)?(doi:?\s*)?", "", text.strip(), flags=re.I).lower()
    return text.rstrip(".,;:'/") if re.match(r"10\.\d{3,}[\d.]*/.", text) else None


def pmid(text):
    return text if re.fullmatch(r"[1-9]\d{0,7}", text) else None


def author(node):
    name = words(node.find("CollectiveName"))
    return name or words(node.find("LastName"))


def authors(*lists):
    return [author(node) for found in lists for node in found.findall("Author")
            if node.get("ValidYN") != "N" and author(node)]


def abstract(node):
    return " ".join(filter(None, (words(part) for part in node.findall("AbstractText")))) if node is not None else ""


def cited_of(container):
    cited = set()
    for reference in container.iter("Reference"):
        for number in reference.findall("ArticleIdList/ArticleId"):
            if number.get("IdType") == "pubmed" and pmid(words(number)):
                cited.add(words(number))
                break
    return cited


def article(root):
    citation = root if root.tag == "MedlineCitation" else root.find("MedlineCitation")
    art = citation.find("Article")
    art = ET.Element("Article") if art is None else art
    data = root.find("PubmedData")
    own = [] if data is None else data.findall("ArticleIdList/ArticleId")
    dois = [doi(words(e)) for e in art.findall("ELocationID") if e.get("EIdType") == "doi" and e.get("ValidYN") != "N"]
    dois += [doi(words(e)) for e in own if e.get("IdType") == "doi"]
    pmcids = ["PMC" + words(e).removeprefix("PMC").partition(".")[0] for e in own if e.get("IdType") in ("pmc", "pmcid")]
    number = pmid(words(citation.find("PMID")))
    if number is None:
        number = next((words(e) for e in own if e.get("IdType") == "pubmed" and pmid(words(e))), None)
    history = {} if data is None else {d.get("PubStatus"): year_of(d) for d in data.findall("History/PubMedPubDate")}
    links = citation.findall("CommentsCorrectionsList/CommentsCorrections")
    cited = {words(e.find("PMID")) for e in links if e.get("RefType") == "Cites"}
    if data is not None:
        for lists in data.findall("ReferenceList"):
            cited |= cited_of(lists)
    text = abstract(art.find("Abstract")) or abstract(citation.find("OtherAbstract"))
    found = [e for e in art.findall("AuthorList") if e.get("Type") != "editors"]
    types = [words(e) for e in art.findall("PublicationTypeList/PublicationType")]
    name, vernacular = title(art.find("ArticleTitle")), title(art.find("VernacularTitle"))
    return {
        "pmid": number, "title": vernacular or name if name in ("", "[Not Available]") else name,
        "authors": authors(*found),
        "year": year_of(art.find("Journal/JournalIssue/PubDate")) or year_of(art.find("ArticleDate"))
        or history.get("epublish") or history.get("aheadofprint") or history.get("entrez") or history.get("pubmed")
        or year_of(citation.find("DateCreated")),
        "dois": {d for d in dois if d}, "pmcid": pmcids[0] if pmcids else None, "cited": cited - {number, ""},
        "mesh": set(words(e) for e in citation.findall("MeshHeadingList/MeshHeading/DescriptorName")),
        "types": set(types), "abstract": text,
        "retracted": "Retracted Publication" in types or any(e.get("RefType", "").startswith("Retract") and
                                                             e.get("RefType").endswith("In") for e in links)}


def book(root):
    document = root.find("BookDocument")
    ids = document.findall("ArticleIdList/ArticleId") + root.findall("PubmedBookData/ArticleIdList/ArticleId")
    history = {d.get("PubStatus"): year_of(d) for d in root.findall("PubmedBookData/History/PubMedPubDate")}
    places = [] if words(document.find("ArticleTitle")) else document.findall("Book/ELocationID")
    lists = document.findall("Book/AuthorList") + document.findall("AuthorList")
    return {
        "pmid": pmid(words(document.find("PMID"))),
        "title": title(document.find("ArticleTitle")) or title(document.find("Book/BookTitle")),
        "authors": authors(*[e for e in lists if e.get("Type") != "editors"]),
        "year": year_of(document.find("Book/PubDate")) or history.get("epublish") or history.get("entrez")
        or history.get("pubmed") or year_of(document.find("ContributionDate")),
        "dois": {doi(words(e)) for e in [*ids, *places] if "doi" in e.attrib.values()} - {None}, "pmcid": None,
        "cited": set().union(*[cited_of(e) for e in document.findall("ReferenceList")]), "mesh": set(),
        "types": {words(e) for e in document.findall("PublicationType")},
        "abstract": abstract(document.find("Abstract")), "retracted": False}


def second_parser(data):
    """Records in file order, and the (PMID, version) that the file deletes."""
    root = ET.fromstring(data)
    records, deleted = [], []
    if root.tag in ("MedlineCitation", *RECORDS):
        root, only = ET.Element("Set"), root
        root.append(only)
    for position, node in enumerate(root):
        if node.tag == "DeleteCitation":
            deleted += [(words(e), e.get("Version", "1"), position) for e in node.findall("PMID")]
        elif node.tag in ("PubmedArticle", "MedlineCitation"):
            number = node.find("PMID") if node.tag == "MedlineCitation" else node.find("MedlineCitation/PMID")
            version = number.get("Version", "1") if number is not None else "1"
            records.append((article(node), int(version or 1), position))
        elif node.tag == "PubmedBookArticle":
            records.append((book(node), 1, position))
    return records, deleted


def as_dumped(work, cited):
    ids = work["ids"]
    parts = work.get("issued", {}).get("date-parts", [[None]])
    return {
        "pmid": ids.get("pmid"), "title": work.get("title", ""),
        "authors": [a.get("literal") or a["family"] for a in work.get("author", [])], "year": parts[0][0],
        "dois": {ids["doi"]} | {d[4:] for d in ids.get("also", []) if d.startswith("doi:")} if "doi" in ids else set(),
        "pmcid": ids.get("pmcid"), "cited": cited, "mesh": set(work.get("mesh", [])),
        "types": set(work.get("publication_types", [])), "abstract": work.get("abstract", ""),
        "retracted": work["retracted"]}


def bytes_of(path):
    data = path.read_bytes()
    return gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data


class Fields(unittest.TestCase):
    files = records = differences = 0
    reasons = collections.Counter()

    def compare(self, path):
        data = bytes_of(path)
        if not data.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<"):
            return
        expected, deleted = second_parser(data)
        with tempfile.TemporaryDirectory(prefix="evident-test-") as folder:
            store, report = Path(folder) / "store", Path(folder) / "report"
            run("ingest", path, "--report", report, store=store, expect=(0, 1))
            counts = json.loads(run("status", "--json", store=store).stdout)["counts"]
            lines = [json.loads(line) for line in run("dump", store=store).stdout.splitlines()]
            said = [json.loads(line) for line in report.read_text().splitlines()]
        skipped = sum(d["code"] in ("empty-record", "malformed-record", "truncated-record") for d in said)
        self.assertEqual(len(expected), counts["works"] + counts["former"] + skipped, path)
        self.assertEqual(len(deleted), counts["deletions"], path)
        # Of one PMID and version the last record counts; of two versions the newer one goes first.
        newest = {}
        for record, version, position in expected:
            gone = any((record["pmid"], str(version)) == d[:2] and position < d[2] for d in deleted)
            key = record["pmid"] or record["title"]
            if not gone and (key not in newest or version >= newest[key][1]):
                newest[key] = (record, version)
        cited = collections.defaultdict(set)
        for line in lines:
            if line.get("edge") == "cites" and line["rule"] == "record":
                cited[line["from"]].add(line["to"].removeprefix("pmid:"))
        works = {}
        for line in lines:
            if line.get("node") == "work":
                works[line["ids"].get("pmid") or line.get("title")] = as_dumped(line, cited[line["id"]])
        self.assertEqual(set(newest), set(works), path)
        for key, (record, _) in newest.items():
            for field, value in record.items():
                if field == "cited":
                    value = {v for v in value if v != record["pmid"]}
                    works[key]["cited"] = {v for v in works[key]["cited"] if v.isdigit()}
                if works[key][field] == value:
                    continue
                Fields.differences += 1
                print(f"{path.name}: {key}: {field}: second parser {value!r}, evident {works[key][field]!r}")
        Fields.files += 1
        Fields.records += len(expected)

    def check(self, files):
        for path in files:
            with self.subTest(file=path.name):
                self.compare(path)
        print(f"PubMed XML: {Fields.files} files, {Fields.records} records, {Fields.differences} fields differ")
        self.assertEqual(Fields.differences, 0)

    @unittest.skipUnless(SHARED.is_dir(), "needs ../shared/data")
    def test_shared_data(self):
        self.check([Path(p) for p in FILES] or [*sorted((SHARED / "pubmed" / "xml").iterdir()),
                                                SHARED / "jats" / "dev50_records.xml.gz"])

    @unittest.skipUnless((TOOLS / "make_pubmed.py").exists(), "needs ../shared/tools")
    def test_made_records(self):
        with tempfile.TemporaryDirectory(prefix="evident-test-") as folder:
            subprocess.run([sys.executable, TOOLS / "make_pubmed.py", "--records", str(MADE), "--seed", "1", "--jobs", "1",
                            "--out", folder], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            self.check(sorted(Path(folder).glob("*.xml")))


FILES = [argument for argument in sys.argv[1:] if Path(argument).exists()]
if __name__ == "__main__":
    sys.argv = [argument for argument in sys.argv if argument not in FILES]
    main()
