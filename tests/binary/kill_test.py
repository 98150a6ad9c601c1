#!/usr/bin/env python3
"""Kills the server while a planner saves edits and a register import is read and applied, and looks at what is left.

After each kill: every edit that was confirmed is there, with its history; `opora check` finds the database and the seals of
the audit in order; of the import each service is there whole or not at all, and what it took stays as it was.  The jobs go
on by themselves; one that died too often is given up, and the same file brings what it left.
"""
import contextlib
import http.client
import re
import signal
import sqlite3
import subprocess
import sys
import threading
import time

from served import ROOT, Failed, Opora, Person, expect

SERVICES = 500
SLUGS = 3
KILLS = 4


class Writer(threading.Thread):
    """Saves one edit after another; remembers what was confirmed, and what may or may not have been."""

    def __init__(self, opora, planner):
        super().__init__(daemon=True)
        self.planner = planner
        self.slugs = list(dict.fromkeys(re.findall(r'href="/sluzby/([a-z0-9-]+)"', planner.ask("/sluzby?orp=5104")[2])))[:SLUGS]
        self.confirmed = {slug: None for slug in self.slugs}
        self.sent = dict(self.confirmed)
        self.count, self.stopping, self.wrong = 0, False, None

    def run(self):
        turn = 0
        try:
            while not self.stopping:
                turn += 1
                slug, text = self.slugs[turn % SLUGS], f"Zápis číslo {turn}."
                with contextlib.suppress(OSError, http.client.HTTPException):
                    self.save(slug, text)
                    continue
                time.sleep(0.03)    # the server is away
        except Failed as failure:
            self.wrong = failure

    def save(self, slug, text):
        address = f"/sluzby/{slug}/upravit"
        fields = [(name, value) for name, value in self.planner.form(address, address) if name != "shrnuti"]
        self.sent[slug] = text
        status, _, _ = self.planner.post(address, [*fields, ("shrnuti", text)])
        expect(status == 200, f"an edit is saved ({status})")
        self.confirmed[slug] = text
        self.count += 1


def rows(opora, sql, *values):
    with contextlib.closing(sqlite3.connect(f"file:{opora.database}?mode=ro", uri=True, timeout=10)) as database:
        return database.execute(sql, values).fetchall()


def until(what, holds, seconds=40):
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        if result := holds(): return result
        time.sleep(0.01)
    raise Failed(f"{what} does not come within {seconds} s")


def applied(opora):
    return rows(opora, "SELECT count(*) FROM register_differences WHERE applied_at IS NOT NULL")[0][0]


CHILDREN = ("service_forms", "service_target_groups", "service_facilities", "registered_capacities", "coverages", "opening_times")


def imported(opora):
    """Each service that the import took: its version and how much belongs to it."""
    counts = ", ".join(f"(SELECT count(*) FROM {table} WHERE service_id = services.id)" for table in CHILDREN)
    return {row[0]: row[1:] for row in rows(opora, f"SELECT identifier, services.version, services.name, {counts}"
                                                   " FROM register_services JOIN services ON services.id = service_id")}


def edits_are_there(opora, writer):
    for slug, confirmed in writer.confirmed.items():
        standing = rows(opora, "SELECT summary FROM services WHERE slug = ?", slug)[0][0]
        expect(confirmed is None or standing in (confirmed, writer.sent[slug]), f"{slug}: “{confirmed}” was confirmed and “{standing}” is there")
    kept = rows(opora, "SELECT count(DISTINCT change_id) FROM field_changes WHERE field = 'summary' AND new_value LIKE '%Zápis číslo%'")[0][0]
    audited = rows(opora, "SELECT count(*) FROM audit_rows WHERE act = 'network.service_saved' AND outcome = 'done'")[0][0]
    # An edit that was under way may stand, though nobody was told.
    expect(writer.count <= kept <= writer.count + KILLS, f"{writer.count} edits were confirmed and {kept} stand in history")
    expect(audited == kept, f"{kept} edits stand in history and {audited} in the audit")


