# SPDX-License-Identifier: GPL-3.0-or-later
"""What the commands print over corpus/: golden/NAME.golden holds a command, its exit code, stdout and stderr.

--bless writes what they print now. $STORE and $CORPUS stand for the folders; $CLAIM, $EDGE for ids of the store,
$CARRIED of a link that goes on from the sentence before.
"""
import os
import re
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support.evident import PROGRAM, SOURCE, ask, main, new_store

GOLDEN = Path(__file__).resolve().parent / "golden"
WORK = "pmid:18068515"

COMMANDS = {
    "help": "--help",
    "help-search": "search --help",
    "version": "--version",
    "usage-no-command": "",
    "usage-unknown-option": "search --fast baclofen",
    "usage-unknown-command": "find baclofen",
    "usage-no-graph-command": "graph",
    "usage-unknown-graph-command": "graph foo --limit 3",
    "usage-option-first": "--store library status",
    "no-store": "status --store $CORPUS/none",
    "ingest-missing": "ingest $CORPUS/none",
    "search": "search baclofen abstinence",
    "search-phrase": 'search "liver cirrhosis" --kind work',
    "search-fields": "search author:addolorato year:2006..2008 design:rct",
    "search-facets": "search baclofen --facet year,design,journal --limit 1",
    "search-page": "search baclofen --kind claim --limit 2 --offset 2",
    "search-sorted": "search baclofen --kind work --sort year --limit 3",
    "search-other-spelling": "search randomized trials --kind claim",
    "search-misspelt": "search baclofn cirhosis --limit 1",
    "search-count": "search baclofen --limit 0",
    "search-nothing": "search zeppelin",
    "search-open-quote": "search '\"liver'",
    "search-bad-year": "search year:soon",
    "search-years-reversed": "search baclofen year:2012..2004",
    "search-past-the-end": "search baclofen --offset 500",
    "search-empty-field": "search author:",
    "search-no-word": "search '('",
    "search-json": "search baclofen cirrhosis --kind work --limit 1 --json",
    "trace-words": "trace baclofen maintains abstinence --limit 2",
    "trace-work": f"trace {WORK}",
    "trace-printed-id": "trace 'PMID 18068515' --limit 1",
    "trace-claim": "trace $CLAIM",
    "trace-article-without-hash": "trace critical-review --limit 1",
    "trace-nothing": "trace zeppelin airship",
    "trace-unknown-id": "trace pmid:1",
    "why": "why $EDGE",
    "why-stated": "why doi:10.5555/evident.sample.3/corrects/doi:10.5555/evident.sample.2",
    "dump-stated": "dump doi:10.5555/evident.sample.3/corrects/doi:10.5555/evident.sample.2",
    "why-carried-over": "why $CARRIED",
    "why-unknown": "why e000000000000",
    "bib-markdown": f"bib {WORK}",
    "bib-unknown-id": f"bib pmid:1 {WORK} --format ris --limit 1",
    "bib-text": f"bib {WORK} --format text",
    "bib-author-year": f"bib {WORK} --format text --style author-year",
    "bib-csl-json": f"bib {WORK} --format csl-json",
    "bib-bibtex": f"bib {WORK} --format bibtex",
    "bib-ris": f"bib {WORK} --format ris",
    "audit": "audit",
    "audit-article": "audit critical-review --json",
    "audit-unknown": "audit nothing",
    "bib-words": "bib baclofen abstinence --limit 2",
    "dump-work": f"dump {WORK}",
    "dump-claim": "dump $CLAIM",
    "dump-unknown": "dump nothing-00000000",
    "check": "check",
    "formats": "formats",
    "graph-rank": "graph rank --limit 3",
    "graph-components": "graph components --limit 2",
    "graph-path": f"graph path $CLAIM {WORK}",
    "graph-path-none": f"graph path {WORK} pmid:9033759",
    "graph-dominators": "graph dominators critical-review encyclopaedia-mirror --limit 3",
    "graph-mainpath": "graph mainpath",
    "graph-neighbours": f"graph neighbours {WORK} --limit 2",
    "graph-neighbours-json": "graph neighbours pmid:9033759 --limit 1 --json",
    "graph-unknown": "graph neighbours zeppelin",
    "graph-export-csv": "graph export --format csv",
}


class Golden(unittest.TestCase):
    maxDiff = None
    bless = False

    @classmethod
    def setUpClass(cls):
        cls.folder, cls.store = new_store(SOURCE / "corpus" / "articles", SOURCE / "corpus" / "records")
        claim = next(item for item in ask("trace", WORK, store=cls.store)["claims"] if item["evidence"])
        goes_on = ask("trace", "health-magazine#6", store=cls.store)["claims"][0]
        carried = next(link for link in goes_on["evidence"] if link["rule"] == "carried-over")
        cls.ids = {"CLAIM": claim["id"], "EDGE": claim["evidence"][0]["edge"], "CARRIED": carried["edge"]}

    def printed(self, command):
        """The command and all that it printed, with the machine's paths replaced."""
        arguments = command
        for name, value in {**self.ids, "CORPUS": str(SOURCE / "corpus")}.items():
            arguments = arguments.replace(f"${name}", value)
        environment = {**os.environ, "EVIDENT_STORE": str(self.store), "COLUMNS": "100", "LC_ALL": "C.UTF-8"}
        done = subprocess.run(f"'{PROGRAM}' {arguments}", shell=True, capture_output=True, text=True, timeout=60,
                              env=environment)
        text = f"$ evident {command}\nexit {done.returncode}\n--- stdout\n{done.stdout}--- stderr\n{done.stderr}"
        return text.replace(str(self.store), "$STORE").replace(str(SOURCE / "corpus"), "$CORPUS")

    def test_commands_print_what_they_did(self):
        for name, command in COMMANDS.items():
            with self.subTest(name):
                path = GOLDEN / f"{name}.golden"
                text = self.printed(command)
                if self.bless:
                    path.write_text(text, encoding="utf-8")
                self.assertEqual(text, path.read_text(encoding="utf-8"))

    def test_help_is_as_wide_as_it_may_be(self):
        for command in ["", "search", "trace", "graph", "graph export"]:
            for width in 60, 80:
                done = subprocess.run([PROGRAM, *command.split(), "--help"], capture_output=True, text=True, timeout=60,
                                      env={**os.environ, "COLUMNS": str(width)}, check=True)
                # What is copied stays whole: names of options and examples.
                prose = [line for line in done.stdout.splitlines() if not re.match("  (-|evident)|Usage", line)]
                self.assertEqual([line for line in prose if len(line) > width], [], command)
                if not command:
                    self.assertGreater(max(map(len, prose)), width * 9 / 10)

    def test_reports_fit_a_narrow_terminal(self):
        # Paths and identifiers stay whole.
        whole = re.compile(r"store|revision|\S+  \S*/|\s+\S+$")
        for command in ["audit critical-review", "status"]:
            done = subprocess.run([PROGRAM, *command.split()], capture_output=True, text=True, timeout=60, check=True,
                                  env={**os.environ, "EVIDENT_STORE": str(self.store), "COLUMNS": "40"})
            self.assertEqual([line for line in done.stdout.splitlines() if len(line) > 40 and not whole.match(line)], [])

    def test_every_file_has_its_command(self):
        self.assertEqual({path.stem for path in GOLDEN.iterdir()}, set(COMMANDS))


if __name__ == "__main__":
    if "--bless" in sys.argv:
        sys.argv.remove("--bless")
        Golden.bless = True
    main()
