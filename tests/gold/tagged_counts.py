# SPDX-License-Identifier: GPL-3.0-or-later
"""RIS and MEDLINE text of ../shared/data: every record that a count of first tags finds is a work or reported."""
import json
import re
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support.evident import SHARED, main, run

FIRST = {"ris": re.compile(rb"(?:^|[\r\n])(?:\xef\xbb\xbf)?TY {1,3}-(?=[ \r\n]|$)"),
         "medline": re.compile(rb"(?:^|[\r\n])(?:\xef\xbb\xbf)?PMID ?- ")}


@unittest.skipUnless(SHARED.is_dir(), "needs ../shared/data")
class TaggedCounts(unittest.TestCase):
    def check(self, form):
        files = records = bad = 0
        for path in sorted([*SHARED.glob("bib/**/*"), *SHARED.glob("pubmed/xml/*.txt")]):
            if not path.is_file():
                continue
            with tempfile.TemporaryDirectory(prefix="evident-test-") as folder:
                store, report = Path(folder) / "store", Path(folder) / "report"
                counted = len(FIRST[form].findall(path.read_bytes()))
                if counted == 0:
                    continue
                run("ingest", path, "--report", report, store=store, expect=(0, 1))
                read = json.loads(run("status", "--json", store=store).stdout)
                lines = [json.loads(line) for line in run("dump", store=store).stdout.splitlines()]
                if any(line.get("node") == "article" for line in lines):
                    continue  # told to be another format: counted there
                said = [json.loads(line) for line in report.read_text().splitlines()]
                skipped = sum(item["code"] == "empty-record" for item in said)
                files, records, bad = files + 1, records + counted, bad + skipped
                # Records of one work are one node of the dump, so they are counted by status.
                self.assertEqual(counted, read["counts"]["works"] + skipped, path)
        print(f"{form}: {files} files, {records} records, {bad} of them reported bad")
        self.assertGreater(files, 5)

    def test_ris(self):
        self.check("ris")

    def test_medline(self):
        self.check("medline")


if __name__ == "__main__":
    main()
