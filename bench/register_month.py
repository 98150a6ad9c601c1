#!/usr/bin/env python3
"""A month of the register's daily differences at real size, each fetched and accepted.

    bench/register_month.py [--days 30] [--services 6733] [--a-day 20]

The first file is imported whole.  Then every night a file with some twenty services changed, a few new and a few ended
is put into the folder that is the source; `opora fetch register` takes it, and the difference is accepted through the
page as the planner does.  The clock of the program is the machine's, so each night's row is moved a day back afterwards.
"""
import argparse
import copy
import datetime
import http.cookiejar
import json
import os
import pathlib
import random
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

import measuring
from measuring import result


def run(*command, env=None):
    began = time.monotonic()
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env)
    if done.returncode: sys.exit(f"{command} ended with {done.returncode}: {done.stderr.decode()[-400:]}")
    return time.monotonic() - began, done.stdout.decode()


def another_day(services, chance, day, a_day):
    """Changes some of them: mostly capacities and telephones, some end, some are new."""
    for service in chance.sample(services, a_day - 4):
        for form in service.get("formy") or []:
            for capacity in form.get("kapacity") or []:
                if capacity.get("pocet") is not None: capacity["pocet"] += chance.choice([-1, 1, 2])
        service["telefony"] = [{"telefon": f"{chance.randrange(200, 800)} {chance.randrange(100, 1000)} {chance.randrange(100, 1000)}", "poznamka": None}]
    for service in chance.sample(services, 2): service["datumPoskytovaniDo"] = day.isoformat()
    for _ in range(2):
        fresh = copy.deepcopy(chance.choice(services))
        fresh["portalId"] = max(one["portalId"] for one in services) + 1
        fresh["identifikator"] = f"{max(int(one['identifikator']) for one in services if one.get('identifikator')) + 1:07d}"
        fresh["id"], fresh["datumPoskytovaniOd"], fresh["datumPoskytovaniDo"] = fresh["portalId"], day.isoformat(), None
        services.append(fresh)


class Planner:
    """Signed in; presses the button of the newest difference and waits until it is applied."""

    def __init__(self, url, link):
        self.url = url
        self.web = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        page = self.get(link.replace(re.match(r"https?://[^/]+", link)[0], url))
        token = re.search(r'name="csrf" value="([^"]*)"', page)[1]
        self.post(re.search(r'<form[^>]*action="([^"]+)"', page[page.index("<main"):])[1], csrf=token, heslo="dlouhe heslo na mereni", heslo_znovu="dlouhe heslo na mereni")

    def get(self, address):
        with self.web.open(address if address.startswith("http") else self.url + address, timeout=60) as answer:
            return answer.read().decode()

    def post(self, address, **fields):
        with self.web.open(self.url + address, urllib.parse.urlencode(fields).encode(), timeout=60) as answer:
            return answer.read().decode(), answer.geturl()

    def accept(self):
        page = self.get("/sprava/registr")
        button = re.search(r'action="(/sprava/registr/[0-9a-f-]+/pouzit)"', page)
        if not button: sys.exit("there is nothing to accept")
        token = re.search(r'name="csrf" value="([^"]*)"', page)[1]
        page, address = self.post(button[1], csrf=token)
        for _ in range(2000):
            if "class=\"note ok\"" in page: return
            time.sleep(0.05)
            page = self.get(address)
        sys.exit("the difference was not applied")


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--days", type=int, default=30)
    words.add_argument("--services", type=int, default=6733)
    words.add_argument("--a-day", type=int, default=20)
    asked = words.parse_args()
    chance = random.Random(11)
    with tempfile.TemporaryDirectory(prefix="opora-bench-") as name:
        folder = pathlib.Path(name)
        (folder / "nights").mkdir()
        file, database = folder / "nights/rpss.json", folder / "opora.db"
        run(sys.executable, measuring.ROOT / "bench/make_register.py", "--services", asked.services, "--out", file)
        opora = [measuring.BINARY]
        env = os.environ | {"OPORA_REGISTER_SOURCE": str(folder / "nights"), "OPORA_REGION_CODE": "", "OPORA_REGISTER_HOUR": "23"}
        run(*opora, "import", "register", file, "--database", f"sqlite:{database}", env=env)
        _, link = run(*opora, "user", "add", "eva@opora.example", "--role", "regional_planner", "--scope", "region",
                      "--database", f"sqlite:{database}", env=env)
        os.environ.update(env)
        print("load of the machine", *os.getloadavg())
        services = json.loads(file.read_text(encoding="utf-8"))["polozky"]
        first_day, took, fetched = datetime.date.today() - datetime.timedelta(days=asked.days), [], []
        with measuring.opora("serve", folder) as server:
            planner = Planner(server.url, link.strip().splitlines()[-1])
            for night in range(asked.days):
                another_day(services, chance, first_day + datetime.timedelta(days=night), asked.a_day)
                file.write_text(json.dumps({"polozky": services}, ensure_ascii=False), encoding="utf-8")
                began = time.monotonic()
                seconds, said = run(*opora, "fetch", "register", "--database", f"sqlite:{database}", env=env)
                planner.accept()
                took.append(time.monotonic() - began), fetched.append(seconds)
                print(f"night {night + 1}: {took[-1]:.1f} s, of it {seconds:.1f} s to fetch and compare; {said.strip()}", flush=True)
                with sqlite3.connect(database, timeout=10) as db:
                    (today,) = db.execute("SELECT max(day) FROM register_days").fetchone()
                    former = first_day + datetime.timedelta(days=night)
                    db.execute("UPDATE register_days SET day = ? WHERE day = ?",
                               (former.isoformat() if isinstance(today, str) else (former - datetime.date(1970, 1, 1)).days, today))
        print(f"{asked.days} nights of {asked.services} services: median {statistics.median(took):.1f} s, longest {max(took):.1f} s,"
              f" fetching and comparing {statistics.median(fetched):.1f} s")
        result("register_month.day", max(took), "s")
        print("load of the machine", *os.getloadavg())


if __name__ == "__main__": main()
