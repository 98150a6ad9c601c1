#!/usr/bin/env python3
"""The catalogue of a whole country beside nginx that serves the same bytes as a file, on loopback, in the same run.

    bench/catalogue.py [--services 6733] [--seconds 4] [--rounds 3] [--demonstration]

Processor time per request (user and system, of all threads and processes) of a filter not seen before, of the same one
again, and with a matching validator; 1 000 connections and 200 slow clients; start and memory of the demonstration region.
"""
import argparse
import itertools
import pathlib
import random
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time

import measuring
from measuring import get, microseconds_per_request, result, wrk

# Takes the next address of a file with each request, beginning at a line; a list that runs out would ask again.
NEXT_ADDRESS = """
local addresses, at = {}, 0
function init(arguments)
    at = tonumber(arguments[2])
    for line in io.lines(arguments[1]) do addresses[#addresses + 1] = line end
end
function request()
    at = at + 1
    return wrk.format("GET", addresses[at] or error("the addresses ran out"))
end
"""
MATCHING = "wrk.headers['If-None-Match'] = '%s'"
# Each connection waits about so many milliseconds between two requests: a rate, not a rush.
PACED = "function delay() return math.random(%d, %d) end"


def codes(page, name):
    """The values of a filter, as the form of the catalogue offers them."""
    return sorted(set(re.findall(rf'name="{name}" value="([^"]+)"', page)))


