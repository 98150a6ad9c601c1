#!/usr/bin/env python3
"""Databases of earlier programs, kept in tests/upgrade/ by tools/keep_schema.py: this one brings each up to date, and
nothing that stood in it is lost.  Run beside a PostgreSQL: tools/with_postgresql.sh tests/binary/upgrade_test.py
"""
import contextlib
import lzma
import os
import re
import sqlite3
import subprocess

from served import BINARY, ROOT, Opora, Person, expect, first_slug

EDIT = "Uloženo před povýšením."
# What is no longer kept, or is kept elsewhere, with the migration that says why; its rows need not be there.
MOVED = set()


class Sqlite:
    def __init__(self, name): self.name, self.opora = name, Opora()

    def load(self, text):
        with contextlib.closing(sqlite3.connect(self.opora.database)) as database: database.executescript(text)

    def ask(self, sql):
        with contextlib.closing(sqlite3.connect(self.opora.database)) as database:
            rows = database.execute(sql).fetchall()
            database.commit()
            return [[str(value) for value in row] for row in rows]

    def tables(self): return [row[0] for row in self.ask("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]


class Postgresql:
    def __init__(self, name):
        self.name = name
        self.server = os.environ["OPORA_TEST_DATABASE"]
        self.run("--dbname", self.server, "--command", f'CREATE DATABASE "{name}"')
        self.opora = Opora(re.sub(r"(?<=//)([^/?]*)/[^?]*", rf"\1/{name}", self.server))

    def run(self, *words, **more):
        done = subprocess.run(["psql", "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", *words], capture_output=True, text=True, **more)
        expect(done.returncode == 0, f"psql: {done.stderr[-500:]}")
        return done.stdout

    def load(self, text): self.run("--dbname", self.opora.address, input=text)

    def ask(self, sql):
        out = self.run("--dbname", self.opora.address, "--tuples-only", "--no-align", "--field-separator=\t", "--command", sql)
        return [line.split("\t") for line in out.splitlines() if line]

    def tables(self): return [row[0] for row in self.ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]


def opora(kept, verb):
    done = subprocess.run([BINARY, verb, "--database", kept.opora.address], cwd=kept.opora.folder, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def counted(kept, tables): return {table: int(kept.ask(f'SELECT count(*) FROM "{table}"')[0][0]) for table in tables}


def brought_up_to_date(kept):
    tables = set(kept.tables()) - MOVED
    before = counted(kept, tables)
    code, said = opora(kept, "migrate")
    expect(code == 0, f"{kept.name} is brought up to date:\n{said}")
    after = counted(kept, tables)
    fewer = {table: (before[table], after[table]) for table in tables if after[table] < before[table]}
    expect(not fewer, f"{kept.name}: no row is lost: {fewer}")
    code, said = opora(kept, "check")
    expect(code == 0 and "everything is in order" in said, f"{kept.name} is whole afterwards:\n{said}")
    code, said = opora(kept, "migrate")
    expect(code == 0, f"{kept.name}: a second time changes nothing:\n{said}")


def people_go_on_where_they_were(kept):
    served = kept.opora
    served.start(verb="serve")
    planner = Person(served).sign_in("planovacka@opora.example")
    slug = first_slug(planner, "/sluzby?q=jilemnice")
    plain = lambda text: text.replace("\u00a0", " ")
    expect(EDIT in plain(planner.ask(f"/sluzby/{slug}")[2]), f"{kept.name}: what was saved before is shown")
    expect("Eva Ukázková" in plain(planner.ask(f"/sluzby/{slug}/historie")[2]), f"{kept.name}: history says who saved it")
    status, _, _ = planner.change(slug, shrnuti="Uloženo po povýšení.")
    expect(status == 200, f"{kept.name}: work goes on ({status})")
    served.stop()


def a_newer_database_is_refused(kept):
    kept.ask("UPDATE migrations SET number = 9999 WHERE number = (SELECT max(number) FROM migrations)" +
             (" RETURNING number" if isinstance(kept, Sqlite) else ""))
    code, said = opora(kept, "migrate")
    expect(code == 1 and len(said.splitlines()) == 1, f"{kept.name}: one sentence says that the database is newer:\n{said}")


for file in sorted((ROOT / "tests/upgrade").glob("*.sql.xz")):
    number, kind = re.fullmatch(r"(\d{4})\.(sqlite|postgresql)\.sql\.xz", file.name).groups()
    kept = (Sqlite if kind == "sqlite" else Postgresql)(f"opora_{number}_{kind}")
    kept.load(lzma.decompress(file.read_bytes()).decode())
    brought_up_to_date(kept)
    people_go_on_where_they_were(kept)
    a_newer_database_is_refused(kept)
    print(f"ok {file.name}: brought up to date, nothing lost, worked on; a newer one is refused")
