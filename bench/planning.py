#!/usr/bin/env python3
"""Community planning of five years: 50 groups with 3 000 meetings, 30 000 tasks and 6 000 decisions.

    bench/planning.py [--groups 50] [--years 5] [--times 60] [--only WORDS]

Every page of planning that `opora routes` knows is asked for by the regional planner, who keeps all groups, and those for
everybody also by strangers; a route that stands nowhere below fails the measurement.  Each time as the client sees it
(one connection, one question after another), and the processor time of the server.  Beside each answer nginx gives a
page of forty kilobytes.  Then one save and the search right after it, which reads what changed.
"""
import argparse
import http.client
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse

import measuring
from make_planning import WORDS, Planning
from measuring import ROOT, result

sys.path.insert(0, str(ROOT / "tests/binary"))
import served

OURS = re.compile(r"/(skupiny|jednani|ukoly|rozhodnuti|akce|kalendar|muj-kalendar|prehled-planovani|hledani-v-planovani|hlidac|milniky"
                  r"|bez-jednani|dokumenty-zapisu|ucast|prezence)(?![a-z])|/akce-na-mape|/otevrena-data/(udalosti|uredni-deska)")
# Links of letters and codes on a wall: one record by its hash.  The course of minutes waits until somebody saves.  A
# personal calendar has its own measurement.
ELSEWHERE = {"/ucast/{odkaz}", "/ucast/{odkaz}/podklady/{podklad}", "/prezence/{odkaz}", "/ukoly/z-dopisu/{odkaz}",
             "/kalendar/{odkaz}", "/jednani/{jednani}/kod/{odkaz}", "/jednani/{jednani}/zapis/prubeh",
             "/jednani/{jednani}/podklady/{podklad}", "/milniky/{planmilniku}/{milnik}/sber",
             "/dokumenty-zapisu/{dokument}/soubor"}
FILE = re.compile(r"\.(csv|xlsx|ods|docx|odt|pdf|html|md|ics|jsonld|geojson)$")
STRANGERS = {"public.group", "public.meeting", "public.decision", "public.event", "public.milestones", "public"}
NOT_HELD = "meetings.state = 'convened'"


class Client:
    """One connection that stays, with the cookies of somebody."""

    def __init__(self, url, cookies=""):
        self.line = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc, timeout=60)
        self.headers = {"Cookie": cookies} if cookies else {}

    def get(self, path):
        self.line.request("GET", path, headers=self.headers)
        answer = self.line.getresponse()
        return answer.status, answer.read()


def p95(values):
    return sorted(values)[int(len(values) * 0.95)]


