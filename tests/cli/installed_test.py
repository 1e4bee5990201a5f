# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as it is installed: it finds the module that reads PDFs where the install put it, and says so where it is gone."""
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support.evident import PROGRAM, main
from support.office_samples import pdf

BUILD = Path(PROGRAM).resolve().parents[1]

class Installed(unittest.TestCase):
    def test_reads_a_pdf_while_its_module_is_there(self):
        with tempfile.TemporaryDirectory(prefix="evident-test-") as name:
            folder = Path(name)
            subprocess.run(["cmake", "--install", str(BUILD), "--prefix", str(folder / "usr")], check=True,
                           capture_output=True)
            (folder / "fern.pdf").write_bytes(pdf([[(20, 700, 12, "F1", "Ferns grow in the shade of trees.")]]))

            def ingest(store):
                return subprocess.run([folder / "usr" / "bin" / "evident", "ingest", "--store", folder / store, folder / "fern.pdf"],
                                      capture_output=True, text=True, timeout=60, env={**os.environ, "COLUMNS": "200"})

            done = ingest("with")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertRegex(done.stdout + done.stderr, r"claims\s+1")
            module, = (folder / "usr").rglob("evident-poppler.so")
            module.unlink()
            done = ingest("without")
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertIn("PDF files cannot be read: evident-poppler.so", done.stderr)

    def test_takes_no_library_from_the_folder_that_it_is_started_in(self):
        with tempfile.TemporaryDirectory(prefix="evident-test-") as name:
            # The loader reports each place that it looks at.
            looked = subprocess.run([Path(PROGRAM).resolve(), "--version"], cwd=name, capture_output=True, text=True, check=True,
                                    env={**os.environ, "LD_DEBUG": "libs"}).stderr
            places = [line.split("trying file=")[1] for line in looked.splitlines() if "trying file=" in line]
            self.assertTrue(places)
            self.assertEqual([place for place in places if not place.startswith("/")], [])


if __name__ == "__main__":
    main()
