#!/usr/bin/env python3
"""The import of capacities while people read: a register of real size, 500 000 rows of a table over its services.

    bench/capacities.py [--services 6733] [--rows 500000]

The program serves; somebody asks for the catalogue and for pages of services, 40 times a second, another one saves in a
process of his own every 13 ms.  Beside them `opora import capacities` brings the table in; then the same table once
more, which changes nothing.
"""
import argparse
import pathlib
import random
import subprocess
import sys
import tempfile
import threading
import time

import measuring
from measuring import get, result
from register import Saver, part, run


class Readers:
    """Asks for pages at a steady rate and keeps the milliseconds of each answer, waiting in the queue included."""

    def __init__(self, url, slugs, rate=40):
        chance = random.Random(5)
        self.addresses = [f"{url}/sluzby/{slug}" for slug in chance.sample(slugs, min(300, len(slugs)))]
        self.addresses += [f"{url}/sluzby", f"{url}/sluzby?volno=1", f"{url}/sluzby?forma=amb", f"{url}/"] * 20
        chance.shuffle(self.addresses)
        self.rate, self.found, self.stopped = rate, [], threading.Event()
        self.threads = [threading.Thread(target=self.ask, args=(n,)) for n in range(8)]

    def ask(self, number):
        began, turn = time.monotonic(), number
        while not self.stopped.is_set():
            due = began + turn / self.rate
            time.sleep(max(0, due - time.monotonic()))
            status, _, _ = get(self.addresses[turn % len(self.addresses)])
            self.found.append((time.monotonic() - due) * 1000)
            if status != 200: sys.exit(f"a page answered {status}")
            turn += len(self.threads)

    def __enter__(self):
        for thread in self.threads: thread.start()
        return self

    def __exit__(self, *_):
        self.stopped.set()
        for thread in self.threads: thread.join()


def import_table(table, database, saver=None):
    began = time.monotonic()
    child = subprocess.Popen([measuring.BINARY, "import", "capacities", table, "--database", f"sqlite:{database}"],
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    waits, _ = saver.save_while(lambda _: child.poll() is None) if saver else ([], [])
    said = child.stdout.read().decode().strip()
    if child.wait(): sys.exit(f"the import ended with {child.returncode}: {said}")
    print(said[-200:])
    return time.monotonic() - began, waits


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--services", type=int, default=6733)
    words.add_argument("--rows", type=int, default=500_000)
    asked = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="opora-bench-") as name:
        folder = pathlib.Path(name)
        file, database, table = folder / "rpss.json", folder / "opora.db", folder / "capacities.csv"
        run(sys.executable, measuring.ROOT / "bench/make_register.py", "--services", asked.services, "--out", file)
        run(measuring.BINARY, "migrate", "--database", f"sqlite:{database}")
        run(measuring.BINARY, "import", "register", file, "--database", f"sqlite:{database}")
        run(sys.executable, measuring.ROOT / "bench/make_capacities.py", "--database", database, "--rows", asked.rows,
            "--out", table)
        slugs = Saver(database).db.execute("SELECT slug FROM services WHERE status <> 'ended'").fetchall()
        print("load of the machine", *measuring.os.getloadavg())
        with measuring.opora("serve", folder) as server:
            get(server.url + "/sluzby")
            with Readers(server.url, [slug for slug, in slugs]) as alone: time.sleep(10)
            saver = Saver(database)
            with Readers(server.url, [slug for slug, in slugs]) as readers:
                seconds, waits = import_table(table, database, saver)
            saver.close()
        again, _ = import_table(table, database)
        print(f"import of {asked.rows} rows {seconds:.1f} s, once more {again:.1f} s; {len(readers.found)} pages beside it p50"
              f" {part(readers.found, 0.5):.1f}, p95 {part(readers.found, 0.95):.1f}, longest {max(readers.found):.1f} ms"
              f" (alone p95 {part(alone.found, 0.95):.1f}); {len(waits)} saves waited for the lock p50"
              f" {part(waits, 0.5):.1f}, p99 {part(waits, 0.99):.1f}, longest {max(waits):.1f} ms")
        result("capacities.import", seconds, "s")
        result("capacities.page_p95", part(readers.found, 0.95), "ms")
        result("capacities.save_waits_p99", part(waits, 0.99), "ms")
        print("load of the machine", *measuring.os.getloadavg())


if __name__ == "__main__": main()