def addresses(filled, chance, groups):
    """{route: what makes an address of it}; a route may have several, told apart by words after it."""
    ids = lambda *question, **more: (lambda found: lambda: chance.choice(found))(filled.some(*question, **more))
    rows = lambda question: (lambda found: lambda: chance.choice(found))(filled.ask(question))
    held, coming = ids("meetings", where="state = 'held'"), ids("meetings", where="state = 'convened'")
    task, event = ids("tasks"), lambda: f"mereni-{chance.randrange(len(filled.tables['planning_events']))}"
    decision = ids("decisions", where="meeting_id IN (SELECT meeting_id FROM meeting_minutes WHERE phase = 'published')")
    open_part = rows("SELECT meeting_id, minutes_parts.id FROM minutes_parts JOIN meeting_minutes ON meeting_minutes.id = minutes_id"
                     " WHERE phase = 'draft' AND label_style = 'ad'")
    published = rows("SELECT meeting_id FROM meeting_minutes WHERE phase = 'published' AND content_hash LIKE '000%'")
    draft = rows("SELECT meeting_id FROM meeting_minutes WHERE phase = 'draft'")
    item = rows("SELECT meeting_id, agenda_items.id FROM agenda_items JOIN meetings ON meetings.id = meeting_id WHERE meetings.state = 'convened'")
    vote = rows("SELECT meeting_id, id FROM votes")
    of_group = lambda table: rows(f"SELECT slug, {table}.id FROM {table} JOIN working_groups ON working_groups.id = group_id WHERE slug LIKE 'skupina-%'")
    series, statute, blocked, member = map(of_group, ("meeting_series", "group_statutes", "blocked_periods", "group_members"))
    blocked_for_all = rows("SELECT id FROM blocked_periods WHERE group_id IS NULL")
    milestone, plan = rows("SELECT plan_id, id FROM milestones"), ids("milestone_plans")
    document = rows("SELECT document_imports.id, document_facts.id, kind FROM document_facts JOIN document_imports ON document_imports.id = import_id")
    group = lambda: f"/skupiny/skupina-{chance.randrange(groups)}"
    query = lambda: urllib.parse.quote(" ".join(chance.sample(WORDS, 2)))
    year = lambda: filled.today.year - chance.randrange(3)
    of = {"skupina": lambda: group()[9:], "jednani": held, "ukol": task, "rozhodnuti": decision, "akce": event, "rok": year,
          "planmilniku": plan, "dokument": lambda: document()[0], "obdobi": lambda: blocked_for_all()[0]}
    pairs = {
        "/skupiny/{}/bez-jednani/{obdobi}": blocked, "/skupiny/{}/statut/{stanovy}": statute, "/skupiny/{}/statut/{stanovy}/upravit": statute,
        "/skupiny/{}/jednani/rady/{rada}": series, "/skupiny/{}/clenove/{clen}": member, "/skupiny/{}/clenove/{clen}/konec": member,
        "/jednani/{}/zapis/{cast}": open_part, "/jednani/{}/zapis/{cast}/ukol": open_part, "/jednani/{}/zapis/{cast}/usneseni": open_part,
        "/jednani/{}/program/{bod}": item, "/jednani/{}/hlasovani/{hlasovani}": vote, "/milniky/{}/{milnik}": milestone,
        "/dokumenty-zapisu/{}/udaje/{udaj}": lambda: document()[:2], "/dokumenty-zapisu/{}/pridat/{druh_udaje}": lambda: document()[::2],
    }
    made = {
        "/skupiny/{skupina}/zmena/{druh}": lambda: group() + "/zmena/" + chance.choice(["split", "merge", "end"]),
        "/jednani/{jednani}/zapis/faze/{faze}": lambda: f"/jednani/{draft()[0]}/zapis/faze/comments",
        "/jednani/{jednani}/kontrola-ukolu coming": lambda: f"/jednani/{coming()}/kontrola-ukolu",
        "/jednani/{jednani} coming": lambda: f"/jednani/{coming()}",
        "/jednani/{jednani}/zapis": lambda: f"/jednani/{published()[0]}/zapis",
        "/jednani/{jednani}/zapis draft": lambda: f"/jednani/{draft()[0]}/zapis",
        "/jednani/{jednani}/zapis copy": lambda: f"/jednani/{published()[0]}/zapis?kopie=1",
        "/hledani-v-planovani": lambda: "/hledani-v-planovani?q=" + query(),
        "/rozhodnuti words": lambda: "/rozhodnuti?q=" + query(),
        "/rozhodnuti group": lambda: "/rozhodnuti?skupina=" + group()[9:],
        "/rozhodnuti page": lambda: f"/rozhodnuti?strana={chance.randrange(1, 100)}",
        "/skupiny/{skupina}/ukoly words": lambda: group() + "/ukoly?stav=vse&q=" + query(),
        "/skupiny/{skupina}/ukoly all": lambda: group() + f"/ukoly?stav=vse&strana={chance.randrange(1, 12)}",
        "/skupiny/{skupina}/zapisy words": lambda: group() + "/zapisy?q=" + query(),
        "/akce month": lambda: f"/akce?mesic={year()}-{chance.randrange(1, 13):02}",
        "/akce past": lambda: f"/akce?minule=1&strana={chance.randrange(1, 40)}",
        "/akce map": lambda: "/akce?zobrazit=mapa",
        "/akce words": lambda: "/akce?minule=1&q=" + query(),
    }
    for files in ("docx", "odt", "pdf", "html", "md"): made[f"/jednani/{{jednani}}/zapis.{files}"] = lambda files=files: f"/jednani/{published()[0]}/zapis.{files}"
    for verb in ("svolat", "presun", "zruseni", "program", "upravit"): made[f"/jednani/{{jednani}}/{verb}"] = lambda verb=verb: f"/jednani/{coming()}/{verb}"
    for verb in ("porovnani", "udaje"): made[f"/jednani/{{jednani}}/zapis/{verb}"] = lambda verb=verb: f"/jednani/{draft()[0]}/zapis/{verb}"

    def of_route(route):
        if route in made: return made[route]
        first = re.sub(r"\{\w+\}", "{}", route, count=1)
        if first in pairs: return lambda: re.sub(r"\{\w+\}", "{}", route).format(*pairs[first]())
        names = re.findall(r"\{(\w+)\}", route)
        if any(name not in of for name in names): sys.exit(f"no address is known of {route}")
        return lambda: re.sub(r"\{\w+\}", "{}", route).format(*(of[name]() for name in names))

    return of_route, [route for route in made if " " in route]


