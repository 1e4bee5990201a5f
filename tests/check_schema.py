# SPDX-License-Identifier: GPL-3.0-or-later
"""Every name of src/index/schema.hpp stands in schema/index.md with its value, and the other way round."""
import re
import sys
from pathlib import Path

root = Path(__file__).resolve().parents[1]
code = (root / "src/index/schema.hpp").read_text(encoding="utf-8")
page = (root / "schema/index.md").read_text(encoding="utf-8")

declared = set()
for space, body in re.findall(r"namespace (prefix|term|slot|metadata) \{(.*?)\n\}", code, re.S):
    for name, value in re.findall(r"(\w+) =\s*\n?\s*\"?(\w+)\"?;", body):
        declared.add((name, value))
explained = set(re.findall(r"^\| `(\w+)` \| `?(\w+)`? \|", page, re.M))
faults = [f"{name} = {value} is not explained" for name, value in sorted(declared - explained)]
faults += [f"{name} = {value} is not in the code" for name, value in sorted(explained - declared)]
print("\n".join(faults) or f"{len(declared)} names agree")
sys.exit(1 if faults or not declared else 0)
