#!/usr/bin/env python3
"""All services of a country as a list, CSV, XLSX, ODS, PDF and the offline file: the first byte, and how memory grows.

    bench/files.py [--services 16026] [--rounds 3]

First byte of the content, not of the head; resident memory is read every 20 ms while the file leaves.  Beside it, for the
sheets, Python's zipfile packs the same parts into a file at the same level.
"""
import argparse
import http.client
import io
import pathlib
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import zipfile

import measuring
from measuring import processor_seconds, resident_mb, result

FILES = {"list": "/sluzby", "csv": "/sluzby.csv", "xlsx": "/sluzby.xlsx", "ods": "/sluzby.ods", "pdf": "/sluzby.pdf", "offline": "/sluzby-bez-site.html"}


class Watch:
    """The most memory that a process held while a block ran, in MB."""

    def __init__(self, pid):
        self.pid, self.most, self.ended = pid, 0, threading.Event()

    def look(self):
        while not self.ended.is_set():
            self.most = max(self.most, resident_mb(self.pid))
            self.ended.wait(0.02)

    def __enter__(self):
        self.thread = threading.Thread(target=self.look)
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.thread.join()


def take(server, path):
    """Milliseconds to the first byte, seconds to the last, the bytes."""
    connection = http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=600)
    began = time.monotonic()
    connection.request("GET", path)
    answer = connection.getresponse()
    if answer.status != 200: sys.exit(f"{path} answered {answer.status}")
    body = io.BytesIO(answer.read(1))
    first = (time.monotonic() - began) * 1000
    body.seek(0, io.SEEK_END)
    while piece := answer.read(1 << 16): body.write(piece)
    connection.close()
    return first, time.monotonic() - began, body.getvalue()


def packed_again(sheet):
    """Processor seconds that zipfile needs for the same parts."""
    parts = {name: zipfile.ZipFile(io.BytesIO(sheet)).read(name) for name in zipfile.ZipFile(io.BytesIO(sheet)).namelist()}
    began = time.process_time()
    with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED, compresslevel=5) as again:
        for name, bytes_ in parts.items(): again.writestr(name, bytes_)
    return time.process_time() - began


def country(folder, services):
    file = folder / "rpss.json"
    subprocess.run([sys.executable, measuring.ROOT / "bench/make_register.py", "--services", str(services), "--out", file], check=True)
    subprocess.run([measuring.BINARY, "import", "register", file, "--database", f"sqlite:{folder / 'opora.db'}"], check=True, stdout=subprocess.DEVNULL)
    file.unlink()


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--services", type=int, default=16026)
    words.add_argument("--rounds", type=int, default=3)
    asked = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="opora-bench-") as name:
        folder = pathlib.Path(name)
        country(folder, asked.services)
        with measuring.opora("serve", folder) as server:
            for path in FILES.values():
                if path != "/sluzby.pdf": take(server, path)    # what is made once, and what the allocator keeps
            take(server, "/sluzby.pdf?q=pomoc&vek=30&druh=70")
            firsts, growths = {}, {}
            for kind, path in FILES.items():
                taken = []
                before = resident_mb(server.pid)
                spent = processor_seconds(server.pid)
                rounds = asked.rounds if kind != "pdf" else 1
                with Watch(server.pid) as watch: taken = [take(server, path) for _ in range(rounds)]
                spent = (processor_seconds(server.pid) - spent) / rounds
                firsts[kind], growths[kind] = statistics.median(one[0] for one in taken), watch.most - before
                beside = f"; zipfile packs it in {packed_again(taken[0][2]):.2f} s" if kind in ("xlsx", "ods") else ""
                print(f"{kind:<8} first byte {firsts[kind]:6.1f} ms, last {statistics.median(one[1] for one in taken):6.2f} s, {len(taken[0][2]) / 1e6:6.2f} MB, "
                      f"{spent:5.2f} s of processor time, {growths[kind]:+.1f} MB over {before:.0f} MB{beside}", flush=True)
            result("files.first_byte", max(firsts.values()), "ms")
            result("files.growth", max(growth for kind, growth in growths.items() if kind != "pdf"), "MB")
            result("files.growth_pdf", growths["pdf"], "MB")


if __name__ == "__main__": main()
