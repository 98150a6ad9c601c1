#!/usr/bin/env python3
"""The import of a register file of real size, and the program over it.

    bench/register.py [--services 6733] [--rounds 3]

A dry run: how long, how much memory; beside it Python's json.load of the same file.  The import with somebody who saves
beside it, in another process, every 13 ms: how long they wait for the lock; beside it the same saves alone.  Then the
pages over all that: every question of the search's test list by HTTP, and resident memory.
"""
import argparse
import os
import pathlib
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

import measuring
from measuring import get, resident_mb, result

LOAD = "import json, sys; print(len(json.load(open(sys.argv[1]))['polozky']), 'services')"


def run(*command):
    """Seconds and peak resident MB of one command."""
    began = time.monotonic()
    child = subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE)
    said = child.stdout.read()
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode: sys.exit(f"{command[0]} ended with {child.returncode}")
    print(said.decode().strip()[-200:])
    return time.monotonic() - began, used.ru_maxrss / 1000


def part(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


class Saver:
    """Saves one row after another as the program does; keeps the milliseconds of waiting for the lock, and of all."""

    def __init__(self, database):
        self.db = sqlite3.connect(database, timeout=10, isolation_level=None)
        self.db.execute("PRAGMA synchronous = FULL")
        self.db.execute("CREATE TABLE IF NOT EXISTS saved_beside (times INTEGER)")
        self.db.execute("INSERT INTO saved_beside VALUES (0)")

    def save(self):
        began = time.monotonic()
        self.db.execute("BEGIN IMMEDIATE")
        locked = time.monotonic()
        self.db.execute("UPDATE saved_beside SET times = times + 1")
        self.db.execute("COMMIT")
        return (locked - began) * 1000, (time.monotonic() - began) * 1000

    def save_while(self, goes_on):
        found = []
        while goes_on(len(found)):
            found.append(self.save())
            time.sleep(0.013)
        return [wait for wait, _ in found], [whole for _, whole in found]

    def close(self):
        self.db.execute("DROP TABLE saved_beside")
        self.db.close()


def import_beside_a_saver(file, database):
    saver = Saver(database)
    _, alone = saver.save_while(lambda saved: saved < 150)
    began = time.monotonic()
    child = subprocess.Popen([measuring.BINARY, "import", "register", file, "--database", f"sqlite:{database}"],
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    waits, wholes = saver.save_while(lambda _: child.poll() is None)
    seconds = time.monotonic() - began
    saver.close()
    if child.returncode: sys.exit(f"the import ended with {child.returncode}")
    print(f"import {seconds:.1f} s; {len(waits)} saves beside it waited for the lock p50 {part(waits, 0.5):.1f}, p95 {part(waits, 0.95):.1f},"
          f" p99 {part(waits, 0.99):.1f}, longest {max(waits):.1f} ms; whole saves p99 {part(wholes, 0.99):.1f} ms,"
          f" alone {part(alone, 0.99):.1f} ms")
    result("register.import", seconds, "s")
    result("register.save_waits_p99", part(waits, 0.99), "ms")


def questions():
    lines = (measuring.ROOT / "src/platform/search/questions.csv").read_text(encoding="utf-8").splitlines()
    return [line.split(";")[0] for line in lines if line and not line.startswith("#")]


def ask_the_pages(folder):
    """p95 of every question once, of a program that was just started and has no answer ready, and its resident MB."""
    found = []
    with measuring.opora("serve", folder) as server:
        get(server.url + "/sluzby")
        for question in questions():
            address = "/sluzby?" + urllib.parse.urlencode({"q": question})
            began = time.monotonic()
            status, _, _ = get(server.url + address)
            found.append((time.monotonic() - began) * 1000)
            if status != 200: sys.exit(f"{address} answered {status}")
        memory = resident_mb(server.pid)
        print(f"ready {server.ready_after:.2f} s after start; {len(found)} questions by HTTP p50 {part(found, 0.5):.1f},"
              f" p95 {part(found, 0.95):.1f}, longest {max(found):.1f} ms; resident {memory:.0f} MB")
    return part(found, 0.95), memory


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--services", type=int, default=6733)
    words.add_argument("--rounds", type=int, default=3)
    asked = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="opora-bench-") as name:
        folder = pathlib.Path(name)
        file, database = folder / "rpss.json", folder / "opora.db"
        run(sys.executable, measuring.ROOT / "bench/make_register.py", "--services", asked.services, "--out", file)
        run(measuring.BINARY, "migrate", "--database", f"sqlite:{database}")
        print("load of the machine", *os.getloadavg())
        dry = [run(measuring.BINARY, "import", "register", file, "--dry-run", "--database", f"sqlite:{database}") for _ in range(asked.rounds)]
        beside = run(sys.executable, "-c", LOAD, file)
        seconds, memory = statistics.median(took for took, _ in dry), max(used for _, used in dry)
        print(f"dry run {seconds:.1f} s ({', '.join(f'{took:.1f}' for took, _ in dry)}), {memory:.0f} MB;"
              f" beside it json.load {beside[0]:.1f} s, {beside[1]:.0f} MB")
        result("register.dry_run", seconds, "s")
        result("register.resident", memory, "MB")
        import_beside_a_saver(file, database)
        asked_pages = [ask_the_pages(folder) for _ in range(asked.rounds)]
        result("register.ask_p95", statistics.median(p95 for p95, _ in asked_pages), "ms")
        result("register.serving", statistics.median(memory for _, memory in asked_pages), "MB")
        print("load of the machine", *os.getloadavg())


if __name__ == "__main__": main()