def import_is_whole(opora):
    """What was applied is known with its service; what was not has left no trace."""
    lost = rows(opora, "SELECT identifier FROM register_differences WHERE applied_at IS NOT NULL AND identifier NOT IN"
                       " (SELECT identifier FROM register_services)")
    expect(not lost, f"applied and not there: {lost[:3]}")
    early = rows(opora, "SELECT identifier FROM register_differences WHERE applied_at IS NULL AND kind = 'new' AND identifier IN"
                        " (SELECT identifier FROM register_services)")
    expect(not early, f"not applied and yet there: {early[:3]}")
    return imported(opora)


def kill(opora, writer, when):
    opora.kill()
    verdict = opora.check()
    expect(verdict["ok"], f"after a kill {when}: {verdict['problems']}")
    edits_are_there(opora, writer)
    taken = import_is_whole(opora)
    # The lease of a worker that died ends after half a minute; here it passes at once.
    with contextlib.closing(sqlite3.connect(opora.database)) as database:
        database.execute("UPDATE jobs SET leased_until = '2000-01-01T00:00:00.000Z' WHERE state = 'running'")
        database.commit()
    print(f"killed {when}: {writer.count} edits confirmed, {applied(opora)} differences applied", flush=True)
    opora.start()
    expect(opora.check()["ok"], f"in order after the restart, killed {when}")
    return taken


def bring_in(planner, file):
    status, address, text = planner.upload("/sprava/registr", "/sprava/registr", "soubor", file)
    expect(status == 200 and address.startswith("/sprava/registr/"), f"the file is taken ({status} {address})")
    return address


def main():
    with Opora() as opora:
        planner = Person(opora).sign_in("planovacka@opora.example")
        writer = Writer(opora, Person(opora).sign_in("planovacka@opora.example"))
        writer.start()
        file = opora.folder / "rpss.json"
        subprocess.run([sys.executable, ROOT / "bench/make_register.py", "--services", str(SERVICES), "--out", file], check=True)

        def state(): return rows(opora, "SELECT state FROM register_imports ORDER BY created_at DESC, id DESC")[0][0]
        def job(): return rows(opora, "SELECT kind, state, attempts FROM jobs ORDER BY created_at DESC, id DESC")[0]

        page = bring_in(planner, file)
        until("reading", lambda: job() == ("register.read", "running", 1))
        kill(opora, writer, "while the file was read")
        until("a file that was read", lambda: state() == "ready")

        status, _, _ = planner.post(page + "/pouzit", planner.form(page, page + "/pouzit"))
        expect(status == 200, f"applying begins ({status})")
        taken, before = {}, 0
        for n in (1, 2, 3):
            until("more of the import", lambda: applied(opora) > before + 20)
            now = kill(opora, writer, f"for the {n}. time while it was applied")
            expect(all(now[one] == whole for one, whole in taken.items()), "what was taken stays as it was")
            taken, before = now, applied(opora)

        # Three times are enough: the job is given up, and so does the planner; the same file brings the rest.
        until("a job that is given up", lambda: job() == ("register.apply", "failed", 4))
        planner.post(page + "/zrusit", planner.form(page, page + "/zrusit"))
        page = bring_in(planner, file)
        until("a file that was read again", lambda: state() == "ready")
        planner.post(page + "/pouzit", planner.form(page, page + "/pouzit"))
        until("the whole import", lambda: state() == "applied")
        writer.stopping = True
        writer.join(20)
        if writer.wrong: raise writer.wrong

        whole = imported(opora)
        expect(all(whole[one] == then for one, then in taken.items()), "what was taken before stays as it was")
        expect(len(whole) > len(taken), "the rest came later")
        expect(writer.count > 20, f"the planner saved edits meanwhile ({writer.count})")
        edits_are_there(opora, writer)
        opora.stop()
        verdict = opora.check()
        expect(verdict["ok"] and verdict["audit_rows_sealed"] > 0, f"in order at the end: {verdict}")
        print(f"{writer.count} edits and {len(whole)} services are there; {verdict['audit_rows_sealed']} rows of the audit are sealed")


def too_long(*_): raise Failed("the whole took more than two minutes")


if __name__ == "__main__":
    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(120)
    try:
        main()
    except Failed as failure:
        sys.exit(f"FAILED: {failure}")
