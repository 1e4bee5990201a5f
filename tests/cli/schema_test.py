#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON of every command validates against its schema in schema/."""
import json
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import evident  # noqa: E402
import jsonschema  # noqa: E402

QUERY = "baclofen maintains alcohol abstinence"


class Schemas(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder, cls.store = evident.new_store(evident.SOURCE / "corpus")

    def validate(self, name, document):
        jsonschema.validate(document, json.loads((evident.SOURCE / "schema" / f"{name}.schema.json").read_text()))

    def check(self, name, *arguments):
        document = evident.ask(*arguments, store=self.store, expect=(0, 1))
        self.validate(name, document)
        return document

    def test_search(self):
        self.assertTrue(self.check("search", "search", "baclofen", "--facet", "year,design,journal")["hits"])

    def test_trace_by_words_claim_and_work(self):
        claim = self.check("trace", "trace", QUERY)["claims"][0]
        self.check("trace", "trace", claim["id"])
        self.assertIn("work", self.check("trace", "trace", "pmid:18068515"))

    def test_why(self):
        answer = evident.ask("trace", QUERY, store=self.store)
        for edge in {e["edge"] for claim in answer["claims"] for e in claim["evidence"]}:
            self.check("why", "why", edge)
        goes_on = self.check("trace", "trace", "health-magazine#6")["claims"][0]["evidence"]
        carried = next(link["edge"] for link in goes_on if link["rule"] == "carried-over")
        self.assertIn("edge", self.check("why", "why", carried)["carried_from"])

    def test_audit(self):
        self.check("audit", "audit")

    def test_graph(self):
        self.check("rank", "graph", "rank")
        claim = evident.ask("trace", QUERY, store=self.store)["claims"][0]["id"]
        for arguments in (["freeze"], ["components"], ["path", claim, "pmid:18068515"], ["path", "pmid:18068515", "pmid:9033759"],
                          ["dominators", claim, "critical-review"], ["mainpath"], ["neighbours", "pmid:18068515"]):
            self.check("graph", "graph", *arguments)

    def test_bib(self):
        self.check("bib", "bib", QUERY)

    def test_status_and_check(self):
        self.check("status", "status")
        self.check("check", "check")

    def test_dump(self):
        for line in evident.dump(self.store):
            self.validate("dump", line)

    def test_report(self):
        report = self.store.parent / "report.jsonl"
        evident.run("ingest", evident.SOURCE / "corpus" / "broken", "--report", report, store=self.store.parent / "other", expect=(1,))
        lines = [json.loads(line) for line in report.read_text().splitlines()]
        self.assertGreaterEqual(len(lines), 15)
        for line in lines:
            self.validate("report", line)
        files = lines[-1]["sums"]["files"]
        self.assertEqual(files["seen"], files["read"] + files["unchanged"] + files["skipped"])
        self.assertEqual(sum(lines[-1]["sums"]["problems"].values()), len(lines) - 1)

    def test_ingest(self):
        other = self.store.parent / "again"
        self.assertEqual(evident.ask("ingest", evident.SOURCE / "corpus", store=other, expect=(1,))["files"]["unchanged"], 0)
        self.validate("ingest", evident.ask("ingest", evident.SOURCE / "corpus", store=other, expect=(0, 1)))


class ExitCodes(unittest.TestCase):
    def test_nothing_found(self):
        folder, store = evident.new_store(evident.SOURCE / "corpus" / "records")
        evident.run("search", "xylophone", store=store, expect=(1,))
        folder.cleanup()

    def test_no_store_says_what_to_do(self):
        done = evident.run("search", "x", store="/nonexistent/store", expect=(2,))
        self.assertIn("evident ingest", done.stderr)
        self.assertEqual(done.stdout, "")

    def test_usage(self):
        evident.run("no-such-command", expect=(2,))
        evident.run("ingest", "/nonexistent/path", store="/tmp/evident-never-made", expect=(2,))


if __name__ == "__main__":
    evident.main()
