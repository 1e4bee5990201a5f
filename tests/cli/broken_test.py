# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file of corpus/broken, by itself: it ends in the diagnostic that the table names, or it is read; never in silence."""
import json
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support.evident import SOURCE, dump, main, run

BROKEN = SOURCE / "corpus" / "broken"

# File: (codes that must be reported, nodes that must come out whole).
EXPECTED = {
    "bad-doi.xml": ({"bad-doi"}, {"work"}),
    "bad-pmid.xml": ({"bad-pmid"}, {"work"}),
    "binary.txt": ({"binary-content"}, set()),
    "control-characters.txt": ({"control-characters"}, {"article"}),
    "damaged.xml.gz": ({"damaged-gzip"}, set()),
    "dangling-markers.txt": ({"dangling-citation"}, {"article", "claim"}),
    "empty.txt": ({"empty-file"}, set()),
    "entity-bomb.xml": ({"undefined-entity"}, {"work"}),
    "external-entity.xml": ({"undefined-entity"}, {"work"}),
    "invalid-utf8.txt": ({"invalid-utf8"}, {"article", "claim"}),
    "invalid-utf8.xml": ({"invalid-encoding"}, {"work"}),
    "jats-cut.xml": ({"truncated-record"}, {"article", "claim", "work"}),
    "jats-damaged-root.xml": ({"damaged-xml"}, {"article", "claim", "reference", "work"}),
    "jats-mismatched-tag.xml": ({"damaged-xml", "dangling-citation"}, {"article", "claim", "reference", "work"}),
    "jats-two-roots.xml": ({"several-roots"}, {"article", "claim"}),
    "mismatched-tag.xml": ({"malformed-record"}, {"work"}),
    "missing-end-tag.xml": ({"truncated-record"}, {"work"}),
    "no-pmid-no-title.xml": ({"empty-record"}, {"work"}),
    "no-records.xml": ({"no-records"}, set()),
    "nul-in-text.txt": ({"nul-bytes"}, {"article"}),
    "odd-utf16.txt": ({"invalid-utf16"}, {"article"}),
    "old-mac-lines.txt": (set(), {"article"}),
    "one-long-line.txt": (set(), {"article"}),
    "reference-gaps.txt": ({"dangling-citation", "repeated-number"}, {"article", "claim", "reference"}),
    "text-between-records.xml": ({"text-between-records"}, {"work"}),
    "truncated-record.xml": ({"truncated-record"}, {"work"}),
    "truncated.xml.gz": ({"truncated-gzip"}, set()),
    "undefined-entity.xml": ({"undefined-entity"}, {"work"}),
    "wikitext-unclosed.wiki": ({"unclosed-template", "unclosed-reference", "unclosed-comment", "unclosed-table", "dangling-citation"},
                               {"article", "claim", "reference"}),
    "xml-named.txt": (set(), {"work"}),
}


class Broken(unittest.TestCase):
    def test_every_file_is_in_the_table(self):
        self.assertEqual({path.name for path in BROKEN.iterdir()} - {"README.md"}, set(EXPECTED))

    def test_each_is_read_or_reported(self):
        for name, (codes, nodes) in EXPECTED.items():
            with self.subTest(name), tempfile.TemporaryDirectory(prefix="evident-test-") as folder:
                store, report = Path(folder) / "store", Path(folder) / "report"
                done = run("ingest", BROKEN / name, "--report", report, store=store, expect=(0, 1))
                said = [json.loads(line) for line in report.read_text().splitlines()]
                self.assertEqual(said.pop()["code"], "sums")
                self.assertEqual(codes - {item["code"] for item in said}, set(), done.stderr)
                found = {item["node"] for item in dump(store) if "node" in item}
                self.assertEqual(nodes - found, set())
                self.assertTrue(said or found, "silence")
                errors = any(item["severity"] == "error" for item in said)
                self.assertEqual(done.returncode, 1 if errors or not found else 0)


if __name__ == "__main__":
    main()
