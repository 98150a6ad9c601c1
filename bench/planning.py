#!/usr/bin/env python3
"""Community planning of five years: 50 groups with 3 000 meetings, 30 000 tasks and 6 000 decisions.

    bench/planning.py [--groups 50] [--years 5]

Fills the demonstration's database by SQL with invented texts, serves it, signs in as the planner and asks for each page
that tasks, decisions, search and overview own, one after another; p95 of each in milliseconds, as the client sees it.
Beside it one save and the search right after it, which reads what changed.
"""
import argparse
import datetime
import http.cookiejar
import pathlib
import random
import re
import sqlite3
import sys
import tempfile
import time
import urllib.parse
import urllib.request
import uuid

import measuring
from measuring import result

PASSWORD = "ukazka-opora-2026"
WORDS = """projednat návrh plán služba bydlení senior pečovatelka obec město kraj dotazník analýza potřeba rodina dítě mládež
škola závislost terénní program klub poradna leták kontakt adresář příspěvek rozpočet zpráva jednání harmonogram zápis
pozvánka beseda knihovna nemocnice lékař doprava úvazek kapacita pořadník ubytovna krize příručka setkání pracovní skupina
koordinátorka uživatel poskytovatel zadavatel priorita opatření cíl dobrovolník odlehčovací asistence raná péče stacionář
dílna podpora samostatné hlídání domácnost telefon odpověď připomínka termín schválit zveřejnit rozeslat oslovit zajistit
připravit spočítat doplnit ověřit domluvit sebrat vyhodnotit porovnat navštívit objednat vytisknout přeložit uspořádat""".split()
NOW = "2026-11-24T08:00:00.000Z"


class Filler:
    def __init__(self, database, seed=11):
        self.db = sqlite3.connect(database)
        self.chance = random.Random(seed)
        self.organisation = self.db.execute("SELECT id FROM organisations ORDER BY id LIMIT 1").fetchone()[0]
        self.kept = {"organisation_id": self.organisation, "retention": "permanent", "version": 1, "created_at": NOW, "changed_at": NOW}

    def id(self):
        return uuid.UUID(int=self.chance.getrandbits(128)).bytes

    def text(self, least, most):
        words = self.chance.choices(WORDS, k=self.chance.randint(least, most))
        return " ".join(words).capitalize() + "."

    def add(self, table, rows):
        columns = list(rows[0]) + list(self.kept)
        marks = ",".join("?" * len(columns))
        self.db.executemany(f"INSERT INTO {table} ({','.join(columns)}) VALUES ({marks})",
                            [[*row.values(), *self.kept.values()] for row in rows])

    def fill(self, groups, years):
        ids = [self.id() for _ in range(groups)]
        self.add("working_groups", [{"id": id, "slug": f"skupina-{n}", "kind_code": "working", "name": f"Skupina {n}",
                                     "name_sort": f"skupina {n:04}".encode(), "aliases": "", "territory": "orp:5105",
                                     "published": 1, "names_shown": "members"} for n, id in enumerate(ids)])
        people = {id: [self.id() for _ in range(15)] for id in ids}
        self.add("planning_people", [{"id": one, "name": f"Jana {n} Nová", "name_sort": b"jana"}
                                     for n, one in enumerate(one for many in people.values() for one in many)])
        self.add("group_members", [{"id": self.id(), "group_id": group, "planner_id": one, "role": "member",
                                    "side": self.chance.choice(["commissioner", "provider", "user"]), "valid_from": "2021-01-01"}
                                   for group, many in people.items() for one in many])
        today = datetime.date(2026, 11, 24)
        meetings, minutes, parts, items, decisions, tasks = [], [], [], [], [], []
        for group in ids:
            number = 0
            for n in range(12 * years):
                day = today - datetime.timedelta(days=30 * (12 * years - n) - 40)
                held = day < today
                meeting = {"id": self.id(), "group_id": group, "day": day.isoformat(), "state": "held" if held else "planned"}
                meetings.append(meeting)
                for place in range(4):
                    items.append({"id": self.id(), "group_id": group, "meeting_id": meeting["id"], "place_in_order": place + 1,
                                  "title": self.text(3, 6), "state": "done" if held else "accepted"})
                if not held: continue
                head = {"id": self.id(), "meeting_id": meeting["id"], "phase": "published" if n % 10 else "draft", "label_style": "ad"}
                minutes.append(head)
                for place in range(3):
                    parts.append({"id": self.id(), "minutes_id": head["id"], "place_in_order": place + 1, "heading": self.text(2, 4),
                                  "body": self.text(30, 60), "dropped": 0})
                for k in range(2):
                    decisions.append({"id": self.id(), "group_id": group, "meeting_id": meeting["id"], "number": f"{n}.{k}/{day.year}",
                                      "body": self.text(10, 25), "decided_on": day.isoformat(), "state": "valid"})
                for _ in range(10):
                    number += 1
                    late = n < 12 * years - 6
                    state = "done" if late and self.chance.random() < 0.97 else "open"
                    tasks.append({"id": self.id(), "group_id": group, "meeting_id": meeting["id"], "decision_id": decisions[-1]["id"],
                                  "number": number, "body": self.text(6, 16), "source_text": self.text(8, 16),
                                  "owner_id": self.chance.choice(people[group]),
                                  "due_on": (day + datetime.timedelta(days=self.chance.randint(5, 90))).isoformat(), "state": state,
                                  "closed_on": day.isoformat() if state == "done" else None})
        for table, rows in (("meetings", meetings), ("meeting_minutes", minutes), ("minutes_parts", parts), ("agenda_items", items),
                            ("decisions", decisions), ("tasks", tasks)):
            self.add(table, rows)
            print(f"{len(rows)} {table}", end=", ")
        self.db.execute("ANALYZE")
        self.db.commit()
        print()
        self.one_task = str(uuid.UUID(bytes=tasks[-1]["id"]))
        self.one_decision = str(uuid.UUID(bytes=decisions[-30]["id"]))
        coming = [one for one in meetings if one["state"] == "planned"]
        self.one_meeting = str(uuid.UUID(bytes=coming[0]["id"]))
        self.db.close()


