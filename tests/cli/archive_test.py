#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Packed or not, by name or over standard input: the same files give the same store, and every link leads back to its bytes."""
import io
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
import unittest
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import evident  # noqa: E402

CORPUS = evident.SOURCE / "corpus"


def files():
    return [path for path in sorted(CORPUS.rglob("*")) if path.is_file()]


def make_zip(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in files():
            packed.write(file, file.relative_to(CORPUS))


def make_tar(path, mode):
    with tarfile.open(path, mode) as packed:
        packed.add(CORPUS, ".")


def make_nested(path):
    """A zip of two tars, the articles of the corpus in one of them."""
    with zipfile.ZipFile(path, "w") as packed:
        for name, inside in (("articles.tar.xz", lambda file: "articles" in file.parts), ("rest!.tar", lambda file: "articles" not in file.parts)):
            inner = io.BytesIO()
            with tarfile.open(fileobj=inner, mode="w:xz" if name.endswith("xz") else "w") as tar:
                for file in files():
                    if inside(file):
                        tar.add(file, str(file.relative_to(CORPUS)))
            packed.writestr(name, inner.getvalue())


def dump(store, *prefixes):
    """The dump with paths as they are in the corpus."""
    text = evident.run("dump", store=store).stdout
    for prefix in prefixes:
        text = text.replace(f'"{prefix}', '"')
    return sorted(text.splitlines())


class Archives(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory(prefix="evident-test-")
        cls.folder = Path(cls.scratch.name).resolve()
        evident.run("ingest", CORPUS, store=cls.folder / "plain", expect=(0, 1))
        cls.expected = dump(cls.folder / "plain", f"{CORPUS}/")

    def compare(self, archive, *inner):
        store = self.folder / (archive.name + ".store")
        evident.run("ingest", archive, store=store, expect=(0, 1))
        prefixes = [f"{archive}!{name}" for name in inner or ("",)]
        self.assertEqual(dump(store, *prefixes), self.expected)
        evident.run("check", store=store)
        return store

    def test_zip(self):
        archive = self.folder / "corpus.zip"
        make_zip(archive)
        self.compare(archive)

    def test_tars(self):
        for kind in ("", "gz", "bz2", "xz"):
            with self.subTest(kind):
                archive = self.folder / f"corpus.tar.{kind}"
                make_tar(archive, f"w:{kind}")
                self.compare(archive, "./")

    @unittest.skipUnless(shutil.which("zstd"), "no zstd to pack with")
    def test_tar_zstd(self):
        make_tar(self.folder / "c.tar", "w")
        archive = self.folder / "any.name"
        subprocess.run(["zstd", "-q", self.folder / "c.tar", "-o", archive], check=True)
        self.compare(archive, "./")

    def test_nested_and_named_with_a_mark(self):
        archive = self.folder / "wow!.zip"
        make_nested(archive)
        store = self.compare(archive, "articles.tar.xz!", "rest!.tar!")
        self.check_why(store)

    def check_why(self, store):
        """The passport of a link shows the same words, wherever they lie."""
        edges = [line for line in evident.dump(store) if line.get("edge") == "cites"]
        self.assertTrue(edges)
        for edge in edges[:10]:
            packed = evident.ask("why", edge["id"], store=store)["context"]
            plain = evident.ask("why", edge["id"], store=self.folder / "plain")["context"]
            self.assertIn("!", packed["path"])
            self.assertNotIn("problem", {key for key, value in packed.items() if value})
            for key in ("before", "marked", "after", "sha256"):
                self.assertEqual(packed[key], plain[key])

    def test_why_tells_of_a_changed_archive(self):
        archive, store = self.folder / "changing.zip", self.folder / "changing"
        make_zip(archive)
        evident.run("ingest", archive, store=store, expect=(0, 1))
        edge = next(line["id"] for line in evident.dump(store) if line.get("edge") == "cites")
        with zipfile.ZipFile(archive, "a") as packed:
            packed.writestr("more.txt", "More words of no weight stand here.")
        self.assertIn("changed", evident.ask("why", edge, store=store)["context"]["problem"])
        archive.unlink()
        self.assertIn("cannot open", evident.ask("why", edge, store=store)["context"]["problem"])


class StandardInput(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory(prefix="evident-test-")
        self.store = Path(self.scratch.name) / "store"

    def tearDown(self):
        self.scratch.cleanup()

    def pipe(self, data, *options):
        """Ingests what is piped in; returns the sums."""
        done = subprocess.run([evident.PROGRAM, "ingest", "-", "--json", "--store", self.store, *options], input=data,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=100, check=False)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        return json.loads(done.stdout)

    def paths(self):
        return {line["path"] for line in evident.dump(self.store) if line.get("node") == "article"}

    def test_is_read_once_and_adds_up(self):
        first, second = sorted((CORPUS / "articles").glob("*.txt"))[:2]
        self.assertEqual(self.pipe(first.read_bytes())["files"]["read"], 1)
        self.assertEqual(self.pipe(first.read_bytes())["files"]["unchanged"], 1)
        self.assertEqual(self.pipe(second.read_bytes())["files"]["read"], 1)
        self.assertEqual(len(self.paths()), 2)
        self.assertTrue(all(path.startswith("stdin:") for path in self.paths()))
        edge = next(line["id"] for line in evident.dump(self.store) if line.get("edge") == "cites")
        context = evident.ask("why", edge, store=self.store)["context"]
        self.assertIn("standard input", context["problem"])
        self.pipe(second.read_bytes(), "--prune")
        self.assertEqual(len(self.paths()), 1)

    def test_may_be_an_archive(self):
        packed = io.BytesIO()
        with tarfile.open(fileobj=packed, mode="w:gz") as tar:
            tar.add(CORPUS / "articles", "articles")
        self.assertGreater(self.pipe(packed.getvalue())["members"]["read"], 3)
        self.assertTrue(all("!articles/" in path for path in self.paths()))

    def test_may_be_long(self):
        """More than is looked at to name it."""
        record = "TY  - JOUR\nTI  - Growth of fern number {0}\nPY  - 2001\nN1  - " + 900 * "fern " + "\nER  - \n\n"
        records = "".join(record.format(i) for i in range(8_000)).encode()
        self.assertGreater(len(records), 32 << 20)
        self.assertEqual(self.pipe(records)["works"], 8_000)
        self.assertEqual(self.pipe(records)["files"], {"seen": 1, "read": 1, "unchanged": 0, "skipped": 0, "pruned": 0})
        self.assertEqual(sum(line.get("node") == "work" for line in evident.dump(self.store)), 8_000)

    def test_empty(self):
        self.assertEqual(self.pipe(b"")["files"]["skipped"], 1)


BROKEN = {
    "cut_enwiki.xml.bz2": "truncated-bzip2",
    "cut_in_header.xml.gz": "truncated-gzip",
    "cut_medline16n0902.xml.gz": "truncated-gzip",
    "cut_retractions.jsonl.gz": "truncated-gzip",
    "damaged_medline.xml.gz": "damaged-gzip",
    "gz_with_trailing_bytes.xml.gz": None,
    "two_gz_members.xml.gz": None,
    "xml_named_gz.xml.gz": None,
}


class SharedData(unittest.TestCase):
    @unittest.skipUnless((evident.SHARED / "broken").is_dir(), "no shared data here")
    def test_broken_streams(self):
        for name, code in BROKEN.items():
            with self.subTest(name), tempfile.TemporaryDirectory(prefix="evident-test-") as folder:
                report = Path(folder) / "report"
                evident.run("ingest", evident.SHARED / "broken" / name, "--report", report, store=Path(folder) / "store", expect=(0, 1))
                lines = [json.loads(line) for line in report.read_text().splitlines()]
                packing = {line["code"] for line in lines if line["code"].startswith(("truncated-", "damaged-"))
                           and line["code"].endswith(("gzip", "bzip2", "xz", "zstd"))}
                self.assertEqual(packing, {code} - {None})


if __name__ == "__main__":
    evident.main()
