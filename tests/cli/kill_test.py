#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An ingest that is killed at random moments loses nothing that was committed, and running it again ends in the same store."""
import os
import random
import signal
import subprocess
import sys
import tarfile
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import evident  # noqa: E402

TIMES = int(os.environ.get("EVIDENT_KILLS", "10"))


def inputs(folder):
    """Some hundred records and articles, so that there is something to be killed in."""
    record = ('<PubmedArticle><MedlineCitation><PMID Version="1">{0}</PMID><Article><Journal><JournalIssue><Volume>{1}</Volume>'
              "<PubDate><Year>2001</Year></PubDate></JournalIssue><Title>Journal of Ferns</Title></Journal><ArticleTitle>Growth of fern "
              "number {0} in shade.</ArticleTitle><Abstract><AbstractText>Fern {0} grew {1} cm.</AbstractText></Abstract></Article>"
              "</MedlineCitation></PubmedArticle>\n")
    for part in range(4):
        body = "".join(record.format(90000000 + 1000 * part + i, i) for i in range(400))
        (folder / f"records{part}.xml").write_text(f"<PubmedArticleSet>\n{body}</PubmedArticleSet>\n")
    # What deletes and replaces records of the files before it, and a list that meets some of them by their PMIDs.
    gone = "".join(f'<PMID Version="1">{90000000 + i}</PMID>' for i in range(0, 400, 4))
    again = "".join(record.format(90001000 + i, i).replace("in shade", "in the sun") for i in range(0, 400, 8))
    (folder / "records4.xml").write_text(f"<PubmedArticleSet>\n{again}<DeleteCitation>{gone}</DeleteCitation></PubmedArticleSet>\n")
    (folder / "list.ris").write_text("".join(
        f"TY  - JOUR\nTI  - Growth of fern number {90002000 + i} in shade\nDB  - PubMed\nAN  - {90002000 + i}\nDO  - 10.9999/fern.{i}\n"
        f"ER  - \n\nTY  - JOUR\nTI  - Fern {i}\nDO  - 10.9999/fern.{i}\nER  - \n\n" for i in range(0, 400, 8)))
    for part in range(40):
        (folder / f"article{part}.txt").write_text(
            f"Ferns of garden {part}\n\nFern {part} needs shade during the whole of the summer.[1]\n\nReferences\n\n"
            f'1. ^ Moss A (2001). "Growth of fern number {90000000 + part} in shade". Journal of Ferns {part}: 1. PMID {90000000 + part}.\n')
    with tarfile.open(folder / "packed.tar.gz", "w:gz") as packed:  # a half of them in an archive
        for path in [folder / "records1.xml", *sorted(folder.glob("article*.txt"))[20:]]:
            packed.add(path, path.name)
            path.unlink()


class Killed(unittest.TestCase):
    def test_same_store_in_the_end(self):
        import tempfile
        with tempfile.TemporaryDirectory(prefix="evident-test-") as name:
            folder = Path(name)
            (folder / "in").mkdir()
            inputs(folder / "in")
            began = time.monotonic()
            evident.run("ingest", folder / "in", store=folder / "whole")
            duration = time.monotonic() - began
            expected = evident.run("dump", store=folder / "whole").stdout
            dice = random.Random(1)
            killed = 0
            for attempt in range(TIMES):
                store = folder / f"killed{attempt}"
                for _ in range(3):
                    process = subprocess.Popen([evident.PROGRAM, "ingest", folder / "in", "--store", store],
                                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                    time.sleep(dice.uniform(0, duration))
                    process.send_signal(signal.SIGKILL)
                    killed += process.wait() == -signal.SIGKILL
                evident.run("ingest", folder / "in", store=store)
                self.assertEqual(evident.run("dump", store=store).stdout, expected)
            self.assertGreater(killed, 0)


if __name__ == "__main__":
    evident.main()
