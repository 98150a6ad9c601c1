#!/usr/bin/env python3
"""A dry run over a register file of real size: how long, and how much memory; beside Python's json.load of the same file.

    bench/register.py [--services 6733]
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import measuring
from measuring import result

LOAD = "import json, sys; print(len(json.load(open(sys.argv[1]))['polozky']), 'services')"


def run(*command):
    """Seconds and peak resident MB of one command."""
    began = time.monotonic()
    child = subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE)
    said = child.stdout.read()
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode: sys.exit(f"{command[0]} ended with {child.returncode}")
    print(said.decode().strip()[-600:])
    return time.monotonic() - began, used.ru_maxrss / 1000


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--services", type=int, default=6733)
    asked = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="opora-bench-") as name:
        folder = pathlib.Path(name)
        file, database = folder / "rpss.json", f"sqlite:{folder / 'opora.db'}"
        run(sys.executable, measuring.ROOT / "bench/make_register.py", "--services", asked.services, "--out", file)
        run(measuring.BINARY, "migrate", "--database", database)
        seconds, memory = run(measuring.BINARY, "import", "register", file, "--dry-run", "--database", database)
        beside = run(sys.executable, "-c", LOAD, file)
        print(f"dry run {seconds:.1f} s, {memory:.0f} MB; beside it json.load {beside[0]:.1f} s, {beside[1]:.0f} MB")
        result("register.dry_run", seconds, "s")
        result("register.resident", memory, "MB")


if __name__ == "__main__": main()
