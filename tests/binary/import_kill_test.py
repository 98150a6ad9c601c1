#!/usr/bin/env python3
"""Cuts `opora import register` off with kill -9, while it reads and while it applies, and lets the same command end the
work: afterwards the database holds what it holds after an import that nobody cut off.

    tests/binary/import_kill_test.py [BINARY] [--services 160]      build/release/opora unless told
"""
import argparse
import collections
import contextlib
import hashlib
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
APPLIED = "SELECT count(*) FROM register_differences JOIN register_imports ON import_id = register_imports.id" \
          " WHERE state = 'applying' AND register_differences.applied_at IS NOT NULL"
STAGED = "SELECT count(*) FROM register_differences JOIN register_imports ON import_id = register_imports.id WHERE state = 'reading'"


def count(database, question):
    with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=5)) as db:
        return db.execute(question).fetchone()[0]


def command(binary, database, file):
    return [binary, "import", "register", file, "--database", f"sqlite:{database}"]


def finish(binary, database, file):
    done = subprocess.run(command(binary, database, file), capture_output=True, text=True)
    if done.returncode: sys.exit(f"the import ended with {done.returncode}: {done.stderr[-500:]}")
    return done.stderr


def cut_off(binary, database, file, question, after):
    """Kills the command as soon as the question answers with more than `after`."""
    child = subprocess.Popen(command(binary, database, file), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while count(database, question) <= after:
            if child.poll() is not None: sys.exit(f"the import was over before it could be cut off after {after}")
            time.sleep(0.002)
    finally:
        child.kill()
        child.wait()
    return count(database, question)


def rows_of(db):
    """All rows but those about the readings themselves, as (table, id, values without moments)."""
    tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]
    ours = {row[0] for row in db.execute("SELECT id FROM changes WHERE record_table = 'register_imports'")}
    for table in tables:
        if table in ("register_imports", "register_notes", "migrations", "content_versions"): continue
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
        for row in db.execute(f"SELECT * FROM {table}"):
            named = dict(zip(columns, row))
            if table == "sources" and named["kind"] == "import": continue
            if named.get("id") in ours or named.get("change_id") in ours: continue
            if str(named.get("field", "")).endswith("_at"): named["old_value"] = named["new_value"] = None
            yield table, named.pop("id", None), {name: value for name, value in named.items() if not name.endswith("_at")}


def content(database):
    """How often each row stands there, with ids replaced by what they name: two imports differ in ids and moments only."""
    with contextlib.closing(sqlite3.connect(database)) as db:
        rows = list(rows_of(db))
    labels = {key: table for table, key, _ in rows if key}

    def plain(value):
        if isinstance(value, bytes) and len(value) == 16: return labels.get(value, "#")
        if isinstance(value, str) and "-" in value:
            return UUID.sub(lambda found: labels.get(bytes.fromhex(found[0].replace("-", "")), "#"), value)
        return value

    for _ in range(5):    # a row is named by what it says, then by what those it names say, and so on
        labels = {key: hashlib.sha1(repr((table, [(name, plain(value)) for name, value in values.items()])).encode()).hexdigest()
                  for table, key, values in rows if key}
    return collections.Counter((table, repr([(name, plain(value)) for name, value in values.items()])) for table, _, values in rows)


def compare(whole, cut, what):
    missing, more = whole - cut, cut - whole
    for row in list(missing)[:3]: print("missing:", row[0], row[1][:300])
    for row in list(more)[:3]: print("too much:", row[0], row[1][:300])
    if missing or more: sys.exit(f"{what}: {missing.total()} rows are missing, {more.total()} are too many")
    print(f"{what}: all {whole.total()} rows are the same")


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("binary", nargs="?", default=ROOT / "build/release/opora")
    words.add_argument("--services", type=int, default=160)
    asked = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="opora-killed-") as name:
        folder = pathlib.Path(name)
        file = folder / "rpss.json"
        subprocess.run([sys.executable, ROOT / "bench/make_register.py", "--services", str(asked.services), "--out", file], check=True,
                       stdout=subprocess.DEVNULL)
        whole, applying, reading = folder / "whole.db", folder / "applying.db", folder / "reading.db"
        subprocess.run([asked.binary, "migrate", "--database", f"sqlite:{whole}"], check=True, stdout=subprocess.DEVNULL)
        for copy in applying, reading: shutil.copy(whole, copy)
        finish(asked.binary, whole, file)
        expected = content(whole)

        reached = 0
        for part in 0.02, 0.4, 0.8:
            reached = cut_off(asked.binary, applying, file, APPLIED, max(reached, asked.services * part))
            print(f"killed after {reached} services were applied")
        finish(asked.binary, applying, file)
        compare(expected, content(applying), "cut off while applying")
        if count(applying, "SELECT count(*) FROM register_imports") != 1: sys.exit("it began anew instead of going on")

        print(f"killed after {cut_off(asked.binary, reading, file, STAGED, asked.services * 0.2)} services were read")
        finish(asked.binary, reading, file)
        compare(expected, content(reading), "cut off while reading")
        if count(reading, "SELECT count(*) FROM register_imports WHERE state = 'reading'"): sys.exit("a reading that was cut off stays open")
        if count(reading, "SELECT count(*) FROM register_services") != count(whole, "SELECT count(*) FROM register_services"): sys.exit("services differ")


if __name__ == "__main__": main()
