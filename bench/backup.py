#!/usr/bin/env python3
"""A backup while people save: a database of a gigabyte, twenty who save four times a second each.

    bench/backup.py [--rows 640000] [--database FILE]

The data are those of bench/capacities.py with more rows; FILE is a database made earlier, which stays as it is.  How
long somebody waits is measured from asking for the lock to the end of the commit; beside it the same saves without a
backup, and Python's sqlite3 copying the same file in one go.
"""
import argparse
import pathlib
import random
import shutil
import sqlite3
import sys
import tempfile
import threading
import time

import measuring
from measuring import result
from register import part, run

PEOPLE, EACH = 20, 0.25    # seconds between two saves of one person


class Office:
    """People who save, each over a connection of their own; milliseconds of each save while it is open."""

    def __init__(self, database):
        self.database, self.found, self.stopped = database, [], threading.Event()
        with sqlite3.connect(database) as db:
            db.execute("CREATE TABLE IF NOT EXISTS saved_beside (person INTEGER, times INTEGER)")
            db.execute("DELETE FROM saved_beside")
            db.executemany("INSERT INTO saved_beside VALUES (?, 0)", [(n,) for n in range(PEOPLE)])
        self.threads = [threading.Thread(target=self.work, args=(n,)) for n in range(PEOPLE)]

    def work(self, person):
        db = sqlite3.connect(self.database, timeout=10, isolation_level=None)
        db.execute("PRAGMA synchronous = FULL")
        chance = random.Random(person)
        while not self.stopped.wait(EACH * chance.uniform(0.5, 1.5)):
            began = time.monotonic()
            db.execute("BEGIN IMMEDIATE")
            db.execute("UPDATE saved_beside SET times = times + 1 WHERE person = ?", (person,))
            db.execute("COMMIT")
            self.found.append((time.monotonic() - began) * 1000)
        db.close()

    def __enter__(self):
        for thread in self.threads: thread.start()
        return self

    def __exit__(self, *_):
        self.stopped.set()
        for thread in self.threads: thread.join()


def made(folder, rows):
    file, database, table = folder / "rpss.json", folder / "opora.db", folder / "capacities.csv"
    run(sys.executable, measuring.ROOT / "bench/make_register.py", "--services", 6733, "--out", file)
    run(measuring.BINARY, "migrate", "--database", f"sqlite:{database}")
    run(measuring.BINARY, "import", "register", file, "--database", f"sqlite:{database}")
    run(sys.executable, measuring.ROOT / "bench/make_capacities.py", "--database", database, "--rows", rows, "--out", table)
    run(measuring.BINARY, "import", "capacities", table, "--database", f"sqlite:{database}")
    return database


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--rows", type=int, default=640_000)
    words.add_argument("--database", type=pathlib.Path)
    asked = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="opora-bench-") as name:
        folder = pathlib.Path(name)
        database = folder / "opora.db"
        if asked.database: shutil.copyfile(asked.database, database)
        else: made(folder, asked.rows)
        measuring.os.sync()    # what was written to make the data is not what the backup writes
        print("load of the machine", *measuring.os.getloadavg())
        with Office(database) as alone: time.sleep(10)
        with Office(database) as beside:
            began = time.monotonic()
            run(measuring.BINARY, "backup", folder / "copies", "--database", f"sqlite:{database}")
            seconds = time.monotonic() - began
        copied = max(file.stat().st_size for file in (folder / "copies").iterdir()) / 1e6
        began = time.monotonic()
        with sqlite3.connect(database) as source, sqlite3.connect(folder / "plain.db") as copy: source.backup(copy)
        plain = time.monotonic() - began
        print(f"backup of {copied:.0f} MB {seconds:.1f} s, looked through (sqlite3 copying alone {plain:.1f} s);"
              f" {len(beside.found)} saves beside it p50 {part(beside.found, 0.5):.1f}, p99 {part(beside.found, 0.99):.1f},"
              f" longest {max(beside.found):.1f} ms (alone p99 {part(alone.found, 0.99):.1f}, longest {max(alone.found):.1f})")
        result("backup.save_longest", max(beside.found), "ms")
        print("load of the machine", *measuring.os.getloadavg())


if __name__ == "__main__": main()
