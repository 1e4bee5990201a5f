#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the start of a process to the end of its answer, in milliseconds: commands taken in turn, so that a busy moment falls on all.

usage: whole_process.py ROUNDS COMMAND...        each COMMAND one argument, "evident search fern --store S"
"""
import shlex
import subprocess
import sys
import time


def main():
    rounds, commands = int(sys.argv[1]), [shlex.split(command) for command in sys.argv[2:]]
    taken = [[] for _ in commands]
    for _ in range(rounds):
        for command, times in zip(commands, taken):
            began = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            times.append(1000 * (time.perf_counter() - began))
    print("| whole process | first ms | p50 ms | p99 ms |\n|---|---|---|---|")
    for command, times in zip(commands, taken):
        first, times = times[0], sorted(times)
        print(f"| {' '.join(command[:3])} | {first:.1f} | {times[len(times) // 2]:.1f} | {times[int(0.99 * (len(times) - 1))]:.1f} |")


if __name__ == "__main__":
    sys.exit(main())