class Visitor:
    def __init__(self, url):
        self.url = url
        self.open = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())).open

    def get(self, path):
        with self.open(self.url + path) as answer: return answer.read().decode()

    def post(self, path, page, **typed):
        typed["csrf"] = re.search(r'name="csrf" value="([^"]*)"', page)[1]
        with self.open(self.url + path, urllib.parse.urlencode(typed).encode()) as answer: return answer.read().decode()

    def sign_in(self, email):
        self.post("/prihlaseni", self.get("/prihlaseni"), email=email, heslo=PASSWORD)
        return self


def p95(values):
    return sorted(values)[int(len(values) * 0.95)]


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--groups", type=int, default=50)
    words.add_argument("--years", type=int, default=5)
    words.add_argument("--times", type=int, default=60)
    asked = words.parse_args()
    chance = random.Random(3)
    with tempfile.TemporaryDirectory(prefix="opora-bench-") as name:
        folder = pathlib.Path(name)
        with measuring.opora("demo", folder): pass
        filler = Filler(folder / "opora.db")
        filler.fill(asked.groups, asked.years)
        print("load of the machine", *measuring.os.getloadavg())
        with measuring.opora("demo", folder) as server:
            print(f"ready after {server.ready_after:.1f} s, {measuring.resident_mb(server.pid):.0f} MB")
            eva = Visitor(server.url).sign_in("planovacka@opora.example")
            stranger = Visitor(server.url)
            group = lambda: f"/skupiny/skupina-{chance.randrange(asked.groups)}"
            query = lambda: urllib.parse.quote(" ".join(chance.sample(WORDS, 2)))
            pages = {
                "tasks of a group": (eva, lambda: group() + "/ukoly"),
                "tasks of a group, words": (eva, lambda: group() + "/ukoly?stav=vse&q=" + query()),
                "a task": (eva, lambda: f"/ukoly/{filler.one_task}"),
                "own tasks": (eva, lambda: "/ukoly"),
                "the check": (eva, lambda: f"/jednani/{filler.one_meeting}/kontrola-ukolu"),
                "decisions": (eva, lambda: "/rozhodnuti"),
                "decisions, words": (eva, lambda: "/rozhodnuti?q=" + query()),
                "decisions for strangers": (stranger, lambda: "/rozhodnuti"),
                "a decision": (stranger, lambda: f"/rozhodnuti/{filler.one_decision}"),
                "search": (eva, lambda: "/hledani-v-planovani?q=" + query()),
                "search of strangers": (stranger, lambda: "/hledani-v-planovani?q=" + query()),
                "overview": (eva, lambda: "/prehled-planovani"),
            }
            worst = 0
            for label, (who, address) in pages.items():
                found = []
                for _ in range(asked.times):
                    began = time.monotonic()
                    who.get(address())
                    found.append((time.monotonic() - began) * 1000)
                worst = max(worst, p95(found))
                print(f"{label:26} p50 {sorted(found)[len(found) // 2]:6.1f} p95 {p95(found):6.1f} ms")
            saved = []
            for n in range(10):
                page = eva.get(f"/ukoly/{filler.one_task}")
                eva.post(f"/ukoly/{filler.one_task}/{'hotovo' if n % 2 == 0 else 'otevrit'}", page)
                began = time.monotonic()
                eva.get("/hledani-v-planovani?q=" + query())
                saved.append((time.monotonic() - began) * 1000)
            print(f"search right after a save  p50 {sorted(saved)[5]:6.1f} longest {max(saved):6.1f} ms")
            print(f"{measuring.resident_mb(server.pid):.0f} MB")
            result("planning.page_p95", worst, "ms")
            result("planning.search_after_save", sorted(saved)[5], "ms")


if __name__ == "__main__":
    sys.exit(main())
