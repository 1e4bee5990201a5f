# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the program for tests: one store a test class, JSON answers, and the skip code that ctest shows as such."""
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("EVIDENT_SHARED_DATA", SOURCE.parent / "shared" / "data"))
PROGRAM = os.environ.get("EVIDENT", str(SOURCE / "build" / "dev" / "src" / "evident"))
SKIPPED = 77  # SKIP_RETURN_CODE of ctest


def run(*arguments, store=None, expect=(0,), env=None, timeout=300):
    """Runs evident; returns the finished process, after checking its exit code against `expect`."""
    command = [PROGRAM, *map(str, arguments)]
    if store is not None:
        command += ["--store", str(store)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=timeout, env={**os.environ, **(env or {})})
    if expect is not None and done.returncode not in expect:
        raise AssertionError(f"{command} ended with {done.returncode}\n{done.stderr[-2000:]}")
    return done


def ask(*arguments, store, expect=(0,)):
    """The JSON document that a command prints."""
    return json.loads(run(*arguments, "--json", store=store, expect=expect).stdout)


def dump(store):
    """Every line of `dump`, as objects."""
    return [json.loads(line) for line in run("dump", store=store).stdout.splitlines()]


def squeeze(text):
    return " ".join(text.split())


def new_store(*paths):
    """A store of the paths in a temporary folder (the caller keeps the folder object alive)."""
    folder = tempfile.TemporaryDirectory(prefix="evident-test-")
    store = Path(folder.name) / "store"
    run("ingest", *paths, store=store, expect=(0, 1))
    return folder, store


def main():
    """unittest's main, but a run in which everything was skipped ends with SKIPPED."""
    result = unittest.main(exit=False, verbosity=2).result
    if not result.wasSuccessful():
        sys.exit(1)
    sys.exit(SKIPPED if result.testsRun == len(result.skipped) else 0)
