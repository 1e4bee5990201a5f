# SPDX-License-Identifier: GPL-3.0-or-later
"""The same inputs give the same store, in whatever order they came, with whatever was there in between."""
import random
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support.evident import SOURCE, main, run

INPUTS = [SOURCE / "corpus" / "articles", SOURCE / "corpus" / "records"]


class Order(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="evident-test-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.files = []
        for inputs in INPUTS:
            shutil.copytree(inputs, self.folder / inputs.name)
            self.files += sorted((self.folder / inputs.name).iterdir())
        self.ingest("whole", self.folder / "articles", self.folder / "records")
        self.whole = self.dump("whole")
        self.assertGreater(len(self.whole), 100)

    def ingest(self, store, *arguments):
        run("ingest", *arguments, store=self.folder / store, expect=(0, 1))

    def dump(self, store):
        return run("dump", store=self.folder / store).stdout.splitlines()

    def test_any_order_of_files(self):
        for seed in range(4):
            with self.subTest(seed=seed):
                files = list(self.files)
                random.Random(seed).shuffle(files)
                for file in files:
                    self.ingest(f"shuffled{seed}", file)
                self.assertEqual(self.dump(f"shuffled{seed}"), self.whole)

    def test_works_that_go_and_come_back(self):
        self.ingest("changing", self.folder / "articles", self.folder / "records")
        away = self.folder / "away"
        (self.folder / "records").rename(away)
        (self.folder / "records").mkdir()
        self.ingest("changing", "--prune", self.folder / "records")
        self.assertNotEqual(self.dump("changing"), self.whole)
        self.ingest("articles-only", self.folder / "articles")
        self.assertEqual(self.dump("changing"), self.dump("articles-only"))
        for file in away.iterdir():
            file.rename(self.folder / "records" / file.name)
        self.ingest("changing", self.folder / "records")
        self.assertEqual(self.dump("changing"), self.whole)

    def test_number_of_jobs(self):
        self.ingest("one", "--jobs", "1", self.folder / "articles", self.folder / "records")
        self.assertEqual(self.dump("one"), self.whole)

    def test_a_changed_file_replaces_its_article(self):
        file = self.files[0]
        text = file.read_bytes()
        file.write_bytes(text + b"\n\nOne more trial found no effect in 40 patients.\n")
        self.ingest("changing", self.folder / "articles", self.folder / "records")
        file.write_bytes(text)
        self.ingest("changing", self.folder / "articles", self.folder / "records")
        self.assertEqual(self.dump("changing"), self.whole)


if __name__ == "__main__":
    main()
