#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A store of several shards, local ones and such that another process serves, answers like one store of all."""
import json
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support.evident import SOURCE, ask, main, run
from support.shard_server import SERVER, serve
import jsonschema

QUERIES = (["baclofen"], ["alcohol dependence"], ['"alcohol dependence"'], ["baclofen", "--sort", "year", "--kind", "work"], ["title:baclofen year:2000..2010"],
           ["baclofen", "--facet", "year,design,journal"], ["bacl*", "--limit", "50"], ["trial", "--offset", "5", "--kind", "work"])


class Shards(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="evident-test-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.corpus = [SOURCE / "corpus"]
        run("ingest", *self.corpus, store=self.folder / "one", expect=(0, 1))

    def name(self, *shards, store="all"):
        (self.folder / store).mkdir(exist_ok=True)
        (self.folder / store / "store.json").write_text(json.dumps({"shards": list(shards)}))
        return self.folder / store

    def parts(self):
        for part in (1, 2, 3):
            run("ingest", *self.corpus, "--part", f"{part}/3", store=self.folder / f"part{part}", expect=(0, 1))
        local = self.name("../part1", "../part2", "../part3", store="local")
        for part in (1, 2, 3):  # the links reach into the other shards
            run("ingest", *self.corpus, "--part", f"{part}/3", "--works", local, "--relink", store=self.folder / f"part{part}", expect=(0, 1))
        return local

    def same_answers(self, store):
        for query in QUERIES:
            for kind in ("work", "claim"):
                words = query if "--kind" in query else [*query, "--kind", kind]
                whole, parted = (ask("search", *words, store=s, expect=(0, 1)) for s in (self.folder / "one", store))
                if "*" in query[0]:  # Xapian weighs a wildcard's words shard by shard
                    self.assertEqual({hit["id"] for hit in whole["hits"]}, {hit["id"] for hit in parted["hits"]}, words)
                    continue
                self.assertEqual([hit["id"] for hit in whole["hits"]], [hit["id"] for hit in parted["hits"]], words)
                for one, other in zip(whole["hits"], parted["hits"]):
                    self.assertAlmostEqual(one["score"], other["score"], 6, words)
                self.assertEqual(whole.get("facets"), parted.get("facets"), words)

    def test_local_shards_answer_like_one_store(self):
        local = self.parts()
        self.same_answers(local)
        whole, parted = (ask("trace", "baclofen maintains alcohol abstinence", store=s) for s in (self.folder / "one", local))
        self.assertEqual([claim["id"] for claim in whole["claims"]], [claim["id"] for claim in parted["claims"]])
        self.assertEqual([[e["work"]["id"] for e in claim["evidence"]] for claim in whole["claims"]],
                         [[e["work"]["id"] for e in claim["evidence"]] for claim in parted["claims"]])

    @unittest.skipIf(SERVER is None, "xapian-tcpsrv is not installed")
    def test_remote_shards_answer_like_one_store_and_a_dead_one_is_named(self):
        self.parts()
        second, _ = serve(self, self.folder / "part2")
        third, server = serve(self, self.folder / "part3")
        store = self.name("../part1", second, third)
        self.same_answers(store)
        server.kill()
        server.wait()
        done = run("search", "baclofen", "--json", store=store, expect=(1,))
        self.assertIn(f"the shard {third} does not answer", done.stderr)
        self.assertEqual(json.loads(done.stdout)["missing_shards"], [third])
        schema = json.loads((SOURCE / "schema" / "graph.schema.json").read_text())
        for question in (["components"], ["mainpath"], ["neighbours", "pmid:18068515"]):
            answer = json.loads(run("graph", *question, "--json", store=store, expect=(1,)).stdout)
            self.assertEqual(answer["missing_shards"], [third])
            jsonschema.validate(answer, schema)
        self.assertIn("cannot do this", run("search", "baclofen", "--sort", "cited", store=store, expect=(2,)).stderr)
        done = run("ingest", *self.corpus, "--part", "1/3", "--works", store, "--relink", store=self.folder / "part1", expect=(2,))
        self.assertIn("nothing is linked without it", done.stderr)

    def test_what_is_wrong_is_said(self):
        store = self.name("../part9")
        self.assertIn("there is no store at", run("search", "x", store=store, expect=(2,)).stderr)
        for text in ("", "{}", '{"shards": []}', '{"shards": [3]}', '{"shards": "a"}'):
            (store / "store.json").write_text(text)
            self.assertIn("names the shards of a store", run("search", "x", store=store, expect=(2,)).stderr, text)
        store = self.name("127.0.0.1:1")
        self.assertIn("no shard", run("search", "x", store=store, expect=(2,)).stderr)
        self.assertIn("write into one of them", run("ingest", *self.corpus, store=store, expect=(2,)).stderr)
        for part in ("3/2", "0/2", "x", "1/", "/", "1/2/3"):
            self.assertIn("not a part", run("ingest", *self.corpus, "--part", part, store=self.folder / "p", expect=(2,)).stderr)


if __name__ == "__main__":
    main()
