#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file that can hold a comment says its licence in its first lines."""
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EXEMPT = ("LICENSE", "corpus/articles/", "corpus/broken/")  # prose, and bytes that are broken on purpose
listed = subprocess.run(["git", "-C", ROOT, "ls-files"], capture_output=True, text=True)
if listed.returncode != 0:
    print("not a git checkout: skipped")
    sys.exit(77)
missing = [name for name in listed.stdout.splitlines()
           if not name.startswith(EXEMPT) and not name.endswith((".json", ".golden", ".model")) and (ROOT / name).is_file()
           and "SPDX-License-Identifier: GPL-3.0-or-later" not in "\n".join((ROOT / name).read_text(errors="replace").splitlines()[:4])]
print("\n".join(missing) if missing else "all files say their licence")
sys.exit(1 if missing else 0)
