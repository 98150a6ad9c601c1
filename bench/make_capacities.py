#!/usr/bin/env python3
"""Writes a table for `opora import capacities` over the services that a database holds.

    bench/make_capacities.py --database opora.db --rows 500000 --out capacities.csv

Numbers in the network, funded and free, year after year, half a year where more rows are wanted, of all forms and units;
the same database and arguments write the same bytes.  Everything in it is invented.
"""
import argparse
import csv
import datetime
import itertools
import random
import sqlite3

UNITS = ["klient", "luzka", "kontakt", "interv", "hovor"]
FORMS = ["amb", "ter", "pob"]
KINDS = ["v síti", "financovaná", "volná"]


def services(database):
    found = sqlite3.connect(database).execute(
        "SELECT coalesce(register_identifier, slug) FROM services WHERE status <> 'ended' ORDER BY 1")
    return [row[0] for row in found]


def rows_of(service, count, chance):
    """So many rows of one service: of each key one interval behind another, none meeting the next."""
    keys = itertools.product(KINDS, FORMS, UNITS)
    while count > 0:
        kind, form, unit = next(keys)
        day = datetime.date(2007, 1, 1)
        for _ in range(min(count, 20)):
            following = datetime.date(day.year + 1, 1, 1)
            if kind == "volná": yield service, kind, form, unit, chance.randint(0, 9), day.isoformat(), "", ""
            else: yield service, kind, form, unit, chance.randint(1, 90), day.isoformat(), following.isoformat(), ""
            count -= 1
            day = following
            if day.year > 2026: break


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--database", required=True)
    words.add_argument("--rows", type=int, default=500_000)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--out", required=True)
    asked = words.parse_args()
    known = services(asked.database)
    chance = random.Random(asked.seed)
    with open(asked.out, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter=";")
        table.writerow(["sluzba", "kapacita", "forma", "jednotka", "pocet", "plati_od", "plati_do", "poznamka"])
        for number, service in enumerate(known):
            count = asked.rows * (number + 1) // len(known) - asked.rows * number // len(known)
            table.writerows(rows_of(service, count, chance))
    print(f"{asked.rows} rows about {len(known)} services")


if __name__ == "__main__": main()
