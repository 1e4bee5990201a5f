#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An update of a large store is written beside it: what is asked of the store is answered as if all had come at once, also after a kill."""
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support.evident import PROGRAM, dump, main, run
from support.records import delete, pubmed, pubmed_set
from support.shard_server import SERVER, serve

TIMES = int(os.environ.get("EVIDENT_KILLS", "5"))
RECORDS = 3000


def record(number, light):
    return pubmed(90000000 + number, title=f"Growth of fern number {number} in the {light}",
                  abstract=f"Fern {number} grew {number} mm in the {light}.")


class Layers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="evident-test-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        cls.base, cls.update = cls.folder / "in" / "base", cls.folder / "in" / "update"
        cls.base.mkdir(parents=True)
        cls.update.mkdir()
        for part in range(3):
            numbers = range(part * RECORDS // 3, (part + 1) * RECORDS // 3)
            (cls.base / f"ferns{part}.xml").write_text(pubmed_set(*(record(i, "shade") for i in numbers)))
        for part in range(10):
            (cls.base / f"garden{part}.txt").write_text(article(part, part))
        again = [record(i, "sun") for i in range(0, RECORDS, 30)]
        gone = [delete(*((90000000 + i, 1) for i in range(1, RECORDS, 150)))]
        (cls.update / "ferns9.xml").write_text(pubmed_set(*again, *gone))
        (cls.update / "garden10.txt").write_text(article(10, 1))  # of a record that is deleted
        (cls.update / "garden11.txt").write_text(article(11, 30))
        run("ingest", cls.base, store=cls.folder / "base", expect=(0, 1))
        run("ingest", cls.base, cls.update, store=cls.folder / "whole", expect=(0, 1))
        cls.expected = dump(cls.folder / "whole")

    def copy(self, name):
        subprocess.run(["cp", "-r", self.folder / "base", self.folder / name], check=True)
        return self.folder / name

    def test_the_same_store_as_of_all_at_once(self):
        store = self.copy("updated")
        run("ingest", self.update, store=store, expect=(0, 1))
        self.assertTrue((store / "XAPIANDB").exists(), "the update lies beside the base")
        self.assertEqual(dump(store), self.expected)
        whole = self.folder / "whole"
        questions = [("search", "fern sun", "--limit", "200"), ("search", "title:sun", "--facet", "year,kind"),
                     ("search", "kind:work cited:yes"), ("trace", "pmid:90000030"),
                     ("trace", "Fern 30 needs shade"), ("audit",), ("check",), ("bib", "Fern 30 needs shade"), ("graph", "rank")]
        for question in questions:
            with self.subTest(question=question):
                self.assertEqual(self.answers(store, question), self.answers(whole, question))
        run("compact", store=store)
        self.assertFalse((store / "XAPIANDB").exists())
        self.assertEqual(dump(store), self.expected)
        for question in questions:
            with self.subTest(question=question, compacted=True):
                self.assertEqual(run(*question, store=store, expect=(0, 1)).stdout, run(*question, store=whole, expect=(0, 1)).stdout)

    @unittest.skipIf(SERVER is None, "xapian-tcpsrv is not installed")
    def test_a_shard_may_have_layers(self):
        store = self.copy("shard")
        run("ingest", self.update, store=store, expect=(0, 1))
        address, _ = serve(self, store)
        for name, shard in (("local", str(store)), ("remote", address)):
            (self.folder / name).mkdir()
            (self.folder / name / "store.json").write_text(json.dumps({"shards": [shard]}))
            self.assertEqual(dump(self.folder / name), self.expected, name)
            self.assertEqual(self.answers(self.folder / name, ("search", "fern sun", "--limit", "200")),
                             self.answers(self.folder / "whole", ("search", "fern sun", "--limit", "200")), name)

    def answers(self, store, question):
        """Words that nothing has any more weigh a little until the store is compacted: hits are compared without their scores."""
        return sorted(line for line in run(*question, store=store, expect=(0, 1)).stdout.splitlines())

    def test_killed_at_any_moment_it_ends_as_the_same(self):
        began = time.monotonic()
        run("ingest", self.update, store=self.copy("timed"), expect=(0, 1))
        duration = time.monotonic() - began
        dice = random.Random(1)
        killed = 0
        for attempt in range(TIMES):
            store = self.copy(f"killed{attempt}")
            for _ in range(4):
                process = subprocess.Popen([PROGRAM, "ingest", self.update, "--store", store], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                time.sleep(dice.uniform(0, duration))
                process.send_signal(signal.SIGKILL)
                killed += process.wait() == -signal.SIGKILL
                self.assertGreater(len(dump(store)), RECORDS - 100, "it opens as it was committed")
            run("ingest", self.update, store=store, expect=(0, 1))
            self.assertEqual(dump(store), self.expected)
        self.assertGreater(killed, 0)


def article(number, fern):
    return (f"Ferns of garden {number}\n\nFern {fern} needs shade during the whole of the summer.[1]\n\nReferences\n\n"
            f"1. ^ Moss A. Growth of fern number {fern} in the shade. Journal of made-up botany 1991. PMID {90000000 + fern}.\n")


if __name__ == "__main__":
    main()
