#!/usr/bin/env python3
"""Ten thousand connections that are open and say nothing: what they cost in memory, and whether others are served.

    bench/connections.py [--connections 10000]

Each asks for one page, so that it is a connection with a past, and then stays idle; beside them nginx holds as many.
"""
import argparse
import pathlib
import socket
import tempfile
import time

import measuring
from measuring import get, resident_mb, result


def idle(port, count, path):
    """Open connections that were answered once.  Fewer, if the server does not take them."""
    asked = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()
    held = []
    for _ in range(count):
        one = socket.create_connection(("127.0.0.1", port), timeout=10)
        one.sendall(asked)
        if not one.recv(65536).startswith(b"HTTP/1.1 200"): break
        held.append(one)
    return held


def measured(server, count, path):
    before = resident_mb(server.pid) if isinstance(server.pid, int) else 0
    held = idle(int(server.url.rsplit(":", 1)[1]), count, path)
    memory = sum(resident_mb(one) for one in measuring.family(server.pid))
    began = time.monotonic()
    status, _, _ = get(server.url + path)
    milliseconds = (time.monotonic() - began) * 1000
    if status != 200 or len(held) < count: raise SystemExit(f"{len(held)} of {count} connections, then {status}")
    for one in held: one.close()
    return before, memory, milliseconds


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--connections", type=int, default=10_000)
    asked = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="opora-bench-") as name:
        folder = pathlib.Path(name)
        with measuring.opora("demo", folder) as server:
            get(server.url + "/sluzby")
            before, memory, milliseconds = measured(server, asked.connections, "/zdravi")
        print(f"{asked.connections} idle connections: {memory:.0f} MB resident, {before:.0f} MB before;"
              f" another one was answered in {milliseconds:.1f} ms")
        result("connections.resident", memory, "MB")
        (folder / "nginx").mkdir()
        with measuring.nginx(folder / "nginx", b"x") as other:
            _, theirs, _ = measured(other, min(asked.connections, 8000), "/page.html")
        print(f"nginx with {min(asked.connections, 8000)} of them {theirs:.0f} MB")


if __name__ == "__main__": main()