def routes():
    said = subprocess.run([measuring.BINARY, "routes"], capture_output=True, text=True, check=True).stdout
    found = [line.split()[1:3] for line in said.splitlines() if line.startswith("GET ")]
    return {route: permission for route, permission in found if OURS.match(route) and route not in ELSEWHERE}


def measure(client, address, server, nginx, times):
    """Milliseconds of each answer, of each answer of nginx, and of the processor for one."""
    client.get(address())
    found, beside, spent = [], [], 0
    for _ in range(times):
        asked = address()
        before, began = measuring.processor_ms(server.pid), time.perf_counter()
        status, body = client.get(asked)
        found.append((time.perf_counter() - began) * 1000)
        spent += measuring.processor_ms(server.pid) - before
        if status not in (200, 303): sys.exit(f"{asked} answers {status}: {re.sub('<[^>]*>', ' ', body.decode(errors='replace'))[:600]}")
        began = time.perf_counter()
        nginx.get("/page.html")
        beside.append((time.perf_counter() - began) * 1000)
    return found, beside, spent / times, len(body)


def hand_over_documents(person, group):
    """Two documents, so that pages of documents have some; the words of one of ours."""
    for name in ("3-zapis-rps.txt", "4-zapis-jilemnicko.txt"):
        file = ROOT / "tests/documents" / name
        if file.exists(): person.upload(f"/skupiny/{group}/dokument", f"/skupiny/{group}/dokument", "soubor", file)
    time.sleep(2)


def search_after_saves(person, client, task, query):
    found = []
    for n in range(10):
        act = f"/ukoly/{task}/{'hotovo' if n % 2 == 0 else 'otevrit'}"
        person.post(act, dict(person.form(f"/ukoly/{task}", act)))
        began = time.perf_counter()
        client.get("/hledani-v-planovani?q=" + query())
        found.append((time.perf_counter() - began) * 1000)
    return found


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--groups", type=int, default=50)
    words.add_argument("--years", type=int, default=5)
    words.add_argument("--times", type=int, default=60)
    words.add_argument("--only", help="routes that hold these words")
    asked = words.parse_args()
    chance = random.Random(3)
    with served.Opora() as opora:
        filled = Planning(opora.database, asked.groups, asked.years)
        opora.stop()
        opora.start()
        server = opora.child
        person = served.Person(opora).sign_in("planovacka@opora.example")
        hand_over_documents(person, "skupina-0")
        client = Client(opora.url, "; ".join(f"{one.name}={one.value}" for one in person.cookies))
        stranger = Client(opora.url)
        print(f"{measuring.resident_mb(server.pid):.0f} MB; load of the machine", *measuring.os.getloadavg())
        of_route, more = addresses(filled, chance, asked.groups)
        known = routes()
        wished = [route for route in [*known, *more] if not asked.only or asked.only in route]
        pages, files, all_beside = [], [], []
        with tempfile.TemporaryDirectory(prefix="opora-bench-") as name, measuring.nginx(pathlib.Path(name), b"x" * 40_000) as nginx:
            still = Client(nginx.url)
            for route in wished:
                who = [("", client)] + ([("stranger", stranger)] if known.get(route.split()[0]) in STRANGERS and not route.endswith(" draft") else [])
                for said, asking in who:
                    found, beside, spent, length = measure(asking, of_route(route), server, still, asked.times)
                    all_beside += beside
                    (files if FILE.search(route) else pages).append((p95(found), spent, route, said))
                    print(f"{route:46} {said:9} p50 {sorted(found)[len(found) // 2]:6.1f} p95 {p95(found):6.1f} ms  processor {spent:5.1f} ms"
                          f"  {length / 1000:6.0f} kB  nginx {p95(beside):.1f}", flush=True)
        print("load of the machine", *measuring.os.getloadavg(), f"; {measuring.resident_mb(server.pid):.0f} MB; the slowest:")
        for slow, spent, route, said in sorted(pages, reverse=True)[:12]: print(f"  {slow:6.1f} ms, processor {spent:5.1f} ms  {route} {said}")
        result("planning.nginx_p95", p95(all_beside), "ms")
        if pages:
            result("planning.page_p95", max(pages)[0], "ms")
            result("planning.page_processor", max(spent for _, spent, *_ in pages), "ms")
        if files: result("planning.file_p95", max(files)[0], "ms")
        if not asked.only:
            query = lambda: urllib.parse.quote(" ".join(chance.sample(WORDS, 2)))
            saved = search_after_saves(person, client, filled.some("tasks", 1, "state = 'open' AND number > 550")[0], query)
            result("planning.search_after_save", sorted(saved)[5], "ms")


if __name__ == "__main__":
    sys.exit(main())
