# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual page and the completions name every command and every option that --help names, and no other."""
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from support.evident import SOURCE, run

page = (SOURCE / "docs/man/evident.1").read_text(encoding="utf-8")


def subcommands(*command):
    text = run(*command, "--help").stdout
    listed = text.partition("Subcommands:")[2].split("\n\n")[0]
    return re.findall(r"^  ([a-z]+) ", listed, re.M)


def options(*command):
    return set(re.findall(r"--([a-z]+)", run(*command, "--help").stdout.partition("Options:")[2].split("\n\n")[0]))


def completed(*words):
    """What bash offers after the words."""
    line = " ".join(["evident", *words])
    script = (f"source {SOURCE}/completions/evident.bash; COMP_WORDS=({line} ''); COMP_CWORD={len(words) + 1}; "
              "_evident; printf '%s\\n' \"${COMPREPLY[@]}\"")
    import os
    program = Path(os.environ.get("EVIDENT", SOURCE / "build/dev/src/evident")).parent
    return set(subprocess.run(["bash", "-c", script], capture_output=True, text=True, timeout=60,
                              env={**os.environ, "PATH": f"{program}:{os.environ['PATH']}"}).stdout.split())


faults = []
in_page = set(re.findall(r"Fl -([a-z]+)", page))
in_help = {"version"}
offered = completed()
for command in subcommands():
    if command not in offered:
        faults.append(f"bash does not offer {command}")
    called = [[command, inner] for inner in subcommands(command)] if command == "graph" else [[command]]
    for words in called:
        if f".Ss {' '.join(words)}" not in page:
            faults.append(f"the manual lacks {' '.join(words)}")
        of_command = options(*words)
        in_help |= of_command
        missing = {f"--{name}" for name in of_command} - completed(*words, "--")
        if missing:
            faults.append(f"bash does not offer {missing} after {words}")
faults += [f"the manual lacks --{name}" for name in sorted(in_help - in_page)]
faults += [f"the manual invents --{name}" for name in sorted(in_page - in_help)]
print("\n".join(faults) or f"{len(in_help)} options agree")
sys.exit(1 if faults else 0)