def unseen_addresses(page, count):
    """Different filters that leave many services: some types or groups of all, at an age."""
    chance, found = random.Random(1), {}
    types, groups = codes(page, "druh"), codes(page, "skupina")
    if len(types) < 10: sys.exit("the catalogue offers no filters to measure with")
    while len(found) < count:
        asked = [("druh", code) for code in sorted(chance.sample(types, chance.randint(6, len(types) - 2)))]
        if groups and chance.random() < 0.5:
            asked += [("skupina", code) for code in sorted(chance.sample(groups, chance.randint(len(groups) // 2, len(groups))))]
        if chance.random() < 0.7: asked.append(("vek", chance.randint(3, 90)))
        found["/sluzby?" + "&".join(f"{name}={value}" for name, value in asked)] = None
    return list(found)


def country(folder, services):
    """A database with the register of a whole country."""
    file = folder / "rpss.json"
    subprocess.run([sys.executable, measuring.ROOT / "bench/make_register.py", "--services", str(services), "--out", file], check=True)
    database = f"sqlite:{folder / 'opora.db'}"
    subprocess.run([measuring.BINARY, "import", "register", file, "--database", database], check=True, stdout=subprocess.DEVNULL)
    file.unlink()


def processor_time(server, asked):
    _, _, home = get(server.url + "/sluzby")
    addresses = unseen_addresses(home.decode(), 40 + asked.rounds * (asked.seconds * 20_000 + 100))    # more than can be asked
    sizes = [len(get(server.url + address)[2]) for address in addresses[:40]]
    usual = addresses[min(range(40), key=lambda n: abs(sizes[n] - statistics.mean(sizes)))]
    status, headers, page = get(server.url + usual)
    print(f"pages of {min(sizes)} to {max(sizes)} bytes, {statistics.mean(sizes):.0f} on average; nginx serves {len(page)}")
    if status != 200 or not headers["ETag"]: sys.exit(f"{usual} answered {status}, ETag {headers['ETag']}")

    times = {key: [] for key in ("nginx", "nginx304", "unseen", "again", "matching")}
    used = 40
    with (tempfile.NamedTemporaryFile("w", suffix=".txt") as list_file, tempfile.TemporaryDirectory(prefix="opora-nginx-") as place,
          measuring.nginx(pathlib.Path(place), page) as plain):
        list_file.write("\n".join(addresses))
        list_file.flush()
        file_url, file_tag = plain.url + "/page.html", get(plain.url + "/page.html")[1]["ETag"]
        for _ in range(asked.rounds):
            def take(key, of, *arguments, **more):
                spent, done = microseconds_per_request(of, *arguments, **more)
                times[key].append(spent)
                return done
            take("nginx", plain, file_url, asked.seconds)
            used += take("unseen", server, server.url, asked.seconds, script=NEXT_ADDRESS, arguments=[list_file.name, str(used)]) + 100
            take("again", server, server.url + usual, asked.seconds)
            take("nginx304", plain, file_url, asked.seconds, script=MATCHING % file_tag)
            take("matching", server, server.url + usual, asked.seconds, script=MATCHING % headers["ETag"])
    middle = {key: statistics.median(values) for key, values in times.items()}
    for key, values in times.items():
        print(f"{key:<9} {middle[key]:7.1f} µs of processor time a request ({', '.join(f'{value:.1f}' for value in values)})")
    for key in ("unseen", "again", "matching"): result(f"catalogue.{key}", middle[key] / middle["nginx"], "×")
    result("catalogue.matching_to_304", middle["matching"] / middle["nginx304"], "×")
    return usual


class SlowClients:
    """Clients that send a head one byte a second, each at its own moment of it; whoever is cut off comes again."""

    def __init__(self, url, count):
        host, port = url.removeprefix("http://").split(":")
        self.address, self.count, self.stopped = (host, int(port)), count, threading.Event()

    def connect(self):
        client = socket.create_connection(self.address, timeout=5)
        client.sendall(b"GET /sluzby HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
        client.setblocking(False)
        return client

    def run(self):
        clients = [self.connect() for _ in range(self.count)]
        for n in itertools.cycle(range(self.count)):
            if self.stopped.wait(1 / self.count): break
            try:
                clients[n].send(b"a")
            except OSError:
                clients[n].close()
                clients[n] = self.connect()
        for client in clients: client.close()

    def __enter__(self):
        self.thread = threading.Thread(target=self.run)
        self.thread.start()
        time.sleep(1)

    def __exit__(self, *_):
        self.stopped.set()
        self.thread.join()


def crowd(server, address, asked):
    """The same 1 000 requests a second over 100 connections, then over 1 000 beside 200 slow clients."""
    url, few, many = server.url + address, [], []
    seconds = max(asked.seconds, 8)    # the first second belongs to connecting
    for _ in range(max(asked.rounds, 7)):    # what 1 % waits is half a millisecond: one hiccup of the machine doubles it
        done, failed, p99 = wrk(url, seconds, 100, PACED % (50, 150))
        few.append(p99)
        with SlowClients(server.url, 200): done_then, failed_then, p99_then = wrk(url, seconds, 1000, PACED % (500, 1500))
        many.append(p99_then)
        if failed or failed_then: sys.exit(f"{failed} and {failed_then} requests failed")
        print(f"p99 {p99:.2f} ms ({done} requests over 100 connections), {p99_then:.2f} ms ({done_then} over 1 000 beside 200 slow clients)")
    result("catalogue.crowd", statistics.median(many) / statistics.median(few), "×")


def demonstration():
    """Ready how soon, and how much memory, once people have looked around."""
    with tempfile.TemporaryDirectory(prefix="opora-bench-") as name:
        folder = pathlib.Path(name)
        with measuring.opora("demo", folder) as first: print(f"made and ready in {first.ready_after:.2f} s")
        starts = []
        for _ in range(5):
            with measuring.opora("demo", folder) as server:
                starts.append(server.ready_after)
                for path in ("/", "/sluzby", "/sluzby?q=d%C3%ADlna", "/sluzby?orp=5104"): get(server.url + path)
                wrk(server.url + "/sluzby", 2)
                memory = measuring.resident_mb(server.pid)
        result("demo.ready", statistics.median(starts), "s")
        result("demo.resident", memory, "MB")


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--services", type=int, default=6733)
    words.add_argument("--seconds", type=int, default=4)
    words.add_argument("--rounds", type=int, default=3)
    words.add_argument("--demonstration", action="store_true", help="over the demonstration region alone: quick, and smaller")
    asked = words.parse_args()
    demonstration()
    with tempfile.TemporaryDirectory(prefix="opora-bench-") as name:
        folder = pathlib.Path(name)
        if not asked.demonstration: country(folder, asked.services)
        with measuring.opora("demo" if asked.demonstration else "serve", folder) as server:
            usual = processor_time(server, asked)
            crowd(server, usual, asked)
            print(f"{measuring.resident_mb(server.pid):.0f} MB resident in the end")


if __name__ == "__main__": main()
