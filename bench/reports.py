#!/usr/bin/env python3
"""Reports over all services of a country: processor time of a page with groups, of a page of rows, of a sheet.

    bench/reports.py [--services 16026] [--rounds 10]
"""
import argparse
import http.cookiejar
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request

import measuring
from measuring import processor_seconds, resident_mb, result

QUESTION = "seznam=sluzby&sloupec=sluzba&sloupec=poskytovatel&sloupec=druh&sloupec=obec&sloupec=stav&sloupec=overeno"
ASKED = {
    "rows": f"/sestavy/nova?{QUESTION}",
    "groups": f"/sestavy/nova?{QUESTION}&skupina=druh",
    "districts": f"/sestavy/nova?{QUESTION}&sloupec=kapacita_klient&skupina=druh&skupina2=orp&graf=kapacita_klient",
    "sheet": f"/sestavy/vysledek.csv?{QUESTION}",
}


class Planner:
    """Signed in as the planner of the demonstration region."""

    def __init__(self, server):
        self.url = server.url
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        form = self.get("/prihlaseni").decode()
        token = re.search(r'name="csrf" value="([^"]*)"', form)
        fields = {"email": "planovacka@opora.example", "heslo": "ukazka-opora-2026"} | ({"csrf": token[1]} if token else {})
        self.opener.open(self.url + "/prihlaseni", urllib.parse.urlencode(fields).encode())

    def get(self, path):
        with self.opener.open(self.url + path, timeout=600) as answer: return answer.read()


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--services", type=int, default=16026)
    words.add_argument("--rounds", type=int, default=10)
    asked = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="opora-bench-") as name:
        folder = pathlib.Path(name)
        with measuring.opora("demo", folder): pass
        file = folder / "rpss.json"
        subprocess.run([sys.executable, measuring.ROOT / "bench/make_register.py", "--services", str(asked.services), "--out", file], check=True)
        subprocess.run([measuring.BINARY, "import", "register", file, "--allow-drop", "--database", f"sqlite:{folder / 'opora.db'}"], check=True, stdout=subprocess.DEVNULL)
        with measuring.opora("demo", folder) as server:
            planner = Planner(server)
            found = re.search(rb"<span>([\d\xc2\xa0]+) ", planner.get(ASKED["rows"]).split(b'class="meta"', 1)[1])
            print(f"{found[1].decode() if found else '?'} rows", flush=True)
            for kind, path in ASKED.items():
                planner.get(path)
                before, memory = processor_seconds(server.pid), resident_mb(server.pid)
                for _ in range(asked.rounds): planner.get(path)
                spent = (processor_seconds(server.pid) - before) / asked.rounds * 1000
                print(f"{kind:<10} {spent:6.1f} ms of processor time, {resident_mb(server.pid) - memory:+.1f} MB over {memory:.0f} MB", flush=True)
                result(f"reports.{kind}", spent, "ms")


if __name__ == "__main__": main()
