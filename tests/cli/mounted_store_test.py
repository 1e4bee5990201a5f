#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A store whose folder is a mount point, as in a container, cannot be replaced by another; what is ingested gets into it all the same."""
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support.evident import PROGRAM, SOURCE, main, run

INSIDE = """set -e
mount {how} "$1/disk" "$1/store"
"$2" ingest "$3" --store "$1/store" >/dev/null 2>&1 || [ $? -eq 1 ]
"$2" dump --store "$1/store"
ls "$1" >&2
"""


def unshare(folder, how):
    return subprocess.run(["unshare", "--map-root-user", "--mount", "sh", "-c", INSIDE.format(how=how), "sh", str(folder), PROGRAM,
                           str(SOURCE / "corpus")], capture_output=True, text=True, timeout=300)


def may_mount():
    with tempfile.TemporaryDirectory() as folder:
        return shutil.which("unshare") is not None and subprocess.run(
            ["unshare", "--map-root-user", "--mount", "mount", "--bind", folder, folder], capture_output=True).returncode == 0


@unittest.skipUnless(may_mount(), "no right to mount in a namespace of one's own")
class Mounted(unittest.TestCase):
    def test_all_of_it_gets_in(self):
        with tempfile.TemporaryDirectory(prefix="evident-test-") as name:
            folder = Path(name)
            run("ingest", SOURCE / "corpus", store=folder / "whole", expect=(0, 1))
            expected = run("dump", store=folder / "whole").stdout
            for how in ("--bind", "-t tmpfs"):
                (folder / how / "disk").mkdir(parents=True)
                (folder / how / "store").mkdir()
                done = unshare(folder / how, how)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertEqual(done.stdout, expected, how)
                self.assertEqual(done.stderr.split(), ["disk", "store"], "nothing is left beside the store")


if __name__ == "__main__":
    main()
