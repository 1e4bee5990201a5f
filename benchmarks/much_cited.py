#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes articles of which every sentence cites one and the same work.

usage: much_cited.py FOLDER PMID CLAIMS

A thousand claims an article, each with words of its own, so that none is a copy of another.
"""
import random
import sys
from pathlib import Path

SUBJECTS = "Fever Headache Nausea Fatigue Insomnia Anxiety Vertigo Cough Pruritus Tremor".split()
VERBS = "fell rose persisted recurred subsided worsened abated returned".split()
GROUPS = "women men children adults nurses miners farmers pilots students veterans".split()
CLAIMS_OF_ONE = 1000


def main():
    folder, pmid, claims = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    draw = random.Random(1)
    for article in range(-(-claims // CLAIMS_OF_ONE)):
        lines = [f"Review {article} of one trial", ""]
        for _ in range(min(CLAIMS_OF_ONE, claims - article * CLAIMS_OF_ONE)):
            lines.append(f"{draw.choice(SUBJECTS)} {draw.choice(VERBS)} in {draw.randrange(10, 10**6)} {draw.choice(GROUPS)} "
                         f"within {draw.randrange(2, 400)} days of the first visit to clinic {draw.randrange(10**6)}.[1]")
            lines.append("")
        lines += ["References", "", f"[1] The trial. PMID: {pmid}.", ""]
        (folder / f"review{article:04}.txt").write_text("\n".join(lines))


if __name__ == "__main__":
    sys.exit(main())
