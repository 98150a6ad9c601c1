#!/usr/bin/env python3
"""Keeps the demonstration region as this program's schema holds it, for tests/binary/upgrade_test.py of later programs.

Run at each release: tools/with_postgresql.sh tools/keep_schema.py.  Writes tests/upgrade/NUMBER.sqlite.sql.xz and
NUMBER.postgresql.sql.xz, after one edit by a person; of the long tail of history only an eighth stays.
"""
import contextlib
import lzma
import os
import pathlib
import sqlite3
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests/binary"))
from served import Opora, Person, expect, first_slug

EDIT = "Uloženo před povýšením."
THIN = "DELETE FROM field_changes WHERE change_id IN (SELECT id FROM changes WHERE user_id IS NULL) AND {} % 8 <> 0"


def edit(opora):
    planner = Person(opora).sign_in("planovacka@opora.example")
    status, _, _ = planner.change(first_slug(planner, "/sluzby?q=jilemnice"), shrnuti=EDIT)
    expect(status == 200, "one edit by a person")
    opora.stop()


def keep(number, kind, text):
    file = ROOT / f"tests/upgrade/{number:04}.{kind}.sql.xz"
    file.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{file.relative_to(ROOT)}: {file.stat().st_size // 1024} KB")


with Opora() as opora:
    edit(opora)
    with contextlib.closing(sqlite3.connect(opora.database)) as database:
        database.execute(THIN.format("rowid"))
        database.commit()
        number, = database.execute("SELECT max(number) FROM migrations").fetchone()
        keep(number, "sqlite", "\n".join(database.iterdump()) + "\n")

with Opora(os.environ["OPORA_TEST_DATABASE"]) as opora:
    edit(opora)
    subprocess.run(["psql", "--quiet", opora.address, "--command", THIN.format("abs(hashtext(ctid::text))")], check=True)
    dump = subprocess.run(["pg_dump", "--no-owner", "--no-privileges", opora.address], check=True, capture_output=True, text=True)
    keep(number, "postgresql", dump.stdout)
